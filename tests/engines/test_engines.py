import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.engines import many_processes, one_process
from dragoman.errors import BadInput, DragomanError, MissingModel
from dragoman.record import Report, report_id
from tests.engines.coders import Capitals, Dying, Faulty, Process, Uneven, without_model


def reports(count: int, length: int = 1) -> Iterator[Report]:
    for number in range(count):
        text = "word " * length + str(number)
        yield Report(id=report_id(None, None, text), text=text)


def test_engines_agree_and_keep_the_order() -> None:
    alone = list(one_process(Uneven().code_report, reports(100)))
    assert list(many_processes(Uneven, reports(100), 2)) == alone


def test_no_reports_give_no_records() -> None:
    assert list(many_processes(Capitals, [], 2)) == []


def test_one_process_reads_only_what_is_asked_for() -> None:
    source = reports(10)
    next(one_process(Capitals().code_report, source))
    assert next(source).text.endswith("1")


def test_many_processes_read_only_a_few_chunks_ahead() -> None:
    source = reports(10_000, length=40)
    coded = many_processes(Capitals, source, 1)
    next(coded)
    assert int(next(source).text.split()[-1]) < 100
    coded.close()


def test_a_process_makes_its_coder_once() -> None:
    told = {report.title for report in many_processes(Process, reports(200), 2)}
    assert {str(words).split()[1] for words in told} == {"1"}
    assert str(os.getpid()) not in {str(words).split()[0] for words in told}


def test_a_dead_process_is_reported() -> None:
    with pytest.raises(DragomanError, match="ended unexpectedly"):
        list(many_processes(Dying, reports(3), 1))


def test_a_coder_that_cannot_be_made_says_why() -> None:
    with pytest.raises(MissingModel, match="English model is not installed"):
        list(many_processes(without_model, reports(3), 1))


def test_a_fault_in_coding_is_raised_as_it_is() -> None:
    with pytest.raises(ZeroDivisionError, match="word 0"):
        list(many_processes(Faulty, reports(3), 1))


def test_less_than_one_process_is_refused_at_once() -> None:
    with pytest.raises(BadInput, match="0 processes: at least one is needed"):
        many_processes(Capitals, [], 0)


def test_a_caller_that_stops_early_leaves_no_process() -> None:
    coded = many_processes(Capitals, reports(10_000), 2)
    next(coded)
    coded.close()
    assert multiprocessing.active_children() == []


ENDLESS = """
import itertools, signal
from dragoman.engines import many_processes
from dragoman.record import Report
from tests.engines.coders import Capitals

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    endless = (Report(id=str(n), text=f"word {n}") for n in itertools.count())
    try:
        for number, report in enumerate(many_processes(Capitals, endless, 2)):
            if number == 5:
                print("coding", flush=True)
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals to a process group are POSIX")
def test_an_interrupt_ends_cleanly(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    environment = {**os.environ, "PYTHONPATH": root}
    with subprocess.Popen(
        [sys.executable, str(script)], env=environment, start_new_session=True, **pipes
    ) as running:
        assert running.stdout.readline() == "coding\n"
        time.sleep(0.1)
        os.killpg(running.pid, signal.SIGINT)
        said, complaints = running.communicate(timeout=60)
    assert (running.returncode, said, complaints) == (0, "stopped\n", "")
