"""From arguments to an exit code: 0 done, 1 a fault of ours, 2 a fault in the input or the command."""

from __future__ import annotations

import os
import sys
import traceback
from typing import TYPE_CHECKING

from timeline.cli.commands import COMMANDS, program
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from collections.abc import Sequence

_TOP = ("--help", "-h", "--version", "--install-completion", "--show-completion")
DEBUG = "TIMELINE_DEBUG"


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command that the arguments name; ``timeline FILE`` is short for ``timeline open FILE``.

    Returns:
        the exit code; a user's mistake is told in one sentence on standard error, without a traceback.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] not in (*COMMANDS, *_TOP):
        words = ["open", *words]
    try:
        program(words, prog_name="timeline")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 1
    except TimelineError as fault:
        _say(str(fault))
        return 2
    except MemoryError:
        _say("there is not enough memory for this input: split it into several articles")
        return 2
    except Exception as fault:  # noqa: BLE001 - whatever it is, a user gets one sentence
        if os.environ.get(DEBUG):
            traceback.print_exc()
        _say(f"a fault of ours, not yours ({type(fault).__name__}: {fault}); with {DEBUG}=1 it is told in full")
        return 1
    return 0


def _say(sentence: str) -> None:
    from timeline.cli.table import printable  # only where there is something to say

    sys.stderr.write(f"timeline: {printable(sentence)}\n")
