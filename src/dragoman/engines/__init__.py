"""Where coding runs: in this process, or in many."""

from dragoman.engines.many import Coder, many_processes
from dragoman.engines.one import one_process
from dragoman.engines.reports import PipelineCoder, code_reports

__all__ = ["Coder", "PipelineCoder", "code_reports", "many_processes", "one_process"]
