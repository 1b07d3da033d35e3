"""Whether two articles tell one event: by a landmark, or by act, time and those who take part; in doubt they do not."""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.chrono.bounds import Bounds
from timeline.chrono.calendar import day_of
from timeline.events.human import ROLES
from timeline.events.places import country
from timeline.model.event import Status
from timeline.reasoning.retelling.acts import by_object
from timeline.reasoning.retelling.words import NEWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.chrono.bounds import Range
    from timeline.model.event import Event
    from timeline.reasoning.retelling.story import Story
    from timeline.reasoning.retelling.words import Told

_CLOSE = 3  # days that an event known by its day may be spread over
_STORY = 3  # names that articles on one story share at least
_FAR = 400  # days beyond which a window says nothing


class Strength(IntEnum):
    """How sure it is that two tell one event; 0 that they do not."""

    NONE = 0
    WEAK = 1
    GOOD = 2
    STRONG = 3
    CERTAIN = 4


def same(one: Told, other: Told, *, alone: bool, story: Story) -> Strength:
    """
    How sure it is that two tell one event.

    Args:
        one: as one article tells it.
        other: as another does.
        alone: neither article tells another event of such an act that it could be.
        story: what the two articles have in common.
    """
    if excluded(one, other):
        return Strength.NONE
    if one.event.landmark is not None and one.event.landmark == other.event.landmark:
        return Strength.CERTAIN
    if not one.acts & other.acts:
        return Strength.NONE
    return _by_parties(one, other, alone=alone, story=story)


def excluded(one: Told, other: Told) -> bool:
    """What is known of them contradicts that they are one."""
    if not happened_alike(one.event, other.event) or not compatible(one.event.bounds, other.event.bounds):
        return True
    return _counted_apart(one.counts, other.counts) or of_others(one, other)


def _counted_apart(one: frozenset[tuple[str, int]], other: frozenset[tuple[str, int]]) -> bool:
    """Both give numbers of something, and none of them in common: "three ships" are not "five ships"."""
    nouns = {noun for noun, _ in one} & {noun for noun, _ in other}
    return any(
        {n for noun, n in one if noun == name}.isdisjoint(n for noun, n in other if noun == name) for name in nouns
    )


def of_others(one: Told, other: Told) -> bool:
    """They are another landmark, another of several, elsewhere, or done by somebody else."""
    landmarks = {one.event.landmark, other.event.landmark} - {None}
    if len(landmarks) > 1 or (one.marks and other.marks and one.marks != other.marks):
        return True
    if _apart(one.event.places, other.event.places):
        return True
    if _apart_by(one.actors, other.actors, one.names, other.names):
        return True
    parts, others = one.doers | one.objects, other.doers | other.objects
    by_role = (one.doers | other.doers) & ROLES  # "the president of Karvia" has a name of his own
    return not by_role and _apart_by(one.doers & one.names, other.doers & other.names, parts, others)


def _apart_by(first: frozenset[str], second: frozenset[str], named: frozenset[str], others: frozenset[str]) -> bool:
    """Those who act are named in both, and none of them is named as a part of the other."""
    return bool(first and second) and not (first & second or first & others or second & named)


def compatible(one: Bounds, other: Bounds) -> bool:
    """Both may have begun at one time and ended at one time."""
    return not ((one.begin & other.begin).empty or (one.end & other.end).empty)


def alike(one: Told, other: Told, story: Story) -> bool:
    """They tell one act of the same two at least, in the same parts, whatever is known of when."""
    if not one.acts & other.acts or story.names < _STORY or of_others(one, other):
        return False
    if by_object(one.acts, other.acts) and _done_to_others(one, other):
        return False
    return shared(one, other, story) >= 2 and _in_one_part(one, other, story)


def joined(one: Bounds, other: Bounds) -> Bounds:
    """What is known of both together."""
    return Bounds(one.begin & other.begin, one.end & other.end)


def _by_parties(one: Told, other: Told, *, alone: bool, story: Story) -> Strength:
    if by_object(one.acts, other.acts) and _done_to_others(one, other):
        return Strength.NONE
    parties = shared(one, other, story)
    days = max(_days(one.event.bounds.window), _days(other.event.bounds.window))
    same_story = alone and story.names >= _STORY
    one_part = _in_one_part(one, other, story)
    if days <= _CLOSE:
        if parties >= 2:
            return Strength.STRONG
        if parties == 1:
            return Strength.GOOD if same_story or one_part else Strength.NONE
        counted = [{word for word in told.things if word[0].isdigit()} for told in (one, other)]
        nameless = not (one.names and other.names) and not all(counted) and not _done_to_others(one, other)
        return Strength.WEAK if days <= 1 and same_story and nameless else Strength.NONE
    if not _near(one, other):
        again = _told_again(one, other) or _told_again(other, one)
        return Strength.WEAK if again and parties >= 2 and same_story and one_part else Strength.NONE
    if parties >= 3 or (parties >= 2 and alone):
        return Strength.GOOD
    return Strength.WEAK if parties and same_story and one_part else Strength.NONE


def _in_one_part(one: Told, other: Told, story: Story) -> bool:
    """Somebody does it in both, or it is done to them in both; or both tell one number of them."""

    def meet(first: frozenset[str], second: frozenset[str]) -> bool:
        kinds = first - one.names, second - other.names  # "the Cuban government" is not "the Cuban exiles"
        if all(kinds) and not kinds[0] & kinds[1]:
            return False
        return bool(_meant(first, story) & _meant(second, story))

    numbers = any(word[0].isdigit() for word in one.things & other.things)
    return numbers or meet(one.doers, other.doers) or meet(one.objects, other.objects)


def _meant(words: frozenset[str], story: Story) -> frozenset[str]:
    return words | {story.roles[role] for role in story.roles.keys() & words}


def shared(one: Told, other: Told, story: Story) -> int:
    """How many take part in both; "the accountant" is the one who has that name in either article."""
    by_role = {story.roles[role] for role in story.roles.keys() & set(one.said)} & other.names
    by_role |= {story.roles[role] for role in story.roles.keys() & set(other.said)} & one.names
    names = (one.names & other.names) | by_role
    return len(one.things & other.things) + _units(names, one.said if by_role <= one.names else other.said)


def _units(names: frozenset[str], said: Sequence[str]) -> int:
    """How many are named: words that stand together are one name."""
    begun = {word for before, word in pairwise(("", *said)) if word in names and before not in names}
    return max(len(begun), 1 if names else 0)


def _done_to_others(one: Told, other: Told) -> bool:
    """They visited the school, and they visited the factory, in the same town."""
    things = one.objects - one.names, other.objects - other.names
    if all(things):
        return not (things[0] & (other.objects | other.doers) or things[1] & (one.objects | one.doers))
    return bool(one.objects and other.objects) and not (one.objects & set(other.said) or other.objects & set(one.said))


def _told_again(one: Told, other: Told) -> bool:
    """The one looks back, without a day, on what the other gives a day."""
    return one.looks_back and not one.event.bounds.window.known and other.event.bounds.window.known


def happened_alike(one: Event, other: Event) -> bool:
    """Both happened, or both are planned, possible or denied; reported is how it is known, not whether it happened."""
    return standing(one) is standing(other)


def standing(event: Event) -> Status:
    """Its status, as far as that says whether it happened."""
    return Status.HAPPENED if event.status is Status.REPORTED else event.status


def _days(window: Range) -> int:
    """How many days a window has; many where it is open."""
    if window.earliest is None or window.latest is None:
        return _FAR
    return min(_FAR, day_of(window.latest) - day_of(window.earliest) + 1)


def _near(one: Told, other: Told) -> bool:
    """What is only known to be over by some day is news of that day, not of the year before."""
    if one.event.bounds.window.known and other.event.bounds.window.known:
        return True
    return one.news is not None and other.news is not None and abs(one.news - other.news) <= NEWS


def _apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Both name places, and none is the other or the country it lies in."""
    return bool(one and other) and not any(
        first == second or country(first) == second or country(second) == first for first in one for second in other
    )
