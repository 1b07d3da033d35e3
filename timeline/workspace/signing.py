"""Who is at work at this moment, where several people work through one program."""

from __future__ import annotations

from contextvars import ContextVar

_who: ContextVar[str | None] = ContextVar("who", default=None)


def sign(name: str | None) -> None:
    """From here on, in this thread, edits are signed with a name; None: with the one that was given at the start."""
    _who.set(name)


def signed(by: str | None) -> str | None:
    """The name for an edit: of whoever is at work, else *by*."""
    return _who.get() or by
