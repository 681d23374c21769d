"""How long the tables of knowledge take: compiled against read as they are, in one run.

Prints the seconds and megabytes to load the compiled file and make all look-ups ready, and the
seconds to check and compile the tables. Each load is a process of its own, the best of five. The
megabytes come from /proc: Linux only.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dragoman.knowledge.compile import build

LOAD = """
import resource, sys, time
from pathlib import Path
from dragoman.knowledge import base, compiled, places
if sys.argv[1] == "tables":
    compiled.ours = lambda: None
def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
before = resident()
start = time.perf_counter()
knowledge = base.Knowledge.load()
knowledge.find("Hakan Fidan met Sergey Lavrov")
knowledge.people_by_family("Lavrov")
places.KnownPlaces.load()
took = time.perf_counter() - start
print(took, (resident() - before) / 2**20)
"""


def loaded(way: str) -> tuple[float, float]:
    """Return seconds and megabytes of the quickest of five loads."""
    runs = []
    for _ in range(5):
        command = [sys.executable, "-c", LOAD, way]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        seconds, megabytes = map(float, out.split())
        runs.append((seconds, megabytes))
    return min(runs)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        build(Path(folder) / "knowledge.msgpack")
        print(f"check and compile   {time.perf_counter() - start:6.2f} s")
    figures = {way: loaded(way) for way in ("compiled", "tables")}
    for way, (seconds, megabytes) in figures.items():
        print(f"load {way:<13} {seconds:7.3f} s {megabytes:6.1f} MB")
    print(f"ratio {figures['compiled'][0] / figures['tables'][0]:18.2f}")


if __name__ == "__main__":
    main()
