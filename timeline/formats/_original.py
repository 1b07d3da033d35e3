"""What an article was read from ↔ JSON."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from timeline.formats._fields import with_extra
from timeline.model.original import Original, Place

if TYPE_CHECKING:
    from timeline.formats._fields import Record

_ORIGINAL = ("format", "places", "published", "dated_by", "notes")
_COUNTS = ("page", "paragraph", "line")


def write_original(original: Original) -> dict[str, Any]:
    """As JSON; what is not known is left out."""
    data: dict[str, Any] = {"format": original.format}
    if original.places:
        data["places"] = [_write_place(place) for place in original.places]
    if not original.published.open:
        data["published"] = original.published.as_dict()
    if original.dated_by:
        data["dated_by"] = original.dated_by
    if original.notes:
        data["notes"] = list(original.notes)
    return with_extra(data, original.extra)


def read_original(record: Record) -> Original:
    """The inverse of `write_original`; SavedTimelineError where it is damaged."""
    places = tuple(_read_place(one) for one in record.records("places"))
    if any(one.start >= two.start for one, two in pairwise(places)):
        record.fail("the places must be in the order of the text", "places")
    return Original(
        format=record.text("format"),
        places=places,
        published=record.range("published"),
        dated_by=record.text("dated_by", ""),
        notes=record.texts("notes"),
        extra=record.extra(*_ORIGINAL),
    )


def _write_place(place: Place) -> dict[str, Any]:
    counts = {name: number for name in _COUNTS if (number := getattr(place, name)) is not None}
    return with_extra({"start": place.start, **counts}, place.extra)


def _read_place(record: Record) -> Place:
    start = record.maybe_whole("start")
    if start is None:
        record.fail("expected a whole number, not null", "start")
    page, paragraph, line = (record.maybe_whole(name) for name in _COUNTS)
    unknown = record.extra("start", *_COUNTS)  # noqa: S610 - no query of a database
    return Place(start, page, paragraph, line, unknown)
