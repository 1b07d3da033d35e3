"""A program that edits a library without end and says what is done for good: it is killed while it does."""

from __future__ import annotations

import hashlib
import itertools
import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tests.workspace.cases import bridge, court, ferry
from timeline.model.article import replace_article
from timeline.workspace.opening import open_library
from timeline.workspace.renaming import rename

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline
    from timeline.workspace.library import Library


def state(library: Library) -> tuple[int, str]:
    """How many changes there were, and what the log says, as one word."""
    with library.store.reading() as sql:
        [ticks] = sql.execute("SELECT value FROM facts WHERE name = 'tick'").fetchone()
    return int(ticks), hashlib.sha256(repr(library.history()).encode()).hexdigest()[:16]


def another(number: int) -> Timeline:
    """One more article, which nobody has had yet."""
    made = (ferry, bridge, court)[number % 3]()
    name = f"n{number}"
    events = {event.id: f"{name}-{event.head.start}" for event in made.events}
    renamed = rename(made, {made.articles[0].id: name}, events)
    text = f"{made.articles[0].text} Number {number}."
    return replace(renamed, articles=(replace_article(renamed.articles[0], text=text),))


def main(place: str, seed: int) -> None:
    """Edits and imports, each followed by a line with the state it left."""
    chance = random.Random(seed)  # noqa: S311 - what is done, not a secret
    with open_library(Path(place)) as library:
        print(*state(library), flush=True)  # noqa: T201 - how the parent hears of it
        for number in itertools.count():
            articles = library.listed()
            if number % 5 == 0 or not articles:
                library.include(another(seed * 100_000 + number))
            elif number % 7 == 6:
                library.undo()
            else:
                events = library.chronicle([chance.choice(articles).id]).events
                verb = chance.choice([library.set_title, library.set_date, library.set_note])
                verb(chance.choice(events).id, "1999" if verb == library.set_date else f"{seed} {number}")
            print(*state(library), flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
