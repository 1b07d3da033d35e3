"""The commands and the sentences of faults in the documentation, from the program: `python -m tools.reference`."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import typer

from timeline.cli.commands import program
from tools import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
_MARKUP = re.compile(r"\[/?(?:bold|dim|italic)\]")
_HEAD = """# Commands

Made by `python -m tools.reference` from the program itself.

`timeline FILE…` is short for `timeline open FILE…`.
Exit codes: 0 done, 1 a fault of ours, 2 a fault in the input or the command; 130 stopped by Ctrl-C.
"""


def written() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_of(typer.main.get_command(program), "timeline")])


def _of(command: Any, name: str) -> Iterator[str]:  # noqa: ANN401 - a command of typer's, which has no public type
    """A command, and those below it, in their order."""
    subcommands: dict[str, Any] = getattr(command, "commands", {})
    yield f"## {name}\n"
    yield f"{_plain(command.help or '')}\n"
    rows = [row for parameter in command.params if (row := _row(parameter)) is not None]
    if rows:
        yield "| | |\n|---|---|"
        yield from rows
        yield ""
    for subname, subcommand in subcommands.items():
        yield from _of(subcommand, f"{name} {subname}")


def _row(parameter: Any) -> str | None:  # noqa: ANN401 - as above
    """A parameter as a row: what is written, and what it does."""
    told = getattr(parameter, "help", None) or ""
    if getattr(parameter, "hidden", False):
        return None
    if parameter.param_type_name == "argument":
        written_ = parameter.metavar or parameter.name.upper()
    else:
        value = "" if getattr(parameter, "is_flag", False) else f" {parameter.metavar or _kind(parameter)}"
        written_ = ", ".join([*parameter.opts, *parameter.secondary_opts]) + value
    default = parameter.default
    if getattr(parameter, "show_default", False) and default not in (None, False, (), []) and not callable(default):
        told = f"{told} [default: {getattr(default, 'value', default)}]"
    return f"| `{written_}` | {_plain(told)} |"


def _kind(parameter: Any) -> str:  # noqa: ANN401 - as above
    """What an option takes: one of some words, or something of a kind."""
    for part in (parameter.type_descriptor.annotation, *get_args(parameter.type_descriptor.annotation)):
        if isinstance(part, type) and issubclass(part, Enum):
            return "\\|".join(str(choice.value) for choice in part)
    return {int: "NUMBER", float: "NUMBER"}.get(parameter.type_descriptor.annotation, "TEXT")


def _plain(text: str) -> str:
    """Help as Markdown: its marks for the terminal gone, each paragraph in one line."""
    paragraphs = re.split(r"\n\s*\n", _MARKUP.sub("", text).strip())
    return (
        "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).replace("|", "\\|").replace("\\\\|", "\\|")
    )


if __name__ == "__main__":
    PLACE.write_text(written(), "utf-8")
    messages.PLACE.write_text(messages.written(), "utf-8")
