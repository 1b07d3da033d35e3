"""How a page of plain text is laid out."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles.layout import Kind, blocks, headings, headline

LONG = (
    "The president said on Tuesday that the government would not go on with its plans for the city, which had been "
    "drawn up by two of his predecessors. He left the hall without answering questions."
)
SHORT = "The mayor was not there."


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and first words of each block."""
    return [(block.kind.value, " ".join(block.span.of(text).split()[:3])) for block in blocks(text)]


def test_a_line_is_a_paragraph_and_titles_stand_between() -> None:
    """Without blank lines a short line without a full stop, with a paragraph below it, is a section title."""
    text = f"{LONG}\n{SHORT}\nRussia reacts\n{LONG}\nPentagon’s plan\n“We shall see.” He left.\n"

    assert kinds(text) == [
        ("paragraph", "The president said"),
        ("paragraph", "The mayor was"),
        ("heading", "Russia reacts"),
        ("paragraph", "The president said"),
        ("heading", "Pentagon’s plan"),
        ("paragraph", "“We shall see.”"),
    ]
    assert headline(text, blocks(text)) is None


def test_headline_byline_and_day() -> None:
    """Above the first paragraph stand the headline, who wrote it, and when."""
    text = f"Storm hits Kent\nBy Jane Roe\nPublished 20 August 2025\n\n{LONG}\n\nPhoto: Jane Roe\n\n{SHORT}\n"

    assert [kind for kind, _ in kinds(text)] == ["heading", "byline", "byline", "paragraph", "caption", "paragraph"]
    assert headline(text, blocks(text)) == "Storm hits Kent"
    assert headings(blocks(text))[0].of(text) == "Storm hits Kent"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("width", [50, 72, 90])
def test_lines_broken_at_a_width(end: str, width: int) -> None:
    """Lines broken at a width are one paragraph, whatever the line ends."""
    wrapped = end.join(textwrap.wrap(LONG, width))
    text = f"Storm hits Kent{end}{end}{wrapped}{end}{end}{wrapped}{end}"

    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph", "paragraph"]


def test_a_sentence_broken_in_the_middle() -> None:
    """A line that goes on in small letters belongs to the one before."""
    text = f"{LONG}\nThe mayor of the city said that he had not been told of it,\nand left. Nobody saw him.\n"

    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_lists() -> None:
    """Items hold sentences; their bullets do not."""
    text = f"{LONG}\n- he came on Monday\n* he saw\n3. he won\n• he left\n{SHORT}\n"

    assert [kind for kind, _ in kinds(text)] == ["paragraph", "item", "item", "item", "item", "paragraph"]
    assert [block.span.of(text) for block in blocks(text)][1:5] == ["he came on Monday", "he saw", "he won", "he left"]


def test_bare_lines_alone_are_sentences() -> None:
    """Notes without full stops are no headings, for there is nothing below them."""
    assert kinds("NATO met on Tuesday") == [("paragraph", "NATO met on")]
    assert [kind for kind, _ in kinds("Monday: he came\nTuesday: he saw\nFriday: he won")] == ["paragraph"] * 3


def test_three_bare_lines_in_a_row_are_a_list() -> None:
    """One bare line above a paragraph is a title, three are a list."""
    text = f"{LONG}\nKing Henry dies\nKing Edward comes\nQueen Mary follows\n{LONG}\n"

    assert [kind for kind, _ in kinds(text)] == ["paragraph"] * 5


def test_a_last_line_without_a_full_stop_is_a_sentence() -> None:
    """With nothing below it, a line titles nothing."""
    assert kinds(f"{LONG}\n\nHe was arrested on Friday")[-1] == ("paragraph", "He was arrested")


def test_capitals_and_marked_headings() -> None:
    """Capitals make no heading of a sentence; a line with hashes is one."""
    text = f"STORM HITS KENT\n\nTHE STORM HIT KENT ON TUESDAY. IT RAINED.\n\n## What comes next\n{LONG}\n"

    assert [kind for kind, _ in kinds(text)] == ["heading", "paragraph", "heading", "paragraph"]
    assert blocks(text)[2].span.of(text) == "What comes next"


def test_questions_as_titles() -> None:
    """A short question on a line of its own above a paragraph is a title."""
    assert [kind for kind, _ in kinds(f"{LONG}\n\nWho is next?\n\n{LONG}\n")] == ["paragraph", "heading", "paragraph"]


def test_one_giant_line() -> None:
    """A text in one line is one paragraph."""
    text = f"{LONG} " * 500

    (block,) = blocks(text)
    assert block.kind is Kind.PARAGRAPH
    assert block.span.of(text) == text.strip()


@given(st.text(alphabet="ab .A?\n\r\t-*#:1", max_size=200))
def test_blocks_are_in_order_and_lose_no_word(text: str) -> None:
    """Blocks follow each other, and every letter outside a bullet lies in one."""
    found = blocks(text)

    ends = [0]
    for block in found:
        assert ends[-1] <= block.span.start < block.span.end <= len(text)
        ends.append(block.span.end)
    inside = "".join(block.span.of(text) for block in found)
    assert inside.count("A") == text.count("A")
