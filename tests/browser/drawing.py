"""What stands on the drawing, as the browser has set it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Page

_TEXTS = """(which) => [...document.querySelectorAll(which)]
    .filter((one) => one.textContent.trim() && one.checkVisibility() && one.getAttribute('display') !== 'none')
    .map((one) => {
        const box = one.getBoundingClientRect();
        return [one.textContent, box.left, box.top, box.right, box.bottom];
    })"""


class Text(NamedTuple):
    """Some words and their box, in pixels of the page."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Text) -> bool:
        """The two share some area; what rounding and the height of a line of text add is left out."""
        return (
            self.left < other.right - 1
            and other.left < self.right - 1
            and self.top < other.bottom - 3
            and other.top < self.bottom - 3
        )


def texts(page: Page, which: str = "#over text") -> list[Text]:
    """The words on the drawing, or those that a selector names."""
    return [Text(*found) for found in page.evaluate(_TEXTS, which)]


def labels(page: Page) -> list[Text]:
    """The labels of events beside their glyphs."""
    return texts(page, "#over .labels text")


def clashes(found: list[Text]) -> list[tuple[str, str]]:
    """The words of which one lies over the other."""
    return [(one.words, other.words) for at, one in enumerate(found) for other in found[at + 1 :] if one.meets(other)]


def glyph(page: Page, event: str) -> tuple[float, float]:
    """The middle of an event's glyph, in pixels of the page, as Plotly has drawn it."""
    found = page.evaluate(
        """(event) => {
            const plot = window.timelinePage.plot();
            for (const point of plot.querySelectorAll('.points path')) {
                const { i } = point.__data__ || point.parentNode.__data__;
                if (point.closest('.trace').__data__[0].trace.customdata[i] !== event) continue;
                const box = point.getBoundingClientRect();
                return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
            }
            return null; }""",
        event,
    )
    assert found is not None, event
    return found[0], found[1]


def plot(page: Page) -> Text:
    """The area that moves with time, in pixels of the page."""
    found = page.evaluate(
        """() => {
            const frame = document.getElementById('chart').getBoundingClientRect();
            const [left, top, right, bottom] = window.timelineChart.plan().plot;
            return [frame.left + left, frame.top + top, frame.left + right, frame.top + bottom]; }"""
    )
    return Text("", *found)
