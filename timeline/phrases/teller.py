"""An article told from its first expression to its last: what each is relative to, and so its tree and value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeGuard

from timeline.chrono.calendar import civil, day_of
from timeline.chrono.expressions import (
    Ago,
    Ahead,
    Fixed,
    MonthDay,
    Next,
    Relative,
    Shift,
    This,
    TimeOfDay,
    Weekday,
    Within,
)
from timeline.chrono.granularity import Granularity
from timeline.phrases import cues, story, tenses
from timeline.phrases import making as make
from timeline.phrases.cues import NO_CUE, Cue, Direction
from timeline.phrases.deixis import Deixis
from timeline.phrases.focus import COARSENESS, Focus, Seen, Telling
from timeline.phrases.meaning import Amount, Grain, Lasting, Named
from timeline.phrases.reading import Reading, settled, stretch
from timeline.phrases.rules import tense
from timeline.phrases.scenes import Scenes
from timeline.phrases.trees import counted_from, depth, fill, finest, opens, stays
from timeline.phrases.usage import month_first
from timeline.phrases.values import write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chrono.bounds import Range
    from timeline.chrono.expressions import Repeating, Tree
    from timeline.grammar.syntax import Sentence
    from timeline.model.span import Span

_NEARBY = 400
"""Characters that a day may be away from a clock time told without one, in news."""
_TITLE = 80
"""A line is no longer than this to be a title."""
_DEEPEST = 12
"""How many times may be told one from the other before the tree is given up: what is saved may nest no deeper."""
_YEAR_BEFORE = Ago(1, Granularity.YEAR)
_FOUR_QUARTERS = Shift(Granularity.QUARTER, -4)
_TODAY = This(Granularity.DAY)
_MONTH = Grain.MONTH.rank
_OF_MONTHS = (Grain.SEASON, Grain.QUARTER)
_SAME_DAY = Shift(Granularity.DAY, 0)


class Teller:
    """Goes through an article's expressions in order and remembers what time it speaks of."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], published: Range, kind: Telling, source: str | None = None
    ) -> None:
        self._text = text
        self._index = tenses.Index(sentences)
        self._deixis = Deixis(published)
        self._narrative = kind is not Telling.NEWS
        self._pure = kind is Telling.STORY
        self._written = None if published.earliest is None else civil(day_of(published.earliest)).year
        self._focus = Focus()
        self._years: dict[Span, int] = {}
        self._scenes = Scenes(text, ())
        self._month_first = month_first(text, source)

    def plan(self, readings: Sequence[Reading]) -> None:
        """Takes the line of the story as a whole, where there is one."""
        self._scenes = Scenes(self._text, readings)
        if not self._narrative:
            return
        stops: list[story.Stop] = []
        paragraph, at = 0, 0
        for index, reading in enumerate(readings):
            paragraph += self._text.count("\n\n", at, reading.span.start)
            at = max(at, reading.span.start)
            heading = self._index.in_heading(reading.span) or self._in_title(reading.span)
            stop = story.stop_of(index, reading, paragraph, heading=heading, hinted=self._aside(reading))
            if stop is not None:
                stops.append(stop)
        years = story.years(stops)
        near = years.keys() if self._pure else story.near_a_year(stops, years)
        self._years = {readings[index].span: year for index, year in years.items() if index in near}

    def _in_title(self, span: Span) -> bool:
        """It stands in a short line that is no sentence: "1941", "2003: Invasion", "Ionian revolt (499-493 BC)"."""
        start = self._text.rfind("\n", max(0, span.start - _TITLE), span.start) + 1
        end = self._text.find("\n", span.end, span.end + _TITLE)
        line = self._text[start : end if end >= 0 else span.end].strip()
        closed = start > 0 or span.start == 0
        return (
            closed and (end >= 0 or span.end == len(self._text)) and len(line) <= _TITLE and line[-1:] not in ".!?,;:"
        )

    def settle(self, reading: Reading) -> Reading:
        """One expression, in its turn."""
        if reading.parts:
            return self._stretch(reading) if reading.meaning is None else self._end_of(reading)
        named = reading.meaning
        if not isinstance(named, Named):
            if isinstance(named, (Amount, Lasting)) and reading.value.endswith("M") and reading.type == "DURATION":
                self._focus.compared = None
            return reading
        if named.other is not None:
            named = self._in_order(named)
        quarter = self._focus.compared
        if named.tree == _YEAR_BEFORE and quarter is not None and not self._narrative:
            return self._quarter_before(reading, named, quarter)
        match named.anchor:
            case "none":
                return self._fixed(reading, named)
            case "any":
                return replace(settled(reading, replace(named, anchor="none"), None), tree=None)
            case "event":
                return reading
            case "quarter" | "context" | "expression":
                return self._from_discourse(reading, named)
            case _:
                return self._from_publication(reading, named)

    def _end_of(self, reading: Reading) -> Reading:
        """One end of a time ("the first nine months of 1997"): the text goes on from the whole of it."""
        found = self.settle(replace(reading, parts=()))
        return replace(found, parts=tuple(self.settle(part) for part in reading.parts))

    def _stretch(self, reading: Reading) -> Reading:
        """From one time to another: the second comes after the first ("October to March", "Monday to Tuesday")."""
        first, last = (self.settle(part) for part in reading.parts)
        meant = reading.parts[1].meaning
        pattern = opens(meant.written) if isinstance(meant, Named) else None
        begun = reading.parts[0].meaning
        if not isinstance(begun, Named) or opens(begun.written) is None:
            pattern = None
        start, end = first.meaning, last.meaning
        if pattern is not None and isinstance(start, Named) and isinstance(end, Named) and isinstance(meant, Named):
            after = Relative(Next(pattern), start.tree)
            told = replace(meant, tree=fill(meant.tree, lambda _: after), face=None, anchor=start.anchor)
            interval = told.tree.at(0) if told.anchor == "none" else self._deixis.interval(told)
            last = settled(last, told, interval, first.anchor_span)
        return stretch(reading.span, self._text, reading.rule, (first, last))

    # --- on the calendar ------------------------------------------------------------------------

    def _in_order(self, named: Named) -> Named:
        """A date in figures, the month first or the day, as the article's own usage has it (see `usage`)."""
        if named.other is None or self._month_first is None:
            return named
        return replace(named, tree=named.written if self._month_first else named.other, face=None, other=None)

    def _fixed(self, reading: Reading, named: Named) -> Reading:
        interval = named.written.at(0)
        self._focus.see(named, interval, reading.span, aside=self._aside(reading))
        found = settled(reading, named, interval)
        # 03/04/2025 with nothing to tell the month from the day: only the year is sure.
        return found if named.other is None else replace(found, value=f"{found.value[:-5]}XX-XX")

    def _aside(self, reading: Reading) -> bool:
        before = self._text[max(0, reading.span.start - 12) : reading.span.start].split()
        return bool(before) and before[-1].lower() in tense.ASIDE

    # --- from another time of the text ----------------------------------------------------------

    def _from_discourse(self, reading: Reading, named: Named) -> Reading:
        """
        "That day", "two days later", "the end of the year".

        From the time the text speaks of; in news, where none is near, from publication.
        """
        quarter = self._focus.quarter
        if named.anchor == "quarter" and quarter is not None:
            return settled(reading, quarter.named, quarter.interval, quarter.span)
        if named.anchor != "expression" and not self._narrative:
            return self._from_publication(reading, replace(named, anchor="publication"))
        if named.anchor == "context" and not self._pure and self._to_come(reading):
            return self._from_publication(reading, replace(named, anchor="publication"))
        named = replace(named, anchor="expression")
        base = self._base(reading, named)
        if base is not None:
            return self._by(reading, named, base)
        if named.grain.rank >= Grain.DAY.rank:
            return replace(settled(reading, named, None), tree=None)
        return self._from_publication(reading, replace(named, anchor="publication"))

    def _base(self, reading: Reading, named: Named) -> Seen | None:
        """What an expression is told from: the last time, or for a time within a day the last day."""
        if named.grain.rank >= Grain.DAY.rank:
            return self._focus.last
        day = self._focus.day
        last = self._focus.last
        scene = self._scenes.at(reading.span)
        if scene is not None and (day is None or "\n" in self._text[day.span.end : reading.span.start]):
            return scene
        if day is not None and (day is last or reading.span.start - self._told_until(day) <= _NEARBY):
            return day
        return last if self._narrative else None

    def _told_until(self, day: Seen) -> int:
        """The last character at which a day was told of: by its own words, or by a time within it."""
        last = self._focus.last
        if last is None or last.interval is None or day.interval is None:
            return day.span.end
        within = last.interval.first_day == day.interval.first_day
        return max(day.span.end, last.span.end) if within else day.span.end

    def _by(self, reading: Reading, named: Named, base: Seen) -> Reading:
        """A time told from another one."""
        if finest(named.written) < COARSENESS[base.named.grain]:
            return self._vaguely(reading, named, base)
        told = _told_from(named, base)
        if depth(told.tree) > _DEEPEST:
            return replace(settled(reading, named, None, base.span), tree=None)
        if finest(named.written) < Granularity.DAY:
            interval = told.written.at(0) if told.anchor == "none" else self._deixis.interval(told)
        else:
            interval = None if base.interval is None else named.written.at(base.interval.start)
        self._focus.see(told, interval, reading.span)
        return settled(reading, told, interval, base.span)

    def _quarter_before(self, reading: Reading, named: Named, quarter: Seen) -> Reading:
        """As in "a year ago", beside a quarter: that quarter a year before."""
        before = replace(named, grain=Grain.QUARTER, tree=_FOUR_QUARTERS, face=None)
        interval = None if quarter.interval is None else _FOUR_QUARTERS.at(quarter.interval.start)
        return settled(reading, _told_from(before, quarter), interval, quarter.span)

    def _vaguely(self, reading: Reading, named: Named, base: Seen) -> Reading:
        """As in "that same day", where only the month is known: some day of it."""
        found = settled(reading, named, None, base.span)
        if base.interval is None:
            return replace(found, tree=None)
        mask = {Grain.MONTH: "-XX", Grain.YEAR: "-XX-XX"}.get(base.named.grain)
        value = found.value if mask is None else write(base.named, base.interval) + mask + named.suffix
        if not stays(named.written):
            # "Three days later", from a month: some day of its year, as TIMEX3 has it; the tree keeps the month's ends.
            known = found.value if mask is None else f"{write(base.named, base.interval).partition('-')[0]}-XX-XX"
            known += named.suffix if mask else ""
            return replace(found, value=known, tree=counted_from(named.tree, base.named.tree), anchor=base.named.anchor)
        return replace(found, value=value, tree=base.named.tree, anchor=base.named.anchor)

    # --- from the day of writing, or the line of the story --------------------------------------

    def _from_publication(self, reading: Reading, named: Named) -> Reading:
        pattern = opens(named.written)
        scene = self._scenes.at(reading.span)
        if scene is not None and (pattern is None or isinstance(pattern, Weekday) or not self._narrative):
            if pattern is not None:
                named = self._deixis.directed(named, pattern, self._cue(reading, pattern))
            return self._by(reading, replace(named, anchor="expression"), scene)
        if self._narrative:
            if named.tree == _TODAY and not reading.text.lower().startswith("this"):
                # "Today", in a story, is no day: it is said by somebody in it, or means nowadays.
                return replace(reading, value="PRESENT_REF", type="DATE", tree=None)
            if pattern is None and self._focus.last is not None and self._quoted(reading.span):
                # Said by somebody in the story: "two years ago" is counted from then.
                return self._by(reading, replace(named, anchor="expression"), self._focus.last)
            if isinstance(pattern, Weekday) and self._long_ago(self._focus.day):
                return self._by(reading, _nearest(named, pattern), self._focus.day)
            if pattern is not None and reading.span in self._years and not self._of_now(reading, pattern):
                return self._in_story(reading, named)
        cue = NO_CUE if pattern is None else self._cue(reading, pattern)
        if pattern is not None and cue.direction is not Direction.FUTURE and not isinstance(pattern, Weekday):
            base = self._goes_on_from(reading)
            if base is not None:
                return self._by(reading, _first_after(named), base)
        if pattern is None:
            interval = self._deixis.interval(named)
        else:
            named = self._deixis.directed(named, pattern, cue)
            interval = self._deixis.interval(named)
        if not self._narrative:
            self._focus.see(named, interval, reading.span)
        return settled(reading, named, interval)

    def _goes_on_from(self, reading: Reading) -> Seen | None:
        """
        A day or month of long ago that the sentence has told before, and goes on from.

        "It began on 1 July 1916 and ended on 18 November."
        """
        last = self._focus.last
        if last is None or last.interval is None or last.named.anchor != "none" or last.named.grain.rank > _MONTH:
            return None
        if self._written is not None and civil(last.interval.first_day).year >= self._written - 1:
            return None
        between = self._text[last.span.end : reading.span.start]
        return None if len(between) > _NEARBY or cues.ends_sentence(between) else last

    def _long_ago(self, seen: Seen | None) -> TypeGuard[Seen]:
        """A day of the story, which is known to be over long before the writing."""
        if seen is None or seen.interval is None or self._written is None or not self._pure:
            return False
        return civil(seen.interval.first_day).year < self._written - 1

    def _quoted(self, span: Span) -> bool:
        """It stands within quotation marks, as far as can be seen from here."""
        before = self._text[max(0, span.start - _NEARBY) : span.start].rpartition("\n\n")[2]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def _in_story(self, reading: Reading, named: Named) -> Reading:
        """A month, day or season without its year: that of the story, which may have turned."""
        number = self._years[reading.span]
        year = make.years(number if number > 0 else 1 - number, 1 if number > 0 else -1)
        if year is None:
            return settled(reading, named, None)
        tree = fill(named.tree, lambda pattern: Within(pattern, year))
        face = named.face and fill(named.face, lambda pattern: Within(pattern, year))
        fixed = replace(named, tree=tree, face=face, anchor="none")
        interval = fixed.written.at(0)
        before = self._focus.last
        self._focus.see(fixed, interval, reading.span)
        return settled(reading, fixed, interval, None if before is None else before.span)

    def _of_now(self, reading: Reading, pattern: Repeating) -> bool:
        """What will be, in a text that is not all story, is told from the day of writing."""
        if self._pure and self._written is not None:
            return self._to_come(reading, plainly=True)
        return self._cue(reading, pattern).from_now

    def _to_come(self, reading: Reading, *, plainly: bool = False) -> bool:
        """
        It is of something that will be, from the day of writing: "is expected by the end of the year".

        *plainly*: its own verb says "will", in nobody's mouth.
        """
        parsed = self._index.direction(reading.span)
        if parsed is None or not parsed.from_now or parsed.direction is not Direction.FUTURE:
            return False
        return not plainly or (parsed.strong and not self._quoted(reading.span))

    def _cue(self, reading: Reading, pattern: Repeating) -> Cue:
        told = cues.direction(self._text, reading.span, weekly=isinstance(pattern, Weekday))
        parsed = None if told.preposed else self._index.direction(reading.span)
        if parsed is None or (told.from_now and parsed.direction is Direction.PRESENT):
            return told  # "is to resume on Tuesday": its verb is in the present
        if told.owner and not parsed.from_now:
            return told
        if told.direction is Direction.FUTURE and parsed.direction is Direction.PAST:
            return parsed._replace(strong=False)  # "they spoke of the planned visit in September"
        if (
            parsed.direction is Direction.PRESENT
            and isinstance(pattern, (Weekday, MonthDay))
            and not self._narrative
            and self._index.scheduled(reading.span)
        ):
            return Cue(Direction.FUTURE, scheduled=True)  # "the show opens on Friday"
        return parsed


def _told_from(named: Named, base: Seen) -> Named:
    """The same with what it is told from inside its tree."""
    # From a whole year one counts in whole years: "a year later", of 1941, is all of 1942.
    whole = isinstance(named.tree, (Ago, Ahead)) and base.named.grain.rank >= named.grain.rank
    tree = _at(named.written if whole else named.tree, base.named.tree)
    if base.named.grain in _OF_MONTHS and finest(named.tree) is Granularity.MONTH:
        tree = counted_from(named.tree, base.named.tree) or tree  # "a month later", of a summer
    # Minutes are counted from a clock time, which a face does not have.
    face = tree if finest(named.written) < Granularity.DAY else _at(named.written, base.named.written)
    if base.named.anchor != "none":
        return replace(named, tree=tree, face=face, anchor=base.named.anchor)
    found, written = tree.at(0), face.at(0)
    if found is None or written is None:
        return replace(named, tree=tree, face=face, anchor="none")
    return replace(named, tree=Fixed(found), face=Fixed(written), anchor="none")


def _at(tree: Tree, base: Tree) -> Tree:
    """A tree counted from another: from the day itself, where only a part of it was named."""
    day = base.whole if isinstance(base, TimeOfDay) else base
    if tree == _TODAY:
        return day
    if isinstance(tree, TimeOfDay) and tree.whole in (_TODAY, _SAME_DAY):
        return TimeOfDay(day, tree.first, tree.last)
    return Relative(tree, base if finest(tree) < Granularity.DAY else day)


def _first_after(named: Named) -> Named:
    """A month or a day without its year: the first one after the time it is told from."""
    tree = fill(named.tree, Next)
    return replace(named, tree=tree, face=named.face and fill(named.face, Next), anchor="expression")


def _nearest(named: Named, pattern: Repeating) -> Named:
    """A weekday of a story: the nearest one to the day it speaks of."""
    near = Relative(Next(pattern), Shift(Granularity.DAY, -3))
    return replace(named, tree=fill(named.tree, lambda _: near), anchor="expression")
