"""Markwhen text as rows: header, sections as lanes, events with their properties, tags and words."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from timeline.errors import SavedTimelineError
from timeline.formats.body import MARKED, parts_in
from timeline.formats.markwhen import unguarded
from timeline.formats.rows import Cell, Row, Rows
from timeline.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOCK = r"(?:[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?[ap]m)?Z?)"
_ONE = (
    rf"(?:\d{{4}}-\d\d-\d\d{_CLOCK}?|\d{{4}}-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{1,2}}/\d{{4}}|\d{{1,5}}\s?(?:BCE?|CE|AD)\b|\d{{4}}"
    r"|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2} [A-Za-z]{3,9},? \d{4}|[A-Za-z]{3,9} \d{4})"
)
_EVENT = re.compile(
    rf"\s*({_ONE})(?:\s*(?:/|-|–|\bto\b)\s*({_ONE}))?(\s+every\b[^:]*)?\s*:(?!\d)\s?(.*)", re.IGNORECASE
)
_BEGUN = re.compile(r"\s*(?:now|by|before|after|\d|!)[^:]{0,40}:", re.IGNORECASE)
_SECTION = re.compile(r"\s*#{1,6}\s+(.*)")
_PROPERTY = re.compile(r"\s*([\w.-]+):(?:\s+(.*))?\Z")
_TAG = re.compile(r"(?:^|\s)#(?!\d+(?:\s|$))(\w+)")
_STATUSES = {one.value for one in Status}
LARGEST = 50_000_000  # bytes


def read(data: bytes, name: str) -> Rows:
    """
    The events of a Markwhen text. A date that is relative to another event is not read, and said by its line.

    Raises:
        SavedTimelineError: it is too large, no UTF-8 text, or has no events.
    """
    if len(data) > LARGEST:
        raise SavedTimelineError(f"{name} is larger than {LARGEST // 1_000_000} MB: split it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise SavedTimelineError(f"{name} is not UTF-8 text (byte {fault.start}): save it as UTF-8") from fault
    lines = text.replace("\r\n", "\n").split("\n")
    starts = [number for number, line in enumerate(lines) if _EVENT.match(line)]
    if not starts and not _title(lines):
        raise SavedTimelineError(f"{name} has no events: Markwhen writes one as 2025-08-19: what happened")
    rows: list[Row] = []
    notes: list[str] = []
    lane = ""
    for line in lines[: starts[0]] if starts else []:
        lane = _section(line) or lane
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        block = lines[start:end]
        rows.append(_row(start + 1, block, lane, notes, name))
        for at, line in enumerate(block[1:], start + 2):
            lane = _section(line) or lane
            if _BEGUN.match(line) and not _PROPERTY.match(line):
                notes.append(f"{name}, line {at}: {line.strip()[:40]!r} is dated by another event: it is left out")
    return Rows("Markwhen", tuple(rows), _title(lines[: starts[0]] if starts else lines), "line", None, tuple(notes))


def _section(line: str) -> str:
    found = _SECTION.match(line)
    return found[1].strip() if found else ""


def _title(header: Sequence[str]) -> str | None:
    found = next((one for line in header if (one := _PROPERTY.match(line)) and one[1].lower() == "title"), None)
    return _value(found[2] or "") or None if found else None


def _value(text: str) -> str:
    """A property's value; between quotes as YAML reads it."""
    text = text.strip()
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        try:
            return str(json.loads(text))
        except ValueError:
            return text[1:-1]
    return text[1:-1] if text.startswith("'") and text.endswith("'") and len(text) > 1 else text


def _row(number: int, block: Sequence[str], lane: str, notes: list[str], name: str) -> Row:
    found = _EVENT.match(block[0])
    if found is None:
        raise KeyError(block[0])
    if found[3]:
        notes.append(f"{name}, line {number}: {found[3].strip()!r}: only the first of several is read")
    properties: dict[str, str] = {}
    at = 1
    while at < len(block) and (one := _PROPERTY.match(block[at])) is not None:
        properties[one[1].lower()] = _value(one[2] or "")
        at += 1
    title, tags = _tagged(found[4])
    body = [unguarded(line.strip()) for line in block[at:] if not _SECTION.match(line) and not _comment(line)]
    told = parts_in(body)
    told.pop("why", None)
    status = next((tag for tag in tags if tag in _STATUSES), "")
    cells = {role: Cell(text, role) for role, text in told.items()}
    cells |= {role: Cell(told.get(role, ""), role) for role in MARKED if role not in told}
    cells |= {"date": Cell(found[1], "date"), "title": Cell(unguarded(title), "title")}
    if status and not told.get("status"):
        cells["status"] = Cell("" if status == Status.HAPPENED.value else status, "status")
    for role, text in (
        ("end", found[2] or ""),
        ("shown", properties.pop("when", "")),
        ("edtf", properties.pop("edtf", "")),
        ("id", properties.pop("id", "")),
        ("check", properties.pop("check", "")),
        ("lane", lane),
    ):
        if text:
            cells[role] = Cell(text, role)
    rest = {key: text for key, text in properties.items() if text}
    kept = [tag for tag in tags if tag not in _STATUSES]
    if kept:
        rest["tags"] = " ".join(kept)
    return Row(number, cells, rest)


def _comment(line: str) -> bool:
    return line.strip().startswith("//")


def _tagged(text: str) -> tuple[str, list[str]]:
    """A title without the tags at its end, and all its tags."""
    tags = _TAG.findall(text)
    bare = re.sub(r"(?:\s+#(?!\d+(?:\s|$))\w+)+\s*\Z", "", f" {text}")
    return bare.strip(), tags
