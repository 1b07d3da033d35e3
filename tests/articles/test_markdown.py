"""Markdown: words without marks, each paragraph with its line, and what the front matter says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.articles import markdown, reading
from timeline.articles.pieces import assembled

if TYPE_CHECKING:
    from pathlib import Path

FLOOD = """---
title: "The flood"
date: 2025-08-20T10:00:00Z
---

# The flood

The **dam** broke on [Monday](https://example.org/a), and the village was
*flooded* (see `map`). Two days later the mayor resigned.

```
the program crashed on Friday
```

- The army came on Tuesday.
- It left on Sunday.

Afterwards
----------

> The minister visited the village.

[a]: https://example.org/b
***
"""


def test_marks_are_no_words(tmp_path: Path) -> None:
    """Program text and addresses neither; headings, items and quotes stay what they are."""
    path = tmp_path / "flood.md"
    path.write_text(FLOOD, "utf-8")
    article = reading.read(path)

    assert article.text == (
        "The flood\n\n"
        "The dam broke on Monday, and the village was flooded (see map). Two days later the mayor resigned.\n\n"
        "- The army came on Tuesday.\n\n- It left on Sunday.\n\nAfterwards\n\nThe minister visited the village.\n"
    )
    assert article.original is not None
    assert [place.line for place in article.original.places] == [6, 8, 15, 16, 18, 21]
    assert (article.title, article.given) == ("The flood", "metadata")
    assert article.published.as_dict()["latest"] == "2025-08-20"
    assert article.original.dated_by == "date: 2025-08-20T10:00:00Z"


@pytest.mark.parametrize("field", ["updated", "lastmod"])
def test_a_day_of_change_is_only_the_latest(field: str) -> None:
    """As on a page."""
    taken = markdown.read(f"---\n{field}: 2025-08-20\n---\nThe dam broke.\n")

    assert taken.published.as_dict() == {"earliest": None, "latest": "2025-08-20"}


@pytest.mark.parametrize(
    "text", ["---\nThe dam broke.\n", "The dam broke.\n---\n", "```\nnever closed\n", "", "---\n---\n"]
)
def test_marks_that_are_not_closed_are_harmless(text: str) -> None:
    """Whatever is left open, what is there is read."""
    found, _ = assembled(markdown.read(text).pieces)

    assert ("The dam broke." in found) is ("dam" in text)
