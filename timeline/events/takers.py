"""Who takes part in what a clause or a noun tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.actor import Actor
from timeline.events.actors import GROUPS
from timeline.events.gazetteer import country_of
from timeline.events.places import only_where
from timeline.events.who import agent_of
from timeline.events.wording import noun_phrase
from timeline.grammar.syntax import Role

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View


def clause_actors(view: View, cast: Cast, number: int) -> tuple[Actor, ...]:
    """Those who take part, the doer first: subject or agent, objects, then those named in phrases."""
    clause = view.clauses[number]
    heads: list[int] = []
    agent = agent_of(view, clause) if clause.passive else None
    heads += [agent] if agent is not None else []
    subject = clause.subject
    if (
        subject is not None
        and view.tokens[subject].text.lower() in {"who", "which", "that"}
        and clause.role is Role.RELATIVE
    ):
        subject = view.tokens[clause.predicate].head
    if subject is None and clause.parent is not None:
        subject = view.clauses[clause.parent].subject
    if subject is not None:
        heads.append(subject)
    heads += clause.objects
    beside = [m.head for m in clause.modifiers if m.preposition in {"with", "against", "by", "to", "from", "between"}]
    for head in beside:
        kind = actor.kind if (actor := cast.at(view.number, head)) is not None else None
        if kind != "other" and not (kind in {"country", "place"} and only_where(view, head)):
            heads.append(head)
    found: dict[Actor, None] = {}
    for head in heads:
        if head not in view.timed:
            for actor in noun_actors(view, cast, head, doer=head in (subject, agent)):
                found.setdefault(actor)
    return tuple(found)


def noun_actors(view: View, cast: Cast, head: int, *, doer: bool = False) -> list[Actor]:
    """Who a noun phrase stands for: names, and groups by the country in front ("British and French officers")."""
    found: list[Actor] = []
    for word in view.conjuncts(head):
        actor = cast.at(view.number, word)
        if actor is not None:
            seat = doer and country_of(actor.name) is not None
            if actor.kind not in {"place", "thing", "event"} or seat:
                found += actor.members or (actor,)
            continue
        lemma = view.lemma(word)
        front = [kid for kid in view.subtree(word, ("relative", "nominal", "conjunct", "participle")) if kid < word]
        front += [more for kid in front for more in view.under(kid, "conjunct") if more < word]
        groups = [named for kid in dict.fromkeys(front) if (named := cast.named.get((view.number, kid))) is not None]
        groups = [group for group in groups if group.kind in {"people", "country", "organisation"}]
        if groups and (lemma in GROUPS or lemma.endswith(("er", "or", "man", "ist"))):
            found += [_group(view, group, word) for group in dict.fromkeys(groups)]
        elif lemma in GROUPS and view.tokens[word].pos in {"NOUN", "PROPN"}:
            text = noun_phrase(view, cast, word, detail=0, first=True)
            if text:
                found.append(_plain(text))
    return found


def _group(view: View, group: Actor, word: int) -> Actor:
    text = f"{group.short} {view.tokens[word].text}"
    return Actor(text, text, "group", group.lane, None, None, group.words)


def _plain(text: str) -> Actor:
    return Actor(text, text, "group", None)


def side_by_side(view: View, cast: Cast, number: int) -> tuple[str, ...]:
    """The lanes of those who do it side by side: "British and French officers"."""
    clause = view.clauses[number]
    head = (agent_of(view, clause) if clause.passive else None) or clause.subject
    if head is None:
        return ()
    return tuple(dict.fromkeys(actor.lane for actor in noun_actors(view, cast, head, doer=True) if actor.lane))
