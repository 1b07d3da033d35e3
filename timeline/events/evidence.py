"""What the sentences around names say of them: that one is a person, a couple, kin, or a body by its letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline.events.gazetteer import calling, given_names, people
from timeline.events.human import CALLINGS, HUMANS, gender_of, is_person
from timeline.events.lexicon import wordset
from timeline.events.things import main_subject
from timeline.events.vessels import ships_told_apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.names import Name
    from timeline.events.view import View

_KIN = wordset("close to somebody") | calling("human woman") | calling("human man")
_RANKS = wordset("title") - wordset("weak title")
_HE_OR_SHE = frozenset({"he", "she", "his", "her", "him"})
_LONGEST = 3  # words of a name that nothing but its neighbour says is somebody's
_SMALL = frozenset({"of", "for", "and", "the", "on", "in"})
_NEITHER = frozenset({"country", "place", "people", "organisation", "vessel"})


@dataclass(frozen=True, slots=True)
class Ties:
    """
    How names hang together.

    `letters`: what a body goes by ("WFP") with its name. `kin`: places, among the names, of those introduced as
    somebody's ("his wife, Anna Hallam"). `joint`: full names told in one breath ("Bill and Hillary Clinton").
    """

    letters: Mapping[str, str]
    kin: frozenset[int]
    joint: frozenset[str]


def told_apart(found: Sequence[Name], views: Sequence[View]) -> tuple[list[Name], Ties]:
    """The names with what their sentences say of them, and how they hang together."""
    found, joint = _couples(ships_told_apart(found, views), views)
    found = _persons(found, views)
    kin = frozenset(
        place for place, name in enumerate(found) if name.kind == "person" and _is_kin(views[name.sentence], name)
    )
    return found, Ties(letters(found, views), kin, joint)


def _persons(found: Sequence[Name], views: Sequence[View]) -> list[Name]:
    """
    Two capitalised words are a person's name where the text says so, or where the last of them stands alone.

    What says so: an age behind it, "who", a calling in front ("striker Paul Okoro"), "he" or "she" for the subject.
    """
    alone = {name.text for name in found if len(name.text.split()) == 1}
    sure = {name.text for name in found if name.kind in {"name", "other"} and _somebody(views, found, name)}
    result = []
    for name in found:
        if name.kind == "name":
            person = name.text.split()[-1] in alone or name.text in sure
            result.append(replace(name, kind="person" if person else "other"))
        elif name.kind == "other" and name.text in sure and len(name.text.split()) == 1:
            result.append(replace(name, kind="person"))
        else:
            result.append(name)
        if result[-1].kind == "person" and result[-1].gender is None:
            gender = _gender_in_front(views[name.sentence], name)
            alone_sure = len(name.words) == 1 and name.text in sure
            gender = gender or (given_names().get(name.text) if alone_sure else None)
            result[-1] = replace(result[-1], gender=gender, spoken=name.spoken or (gender if alone_sure else None))
    return result


def _gender_in_front(view: View, name: Name) -> str | None:
    """The gender of the noun in front: "his wife, Anna", "actress Anna"."""
    word = name.words[0] - 1
    if word > 0 and view.tokens[word].text == ",":
        word -= 1
    if word < 0 or view.tokens[word].tag != "NN":
        return None
    return gender_of(view.lemma(word))


def _somebody(views: Sequence[View], found: Sequence[Name], name: Name) -> bool:
    view = views[name.sentence]
    first, last = name.words[0], name.words[-1]
    if name.text.lower() in calling("also organisation") or view.timed.intersection(name.words):
        return False
    behind = [token.text.lower() for token in view.tokens[last + 1 : last + 4]]
    age = (
        len(behind) == 3 and behind[0] == "," and behind[1].isdigit() and len(behind[1]) < 4 and behind[2] in {",", "."}
    )
    if age or behind[:1] == ["who"] or behind[:2] == [",", "who"]:
        return True
    if _apposed(view, name, behind):
        return True
    if first and view.tokens[first - 1].text in CALLINGS and view.tokens[first - 1].text.islower():
        return True
    if first == 1 and len(name.words) > 1 and view.tokens[0].text.lower() in CALLINGS | _RANKS:
        return True  # "Analyst Priya Nair said"
    subject = main_subject(view)
    if subject not in name.words or view.under(subject, "conjunct"):
        return False
    return _taken_up(views, found, name, subject)


def _apposed(view: View, name: Name, behind: Sequence[str]) -> bool:
    """Between commas beside a noun that is somebody: "the duke, *Ottone*, fled", "*Sanna*, a nurse from Tarn, said"."""
    first, last = name.words[0], name.words[-1]
    if len(name.words) > _LONGEST:
        return False
    if first > 1 and view.tokens[first - 1].text == "," and behind[:1] in ([","], ["."], [";"]):
        noun = view.tokens[first - 2]
        if noun.tag == "NN" and noun.text.islower() and noun.lemma.lower() in HUMANS | _KIN:
            return True
    beside = [kid for word in name.words for kid in view.under(word, "apposition")]
    return behind[:1] == [","] and any(
        view.tokens[kid].tag == "NN"
        and view.lemma(kid) in HUMANS
        and kid > last
        and all(token.pos in {"DET", "ADJ", "NOUN"} for token in view.tokens[last + 2 : kid + 1])
        for kid in beside
    )


def _taken_up(views: Sequence[View], found: Sequence[Name], name: Name, subject: int) -> bool:
    """Whether "he" or "she" takes up a subject, and nobody else can be meant."""
    view = views[name.sentence]
    others = {
        word for other in found if other.sentence == name.sentence and other.kind == "person" for word in other.words
    }
    for token in view.tokens[subject + 1 :]:
        if token.text.lower() in _HE_OR_SHE:
            number = view.clause_of[token.index]
            own = None if number is None else view.clauses[number].subject
            return (
                own == subject
                if token.relation == "possessive"
                else len(name.words) > 1 and token.relation == "subject"
            )
        if token.index in others or (token.pos == "NOUN" and is_person(view.lemma(token.index))):
            return False
    if len(name.words) == 1 or others or name.sentence + 1 >= len(views):
        return False
    follows = views[name.sentence + 1]
    opens = None if follows.sentence.heading else main_subject(follows)
    return opens is not None and follows.tokens[opens].text.lower() in {"he", "she"}


def _couples(found: Sequence[Name], views: Sequence[View]) -> tuple[list[Name], frozenset[str]]:
    """The first name in "Bill and Hillary Clinton" has the surname of the second."""
    result = list(found)
    joint = set[str]()
    for place, name in enumerate(found[1:], start=1):
        before = found[place - 1]
        parts, own = name.text.split(), before.text.split()
        if name.sentence != before.sentence or len(parts) < 2 or len(own) != 1:
            continue
        between = [token.text for token in views[name.sentence].tokens[before.words[-1] + 1 : name.words[0]]]
        if between != ["and"] or own[0] not in given_names() or parts[0] not in given_names():
            continue
        if name.kind not in {"person", "name"} or before.kind in _NEITHER:
            continue
        text = f"{own[0]} {parts[-1]}"
        known = people().get(text.casefold())
        result[place - 1] = replace(
            before,
            text=text,
            kind="person",
            gender=given_names()[own[0]],
            known=known.name if known else None,
            country=known.country if known else None,
        )
        result[place] = replace(name, kind="person")
        joint |= {text, name.text, *([known.name] if known else []), *([name.known] if name.known else [])}
    return result, frozenset(joint)


def _is_kin(view: View, name: Name) -> bool:
    """Told of as somebody's wife or brother, or with one: a word of kin stands near it in its sentence."""
    first, last = name.words[0], name.words[-1]
    near = [*range(max(0, first - 8), first), *range(last + 1, min(len(view.tokens), last + 5))]
    return any(view.tokens[word].pos == "NOUN" and view.lemma(word) in _KIN for word in near)


def letters(found: Sequence[Name], views: Sequence[View]) -> dict[str, str]:
    """Bodies by the letters that follow them in brackets: "World Food Programme (WFP)"."""
    result: dict[str, str] = {}
    for name in found:
        if name.kind in {"person", "place", "country", "people"} or len(name.words) < 2:
            continue
        tokens = views[name.sentence].tokens[name.words[-1] + 1 : name.words[-1] + 4]
        if len(tokens) < 3 or tokens[0].text not in {"(", "-LRB-"} or tokens[2].text not in {")", "-RRB-"}:
            continue
        short = tokens[1].text
        initials = [word[0] for word in name.text.replace("-", " ").split() if word.lower() not in _SMALL]
        if short.isupper() and 1 < len(short) < 8 and short == "".join(initials).upper()[: len(short)]:
            result.setdefault(short, name.text)
    return result
