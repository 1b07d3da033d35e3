"""How many titles can be read at first sight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.benchmarks.drawing import px, vis
from tests.benchmarks.drawing.browser import HIGH, WIDE
from tests.benchmarks.drawing.generated import timeline
from tests.benchmarks.drawing.site import served
from tests.benchmarks.drawing.table import Row
from tests.benchmarks.drawing.world import counted
from timeline.workspace import Chronicle

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.benchmarks.drawing.world import World
    from timeline.model.timeline import Timeline

_APP = """(titles) => {
    const texts = [...document.querySelectorAll("#over text")]
        .filter((one) => one.checkVisibility() && one.getAttribute("display") !== "none" && one.textContent.trim())
        .map((one) => ({ element: one, event: (one.closest("[data-event]") || one).dataset.event }));
    const marks = [];
    for (const one of document.querySelectorAll("#graph .points > path, #graph .points > .point > path")) {
        const named = one.closest(".trace").__data__[0].trace.customdata;
        const at = (one.__data__ || one.parentNode.__data__).i;
        if (getComputedStyle(one).opacity !== "0") marks.push({ element: one, event: named[at] });
    }
    const frame = document.getElementById("chart").getBoundingClientRect();
    return legible(texts, marks, titles, frame);
}"""

CASES = ((100, 0, 80, "100 events"), (30, 0, 30, "30 events"), (100, 60, 35, "100, of which 60 in two weeks"))
"""How many events, how many of them in the same two weeks, how many titles are to be legible, in words."""

_SVG = """(titles) => {
    const texts = [], marks = [];
    for (const one of document.querySelectorAll("[data-event]")) {
        for (const part of one.querySelectorAll("text, rect, circle, path, line")) {
            const text = part.tagName === "text";
            if (!text || part.textContent.length > 1)
                (text ? texts : marks).push({ element: part, event: one.dataset.event });
        }
    }
    for (const text of document.querySelectorAll("svg text"))
        if (!text.closest("[data-event]") && !text.closest("defs")) texts.push({ element: text });
    const [left, top] = [0, 0];
    return legible(texts, marks, titles, { left, top, right: innerWidth, bottom: innerHeight });
}"""
_FIGURE = """(titles) => {
    const texts = [], marks = [];
    const named = (element, at) => {
        const told = element.closest(".trace").__data__[0].trace.customdata[at];
        return Array.isArray(told) ? told[0] : told;
    };
    for (const one of document.querySelectorAll(".textpoint"))
        texts.push({ element: one.querySelector("text"), event: named(one, one.__data__.i) });
    for (const one of document.querySelectorAll(".points > path, .bars .point > path"))
        if (getComputedStyle(one).opacity !== "0") marks.push({ element: one, event: named(one, point(one)) });
    for (const one of document.querySelectorAll(".annotation-text, .xtick text")) texts.push({ element: one });
    function point(one) { return (one.__data__ || one.parentNode.__data__).i; }
    return legible(texts, marks, titles, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
}"""


def of_the_drawing(world: World) -> list[Row]:
    """The drawing alone on 1400 × 800, as SVG and as a figure, beside the peers at the best of their settings."""
    rows = []
    for count, clustered, target, words in CASES:
        drawn = timeline(count, clustered=clustered)
        best = _best_of_peers(world, drawn)
        for name, read in (("SVG", _svg), ("figure", _figure)):
            found = read(world, drawn)
            met = found["legible"] >= target and not found["overlaps"]
            told = f"{found['legible']}, {found['overlaps']} overlapping"
            rows.append(Row(f"legible labels, {words}, {name}", f"≥ {target}, none overlapping", told, best, met))
            best = ""
    return rows


def in_the_app(world: World) -> list[Row]:
    """In the page at its usual layout: as many as its space allows, and never an overlap."""
    rows = []
    for count in (30, 100):
        with served(world, str(count)) as site:
            found = counted(site.tab, _APP, _titles(timeline(count)))
        told = f"{found['legible']}, {found['overlaps']} overlapping"
        rows.append(Row(f"legible labels, {count} events, app", "none overlapping", told, "–", not found["overlaps"]))
    return rows


def _titles(drawn: Timeline) -> dict[str, str]:
    return {event.id: event.title for event in drawn.events}


def _svg(world: World, drawn: Timeline) -> dict[str, Any]:
    path = world.folder / "ours.svg.html"
    made = Chronicle(drawn).svg(width=WIDE, height=HIGH)
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body style="margin:0">{made}', encoding="utf-8")
    return _read(world, path.as_uri(), _SVG, drawn)


def _figure(world: World, drawn: Timeline) -> dict[str, Any]:
    path = world.folder / "ours.figure.html"
    made = Chronicle(drawn).figure(width=WIDE, height=HIGH)
    made.write_html(path, include_plotlyjs=True, full_html=True, config={"displayModeBar": False})
    text = path.read_text("utf-8").replace("<body>", '<body style="margin:0">')
    path.write_text(text, encoding="utf-8")
    return _read(world, path.as_uri(), _FIGURE, drawn)


def _read(world: World, address: str, script: str, drawn: Timeline) -> dict[str, Any]:
    tab = world.tab()
    tab.page.goto(address)
    tab.page.evaluate("() => document.fonts.ready.then(() => true)")
    tab.frames()
    found = counted(tab, script, _titles(drawn))
    tab.close()
    return found


def _best_of_peers(world: World, drawn: Timeline) -> str:
    """Each peer's best setting."""
    told = []
    loads: tuple[tuple[str, str, tuple[Any, ...], Callable[..., None]], ...] = (
        ("vis-timeline", vis.READ, vis.SETTINGS, partial(vis.load, home=world.peers.vis)),
        ("px.timeline", px.READ, px.SETTINGS, partial(px.load, python=world.peers.python)),
    )
    for name, read, settings, load in loads:
        found = []
        for setting in settings:
            tab = world.tab()
            load(tab, world.folder, events=drawn.events, setting=setting)
            found.append((counted(tab, read, _titles(drawn))["legible"], str(setting)))
            tab.close()
        most = max(found, key=lambda one: one[0])
        told.append(f"{name} {most[0]} ({most[1]})")
    return "; ".join(told)
