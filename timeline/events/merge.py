"""Once each: mentions of one event become one event with several mentions, never where what is known contradicts."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from timeline.events.places import country
from timeline.events.telling import tellings
from timeline.model.event import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.events.actor import Cast
    from timeline.events.draft import Draft
    from timeline.events.telling import Party, Telling
    from timeline.events.view import View
    from timeline.model.expression import TimeExpression

_NEAR = 40  # events of one act that a further mention is compared with: time stays linear
_KEPT = 12  # ways of telling that are remembered of one event
_VAGUE = "_REF"  # "recently": contradicts no day


@dataclass(slots=True, eq=False)
class _Known:
    """An event so far: its draft, the drafts that are one with it, and how they tell it."""

    draft: Draft
    drafts: list[Draft]
    told: list[Telling] = field(default_factory=list)


def once(drafts: Sequence[Draft], views: Sequence[View], people: Cast) -> list[Draft]:
    """Each event once, with its other mentions in `also`, in the order of their first mentions."""
    kept: list[_Known] = []
    latest: dict[str, deque[_Known]] = {}
    for draft in drafts:
        told = tellings(views[draft.sentence], people, draft)
        keys = [f"landmark {draft.landmark}"] if draft.landmark else []
        keys += [f"title {draft.title.casefold()}", *dict.fromkeys(telling.act for telling in told)]
        found = next(
            (known for key in keys for known in _candidates(latest, key, draft) if _same(known, draft, told)), None
        )
        if found is None:
            found = _Known(draft, [draft])
            kept.append(found)
        else:
            found.draft = _joined(found.draft, draft)
            found.drafts.append(draft)
        found.told = [*found.told, *told][:_KEPT]
        for key in keys:
            queue = latest.setdefault(key, deque(maxlen=_NEAR))
            if found in queue:
                queue.remove(found)
            queue.append(found)
    return [known.draft for known in kept]


def _candidates(latest: Mapping[str, deque[_Known]], key: str, draft: Draft) -> Iterable[_Known]:
    """The latest first; "the merger" is the one spoken of last or none."""
    found = reversed(latest.get(key, ()))
    return islice(found, 1) if draft.bare and not draft.times else found


def _joined(one: Draft, other: Draft) -> Draft:
    """The better told of the two carries the other as a mention."""
    first, second = (one, other) if _worth(one) >= _worth(other) else (other, one)
    return replace(
        first,
        also=(*first.also, replace(second, also=()), *second.also),
        times=first.times or second.times,
        weight=max(first.weight, second.weight),
        landmark=first.landmark or second.landmark,
        places=first.places or second.places,
    )


def _worth(draft: Draft) -> float:
    return draft.weight + 0.3 * bool(draft.times) - 0.5 * draft.bare


def _same(known: _Known, draft: Draft, told: Iterable[Telling]) -> bool:
    if known.draft.landmark or draft.landmark:
        if known.draft.landmark == draft.landmark:
            return True
        if known.draft.landmark and draft.landmark:
            return False
    if any(_contradict(earlier, draft) for earlier in known.drafts[:_KEPT]):
        return False
    if any(_is_another(telling) for telling in told):
        return False
    if _same_words(known, draft):
        return True
    return not draft.speech and any(
        _one_act(earlier, later, known.draft, draft) for earlier in known.told for later in told
    )


def _is_another(telling: Telling) -> bool:
    """It says so itself: "the second attack", "was shot again", "another protest"."""
    return bool(telling.marks)


def _same_words(known: _Known, draft: Draft) -> bool:
    """The same title once more says nothing new; a lone noun's title says too little."""
    title = draft.title.casefold()
    return " " in title and any(title == earlier.title.casefold() for earlier in known.drafts)


def _one_act(earlier: Telling, later: Telling, one: Draft, other: Draft) -> bool:
    if later.bare and other.nominal and other.times and not one.times:  # "the July attack" is not just any
        return False
    if earlier.act != later.act or earlier.marks != later.marks:
        return False
    if _apart(earlier.where, later.where):
        return False
    if later.nominal or earlier.nominal:
        return _noun_and(earlier, later, one)
    return _clauses(earlier, later)


def _noun_and(earlier: Telling, later: Telling, one: Draft) -> bool:
    """A noun and another mention: nothing it names is missing there, or it names nothing and points back."""
    if earlier.sorts and later.sorts and not earlier.sorts & later.sorts:
        return False
    if earlier.nominal and later.nominal and earlier.plural != later.plural:
        return False
    if later.nominal and later.plural and not earlier.nominal and not any(p.plural or p.count for p in earlier.parties):
        return False
    if later.bare and later.nominal:
        return later.definite and (not later.sorts or later.sorts <= _words(one, earlier)) and not earlier.plural
    if earlier.bare and earlier.nominal:
        return False
    if later.nominal and not later.definite and not any(party.named for party in later.parties):
        return False
    if _differ(earlier.undergoers, later.undergoers) or _differ(earlier.doers, later.doers):
        return False
    new = {party.key for party in later.parties if party.fresh} & {party.key for party in earlier.parties}
    return not new and (_inside(later, earlier) or _inside(earlier, later))


def _clauses(earlier: Telling, later: Telling) -> bool:
    """Two clauses: the same to the same; one that names nobody it is done to, by the same."""
    if _differ(earlier.doers, later.doers) or _differ(earlier.others, later.others):
        return False
    if earlier.undergoers or later.undergoers:
        return _shared(earlier.undergoers, later.undergoers)
    return _shared(earlier.doers, later.doers)


def _inside(one: Telling, other: Telling) -> bool:
    """All who take part in the one are told of by the other too, or both name the place and nobody."""
    if not one.parties:
        return bool(one.where) and bool(other.where)
    there = {party.key for party in other.parties} | {place.casefold() for place in other.where}
    elsewhere = one.where and not other.where and any(party.named for party in (*other.undergoers, *other.others))
    if elsewhere and not any(place.casefold() in there for place in one.where):
        return False  # "attacked in Poland" is not the attack on Hungary
    return all(party.key in there for party in one.parties)


def _shared(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """They are the same, or some of them; what is told of as new (the *other* is the later) is not."""
    first, second = {party.key for party in one}, {party.key for party in other}
    if not first or not second or any(party.fresh for party in other):
        return False
    return first <= second or second <= first


def _differ(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Names that are not the same, nouns that are not, or another number of the same."""
    counts = {party.key: party.count for party in one if party.count}
    if any(counts.get(party.key, party.count) != party.count for party in other if party.count):
        return True
    for named in (True, False):
        first = {party.key for party in one if party.named is named}
        second = {party.key for party in other if party.named is named}
        if first and second and not first <= second and not second <= first:
            return True
    return False


def _words(draft: Draft, telling: Telling) -> set[str]:
    """What the first mention says, for the sorts a later one names: "the *bomb* attack"."""
    told = {word for party in telling.parties for word in party.key.split()}
    return told | telling.sorts | set(draft.title.casefold().split())


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Both name places, and none is the other or the country it lies in."""
    return bool(one and other) and not any(
        first == second or country(first) == second or country(second) == first for first in one for second in other
    )


def _contradict(one: Draft, other: Draft) -> bool:
    """What is denied or planned did not happen; two times must be able to be the same."""
    if Status.DENIED in {one.status, other.status} and one.status is not other.status:
        return True
    if (one.status is Status.PLANNED) != (other.status is Status.PLANNED):
        return True
    return _apart(frozenset(one.places), frozenset(other.places)) or _at_other_times(one.times, other.times)


def _at_other_times(one: Sequence[TimeExpression], other: Sequence[TimeExpression]) -> bool:
    """Both have days or hours, and none of the one can be one of the other; how long it took says nothing of that."""
    first = [time for time in one if time.type in {"DATE", "TIME"} and _VAGUE not in time.value]
    second = [time for time in other if time.type in {"DATE", "TIME"} and _VAGUE not in time.value]
    return bool(first and second) and not any(_may_be_one(a.value, b.value) for a in first for b in second)


def _may_be_one(first: str, second: str) -> bool:
    """
    The values are the same, or one is a part of the other.

    >>> _may_be_one("2025-04", "2025-04-05"), _may_be_one("XXXX-WXX-2", "XXXX-WXX-5")
    (True, False)
    """
    return first.startswith(second) or second.startswith(first)
