"""Random worlds: what is derived from true statements is true, and what is false overrides nothing above it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reasoning.worlds import World, falsehoods, stated, truths, world
from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_of
from timeline.model.statement import PUBLICATION, Calendar, Statement, Stratum, Within, publication
from timeline.reasoning.derive import derive
from timeline.reasoning.network import subjects
from timeline.reasoning.propagate import Propagator
from timeline.reasoning.strata import Settled, settle

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

FEW = range(24)
MANY = range(1000, 1500)
LOWER = (Stratum.LANDMARK, Stratum.USUAL, Stratum.METADATA)


def _drawn(seed: int) -> tuple[Random, World, list[Statement]]:
    random = Random(seed)  # noqa: S311 - worlds, no secrets
    found = world(random, random.randint(2, 8), random.randint(1, 2))
    return random, found, truths(random, found, random.randint(1, 25))


def _settled(of: World, statements: list[Statement]) -> Settled:
    return settle(statements, of.kinds)


def _check_truth(seed: int) -> None:
    _, true, statements = _drawn(seed)
    found = _settled(true, statements)
    assert found.conflicts == ()
    for subject, (begin, end) in true.times.items():
        at = Bounds(Range(begin, begin), Range(end, end))
        assert found.bounds(subject).contains(at), (seed, subject)


def _check_offsets(seed: int) -> None:
    _, true, statements = _drawn(seed)
    for event in derive(true.timeline(statements)).events:
        if event.offset is None:
            continue
        assert event.bounds.open
        home = day_of(true.times[publication(event.article)][0])
        for moment, (least, most) in zip(true.times[event.id], (event.offset.begin, event.offset.end), strict=True):
            assert least is None or least <= day_of(moment) - home, (seed, event.id)
            assert most is None or day_of(moment) - home <= most, (seed, event.id)


def _check_narrowing(seed: int) -> None:
    _, true, statements = _drawn(seed)
    before = _settled(true, statements[:-1])
    after = _settled(true, statements)
    for subject in true.times:
        assert before.bounds(subject).contains(after.bounds(subject)), (seed, subject)


def _check_order(seed: int) -> None:
    random, true, statements = _drawn(seed)
    statements += falsehoods(random, true, 4, (Stratum.TEXT, *LOWER))
    one = derive(true.timeline(statements))
    random.shuffle(statements)
    other = derive(true.timeline(statements))
    assert _told(one) == _told(other), seed


def _told(timeline: Timeline) -> tuple[object, ...]:
    return timeline.events, timeline.conflicts, timeline.articles


def _page_day(statement: Statement) -> bool:
    """The day a page states as its own: it comes before what an event's own time would make of it (see `strata`)."""
    constraint = statement.constraint
    own = isinstance(constraint, (Within, Calendar)) and constraint.subject.startswith(PUBLICATION)
    return own and statement.stratum is Stratum.METADATA


def _check_strata(seed: int) -> None:
    random, true, statements = _drawn(seed)
    alone = _settled(true, statements)
    false = falsehoods(random, true, random.randint(1, 8), LOWER)
    mixed = _settled(true, statements + [one for one in false if not _page_day(one)])
    assert not {conflict.set_aside for conflict in mixed.conflicts} & set(statements), seed
    for subject in true.times:
        assert alone.bounds(subject).contains(mixed.bounds(subject)), (seed, subject)


def _check_reasons(seed: int) -> None:
    random, true, statements = _drawn(seed)
    found = _settled(true, statements + falsehoods(random, true, 2, LOWER))
    for subject in true.times:
        for place, derivation in enumerate(found.why(subject)):
            if derivation is None:
                continue
            assert derivation.reasons(), (seed, subject)
            alone = Propagator(true.kinds)
            alone.take_in([(n, found.statements[n].constraint) for n in sorted(derivation.reasons())])
            again = alone.why(subject)[place]
            assert again is not None, (seed, subject, place)
            assert again.value == derivation.value, (seed, subject, place)


def _check_conflicts(seed: int) -> None:
    random, true, statements = _drawn(seed)
    statements += falsehoods(random, true, 6, tuple(Stratum))
    for conflict in _settled(true, statements).conflicts:
        together = list(dict.fromkeys((*conflict.against, conflict.set_aside)))
        assert conflict.against, seed
        assert _settled(true, together).conflicts, (seed, conflict)
        aside = conflict.set_aside.stratum.rank
        assert all(other.stratum.rank <= aside or _page_day(other) for other in conflict.against), seed


def _check_bulk(seed: int) -> None:
    random, true, statements = _drawn(seed)
    statements += falsehoods(random, true, 6, (Stratum.TEXT,))
    numbered = [(number, statement.constraint) for number, statement in enumerate(statements)]
    bulk, single = Propagator(true.kinds), Propagator(true.kinds)
    aside = [number for number, _ in bulk.take_in(numbered)]
    one_by_one = [number for one in numbered for number, _ in single.take_in([one])]
    assert aside == one_by_one, seed
    for subject in true.times:
        assert bulk.bounds(subject) == single.bounds(subject), (seed, subject)


def _with_a_day(random: Random, of: World, statements: list[Statement]) -> list[Statement]:
    """As often as not, the true publication days are stated with the rest."""
    days = []
    for article in of.articles if random.random() < 0.7 else ():
        subject = publication(article)
        whole = Bounds.of_day(day_of(of.times[subject][0]))
        days.append(stated(Within(subject, whole), random.choice((Stratum.EDIT, Stratum.TEXT, Stratum.METADATA))))
    return days + statements


def _check_islands(seed: int) -> None:
    random, true, statements = _drawn(seed)
    statements += falsehoods(random, true, random.randint(0, 4), (Stratum.TEXT, *LOWER))
    statements = _with_a_day(random, true, statements)
    together = _settled(true, statements)
    apart = derive(true.timeline(statements), explained=False)
    for event in apart.events:
        assert event.bounds == together.bounds(event.id), (seed, event.id)
    aside = {conflict.set_aside for conflict in together.conflicts}
    assert {conflict.set_aside for conflict in apart.conflicts} == aside, seed


def _check_touched(seed: int) -> None:
    random, true, statements = _drawn(seed)
    statements += falsehoods(random, true, random.randint(0, 3), (Stratum.TEXT, *LOWER))
    before = derive(true.timeline(_with_a_day(random, true, statements)))
    subject = random.choice(list(true.times))
    day = day_of(true.times[subject][0]) + random.choice((0, 0, 1, -30))
    edit = stated(Within(subject, Bounds.of_day(day)), Stratum.EDIT)
    edited = replace(before, statements=(*before.statements, edit))
    after = derive(edited, touched={subject})
    assert _told(after) == _told(derive(edited)), (seed, subject)
    if any(subject in subjects(one.constraint) for one in before.statements):  # else it keeps what was written
        assert _told(derive(replace(after, statements=before.statements), touched={subject})) == _told(before), seed


CHECKS = (
    _check_truth,
    _check_offsets,
    _check_narrowing,
    _check_order,
    _check_strata,
    _check_reasons,
    _check_conflicts,
    _check_bulk,
    _check_islands,
    _check_touched,
)


@pytest.mark.parametrize("seed", FEW)
def test_bounds_contain_the_truth(seed: int) -> None:
    """What is derived from true statements holds what really happened, and nothing is set aside."""
    _check_truth(seed)


@pytest.mark.parametrize("seed", FEW)
def test_offsets_contain_the_truth(seed: int) -> None:
    """Where no year is known, the distance from publication holds the true one."""
    _check_offsets(seed)


@pytest.mark.parametrize("seed", FEW)
def test_a_further_true_statement_never_widens(seed: int) -> None:
    """More is never less."""
    _check_narrowing(seed)


@pytest.mark.parametrize("seed", FEW)
def test_order_does_not_matter(seed: int) -> None:
    """The same statements in another order give the same timeline, reasons and conflicts included."""
    _check_order(seed)


@pytest.mark.parametrize("seed", FEW)
def test_nothing_stated_is_overridden_from_below(seed: int) -> None:
    """False statements of lower strata set nothing aside and only narrow within what is stated."""
    _check_strata(seed)


@pytest.mark.parametrize("seed", FEW)
def test_the_reasons_of_a_bound_alone_give_it_again(seed: int) -> None:
    """Every narrowed bound has reasons, and they suffice."""
    _check_reasons(seed)


@pytest.mark.parametrize("seed", FEW)
def test_a_conflict_names_statements_that_cannot_stand_together(seed: int) -> None:
    """What was set aside contradicts what it is said to contradict, and nothing weaker."""
    _check_conflicts(seed)


@pytest.mark.parametrize("seed", FEW)
def test_in_bulk_as_one_by_one(seed: int) -> None:
    """Taking statements in by halves sets aside exactly what taking them in one by one does."""
    _check_bulk(seed)


@pytest.mark.parametrize("seed", FEW)
def test_what_has_nothing_to_do_with_it_is_settled_apart(seed: int) -> None:
    """Statements in groups of their own give the bounds and set aside what all of them together do."""
    _check_islands(seed)


@given(st.integers(0, 999))
def test_only_what_an_edit_touches_is_derived_again(seed: int) -> None:
    """After an edit, and after taking it back, that gives what deriving everything gives, reasons included."""
    _check_touched(seed)


@pytest.mark.soak
@pytest.mark.parametrize("check", CHECKS)
def test_many_worlds(check: object) -> None:
    """The same laws in many more worlds."""
    assert callable(check)
    for seed in MANY:
        check(seed)
