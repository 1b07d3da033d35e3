"""Once each: mentions of one event become one event with several mentions, never where what is known contradicts."""

from __future__ import annotations

import csv
from collections import deque
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from timeline._files import data
from timeline.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.draft import Draft

_MEETINGS = frozenset({"summit", "talks", "talk", "meeting", "conference", "negotiation", "meet"})


_NEAR = 40


@cache
def _verbs() -> Mapping[str, str]:
    with data("derived.csv").open(encoding="utf-8", newline="") as file:
        return {row["noun"]: row["verb"] for row in csv.DictReader(file)}


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """Each event once, with its other mentions in `also`; only the latest of a word are compared: time stays linear."""
    kept: list[Draft] = []
    latest: dict[str, deque[int]] = {}
    for draft in drafts:
        near = latest.setdefault(_word(draft), deque(maxlen=_NEAR))
        known = latest.setdefault(f"known event {draft.landmark}", deque(maxlen=_NEAR)) if draft.landmark else deque()
        place = next((i for i in (*known, *reversed(near)) if _same(kept[i], draft)), None)
        if place is None:
            kept.append(draft)
            place = len(kept) - 1
        else:
            kept[place] = _joined(kept[place], draft)
        for queue in (near, *([known] if draft.landmark else [])):
            if place not in queue:
                queue.append(place)
    return kept


def _word(draft: Draft) -> str:
    """What mentions of one event have in common: the verb behind the noun, or that people meet."""
    if draft.nominal and draft.lemma in _MEETINGS:
        return "meet"
    return _verbs().get(draft.lemma, draft.lemma) if draft.nominal else draft.lemma


def _joined(one: Draft, other: Draft) -> Draft:
    """The better told of the two carries the other as a mention."""
    first, second = (one, other) if _told(one) >= _told(other) else (other, one)
    return replace(
        first,
        also=(*first.also, replace(second, also=()), *second.also),
        times=first.times or second.times,
        weight=max(first.weight, second.weight),
        landmark=first.landmark or second.landmark,
        places=first.places or second.places,
    )


def _told(draft: Draft) -> float:
    return draft.weight + 0.3 * bool(draft.times) - 0.5 * draft.bare


def _same(one: Draft, other: Draft) -> bool:
    if one.landmark is not None and one.landmark == other.landmark:
        return True
    if one.landmark and other.landmark:
        return False
    if one.speech or other.speech or not _compatible(one, other):
        return False
    if not _one_word(one, other):
        return False
    if one.bare or other.bare:
        later = other if one.sentence <= other.sentence else one
        return later.bare and later.definite and one.status == other.status
    shared = one.named_things & other.named_things
    if one.nominal or other.nominal:
        return bool(shared) and not _different_places(one, other)
    return one.named_things == other.named_things and bool(shared) and not _different_places(one, other)


def _one_word(one: Draft, other: Draft) -> bool:
    first, second = (_verbs().get(d.lemma, d.lemma) if d.nominal else d.lemma for d in (one, other))
    if first == second:
        return True
    return one.nominal and other.nominal and {one.lemma, other.lemma} <= _MEETINGS and bool(one.bare or other.bare)


def _compatible(one: Draft, other: Draft) -> bool:
    """Equal in status and, where both state times, in their times."""
    if Status.DENIED in {one.status, other.status} or (one.status is Status.PLANNED) != (
        other.status is Status.PLANNED
    ):
        return False
    if one.times and other.times:
        return {time.value for time in one.times} == {time.value for time in other.times}
    return True


def _different_places(one: Draft, other: Draft) -> bool:
    return bool(one.places and other.places and not set(one.places) & set(other.places))
