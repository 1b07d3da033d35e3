"""The Chromium that tests and benchmarks drive: where it is, and how it is started."""

from __future__ import annotations

import shutil

import pytest

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium() -> str:
    """Chromium's path, wherever this machine has it; without one the test fails with what to do."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("this needs Chromium: `make chromium` installs it, or put chromium on the PATH")
    return found
