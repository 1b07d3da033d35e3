"""Words written twice by a slip."""

from __future__ import annotations

import pytest

from timeline.articles.doubled import once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He stood on the the bridge.", "He stood on the bridge."),
        ("Smith Smith said so. The mayor thanked Smith.", "Smith said so. The mayor thanked Smith."),
        ("All All three were hurt, all at once.", "All three were hurt, all at once."),
        ("The The men of the town came.", "The men of the town came."),
    ],
)
def test_a_slip_is_read_once(text: str, expected: str) -> None:
    """A small word or a name that otherwise stands alone is read once, and all else keeps its place."""
    assert " ".join(once(text).split()) == expected
    assert len(once(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was taken to Sing Sing in 1932.",
        "She had had enough, and he said that that was right.",
        "They flew to Bora Bora. Bora Bora lies in the Pacific.",
        "Boutros Boutros-Ghali spoke. Boutros Boutros-Ghali left.",
        "It is very very cold.",
        "In New York, New York has its harbour.",
        "",
    ],
)
def test_what_is_said_twice_on_purpose_stays(text: str) -> None:
    """Names that are doubled, emphasis and grammar are left."""
    assert once(text) == text
