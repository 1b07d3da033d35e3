"""One Chromium and one table for the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.benchmarks.drawing.table import Table
from tests.benchmarks.drawing.world import World
from tests.chromium import FLAGS, chromium
from tools.peers import fetched

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    """Printed when everything has been measured."""
    made = Table()
    yield made
    print(f"\n\n{made}\n\n{request.session.testsfailed} measurements missed or failed")


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The browser, the peers, and a folder that is thrown away."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield World(browser, fetched(), tmp_path_factory.mktemp("drawing"))
        browser.close()
