"""A parsed `Doc` becomes sentences of ours; after this nothing of spaCy is left."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from timeline.grammar import clearnlp, ud
from timeline.grammar.clauses import clauses
from timeline.grammar.node import VERBAL, Node
from timeline.grammar.pasts import plain
from timeline.grammar.repair import mend
from timeline.grammar.syntax import Sentence
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.grammar.normalise import Normal

_ENDS = ".!?…:;"
_CLOSERS = ('"', "'", ")", "]", "''", "*", "-RRB-")
_LONGEST_FRAGMENT = 60  # words; a text without full stops is not one sentence


def scheme(labels: Sequence[str]) -> str:
    """Which scheme a parser's labels belong to, "ud" or "clearnlp"; ValueError where neither."""
    if ud.MARK_OF_SCHEME in labels:
        return "ud"
    if clearnlp.MARK_OF_SCHEME in labels:
        return "clearnlp"
    raise ValueError("the parser's labels are neither Universal Dependencies nor ClearNLP")


def sentences(doc: Any, normal: Normal, labels: str, *, heading: bool, paragraph: int) -> Iterator[Sentence]:  # noqa: ANN401 - a spaCy Doc, which has no types
    """
    The sentences of a parsed stretch of text.

    Args:
        doc: a `spacy.tokens.Doc` of ``normal.text`` with tags, lemmas and heads.
        normal: the stretch, to find the article's characters again.
        labels: the parser's scheme, "ud" or "clearnlp".
        heading: the stretch is a heading: its sentences have no clauses.
        paragraph: its paragraph's number.
    """
    for words in _sentences(doc, normal):
        nodes = _nodes(words, normal)
        if labels == "ud":
            ud.neutral(nodes)
        else:
            clearnlp.neutral(nodes, _people(words))
        mend(nodes)
        quoted = _quoted(words, normal)
        yield Sentence(
            span=Span(nodes[0].span.start, nodes[-1].span.end),
            tokens=tuple(node.token() for node in nodes),
            clauses=() if heading else clauses(nodes, quoted),
            heading=heading,
            paragraph=paragraph,
        )


def _sentences(doc: Any, normal: Normal) -> Iterator[list[Any]]:  # noqa: ANN401 - see above
    """
    The words of each sentence.

    What the parser divided is put together again where the first part does not end like a sentence, or the second has
    no letter or digit in it.
    """
    held: list[Any] = []
    closing = {quote.end - 1 for quote in normal.quotes}
    for sentence in doc.sents:
        words = [word for word in sentence if not word.is_space]
        while held and words and words[0].idx in closing:  # a quotation ends with its last sentence
            held.append(words.pop(0))
        if held and any(character.isalnum() for word in words for character in word.text) and _ended(held):
            yield held
            held = []
        held = [*held, *words]
    if held:
        yield held


def _ended(words: list[Any]) -> bool:
    """The words end like a sentence: in a mark, perhaps with quotation marks or brackets after it."""
    for word in reversed(words):
        if word.text[-1] in _ENDS:
            return True
        if word.text not in _CLOSERS:
            return len(words) > _LONGEST_FRAGMENT
    return False


def _nodes(words: list[Any], normal: Normal) -> list[Node]:
    """
    The words, with heads counted within the sentence; where two sentences were put together, one root is on top.

    A word whose head went to another sentence (a closing quotation mark that was taken for the root) is a root, too.
    """
    places = {word.i: at for at, word in enumerate(words)}
    roots = [at for at, word in enumerate(words) if word.head.i == word.i or word.head.i not in places]
    root = next((at for at in roots if _says(words[at])), roots[0])
    nodes = []
    for at, word in enumerate(words):
        head = places.get(word.head.i, root)
        label = word.dep_
        if head == at and at != root:
            head, label = root, "parataxis" if word.is_alpha else "punct"
        span = normal.span(word.idx, word.idx + len(word.text))
        nodes.append(Node(at, word.text, _lemma(word), word.pos_, word.tag_, head, label, span))
    return nodes


def _lemma(word: Any) -> str:  # noqa: ANN401 - see above
    """The lemma; no verb ends in "-mbe", which the lemmatizer makes of "climbed" and "bombed"."""
    lemma = str(word.lemma_ or word.text)
    if word.pos_ != "VERB":
        return lemma
    return lemma[:-1] if lemma.endswith("mbe") else plain(str(word.text), lemma)


def _says(word: Any) -> bool:  # noqa: ANN401 - see above
    return word.pos_ in VERBAL or any(kid.dep_ == "cop" for kid in word.children)


def _people(words: list[Any]) -> list[range]:
    """The names of people that the pipeline found, as ranges of the sentence's words."""
    first = words[0].i
    found: list[range] = []
    for at, word in enumerate(words):
        if word.ent_type_ != "PERSON" or word.i - first != at:
            continue
        if word.ent_iob_ == "I" and found and found[-1].stop == at:
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return found


def _quoted(words: list[Any], normal: Normal) -> set[int]:
    starts = [quote.start for quote in normal.quotes]
    found = set()
    for at, word in enumerate(words):
        which = bisect_right(starts, word.idx) - 1
        if which >= 0 and word.idx < normal.quotes[which].end:
            found.add(at)
    return found
