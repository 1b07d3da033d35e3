"""Who: names, roles and pronouns made one inside an article, and what they roll up to for lanes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.gazetteer import country_of, people
from timeline.events.lexicon import wordset
from timeline.events.names import Name, names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from timeline.events.view import View

ROLES = wordset("role")
GROUPS = wordset("group")
_PEOPLE = wordset("person") | ROLES
_BODIES = {"alliance": ("NATO",), "bloc": ("European Union",)}
_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_IT, _THEY = frozenset({"it", "its"}), frozenset({"they", "them", "their"})
_RECENT = 3


@dataclass(frozen=True, slots=True)
class Actor:
    """
    Somebody or something that acts.

    `name` is the fullest form, `short` the form a headline uses, `lane` the country or body it rolls up to.
    `words` are what it goes by, in lower case: they count as present where a landmark asks for them.
    """

    name: str
    short: str
    kind: str
    lane: str | None = None
    gender: str | None = None
    role: str | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cast:
    """Who stands where: by sentence and word. `named` keeps names, `meant` pronouns and roles."""

    named: Mapping[tuple[int, int], Actor]
    meant: Mapping[tuple[int, int], Actor]

    def at(self, sentence: int, word: int) -> Actor | None:
        """The actor a word stands for, by name, role or pronoun."""
        return self.named.get((sentence, word)) or self.meant.get((sentence, word))


def cast(views: Sequence[View]) -> Cast:
    """Everybody in the article."""
    found = [name for view in views for name in names(view)]
    actors = _actors(found)
    named: dict[tuple[int, int], Actor] = {}
    for name, actor in zip(found, actors, strict=True):
        for word in name.words:
            named[name.sentence, word] = actor
    meant: dict[tuple[int, int], Actor] = {}
    for name, actor in zip(found, actors, strict=True):
        for word in name.front:
            meant.setdefault((name.sentence, word), actor)
    everyone = list(dict.fromkeys(actors))
    for view in views:
        _roles(view, everyone, named, meant)
    for view in views:
        _pronouns(view, views, named, meant)
    return Cast(named, meant)


def _actors(found: Sequence[Name]) -> list[Actor]:
    """One actor per name, the same value for all forms of a name."""
    persons = [name for name in found if name.kind == "person"]
    full: dict[str, Name] = {}
    for name in sorted(persons, key=lambda name: -len(name.text.split())):
        full.setdefault(_key(name), name)
    alone = Counter(name.text for name in found if len(name.text.split()) == 1)
    countries = _countries(persons)
    titles = {key: next((n.titles for n in persons if _key(n) == key and n.titles), ()) for key in full}
    brief: dict[str, str] = {}
    for name in found:
        if name.kind == "country" and name.country and len(name.text) < len(brief.get(name.country, name.text + ".")):
            brief[name.country] = name.text
    made: dict[str, Actor] = {}
    result = []
    for name in found:
        key = _key(name)
        if name.kind == "person" or (len(name.text.split()) == 1 and name.kind == "other" and key in full):
            if key not in made:
                made[key] = _person_actor(full.get(key, name), titles.get(key, ()), alone, countries.get(key))
        else:
            key = f"{name.kind}:{name.text.casefold()}"
            made.setdefault(key, _other_actor(name, brief))
        result.append(made[key])
    return result


def _key(name: Name) -> str:
    """What makes two names of a person one: the usual spelling where it is known, else the last word."""
    return name.known.split()[-1].casefold() if name.known else name.text.split()[-1].casefold()


def _countries(persons: Sequence[Name]) -> Mapping[str, str]:
    """The country of a person, known or by the words in front of the name."""
    known: dict[str, str] = {}
    for person in persons:
        for country in (person.country, *(country_of(title) for title in person.titles)):
            if country:
                known.setdefault(_key(person), country)
    return known


def _person_actor(whole: Name, titles: Sequence[str], alone: Counter[str], country: str | None) -> Actor:
    known = people().get(whole.known.casefold()) if whole.known else None
    single = len(whole.text.split()) == 1
    surname = whole.text.split()[-1]
    name = known.name if known and single and known.name.endswith(surname) else whole.text
    short = surname if known or alone[surname] else whole.text
    roles = [title.lower() for title in titles if title.lower() in ROLES]
    forms = {word.casefold() for word in (*whole.text.split(), whole.text)}
    if known:
        forms |= {word.casefold() for alias in (*known.aliases, known.name) for word in (*alias.split(), alias)}
    role = known.role if known else roles[-1] if roles else None
    return Actor(name, short, "person", country or whole.text, whole.gender, role, frozenset(forms))


def _other_actor(name: Name, brief: Mapping[str, str]) -> Actor:
    """A country goes by its shortest form in the article where a headline is short of room."""
    lane = name.country if name.kind != "organisation" or name.country else name.text
    forms = frozenset({name.text.casefold(), *(word.casefold() for word in name.text.split())})
    full_name = name.country if name.kind in {"country", "people"} and name.country else name.text
    short = brief.get(name.country or "", name.text) if name.kind == "country" else name.text
    return Actor(full_name or name.text, short, name.kind, lane or name.text, None, None, forms)


def _roles(
    view: View, everyone: Sequence[Actor], named: Mapping[tuple[int, int], Actor], meant: dict[tuple[int, int], Actor]
) -> None:
    """Roles and bodies: "the US president", "the spokeswoman", "the alliance" are the one the article names."""
    for token in view.tokens:
        lemma = token.lemma.lower()
        if token.pos not in {"NOUN", "PROPN"} or _at(view, token.index, named, meant):
            continue
        front = [view.tokens[word].text for word in view.subtree(token.index) if word < token.index]
        if not any(word.lower() == "the" for word in front[:1]):
            continue
        if lemma in _BODIES:
            body = next((actor for actor in everyone if actor.name in _BODIES[lemma]), None)
            if body:
                meant[view.number, token.index] = body
            continue
        if lemma not in ROLES or view.under(token.index, "nominal", "relative", "apposition", "conjunct"):
            continue
        country = next((found for word in front if (found := country_of(word))), None)
        extra = [word for word in front[1:] if not country_of(word)]
        fits = [
            actor
            for actor in everyone
            if actor.kind == "person"
            and actor.role
            and actor.role.split()[-1] == lemma
            and (country is None or actor.lane == country)
            and all(word.lower() in {*actor.role.split(), "then"} for word in extra)
        ]
        names_ = {actor.name for actor in fits}
        if len(names_) == 1 or (fits and country):
            meant[view.number, token.index] = fits[0]


def _pronouns(
    view: View, views: Sequence[View], named: Mapping[tuple[int, int], Actor], meant: dict[tuple[int, int], Actor]
) -> None:
    for token in view.tokens:
        word = token.text.lower()
        if token.pos not in {"PRON", "DET"} or token.relation == "determiner":
            continue
        found = None
        if word in _HE or word in _SHE:
            found = _person(view, views, token.index, "f" if word in _SHE else "m", named, meant)
        elif (word in _IT or word in _THEY) and token.relation in {"subject", "possessive"}:
            found = _thing(view, views, token.index, named, meant, plural=word in _THEY)
        if found is not None:
            meant[view.number, token.index] = found


def _at(
    view: View, word: int, named: Mapping[tuple[int, int], Actor], meant: Mapping[tuple[int, int], Actor]
) -> Actor | None:
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
            return _person_there(earlier, fits, named, meant)
        subject = None if earlier.sentence.heading else main_subject(earlier)
        if subject is not None and (somebody := _somebody(earlier, subject, named, meant)) is not None:
            return somebody
    return None


def _persons(
    view: View,
    fits: Callable[[Actor | None], bool],
    named: Mapping[tuple[int, int], Actor],
    meant: Mapping[tuple[int, int], Actor],
) -> Iterator[int]:
    """The words that stand for persons who can be meant."""
    return (word for word in range(len(view.tokens)) if fits(_at(view, word, named, meant)))


def _person_here(
    view: View,
    word: int,
    fits: Callable[[Actor | None], bool],
    named: Mapping[tuple[int, int], Actor],
    meant: Mapping[tuple[int, int], Actor],
) -> Actor | None:
    """In its own sentence: the subject, even a later one ("After his summit, Trump …"), or the nearest before."""
    subject, own = main_subject(view), _clause_subject(view, word)
    before = [other for other in _persons(view, fits, named, meant) if other < word]
    if subject is not None and subject != word:
        if subject < word and subject != own and (somebody := _somebody(view, subject, named, meant)) is not None:
            return somebody
        if fits(_at(view, subject, named, meant)) and (subject < word or not before):
            return _at(view, subject, named, meant)
    others = [other for other in before if other != own]
    return _at(view, others[-1], named, meant) if others else None


def _person_there(
    view: View,
    fits: Callable[[Actor | None], bool],
    named: Mapping[tuple[int, int], Actor],
    meant: Mapping[tuple[int, int], Actor],
) -> Actor | None:
    """In an earlier sentence: its subject, else the last one; nobody where persons only own things ("Trump's …")."""
    subject = main_subject(view)
    if subject is not None and fits(_at(view, subject, named, meant)):
        return _at(view, subject, named, meant)
    if subject is not None and (somebody := _somebody(view, subject, named, meant)) is not None:
        return somebody
    clear = [word for word in _persons(view, fits, named, meant) if view.tokens[word].relation != "possessive"]
    clear = [word for word in clear if not _owner_name(view, word)]
    return _at(view, clear[-1], named, meant) if clear else None


def _owner_name(view: View, word: int) -> bool:
    """Part of a name in the possessive."""
    head = view.tokens[word].head
    return view.tokens[word].relation in {"flat", "compound"} and view.tokens[head].relation == "possessive"


def _somebody(
    view: View, word: int, named: Mapping[tuple[int, int], Actor], meant: Mapping[tuple[int, int], Actor]
) -> Actor | None:
    """A person without a name: "a man", "the driver"."""
    token = view.tokens[word]
    if (
        token.tag != "NN"
        or token.lemma.lower() not in _PEOPLE
        or _at(view, word, named, meant)
        or view.under(word, "conjunct")
    ):
        return None
    front = [w for w in view.subtree(word, ("relative", "participle", "nominal", "apposition")) if w <= word]
    text = view.span_of(front).of(view.text)
    for article in ("The ", "the ", "A ", "a ", "An ", "an "):
        text = text.removeprefix(article)
    return Actor(text, text, "thing", None, None, None, frozenset({text.casefold()}))


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
    candidates = [(view, subject) for subject in _subjects_above(view, word)]
    candidates += [
        (view, clause.subject)
        for clause in reversed(view.clauses)
        if clause.subject is not None and clause.subject < word and clause.verb < word
    ]
    if view.number and not candidates:
        earlier = views[view.number - 1]
        subject = main_subject(earlier)
        candidates += [(earlier, subject)] if subject is not None else []
        candidates += [(earlier, thing) for clause in earlier.clauses[:1] for thing in clause.objects]
    for where, index in candidates:
        token = where.tokens[index]
        many = token.tag in {"NNS", "NNPS"} or bool(where.under(index, "conjunct"))
        actor = _at(where, index, named, meant)
        if token.pos == "PRON" and actor is None:
            continue
        if actor is not None and actor.kind == "person":
            continue
        if many != plural and not (plural and actor is not None and actor.kind in {"organisation", "country"}):
            continue
        if actor is not None and not many:
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


def lane_actor(actors: Sequence[Actor], popular: Mapping[str, int]) -> str | None:
    """
    The lane of an event by its actors, the first counting most.

    An actor rolls up to its country or body. Of several, the one that matters more in the article wins
    (`popular` counts events), and the first where they are equal.
    """
    lanes = [actor.lane for actor in actors if actor.lane]
    if not lanes:
        return None
    return max(lanes, key=lambda lane: (popular.get(lane, 0), -lanes.index(lane)))
