"""
Names the world knows: countries, their people, capitals and large cities, and the people news speaks of most.

Countries and cities after GeoNames (CC BY 4.0); the words for peoples, seats of power and leaders are our own.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from timeline._files import data

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Place:
    """
    A name with its country; `kind` is country, demonym, capital, seat (of power), region, city or ambiguous.

    An ambiguous one may lie in several countries (`either`); only the article can say which.
    """

    name: str
    country: str
    kind: str
    either: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody news speaks of without introduction, with every spelling, the country (or body), gender and role."""

    name: str
    aliases: tuple[str, ...]
    country: str
    gender: str
    role: str


@cache
def places() -> Mapping[str, Place]:
    """Every name in lower case, with its place."""
    with data("places.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"].casefold(): _place(row) for row in csv.DictReader(file)}


def _place(row: Mapping[str, str]) -> Place:
    if row["kind"] != "ambiguous":
        return Place(row["name"], row["country"], row["kind"])
    return Place(row["name"], row["name"], "ambiguous", tuple(row["country"].split("|")))


@cache
def people() -> Mapping[str, Person]:
    """Every spelling in lower case, with its person."""
    found: dict[str, Person] = {}
    with data("people.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            aliases = tuple(alias for alias in row["aliases"].split(";") if alias)
            person = Person(row["name"], aliases, row["country"], row["gender"], row["role"])
            for spelling in (row["name"], *aliases):
                found[spelling.casefold()] = person
    return found


def place(name: str) -> Place | None:
    """The place of that name, with or without "the"."""
    key = name.casefold().removeprefix("the ")
    return places().get(key)


def country_of(word: str) -> str | None:
    """The country a country's name, its people's name, its capital or its seat of power stands for."""
    found = place(word)
    return found.country if found and found.kind in {"country", "demonym", "capital", "seat"} else None


@cache
def bodies() -> Mapping[str, str]:
    """Organisations news speaks of by an abbreviation or a single word, in lower case, with their full names."""
    with data("bodies.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["full"] for row in csv.DictReader(file)}


@cache
def given_names() -> Mapping[str, str | None]:
    """First names, with the gender they go with, None where either."""
    with data("given_names.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {name: None if row["gender"] == "either" else row["gender"] for row in rows for name in row["names"].split()}


@cache
def _callings() -> Mapping[str, frozenset[str]]:
    with data("who.csv").open(encoding="utf-8", newline="") as file:
        return {row["class"]: frozenset(row["words"].split()) for row in csv.DictReader(file)}


def calling(name: str) -> frozenset[str]:
    """A class of words in ``data/who.csv``: what people are called by what they do, and what bodies are called."""
    return _callings()[name]
