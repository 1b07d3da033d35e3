"""A phrase with its meaning → a time expression whose direction and year may still be open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from timeline.chrono.expressions import Span as Stretch
from timeline.model.expression import TimeExpression
from timeline.model.span import Span
from timeline.phrases.meaning import Amount, Grain, Lasting, Meaning, Named, Nothing, Reach, Repeated, Vague
from timeline.phrases.values import amount_value, masked, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.chrono.interval import Interval
    from timeline.phrases.engine import Item

TIMES = {Grain.MINUTE, Grain.HOUR, Grain.PART}


@dataclass(frozen=True, slots=True)
class Reading(TimeExpression):
    """
    A time expression that still knows what its phrase means, for `direct` to settle.

    A stretch ("14 to 16 February") has two `parts`, and so has one end of a time ("the first nine months of 1997"):
    TIMEX3 knows them only, see `timex`.
    """

    meaning: Meaning | None = field(default=None, compare=False)
    parts: tuple[Reading, ...] = ()


def readings_of(item: Item, text: str) -> list[Reading]:
    """The expressions an item stands for; none where it is only a part of something (a bare unit)."""
    meaning = item.meaning
    if isinstance(meaning, Reach):
        first, last, *rest = sorted(item.parts.values(), key=lambda part: part.start)
        end = rest[-1].end if rest else last.end
        parts = (
            express(meaning.first, Span(first.start, first.end), text, item.rule),
            express(meaning.last, Span(last.start, end), text, item.rule),
        )
        return list(parts) if meaning.apart else [stretch(Span(item.start, item.end), text, item.rule, parts)]
    if meaning is None or isinstance(meaning, Nothing):
        return []
    found = express(meaning, Span(item.start, item.end), text, item.rule)
    return [found if not isinstance(meaning, Named) or meaning.counted is None else _in_two(found, meaning, text)]


_OF = re.compile(r"\s+of\s+", re.IGNORECASE)


def _in_two(found: Reading, meaning: Named, text: str) -> Reading:
    """One end of a time, with the length and the whole that TIMEX3 has instead."""
    of = _OF.search(text, found.span.start, found.span.end)
    if of is None or meaning.counted is None:
        return found
    rest = replace(meaning, tree=meaning.written, mod=None, face=None, counted=None)
    whole = express(rest, Span(of.end(), found.span.end), text, found.rule)
    if meaning.counted.unit == "quarter":
        return replace(found, parts=(whole,))  # "three quarters" by itself is no time
    length = Lasting(meaning.counted, None, "none")
    return replace(found, parts=(express(length, Span(found.span.start, of.start()), text, found.rule), whole))


_EVENT = re.compile(r"\s*[^\W\d_]+\s+([^.,;:!?()\n]{1,80})")
"""The preposition after an expression, and the words up to the next sign: the event it is told from is among them."""


def _event_after(text: str, end: int) -> Span | None:
    found = _EVENT.match(text, end)
    return None if found is None else Span(*found.span(1))


def express(meaning: Meaning, span: Span, text: str, rule: str) -> Reading:
    """The expression for a meaning, as far as it goes by itself."""
    words = span.of(text)
    if isinstance(meaning, Amount):
        return Reading(span, words, "DURATION", amount_value(meaning), None, meaning.mod, "none", None, rule, meaning)
    if isinstance(meaning, Lasting):
        amount = meaning.amount
        value = amount_value(amount)
        event = _event_after(text, span.end) if meaning.anchor == "event" else None
        return Reading(span, words, "DURATION", value, meaning.tree, amount.mod, meaning.anchor, event, rule, meaning)
    if isinstance(meaning, Repeated):
        return Reading(span, words, "SET", meaning.value, None, meaning.mod, "none", None, rule, meaning)
    if isinstance(meaning, Vague):
        return Reading(
            span, words, meaning.type, meaning.value, meaning.tree, meaning.mod, meaning.anchor, None, rule, meaning
        )
    assert isinstance(meaning, Named)  # noqa: S101 - a Reach has been taken apart before
    kind = "TIME" if meaning.grain in TIMES else "DATE"
    value = masked(meaning)
    if meaning.anchor == "none":
        fixed = meaning.written.at(0)
        value = value if fixed is None else write(meaning, fixed)
    event = _event_after(text, span.end) if meaning.anchor == "event" else None
    # What only the teller can settle ("context", "any") is told from another time, until it has.
    anchor = meaning.anchor if meaning.anchor in ("none", "publication", "event") else "expression"
    return Reading(span, words, kind, value, meaning.tree, meaning.mod, anchor, event, rule, meaning)


def stretch(span: Span, text: str, rule: str, parts: tuple[Reading, ...]) -> Reading:
    """One expression for a time from one to another; its tree needs the anchor that either of them needs."""
    first, last = parts[0], parts[-1]
    tree = None if first.tree is None or last.tree is None else Stretch(first.tree, last.tree)
    anchor = next((part.anchor for part in parts if part.anchor != "none"), "none")
    value = f"{first.value}/{last.value}"
    return Reading(span, span.of(text), first.type, value, tree, None, anchor, first.anchor_span, rule, None, parts)


def timex(expressions: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    """The expressions as TIMEX3 counts them: a stretch is its two ends."""
    for expression in expressions:
        if isinstance(expression, Reading) and expression.parts:
            yield from expression.parts
        else:
            yield expression


def settled(reading: Reading, named: Named, interval: Interval | None, anchor_span: Span | None = None) -> Reading:
    """The same words with their direction known, and a value where the interval is."""
    value = masked(named) if interval is None else write(named, interval)
    return replace(
        reading,
        value=value,
        tree=named.tree,
        anchor=named.anchor,
        anchor_span=anchor_span,
        meaning=named,
        mod=named.mod,
    )
