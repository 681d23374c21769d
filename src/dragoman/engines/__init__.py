"""Where coding runs: in this process, or in many."""

from dragoman.engines.many import Coder, many_processes
from dragoman.engines.one import one_process

__all__ = ["Coder", "many_processes", "one_process"]
