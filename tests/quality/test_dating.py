"""
Event dating and order on annotated text: the event-time corpus, SemEval-2015 task 4 and TimeSET.

The rules were written with one half of the documents in view (even places in their order); the other half checks them.
Floors only rise and ceilings only fall. The texts are not part of the project: without them the test is skipped.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from timeline.events.landmarks import Landmarks
from timeline.model.article import Article
from timeline.pipeline import date_spans, order_spans, read_timeline

pytestmark = [
    pytest.mark.quality,
    # The benchmark's own reader leaves closing its files to the interpreter.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("TIMELINE_SHARED", HERE.parent.parent.parent / "shared"))
BENCH = SHARED / "bench"
FLOORS: dict[str, list[float]] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["dating"]
HALVES = ["develop", "check"]


def _folder(name: str) -> Path:
    folder = BENCH / name
    if not folder.exists():
        pytest.skip(f"no annotated dates: {folder} is not there (TIMELINE_SHARED names the folder of bench)")
    return folder


@cache
def _scorer() -> Any:
    """The event-time measure, by path: it lies outside the project."""
    spec = importlib.util.spec_from_file_location("eventtime_score", BENCH / "eventtime" / "score.py")
    if spec is None or spec.loader is None:
        pytest.skip(f"no scorer of dates: {BENCH / 'eventtime'} is not there")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _documents(folder: Path, half: int) -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))[half::2]]


def _spans(document: dict[str, Any]) -> list[tuple[int, int]]:
    return [(event["start"], event["end"]) for event in document["events"]]


def _predict(document: dict[str, Any], *, only_stated: bool) -> dict[tuple[str, str], dict[str, Any]]:
    """The four bounds as days and the kind of every event, as the measure reads them."""
    article = Article(document["text"], published=document["dct"])
    answers = date_spans(article, _spans(document), only_stated=only_stated)
    found = {}
    for event, answer in zip(document["events"], answers, strict=True):
        bounds = answer.bounds.as_dict()
        begin, end = bounds["begin"], bounds["end"]
        values = (begin["earliest"], begin["latest"], end["earliest"], end["latest"])
        names = ("begin_after", "begin_before", "end_after", "end_before")
        days = {name: value and value[:10] for name, value in zip(names, values, strict=True)}
        found[document["doc"], event["eid"]] = {**days, "kind": answer.kind}
    return found


@pytest.mark.parametrize("way", ["usual", "stated"])
@pytest.mark.parametrize("half", [0, 1], ids=["developed on", "checked on"])
@pytest.mark.parametrize("corpus", ["eventtime", "semeval"])
def test_dates(corpus: str, half: int, way: str) -> None:
    """Exact, sound and graded are as high as they were measured to be, and contradictions as few."""
    folder = _folder(f"{corpus}/dev")
    documents = [document for document in _documents(folder, half) if document["events"]]
    names = {document["doc"] for document in documents}
    gold = {key: value for key, value in _scorer().load_gold(str(folder)).items() if key[0] in names}
    predicted: dict[tuple[str, str], dict[str, Any]] = {}
    for document in documents:
        predicted |= _predict(document, only_stated=way == "stated")

    found = _scorer().score(gold, predicted)

    exact, sound = found["tacl"]["exact"], found["bounds"]["sound"]
    graded, contradict = found["graded"]["graded"], found["bounds"]["contradict"]
    name = f"{corpus}_{way}_{HALVES[half]}"
    sys.stdout.write(f"\n{name}: exact {exact}, sound {sound}, graded {graded}, contradict {contradict}\n")
    *floors, ceiling = FLOORS[name]
    assert all(value >= floor for value, floor in zip((exact, sound, graded), floors, strict=True)), found
    assert contradict <= ceiling, found


@pytest.mark.parametrize("half", [0, 1], ids=["developed on", "checked on"])
def test_order(half: int, tmp_path: Path) -> None:
    """The order of salient events: F1 as high as it was measured to be, and reversed pairs as few."""
    folder = _folder("timeset/dev")
    paths = sorted(folder.glob("*.json"))[half::2]
    gold, answers = tmp_path / "gold", tmp_path / "answers.jsonl"
    gold.mkdir()
    lines = []
    for path in paths:
        (gold / path.name).write_text(path.read_text("utf-8"), encoding="utf-8")
        document = json.loads(path.read_text("utf-8"))
        article = Article(document["text"], published=document["dct"])
        names = [event["eid"] for event in document["events"]]
        pairs = order_spans(article, _spans(document))
        dates = {}
        for name, answer in zip(names, date_spans(article, _spans(document)), strict=True):
            window = answer.bounds.as_dict()
            first, last = window["begin"]["earliest"], window["end"]["latest"]
            dates[name] = [first and first[:10], last and last[:10]]
        order = [[names[one], names[other]] for one, other in pairs]
        lines.append(json.dumps({"doc": document["doc"], "order": order, "dates": dates}))
    answers.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(BENCH / "timeset" / "score.py"), str(gold), str(answers), "--json"]

    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    f1, backwards = found["order"]["f1"], found["order"]["reversed"]
    exact, contradict = found["dates"].get("exact", 0.0), found["dates"].get("contradict", 0.0)
    name = f"timeset_{HALVES[half]}"
    sys.stdout.write(f"\n{name}: F1 {f1}, reversed {backwards}, dates exact {exact}, contradict {contradict}\n")
    least_f1, most_reversed, least_exact, most_contradict = FLOORS[name]
    assert f1 >= least_f1
    assert exact >= least_exact
    assert backwards <= most_reversed
    assert contradict <= most_contradict


def test_publication_day_hidden() -> None:
    """Where the publication day is not given, what the text says of it is true of the day it has."""
    contained, wrong = 0, []
    for corpus in ("eventtime", "semeval", "timeset"):
        for half in (0, 1):
            for document in _documents(_folder(f"{corpus}/dev"), half):
                found = read_timeline(Article(document["text"]), Landmarks()).articles[0].published.as_dict()
                first, last = found["earliest"] or "", found["latest"] or "9999"
                if first[:10] <= document["dct"] <= last[:10]:
                    contained += 1
                else:
                    wrong.append((document["doc"], document["dct"], first, last))
    share = 100 * contained / (contained + len(wrong))
    sys.stdout.write(f"\npublication day hidden: contained in {share:.1f}\n")

    assert share >= FLOORS["publication_hidden"][0], wrong
