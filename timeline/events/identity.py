"""Which names of an article are one: persons by surname, spelling and title, bodies by the letters they go by."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.events.actor import Actor
from timeline.events.firms import core, is_firm, short_names
from timeline.events.gazetteer import country_of, people
from timeline.events.human import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.events.evidence import Ties
    from timeline.events.names import Name

_SPELLINGS = (
    *(("kh", "h"), ("zh", "z"), ("sch", "sh"), ("tz", "ts"), ("ks", "x"), ("ck", "k"), ("ou", "u"), ("w", "v")),
    *(("ph", "f"), ("ij", "i"), ("iy", "i"), ("yi", "i"), ("y", "i"), ("j", "i"), ("'", ""), ("’", ""), ("-", "")),
)
_BODY = frozenset({"organisation", "name", "other"})


@lru_cache(maxsize=4096)
def spelt(word: str) -> str:
    """
    A name as it sounds, whoever wrote it in our letters.

    >>> spelt("Zakharova") == spelt("Zaharova"), spelt("Müller") == spelt("Muller"), spelt("Hansen") == spelt("Hanson")
    (True, True, False)
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    for written, heard in _SPELLINGS:
        plain = plain.replace(written, heard)
    return "".join(letter for place, letter in enumerate(plain) if not place or plain[place - 1] != letter)


def actors_of(found: Sequence[Name], ties: Ties) -> list[Actor]:
    """One actor per name, the same value for all forms of a name."""
    persons = _Persons(found, ties)
    brief: dict[str, str] = {}
    for name in found:
        if name.kind == "country" and name.country and len(name.text) < len(brief.get(name.country, name.text + ".")):
            brief[name.country] = name.text
    elsewhere = {word for name in found if name.kind not in _BODY for word in name.text.split()}
    briefs = short_names([name.text for name in found if name.kind == "organisation"], elsewhere)
    result = []
    made: dict[str, Actor] = {}
    for place, name in enumerate(found):
        who = persons.who(place, name)
        if who is not None:
            result.append(persons.actor(who))
            continue
        whole = ties.letters.get(name.text, name.text)
        whole = briefs.get(whole, whole) if name.kind in _BODY else whole
        kind = "organisation" if whole in ties.letters.values() or is_firm(whole) else name.kind
        key = f"{kind}:{whole.casefold()}"
        letters = next((short for short, long in ties.letters.items() if long == whole), None)
        made.setdefault(key, _body(replace(name, text=whole, kind=kind), brief, letters))
        result.append(made[key])
    return result


def _body(name: Name, brief: Mapping[str, str], letters: str | None) -> Actor:
    """A country goes by its shortest form in the article where a headline is short of room, a body by its letters."""
    lane = name.country if name.kind != "organisation" or name.country else name.text
    known = {name.text.casefold(), *(word.casefold() for word in name.text.split())}
    full_name = name.country if name.kind in {"country", "people"} and name.country else name.text
    short = brief.get(name.country or "", name.text) if name.kind == "country" else letters or core(name.text)
    forms = frozenset(known | ({letters.casefold()} if letters else set()))
    kinds = tuple(name.titles) if name.kind == "vessel" else ()  # "ferry"
    return Actor(full_name or name.text, short, name.kind, lane or name.text, None, None, forms, kinds)


class _Persons:
    """The persons of an article, by the key each has; which of them a name means depends on who was named before."""

    def __init__(self, found: Sequence[Name], ties: Ties) -> None:
        self._ties = ties
        self._first: dict[str, int] = {}
        self._names: dict[str, list[Name]] = {}
        self._kin: set[str] = set()
        for place, name in enumerate(found):
            if name.kind == "person" and len(name.text.split()) > 1:
                key = self._of_full(name)
                self._first.setdefault(key, place)
                self._names.setdefault(key, []).append(name)
                if place in ties.kin and self._first[key] == place:
                    self._kin.add(key)
        self._alone = Counter(name.text for name in found if len(name.text.split()) == 1)
        self._made: dict[str, Actor] = {}
        self._found = found
        self._single: dict[str, list[Name]] = {}
        keys = [self.who(place, name) for place, name in enumerate(found)]
        for whose, name in zip(keys, found, strict=True):
            if whose is not None and name not in self._names.get(whose, ()):
                self._single.setdefault(whose, []).append(name)

    def _of_full(self, name: Name) -> str:
        """Full names are one where first and last word agree, or one is the end of the other."""
        if name.known:
            return name.known
        parts = [spelt(part) for part in name.text.split()]
        for key, names in self._names.items():
            for other in names:
                theirs = [spelt(part) for part in other.text.split()]
                if theirs[-1] != parts[-1]:
                    continue
                ends = theirs[-len(parts) :] == parts or parts[-len(theirs) :] == theirs
                if ends or theirs[0] == parts[0] or _initial(theirs[0], parts[0]):
                    return key
        return name.text

    def who(self, place: int, name: Name) -> str | None:
        """The key of the person a name means; None where it is no person's."""
        single = len(name.text.split()) == 1
        if name.kind == "person" and not single:
            return self._of_full(name)
        if not single or name.kind not in {"person", "other"}:
            return None
        keys = [key for key in self._names if spelt(self._surname(key)) == spelt(name.text)]
        if len(keys) > 1:
            keys = self._one_of(keys, place, name)
        if not keys:
            keys = [
                key
                for key, names in self._names.items()
                if names[0].text.split()[0] == name.text and not names[0].known
            ]
        if len(keys) == 1:
            return keys[0]
        if name.kind != "person":
            return None if not keys else f"={name.text}"
        return name.known if name.known and not keys else f"={name.text}"

    def _surname(self, key: str) -> str:
        return self._names[key][0].text.split()[-1]

    def _one_of(self, keys: list[str], place: int, name: Name) -> list[str]:
        """Of those who share a surname: the one with that title, else the one whose kin the others are."""
        if name.spoken is not None:
            own = [key for key in keys if self._gender(key) == name.spoken]
            if len(own) == 1:
                return own
            keys = own or keys
        keys = [key for key in keys if not self._by_first_name(key)] or keys
        before = [key for key in keys if self._first[key] < place] or keys
        if len(before) > 1 and not any(key in self._ties.joint for key in before):
            head, *others = sorted(before, key=self._first.__getitem__)
            return [head] if all(key in self._kin for key in others) else before
        return before

    def _by_first_name(self, key: str) -> bool:
        """The article calls them that: "Elian", who is no "Gonzalez" beside his father; "Saddam"."""
        first, *_, last = self._names[key][0].text.split()
        return self._alone[first] > 1 and self._alone[first] > self._alone[last] * (key not in self._kin)

    def _gender(self, key: str) -> str | None:
        return next((name.gender for name in self._names.get(key, ()) if name.gender), None)

    def actor(self, key: str) -> Actor:
        """The person of that key."""
        if key not in self._made:
            self._made[key] = self._make(key, [*self._names.get(key, ()), *self._single.get(key, ())])
        return self._made[key]

    def _make(self, key: str, names: Sequence[Name]) -> Actor:
        whole = max(names, key=lambda name: len(name.text.split()))
        spelling = None if key.startswith("=") else next((each.known for each in names if each.known), None)
        known = people().get(spelling.casefold()) if spelling else None
        single = len(whole.text.split()) == 1
        surname = whole.text.split()[-1]
        name = known.name if known and single and known.name.endswith(surname) else whole.text
        sharing = [other for other in self._names if other != key and spelt(self._surname(other)) == spelt(surname)]
        head = min([key, *sharing], key=lambda other: self._first.get(other, 0))
        apart = sharing and (key != head or any(other not in self._kin for other in sharing))
        if known and surname not in known.aliases and surname != known.name:  # "Xi" of Xi Jinping
            surname = next((alias for alias in known.aliases if alias in known.name.split()), surname)
        if not single and not known and key in self._names and self._by_first_name(key):
            surname, apart = whole.text.split()[0], False
        short = surname if (known or self._alone[surname]) and not apart else whole.text
        forms = {word.casefold() for word in (*whole.text.split(), whole.text)}
        if known:
            forms |= {word.casefold() for alias in (*known.aliases, known.name) for word in (*alias.split(), alias)}
        roles = tuple(dict.fromkeys(role for each in names if (role := role_of(each.titles))))
        genders = {each.spoken if key.startswith("=") else each.gender for each in names} - {None}
        gender = genders.pop() if len(genders) == 1 else None
        held = [role.split() for role in roles]
        last = next((words[-1] for words in held if words[-1] in ROLES and "former" not in words), None)
        country = self._country(names) or (known.country if known else None)
        role = known.role if known else last
        return Actor(name, short, "person", country or name, gender, role, frozenset(forms), roles)

    def _country(self, names: Iterable[Name]) -> str | None:
        """The country of a person, known or by the words in front of the name."""
        for name in names:
            for country in (name.country, *(country_of(title) for title in name.titles)):
                if country:
                    return country
        return None


def _initial(one: str, other: str) -> bool:
    """Whether one is short for the other: "J." may be John."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def role_of(titles: Sequence[str]) -> str | None:
    """
    The office that words in front of a name say, its noun last.

    >>> role_of(("Secretary", "of", "State")), role_of(("Foreign", "Minister"))
    ('state secretary', 'foreign minister')
    """
    words = [title.lower() for title in titles]
    if "of" in words and 0 < words.index("of") < len(words) - 1:
        cut = words.index("of")
        words = [*words[: cut - 1], *words[cut + 1 :], words[cut - 1]]
    return " ".join(words) or None
