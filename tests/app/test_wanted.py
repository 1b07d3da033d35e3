"""What the export dialog asks for, and what is refused of it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from tests.app.fourteen import timeline
from timeline.app.desk import Desk
from timeline.app.exports import exported, previewed
from timeline.app.state import PageView
from timeline.app.wanted import wanted
from timeline.chrono.calendar import day_number
from timeline.formats.registry import FORMATS
from timeline.offline.packed import unpack
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from timeline.app.wanted import Wanted


@pytest.fixture(scope="module")
def desk() -> Desk:
    """The fourteen events, to be looked at."""
    return Desk(Chronicle(timeline()), "all")


def asks(suffix: str = "png", **asked: str) -> Wanted:
    """What an address asks for, which is something."""
    found = wanted(suffix, asked)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("asked", "field", "value"),
    [
        ({}, "width", 1400),
        ({}, "scale", 2.0),
        ({"size": "A4"}, "width", 1123),
        ({"size": "A4"}, "scale", 3.0),
        ({"size": "16:9"}, "height", 1080),
        ({"scale": "1"}, "scale", 1.0),
        ({"pages": "auto"}, "pages", "auto"),
        ({"pages": "3"}, "pages", 3),
        ({"theme": "print"}, "theme", "print"),
        ({"theme": "pink"}, "theme", "light"),
        ({"show": "some"}, "show", ""),
    ],
)
def test_each_choice(asked: dict[str, str], field: str, value: object) -> None:
    """As it is written in the address; what is no choice of the dialog is as usual."""
    assert getattr(asks(**asked), field) == value


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"size": "huge"}, "'huge' is no size"),
        ({"scale": "50"}, "choose 1, 2 or 3"),
        ({"scale": "much"}, "choose 1, 2 or 3"),
        ({"pages": "0"}, "choose 1 to 20, or auto"),
        ({"pages": "x"}, "choose 1 to 20, or auto"),
        ({"show": "range", "range": "soon..later"}, "no range of days"),
        ({"show": "range", "range": "2024.."}, "first and its last day"),
        ({"show": "range", "range": "2025..2024"}, "no range of days"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, asked: dict[str, str], says: str) -> None:
    """In one sentence, as the preview and as the file."""
    assert says in previewed(desk, "png", "", asked).get_json()["refused"]
    assert exported(desk, "png", "", asked).status_code == 422


def test_a_picture_too_small_is_refused(desk: Desk) -> None:
    """What the drawing refuses is said, too."""
    assert "choose 200 to 10000" in previewed(desk, "svg", "", {"size": "20x20"}).get_json()["refused"]


def test_formats_that_share_a_suffix_are_told_apart() -> None:
    """By their names; a name that has another suffix is no format."""
    assert asks("json").form.name == "json"
    assert asks("json", format="timelinejs").form.name == "timelinejs"
    assert wanted("csv", {"format": "json"}) is None
    assert wanted("exe", {}) is None


def test_what_of_the_view_is_exported() -> None:
    """What is seen, everything, or other days; a list is of all days unless it is asked for what is seen."""
    days = (float(day_number(2025)), float(day_number(2026)))
    view = PageView(window=days, search="visit", without=("Russia",), lanes_by="status")
    assert asks(show="seen").look(view).window == days
    assert asks(show="seen").look(view).search == "visit"
    every = asks(show="all").look(view)
    assert (every.window, every.search, every.without, every.lanes_by) == (None, "", (), "status")
    other = asks(show="range", range="2024-11..2024-11").look(view)
    assert other.window == (float(day_number(2024, 11, 1)), float(day_number(2024, 12, 1)))
    assert other.search == "visit"
    assert asks("csv").look(view).window is None
    assert asks("csv", show="seen").look(view).window == days


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_format_has_a_preview(desk: Desk, form: Any) -> None:
    """Its size, and something to be looked at."""
    made = previewed(desk, form.suffix.removeprefix("."), "", {"format": form.name}).get_json()
    assert "refused" not in made
    assert made["bytes"] > 100
    assert made["picture"] or made["text"]
    assert made["name"].endswith(form.suffix)


def test_a_table_has_the_days_asked_for(desk: Desk) -> None:
    """As rows."""
    november = exported(desk, "txt", "", {"show": "range", "range": "2024-11-05..2024-11-05"}).get_data(as_text=True)
    assert "Trump re-elected" in november
    assert "Alaska" not in november


def test_the_archive_has_every_format(desk: Desk) -> None:
    """The page among them."""
    with ZipFile(io.BytesIO(exported(desk, "zip", "", {}).data)) as archive:
        assert {"timeline.html", "timeline.json", "timeline.svg"} <= set(archive.namelist())


def test_lanes_keep_their_colours_on_the_page(desk: Desk) -> None:
    """Also where others are left out."""

    def lanes(query: str) -> dict[str, int]:
        page = exported(desk, "html", query, {"show": "seen"}).get_data(as_text=True)
        data = unpack(json.loads(page.split('id="data">')[1].split("</script>")[0]))
        return {lane["key"]: lane["colour"] for lane in data["forms"][0]["plans"][0]["lanes"]}

    whole, some = lanes(""), lanes("without=United+States")
    assert "United States" not in some
    assert some == {key: whole[key] for key in some}


def test_the_page_opens_where_one_looks(desk: Desk) -> None:
    """With what search and lanes leave."""
    page = exported(desk, "html", "q=visit&from=2025-03-01&to=2025-06-01", {"show": "seen"}).get_data(as_text=True)
    data = json.loads(page.split('id="data">')[1].split("</script>")[0])
    assert "visit Ukraine" in json.dumps(data)
    assert "Zakharova" not in json.dumps(data)
