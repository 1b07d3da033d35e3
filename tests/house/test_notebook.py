"""The example notebook runs from top to bottom, and shows what it promises."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

PLACE = Path(__file__).resolve().parent.parent.parent / "docs" / "notebook.ipynb"


@pytest.mark.filterwarnings("ignore")  # those of the kernel's own libraries
def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a kernel of its own; it is kept without what it printed."""
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("JUPYTER_PATH", str(Path(sys.prefix) / "share" / "jupyter"))
    notebook: Any = nbformat.reads(PLACE.read_text("utf-8"), 4)  # type: ignore[no-untyped-call]  # has half its types
    assert not any(cell.get("outputs") for cell in notebook.cells)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    bundles = [output["data"] for output in shown if "data" in output]
    assert any("application/vnd.plotly.v1+json" in one and "image/svg+xml" in one for one in bundles)
    assert any("text/html" in one and "event_title" in one["text/html"] for one in bundles)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ferry.json", "ferry.svg"]
