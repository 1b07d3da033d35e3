"""Sentences with hand-made trees, in either label scheme."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from timeline.grammar.adapter import sentences
from timeline.grammar.normalise import Normal

if TYPE_CHECKING:
    from timeline.grammar.syntax import Clause, Sentence

_LEMMAS = {
    "'s": "have", "am": "be", "are": "be", "been": "be", "did": "do", "gained": "gain", "had": "have", "has": "have",
    "is": "be", "n't": "not", "said": "say", "says": "say", "told": "tell", "was": "be", "were": "be", "added": "add",
    "explained": "explain", "reported": "report", "announced": "announce",
    "became": "become", "cups": "cup", "elected": "elect", "found": "find", "minutes": "minute", "showed": "show",
    "named": "name", "spent": "spend", "years": "year",
}  # fmt: skip
_VOCAB = Vocab()


def tree(written: str, people: tuple[tuple[int, int], ...] = ()) -> Any:
    """
    A `Doc` from "word/TAG/POS/label/head" items; heads count from 1, the root's is its own number.

    *people* are the names of people, as first word and word after the last, from 0.
    """
    items = [item.rsplit("/", 4) for item in written.split()]
    words = [item[0] for item in items]
    spaces = [not (after[0] in ",.?!" or after.startswith(("'", "n't"))) for after in words[1:]] + [False]
    doc = Doc(
        _VOCAB,
        words=words,
        spaces=spaces,
        tags=[item[1] for item in items],
        pos=[item[2] for item in items],
        deps=[item[3] for item in items],
        heads=[int(item[4]) - 1 for item in items],
        lemmas=[_LEMMAS.get(word.lower(), word.lower()) for word in words],
        sent_starts=[True, *(False for _ in words[1:])],
    )
    doc.ents = [Span(doc, start, end, label="PERSON") for start, end in people]
    return doc


def sentence(doc: Any, scheme: str = "ud") -> Sentence:
    """The one sentence of a hand-made tree, its places those of its own text."""
    normal = Normal(doc.text, array("q", range(len(doc.text))))
    (found,) = sentences(doc, normal, scheme, heading=False, paragraph=0)
    return found


def told(sentence: Sentence, clause: Clause) -> str:
    """A clause as "subject verb objects" in words, for tables."""
    words = [None if clause.subject is None else sentence.tokens[clause.subject].text]
    words += [sentence.tokens[index].text for index in (clause.predicate, *clause.objects)]
    return " ".join(word or "-" for word in words)
