"""From arguments to an exit code: 0 done, 1 a fault of ours, 2 a fault in the input or the command."""

from __future__ import annotations

import os
import sys
import traceback
from difflib import get_close_matches
from typing import TYPE_CHECKING

import typer

from timeline.cli.commands import COMMANDS, program
from timeline.cli.usage import misunderstood
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOP = ("--help", "-h", "--version", "--install-completion", "--show-completion")
_NEAR = 0.7
DEBUG = "TIMELINE_DEBUG"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command that the arguments name; ``timeline FILE`` is short for ``timeline open FILE``.

    Returns:
        the exit code; a user's mistake is told in one sentence on standard error, without a traceback.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    _open_all_streams()
    if not words or words[0] not in (*COMMANDS, *_TOP):
        words = ["open", *words]
    try:
        return int(program(words, prog_name="timeline", standalone_mode=False) or 0)
    except typer.TyperException as fault:
        said = misunderstood(fault)
        if said:
            _say(said)
        return 2
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # a reader who has seen enough of the help
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            return 0
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except TimelineError as fault:
        _say(f"{fault}{_meant(words)}")
        return 2
    except MemoryError:
        _say("there is not enough memory for this input: split it into several articles")
        return 2
    except Exception as fault:  # noqa: BLE001 - whatever it is, a user gets one sentence
        if os.environ.get(DEBUG):
            traceback.print_exc()
        _say(f"a fault of ours, not yours ({type(fault).__name__}: {fault}); with {DEBUG}=1 it is told in full")
        return 1


def _meant(words: Sequence[str]) -> str:
    """A question behind the sentence on a file that is not there: a command that is written nearly as it is."""
    near = get_close_matches(words[1], COMMANDS, 1, _NEAR) if len(words) > 1 and words[0] == "open" else []
    return f"; or is it the command {near[0]!r}?" if near and not os.path.lexists(words[1]) else ""


def _open_all_streams() -> None:
    """A program that is started without standard output or error writes to nobody."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the very end
    sys.stderr = sys.stderr or sys.stdout


def _say(sentence: str) -> None:
    from timeline.cli.table import printable  # only where there is something to say

    sys.stderr.write(f"timeline: {printable(sentence)}\n")
