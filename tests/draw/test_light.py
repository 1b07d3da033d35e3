"""A saved timeline is drawn without any of the heavy libraries."""

from __future__ import annotations

import subprocess
import sys


def test_drawing_imports_no_heavy_library() -> None:
    """SVG and PNG need neither Plotly nor Dash nor spaCy, and no font library."""
    code = (
        "import sys; from tests.scene import examples; from timeline.scene.scene import lay_out; "
        "from timeline.draw.svg import render; from timeline.draw.image import png; "
        "assert png(render(lay_out(examples.force()), fonts=True), 1); "
        "print([name for name in ('plotly', 'dash', 'spacy', 'fontTools', 'fpdf', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
