"""
Time expressions on annotated text: TimeBank, AQUAINT and WikiWars, with the TempEval-3 measure.

The rules were written with one half of the documents in view (even places in their order); the other half checks them.
The floors only rise. The texts are not part of the project: without them the test is skipped.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.errors import DateError
from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find
from timeline.phrases.reading import timex

pytestmark = [
    pytest.mark.quality,
    # The benchmark's own reader leaves closing its files to the interpreter.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("TIMELINE_SHARED", HERE.parent.parent.parent / "shared"))
BENCH = SHARED / "bench" / "timex"
FLOORS: dict[str, list[float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["timex"]


def _bench(name: str) -> Any:
    """A module of the benchmark, by path: it lies outside the project."""
    spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
    if spec is None or spec.loader is None:
        pytest.skip(f"no annotated time expressions: {BENCH} is not there (TIMELINE_SHARED names its folder)")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _tag(text: str, published: str | None) -> list[dict[str, Any]]:
    try:
        article = Article(text, published=(published or "")[:10] or None)
    except DateError:
        article = Article(text)
    found = timex(direct(find(text), [], article))
    return [
        {"start": each.span.start, "end": each.span.end, "type": each.type, "value": each.value, "mod": each.mod}
        for each in found
    ]


@pytest.mark.parametrize("corpus", ["timebank", "aquaint", "wikiwars"])
@pytest.mark.parametrize("half", [0, 1], ids=["developed on", "checked on"])
def test_time_expressions(corpus: str, half: int, tmp_path: Path) -> None:
    """Value, relaxed and strict F1 without a parse are as good as they were measured to be."""
    if not BENCH.exists():
        pytest.skip(f"no annotated time expressions: {BENCH} is not there (TIMELINE_SHARED names its folder)")
    files, score = _bench("tml_io"), _bench("score")
    names = sorted(path.name for path in (BENCH / corpus).glob("*.tml"))[half::2]
    for name in names:
        gold = files.parse(str(BENCH / corpus / name))
        files.write(str(tmp_path / name), gold["docid"], gold["dct"], gold["text"], _tag(gold["text"], gold["dct"]))

    found = score.evaluate(str(BENCH / corpus), str(tmp_path), only=set(names))

    measured = [found["value_f1"], found["relaxed"][2], found["strict"][2]]
    floors = FLOORS[f"{corpus}_{['develop', 'check'][half]}"]
    sys.stdout.write(f"\n{corpus} {half}: value {measured[0]}, relaxed {measured[1]}, strict {measured[2]}\n")
    assert all(value >= floor for value, floor in zip(measured, floors, strict=True)), (measured, floors)
