"""Whether the month or the day comes first in figures: the article's own usage decides, else both stay."""

from __future__ import annotations

import pytest

from timeline.phrases.usage import month_first


@pytest.mark.parametrize(
    ("text", "source", "first"),
    [
        ("He left on 03/04/2025 and came back on 25/04/2025.", None, False),
        ("He left on 03/04/2025 and came back on 04/25/2025.", None, True),
        ("He left on 03/04/2025. She left on April 5, 2025.", None, True),
        ("He left on 03/04/2025. She left on 5 April 2025.", None, False),
        ("The colour of the harbour. He left on 03/04/2025.", None, False),
        ("The color of the harbor. He left on 03/04/2025.", None, True),
        ("He left Pearl Harbor on 03/04/2025.", None, None),
        ("He left on 03/04/2025.", None, None),
        ("He left on 03/04/2025.", "www.example.co.uk", False),
        ("He left on 03/04/2025.", "records.example.gov", True),
        ("The colour. He left on 03/04/2025, then 12/31/2025.", "example.co.uk", True),
        ("The colour and the color. He left on 03/04/2025.", None, None),
    ],
)
def test_the_plainest_evidence_decides(text: str, source: str | None, first: bool | None) -> None:  # noqa: FBT001 - a table's column
    """Figures before words, words before spelling, spelling before the source; even evidence tells nothing."""
    assert month_first(text, source) is first
