"""The command line: a skin over the workspace."""

from __future__ import annotations

from timeline.cli.main import main

__all__ = ["main"]
