"""
The English pipeline and the clauses made of its trees, on edited news it has not seen (Parallel UD, the news half).

Raw text goes in. The floors only rise. The texts are not part of the project: without them the test is skipped.
"""

from __future__ import annotations

import os
import tomllib
from array import array
from pathlib import Path
from typing import Any

import pytest

from timeline.grammar import pipeline
from timeline.grammar.adapter import sentences
from timeline.grammar.normalise import Normal
from timeline.grammar.syntax import Role
from timeline.model.article import Article

pytestmark = pytest.mark.quality

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("TIMELINE_SHARED", HERE.parent.parent.parent / "shared"))
NEWS = SHARED / "nlp" / "pud_news.spacy"
FLOORS: dict[str, float] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["grammar"]
MEASURES = {
    "upos": "pos_acc",
    "xpos": "tag_acc",
    "lemma": "lemma_acc",
    "uas": "dep_uas",
    "las": "dep_las",
    "model_sentence_f": "sents_f",
}


@pytest.fixture(scope="module")
def gold() -> list[Any]:
    """The annotated texts."""
    if not NEWS.exists():
        pytest.skip(f"no annotated news: {NEWS} is not there (TIMELINE_SHARED names its folder)")
    from spacy.tokens import DocBin

    return list(DocBin().from_disk(NEWS).get_docs(pipeline.load().vocab))


def test_words_and_trees(gold: list[Any]) -> None:
    """Tags, lemmas and trees are as good as they were measured to be."""
    from spacy.training import Example

    nlp = pipeline.load()

    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in gold])

    _hold({name: 100 * scores[key] for name, key in MEASURES.items()})


def test_sentences(gold: list[Any]) -> None:
    """Sentences begin and end where they should."""
    right = found = true = 0
    for doc in gold:
        expected = {(sentence.start_char, sentence.end_char) for sentence in doc.sents}
        actual = {tuple(sentence.span) for sentence in pipeline.parse(Article(doc.text))}
        right, found, true = right + len(expected & actual), found + len(actual), true + len(expected)

    _hold({"sentence_f": 200 * right / (found + true)})


def test_clauses(gold: list[Any]) -> None:
    """A clause is right where predicate, subject, objects and verb group are those of the annotated tree."""
    nlp = pipeline.load()
    right = {"main_clauses": 0, "clauses": 0}
    all_ = dict.fromkeys(right, 0)
    for doc in gold:
        actual = _skeletons(nlp(doc.text))
        for place, (main, skeleton) in _skeletons(doc).items():
            for name in ("clauses", "main_clauses") if main else ("clauses",):
                all_[name] += 1
                right[name] += actual.get(place, (False, None))[1] == skeleton

    _hold({name: 100 * right[name] / all_[name] for name in right})


def _skeletons(doc: Any) -> dict[Any, tuple[bool, Any]]:
    """By the place of its predicate: whether a clause is a main one, and who did what, in which verb group."""
    normal = Normal(doc.text, array("q", range(len(doc.text))))
    found = {}
    for sentence in sentences(doc, normal, "ud", heading=False, paragraph=0):
        place = [token.span for token in sentence.tokens]
        for clause in sentence.clauses:
            subject = None if clause.subject is None else place[clause.subject]
            verbs = (clause.tense, clause.perfect, clause.progressive, clause.passive, clause.modal)
            main = clause.role in (Role.MAIN, Role.COORDINATE)
            objects = sorted(place[index] for index in clause.objects)
            found[place[clause.predicate]] = (main, (subject, objects, verbs))
    return found


def _hold(measured: dict[str, float]) -> None:
    for name, value in measured.items():
        print(f"{name:16} {value:5.1f}  (floor {FLOORS[name]})")
    low = {name: round(value, 2) for name, value in measured.items() if value < FLOORS[name]}
    assert low == {}
