"""Files that are damaged anywhere are read as far as they go, or refused in one sentence: never a fault of ours."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.articles.files import mail, page, pdf, with_part, word
from tests.formats.hostile import timeline
from timeline.articles import reading
from timeline.errors import ArticleError, TimelineError
from timeline.formats.registry import NAMES
from timeline.workspace.tables import timeline_of

FERRY = "The ferry sank on Tuesday after a fire in the engine room, the coast guard said. Divers came two days later."


@cache
def whole(suffix: str) -> bytes:
    """A sound file of each format."""
    return {
        "html": page(f"<p>{FERRY}</p><ul><li>One.</li></ul><time datetime='2025-08-20'>20 August 2025</time>"),
        "mhtml": mail(page(f"<p>{FERRY}</p>").decode(), "Content-Location: https://a.example/b", kind="text/html"),
        "md": f"---\ntitle: a\ndate: 2025-08-20\n---\n# A\n\n{FERRY}\n\n```\nx\n```\n> b\n".encode(),
        "eml": mail(f"{FERRY}\n\nOn Tuesday, Tom wrote:\n> Old.\n-- \nJane\n", "From: Jane", "Date: Wed, 20 Aug 2025"),
        "pdf": pdf([[FERRY], [FERRY]], head="The Gazette", foot=True),
        "docx": word(("Title", "Ferry"), ("Normal", FERRY), ("List Bullet", "One.")),
    }[suffix]


class Named(io.BytesIO):
    """Bytes with a file's name."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


def read(data: bytes, suffix: str) -> None:
    """It is an article with its places in it, or one sentence."""
    said = ""
    try:
        article = reading.read(Named(data, f"ferry.{suffix}"))
    except ArticleError as fault:
        said = str(fault)
    assert "\n" not in said
    if said:
        return
    assert article.text.strip()
    places = [] if article.original is None else [place.start for place in article.original.places]
    assert places == sorted(set(places))
    assert all(0 <= start < len(article.text) for start in places)


def worse(data: st.DataObject, content: bytes) -> bytes:
    """Bytes overwritten, cut out and put in, anywhere."""
    damaged = bytearray(content)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(0, len(damaged) - 1)))
        length = data.draw(st.integers(0, 40))
        damaged[at : at + length] = data.draw(st.binary(max_size=20))
    return bytes(damaged)


@pytest.mark.parametrize("suffix", ["html", "mhtml", "md", "eml", "pdf", "docx"])
@given(st.data())
def test_a_damaged_file_is_no_fault_of_ours(suffix: str, data: st.DataObject) -> None:
    """Bytes overwritten, cut out and put in, anywhere."""
    read(worse(data, whole(suffix)), suffix)


@pytest.mark.parametrize("suffix", ["html", "mhtml", "md", "eml", "pdf", "docx", "txt"])
@given(st.binary(max_size=300))
def test_any_bytes_are_no_fault_of_ours(suffix: str, content: bytes) -> None:
    """Whatever the name of a file promises."""
    read(content, suffix)


@cache
def told(name: str) -> bytes:
    """Events in each format that comes back."""
    return NAMES[name].write(timeline())


@pytest.mark.parametrize("name", ["xlsx", "csv", "ics", "timelinejs", "markwhen", "timeml"])
@given(st.data())
def test_damaged_events_are_no_fault_of_ours(name: str, data: st.DataObject) -> None:
    """They are read as far as they go, or refused in one sentence; what is packed is damaged within, too."""
    content = told(name)
    if content.startswith(b"PK") and data.draw(st.booleans()):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            part = data.draw(st.sampled_from(archive.namelist()))
            content = with_part(content, part, worse(data, archive.read(part)))
    else:
        content = worse(data, content)
    said = ""
    try:
        timeline_of(NAMES[name].read(content, "ferry"), "ferry", "both")
    except TimelineError as fault:
        said = str(fault)
    assert "\n" not in said


TAGS = st.sampled_from(
    [
        *("<p>", "</p>", "<div>", "</div>", "<table>", "<tr>", "<td>", "<ul>", "<li>", "<h1>", "</h1>", "<br>"),
        *(
            "<!--",
            "-->",
            "<a href=x>",
            "<meta name=date content=2025>",
            "<time>",
            "<script>",
            "</script>",
            "&amp",
            "]]>",
        ),
    ]
)


@given(st.lists(TAGS | st.text(max_size=12), max_size=60))
def test_any_markup_is_no_fault_of_ours(parts: list[str]) -> None:
    """Tags that nobody closes, in any order."""
    read(f"<html><body>{FERRY}{''.join(parts)}</body></html>".encode("utf-8", "replace"), "html")
