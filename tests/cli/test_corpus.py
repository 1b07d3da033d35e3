"""Articles of other kinds, one spoilt as machine translation spoils: what holds for any timeline holds for theirs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from timeline._files import data

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome

CORPUS = sorted((Path(__file__).parents[1] / "articles_corpus").glob("*.txt"))
SCHEMA = Draft202012Validator(json.loads(data("schema", "timeline.schema.json").read_text("utf-8")))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_an_article_becomes_a_timeline_that_holds_together(run: Callable[..., Outcome], path: Path) -> None:
    """Events that quote the article, with bounds that are not empty and reasons for each; and a picture of them."""
    outcome = run("export", str(path), "-o", "out.json", "-o", "out.svg", "-o", "out.csv", "--events", "all")
    assert outcome.code == 0
    saved = json.loads(Path("out.json").read_text("utf-8"))
    SCHEMA.validate(saved)
    [article] = saved["articles"]

    assert len(saved["events"]) >= 8
    for event in saved["events"]:
        start, end = event["span"]
        assert event["quote"] == article["text"][start:end]
        assert start <= event["head"][0] < event["head"][1] <= end
        assert event["title"].strip()
        days = [day for side in event["bounds"].values() for day in side.values()]
        if any(day is not None for day in days):
            assert event["reasons"], event["title"]
        assert event["when"]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_without_what_is_usual_nothing_is_narrower(run: Callable[..., Outcome], path: Path) -> None:
    """What is stated alone never says more than together with what is usual."""
    run("export", str(path), "-o", "all.json", "--events", "all")
    run("export", str(path), "-o", "stated.json", "--events", "all", "--only-stated")
    usual, stated = (json.loads(Path(name).read_text("utf-8"))["events"] for name in ("all.json", "stated.json"))

    for one, other in zip(usual, stated, strict=True):
        for side in ("begin", "end"):
            for which in ("earliest", "latest"):
                if other["bounds"][side][which] is not None:
                    assert one["bounds"][side][which] is not None, one["title"]
