"""Words and numbers → classes and values: how a token looks to the rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.phrases.meaning import LABELS
from timeline.phrases.patterns import Codes
from timeline.phrases.tokens import BREAK, TIGHT, Tokeniser

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.phrases.numbers import NumberWords


class Look(NamedTuple):
    """What a token is to the rules: its code, and a value for each class that has one."""

    code: str
    values: Mapping[str, Any]


class Table(NamedTuple):
    """A class of words with their values; *capital*: only where written with a capital ("May", not "may")."""

    name: str
    words: Mapping[str, Any]
    capital: bool = False


_NO_VALUES: Mapping[str, Any] = {}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\Z", re.IGNORECASE)
_DECADE = re.compile(r"(\d{2,4})s\Z")
_DOTTED = re.compile(r"(?:1?\d|2[0-4])\.[0-5]\d\Z")
_GLUED = re.compile(r"(\d{1,2})(am|pm)\Z", re.IGNORECASE)
_REMEMBERED = 50_000
"""Looks kept for tokens seen; beyond that they are made again, so memory does not grow with the text."""


def _shape(text: str) -> str:
    if text[0].isdigit():
        return "alnum"
    if not text[0].isalpha():
        return "sign"
    if text[0].islower() or not text[0].isupper():
        return "lower"
    return "UPPER" if len(text) > 1 and text.isupper() else "Cap"


class Lexicon:
    """The tables of a language, with the code of every token."""

    def __init__(self, tables: Iterable[Table], literals: Iterable[str], numbers: NumberWords) -> None:
        self.codes = Codes()
        self.numbers = numbers
        self._tables: dict[str, list[Table]] = {}
        for table in tables:
            for word in table.words:
                self._tables.setdefault(word, []).append(table)
        self._literals = set(literals)
        known = set(self._tables) | self._literals
        self.tokenise = Tokeniser(word for word in known if len(word) > 1 and not word.isalnum() and word != BREAK)
        self._number_words = set(numbers.ones) | set(numbers.tens) | set(numbers.ordinals)
        self._looks: dict[str, Look] = {}
        for word in known | self._number_words:
            for text in (word, word.capitalize(), word.upper()):
                self.look(text)
        for text in ("x", "X", "Xx", "x1", "§", "_", "$", BREAK, TIGHT, *_EXAMPLES):
            self.look(text)
        self._meanings = {labels: self.codes.of(labels) for labels in LABELS}
        self._spelled = {kind: self._number_code(kind) for kind in ("cardinal", "ordinal", "year")}

    def spelled(self, value: int, kind: str) -> Look:
        """The look of a number that was spelled out."""
        if kind == "ordinal":
            classes, values = _ordinal(value)
        elif kind == "year":
            classes, values = {"year", "number", "spoken"}, {"year": value, "number": value, "spoken": value}
        else:
            classes, values = _cardinal(value, spelled=True)
        return Look(self.codes.of(classes), values)

    def starts_number(self, text: str) -> bool:
        """A spelled-out number may start with this word."""
        return text.lower() in self._number_words

    def code_of(self, labels: tuple[str, ...]) -> str:
        """The code of a phrase of this kind."""
        return self._meanings[labels]

    def look(self, text: str) -> Look:
        """The code and values of a token's text."""
        found = self._looks.get(text)
        if found is None:
            found = self._make(text)
            if len(self._looks) < _REMEMBERED:
                self._looks[text] = found
        return found

    def _number_code(self, kind: str) -> str:
        for value in (*range(101), 1066, 1999, 2500, 99_999):
            self.spelled(value, kind)
        return kind

    def _make(self, text: str) -> Look:
        if text == BREAK:
            return Look(self.codes.of({"break"}), _NO_VALUES)
        classes, values = _numeric(text)
        word = text.lower()
        if not classes:
            shape = _shape(text)
            classes = {shape} if shape == "sign" else {shape, "word"}
            if shape == "lower" and word not in self._literals and word not in self._tables:
                classes.add("plain")
            if shape == "Cap" and word not in self._literals and word not in self._tables:
                classes.add("Name")
        if text == TIGHT:
            return Look(self.codes.of({"sign", "=-", "tight"}), _NO_VALUES)
        if word in self._literals:
            classes.add("=" + word)
        for table in self._tables.get(word, ()):
            if table.capital and (not text[0].isupper() or text[1:].isupper()):
                continue
            classes.add(table.name)
            values = {**values, table.name: table.words[word]}
        return Look(self.codes.of(classes), values)


_EXAMPLES = (
    *(str(value) for value in range(101)), *(f"{value:02d}" for value in range(10)),
    *(f"{value}th" for value in range(101)), "099", "101", "999", "0910", "0999", "1030", "1099", "1430", "1499",
    "1000", "1500", "1999", "2100", "2200", "2999", "9999", "99999",
    "1,000", "10,000", "1.5", "22.8", "8.30", "0.5", "1980s", "80s", "85s", "470s", "1985s", "10:30", "10:30:15",
    "25:99", "2001-02-03", "2001-02-03T10:15", "2/3/2001", "2/3", "3/2001", "99/99", "1.2.2003", "3pm", "13pm", "12am",
)  # fmt: skip
"""One of each kind of number, so that every code is known before the rules are compiled."""


def _ordinal(value: int) -> tuple[set[str], dict[str, Any]]:
    classes, values = {"ordinal"}, {"ordinal": value}
    if 1 <= value <= 31:
        classes.add("dayth")
        values["dayth"] = value
    return classes, values


_YEARS = (("year", 1000, 2999), ("early", 1000, 1399), ("likely", 1400, 2199))
"""Numbers of four digits: early ones are years only where the words around them say so, armies count in thousands."""
_ANCIENT = 100  # from here on three digits behind a month may be a year: "11 May 330"


def _cardinal(value: int, *, spelled: bool = False, text: str = "") -> tuple[set[str], dict[str, Any]]:
    classes = {"number", "spelled" if spelled else "digits"}
    values: dict[str, Any] = {"number": value}
    if not spelled:
        ranges = (("dayno", 1, 31), ("monthno", 1, 12), ("hour", 0, 24), ("minute", 0, 59))
        for name, first, last in ranges:
            if first <= value <= last and len(text) <= 2 and (name != "minute" or len(text) == 2):
                classes.add(name)
                values[name] = value
        for name, first, last in _YEARS if len(text) == 4 else ():
            if first <= value <= last:
                classes.add(name)
                values[name] = value
        if len(text) == 2:
            classes.add("shortyear")
            values["shortyear"] = value
        if len(text) == 3:
            classes |= {"three", "ancient"} if value >= _ANCIENT else {"three"}
            values["ancient"] = value
        if len(text) == 4 and int(text[:2]) <= 24 and int(text[2:]) <= 59:
            classes.add("military")
            values["military"] = text
        if 1 <= len(text) <= 4:
            classes.add("anyyear")
            values["anyyear"] = value
    elif 1000 <= value <= 2999:
        classes.add("bignumber")
        values["bignumber"] = value
    elif 1 <= value <= 12:
        classes.add("hourword")
        values["hourword"] = value
    return classes, values


def _numeric(text: str) -> tuple[set[str], dict[str, Any]]:
    """Classes and values of a token that starts with a digit."""
    if not text[0].isdigit() or not text[0].isascii():
        return set(), {}
    if text.isdigit():
        return _cardinal(int(text) if len(text) < 12 else 10**12, text=text)
    for pattern, kind in ((_ORDINAL, "ordinal"), (_DECADE, "decade"), (_GLUED, "glued")):
        found = pattern.match(text)
        if found and kind == "ordinal":
            classes, values = _ordinal(min(int(found[1][:9]), 10**6))
            if "dayth" in values:
                return classes | {"figureth"}, {**values, "figureth": values["dayth"]}
            return classes, values
        if found and kind == "decade" and int(found[1]) % 10 == 0:
            name = {2: "shortdecade", 3: "olddecade", 4: "decade"}[len(found[1])]
            return {name}, {name: int(found[1])}
        if found and kind == "glued" and int(found[1]) <= 12:
            return {"glued"}, {"glued": (int(found[1]), found[2].lower())}
    if ":" in text and "-" not in text and "T" not in text:
        hour, minute, *_ = (int(part) for part in text.split(":"))
        return ({"clock"}, {"clock": text}) if hour <= 24 and minute <= 59 else (set(), {})
    if re.search(r"\d[-/]\d", text) or text.count(".") == 2:
        return {"numeric"}, {"numeric": text}
    bare = text.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", bare):
        value = float(bare)
        if _DOTTED.match(text):
            clock = text.replace(".", ":")
            return {"number", "decimal", "dotted"}, {"number": value, "dotted": clock}
        return {"number", "decimal" if "." in bare else "grouped"}, {
            "number": int(value) if value.is_integer() else value
        }
    return set(), {}
