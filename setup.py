"""The one step of a build that pyproject.toml cannot say: the tables of knowledge are compiled."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SOURCES = Path(__file__).parent / "src"


class BuildWithKnowledge(build_py):
    """Checks and compiles the tables first; a fault in them fails the build."""

    def run(self) -> None:
        """Compile into the sources, from where package data are taken."""
        environment = {**os.environ, "PYTHONPATH": os.fspath(SOURCES)}
        command = [sys.executable, "-m", "dragoman.knowledge.compile"]
        subprocess.run(command, env=environment, check=True)
        super().run()


setup(cmdclass={"build_py": BuildWithKnowledge})
