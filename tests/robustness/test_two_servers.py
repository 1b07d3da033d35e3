"""Two processes serve one library: nothing depends on which of them answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.robustness.servers import Process, sample_library, serving
from tests.robustness.visitor import Visitor
from tests.workspace.cases import court, ferry
from timeline.formats import json as saved
from timeline.workspace.opening import open_library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Process, Process]]:
    """A library, and two servers over it."""
    folder = tmp_path_factory.mktemp("two")
    library = sample_library(folder / "case.timeline")
    with (
        serving(folder, "--library", "case.timeline", "--port", "0", "--by", "one") as one,
        serving(folder, "--library", "case.timeline", "--port", "0", "--by", "other") as other,
    ):
        yield library, one, other


class Shared(Visitor):
    """A visitor whom a proxy sends to the one and to the other server in turn."""

    def __init__(self, *ports: int) -> None:
        super().__init__(ports[0])
        self._ports = list(ports)

    def act(self, verb: str, arg: object = None, **more: object) -> dict[str, Any]:
        """The next action is answered by the next server."""
        self._ports.append(self._ports.pop(0))
        self.elsewhere(self._ports[0])
        return super().act(verb, arg, **more)


def titles(library: Path) -> set[str]:
    """What stands in the file."""
    with open_library(library, write=False) as found:
        return {event.title for event in found.timeline.events}


def articles(library: Path) -> int:
    """How many stand in the file."""
    with open_library(library, write=False) as found:
        return len(found.articles)


def test_edits_undo_and_reading_go_on_whoever_answers(two: tuple[Path, Process, Process]) -> None:
    """Each edit is seen by the next answer, taken back by the one after it, and done again by the other server."""
    library, one, other = two
    user = Shared(one.port, other.port)
    user.open()
    assert user.view is not None
    chosen = str(user.view["selected"])
    before = titles(library)
    for number in range(3):
        shown = user.act(f"title:{chosen}", f"Told anew {number}")
        assert f"Told anew {number}" in str(shown["detail"])
    for number in (1, 0):
        assert f"Told anew {number}" in str(user.act("undo")["detail"])
        assert f"Told anew {number}" in titles(library)
    user.act("undo")
    assert titles(library) == before
    user.act("redo")
    assert "Told anew 0" in titles(library)
    user.act("undo")
    user.close()


def test_what_one_has_changed_the_other_refuses_to_overwrite(two: tuple[Path, Process, Process]) -> None:
    """Whoever saw the older words is told of the newer ones, on the other server, too."""
    library, one, other = two
    ann, ben = Visitor(one.port), Visitor(other.port)
    ann.open()
    ben.open()
    assert ann.view is not None
    chosen = str(ann.view["selected"])
    ann.act(f"title:{chosen}", "Ann's words")
    ben.act(f"title:{chosen}", "Ben's words")
    assert "changed meanwhile" in ben.notice
    assert "Ann's words" in titles(library)
    assert ben.version() == ann.version()
    ben.act("undo")
    for user in (ann, ben):
        user.close()


def test_articles_that_are_read_by_both_are_one_step_back(two: tuple[Path, Process, Process]) -> None:
    """The number of the step comes from the file, and the page takes it along."""
    library, one, other = two
    user = Visitor(one.port)
    user.open()
    step = ""
    for port, made in ((one.port, ferry()), (other.port, court())):
        user.elsewhere(port)
        told = user.ask(f"read?name=saved.json&step={step}", saved.write(made).encode())[2].splitlines()
        step = json.loads(told[-1])["done"]["step"]
    assert articles(library) == 3
    user.act("undo")
    assert articles(library) == 1
    user.close()
