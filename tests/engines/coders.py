"""Coders for the engines to run; in a module of their own, so that processes can load them."""

import os
import time

import msgspec

from dragoman.errors import MissingModel
from dragoman.record import Report


class Capitals:
    def code_report(self, report: Report) -> Report:
        return msgspec.structs.replace(report, title=report.text.upper())


class Uneven(Capitals):
    def code_report(self, report: Report) -> Report:
        time.sleep(0.02 if report.text.endswith("0") else 0)
        return super().code_report(report)


class Process:
    """Writes down its process and how many coders that process has made."""

    made = 0

    def __init__(self) -> None:
        Process.made += 1

    def code_report(self, report: Report) -> Report:
        return msgspec.structs.replace(report, title=f"{os.getpid()} {Process.made}")


class Dying:
    def code_report(self, report: Report) -> Report:
        os._exit(3)


class Faulty:
    def code_report(self, report: Report) -> Report:
        raise ZeroDivisionError(report.text)


def without_model() -> Capitals:
    raise MissingModel("the English model is not installed")
