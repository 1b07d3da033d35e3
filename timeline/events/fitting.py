"""Making titles fit: pieces in shorter and shorter wordings, at most sixty characters, nothing dangling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.lexicon import wordset
from timeline.events.wording import capital

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 60
_FUNCTION = wordset("function")
_OPEN = frozenset({"be", "been", "is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "not"})
_OPEN |= {"he", "she", "it", "they", "we", "about", "nearly", "almost", "least", "more", "most", "no", "very", "so"}
_NUMBER = re.compile(r"(?: [$€£]?[\d.,]+)+$")  # "780.6": of what?
_SHORT = 36  # characters of a subject that need not be shorter


@dataclass(frozen=True, slots=True)
class Part:
    """One piece behind the verb, in shorter and shorter wordings; `needed` where a title is not complete without it."""

    at: int
    forms: tuple[str, ...]
    needed: bool


def fit(subjects: tuple[str, ...], verb: str, parts: list[Part]) -> str:
    """The longest wording that fits: first the unneeded pieces go from the end, then phrases get shorter."""
    levels = range(max(4, len(subjects), *(len(part.forms) for part in parts), 0))
    # what stands behind gets shorter first: a subject cut down may be another ("moment", not "moment of silence")
    for level, place in ((each, where) for each in levels for where in dict.fromkeys((max(0, each - 1), each))):
        subject = subjects[min(place, len(subjects) - 1)]
        for kept in shrinking(parts):
            title = " ".join(text for text in (subject, verb, *texts_of(kept, level)) if text)
            if len(title) <= LONGEST:
                return neat(capital(title))
    needed = [part.forms[-1] for part in parts if part.needed]
    return cut(capital(" ".join([subjects[-1], verb, *needed])))


def fits(subjects: Sequence[str], verb: str, parts: list[Part]) -> bool:
    """The shortest wording is short enough: nothing has to be cut."""
    needed = [part.forms[-1] for part in parts if part.needed]
    return len(" ".join(text for text in (subjects[-1], verb, *needed) if text)) <= LONGEST


def fit_run(subjects: Sequence[str], verb: str, endings: Sequence[str]) -> str | None:
    """The longest of these wordings behind the verb that fits, with the subject as long as may be."""
    for longest in (_SHORT, LONGEST):
        for subject in subjects:
            room = LONGEST - len(subject) - len(verb) - 2
            fitting = next((text for text in endings if len(text) <= room), None)
            if fitting is not None and (len(subject) <= longest or fitting == endings[0]):
                return neat(capital(f"{subject} {verb} {fitting}"))
    return None


def texts_of(parts: list[Part], level: int) -> list[str]:
    """The wordings of a level; what is not needed behind a shortened piece goes: it may have hung from what is gone."""
    found, shortened = [], False
    for part in parts:
        if shortened and not part.needed:
            continue
        found.append(part.forms[min(level, len(part.forms) - 1)])
        shortened = shortened or found[-1] != part.forms[0]
    return found


def shrinking(parts: list[Part]) -> list[list[Part]]:
    """The pieces, then with the last unneeded one shorter and shorter, then without it, and so on."""
    found, kept = [parts], list(parts)
    while any(not part.needed for part in kept):
        last = max(i for i, part in enumerate(kept) if not part.needed)
        part = kept[last]
        found += [[*kept[:last], Part(part.at, (form,), needed=False), *kept[last + 1 :]] for form in part.forms[1:]]
        kept = kept[:last] + kept[last + 1 :]
        found.append(list(kept))
    return found


def cut(title: str) -> str:
    """At most sixty characters, ending on a word that can end a title."""
    if len(title) <= LONGEST:
        return neat(title)
    kept = title[: LONGEST + 1].rsplit(" ", 1)[0]
    joint = kept.rfind(" and ")
    kept = kept[:joint] if joint > LONGEST // 2 else kept  # no half of what "and" joins
    kept = neat(_NUMBER.sub("", kept))
    while " " in kept and kept.rsplit(" ", 1)[1].lower() in _OPEN:
        kept = neat(kept.rsplit(" ", 1)[0])
    return kept


def neat(title: str) -> str:
    """The title without small words left over at its end."""
    words = title.split(" ")
    while len(words) > 1 and words[-1].lower().strip(",;:") in _FUNCTION:
        words.pop()
    return " ".join(words).rstrip(",;:–- ")
