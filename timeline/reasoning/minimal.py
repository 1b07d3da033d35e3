"""The fewest of some statements that cannot stand together: none of them can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.reasoning.propagate import Propagator

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.model.statement import Constraint
    from timeline.reasoning.network import Network

_MANY = 16  # statements: nobody reads more as one contradiction, and each trial settles them anew


def least(
    aside: int, against: Iterable[int], constraints: Mapping[int, Constraint], network: Network
) -> frozenset[int]:
    """
    Those of the numbers *against* that the constraint numbered *aside* contradicts, and no more.

    By halves (QuickXplain, Junker, AAAI 2004): few of many are found in few trials. The strongest, which have the
    lowest numbers, are kept where there is a choice.
    """
    others = sorted(set(against) - {aside})
    if not 2 <= len(others) <= _MANY:
        return frozenset(others or [aside])

    def fails(numbers: Sequence[int]) -> bool:
        alone = Propagator(network.kinds, network)
        return bool(alone.take_in([(number, constraints[number]) for number in (*sorted(numbers), aside)]))

    def fewest(base: list[int], choice: list[int], *, added: bool) -> list[int]:
        if added and fails(base):
            return []
        if len(choice) == 1:
            return choice
        strong, weak = choice[: len(choice) // 2], choice[len(choice) // 2 :]
        of_weak = fewest([*base, *strong], weak, added=True)
        of_strong = fewest([*base, *of_weak], strong, added=bool(of_weak))
        return [*of_strong, *of_weak]

    return frozenset(fewest([], others, added=False)) if fails(others) else frozenset(others)
