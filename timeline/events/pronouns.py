"""Whom "he", "she", "it" and "they" take up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.actor import Actor
from timeline.events.lexicon import wordset
from timeline.events.names import is_media

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from timeline.events.view import View

_DOERS = ("er", "or", "ist", "ian", "ant", "man", "woman")
_PEOPLE = wordset("person") | wordset("role")
_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_IT, _THEY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
_MEN, _WOMEN = wordset("man"), wordset("woman")
_RECENT = 12  # sentences back; the nearest with somebody in it counts


def resolve_pronouns(
    view: View, views: Sequence[View], named: Mapping[tuple[int, int], Actor], meant: dict[tuple[int, int], Actor]
) -> None:
    """Put into *meant* whom the pronouns of a sentence stand for, as far as the text makes it clear."""
    for token in view.tokens:
        word = token.text.lower()
        if token.pos not in {"PRON", "DET"} or token.relation == "determiner":
            continue
        found = None
        if word in _HE or word in _SHE:
            found = _person(view, views, token.index, "f" if word in _SHE else "m", named, meant)
        elif (word in _IT or word in _THEY) and token.relation in {"subject", "possessive"}:
            found = _thing(view, views, token.index, named, meant, plural=word in _THEY)
        elif word in {"it", "them"} and token.relation == "object":
            found = _thing(view, views, token.index, named, meant, plural=word == "them")
        if found is not None:
            meant[view.number, token.index] = found


def at(
    view: View, word: int, named: Mapping[tuple[int, int], Actor], meant: Mapping[tuple[int, int], Actor]
) -> Actor | None:
    """The actor a word stands for so far."""
    return named.get((view.number, word)) or meant.get((view.number, word))


def main_subject(view: View) -> int | None:
    """The head of the subject of the sentence's first main clause."""
    for clause in view.clauses:
        if clause.parent is None and clause.subject is not None:
            return clause.subject
    return next((clause.subject for clause in view.clauses if clause.subject is not None), None)


def _person(
    view: View,
    views: Sequence[View],
    word: int,
    gender: str,
    named: Mapping[tuple[int, int], Actor],
    meant: Mapping[tuple[int, int], Actor],
) -> Actor | None:
    """The nearest person who can be meant: the sentence's subject, those before, then the sentence before."""

    def fits(actor: Actor | None) -> bool:
        return actor is not None and actor.kind == "person" and actor.gender in {None, gender}

    found = _person_here(view, word, fits, named, meant)
    if found is not None:
        return found
    for earlier in reversed(views[max(0, view.number - _RECENT) : view.number]):
        if not earlier.sentence.heading and next(_persons(earlier, fits, named, meant), None) is not None:
            return _person_there(earlier, fits, named, meant, gender)
        subject = None if earlier.sentence.heading else main_subject(earlier)
        somebody = None if subject is None else _somebody(earlier, subject, named, meant)
        if subject is not None and somebody is not None and _may_be(earlier, subject, gender):
            return somebody
    return None


def _persons(
    view: View,
    fits: Callable[[Actor | None], bool],
    named: Mapping[tuple[int, int], Actor],
    meant: Mapping[tuple[int, int], Actor],
) -> Iterator[int]:
    """The words that stand for persons who can be meant."""
    return (word for word in range(len(view.tokens)) if fits(at(view, word, named, meant)))


def _person_here(
    view: View,
    word: int,
    fits: Callable[[Actor | None], bool],
    named: Mapping[tuple[int, int], Actor],
    meant: Mapping[tuple[int, int], Actor],
) -> Actor | None:
    """In its own sentence: the subject, even a later one ("After his summit, Trump …"), or the nearest before."""
    subject, own = main_subject(view), _clause_subject(view, word)
    if view.tokens[word].tag == "PRP$":
        own = None  # "the count broke his word": his own
    doer = None if own is None or own == word else at(view, own, named, meant)
    before = [
        other
        for other in _persons(view, fits, named, meant)
        if other < word
        and (doer is None or at(view, other, named, meant) != doer)  # nobody sentences "him" who is himself
    ]
    if subject is not None and subject != word:
        if (
            subject < word
            and subject != own
            and _may_be(view, subject, _gender(view, word))
            and (somebody := _somebody(view, subject, named, meant)) is not None
        ):
            return somebody
        if fits(at(view, subject, named, meant)) and (subject < word or not before) and subject != own:
            return at(view, subject, named, meant)
    others = [other for other in before if other != own]
    return at(view, others[-1], named, meant) if others else None


def _person_there(
    view: View,
    fits: Callable[[Actor | None], bool],
    named: Mapping[tuple[int, int], Actor],
    meant: Mapping[tuple[int, int], Actor],
    gender: str,
) -> Actor | None:
    """In an earlier sentence: its subject, else the last one; nobody where persons only own things ("Trump's …")."""
    subject = main_subject(view)
    if subject is not None and any(clause.subject == subject and clause.verb < subject for clause in view.clauses):
        subject = None  # "Among her pupils were …" is about her
    if subject is not None and fits(at(view, subject, named, meant)):
        return at(view, subject, named, meant)
    if subject is not None and _may_be(view, subject, gender) and (somebody := _somebody(view, subject, named, meant)):
        return somebody
    clear = [word for word in _persons(view, fits, named, meant) if not _owner_name(view, word)]
    told = [word for word in clear if view.tokens[word].pos in {"PRON", "DET"}]  # whom the story is about goes on
    return at(view, (told or clear)[-1], named, meant) if clear else None


def _owner_name(view: View, word: int) -> bool:
    """A name in the possessive, or a part of one; a pronoun carries on who was meant before."""
    head = view.tokens[word].head
    if view.tokens[word].relation == "possessive":
        return view.tokens[word].pos not in {"PRON", "DET"}
    return view.tokens[word].relation in {"flat", "compound"} and view.tokens[head].relation == "possessive"


def _somebody(
    view: View, word: int, named: Mapping[tuple[int, int], Actor], meant: Mapping[tuple[int, int], Actor]
) -> Actor | None:
    """A person without a name: "a man", "the driver"."""
    token = view.tokens[word]
    if (
        token.tag != "NN"
        or token.lemma.lower() not in _PEOPLE
        or at(view, word, named, meant)
        or view.under(word, "conjunct")
    ):
        return None
    front = [w for w in view.subtree(word, ("relative", "participle", "nominal", "apposition")) if w <= word]
    text = view.span_of(front).of(view.text)
    for article in ("The ", "the ", "A ", "a ", "An ", "an "):
        text = text.removeprefix(article)
    return Actor(text, text, "thing", None, None, None, frozenset({text.casefold()}))


def _gender(view: View, word: int) -> str:
    return "f" if view.tokens[word].text.lower() in _SHE else "m"


def _may_be(view: View, word: int, gender: str) -> bool:
    """A son is no "she", a mother no "he"."""
    return view.tokens[word].lemma.lower() not in (_MEN if gender == "f" else _WOMEN)


def _clause_subject(view: View, word: int) -> int | None:
    number = view.clause_of[word]
    return None if number is None else view.clauses[number].subject


def _thing(
    view: View,
    views: Sequence[View],
    word: int,
    named: Mapping[tuple[int, int], Actor],
    meant: Mapping[tuple[int, int], Actor],
    *,
    plural: bool,
) -> Actor | None:
    """What "it" or "they" takes up: an earlier subject, else the subject of the sentence before, else its object."""
    own = view.clause_of[word]
    doer = None if own is None else view.clauses[own].subject
    acted_on = view.tokens[word].relation == "object"
    candidates = [(view, thing) for thing in _objects_before(view, word)] if acted_on else []
    candidates += [(view, agent) for agent in _agents_above(view, word)] if plural else []
    candidates += [(view, subject) for subject in _subjects_above(view, word)]
    candidates += [
        (view, clause.subject)
        for clause in reversed(view.clauses)
        if clause.subject is not None and clause.subject < word and clause.verb < word
    ]
    if view.number and (acted_on or not candidates):
        earlier = views[view.number - 1]
        subject = main_subject(earlier)
        things = [(earlier, thing) for clause in earlier.clauses[:1] for thing in clause.objects]
        subjects = [(earlier, subject)] if subject is not None else []
        candidates += things + subjects if acted_on else subjects + things
    for where, index in candidates:
        token = where.tokens[index]
        if acted_on and (index in where.timed or (doer is not None and token.lemma == view.tokens[doer].lemma)):
            continue
        many = token.tag in {"NNS", "NNPS"} or bool(where.under(index, "conjunct"))
        actor = at(where, index, named, meant)
        if token.pos == "PRON" and actor is None:
            continue
        if actor is not None and (actor.kind == "person" or is_media(actor.name)):
            continue
        body = actor is not None and actor.kind in {"organisation", "country"} and not where.under(index, "conjunct")
        if many != plural and not body:
            continue
        if acted_on and not plural and token.lemma.lower() in _PEOPLE:
            continue
        if actor is not None and (body or not many):
            return actor
        if token.pos in {"NOUN", "PROPN"}:
            kept = [
                w
                for w in where.subtree(
                    index, ("relative", "participle", "apposition", "adverbial", "punct", "nominal", "complement")
                )
                if where.tokens[w].relation not in {"determiner", "mark"}
                or where.tokens[w].text.lower() not in {"the", "a", "an"}
            ]
            text = where.span_of(kept).of(where.text)
            text = text.removeprefix("The ").removeprefix("the ")
            return Actor(text, text, "thing", actor.lane if actor else None, None, None, frozenset({text.casefold()}))
    return None


def _objects_before(view: View, word: int) -> list[int]:
    """The objects of the verbs before, the nearest first: "seized the town and burned *it*"."""
    own = view.clause_of[word]
    return [
        thing
        for number, clause in reversed(list(enumerate(view.clauses)))
        if number != own and clause.verb < word
        for thing in clause.objects
        if thing < word and view.tokens[thing].pos != "PRON" and thing not in view.timed
    ]


def _agents_above(view: View, word: int) -> list[int]:
    """Who does it in the passive above: "were agreed to by the functionaries when *they* met"."""
    number = view.clause_of[word]
    above = None if number is None else view.clauses[number].parent
    if above is None or not view.clauses[above].passive:
        return []
    return [m.head for m in view.clauses[above].modifiers if m.preposition == "by" and m.head < word]


def _subjects_above(view: View, word: int) -> list[int]:
    """The subjects before a word, of its clause and those it hangs from, the nearest first."""
    found: list[int] = []
    number, seen = view.clause_of[word], set[int]()
    while number is not None and number not in seen:
        seen.add(number)
        subject = view.clauses[number].subject
        if subject is not None and subject < word:
            found.append(subject)
        number = view.clauses[number].parent
    return found
