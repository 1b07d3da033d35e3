"""`timeline explain` and `timeline check`: why an event is dated as it is, and what does not fit or is not known."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from timeline.chrono import words
from timeline.cli import table
from timeline.errors import TimelineError
from timeline.formats.files import standard_output
from timeline.formats.shown import date_of
from timeline.model.statement import Stratum
from timeline.reasoning.contradiction import contradictions
from timeline.scene.facts import facts, words_of
from timeline.workspace.remarks import notes
from timeline.workspace.tables import is_table
from timeline.workspace.tellers import quarrels

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

MOST = 5
"""So many events are explained at once."""
_NAMED = 12


def explain(timeline: Timeline, asked: str, *, machine: bool = False) -> None:
    """
    The reasons for the date of each event that a few words, or an id, mean.

    Raises:
        TimelineError: no event has these words, or too many have.
    """
    found = _meant(timeline, asked)
    if not found:
        raise TimelineError(f"no event has the words {asked!r}: `timeline show FILE` lists the events there are")
    if len(found) > MOST:
        some = "; ".join(f"“{event.title}”" for event in found[:MOST])
        raise TimelineError(f"{len(found)} events have the words {asked!r} ({some}; …): add a word that is only in one")
    if machine:
        table.write_json([_explained(event) for event in found])
    else:
        table.explain(timeline, found)


def check(timeline: Timeline, *, machine: bool = False) -> None:
    """What contradicts itself, what is not known, and what a reader should know of each article."""
    against = [*contradictions(timeline), *(one.sentence for one in quarrels(timeline))]
    shown = [event for event in timeline.events if not event.hidden]
    undated = [event for event in shown if event.bounds.window.open and event.bounds.window.earliest is None]
    unknown = [event for event in undated if event.bounds.window.latest is None]
    usual = [event for event in shown if event.stated is not None]
    undayed = [article for article in timeline.articles if not article.published.one_day and not is_table(article)]
    remarks = {article.id: notes(article, timeline.events) for article in timeline.articles}
    if machine:
        names = {article.id: article.title or article.source for article in timeline.articles}
        table.write_json(
            {
                "conflicts": against,
                "without_a_date": [_named(event) for event in unknown],
                "only_usual": [_named(event) for event in usual],
                "articles_without_a_day": [{"id": one.id, "name": names[one.id]} for one in undayed],
                "notes": [{"article": name, "says": says} for name, told in remarks.items() for says in told],
            }
        )
        return
    lines: list[str] = []
    lines += _part("What does not fit", against)
    lines += _part("No date is known", [event.title for event in unknown])
    lines += _part("Dated by what is usual, not by what is stated", [f"{one.title}: {date_of(one)}" for one in usual])
    lines += _part("The publication day is not known: --published, or the app, sets it", map(table.heading, undayed))
    told = [
        f"{article.title or article.source or article.id}: {says}"
        for article in timeline.articles
        for says in remarks[article.id]
    ]
    lines += _part("Worth knowing", told)
    with standard_output():
        sys.stdout.write(
            "\n".join(lines) + "\n" if lines else "Nothing contradicts itself, and every event is dated.\n"
        )


def _meant(timeline: Timeline, asked: str) -> list[Event]:
    """The events with that id, or with all the words: in their titles before those in what else is told of them."""
    events = {event.id: event for event in timeline.events}
    if asked in events:
        return [events[asked]]
    wanted = words_of(asked)
    found = [one for one in facts(timeline) if wanted and all(word in one.text for word in wanted)]
    quoted = [one for one in found if all(word in _own(one.text) for word in wanted)]
    return [events[one.event] for one in (quoted or found)]


def _own(text: str) -> str:
    """Title and quote, without what the whole article or a lane is found by."""
    return "\n".join(text.split("\n")[:2])


def _explained(event: Event) -> dict[str, Any]:
    return {
        **_named(event),
        "edtf": event.edtf,
        "bounds": event.bounds.as_dict(),
        "stated": (event.stated or event.bounds).as_dict(),
        "quote": event.quote,
        "reasons": [
            {
                "says": one.says or one.rule,
                "text": one.text,
                "stratum": one.stratum.value,
                "usual": one.stratum is Stratum.USUAL,
            }
            for one in event.reasons
        ],
    }


def _named(event: Event) -> dict[str, Any]:
    return {"id": event.id, "title": event.title, "when": event.when or words.UNKNOWN}


def _part(head: str, lines: Iterable[str]) -> list[str]:
    told = [f"  {table.printable(line)}" for line in lines]
    if not told:
        return []
    more = [f"  … and {len(told) - _NAMED:,} more (--json has all)"] if len(told) > _NAMED else []
    return [f"{head} ({len(told)}):", *told[:_NAMED], *more]
