"""Times off the line: durations, sets, and the present, past and future as such."""

from __future__ import annotations

from timeline.phrases.making.units import UNIT_PARTS
from timeline.phrases.meaning import Amount, Lasting, Named, Nothing, Repeated, Vague
from timeline.phrases.trees import pattern_in
from timeline.phrases.values import amount_value, masked


def amount(
    unit: str,
    number: float | None = 1,
    mod: str | None = None,
    times: float = 1,
    scale: int = 1,
    extra: float = 0,
    *,
    adjective: bool = False,
) -> Amount:
    """So much of a unit; a vague number is None."""
    count = None if number is None else number * times * scale + extra
    return Amount(count, unit, mod, adjective)


def short_amount(unit: str, number: float) -> Amount | None:
    """As in "a two day visit": a unit in the singular after a large number is no amount ("the 1988 quarter")."""
    return amount(unit, number) if number < 1000 else None


def over(amount: Amount) -> Amount | None:
    """As in "over a week"; in "over several years" it is a preposition."""
    return None if amount.count is None or amount.adjective else Amount(amount.count, amount.unit, "MORE_THAN")


def qualified(amount: Amount | Lasting, mod: str) -> Amount | Lasting:
    """As in "more than four hours", "nearly two months"."""
    if isinstance(amount, Lasting):
        return Lasting(Amount(amount.amount.count, amount.amount.unit, mod), amount.tree, amount.anchor)
    return Amount(amount.count, amount.unit, mod, adjective=amount.adjective)


def lasting(amount: Amount) -> Lasting:
    """As in "the first nine months", "the four days"."""
    return Lasting(amount, None, "none")


def lasting_units(unit: str, number: float | None = None) -> Lasting:
    """As in "for years", "the year ended March 31"."""
    return Lasting(Amount(number, unit), None, "none")


def repeated(value: str) -> Repeated:
    """A set by its value."""
    return Repeated(value)


def every(unit: str, number: float = 1) -> Repeated | None:
    """As in "every day", "weekly", "every four years"."""
    part = UNIT_PARTS.get(unit)
    return Repeated(amount_value(Amount(number, unit)) if part is None else f"XXXX-XX-XXT{part}")


def rate(unit: str) -> Repeated:
    """As in "$500 million a year": annotators of news leave it out."""
    return Repeated(amount_value(Amount(1, unit)), histories=True)


def every_amount(amount: Amount) -> Repeated:
    """As in "every two weeks"."""
    return Repeated(amount_value(amount))


def every_one(named: Named) -> Repeated | None:
    """As in "every Monday", "each April"."""
    return Repeated(masked(named)) if pattern_in(named.tree) is not None else None


def every_weekday(weekday: int) -> Repeated:
    """As in "Mondays"."""
    return Repeated(f"XXXX-WXX-{weekday + 1}")


def nothing() -> Nothing:
    """No time at all."""
    return Nothing()


def vague(value: str, *, histories: bool = False) -> Vague:
    """The present, the past or the future as such."""
    return Vague(value, histories=histories)
