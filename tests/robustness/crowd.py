"""Many people at one timeline at once: each looks about, zooms, searches, and corrects an event of their own."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any

from tests.robustness.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WORDS = ("plan", "Trump", "the", "of", "visit", "nobody wrote this")


@dataclass
class Person:
    """
    Somebody at the page; `titles` are the words they gave their event, each as soon as its answer said so.

    `pause`: the seconds they look at the page between two actions, at least and at most.
    """

    name: str
    visitor: Visitor
    random: Random
    pause: tuple[float, float] = (0.0, 0.0)
    titles: list[str] = field(default_factory=list)
    fault: BaseException | None = None
    event: str = ""

    def come(self) -> None:
        """Open the page, and write down an event of one's own."""
        self.visitor.open()
        title = f"{self.name} was here"
        self._edited(title, self.visitor.act("add", {"title": title, "date": "3 March 2025"}))
        assert self.visitor.view is not None
        self.event = str(self.visitor.view["selected"])

    def look_in(self) -> None:
        """As the page does by itself: where somebody has changed something, it is drawn anew."""
        view = self.visitor.view
        assert view is not None
        if self.visitor.version() > view["version"]:
            self.visitor.act("refresh")

    def do_something(self) -> None:
        """One action, as people take them: most look, one in eight corrects."""
        time.sleep(self.random.uniform(*self.pause))
        self.look_in()
        ways: Sequence[tuple[int, Callable[[], Any]]] = (
            (35, lambda: self.visitor.act("step", self.random.choice(("1", "-1")))),
            (12, lambda: self.visitor.act("lane-step", "1")),
            (22, self._zoom),
            (6, lambda: self.visitor.act("find", self.random.choice(_WORDS))),
            (4, lambda: self.visitor.act("find", "")),
            (4, lambda: self.visitor.act("lanes", self.random.choice(("actor", "status")))),
            (5, lambda: self.visitor.act("tab", self.random.choice(("article", "events", "order")))),
            (12, self._correct),
        )
        way = self.random.choices([one for _, one in ways], [often for often, _ in ways])[0]
        way()

    def _zoom(self) -> None:
        """Turn the wheel: a window that the page cannot draw by itself, and then another."""
        middle = self.random.uniform(739_200.0, 739_500.0)
        for wide in (200.0, 50.0):
            self.visitor.window([middle - wide, middle + wide])

    def _correct(self) -> None:
        """Search for nothing, select one's own event, open its form, and give it other words."""
        title = f"{self.name} says it anew, {len(self.titles)}"
        self.visitor.act("find", "")
        self.visitor.act("select", self.event)
        self.visitor.act("edit", "title")
        self._edited(title, self.visitor.act(f"title:{self.event}", title))

    def _edited(self, title: str, answer: dict[str, Any]) -> None:
        assert title in str(answer), (self.visitor.notice, title)
        self.titles.append(title)


def crowd(ports: Sequence[int], names: Sequence[str], pause: tuple[float, float] = (0.0, 0.0)) -> list[Person]:
    """People with these names, shared out among servers."""
    return [
        Person(name, Visitor(ports[number % len(ports)]), Random(number), pause)  # noqa: S311 - the same each time
        for number, name in enumerate(names)
    ]


def at_once(people: Sequence[Person], goes_on: Callable[[Person, int], bool]) -> None:
    """Let them all come and act, each for as long as *goes_on* says; raises what went wrong for the first of them."""

    def live(person: Person) -> None:
        try:
            person.come()
            number = 0
            while goes_on(person, number):
                person.do_something()
                number += 1
        except BaseException as fault:  # noqa: BLE001 - told below
            person.fault = fault
        finally:
            person.visitor.close()

    threads = [threading.Thread(target=live, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for person in people:
        if person.fault is not None:
            raise AssertionError(f"{person.name}: {person.fault!r}") from person.fault
