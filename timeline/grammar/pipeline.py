"""From an article to its sentences: spaCy, loaded late and once, a batch of paragraphs at a time."""

from __future__ import annotations

import re
import threading
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline import _files
from timeline.articles import layout
from timeline.articles.dateline import dateline
from timeline.errors import InstallationError
from timeline.grammar.adapter import scheme, sentences
from timeline.grammar.language import language_problem
from timeline.grammar.normalise import normalise
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from timeline.grammar.syntax import Sentence
    from timeline.model.article import Article

_BATCH = 20_000  # characters; the memory of a batch's words is given back after it
_LONGEST = 4000  # characters; a longer paragraph is cut, so that no sentence and no batch grows without end
_SENTENCE_LIKE = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])")
_BEFORE_WORD = re.compile(r"\s+(?=\S)")

__all__ = ["language_problem", "load", "parse"]

# spaCy's vocabulary is one for all: two threads in it at once corrupt it
_lock = threading.Lock()


class _Stretch(NamedTuple):
    span: Span
    paragraph: int
    heading: bool


def parse(
    article: Article,
    model: str | Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> list[Sentence]:
    """
    The sentences of an article, headings among them, in order.

    Time and memory grow linearly with the text.

    Args:
        article: what to parse.
        model: a spaCy pipeline by name or path; None for the one that comes with the program.
        progress: is told after each batch how many of the article's characters are done, and how many there are.

    Raises:
        InstallationError: the model is missing or cannot be used.
    """
    stretches = list(_stretches(article.text))
    if not stretches:
        return []
    found: list[Sentence] = []
    nlp = load(model)
    labels = scheme(nlp.get_pipe("parser").labels)
    for batch in _batches(stretches):
        normals = [normalise(article.text, stretch.span) for stretch in batch]
        with _lock, nlp.memory_zone():
            docs = nlp.pipe([normal.text for normal in normals])
            for stretch, normal, doc in zip(batch, normals, docs, strict=True):
                found += sentences(doc, normal, labels, heading=stretch.heading, paragraph=stretch.paragraph)
        if progress is not None:
            progress(batch[-1].span.end, len(article.text))
    return found


def load(model: str | Path | None = None) -> Any:  # noqa: ANN401 - a spaCy Language, which has no types
    """
    The pipeline, loaded once per process.

    Raises:
        InstallationError: there is no such pipeline, or it has no parser.
    """
    with _lock:
        return _load(str(_files.data("model") if model is None else model))


@lru_cache(maxsize=4)
def _load(model: str) -> Any:  # noqa: ANN401 - see above
    spacy = import_module("spacy")
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, KeyError) as fault:
        said = [line.strip() for line in str(fault).splitlines() if line.strip()] or [type(fault).__name__]
        reason = said[0].removeprefix("[E050] ").rstrip(".:")
        raise InstallationError(
            f"the language model {model} cannot be loaded ({reason}): "
            "install it, give its folder, or leave out --model to use the one that comes with the program"
        ) from fault
    missing = [part for part in ("tagger", "parser") if part not in nlp.pipe_names]
    if missing:
        raise InstallationError(
            f"the language model {model} has no {' and no '.join(missing)}: give one that has, such as en_core_web_sm"
        )
    return nlp


def _batches(stretches: Sequence[_Stretch]) -> Iterator[list[_Stretch]]:
    held: list[_Stretch] = []
    size = 0
    for stretch in stretches:
        length = stretch.span.end - stretch.span.start
        if held and size + length > _BATCH:
            yield held
            held, size = [], 0
        held.append(stretch)
        size += length
    if held:
        yield held


def _stretches(text: str) -> Iterator[_Stretch]:
    """What to parse: blocks, a dateline apart from its paragraph, and long paragraphs in pieces."""
    for paragraph, block in enumerate(layout.blocks(text)):
        span = block.span
        place = dateline(text, span) if block.kind is layout.Kind.PARAGRAPH else None
        if place is not None:
            yield _Stretch(place, paragraph, heading=True)
            start = place.end + len(text[place.end : span.end]) - len(text[place.end : span.end].lstrip())
            span = Span(start, span.end)
        for piece in _pieces(text, span):
            yield _Stretch(piece, paragraph, heading=not block.prose)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _LONGEST:
        end = _cut(text, start, start + _LONGEST)
        yield Span(start, end)
        start = end
    if text[start : span.end].strip():
        yield Span(start, span.end)


def _cut(text: str, start: int, limit: int) -> int:
    """Before the last sentence that begins in the stretch, else before its last word, else at its end."""
    for pattern in (_SENTENCE_LIKE, _BEFORE_WORD):
        places: Sequence[int] = [found.end() for found in pattern.finditer(text, start + 1, limit)]
        if places:
            return places[-1]
    return limit
