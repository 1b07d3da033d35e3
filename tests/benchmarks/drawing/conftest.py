"""One Chromium and one table for the whole run."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.benchmarks.drawing.table import Table
from tests.benchmarks.drawing.world import World
from tools.peers import fetched

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    """Printed when everything has been measured."""
    made = Table()
    yield made
    print(f"\n\n{made}\n\n{request.session.testsfailed} measurements missed or failed")


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The browser, the peers, and a folder that is thrown away."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("the benchmark of the drawing needs Chromium: `make bench-drawing` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield World(browser, fetched(), tmp_path_factory.mktemp("drawing"))
        browser.close()
