"""A fault of ours: logged in full, and told to the user by a number that is also in the log."""

from __future__ import annotations

import itertools
import logging

_log = logging.getLogger(__name__)
_numbers = itertools.count(1)


def numbered(doing: str) -> str:
    """Log the fault that is being handled, and name it for the user."""
    number = next(_numbers)
    _log.exception("fault %d in %r", number, doing)
    return f"a fault of ours, number {number} in the log"
