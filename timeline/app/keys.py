"""What the keys do: the one list that the help shows and that assets/keys.js acts by."""

from __future__ import annotations

import json
from typing import Final, NamedTuple


class Key(NamedTuple):
    """
    A key, and the verb with its argument that the page sends when it is pressed.

    `name` is what the browser calls it, with "Alt+" or "Shift+" in front; `shown` how it stands in the help, where it
    stands there.
    """

    name: str
    shown: str
    verb: str
    arg: str | None = None


class Keys(NamedTuple):
    """Some keys and what they do; `within` names what must have the keyboard for that, as a style sheet would."""

    keys: tuple[Key, ...]
    says: str
    within: str = ""


_TITLE, _OVERVIEW = ".lane-title", "#overview"

KEYS: Final = (
    Keys((Key("ArrowLeft", "←", "step", "-1"), Key("ArrowRight", "→", "step", "1")), "previous, next event"),
    Keys(
        (Key("ArrowUp", "↑", "lane-step", "-1"), Key("ArrowDown", "↓", "lane-step", "1")),
        "event in the lane above, below",
    ),
    Keys(
        (Key("+", "+", "zoom", "in"), Key("=", "", "zoom", "in"), Key("-", "−", "zoom", "out")),
        "zoom in, out",
    ),
    Keys(
        (Key("Shift+ArrowLeft", "Shift ←", "pan", "-1"), Key("Shift+ArrowRight", "Shift →", "pan", "1")),
        "move the timeline to earlier, later days",
    ),
    Keys((Key("0", "0", "fit"),), "show everything"),
    Keys((Key("/", "/", "focus", "search"),), "search"),
    Keys((Key("f", "f", "finding", "open"),), "filter"),
    Keys((Key("e", "e", "edit", "date"),), "edit the date"),
    Keys((Key("n", "n", "mark"),), "a new event of your own"),
    Keys((Key("u", "u", "undo"),), "undo"),
    Keys((Key("U", "U", "redo"),), "do again what was undone"),
    Keys((Key("Escape", "Esc", "leave"),), "close what is open"),
    Keys((Key("?", "?", "dialog", "help"),), "this help"),
    Keys(
        (Key("Alt+ArrowUp", "Alt ↑", "lane-move", "-1"), Key("Alt+ArrowDown", "Alt ↓", "lane-move", "1")),
        "on the title of a lane: move the lane up, down",
        _TITLE,
    ),
    Keys(
        (Key("ArrowLeft", "←", "overview", "-1"), Key("ArrowRight", "→", "overview", "1")),
        "on the strip below: move what is seen, or the edge that has the keyboard",
        _OVERVIEW,
    ),
    Keys(
        (Key("PageUp", "Page ↑", "overview", "-10"), Key("PageDown", "Page ↓", "overview", "10")),
        "there: the same by large steps",
        _OVERVIEW,
    ),
    Keys(
        (Key("Home", "Home", "overview", "first"), Key("End", "End", "overview", "last")),
        "there: to the first, to the last day",
        _OVERVIEW,
    ),
)


def written() -> str:
    """The list as the page takes it: ``[[name, verb, argument or null, within], …]`` as JSON."""
    rows = [[key.name, key.verb, key.arg, row.within] for row in KEYS for key in row.keys]
    return json.dumps(rows, separators=(",", ":"))
