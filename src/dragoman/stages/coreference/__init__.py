"""Coreference: which mentions of a report are one actor, and of which state."""

from dragoman.stages.coreference.home_state import find_home_state
from dragoman.stages.coreference.link import link_mentions

__all__ = ["find_home_state", "link_mentions"]
