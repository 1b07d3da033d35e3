"""What is to be read is cut into parts: every article is in one of them, once, and stays there."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import ArticleError
from timeline.streams import parts as cut
from timeline.streams import places
from timeline.streams.parts import Piece, parts
from timeline.workspace.lines import all_lines

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"")), max_size=20)


@given(LINES, st.integers(1, 30), st.booleans())
def test_neighbouring_stretches_have_every_line_once(lines: list[bytes], step: int, ended: bool) -> None:  # noqa: FBT001 - drawn
    """Wherever a file is cut, also in the middle of a line, on its end, or behind the last one."""
    data = b"\n".join(lines) + (b"\n" if ended and lines else b"")
    whole = list(all_lines(io.BytesIO(data), 0, None))
    cuts = range(0, max(len(data), 1), step)
    apart = [one for first in cuts for one in all_lines(io.BytesIO(data), first, min(first + step, len(data)))]

    assert apart == whole
    assert b"".join(line for _, line in whole) == data
    assert all(data[place : place + len(line)] == line for place, line in whole)


def test_small_files_share_a_part_and_long_ones_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a part are of a hundred kilobytes together, a file of lines is one part for each stretch."""
    monkeypatch.setattr(cut, "STRETCH", 100)
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("It rained. " * 4, "utf-8")
    (tmp_path / "more.jsonl").write_text('{"text": "It rained."}\n' * 10, "utf-8")
    (tmp_path / "packed.jsonl.gz").write_bytes(gzip.compress(b'{"text": "It rained."}\n' * 10))
    (tmp_path / "other.xyz").write_text("no article", "utf-8")
    (tmp_path / ".hidden.txt").write_text("no article", "utf-8")
    made = parts([str(tmp_path)])

    assert [[places.name_of(piece.address) for piece in part.pieces] for part in made] == [
        ["0.txt", "1.txt"],
        ["2.txt", "3.txt"],
        ["4.txt"],
        *([["more.jsonl"]] * 3),
        ["packed.jsonl.gz"],
    ]
    assert [part.name for part in made] == [f"part-{number:06}" for number in range(7)]
    assert [(piece.first, piece.end) for part in made[3:6] for piece in part.pieces] == [
        (0, 100),
        (100, 200),
        (200, 230),
    ]


def test_what_is_new_comes_behind_what_is_known(tmp_path: Path) -> None:
    """A folder that grows keeps its parts; the file named, the pattern and the folder mean the same file."""
    for name in ("b.txt", "d.txt"):
        (tmp_path / name).write_text("It rained.", "utf-8")
    known = parts([str(tmp_path), str(tmp_path / "b.txt"), str(tmp_path / "*.txt")])
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text("It snowed.", "utf-8")
    made = parts([str(tmp_path)], known)

    assert len(known) == 1
    assert made[:1] == known
    assert [piece.address for piece in made[1].pieces] == [str(tmp_path / "a.txt"), str(tmp_path / "c.txt")]


def test_a_file_that_has_changed_is_told(tmp_path: Path) -> None:
    """Its rows would be of another text."""
    file = tmp_path / "a.txt"
    file.write_text("It rained.", "utf-8")
    known = parts([str(file)])
    file.write_text("It rained and snowed.", "utf-8")
    with pytest.raises(ArticleError, match=r"a\.txt has changed .*10 bytes, now 21"):
        parts([str(file)], known)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("nowhere", "does not exist or holds nothing"),
        ("nothing-*.txt", "does not exist or holds nothing"),
        ("https://example.org/a.jsonl", "a page of the web"),
        ("simplecache::https://example.org/a.jsonl", "a page of the web"),
        ("zip://*.txt::http://example.org/a.zip", "a page of the web"),
        ("ftp://127.0.0.1:1/a.txt", "cannot be read"),
        ("foo://example.org/a.jsonl", "which is not known"),
    ],
)
def test_what_is_not_there_is_told(address: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, with the address."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArticleError, match=says) as fault:
        parts([address])
    assert address in str(fault.value)


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    """What it may hold is named."""
    (tmp_path / "a.xyz").write_text("?", "utf-8")
    with pytest.raises(ArticleError, match=r"nothing that can be read .*\.jsonl"):
        parts([str(tmp_path)])


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    """As everywhere else, its contents tell what it is."""
    (tmp_path / "a.xyz").write_text("It rained.", "utf-8")
    assert parts([str(tmp_path / "a.xyz")])[0].pieces == (Piece(str(tmp_path / "a.xyz"), 10),)
