"""The phrase corpus: how its files are read, and its one fixed clock."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find
from timeline.phrases.reading import timex

if TYPE_CHECKING:
    from timeline.model.expression import TimeExpression

CLOCK = "2025-08-20"
CORPUS = Path(__file__).parent.parent / "corpus"


class Case(NamedTuple):
    """A text, the words that are the expression, its TIMEX3 type and value."""

    text: str
    words: str
    type: str
    value: str


def lines(name: str) -> list[str]:
    """The lines of a corpus file that are neither comments nor empty."""
    read = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in read if line.strip() and not line.startswith("#")]


def positive() -> list[Case]:
    """Every phrase with what it means; ``[[`` and ``]]`` are part of a longer expression's own text."""
    cases: list[Case] = []
    kind = value = ""
    for line in lines("positive"):
        head = line.strip("[]").split()
        if line.startswith("[") and line.endswith("]") and len(head) == 2 and head[0] in KINDS:
            kind, value = head
            continue
        plain = line.replace("[[", "").replace("]]", "")
        words = plain[plain.index("[") + 1 : plain.index("]")] if "[" in plain else plain
        cases.append(Case(plain.replace("[", "").replace("]", ""), words, kind, value))
    return cases


KINDS = ("DATE", "TIME", "DURATION", "SET")


def read(text: str) -> list[TimeExpression]:
    """The expressions of a text written on the fixed day, as TIMEX3 counts them."""
    return list(timex(direct(find(text), [], Article(text, published=CLOCK))))
