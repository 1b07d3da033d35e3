"""Direction and year from the discourse: what `find` left open is settled, expression by expression."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.chrono.calendar import day_of, start_of, weekday
from timeline.chrono.expressions import Ago, Last, Months, Next, Relative, Shift, This, Weekday, Within
from timeline.chrono.granularity import Granularity
from timeline.phrases import cues, story, tenses
from timeline.phrases import making as make
from timeline.phrases.cues import Cue, Direction
from timeline.phrases.focus import Focus, Seen, is_narrative
from timeline.phrases.meaning import Grain, Named, Vague
from timeline.phrases.reading import Reading, settled, stretch, timex
from timeline.phrases.rules import tense
from timeline.phrases.story import Stop
from timeline.phrases.trees import Open, map_tree, opens
from timeline.phrases.values import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chrono.bounds import Range
    from timeline.chrono.expressions import Repeating, Tree
    from timeline.chrono.interval import Interval
    from timeline.grammar.syntax import Sentence
    from timeline.model.article import Article
    from timeline.model.expression import TimeExpression
    from timeline.model.span import Span


def direct(
    expressions: Sequence[TimeExpression], sentences: Sequence[Sentence], article: Article
) -> list[TimeExpression]:
    """
    The same expressions with direction, anchor and value, as far as the text and the publication day give them.

    Without *sentences* (no parse) the direction comes from the verb forms and prepositions nearby.
    """
    readings = [each for each in timex(expressions) if isinstance(each, Reading)]
    narrative = is_narrative(readings, article.published)
    teller = _Teller(article.text, sentences, article.published, narrative)
    teller.plan(readings)
    found = [teller.settle(each) if isinstance(each, Reading) else each for each in expressions]
    return found if narrative else [each for each in found if not _of_histories(each)]


def _of_histories(expression: TimeExpression) -> bool:
    meaning = expression.meaning if isinstance(expression, Reading) else None
    return isinstance(meaning, (Vague, Named)) and meaning.histories


class _Teller:
    """Goes through an article's expressions in order and remembers what time it speaks of."""

    def __init__(self, text: str, sentences: Sequence[Sentence], published: Range, narrative: bool) -> None:  # noqa: FBT001
        self._text = text
        self._index = tenses.Index(sentences)
        self._published = published
        self._day = start_of(day_of(published.earliest or 0)) if published.one_day else None
        self._narrative = narrative
        self._focus = Focus()
        self._years: dict[Span, int] = {}
        self._month_first: int | None = None

    def plan(self, readings: Sequence[Reading]) -> None:
        """Takes the line of the story as a whole, where there is one."""
        if not self._narrative:
            return
        stops: list[Stop] = []
        paragraph, at = 0, 0
        for index, reading in enumerate(readings):
            paragraph += self._text.count("\n\n", at, reading.span.start)
            at = max(at, reading.span.start)
            heading = self._index.in_heading(reading.span)
            stop = story.stop_of(index, reading, paragraph, heading=heading, hinted=self._aside(reading))
            if stop is not None:
                stops.append(stop)
        self._years = {readings[index].span: year for index, year in story.years(stops).items()}

    def settle(self, reading: Reading) -> TimeExpression:
        """One expression, in its turn."""
        if reading.parts:
            ends = [self.settle(part) for part in reading.parts]
            parts = tuple(end for end in ends if isinstance(end, Reading))
            return stretch(reading.span, self._text, reading.rule, parts)
        meaning = reading.meaning
        if not isinstance(meaning, Named):
            return reading
        if meaning.anchor == "any":
            return settled(reading, replace(meaning, anchor="none"), None)
        if meaning.anchor == "same":
            return self._same_time(reading, meaning)
        if meaning.other is not None:
            meaning = self._in_order(meaning)
            if meaning.other is not None:
                return replace(reading, value=f"{reading.value[:-5]}XX-XX")
            reading = settled(reading, meaning, meaning.tree.at(0))
        if meaning.anchor == "none":
            self._focus.see(meaning, meaning.written.at(0), reading.span, aside=self._aside(reading))
            return reading
        if meaning.anchor == "quarter" and self._focus.quarter is not None:
            known = self._focus.quarter
            return settled(reading, known.named, known.interval, known.span)
        if self._focus.quarter is not None and meaning.tree == _YEAR_BEFORE and not self._narrative:
            # "A year ago", beside a quarter, is that quarter a year before.
            return self._by(
                reading, replace(meaning, grain=Grain.QUARTER, face=_FOUR_QUARTERS), self._focus.quarter, note=False
            )
        if meaning.anchor in ("context", "quarter"):
            meaning = replace(meaning, anchor="expression" if self._narrative else "publication")
        if meaning.anchor == "expression":
            return self._by_focus(reading, meaning)
        pattern = opens(meaning.written)
        if self._narrative and self._now(reading, meaning):
            return replace(reading, value="PRESENT_REF", type="DATE", tree=None)
        if self._narrative and isinstance(pattern, Weekday) and self._focus.day is not None:
            return self._by(reading, _near(meaning, pattern), self._focus.day)
        if pattern is None:
            if not self._narrative:
                self._focus.see(meaning, self._value_at(meaning.written), reading.span)
            return settled(reading, meaning, self._value_at(meaning.written))
        if reading.span in self._years:
            return self._in_narrative(reading, meaning, pattern)
        return self._from_publication(reading, meaning, pattern)

    def _in_order(self, named: Named) -> Named:
        """A date in figures, read as the article's other dates in figures must be: the month first, or the day."""
        if self._month_first is None:
            seen = list(_FIGURES.finditer(self._text))
            self._month_first = sum((int(each[2]) > 12) - (int(each[1]) > 12) for each in seen)
        if self._month_first == 0 or named.other is None:
            return named
        return replace(named, tree=named.written if self._month_first > 0 else named.other, face=None, other=None)

    def _now(self, reading: Reading, named: Named) -> bool:
        """As in "Today", in a story, is no day: it is said by somebody in it, or means nowadays."""
        return (
            named.anchor == "publication"
            and named.written == This(Granularity.DAY)
            and not reading.text.lower().startswith("this")
        )

    def _aside(self, reading: Reading) -> bool:
        before = self._text[max(0, reading.span.start - 12) : reading.span.start].split()
        return bool(before) and before[-1].lower() in tense.ASIDE

    def _value_at(self, tree: Tree) -> Interval | None:
        return None if self._day is None else tree.at(self._day)

    def _by_focus(self, reading: Reading, named: Named) -> Reading:
        """As in "That day", "two days later": from the time the text speaks of, or from publication where it speaks of none."""
        base = self._focus.last
        if named.grain.rank < Grain.DAY.rank:
            day = self._focus.day
            far = day is not None and not self._narrative and reading.span.start - day.span.end > _NEARBY
            base = None if far else day if day is not None or not self._narrative else base
        if base is None:
            if named.grain.rank >= Grain.DAY.rank:
                return settled(reading, named, None)
            return settled(reading, replace(named, anchor="publication"), self._value_at(named.written))
        return self._by(reading, named, base)

    def _by(self, reading: Reading, named: Named, base: Seen, *, note: bool = True) -> Reading:
        """A time told from another one."""
        if named.grain.rank < base.named.grain.rank and named.grain.rank <= Grain.DAY.rank:
            return self._vaguely(reading, named, base)
        interval = None if base.interval is None else named.written.at(base.interval.start)
        absolute = base.named.anchor == "none"
        # From a whole year one counts in whole years: "a year later", of 1941, is all of 1942.
        counted = named.written if base.named.grain.rank >= named.grain.rank else named.tree
        tree = Relative(counted, base.named.tree)
        anchored = replace(
            named,
            tree=tree,
            face=Relative(named.written, base.named.written),
            anchor="none" if absolute else "publication",
        )
        if note:
            self._focus.see(anchored, interval, reading.span)
        return settled(reading, anchored, interval, base.span)

    def _same_time(self, reading: Reading, named: Named) -> Reading:
        """As in "at that time": what was named last."""
        base = self._focus.last
        if base is None:
            return replace(reading, value="PAST_REF", tree=None)
        return settled(reading, replace(base.named, histories=named.histories), base.interval, base.span)

    def _vaguely(self, reading: Reading, named: Named, base: Seen) -> Reading:
        """As in "That same day", where only the month is known: some day of it."""
        same = isinstance(named.written, This)
        found = settled(reading, named, None, base.span)
        if base.interval is None or not same:
            return replace(found, tree=None)
        mask = {Grain.MONTH: "-XX", Grain.YEAR: "-XX-XX"}.get(base.named.grain)
        value = found.value if mask is None else write(base.named, base.interval) + mask + named.suffix
        return replace(found, value=value, tree=base.named.tree, anchor=base.named.anchor)

    def _in_narrative(self, reading: Reading, named: Named, pattern: Repeating) -> Reading:
        """A month, day or season without its year: that of the story, which may have turned."""
        number = self._years.get(reading.span)
        year = None if number is None else make.years(number if number > 0 else 1 - number, 1 if number > 0 else -1)
        if year is None:
            return self._from_publication(reading, named, pattern)

        def close(node: Tree) -> Tree:
            return Within(node.pattern, year) if isinstance(node, Open) else node

        fixed = replace(
            named, tree=map_tree(named.tree, close), face=named.face and map_tree(named.face, close), anchor="none"
        )
        interval = fixed.written.at(0)
        span = None if self._focus.last is None else self._focus.last.span
        self._focus.see(fixed, interval, reading.span)
        return settled(reading, fixed, interval, span)

    def _from_publication(self, reading: Reading, named: Named, pattern: Repeating) -> Reading:
        cue = self._cue(reading, pattern)
        if cue.direction is Direction.UNKNOWN and self._day is None:
            return settled(reading, named, None)
        ahead = self._lies_ahead(named, pattern, cue)

        def close(node: Tree) -> Tree:
            if not isinstance(node, Open):
                return node
            return Next(node.pattern) if ahead else Last(node.pattern)

        closed = replace(named, tree=map_tree(named.tree, close), face=named.face and map_tree(named.face, close))
        interval = self._value_at(closed.written)
        self._focus.see(closed, interval, reading.span)
        return settled(reading, closed, interval)

    def _lies_ahead(self, named: Named, pattern: Repeating, cue: Cue) -> bool:
        """
        The next occurrence is meant, not the last.

        Where the cue is weak and the publication day known, an occurrence that is very near wins over one a year away:
        "the offer, extended to Nov. 16", written on 30 October.
        """
        future = cue.direction is Direction.FUTURE
        if self._day is None:
            return future
        last, following = Last(pattern).at(self._day), Next(pattern).at(self._day)
        named_day = named.weekday
        if last is not None and following is not None and named_day is not None and last != following:
            fits = [weekday(day_of(each.start)) == named_day for each in (last, following)]
            if fits[0] != fits[1]:
                return fits[1]
        if isinstance(pattern, Weekday) or (cue.strong and not isinstance(pattern, Months)):
            return future
        if last is None or following is None or last == following:
            return future
        back, ahead = max(0, self._day - last.end), following.start - self._day
        return ahead < back * (_LEAN[cue.direction])

    def _cue(self, reading: Reading, pattern: Repeating) -> Cue:
        told = cues.direction(self._text, reading.span, weekly=isinstance(pattern, Weekday))
        parsed = None if told.preposed else self._index.direction(reading.span)
        return told if parsed is None else parsed


_FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2,4}(?![\d/])")
_NEARBY = 400
"""Characters that a day may be away from a clock time told without one, in news."""
_YEAR_BEFORE = Ago(1, Granularity.YEAR)
_FOUR_QUARTERS = Shift(Granularity.QUARTER, -4)


def _near(named: Named, pattern: Repeating) -> Named:
    """A weekday of a story: the nearest one to the day it speaks of."""
    nearest = Relative(Next(pattern), Shift(Granularity.DAY, -3))
    return replace(
        named, tree=map_tree(named.tree, lambda node: nearest if isinstance(node, Open) else node), anchor="expression"
    )


_LEAN = {Direction.PAST: 0.15, Direction.UNKNOWN: 0.35, Direction.PRESENT: 1.0, Direction.FUTURE: 2.5}
"""How much nearer the next occurrence must be than the last one to be meant, for a weak cue."""
