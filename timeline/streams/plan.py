"""What a folder of results is of: its parts and how they are read, so that a run goes on where the last one ended."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from importlib import metadata
from typing import TYPE_CHECKING, Any

from timeline.errors import ExportError
from timeline.streams import parts as cut
from timeline.streams.batch import How, file_name
from timeline.streams.parts import Part, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.streams.places import Folder

FILE = "_parts.json"
"""Begins as files do that a reader of Parquet folders leaves alone."""


def begin(inputs: Sequence[str], how: How, folder: Folder) -> tuple[list[Part], list[Part]]:
    """
    All parts of what is to be read, and those of them that are still to be done; the folder is made and remembers them.

    Raises:
        ArticleError: nothing is there to be read, or a file has changed since it was read into the folder.
        ExportError: the folder cannot be written, or holds what was read otherwise.
    """
    folder.make()
    there = folder.names()
    settled = _settled(how)
    known: list[Part] = []
    if FILE in there:
        known = _known(json_of(folder), settled, folder.address)
    every = cut.parts(inputs, known, folder.address)
    if every != known:
        data = {"read": settled, "parts": [asdict(part) for part in every]}
        folder.write(FILE, json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return every, [part for part in every if file_name(part.name, how.format) not in there]


def json_of(folder: Folder) -> dict[str, Any]:
    """What a folder remembers; ExportError where that is not to be read."""
    try:
        data = json.loads(folder.read(FILE))
        if isinstance(data["read"], dict) and isinstance(data["parts"], list):
            return dict(data)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise _damaged(folder.address) from fault
    raise _damaged(folder.address)


def _known(data: dict[str, Any], settled: dict[str, Any], address: str) -> list[Part]:
    other = [name for name in settled if data["read"].get(name) != settled[name]]
    if other:
        was, now = ({name: one.get(name) for name in other} for one in (data["read"], settled))
        raise ExportError(
            f"{address} holds results that were read otherwise ({_told(was)}; now {_told(now)}): "
            "choose another folder, or the same options"
        )
    try:
        return [Part(one["name"], tuple(Piece(**piece) for piece in one["pieces"])) for one in data["parts"]]
    except (KeyError, TypeError) as fault:
        raise _damaged(address) from fault


def _settled(how: How) -> dict[str, Any]:
    """What must be the same for all parts of a folder, as plain data."""
    published = None if how.published is None else "/".join(day or ".." for day in how.published.as_dict().values())
    plain = asdict(replace(how, published=None)) | {"published": published}
    return plain | {"version": metadata.version("article-timeline")}


def _told(settings: dict[str, Any]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in settings.items())


def _damaged(address: str) -> ExportError:
    return ExportError(f"{address}/{FILE} is damaged, so what is done already cannot be told: choose another folder")
