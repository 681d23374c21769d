"""Actors: which words of a report name an actor, and who is meant."""

from dragoman.stages.actors.find import find_actors

__all__ = ["find_actors"]
