"""How a draft tells its event: the act, who does it to whom, and what sets it apart from another of its kind."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.events.kinds import kind_of
from timeline.events.lexicon import noun_is, verb_is
from timeline.events.view import NOUNS
from timeline.events.who import agent_of, subject_of
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.events.actor import Cast
    from timeline.events.draft import Draft
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

# Words that say it is not the one told of before.
_ORDER = "first second third fourth fifth sixth seventh eighth ninth tenth initial original next last final"
_ANOTHER = frozenset(f"another other new fresh further separate different similar repeated {_ORDER}".split())
_ANOTHER |= {"previous", "earlier", "former", "subsequent", "additional"}
_AGAIN = frozenset({"again", "twice", "repeatedly", "thrice"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_EACH = frozenset({"a", "an", "another", "any", "every", "each", "some", "several", "no"})
_WHERE = frozenset({"in", "at", "near", "on", "outside", "inside", "off", "over"})
_BESIDE = frozenset({"against", "with", "to", "from", "for", "over"})
_NO_ONE = frozenset({"there", "it"})
# Adjectives made of nouns say which sort ("presidential", "parliamentary"); others only what it was like.
_OF_A_SORT = ("al", "ary", "ic", "ian", "an")


@dataclass(frozen=True, slots=True)
class Party:
    """
    One that takes part.

    `key` is a name or a noun with what tells it apart ("second bomb"); `count` how many; `fresh`: told of as new.
    """

    key: str
    named: bool
    count: str | None = None
    fresh: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """
    One way a draft tells its event.

    `act` as in ``data/acts.csv``; a noun's parties whose part is not clear are in `others`. `marks` are words such as
    "second" and "again"; `sorts` those that say which sort; `bare`: a noun with nothing that says which one.
    """

    act: str
    nominal: bool
    doers: tuple[Party, ...] = ()
    undergoers: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    where: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    definite: bool = False
    bare: bool = False
    plural: bool = False

    @property
    def parties(self) -> tuple[Party, ...]:
        """All who take part, in whatever part."""
        return (*self.doers, *self.undergoers, *self.others)


@cache
def _acts() -> tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]:
    """The act of each verb, the act of each noun, and what the owner of a noun is to it."""
    with data("acts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    verbs = {verb: row["act"] for row in rows for verb in row["verbs"].split()}
    with data("derived.csv").open(encoding="utf-8", newline="") as file:
        nouns = {row["noun"]: verbs.get(row["verb"], row["verb"]) for row in csv.DictReader(file)}
    nouns |= {noun: row["act"] for row in rows for noun in row["nouns"].split()}
    return verbs, nouns, {row["act"]: row["owner"] for row in rows}


def act_of(lemma: str, *, nominal: bool) -> str:
    """
    The act a verb or a noun tells of.

    >>> act_of("summit", nominal=True), act_of("murder", nominal=False), act_of("siege", nominal=True)
    ('meet', 'kill', 'besiege')
    """
    verbs, nouns, _ = _acts()
    return (nouns if nominal else verbs).get(lemma, lemma)


def tellings(view: View, people: Cast, draft: Draft) -> tuple[Telling, ...]:
    """The draft's own telling, and those of nouns its clause carries ("held *talks*", "the *blast* killed five")."""
    return tuple(_tellings(view, people, draft))


def _tellings(view: View, people: Cast, draft: Draft) -> Iterator[Telling]:
    if draft.nominal:
        yield _of_noun(view, people, draft.token)
        return
    if draft.clause is None or draft.speech:
        return
    clause = view.clauses[draft.clause]
    if not verb_is(draft.lemma, "light", "aspect"):
        telling = _of_verb(view, people, draft)
        yield telling
        if telling.act == "kill" and telling.undergoers:  # whoever is killed dies
            yield replace(telling, act="die", doers=())
    subject = subject_of(view, clause)
    doers = () if subject is None or clause.passive else tuple(_parties(view, people, subject))
    for mention in draft.also:
        word = mention.token
        if mention.sentence == view.number and _is_told_by(view, draft, word):
            yield _of_noun(view, people, word, doers if word in clause.objects else ())


def _is_told_by(view: View, draft: Draft, word: int) -> bool:
    """
    The noun is what the clause tells: "held talks", "the blast killed five", "were killed in a blast".

    Not the attack somebody was arrested over; and the end of what lasts ("the strike ended") is not all of it.
    """
    if view.tokens[word].pos not in {"NOUN", "PROPN"} or not noun_is(view.lemma(word), "event"):
        return False
    clause = view.clauses[draft.clause or 0]
    if verb_is(draft.lemma, "aspect") and kind_of(view, word, nominal=True, times=()) is Kind.SPAN:
        return False
    if word in clause.objects:
        return verb_is(draft.lemma, "light", "aspect")
    happens = verb_is(draft.lemma, "happen", "aspect") or (clause.passive and verb_is(draft.lemma, "light"))
    return happens and (word == clause.subject or (clause.passive and view.preposition(word) in {"in", "by"}))


def _of_verb(view: View, people: Cast, draft: Draft) -> Telling:
    clause = view.clauses[draft.clause or 0]
    act = act_of(draft.lemma, nominal=False)
    inner = [view.lemma(each.predicate) for each in view.clauses if each.parent == draft.clause and _completes(each)]
    subject = subject_of(view, clause)
    agent = agent_of(view, clause) if clause.passive else None
    first = tuple(_parties(view, people, subject)) if subject is not None else ()
    suffers = clause.passive or (not clause.objects and _acts()[2].get(act) == "undergoer")
    done = tuple(party for word in clause.objects for party in _parties(view, people, word))
    if not suffers and act == "meet":  # whoever meets with somebody is met by them
        beside = [m.head for m in clause.modifiers if m.preposition == "with"]
        done += tuple(party for word in beside for party in _parties(view, people, word))
    by = tuple(_parties(view, people, agent)) if agent is not None else ()
    beside = [m.head for m in clause.modifiers if m.preposition in _BESIDE]
    others = [party for word in beside for party in _parties(view, people, word) if party.named]
    taking_part = (*clause.objects, *([subject] if subject is not None else []))
    for word in (each for each in taking_part if people.at(view.number, each) is None):
        for kid in view.under(word, "possessive", "nominal", "amod", "compound"):  # whose it is, and of what
            owned = word != subject or suffers
            owned = owned and view.tokens[kid].relation in {"possessive", "nominal"}
            owned = owned and view.preposition(kid) in {None, "of"}
            others += [party for party in _parties(view, people, kid) if party.named or owned]
    adverbs = {view.tokens[kid].text.lower() for kid in view.kids[draft.token]}
    return Telling(
        act=" to ".join([act, *inner]),
        nominal=False,
        doers=by if suffers else first,
        undergoers=first if suffers else done,
        others=tuple(party for party in others if party not in done),
        where=frozenset(draft.places) | frozenset(_places(view, people, (m.head for m in clause.modifiers))),
        marks=frozenset(adverbs & _AGAIN),
        definite=True,
    )


def _completes(clause: Clause) -> bool:
    """What is done by the verb above is what this one says: "tried to *mediate*"."""
    return clause.role in {Role.COMPLEMENT, Role.INFINITIVE} and clause.tense is Tense.NONE


def _of_noun(view: View, people: Cast, head: int, doers: tuple[Party, ...] = ()) -> Telling:
    lemma = view.lemma(head)
    act = act_of(lemma, nominal=True)
    owned = view.under(head, "possessive")
    beside = [kid for kid in view.under(head, "nominal") if kid not in view.timed]
    front = view.under(head, "compound", "amod", "determiner", "number")
    small = {view.tokens[kid].text.lower() for kid in front}
    owner = tuple(  # "a patient's death" tells of one as new, "children's deaths" does not
        party if {view.tokens[word].text.lower() for word in view.kids[kid]} & _EACH else replace(party, fresh=False)
        for kid in owned
        if kid not in view.timed
        for party in _parties(view, people, kid)
    )
    of = tuple(party for kid in beside if view.preposition(kid) == "of" for party in _parties(view, people, kid))
    by = tuple(party for kid in beside if view.preposition(kid) == "by" for party in _parties(view, people, kid))
    rest = [kid for kid in beside if view.preposition(kid) not in {"of", "by"}]
    rest = [kid for kid in rest if not any(_places(view, people, [kid]))]
    more = tuple(party for kid in rest for party in _parties(view, people, kid))
    named = tuple(
        party for kid in front for party in _parties(view, people, kid) if party.named and kid not in view.timed
    )
    part = _acts()[2].get(act, "either")
    where = frozenset(_places(view, people, beside))
    return Telling(
        act=act,
        nominal=True,
        doers=doers + by + (owner if part == "doer" else ()),
        undergoers=of + owner if part == "undergoer" else (),
        others=more + named + (() if part == "undergoer" else of) + (owner if part == "either" else ()),
        where=where,
        marks=frozenset(small & _ANOTHER),
        sorts=frozenset(_sorts(view, people, head)),
        definite=bool(small & _POINTING) or bool(owned),
        bare=not (owner or beside or named),
        plural=view.tokens[head].tag in {"NNS", "NNPS"} and lemma not in {"talk", "talks", "negotiation"},
    )


def _sorts(view: View, people: Cast, head: int) -> Iterator[str]:
    for kid in view.under(head, "compound", "amod"):
        if kid in view.timed or people.at(view.number, kid) is not None:
            continue
        lemma = view.lemma(kid)
        if lemma not in _ANOTHER and (view.tokens[kid].relation == "compound" or lemma.endswith(_OF_A_SORT)):
            yield lemma


def _parties(view: View, people: Cast, head: int) -> Iterator[Party]:
    """The noun and those joined to it; nobody for a pronoun that stands for nobody known."""
    for word in view.conjuncts(head):
        if word in view.timed:
            continue
        token = view.tokens[word]
        plural = token.tag in {"NNS", "NNPS"}
        actor = people.at(view.number, word)
        if actor is not None:
            yield Party(actor.name.casefold(), named=True, plural=plural)
            continue
        if token.pos not in NOUNS - {"PRON"} or token.text.lower() in _NO_ONE:
            continue
        small = [view.tokens[kid].text.lower() for kid in view.under(word, "determiner", "amod", "number")]
        marks = sorted(set(small) & _ANOTHER)
        count = next((view.lemma(kid) for kid in view.under(word, "number")), None)
        owned = bool(view.under(word, "possessive")) or bool(set(small) & _POINTING)
        fresh = bool(set(small) & _EACH) or ((count is not None or plural) and not owned)
        yield Party(" ".join([*marks, view.lemma(word)]), named=False, count=count, fresh=fresh, plural=plural)


def _places(view: View, people: Cast, heads: Iterable[int]) -> Iterator[str]:
    for head in heads:
        if view.preposition(head) in _WHERE and head not in view.timed:
            actor = people.at(view.number, head)
            if actor is not None and actor.kind in {"place", "country", "other"}:
                yield actor.name
