"""What tense and mood say of an event and its publication: the past reaches up to it, the future begins with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.chrono.expressions import After, Before
from timeline.events.kinds import verb_lasts
from timeline.events.lexicon import verb_is
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind, Status
from timeline.model.statement import Denotes, Distance, Point, Statement, Stratum
from timeline.reasoning.conditions import still_on
from timeline.reasoning.moods import Mood, lemma_of, puts_ahead, standing
from timeline.reasoning.newsday import of_the_day, past_form
from timeline.reasoning.reading import Reading, quoted

if TYPE_CHECKING:
    from timeline.chrono.expressions import Tree
    from timeline.events.candidate import Candidate
    from timeline.grammar.syntax import Clause
    from timeline.model.span import Span
    from timeline.reasoning.newsday import NewsDay

_STILL_TO_COME = frozenset({"may", "might", "must", "should", "shall", "ought", "need"})


def by_tense(reading: Reading, candidate: Candidate, news: NewsDay | None) -> list[Statement]:
    """
    The past reaches up to the publication day and the future begins with it; the present holds on it.

    What only hangs from a verb ("ordered him to leave") is placed by that verb: it does not begin before it, and
    nothing says that it is over. What is to come by the news of the day is, usually, still to come at publication.
    A nominal event takes the tense of the clause it stands in.
    """
    lasting = still_on(reading, candidate)
    if lasting is not None:
        return lasting
    stand = standing(reading, candidate)
    if stand is None or _stray_past(reading, candidate):
        return _by_form(reading, candidate)
    told = _Telling(reading, candidate, stand.governing)
    if candidate.event.status in (Status.PLANNED, Status.POSSIBLE):
        return _planned(told, stand.mood)
    match stand.mood:
        case Mood.UNKNOWN:
            return []
        case Mood.AHEAD:
            return [*told.not_before(), *_in_the_news(told, news)]
        case Mood.HOLDING:
            return told.holding()
    if told.clause.modal == "could" and not told.clause.perfect:
        return _in_the_news(told, news)
    return _plain(told)


def _stray_past(reading: Reading, candidate: Candidate) -> bool:
    """A verb in the past that the parse made no clause of."""
    clause = reading.clause(candidate)
    token = reading.sentences[candidate.sentence].tokens[candidate.token]
    return token.tag == "VBD" and clause is not None and candidate.token not in (clause.predicate, clause.verb)


def _by_form(reading: Reading, candidate: Candidate) -> list[Statement]:
    """A past form in no clause is past all the same."""
    token = reading.sentences[candidate.sentence].tokens[candidate.token]
    if token.tag != "VBD" or not token.span.meets(candidate.event.head):
        return []
    says = f"{quoted(reading.words(token))} is past: not after publication"
    constraint = Distance(Point(candidate.event.id, "end"), reading.published, least=0)
    return [reading.state(constraint, "tense", says, span=token.span)]


def _in_the_news(told: _Telling, news: NewsDay | None) -> list[Statement]:
    """What is asked for, allowed or expected by what is told as the news of the day."""
    if not of_the_day(told.reading, told.candidate, news):
        return []
    return [told.after_publication("is only ahead in the news of the day: usually not before publication", usual=True)]


def _planned(told: _Telling, mood: Mood) -> list[Statement]:
    if mood is Mood.AHEAD and told.clause.tense is Tense.PAST:
        return told.not_before()
    if told.clause.tense is Tense.PAST and told.clause.modal is None:
        return []  # planned in the past: the plan's own time may lie on either side of publication
    return [told.after_publication("is still to come: not before publication")]


def _plain(told: _Telling) -> list[Statement]:
    clause = told.clause
    if clause.tense is Tense.FUTURE:
        sentence = told.reading.sentences[told.candidate.sentence]
        goes_on = verb_lasts(lemma_of(sentence.tokens[clause.predicate]), "state") or clause.copular
        begins = not goes_on and not clause.perfect and not told.candidate.nominal
        return [told.after_publication("is still to come: not before publication")] if begins else []
    if clause.modal is not None and clause.tense is not Tense.PAST:
        return _modal(told)
    if clause.tense is Tense.PAST or clause.perfect or told.past_form:
        return _past(told)
    return told.holding() if clause.tense is Tense.PRESENT else []


def _modal(told: _Telling) -> list[Statement]:
    clause = told.clause
    if clause.perfect:
        return []
    if clause.modal == "can":
        return told.holding(usual=True)
    if clause.modal in _STILL_TO_COME:
        return [told.after_publication("is not there yet: not before publication", usual=told.reported)]
    if clause.modal == "would":
        return [told.after_publication("is, usually, still to come: not before publication", usual=True)]
    return []


def _past(told: _Telling) -> list[Statement]:
    """It was over by publication; what lasts may go on, where nothing says that it ended."""
    clause, event, candidate = told.clause, told.candidate.event, told.candidate
    if candidate.nominal and any(time.tree is not None for time in candidate.times):
        return []  # "welcomed the summit next week": its own time dates it
    present_perfect = clause.perfect and clause.tense is Tense.PRESENT
    lasting = (
        candidate.nominal or told.beside or told.reported or told.of_state or (present_perfect and not told.of_process)
    )
    goes_on = event.kind is Kind.SPAN and lasting
    what = "present perfect: it began by publication" if present_perfect and goes_on else "past: not after publication"
    if goes_on and not present_perfect:
        what = "past, and it lasts: it began by publication"
    if candidate.nominal and candidate.definite and not goes_on:
        what = "past, and the text takes it as having happened: not after publication"
    point = Point(event.id, "begin" if goes_on else "end")
    return [told.claim(Distance(point, told.reading.published, least=0), f"is {what}")]


class _Telling:
    """An event with the clause that its time is read from, and the statements that can be made of the two."""

    __slots__ = ("candidate", "clause", "reading", "span", "word")

    def __init__(self, reading: Reading, candidate: Candidate, clause: Clause) -> None:
        verb = reading.sentences[candidate.sentence].tokens[clause.verb]
        self.reading, self.candidate, self.clause = reading, candidate, clause
        self.word: str = quoted(reading.words(verb))
        self.span: Span = verb.span

    @property
    def reported(self) -> bool:
        """Somebody's words, whose now may be another: a quote, or what a verb of the past tells."""
        parent = self.reading.parent(self.reading.sentences[self.candidate.sentence], self.clause)
        told = self.clause.role is Role.COMPLEMENT and parent is not None and parent.tense is Tense.PAST
        return self.clause.quoted or told

    @property
    def past_form(self) -> bool:
        """A main clause whose only verb is a participle to the parse: "the vote passed"."""
        return past_form(self.reading.sentences[self.candidate.sentence], self.clause)

    @property
    def beside(self) -> bool:
        """A participle that says what somebody is about: "the units sending soldiers"."""
        return self.reading.sentences[self.candidate.sentence].tokens[self.candidate.token].tag == "VBG"

    @property
    def of_state(self) -> bool:
        """The clause tells of a state: past, it may still hold."""
        sentence = self.reading.sentences[self.candidate.sentence]
        return self.clause.copular or verb_lasts(lemma_of(sentence.tokens[self.clause.predicate]), "state")

    @property
    def of_process(self) -> bool:
        """The clause tells of a change by degrees: "has fallen" looks back on it."""
        sentence = self.reading.sentences[self.candidate.sentence]
        return verb_lasts(lemma_of(sentence.tokens[self.clause.predicate]), "process") and not self.clause.progressive

    def claim(self, constraint: Distance, says: str, *, usual: bool = False) -> Statement:
        """A statement that rests on the verb."""
        stratum = Stratum.USUAL if usual else Stratum.TEXT
        entry = self.reading.scenes.at(self.candidate.event.head)
        if entry is not None:
            return self._in_entry(constraint, says, stratum, entry.named.tree)
        return self.reading.state(constraint, "tense", f"{self.word} {says}", span=self.span, stratum=stratum)

    def _in_entry(self, constraint: Distance, says: str, stratum: Stratum, day: Tree) -> Statement:
        """The same of an entry of a log, whose now is its own day and not that of publication."""
        says = f"{self.word} {says}".replace("publication", "the day of its entry")
        moved: Distance | Denotes = constraint
        if constraint.later == self.reading.published:
            moved = Denotes(constraint.earlier.subject, Before(day), None, constraint.earlier.side)
        elif constraint.earlier == self.reading.published:
            moved = Denotes(constraint.later.subject, After(day), None, constraint.later.side)
        return self.reading.state(moved, "tense", says, span=self.span, stratum=stratum)

    def after_publication(self, says: str, *, usual: bool = False) -> Statement:
        """It does not begin before the publication day."""
        begin = Point(self.candidate.event.id, "begin")
        return self.claim(Distance(self.reading.published, begin, least=0), says, usual=usual)

    @property
    def looks_ahead(self) -> bool:
        """The verb is about what is to come ("plans to sell"); what "is meant to help" may do so already."""
        if self.clause.tense is Tense.FUTURE or self.clause.conditional or self.clause.modal in _STILL_TO_COME:
            return True
        verb = lemma_of(self.reading.sentences[self.candidate.sentence].tokens[self.clause.predicate])
        return verb_is(verb, "plan", "order", "commit") or puts_ahead(verb)

    def not_before(self) -> list[Statement]:
        """It does not begin before the event of the governing clause; under a verb of the present, not before now."""
        over = self.reading.event_of_clause(self.candidate.sentence, self.clause)
        begin = Point(self.candidate.event.id, "begin")
        found = []
        if over is not None and over.event.id != self.candidate.event.id:
            first = Point(over.event.id, "begin")
            found.append(self.claim(Distance(first, begin, least=0), "comes first: it does not begin before that"))
        now = self.clause.tense in (Tense.PRESENT, Tense.FUTURE) and not self.clause.perfect and not self.reported
        if now and self.looks_ahead:
            found.append(self.after_publication("leaves it still to come: not before publication"))
        return found

    def holding(self, *, usual: bool = False) -> list[Statement]:
        """What lasts has begun by the time its verb is true, and in the present is not over."""
        event, published = self.candidate.event, self.reading.published
        if event.kind is not Kind.SPAN:
            return []
        usual = usual or self.reported or self.candidate.nominal
        says = (
            "past: it began by publication" if self.clause.tense is Tense.PAST else "present: it holds at publication"
        )
        begin, end = Point(event.id, "begin"), Point(event.id, "end")
        found = [self.claim(Distance(begin, published, least=0), f"is {says}", usual=usual)]
        if self.clause.tense is Tense.PRESENT and not self.clause.perfect:
            found.append(self.claim(Distance(published, end, least=0), f"is {says}", usual=usual))
        return found
