"""What of a text is read: the words, each in its place."""

from __future__ import annotations

import pytest

from timeline.articles import layout, markup, repeats
from timeline.articles.legible import legible, problems
from timeline.model.article import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It <b>sank</b> on Tuesday.", "It sank on Tuesday."),
        ("<p class='x'>It sank.</p><p>It was raised.</p>", "It sank. It was raised."),
        ("The <b>E</b>uropean court", "The E\u2060\u2060\u2060\u2060uropean court"),
        ("Tom &amp; Anna met on 3&nbsp;June.", "Tom & Anna met on 3 June."),
        ("&ldquo;Yes,&rdquo; he said.", "“Yes,” he said."),
        ("'''Penhallow''' was sold to a [[London|firm in London]].", "Penhallow was sold to a firm in London ."),
        ("It was founded in 1871.[3] It closed.[citation needed]", "It was founded in 1871. It closed."),
        ("**Note**: it fell, see [the page](https://a.org/2019/01/02).", "Note : it fell, see the page ."),
        ("Read it at https://a.org/2019/01/02, he said.", "Read it at , he said."),
        ("We won 🎉🎉 on Saturday ⚽️", "We won on Saturday"),
        ("\x1b[1mIt sank\x1b[0m.", "It sank ."),
        ('<?xml version="1.0"?><TEXT>It <EVENT eid="e1" class="X">sank</EVENT>.</TEXT><LINK id="l1" />', "It sank ."),
        ("#include <stdio.h> It sank.", "#include <stdio.h> It sank."),
        ("<!-- a note --><script>var a = 1;</script>It sank.", "It sank."),
    ],
)
def test_marks_of_a_page_are_no_words(text: str, expected: str) -> None:
    """Tags, entities, wiki and Markdown marks, notes and addresses are blank; the words stay."""
    readable = markup.readable(text)

    assert len(readable) == len(text)
    assert " ".join(readable.split()) == expected


@pytest.mark.parametrize(
    "text",
    [
        "If a < b and b > c, then 5 * 6 * 7 = 210.",
        "She paid $5 [sic] for `the' [laughs] thing & left; AT&T did not.",
        "“Yes”, he said — and left.\n\n* * *\n\n- an item\n\nline_one and line_two",
        "``We won,'' he said. ''No,'' said she.",
        "The plot is 10 m² and x² + y² is no note.",
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    """Sums, brackets of editors, old quotation marks and bullets are left as they stand."""
    assert markup.readable(text) == text


LONG = "The mayor opened the bridge on Monday and thanked the engineers who had built it."


def test_what_stands_again_is_found_with_what_stands_beside_it() -> None:
    """A long paragraph that stands again is a copy, and so are the short ones around it in both places."""
    text = f"Bridge opens\n\n{LONG}\n\nHe left.\n\nA train passed.\n\nBridge opens\n\n{LONG}\n\nHe left.\n\nIt rained."
    found = repeats.repeats(text, layout.blocks(text))

    assert [span.of(text) for span in found] == ["Bridge opens", LONG, "He left."]
    assert all(span.start > text.index("A train") for span in found)


def test_short_lines_may_stand_again() -> None:
    """What is short is said again in an honest text."""
    text = "He left.\n\nShe stayed.\n\nHe left.\n\nNobody came."

    assert repeats.repeats(text, layout.blocks(text)) == []
    assert problems(Article(text)) == []


def test_an_ordinary_article_is_read_as_it_is() -> None:
    """Nothing is changed and nothing is said where there is nothing to say."""
    article = Article(f"Bridge opens\n\n{LONG}\n\nHe left at noon.")

    assert legible(article) is article
    assert problems(article) == []
