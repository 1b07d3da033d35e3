"""The order of the events whose heads a pattern finds in a passage, as words."""

from __future__ import annotations

import re

from timeline.model.article import Article
from timeline.pipeline import order_spans


def pairs(text: str, heads: str, *, only_stated: bool = False) -> list[tuple[str, str]]:
    """The ordered pairs of the events whose heads match, each event by its head."""
    spans = [found.span() for found in re.finditer(rf"\b(?:{heads})\b", text)]
    found = order_spans(Article(text, published="2025-08-20"), spans, only_stated=only_stated)
    return [(text[slice(*spans[one])], text[slice(*spans[other])]) for one, other in found]
