"""What a text says twice: a paragraph that stands in it again, word for word, as when an article is pasted twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.articles.layout import Block
    from timeline.model.span import Span

_LONG = 10  # words; shorter ones are said again in an honest text, beside others of the same copy they are not


def repeats(text: str, blocks: Sequence[Block]) -> list[Span]:
    """
    The stretches that repeat an earlier one: long paragraphs, and whatever stands beside them in both places.

    A copy of a copy repeats the first.
    """
    words = [" ".join(block.span.of(text).split()) for block in blocks]
    first: dict[str, int] = {}
    original = [first.setdefault(said, at) for at, said in enumerate(words)]
    copied = {at for at, said in enumerate(words) if original[at] < at and said.count(" ") >= _LONG - 1}
    for step in (1, -1):
        for at in sorted(copied, reverse=step < 0):
            near, source = at + step, original[at] + step
            while source >= 0 and near < len(words) and near not in copied and source < near:
                if words[near] != words[source]:
                    break
                copied.add(near)
                near, source = near + step, source + step
    return [blocks[at].span for at in sorted(copied)]


def without(text: str, spans: Sequence[Span]) -> str:
    """The text with these stretches blank, every other character in its place."""
    pieces, at = [], 0
    for span in spans:
        blank = "".join(character if character.isspace() else " " for character in span.of(text))
        pieces += [text[at : span.start], blank]
        at = span.end
    return "".join([*pieces, text[at:]])


def problem(text: str, blocks: Sequence[Block]) -> str | None:
    """One sentence where a text repeats itself, else None."""
    count = len(repeats(text, blocks))
    if not count:
        return None
    what = "a paragraph stands" if count == 1 else f"{count} paragraphs stand"
    return f"{what} in it again, word for word, and what is told twice was read once"
