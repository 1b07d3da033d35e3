"""What a cold browser loads before the page can be used, and what comes only when it is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from plotly.offline import get_plotlyjs_version

from tests.browser.conftest import opened
from tests.browser.table import seen
from timeline._files import asset

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Site

MOST_BYTES = 1_300_000
"""1.1 MB when this was written; 2 MB is what the page is held to."""


def test_a_cold_browser_loads_little_and_keeps_it(browser: Browser, site: Site) -> None:
    """All scripts, styles and fonts of a first sight; the table's program comes with its tab, and once."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    loaded: list[int] = []
    answers: dict[str, dict[str, Any]] = {}
    session.on("Network.loadingFinished", lambda told: loaded.append(told["encodedDataLength"]))
    session.on(
        "Network.responseReceived", lambda told: answers.update({told["response"]["url"]: told["response"]["headers"]})
    )
    opened(page, site.address)

    assert sum(loaded) < MOST_BYTES
    assert not [url for url in answers if "ag_grid" in url or "plotly.min.js" in url]
    named = {url: told for url, told in answers.items() if re.search(r"\?m=|\.v\d+_\d+_\d+m\d+\.", url)}
    assert len(named) > 20
    assert all("max-age=31536000" in told["Cache-Control"] for told in named.values())
    assert all(
        told.get("Content-Encoding") or int(told["Content-Length"]) < 500
        for url, told in answers.items()
        if url.split("?")[0].endswith((".js", ".css"))
    )
    seen(page)
    assert len([url for url in answers if "dash_ag_grid." in url]) == 1
    context.close()


def test_the_basic_bundle_is_of_plotlys_own_version() -> None:
    """Figures are written by plotly and drawn by the bundle in assets/vendor: both must be of one version."""
    head = asset("vendor", "plotly-basic.min.js").read_text("utf-8")[:200]
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}\n" in head
