"""The command line: `dragoman COMMAND`."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from io import TextIOWrapper
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dragoman.errors import BadInput, DragomanError
from dragoman.service import about, asking, coding, looking, measuring
from dragoman.service.terminal import note

__all__ = ["app", "main"]

_FAILED = 1
_WRONG_USE = 2
# As shells count a program that ended by a signal: 128 and SIGINT's, SIGPIPE's number.
_INTERRUPTED = 130
_NO_READER = 141


class Commands(TyperGroup):
    """The commands; what a user can cause ends in one line and an exit code."""

    def invoke(self, context: Any) -> Any:
        """Run a command and turn errors made on purpose into messages."""
        try:
            answer = super().invoke(context)
            sys.stdout.flush()
        except BadInput as error:
            note(f"dragoman: {error}")
            raise typer.Exit(_WRONG_USE) from error
        except DragomanError as error:
            note(f"dragoman: {error}")
            raise typer.Exit(_FAILED) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(_INTERRUPTED) from error
        except BrokenPipeError as error:
            _silence()
            raise typer.Exit(_NO_READER) from error
        except OSError as error:
            _silence()
            note(f"dragoman: {error.filename or 'the output'}: {error.strerror}")
            raise typer.Exit(_FAILED) from error
        return answer


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Reads reports of diplomacy and conflict and keeps the record: who did what to whom, "
    "when, where, and who says so.",
)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {version('dragoman')}")
        raise typer.Exit


@app.callback()
def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version."),
    ] = False,
) -> None: ...


for _name, _command in (
    ("code", coding.code),
    ("add", coding.add),
    ("events", asking.events),
    ("show", asking.show),
    ("brief", asking.brief),
    ("sql", asking.sql),
    ("who", looking.who),
    ("when", looking.when),
    ("place", looking.place),
    ("score", measuring.score),
    ("schema", about.schema),
    ("doctor", about.doctor),
    ("demo", about.demo),
):
    app.command(_name)(_command)


def main() -> None:
    """Run the command of this process's arguments."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # records are UTF-8 whatever the locale; a name that a terminal cannot show is no error
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()


def _silence() -> None:
    """Send what is still in the buffer of standard output nowhere: it cannot be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
