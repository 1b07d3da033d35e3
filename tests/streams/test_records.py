"""Lines with an article each: what they say is taken, and what is wrong with one is told in its place."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from timeline.streams.parts import parts
from timeline.streams.records import records

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.workspace.lines import Record


def read(place: Path, *lines: Any) -> list[Record]:
    """The records of a file with these lines."""
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    file = place / "news.jsonl"
    file.write_text(text, "utf-8")
    return [one for part in parts([str(file)]) for piece in part.pieces for one in records(piece, None)]


@pytest.mark.parametrize(
    ("said", "published", "given"),
    [
        ({"published": "2021-05-04"}, {"earliest": "2021-05-04", "latest": "2021-05-04"}, "metadata"),
        ({"date": "2021-05-04T10:00:00Z"}, {"earliest": "2021-05-04", "latest": "2021-05-04"}, "metadata"),
        ({"date_publish": "2021-05-04 10:00:00"}, {"earliest": "2021-05-04", "latest": "2021-05-04"}, "metadata"),
        ({"published": "May 2021"}, {"earliest": None, "latest": None}, None),
        ({"published": "soon"}, {"earliest": None, "latest": None}, None),
        ({}, {"earliest": None, "latest": None}, None),
    ],
)
def test_the_day_a_line_tells_is_metadata(
    said: dict[str, str], published: object, given: str | None, tmp_path: Path
) -> None:
    """One whole day is taken as what the file tells; less is left open."""
    (found,) = read(tmp_path, {"text": "The mill burned down on Tuesday.", **said})
    assert found.article is not None
    assert found.article.published.as_dict() == published
    assert found.article.given == given


def test_the_day_the_text_prints_goes_first(tmp_path: Path) -> None:
    """Many lines tell the day on which something was crawled."""
    text = "Published 3 May 2021\n\nThe mill burned down on Saturday."
    (found,) = read(tmp_path, {"text": text, "date": "2022-01-01"})
    assert found.article is not None
    assert (found.article.published.as_dict()["latest"], found.article.given) == ("2021-05-03", "text")


def test_names_titles_and_sources_are_taken(tmp_path: Path) -> None:
    """From whichever of the usual names has them."""
    line = {"id": 7, "headline": "Mill burns", "body": "The mill burned down.", "url": "https://example.org/7"}
    (found,) = read(tmp_path, line)
    assert found.article is not None
    assert (found.name, found.article.title, found.article.source) == ("7", "Mill burns", "https://example.org/7")
    assert found.place == f"{tmp_path / 'news.jsonl'}@0"


def test_what_is_wrong_is_told_with_its_line(tmp_path: Path) -> None:
    """The others are read."""
    good = {"text": "The mill burned down."}
    found = read(tmp_path, good, "{not json", "", {"title": "A"}, [1], {"text": " 12 "}, good)
    told = [one.fault and one.fault.removeprefix(str(tmp_path / "news.jsonl")) for one in found]
    assert told == [
        None,
        ", line 2: this is no JSON (Expecting property name enclosed in double quotes at column 2)",
        ", line 4: it has no text: one of text, body, content is to hold it",
        ', line 5: this is no JSON object: an article is {"text": …, "published": …}',
        ", line 6: it has no sentence in it: give an article as plain text",
        None,
    ]
    assert len({one.place for one in found}) == len(found)


def test_a_packed_file_that_is_cut_off_keeps_what_is_whole(tmp_path: Path) -> None:
    """What can be read is read, and the end is told."""
    data = gzip.compress("".join(f'{{"text": "The mill burned down on {n} May."}}\n' for n in range(1, 30)).encode())
    file = tmp_path / "news.jsonl.gz"
    file.write_bytes(data[:-12])
    found = [one for part in parts([str(file)]) for piece in part.pieces for one in records(piece, None)]
    assert found[-1].fault is not None
    assert "cannot be read to its end" in found[-1].fault


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    """A line in another encoding does not stop the others."""
    file = tmp_path / "news.jsonl"
    file.write_bytes('{"text": "Café."}\n'.encode("latin-1") + b'{"text": "Rain fell."}\n')
    found = [one for part in parts([str(file)]) for piece in part.pieces for one in records(piece, None)]
    assert found[0].fault is not None
    assert "line 1: this is not UTF-8 text" in found[0].fault
    assert found[1].article is not None
