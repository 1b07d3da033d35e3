"""Nouns that are events: "Trump's re-election", "the summit in Alaska", "the attack on the bridge"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.eventive import Sort, noun_of, sort_of
from timeline.events.lexicon import noun_is, wordset
from timeline.events.reality import (
    about,
    happened,
    only_wanted,
    presupposed,
    reported,
    scheduled,
    status_in,
    status_of_name,
    there_was,
    told,
)
from timeline.events.stance import asserted
from timeline.grammar.syntax import Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.speech import Saying
    from timeline.events.view import View

_NOT_ONE = wordset("not one")
_SOME = frozenset({"several", "many", "more", "similar", "these", "those", "most"})
_ONGOING = frozenset({"ongoing", "underway", "over", "complete"})
_TIMED = 0.25
_WITH_CLAUSE = -1.0  # whatever lifts it in its article: it is told by its clause alone


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun that is an event: its phrase's words, how definite it is, and how much one would put it on a timeline."""

    head: int
    phrase: tuple[int, ...]
    status: Status
    definite: bool
    bare: bool
    weight: float


@dataclass(frozen=True, slots=True)
class _Noun:
    """
    What a noun and its phrase show.

    `owner`: "Trump's …"; `named`: somebody or a place with a name takes part; `timed`: a time stands in the phrase;
    `deep`: a phrase with a preposition hangs from it; `clear` and `generic` as in ``data/nouns.csv``.
    """

    head: int
    words: tuple[int, ...]
    status: Status
    owner: bool
    named: bool
    timed: bool
    deep: bool
    clear: bool
    generic: bool


def nominals(view: View, cast: Cast, said: dict[int, Saying]) -> list[Nominal]:
    """The nominal events of a sentence, in text order."""
    venues = {saying.venue for saying in said.values() if saying.venue is not None}
    found = []
    for token in view.tokens:
        lemma = noun_of(view, token.index)
        sort = sort_of(view, token.index, lemma)
        if sort is None or token.index in venues:
            continue
        nominal = _nominal(view, cast, token.index, lemma, sort)
        if nominal is not None:
            found.append(nominal)
    return found


def phrase(view: View, head: int, *, whole: bool = True) -> tuple[int, ...]:
    """The words of the noun's phrase, without clauses that hang from it; *whole*: with a place right behind it."""
    words = view.subtree(
        head, ("relative", "participle", "adverbial", "complement", "apposition", "conjunct", "punct", "parenthetical")
    )
    first = max((kid + 1 for kid in view.under(head, "case") if kid < head), default=min(words))
    found = [word for word in words if word >= first]
    for where in place_behind(view, found[-1]) if whole else ():
        found += [word for word in view.subtree(where) if word > found[-1]]
    return tuple(found)


def place_behind(view: View, last: int) -> list[int]:
    """The heads of phrases of place right behind a noun's phrase, which the parse may have hung from the verb."""
    preposition = last + 1
    if preposition + 1 >= len(view.tokens) or view.tokens[preposition].text.lower() not in {"in", "at"}:
        return []
    head = view.tokens[preposition].head
    inside = preposition < head and head not in view.timed and view.tokens[head].pos == "PROPN"
    return [head] if inside and view.tokens[preposition].relation == "case" else []


def _nominal(view: View, cast: Cast, head: int, lemma: str, sort: Sort) -> Nominal | None:
    token = view.tokens[head]
    name = sort is Sort.NAME
    if _no_phrase(view, head) or (token.pos == "PROPN" and (view.number, head) in cast.named and not name):
        return None
    words = phrase(view, head)
    small = {view.tokens[word].text.lower() for word in words if word < head}
    if there_was(view, head) and not small & (_NOT_ONE | {"little"}):
        was = Status.REPORTED if reported(view, head) else Status.HAPPENED
        return Nominal(head, words, was, definite=False, bare=False, weight=0.5)
    ahead = scheduled(view, head)
    if ahead is not None and not small & (_NOT_ONE - wordset("coming")):
        weight = 0.5 + 0.1 * noun_is(lemma, "clear")
        return Nominal(head, (*words, *ahead), Status.PLANNED, definite=True, bare=False, weight=weight)
    plain = _plain_plural(view, head, lemma, small)
    if not name and small & (_NOT_ONE - _SOME if plain else _NOT_ONE):
        return None
    status = status_of_name(view, head, small) if name else status_in(view, head, small)
    if status is None:
        return None
    noun = _noun(view, cast, head, (*words, *_second_time(view, head, words)), status)
    if name:
        return _of_name(view, noun)
    if only_wanted(view, head):
        return _with_clause(noun)
    if sort is Sort.LOOSE:
        return _loose(view, noun)
    if sort is Sort.EFFORT:
        return _effort(view, noun) or _indefinite(view, noun)
    single = token.tag in {"NN", "NNP"} and not small & {"a", "an"}
    definite = noun.owner or bool(small & {"the", "this", "that"}) or (noun.named and single)
    strict = _definite(view, noun) if definite and not plain else _indefinite(view, noun)
    return strict or (_loose(view, noun) if noun.generic else None)


def _no_phrase(view: View, head: int) -> bool:
    """Part of another noun's phrase, what something is, or a verb with its object; or told a second time."""
    token = view.tokens[head]
    if head in view.timed or (token.relation in {"compound", "flat", "amod"} and not _ends_phrase(view, head)):
        return True
    if view.under(head, "copula") and not _was_the(view, head):
        return True
    if token.relation == "apposition" and noun_is(view.lemma(token.head), "event"):
        return True  # "the disaster, the third spill in a decade"
    return token.tag == "VBG" and bool(view.under(head, "object"))


def _plain_plural(view: View, head: int, lemma: str, small: set[str]) -> bool:
    """Several, with nothing that says which: "clashes"."""
    several = view.tokens[head].tag in {"NNS", "NNPS"} and lemma not in {"talks", "election"}
    return several and not small & {"the", "'s", "’s"}


def _second_time(view: View, head: int, words: tuple[int, ...]) -> tuple[int, ...]:
    """
    The time right behind the noun, where its clause opens with one of its own.

    "On Saturday the ministry blamed Iranian actors for an attack *on Friday evening*".
    """
    number = view.clause_of[head]
    after = words[-1] + 1
    if number is None or not noun_is(view.lemma(head), "event") or head < view.clauses[number].predicate:
        return ()
    opens = any(word < view.clauses[number].predicate for word in view.timed)
    if not opens or after + 1 >= len(view.tokens) or view.tokens[after].pos != "ADP" or after + 1 not in view.timed:
        return ()
    end = after + 1
    while end < len(view.tokens) and end in view.timed:
        end += 1
    return tuple(range(after, end))


def _ends_phrase(view: View, head: int) -> bool:
    """An article follows, so that the noun belongs to nothing behind it: "during the war a raid destroyed …"."""
    after = head + 1
    return after < len(view.tokens) and view.tokens[after].pos == "DET"


def _was_the(view: View, head: int) -> bool:
    """What another was, by its year: "the last one was the 1984 drought"."""
    number = view.clause_of[head]
    dated = any(word < head and word in view.timed for word in view.kids[head])
    return dated and number is not None and view.clauses[number].tense is Tense.PAST and asserted(view, number)


def _noun(view: View, cast: Cast, head: int, words: tuple[int, ...], status: Status) -> _Noun:
    lemma = view.lemma(head)
    return _Noun(
        head=head,
        words=words,
        status=status,
        owner=bool(view.under(head, "possessive")),
        named=_named(view, cast, head),
        timed=any(word in view.timed for word in words),
        deep=any(view.preposition(word) is not None for word in view.under(head, "nominal")),
        clear=noun_is(lemma, "clear"),
        generic=noun_is(lemma, "generic"),
    )


def _of_name(view: View, noun: _Noun) -> Nominal | None:
    """It was, wherever it stands ("the Boxer Rebellion"); not where something is only about it or for it."""
    if about(view, noun.head) and not (noun.timed and told(view, noun.head)):
        return None
    weight = 0.3 + 0.1 * noun.timed + 0.05 * presupposed(view, noun.head)
    return Nominal(noun.head, noun.words, noun.status, definite=True, bare=False, weight=weight)


def _effort(view: View, noun: _Noun) -> Nominal | None:
    """An effort that is under way or takes part in what was: "delayed the rescue effort"."""
    number = view.clause_of[noun.head]
    if number is None or about(view, noun.head):
        return None
    under_way = (
        view.clauses[number].subject == noun.head and view.tokens[view.clauses[number].predicate].text in _ONGOING
    )
    if not (under_way or told(view, noun.head)):
        return None
    return Nominal(noun.head, noun.words, noun.status, definite=False, bare=False, weight=0.25 + 0.1 * noun.timed)


def _definite(view: View, noun: _Noun) -> Nominal | None:
    if noun.generic and not (noun.owner or noun.named or (noun.deep and presupposed(view, noun.head))):
        return None
    real = noun.timed or presupposed(view, noun.head) or (noun.named and noun.deep and happened(view, noun.head))
    if noun.generic and not real:
        return None
    bare = not (noun.owner or noun.named or noun.timed or noun.deep)
    weight = 0.45 + 0.15 * noun.clear + 0.1 * noun.named + 0.1 * noun.timed + 0.05 * noun.owner - 0.25 * bare
    if noun.owner and not noun.named:
        weight -= 0.1
    return Nominal(noun.head, noun.words, noun.status, definite=True, bare=bare, weight=weight)


def _indefinite(view: View, noun: _Noun) -> Nominal | None:
    """An indefinite one counts as the time of something that happened ("after an explosion"), or with its own time."""
    if about(view, noun.head) or not told(view, noun.head, loosely=not noun.generic):
        return None
    if not noun.generic and (
        view.preposition(noun.head) in {"after", "following", "during"} or (noun.timed and noun.clear)
    ):
        return Nominal(noun.head, noun.words, noun.status, definite=False, bare=False, weight=0.35 + 0.1 * noun.timed)
    if noun.generic and not (noun.timed or presupposed(view, noun.head)):
        return None
    return Nominal(noun.head, noun.words, noun.status, definite=False, bare=False, weight=0.2 + 0.1 * noun.timed)


def _loose(view: View, noun: _Noun) -> Nominal | None:
    """
    A word that names many things besides what happens: with a time of its own, or as told by its clause.

    "Friday's revision" is an event; the "result" in "the party welcomed the result" is what that tells of.
    """
    own = view.under(noun.head, "possessive", "compound", "amod", "number", "nominal")
    dates = view.times_in([word for word in own if word in view.timed])
    timed = any(time.type in {"DATE", "TIME"} for time in dates)  # "a two-year guarantee" says how long
    alone = view.clause_of[noun.head] is None and noun.owner  # the parse found no verb in its sentence
    if about(view, noun.head) or not (told(view, noun.head) or (timed and alone)):
        return None
    if timed:
        return Nominal(noun.head, noun.words, noun.status, definite=False, bare=False, weight=_TIMED)
    return _with_clause(noun)


def _with_clause(noun: _Noun) -> Nominal:
    """No event of its own: told by the clause it takes part in."""
    # by its head alone, so that a time in its phrase is the clause's
    return Nominal(noun.head, (noun.head,), noun.status, definite=False, bare=True, weight=_WITH_CLAUSE)


def _named(view: View, cast: Cast, head: int) -> bool:
    """Somebody or some place with a name takes part: "Zelensky's confrontation with Trump", "the summit in Alaska"."""
    inside = set(phrase(view, head))
    words = [word for word in view.under(head, "possessive", "nominal", "amod", "compound") if word in inside]
    return any(
        cast.at(view.number, inner) is not None
        for word in words
        for inner in (word, *view.under(word, "conjunct", "compound", "flat", "nominal"))
    )
