"""Somebody who does anything at all, as quickly as a hand can: each action real, chosen by a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from playwright.sync_api import Error

from tests.browser.conftest import settled

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.browser.working.conftest import Shop

KEYS: Final = (
    *("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Tab", "Shift+Tab", "Enter", "Escape", "Space", "Home", "End"),
    *("+", "-", "0", "/", "e", "n", "u", "U", "?", "PageUp", "PageDown", "Alt+ArrowUp", "Alt+ArrowDown", "Delete", "c"),
)
WRITTEN: Final = (
    *("April 2025", "2025-08-20", "[2025-08-15..2025-08-19]", "before 5 November 2024", "2025-04~", "-0216-06"),
    *("never", "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "=1+1", "{{7}}"),
    *("Ann; Bob", "trump", "visit ukraine", "Ω 🚢 e\u0301", "x" * 700, "' OR 1=1 --", "../../etc", "\u202egnp", "%00"),
)
"""What is written: dates, words, and what harms where it is taken for more than words."""
ARTICLES: Final = ("The ferry sank.", "The bridge <b>opened</b>.", "A court ruled. It was late.", "1 2 3", "")
SIZES: Final = ((1290, 924), (360, 740), (800, 600), (2560, 1440), (1024, 400))
TARGETS: Final = """() => {
    const which = `[data-act], [role=tab], [role=menuitem], button, summary, select, input, mark, .ag-row,
        [tabindex='0']`;
    const found = [];
    for (const one of document.querySelectorAll(which)) {
        if (one.matches("[data-act=export], [data-act=choose-files], a[href]") || one.disabled) continue;
        const box = one.getBoundingClientRect();
        const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
        if (box.width < 1 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
        const top = document.elementFromPoint(x, y);
        if (!top || top.closest("a[href]") || !(one.contains(top) || top.contains(one))) continue;
        const { act = one.getAttribute("role"), arg = "" } = one.dataset;
        found.push([x, y, `${one.tagName} ${act} ${arg}`]);
    }
    return found;
}"""
FOCUS: Final = """(at) => {
    const all = [...document.querySelectorAll("input:not([type=checkbox]):not([type=file]), textarea")];
    const seen = all.filter((one) => one.checkVisibility());
    seen[at % seen.length]?.focus();
}"""
CHART: Final = """() => {
    const { left, top, right, bottom } = document.getElementById("chart").getBoundingClientRect();
    return [left, Math.max(top, 0), right, Math.min(bottom, innerHeight)];
}"""
DROP: Final = """([name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name, { type: "text/plain" }));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
}"""
PATIENCE: Final = 4
REST: Final = 20
"""Actions after which the monkey waits until all is answered."""


@dataclass
class Monkey:
    """
    Acts on a page; `done` says what it did last.

    `faults` is what the server's log has said meanwhile.
    """

    page: Page
    shop: Shop
    chance: random.Random
    faults: list[str]
    done: list[str] = field(default_factory=list)

    def go(self, count: int) -> None:
        """So many actions; AssertionError with the last ones as soon as anybody complains."""
        ways: dict[Callable[[], str], float] = {
            self.click: 40,
            self.key: 20,
            self.write: 10,
            self.wheel: 8,
            self.drag: 7,
            self.step_back: 5,
            self.drop: 2,
            self.resize: 2,
            self.undo: 4,
            self.leave: 0.5,
        }
        for number in range(count):
            way = self.chance.choices(list(ways), list(ways.values()))[0]
            self.done.append(f"{number}: {way.__name__} {way()}")
            if number % REST == REST - 1:
                self.rest()
            self.check()
        self.rest()
        self.check()

    def check(self) -> None:
        """Nobody has complained: neither the server's log nor the browser."""
        assert (self.faults, self.shop.complaints) == ([], []), "\n".join(self.done[-40:])

    def rest(self) -> None:
        """Wait until all is answered and drawn, and nothing is being read."""
        self.settle()
        self.page.evaluate(
            """() => new Promise((done) => {
                const look = () => (window.timelineReading.busy() ? setTimeout(look, 20) : done());
                look();
            })"""
        )
        self.settle()

    def settle(self) -> None:
        """As `settled`, with patience: on a busy machine what was done in between takes a while."""
        for _ in range(PATIENCE):
            try:
                return settled(self.page)
            except Error:
                continue
        raise AssertionError("\n".join(["the page does not come to rest", *self.done[-40:]]))

    # --- what it does -------------------------------------------------------------------------------

    def click(self) -> str:
        """Anything that acts, wherever it is in sight."""
        found: list[list[Any]] = self.page.evaluate(TARGETS)
        if not found:
            self.page.keyboard.press("Escape")
            return "nothing there"
        x, y, what = self.chance.choice(found)
        self.page.mouse.click(x, y, click_count=2 if self.chance.random() < 0.05 else 1)
        return str(what)

    def key(self) -> str:
        """A key, wherever the keyboard is."""
        name = self.chance.choice(KEYS)
        self.page.keyboard.press(name)
        return name

    def write(self) -> str:
        """Something into a field, and often send it."""
        words = self.chance.choice(WRITTEN)
        fields = self.page.locator("input:visible:not([type=checkbox]):not([type=file]), textarea:visible")
        count = fields.count()
        if not count:
            return "no field"
        self.page.evaluate(FOCUS, self.chance.randrange(count))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)
        if self.chance.random() < 0.6:
            self.page.keyboard.press("Enter")
        return repr(words[:40])

    def wheel(self) -> str:
        """Over the drawing, or over anything else."""
        x, y = self.place()
        self.page.mouse.move(x, y)
        turn = self.chance.choice((-400, -120, 120, 400))
        self.page.mouse.wheel(0 if self.chance.random() < 0.8 else turn, turn)
        return f"{turn} at {x}, {y}"

    def drag(self) -> str:
        """From anywhere to anywhere."""
        start, end = self.place(), self.place()
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=3)
        self.page.mouse.up()
        return f"{start} to {end}"

    def place(self) -> tuple[int, int]:
        """A place in the window, often one of the drawing."""
        size = self.page.viewport_size or {"width": 800, "height": 600}
        if self.chance.random() < 0.6:
            box = self.page.evaluate(CHART)
            if box[2] - box[0] > 2 and box[3] - box[1] > 2:
                return self.chance.randrange(int(box[0]), int(box[2])), self.chance.randrange(int(box[1]), int(box[3]))
        return self.chance.randrange(size["width"]), self.chance.randrange(size["height"])

    def step_back(self) -> str:
        """Back or forward in the browser, but not out of the page."""
        way = self.chance.choice((-1, -1, 1))
        self.page.evaluate("(way) => history.go(way)", way)
        self.page.wait_for_timeout(20)
        if not self.page.url.startswith(self.shop.address):
            self.page.goto(self.shop.address)
            self.rest()
        return str(way)

    def drop(self) -> str:
        """A file."""
        name, text = f"{self.chance.randrange(9)}.txt", self.chance.choice(ARTICLES)
        self.page.evaluate(DROP, [name, text])
        return f"{name}: {text}"

    def resize(self) -> str:
        """Another window."""
        wide, high = self.chance.choice(SIZES)
        self.page.set_viewport_size({"width": wide, "height": high})
        return f"{wide} x {high}"

    def undo(self) -> str:
        """Back and forth in what was done."""
        name = self.chance.choice(("u", "u", "U"))
        self.page.keyboard.press("Escape")
        self.page.keyboard.press(name)
        return name

    def leave(self) -> str:
        """Load the page anew in the middle of everything, once nothing is being read."""
        self.rest()
        self.page.reload()
        self.rest()
        return ""
