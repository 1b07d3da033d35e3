"""
Damage text as machine translation does: torn hyphens, dropped nouns, doubled names, lost capitals, wrong pronouns.

    python tools/damage.py FOLDER OUT [--seed N] [--share 0.05]

FOLDER holds TimeML, plain text, or articles with their events as JSON (`text`, and `events` with `start` and `end`);
OUT gets the same files, damaged. What is marked keeps its values and moves with its words; no word inside a mark is
dropped or doubled, so that what is lost is the reading, not the gold.
The same seed gives the same damage, file by file.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from defusedxml.ElementTree import fromstring

from timeline.formats import timeml
from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.span import Span

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PRONOUNS = {"he": "she", "she": "he", "his": "her", "her": "his", "him": "it", "it": "he"}
_WORD = re.compile(r"\w+(?:-\w+)+|\w+")


@dataclass(frozen=True, slots=True)
class Change:
    """Characters ``[start, end)`` replaced by others."""

    start: int
    end: int
    by: str


def changes(text: str, kept: list[Span], share: float, chance: random.Random) -> list[Change]:
    """What is done to a text, in order and without overlaps; *share* of the words are hit."""
    found: list[Change] = []
    for match in _WORD.finditer(text):
        word, start, end = match[0], match.start(), match.end()
        if chance.random() >= share:
            continue
        within = any(span.start < end and start < span.end for span in kept)
        if "-" in word:
            tear = start + word.index("-")
            found.append(Change(tear, tear, " "))
        elif word.lower() in _PRONOUNS:
            found.append(Change(start, end, _PRONOUNS[word.lower()]))
        elif word[0].isupper() and not within and chance.random() < 0.5:
            found.append(Change(end, end, f" {word}"))
        elif word[0].isupper():
            found.append(Change(start, end, word.lower()))
        elif not within and len(word) > 4:
            found.append(Change(start, min(len(text), end + 1), ""))
    return found


def damaged(text: str, spans: list[Span], share: float, chance: random.Random) -> tuple[str, list[Span]]:
    """The damaged text, and where the spans are in it."""
    pieces, position, moved = [], 0, dict.fromkeys((edge for span in spans for edge in span), 0)
    length = 0
    todo = changes(text, spans, share, chance)
    for change in [*todo, Change(len(text), len(text), "")]:
        for edge in moved:
            if position <= edge <= change.start:
                moved[edge] = length + edge - position
        kept = text[position : change.start]
        pieces += [kept, change.by]
        length += len(kept) + len(change.by)
        for edge in moved:
            if change.start < edge <= change.end:
                moved[edge] = length
        position = change.end
    return "".join(pieces), [Span(moved[span.start], moved[span.end]) for span in spans]


def read(data: bytes) -> tuple[str, list[tuple[Span, Element]], str]:
    """Text, TIMEX3 elements with their places, and the publication day of a TimeML document."""
    root = fromstring(data)
    text = root.find(".//TEXT")
    pieces: list[str] = []
    found: list[tuple[Span, Element]] = []

    def walk(element: Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        if element.tag == "TIMEX3":
            found.append((Span(start, sum(map(len, pieces))), element))

    if text is None:
        raise SystemExit("a document without TEXT")
    walk(text)
    creation = root.find(".//DCT//TIMEX3")
    return (
        "".join(pieces),
        sorted(found, key=lambda pair: pair[0]),
        (creation.get("value") or "") if creation is not None else "",
    )


def with_events(article: dict[str, Any], share: float, chance: random.Random) -> dict[str, Any]:
    """An article with marked events, damaged: the marks go with their words, other fields stay."""
    marked = sorted({Span(event["start"], event["end"]) for event in article["events"]})
    text, moved = damaged(article["text"], marked, share, chance)
    places = dict(zip(marked, moved, strict=True))
    events = []
    for event in article["events"]:
        place = places[Span(event["start"], event["end"])]
        events.append({**event, "start": place.start, "end": place.end})
    return {**article, "text": text, "events": events}


def damage_file(source: Path, target: Path, share: float, seed: int) -> None:
    """One file; the seed is joined with the file's name, so that files do not depend on each other."""
    chance = random.Random(f"{seed}:{source.name}")  # noqa: S311 - damage, not a secret
    if source.suffix == ".json":
        given = json.loads(source.read_text("utf-8"))
        target.write_text(json.dumps(with_events(given, share, chance), ensure_ascii=False), "utf-8")
        return
    if source.suffix != ".tml":
        target.write_text(damaged(source.read_text("utf-8"), [], share, chance)[0], "utf-8")
        return
    text, marked, day = read(source.read_bytes())
    worse, spans = damaged(text, [span for span, _ in marked], share, chance)
    expressions = [
        TimeExpression(span, span.of(worse), one.get("type", ""), one.get("value", ""), None, mod=one.get("mod"))
        for span, (_, one) in zip(spans, marked, strict=True)
    ]
    article = Article(worse, published=day[:10] or None)
    target.write_text(timeml.write(article, expressions, source.stem), "utf-8")


def main() -> None:
    """Damage every file of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--share", type=float, default=0.05, help="the share of words that are hit")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    for source in sorted(given.folder.iterdir()):
        if source.suffix in {".tml", ".txt", ".json"}:
            damage_file(source, given.out / source.name, given.share, given.seed)


if __name__ == "__main__":
    main()
