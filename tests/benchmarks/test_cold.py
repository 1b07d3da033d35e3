"""What a browser that has never seen the page spends before it can be used; `make bench` prints it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

import timeline
from tests.browser.conftest import opened
from tests.chromium import FLAGS, chromium
from timeline._files import data
from timeline.app.server import make_server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.benchmark

MOST_SECONDS, MOST_BYTES = 2.0, 2_000_000
ROUNDS = 3


def spent(browser: Browser, address: str) -> tuple[float, int]:
    """Seconds of CPU of the page's main thread until it comes to rest, and the bytes that came over the wire."""
    context = browser.new_context(viewport={"width": 1290, "height": 924})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    loaded: list[int] = []
    session.on("Network.loadingFinished", lambda told: loaded.append(told["encodedDataLength"]))
    opened(page, address)
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    context.close()
    return metrics["TaskDuration"], sum(loaded)


def test_a_cold_browser_is_soon_ready() -> None:
    """The sample, from an empty cache to a page at rest; the best of three."""
    chronicle = timeline.extract(timeline.read(data("articles", "european-force.txt")))
    server, port = make_server(chronicle, port=0)
    threading.Thread(target=server.run, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        rounds = [spent(browser, f"http://127.0.0.1:{port}/") for _ in range(ROUNDS)]
        browser.close()
    server.close()

    seconds, size = min(rounds)
    print(f"\na cold browser: {seconds:.2f} s of CPU, {size / 1e6:.2f} MB")
    assert seconds < MOST_SECONDS
    assert size < MOST_BYTES
