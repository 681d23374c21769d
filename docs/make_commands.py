"""The reference of the commands, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from dragoman.service.cli import app

__all__ = ["command_reference", "commands"]

_HELP = "| `--help` | Show the command and its options. |"


def commands() -> dict[str, Any]:
    """Return the commands by name, in the order of the program's own help."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def command_reference() -> str:
    """Return a section a command: what it does, how it is called, its arguments and options."""
    return "\n".join(line for name, known in commands().items() for line in _section(name, known))


def _section(name: str, known: Any) -> Iterator[str]:
    arguments = [param for param in known.params if not _is_option(param)]
    options = [param for param in known.params if _is_option(param)]
    usage = " ".join(_argument(param) for param in arguments)
    yield from (f"### {name}", "", known.help, "")
    yield from ("```sh", f"dragoman {name} {usage} [OPTIONS]".replace("  ", " "), "```", "")
    yield from ("| argument or option | meaning |", "|---|---|")
    for param in (*arguments, *options):
        label = ", ".join(param.opts) if _is_option(param) else param.metavar
        yield f"| `{label}{_value(param)}` | {_meaning(param)} |"
    yield from (_HELP, "")


def _is_option(param: Any) -> bool:
    return str(param.opts[0]).startswith("-")


def _argument(param: Any) -> str:
    return f"{param.metavar}..." if param.nargs == -1 else str(param.metavar)


def _value(param: Any) -> str:
    if not _is_option(param) or param.is_flag:
        return ""
    return f" {param.metavar or 'VALUE'}"


def _meaning(param: Any) -> str:
    told = str(param.help).replace("|", "\\|")
    if param.default in (None, False) or param.required:
        return told
    return f"{told} Default: `{param.default}`."
