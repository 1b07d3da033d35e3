"""The language model as it is shipped."""

from __future__ import annotations

import json
import re

import pytest

from timeline import _files
from timeline.grammar import pipeline

MODEL = _files.data("model")


def test_it_has_its_own_licence_and_names_its_sources() -> None:
    """The model's licence is apart from the program's, and the treebanks and their makers are named."""
    licence = (MODEL / "LICENSE").read_text(encoding="utf-8")
    sources = (MODEL / "ATTRIBUTION").read_text(encoding="utf-8")

    assert licence.startswith("Attribution-ShareAlike 4.0 International")
    for name in ("UD English-GUM", "Zeldes", "UD English-EWT", "Silveira", "CC BY-SA 4.0"):
        assert name in sources
    assert json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))["license"] == "CC BY-SA 4.0"


def test_it_is_small() -> None:
    """Nothing is shipped that is not needed to run it."""
    size = sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file())

    assert size < 8_000_000


def test_it_names_no_place_where_it_was_made() -> None:
    """The configuration holds no path."""
    config = (MODEL / "config.cfg").read_text(encoding="utf-8")

    assert set(re.findall(r"^(?:train|dev|vectors|init_tok2vec) = (.*)$", config, re.MULTILINE)) >= {"null"}
    assert not re.search(r"\"/|[A-Z]:\\\\", config)


def test_it_has_no_more_parts_than_the_grammar_uses() -> None:
    """Tags, parts of speech, trees and lemmas, from one reading of the words."""
    assert pipeline.load().pipe_names == ["tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer"]


@pytest.mark.parametrize("word", ["re-election", "anti-aircraft", "co-founder", "e-mail"])
def test_prefixes_stay_on_their_words(word: str) -> None:
    """Words are divided at hyphens as the treebanks divide them: a prefix is no word."""
    assert [token.text for token in pipeline.load().make_doc(f"the {word}, they said")][1] == word
