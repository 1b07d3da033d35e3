"""A known event that alone decides the year: what is dated by it rests on its being that event, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.statement import Reason, Stratum
from timeline.reasoning.network import subjects

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model.event import Event
    from timeline.reasoning.strata import Settled

ASSUMPTION = "assumption"  # the rule such a step is shown under


def assumed(settled: Settled, event: Event, titles: Mapping[str, str]) -> Reason | None:
    """
    The step that names the one known event on which the whole date of another event rests, from both sides.

    None where a date of the text or of the page has a part in it, where two known events bear each other out, and for
    the known event itself: there the argument begins with that.
    """
    origins = [derivation.origin for derivation in settled.why(event.id) if derivation is not None]
    window = event.bounds.window
    if window.earliest is None or window.latest is None or not origins:
        return None
    roots = {number for origin in origins for number in origin}
    if any(settled.statements[number].landmark is None for number in roots):
        return None
    if len({settled.statements[number].landmark for number in settled.standing} - {None}) > 1:
        return None
    root = settled.statements[min(roots)]
    subject = subjects(root.constraint)[0]
    if subject == event.id:
        return None
    reason = root.reason
    says = f"Assumed: “{titles.get(subject, subject)}” is that known event; nothing else tells the year"
    return Reason(ASSUMPTION, Stratum.LANDMARK, says, reason.text, reason.span, reason.article)


def assumptions(events: tuple[Event, ...]) -> list[str]:
    """What is assumed in any of the arguments, each once."""
    found = (reason.says for event in events for reason in event.reasons if reason.rule == ASSUMPTION)
    return list(dict.fromkeys(found))
