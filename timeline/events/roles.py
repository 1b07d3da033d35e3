"""Whom "the mayor", "the US president", "the company" and "the two leaders" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.firms import is_firm
from timeline.events.gazetteer import calling, country_of
from timeline.events.human import CALLINGS, HUMANS, ROLES, is_person
from timeline.events.lexicon import wordset
from timeline.events.names import is_media
from timeline.events.standing import several, together
from timeline.events.things import main_subject
from timeline.events.vessels import VESSELS, the_ship

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.events.actor import Actor, Known
    from timeline.events.view import View

_FAR = 20
_COUNTRY = frozenset({"country", "nation"})
_CLOSE = 5  # sentences that "the company" looks back
_BODIES = {"alliance": ("NATO",), "bloc": ("European Union",)}
_FIRMS = calling("firm")
_AGENCIES = frozenset({"agency", "body", "authority", "organisation", "organization", "institute"})
_OF_THE_STATE = calling("state body")
_AGENCY_NAMES = calling("agency body")
_OF_BODIES = calling("two bodies")
_PAIRS = calling("two people") | _OF_BODIES


def appositions(view: View, known: Known, called: dict[str, set[str]]) -> None:
    """
    The noun in "the mayor, Tomás Vidal, wrote" is he, whatever the parse makes of it; so is "Vidal, the mayor, wrote".

    *called* takes up, by name, what everybody is called: a later "the mayor" may be he.
    """
    named, meant = known.named, known.meant
    for token in view.tokens:
        name = named.get((view.number, token.index))
        if name is None or name.kind != "person":
            continue
        first = token.index
        while first and meant.get((view.number, first - 1)) == name:
            first -= 1  # "the ruler, *General* Htun"
        if first >= 2 and view.tokens[first - 1].text == ",":
            last = token.index
            while last + 1 < len(view.tokens) and named.get((view.number, last + 1)) == name:
                last += 1
            closed = last + 1 == len(view.tokens) or view.tokens[last + 1].pos == "PUNCT"
            noun = first - 2
            while view.tokens[noun].relation == "nominal" and view.tokens[noun].head < noun:
                noun = view.tokens[noun].head  # "the author of the report, Jane Dole"
            if noun != first - 2 and not is_person(view.lemma(noun)):
                noun = first - 2 if view.tokens[first - 2].relation != "nominal" else -1
            if noun >= 0 and closed and view.tokens[noun].pos in {"NOUN", "ADJ"} and (view.number, noun) not in named:
                meant.setdefault((view.number, noun), name)
                called.setdefault(name.name, set()).add(_said(view, noun))
        noun = token.index - 1
        if noun >= 0 and view.tokens[noun].tag == "NN" and view.lemma(noun) in CALLINGS:
            called.setdefault(name.name, set()).add(view.lemma(noun))  # "striker Paul Okoro"
        for behind in view.under(token.index, "apposition"):
            lemma = view.lemma(behind)
            if (
                view.tokens[behind].pos == "NOUN"
                and lemma in HUMANS
                and behind - token.index < _FAR
                and not view.under(behind, "possessive")
            ):
                called.setdefault(name.name, set()).add(_said(view, behind))
                meant.setdefault((view.number, behind), name)


def _said(view: View, noun: int) -> str:
    """What somebody is called, with the words in front: "prime minister"."""
    front = [kid for kid in view.under(noun, "amod", "compound") if kid < noun]
    return " ".join([*(view.tokens[kid].text.lower() for kid in front), view.lemma(noun)])


def roles(view: View, everyone: Sequence[Actor], known: Known, called: dict[str, set[str]]) -> None:
    """Roles, bodies and pairs: each stands for the one the article names, nobody where two fit."""
    for token in view.tokens:
        index = token.index
        lemma = token.lemma.lower()
        if lemma in {"both", "pair", "duo", "couple"} or _two(view, index):
            _pair(view, index, known)
            continue
        if token.pos not in {"NOUN", "PROPN"} or token.tag in {"NNS", "NNPS"} or known.at(view, index):
            continue
        front = [view.tokens[word].text for word in view.subtree(index) if word < index]
        if lemma in VESSELS and view.preposition(index) is not None:
            front = front[1:]  # "the owner of *the ferry*"
        if front[:1] not in (["the"], ["The"]):
            continue
        found: Actor | None
        if lemma in _BODIES:
            found = next((actor for actor in everyone if actor.name in _BODIES[lemma]), None)
        elif view.under(index, "nominal", "relative", "apposition", "conjunct"):
            found = None
        elif is_person(lemma) and (lemma in HUMANS or lemma in ROLES):
            found = _holder(front[1:], lemma, everyone, called)
        else:
            found = _body(view, lemma, known) if len(front) == 1 else None
        if found is not None:
            known.meant[view.number, index] = found


def _holder(front: Sequence[str], lemma: str, everyone: Iterable[Actor], called: dict[str, set[str]]) -> Actor | None:
    """Who holds an office: those the article says it of before those the world knows it of."""
    country = next((of for word in front if (of := country_of(word))), None)
    extra = {word.lower() for word in front if not country_of(word)}
    fits: list[list[Actor]] = [[], []]
    for actor in everyone:
        if actor.kind != "person" or (country is not None and actor.lane != country):
            continue
        said = [*actor.roles, *called.get(actor.name, ())]
        if any(_is_role(role, lemma, extra) for role in said):
            fits[0].append(actor)
        elif actor.role and _is_role(actor.role, lemma, extra):
            fits[1].append(actor)
    for found in fits:
        if found:
            return found[0] if len({actor.name for actor in found}) == 1 else None
    return None


def _is_role(role: str, lemma: str, extra: set[str]) -> bool:
    words = role.split()
    if words[-1] != lemma or not extra <= {*words, "then"}:
        return False
    return "former" not in words or "former" in extra


def _body(view: View, lemma: str, known: Known) -> Actor | None:
    """
    The body that "the company", "the court", "the agency" takes up.

    One whose name ends in that word ("the Supreme Court"), the last if it was the only one; else, for a company or an
    agency, the body that was the subject before, if no other body of that kind stands between.
    """
    before = [*known.views[max(0, view.number - _FAR) : view.number]]
    bodies = dict.fromkeys(
        actor for (number, _), actor in known.named.items() if number < view.number and actor.kind == "organisation"
    )
    ending = [actor for actor in bodies if actor.name.split()[-1].lower() == lemma and " " in actor.name]
    if ending:
        return ending[0] if len(ending) == 1 else None
    if lemma in VESSELS:
        return the_ship(lemma, known.named, view.number)
    if lemma in _COUNTRY:
        return _country(before, known)
    if lemma not in _FIRMS | _AGENCIES:
        return None
    for earlier in reversed(before[-_CLOSE:]):
        if earlier.sentence.heading:
            continue
        words = [w for w in range(len(earlier.tokens)) if _such(known.named.get((earlier.number, w)), lemma)]
        found = dict.fromkeys(known.named[earlier.number, w] for w in words)
        subject = main_subject(earlier)
        actor = None if subject is None else known.at(earlier, subject)
        if actor is not None and actor.kind == "other" and any(_such(body, lemma) for body in bodies):
            return None  # no company by name, where another is
        if actor is not None and _such(actor, lemma) and not several(earlier, subject or 0, known):
            return actor
        if len(found) == 1 and len(bodies) == 1:
            return next(iter(found))
    return None


def _country(before: Sequence[View], known: Known) -> Actor | None:
    """The country that the sentence before is about, if it names no other."""
    for view in reversed(before[-2:]):
        seen = dict.fromkeys(
            actor
            for word in range(len(view.tokens))
            if (actor := known.at(view, word)) is not None and actor.kind == "country"
        )
        subject = main_subject(view)
        about = None if subject is None else known.at(view, subject)
        if about is not None and about in seen and not several(view, subject or 0, known):
            return about
        if seen:
            return next(iter(seen)) if len(seen) == 1 else None
    return None


def _such(actor: Actor | None, lemma: str) -> bool:
    """It may be called a company, or an agency."""
    if actor is None or actor.kind not in {"organisation", "other"} or is_media(actor.name):
        return False
    words = {word.lower() for word in actor.name.split()}
    if lemma in _FIRMS - _AGENCIES and is_firm(actor.name):
        return True
    if actor.kind == "other" and (len(words) > 2 or words & wordset("thing")):
        return False
    if lemma in _FIRMS - _AGENCIES:
        return not words & (_OF_THE_STATE | _AGENCY_NAMES)
    return bool(words & _AGENCY_NAMES) or actor.name.isupper()


def _two(view: View, index: int) -> bool:
    """Whether it is "the two leaders" or "both men"."""
    token = view.tokens[index]
    if token.tag != "NNS" or token.lemma.lower() not in _PAIRS:
        return False
    front = [view.tokens[word].text.lower() for word in view.subtree(index) if word < index]
    return front in (["the", "two"], ["both"], ["both", "the"])


def _pair(view: View, index: int, known: Known) -> None:
    """The only two persons, or two countries, or two bodies of the sentence before."""
    token = view.tokens[index]
    lemma = token.lemma.lower()
    if lemma == "both" and (token.relation != "subject" or view.kids[index]):
        return
    if lemma in {"pair", "duo", "couple"} and token.relation != "subject":
        return
    for earlier in reversed(known.views[max(0, view.number - 2) : view.number]):
        if earlier.sentence.heading:
            continue
        seen = [actor for word in range(len(earlier.tokens)) if (actor := known.at(earlier, word)) is not None]
        persons = tuple(dict.fromkeys(actor for actor in seen if actor.kind == "person"))
        bodies = tuple(dict.fromkeys(actor for actor in seen if actor.kind in {"organisation", "country"}))
        wanted = bodies if lemma in _OF_BODIES else persons
        if lemma == "both" and bool(persons) == bool(bodies):
            return
        if lemma == "both" and bodies:
            wanted = bodies
        if len(wanted) == 2:
            known.meant[view.number, index] = together(wanted)
        if wanted:
            return
