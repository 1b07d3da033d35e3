"""PDFs: lines become paragraphs again, each with its page; what cannot be read is said in one sentence."""

from __future__ import annotations

import zlib
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.articles.files import LOOPING, pdf, pictures
from timeline.articles import pdf as pdfs
from timeline.articles import reading
from timeline.articles.pdf import Line
from timeline.articles.pieces import assembled
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

LONG = "and so it was told in the port of the town, where many people had been waiting for the boats since the morning"
FIRST = [
    f"The ferry sank on Tuesday after a fire in its engine room, {LONG}. Nobody was hurt.",
    f"        Divers reached the wreck two days later, {LONG}. They found the ship's papers, which",
]
SECOND = [f"were brought to the harbour office at once, {LONG}.", "        The minister visited the port on Friday."]


def text(data: bytes) -> str:
    """What a PDF says."""
    return assembled(pdfs.read(data, "a.pdf").pieces)[0]


def test_lines_become_paragraphs() -> None:
    """An indented line begins one; a broken line does not."""
    paragraphs = text(pdf([FIRST])).strip().split("\n\n")

    assert [words.split()[0] for words in paragraphs] == ["The", "Divers"]
    assert paragraphs[0] == " ".join(FIRST[0].split())


def test_a_paragraph_goes_on_over_a_page_and_knows_both(tmp_path: Path) -> None:
    """Each part of it has its own page."""
    path = tmp_path / "ferry.pdf"
    path.write_bytes(pdf([FIRST, SECOND]))
    article = reading.read(path)

    assert "papers, which were brought" in article.text
    assert article.original is not None
    cited = {}
    for words in ("The ferry", "Divers", "were brought", "The minister"):
        place = article.original.place(article.text.index(words))
        cited[words] = place and place.words
    assert cited == {
        "The ferry": "p. 1, ¶ 1",
        "Divers": "p. 1, ¶ 2",
        "were brought": "p. 2, ¶ 1",
        "The minister": "p. 2, ¶ 2",
    }


def test_heads_feet_and_page_numbers_are_left_out() -> None:
    """What stands on every page is the newspaper's; the headline stays."""
    found = text(pdf([FIRST, SECOND, FIRST], head="THE GAZETTE No. 12", foot=True, title="Ferry sinks"))

    assert found.startswith("Ferry sinks\n\n")
    assert "GAZETTE" not in found
    assert not [line for line in found.split("\n\n") if line.strip().isdecimal()]
    assert "papers, which were brought" in found


def test_words_divided_at_the_end_of_a_line_are_whole() -> None:
    """And a hyphen that belongs to the word stays, where the document writes it so elsewhere."""
    found = text(pdf([["The ferry sank on Tues-\nday off the long-\nterm berth. Its long-term crew was saved."]]))

    assert "on Tuesday off the long-term berth" in found


def test_a_pdf_of_pictures_is_said_to_be_one() -> None:
    """It is not read, and what to do is said."""
    with pytest.raises(ArticleError, match=r"a\.pdf is only pictures of pages, .*OCR"):
        pdfs.read(pictures(2), "a.pdf")


def test_pages_without_words_are_noted(tmp_path: Path) -> None:
    """Where the others have some."""
    path = tmp_path / "ferry.pdf"
    path.write_bytes(pdf([FIRST, [], []]))
    article = reading.read(path)

    assert article.original is not None
    assert article.original.notes == ("2 of its 3 pages have no text, only pictures perhaps, and were not read",)


def test_a_pdf_that_loops_is_refused_or_ends() -> None:
    """Its pages lead back to themselves."""
    with pytest.raises(ArticleError, match=r"a\.pdf"):
        pdfs.read(LOOPING, "a.pdf")


def test_a_pdf_that_packs_much_into_little_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number stands in the sentence."""
    monkeypatch.setattr(pdfs, "CHARACTERS", 200)

    with pytest.raises(ArticleError, match="more than the 200 characters"):
        pdfs.read(pdf([FIRST, SECOND]), "a.pdf")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both numbers stand in the sentence."""
    monkeypatch.setattr(pdfs, "PAGES", 2)

    with pytest.raises(ArticleError, match=r"3 pages, more than the 2 that are read"):
        pdfs.read(pictures(3), "a.pdf")


def test_too_long_a_time() -> None:
    """The clock is the caller's, and so the test's."""
    seconds = count(0, 40)

    with pytest.raises(ArticleError, match=r"longer than the 60 seconds .* page 2"):
        pdfs.read(pdf([FIRST, SECOND, SECOND]), "a.pdf", clock=lambda: float(next(seconds)))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + bytes(range(256)) * 20,
        pdf([FIRST])[:400],
        b"%PDF-1.4\n1 0 obj <</Length 99>> stream\n" + zlib.compress(bytes(1_000_000)) + b"\nendstream endobj\n%%EOF",
    ],
)
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    """In one sentence, whatever is wrong with it."""
    with pytest.raises(ArticleError, match=r"^a\.pdf [^\n]+: [^\n]+$"):
        pdfs.read(data, "a.pdf")


def test_columns_are_read_one_after_the_other() -> None:
    """A line that stands higher than the one before begins the next column and goes on with its sentence."""
    lines = [
        Line("The ferry sank on Tuesday after a", 1, 50, 290, 700, 12, 0.85),
        Line("fire in its engine", 1, 50, 290, 685, 12, 0.84),
        Line("room, which", 1, 50, 290, 670, 12, 0.82),
        Line("nobody had seen begin.", 1, 320, 500, 700, 12, 0.85),
    ]

    assert [piece.text for piece in pdfs.pieces(lines)] == [
        "The ferry sank on Tuesday after a fire in its engine room, which nobody had seen begin."
    ]
