"""What a life has by its nature: nobody dies before being born."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model.event import Status
from timeline.model.statement import Distance, Point
from timeline.reasoning.moods import lemma_of
from timeline.reasoning.reading import quoted

if TYPE_CHECKING:
    from timeline.events.candidate import Candidate
    from timeline.model.statement import Statement
    from timeline.reasoning.reading import Reading

_BIRTH, _DEATH = frozenset({"bear", "born"}), frozenset({"die"})
_HAPPENED = (Status.HAPPENED, Status.REPORTED)


def by_life(reading: Reading) -> list[Statement]:
    """The birth and the death of one person, where the article tells each once."""
    births, deaths = (_of_persons(reading, verbs) for verbs in (_BIRTH, _DEATH))
    found = []
    for person, birth in births.items():
        death = deaths.get(person)
        if birth is None or death is None:
            continue
        says = f"{quoted(birth.event.title)} comes before {quoted(death.event.title)}: nobody dies before being born"
        order = Distance(Point(birth.event.id, "end"), Point(death.event.id, "begin"), least=0)
        found.append(reading.state(order, "life", says, span=death.event.head))
    return found


def _of_persons(reading: Reading, verbs: frozenset[str]) -> dict[str, Candidate | None]:
    """The event with such a verb of each person, None where there are several: of whom each is, is not sure then."""
    found: dict[str, Candidate | None] = {}
    for candidate in reading.candidates:
        token = reading.sentences[candidate.sentence].tokens[candidate.token]
        if candidate.nominal or candidate.event.status not in _HAPPENED or lemma_of(token) not in verbs:
            continue
        if len(candidate.event.actors) == 1:
            person = candidate.event.actors[0]
            found[person] = None if person in found else candidate
    return found
