"""What a noun stands for when it is taken up: an actor, several together, or a thing by its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.actor import Actor
from timeline.events.gazetteer import calling, given_names
from timeline.events.human import is_somebody
from timeline.events.lexicon import wordset
from timeline.events.names import is_media

if TYPE_CHECKING:
    from timeline.events.actor import Known
    from timeline.events.view import View

BODIES = frozenset({"organisation", "country", "group", "vessel"})
_ONE_CREW = calling("crew")
CREW = _ONE_CREW | calling("many") | wordset("group")
AS_ONE = _ONE_CREW | calling("firm") | calling("state body") | wordset("company")
_VAGUE = calling("vague")
_ARTICLES = frozenset({"the", "a", "an"})
_LONGEST = 4  # words of a thing's own name


def as_thing(where: View, index: int, known: Known, *, plural: bool) -> Actor | None:
    """The actor or the noun with what stands in front of it, where its number fits and it is no single person."""
    token = where.tokens[index]
    if index in where.timed or token.pos not in {"NOUN", "PROPN", "PRON", "DET"}:
        return None
    index = _based(where, index)
    token = where.tokens[index]
    actor = known.at(where, index)
    joined = several(where, index, known)
    crew = where.lemma(index) in CREW and (where.lemma(index) in _ONE_CREW or not is_somebody(where.lemma(index)))
    many = joined or token.tag in {"NNS", "NNPS"} or (plural and crew)
    if actor is not None and actor.kind == "thing" and not plural and is_somebody(actor.name.split()[-1].lower()):
        return None  # "she", who is somebody's mother
    if actor is not None and actor.kind == "group" and actor.members:
        return actor if plural else None
    body = actor is not None and actor.kind in BODIES and not joined
    if actor is not None and (actor.kind == "person" or is_media(actor.name)) and not joined:
        return None
    if not body and many != plural:
        return None
    if actor is not None and actor.kind == "other" and " " in actor.name and actor.name.split()[0] in given_names():
        return None  # it may be somebody
    if actor is None and not plural and _owned(where, index, known):
        return None  # "the club's debt": it may be the club
    if actor is not None and not joined and (body or not many):
        return actor
    if actor is None and not plural and is_somebody(where.lemma(index)) and where.lemma(index) not in AS_ONE:
        return None
    return _plain(where, index, known, joined=joined) if token.pos in {"NOUN", "PROPN"} else None


def _plain(where: View, index: int, known: Known, *, joined: bool) -> Actor | None:
    if joined:
        each = [known.at(where, word) for word in _joined(where, index)]
        members = tuple(one for one in each if one is not None)
        if len(members) == len(each) > 1:
            return together(members)
    barred = ("relative", "participle", "apposition", "adverbial", "nominal", "complement", "parenthetical")
    kept = [w for w in where.subtree(index, barred) if where.tokens[w].relation != "mark"]
    based = next((place for place, w in enumerate(kept) if where.tokens[w].text.lower().endswith("-based")), -1)
    kept = kept[based + 1 :]  # "N.J.-based maker": where it sits is no part of what it is
    while kept and (where.tokens[kept[0]].text.lower() in _ARTICLES or where.tokens[kept[0]].pos in {"PUNCT", "ADP"}):
        kept = kept[1:]
    while kept and where.tokens[kept[-1]].pos == "PUNCT":
        kept = kept[:-1]
    if not kept or where.tokens[kept[0]].text.lower() in _VAGUE:
        return None
    if len(kept) > (8 if joined else _LONGEST) or any(w in where.timed for w in kept):
        kept = [index] if not joined and where.tokens[index].pos == "NOUN" else []
    if not kept or kept != list(range(kept[0], kept[-1] + 1)):
        return None
    text = where.span_of(kept).of(where.text)
    if where.tokens[kept[0]].index == 0 and where.tokens[kept[0]].pos in {"NOUN", "ADJ"} and not text[:2].isupper():
        text = text[0].lower() + text[1:]
    actor = known.at(where, index)
    return Actor(text, text, "thing", actor.lane if actor else None, None, None, frozenset({text.casefold()}))


def _owned(view: View, index: int, known: Known) -> bool:
    """The noun is that of somebody or something which may be meant as well."""
    return any(
        view.tokens[kid].pos not in {"PRON", "DET"} or known.at(view, kid) is not None
        for kid in view.under(index, "possessive")
    )


def several(view: View, index: int, known: Known) -> bool:
    """Something else is joined to a word by "and": not the "Sons" of "Brandt & Sons"."""
    own = known.at(view, index)
    joined = view.under(index, "conjunct")
    offices = [index, *joined, *(more for kid in joined for more in view.under(kid, "conjunct"))]
    if len(offices) > 1 and all(view.tokens[word].pos == "NOUN" and is_somebody(view.lemma(word)) for word in offices):
        apposed = {known.named.get((view.number, kid)) for word in offices for kid in view.under(word, "apposition")}
        if any(one is not None and one.kind == "person" for one in apposed):
            return False  # "the founder and chairman, Karl Merz,"
    return any(own is None or known.at(view, kid) != own for kid in joined)


def _based(view: View, index: int) -> int:
    """Who sits there, for the place a parse takes for the subject: "the Tarn, Ohio-based *maker* of glue"."""
    for kid in view.under(index, "apposition"):
        front = view.under(kid, "amod")
        if any(view.tokens[word].text.lower().endswith("based") for word in front) and not is_somebody(
            view.lemma(index)
        ):
            return kid
    return index


def _joined(view: View, index: int) -> list[int]:
    """The word and all that "and" and commas join to it, the one to the other."""
    return [index, *(more for kid in view.under(index, "conjunct") for more in _joined(view, kid))]


def together(members: tuple[Actor, ...]) -> Actor:
    """Several who are taken up as one: "they", "the two leaders", "both"."""
    names = [one.name for one in members]
    short = [one.short for one in members]

    def joined(parts: list[str]) -> str:
        return ", ".join(parts[:-1]) + " and " + parts[-1]

    words = frozenset(word for one in members for word in one.words)
    return Actor(joined(names), joined(short), "group", None, None, None, words, (), members)
