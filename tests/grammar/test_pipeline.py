"""Sentences from articles, by the pipeline that comes with the program."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from timeline.errors import InstallationError
from timeline.grammar import pipeline
from timeline.grammar.syntax import Role, Tense
from timeline.model.article import Article

if TYPE_CHECKING:
    from pathlib import Path

STORY = """Storm hits the coast

LONDON, Aug. 20, 2025 (AP) — A storm hit the coast of Kent on Tuesday.  “It was the worst
storm for years,” said John Smith, the mayor of Dover, who’s
asked for help. He will visit the harbour on Friday before
his re -election in May.

What comes next

- The port was closed on Monday.
"""


def test_every_place_is_in_the_article() -> None:
    """Spans count characters of the text as given, misprints and line breaks included."""
    sentences = pipeline.parse(Article(STORY))

    for sentence in sentences:
        for token in sentence.tokens:
            given = "".join(token.span.of(STORY).split()).translate(str.maketrans("“”’", '""\''))
            assert given == token.text
            assert sentence.span.covers(token.span)
        for clause in sentence.clauses:
            assert sentence.span.covers(clause.span)
    assert [token.span.of(STORY) for sentence in sentences for token in sentence.tokens if "elect" in token.text] == [
        "re -election"
    ]


def test_headings_hold_no_clauses() -> None:
    """Headline, dateline and section titles are kept apart from the sentences."""
    sentences = pipeline.parse(Article(STORY))

    headings = [sentence.span.of(STORY) for sentence in sentences if sentence.heading]
    assert headings == ["Storm hits the coast", "LONDON, Aug. 20, 2025 (AP) —", "What comes next"]
    assert not any(sentence.clauses for sentence in sentences if sentence.heading)
    assert [sentence.paragraph for sentence in sentences if sentence.heading] == [0, 1, 2]


def test_sentences_and_their_clauses() -> None:
    """Who did what when, in a short story."""
    sentences = [sentence for sentence in pipeline.parse(Article(STORY)) if not sentence.heading]

    assert len(sentences) == 4
    storm = sentences[0].clauses[0]
    tokens = sentences[0].tokens
    assert (tokens[storm.predicate].lemma, tokens[storm.subject or 0].text, storm.tense) == ("hit", "storm", Tense.PAST)
    quote = sentences[1].clauses
    assert [clause.role for clause in quote[:2]] == [Role.MAIN, Role.PARENTHETICAL]
    assert [clause.quoted for clause in quote[:2]] == [True, False]
    assert sentences[2].clauses[0].tense is Tense.FUTURE
    assert sentences[3].clauses[0].passive


def test_nothing_but_headings_and_white_space() -> None:
    """An article without a sentence gives none."""
    assert pipeline.parse(Article("")) == []
    assert pipeline.parse(Article(" \n\n\t")) == []


def test_one_line_of_many_characters() -> None:
    """A paragraph of any length is read in pieces, and every sentence stands where it is."""
    told: list[tuple[int, int]] = []
    text = "The king met the queen on Monday. She left him in May. " * 300

    sentences = pipeline.parse(Article(text), progress=lambda done, whole: told.append((done, whole)))

    assert len(sentences) == 600
    assert {sentence.paragraph for sentence in sentences} == {0}
    assert all(sentence.span.of(text).endswith(".") for sentence in sentences)
    assert told[-1] == (len(text.rstrip()), len(text))


def test_one_word_of_many_characters() -> None:
    """A word without end is no reason to fail."""
    assert pipeline.parse(Article("a" * 50_000))


def test_the_same_text_gives_the_same_sentences() -> None:
    """Nothing is left of one article when the next is read."""
    first = pipeline.parse(Article(STORY))
    pipeline.parse(Article("Something else happened. " * 50))

    assert pipeline.parse(Article(STORY)) == first


def test_a_model_that_is_not_there() -> None:
    """A model that cannot be loaded is named, with what to do."""
    with pytest.raises(InstallationError, match=r"no_such_model .*--model"):
        pipeline.parse(Article("He left."), "no_such_model")


def test_a_damaged_model(tmp_path: Path) -> None:
    """A folder that holds no model is named in one sentence."""
    (tmp_path / "config.cfg").write_text("[nlp\n", encoding="utf-8")

    with pytest.raises(InstallationError, match="cannot be loaded") as fault:
        pipeline.parse(Article("He left."), tmp_path)

    assert "\n" not in str(fault.value)


def test_a_model_without_a_parser(tmp_path: Path) -> None:
    """A pipeline that cannot parse is refused."""
    spacy = pytest.importorskip("spacy")
    spacy.blank("en").to_disk(tmp_path / "blank")

    with pytest.raises(InstallationError, match="no tagger and no parser"):
        pipeline.parse(Article("He left."), tmp_path / "blank")


def test_spacy_is_imported_late() -> None:
    """Importing the room does not import spaCy: a saved timeline opens at once."""
    code = "import sys, timeline.grammar.pipeline; sys.exit('spacy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
