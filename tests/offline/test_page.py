"""The page that stands alone: small, closed, and the same each time."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

from tests.offline.timelines import HOSTILE, hostile, told
from tests.scene import examples
from timeline.offline.events import said
from timeline.offline.packed import unpack
from timeline.offline.page import page, snippet
from timeline.scene.view import View

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

SPACE = "http://www.w3.org/2000/svg"
"""The name of SVG, which is no address that is asked."""


class Read(HTMLParser):
    """What a browser would find: tags with their attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, str]] = []
        self._open = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag, and whether a text begins that is kept."""
        self.tags.append((tag, dict(attrs)))
        self._open = tag in ("script", "style", "title")
        if self._open:
            self.inside.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        """What comes next is no text of the tag."""
        del tag
        self._open = False

    def handle_data(self, data: str) -> None:
        """A piece of text."""
        if self._open:
            self.inside[-1] = (self.inside[-1][0], self.inside[-1][1] + data)

    def texts(self, tag: str) -> list[str]:
        """What stands in each element of that name."""
        return [text for name, text in self.inside if name == tag]


def made(timeline: Timeline) -> str:
    """The page as text."""
    return page(timeline, View()).html


def data_of(html: str) -> Any:
    """What the page knows, unpacked."""
    return unpack(json.loads(Read(html).texts("script")[0]))


@pytest.mark.parametrize("clustered", [0, 60])
def test_a_hundred_events_are_small(clustered: int) -> None:
    """Everything included: scripts, font, the layouts of all levels, and why each date."""
    assert len(page(told(100, clustered=clustered), View()).data) < 300_000


def test_it_names_no_address() -> None:
    """Nothing is loaded, and nothing could be: no attribute, no style and no script names a place elsewhere."""
    html = made(told(20))
    assert set(re.findall(r"https?://[^\s\"'`)<]+", html)) <= {SPACE}
    assert not [one for one in re.findall(r"url\((?!data:font/ttf;base64,|#)[^)]{0,40}", html) if "${" not in one]
    named = {name for _, attributes in Read(html).tags for name in attributes}
    assert not named & {"src", "href", "srcset", "action"}


def test_only_its_own_script_and_style_run() -> None:
    """The policy allows them by their hashes, and nothing else at all."""
    found = Read(made(examples.force()))
    policy = next(one["content"] or "" for tag, one in found.tags if tag == "meta" and "http-equiv" in one)
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    def hashed(text: str) -> str:
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == hashed(found.texts("script")[1])
    assert rules["style-src"] == hashed(found.texts("style")[0])
    assert "unsafe" not in policy
    assert not [name for _, one in found.tags for name in one if name.startswith("on") or name == "style"]


def test_every_script_is_there_that_another_needs() -> None:
    """What the page's own scripts call of the app's is in the file; what the app alone has is asked for first."""
    script = Read(made(examples.one())).texts("script")[1]
    called = set(re.findall(r"window\.(timeline[A-Z]\w*)", script))
    defined = set(re.findall(r"window\.(timeline[A-Z]\w*) = ", script))
    asked = set(re.findall(r"(?:if \(|[=:(] )window\.(timeline[A-Z]\w*)(?:\)| \?)", script))
    assert called - defined <= asked


def test_hostile_texts_stay_texts() -> None:
    """Titles, names and quotes cannot end the script they stand in, or begin another."""
    html = made(hostile())
    found = Read(html)
    assert [tag for tag, _ in found.tags if tag in ("script", "img")] == ["script", "script"]
    assert found.texts("title") == [HOSTILE]
    assert not {"\u2028", "\u2029", "<!--", "</"} & set(re.findall("\u2028|\u2029|<!--|</", found.texts("script")[0]))
    event = next(one for one in data_of(html)["events"] if one["quote"] == HOSTILE)
    assert event["actors"] == [HOSTILE]


def test_what_it_says_comes_back() -> None:
    """The data within are what was said of the events, to the letter."""
    timeline = told(12)
    assert data_of(made(timeline))["events"] == said(timeline, "actor", offset=False)


def test_the_same_timeline_gives_the_same_page() -> None:
    """To the letter."""
    assert made(examples.uncertain()) == made(examples.uncertain())


def test_hidden_events_are_not_in_it() -> None:
    """What is hidden is not handed on."""
    timeline = examples.force()
    first = replace(timeline.events[0], title="Nobody is to read this", hidden=True)
    assert "Nobody is to read this" not in made(replace(timeline, events=(first, *timeline.events[1:])))


def test_letters_that_cannot_be_written() -> None:
    """Half a character does not stop it."""
    timeline = examples.one()
    event = replace(timeline.events[0], title="Broken \ud800 title")
    assert b"Broken" in page(replace(timeline, events=(event,)), View()).data


@pytest.mark.parametrize("timeline", [examples.offsets(), examples.ancient(), examples.scripts(), examples.plain()])
def test_whatever_is_on_it(timeline: Timeline) -> None:
    """Days from publication, years before our era, many scripts, nothing at all."""
    data = data_of(made(timeline))
    assert len(data["events"]) == len(timeline.events)
    assert data["opens"][0] < data["opens"][1]


def test_more_events_than_a_drawing_holds() -> None:
    """All are listed; from near, the plans of several stretches of time have their glyphs."""
    found = page(examples.many(400), View())
    data = data_of(found.html)
    assert len(data["events"]) == 400
    for form in data["forms"]:
        drawn = [{glyph["event"] for glyph in plan["glyphs"]} for plan in form["plans"]]
        assert max(map(len, drawn)) <= 250
        assert len(set().union(*drawn)) > 350
        assert all(plan["region"] for plan in form["plans"][1:])


def test_more_events_than_a_page_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The weightiest stay, and a sentence says so."""
    monkeypatch.setattr("timeline.offline.page.MOST", 30)
    timeline = examples.many(50)
    found = page(timeline, View())
    weights = {event.id: event.weight for event in timeline.events}
    assert found.note == "the page holds the 30 weightiest of 50 events"
    assert sorted(weights[event["id"]] for event in data_of(found.html)["events"]) == sorted(weights.values())[20:]


def test_a_part_of_an_index_says_so() -> None:
    """Of how many events it was taken is known to whoever took it."""
    assert page(examples.many(20), View(), total=1_000_000).note.endswith("20 weightiest of 1,000,000 events")


def test_levels_that_have_no_room_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list has every event; the drawing has counts instead, and a sentence says so."""
    monkeypatch.setattr("timeline.offline.plans.MOST_MARKS", 300)
    found = page(examples.many(300), View())
    assert len(data_of(found.html)["events"]) == 300
    assert found.note.startswith("the page lists all events; from afar its drawing has the weightiest")


def test_the_frame_lets_it_run_and_nothing_else() -> None:
    """What is copied into another page: scripts, but no origin, no forms, no windows of its own."""
    found = Read(snippet("a timeline.html", 'Strike & "storm"'))
    assert found.tags == [
        (
            "iframe",
            {
                "src": "a timeline.html",
                "title": 'Strike & "storm"',
                "width": "100%",
                "height": "760",
                "loading": "lazy",
                "sandbox": "allow-scripts",
            },
        )
    ]
