"""The table of formats in the documentation, from what they say of themselves: `python -m tools.formats`."""

from __future__ import annotations

from pathlib import Path

from timeline.formats.registry import FORMATS, Format
from timeline.formats.things import MACHINERY, MACHINERY_WORDS, THINGS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "formats.md"
BEGIN, END = "<!-- made by python -m tools.formats -->", "<!-- end -->"
_GROUPS = {
    "dates as they are known": ("uncertain", "one-sided", "undated", "clock", "bce", "kind"),
    "titles and quotes": ("title", "quote"),
    "why": ("reasons",),
    "status": ("status", "standing", "attribution"),
    "who and where": ("actors", "places"),
    "notes and addresses": ("note", "links"),
}
"""What is kept together is named together."""


def table() -> str:
    """A row for each format: how it is asked for, whether it comes back, what it keeps, and what is written instead."""
    head = (
        "| Format, its name for `--format`, its suffix | Keeps | Cannot say: what is written instead | Tried with |\n"
        "|---|---|---|---|\n"
    )
    return head + "".join(f"{_row(one)}\n" for one in FORMATS)


def page(text: str) -> str:
    """The page with its table made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}{END}{after}"


def _row(one: Format) -> str:
    suffixes = ", ".join(f"`{suffix}`" for suffix in one.suffixes[:2])
    back = "<br>comes back" if one.reader else ""
    cells = (f"**{one.label}**<br>`{one.name}`<br>{suffixes}{back}", _kept(one), _lost(one), one.checked)
    return f"| {' | '.join(cells)} |"


def _kept(one: Format) -> str:
    if not one.losses:
        return "everything"
    whole = [label for label, names in _GROUPS.items() if not set(names) & set(one.losses)]
    if len(whole) == len(_GROUPS):
        return "all that events say"
    parts = [
        THINGS[name].words
        for names in _GROUPS.values()
        if set(names) & set(one.losses)
        for name in names
        if name not in one.losses
    ]
    return ", ".join([*whole, *parts])


def _lost(one: Format) -> str:
    words = {name: thing.words for name, thing in THINGS.items()} | {MACHINERY: MACHINERY_WORDS}
    together: dict[str, list[str]] = {}
    for name, instead in one.losses.items():
        together.setdefault(instead, []).append(words[name])
    return "<br>".join(f"*{', '.join(named)}*: {instead}" for instead, named in together.items()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
