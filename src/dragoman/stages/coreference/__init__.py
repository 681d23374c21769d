"""Coreference: which mentions of a report are one actor."""

from dragoman.stages.coreference.link import link_mentions

__all__ = ["link_mentions"]
