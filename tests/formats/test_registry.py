"""The formats that there are, and what each says that it loses."""

from __future__ import annotations

from operator import attrgetter

import pytest

from tests.formats.hostile import timeline
from timeline.errors import ExportError
from timeline.formats.losses import told
from timeline.formats.registry import FORMATS, NAMES, Format, format_named, format_of_suffix
from timeline.formats.things import MACHINERY, THINGS

NAME = attrgetter("name")


def test_names_are_unique_and_a_suffix_means_one_format() -> None:
    """`--format` finds each by its name, and no two formats claim a suffix."""
    claimed = [suffix for one in FORMATS if one.main for suffix in one.suffixes]

    assert len(NAMES) == len(FORMATS)
    assert len(claimed) == len(set(claimed))
    assert all(format_named(one.name.upper()) is one for one in FORMATS)


@pytest.mark.parametrize(
    ("path", "name"),
    [("a.JSON", "json"), ("a.docx", "docx"), ("b/a.ics", "ics"), ("a.md", "markdown"), ("a.csv", "csv"), ("a", None)],
)
def test_the_end_of_a_name_says_which(path: str, name: str | None) -> None:
    """Where several share one, that is meant which people mean."""
    found = format_of_suffix(path)

    assert (found and found.name) == name


def test_losses_are_things_that_are_known() -> None:
    """And each says what is written instead."""
    for one in FORMATS:
        assert set(one.losses) <= {*THINGS, MACHINERY}
        assert all(one.losses.values())


@pytest.mark.parametrize("form", [one for one in FORMATS if one.module and one.name != "json"], ids=NAME)
def test_what_is_lost_is_told_with_the_number_of_events(form: Format) -> None:
    """One sentence for each kind of loss that this timeline has, and none for others."""
    sentences = told(form.label, form.losses, timeline())

    counted = {
        name: sum(THINGS[name].of(event) for event in timeline().events) for name in form.losses if name in THINGS
    }
    assert len(sentences) == sum(map(bool, counted.values())) + (MACHINERY in form.losses)
    for name, count in counted.items():
        said = [one for one in sentences if THINGS[name].words in one]
        assert [f"({count} event" in one and form.losses[name] in one for one in said] == ([True] if count else [])


def test_what_is_drawn_is_not_written_here() -> None:
    """The room of formats knows no drawing."""
    with pytest.raises(ExportError):
        NAMES["png"].write(timeline())


@pytest.mark.parametrize("form", [one for one in FORMATS if one.module], ids=NAME)
def test_the_same_timeline_gives_the_same_file(form: Format) -> None:
    """No clock is read, and nothing is drawn by lot."""
    assert form.write(timeline()) == form.write(timeline())
