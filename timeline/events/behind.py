"""The words behind a verb as they stand, and where such a run may end: a title's hold where the tree is torn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.fitting import Part
from timeline.events.lexicon import verb_is, wordset
from timeline.events.sound import may_stop
from timeline.events.wording import join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_AROUND = frozenset(word for word in wordset("around an event") if "_" not in word)
_BOUND = wordset("bound noun")
_WHEN = wordset("when noun")
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''", "{", "}", "[", "]"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SMALL = wordset("function")
_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "SYM", "VERB", "ADJ"})
_OBJECTS = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "SYM", "ADJ"})
_ENDS = _CONTENT | {"PRON"}
# nouns that say nothing without their "of"
_MEASURING = wordset("measuring")


def run_behind(view: View, clause: Clause) -> list[int]:
    """What stands behind the verb as far as the next mark, conjunction or verb of its own, without times."""
    start = max(clause.predicate, clause.verb) + 1
    if clause.subject is not None and clause.subject >= start:
        return []
    end = run_end(view, clause)
    found = [
        word
        for word in range(start, end)
        if view.tokens[word].relation != "particle" or view.tokens[word].head != clause.predicate
    ]
    if end < len(view.tokens) and view.tokens[end].pos in {"VERB", "AUX"}:
        found = _before_subject(view, found, end, clause.predicate)
    return _without_times(view, found)


def run_end(view: View, clause: Clause) -> int:
    """The word that ends the run: a mark, a conjunction, a verb of another clause."""
    start = max(clause.predicate, clause.verb) + 1
    for word in range(start, len(view.tokens)):
        if _closes(view, word, start):
            return word
        if view.tokens[word].pos in {"VERB", "AUX"} and not _inside(view, word, clause):
            return word
    return len(view.tokens)


def _before_subject(view: View, found: list[int], verb: int, predicate: int) -> list[int]:
    """Without the subject of the verb that stopped the run: "kept watch (and 25 policemen) were scattered"."""
    own = [each for each in found if not _hangs(view, each, verb, predicate)]
    if view.tokens[verb].tag not in _FINITE or len(own) < len(found):
        return own
    if own and view.tokens[own[-1]].tag == "PRP":
        return own[:-1]  # "the unit it does not own"
    joint = max((each for each in own if view.tokens[each].pos == "CCONJ" or view.tokens[each].text == "as"), default=0)
    return [each for each in own if each < joint]


def _without_times(view: View, words: Sequence[int]) -> list[int]:
    """Without times, what hangs from them ("the first hours of the war") and what leads up to them ("late on")."""
    kept = set(view.undated([word for word in words if not _of_time(view, word)]))
    kept -= {word for word in kept if view.tokens[word].text.lower() in _WHEN and word - 1 in view.timed}
    for word in words:
        after = next((each for each in words if each > word and view.tokens[each].pos != "ADP"), None)
        if view.tokens[word].pos == "ADV" and after is not None and after in view.timed:
            kept.discard(word)
    return [word for word in words if word in kept]


def _of_time(view: View, word: int) -> bool:
    """The word hangs from a time, or from a noun that stands for one: "on the night of the theft"."""
    seen: set[int] = set()
    while word not in seen:
        seen.add(word)
        preposition = view.preposition(word)
        if view.tokens[word].text.lower() in _WHEN and preposition in {"in", "on", "at"}:
            return True
        word = view.tokens[word].head
        if preposition == "of" and word in view.timed:
            return True
    return False


def _closes(view: View, word: int, start: int) -> bool:
    """A mark, a conjunction, a relative pronoun or a preposition of time ends the run."""
    token = view.tokens[word]
    if token.text == ",":
        item = view.tokens[token.head]
        joined = item.relation == "conjunct" and start <= item.head < word
        return not (joined and item.pos in {"NOUN", "PROPN", "ADJ", "NUM"})
    if token.pos == "PUNCT":
        glued = token.text in {"-", "–", "/"} and token.span.start == view.tokens[word - 1].span.end
        return not (glued or token.text in _QUOTES)
    if token.text.lower() in {"of", "from"}:
        return False  # "accused of taking bribes"
    if token.pos == "SCONJ" or token.tag in {"WDT", "WP", "WP$", "WRB"}:
        return True
    clause_like = token.relation == "case" and view.tokens[token.head].relation == "adverbial"
    return clause_like or token.text.lower() in _AROUND or (token.relation == "mark" and token.tag != "TO")


def _inside(view: View, word: int, clause: Clause) -> bool:
    """A verb that goes on with the run: "to send", "of sending", "the stolen car", "begin working"."""
    token, before = view.tokens[word], view.tokens[word - 1]
    if token.relation in {"amod", "compound", "flat"} and token.tag in {"VBN", "VBG", "NN", "NNS", "JJ"}:
        return True
    if before.tag == "TO" or (before.text.lower() == "be" and token.tag in {"VBN", "VBG"}):
        return True
    if token.tag == "VB" and before.pos == "ADP" and before.text.lower() != "to":
        return True  # a noun: "over pay"
    if token.tag == "VBG":
        return (
            before.pos == "ADP"
            or before.text.lower() in {"of", "from"}
            or before.tag == "VB"
            or before.index == clause.predicate
        )
    return False


def _hangs(view: View, word: int, verb: int, predicate: int) -> bool:
    """The word is the verb's rather than the predicate's."""
    while view.tokens[word].head != word and word != predicate:
        word = view.tokens[word].head
        if word == verb:
            return True
    return False


def endings(view: View, cast: Cast, words: Sequence[int]) -> tuple[str, ...]:
    """The run and its beginnings that end where a phrase ends, the longest first."""
    found = []
    for length in range(len(words), 0, -1):
        if _may_end(view, words[:length], words[length:]):
            text = told(view, cast, words[:length])
            if text:
                found.append(text)
    return tuple(dict.fromkeys(found))


def _may_end(view: View, kept: Sequence[int], left: Sequence[int]) -> bool:
    """Nothing that is kept hangs from what is left, and nothing kept needs it."""
    last = view.tokens[kept[-1]]
    if last.pos not in _ENDS or last.text.lower() in _SMALL or last.tag in {"PRP$", "POS", "PDT"}:
        return False
    if _reaches_on(view, kept, left) or not may_stop(view, kept[-1]):
        return False
    if last.tag == "VB" and _wants_object(view, kept[-1], left):
        return False
    if not any(view.tokens[word].pos in _CONTENT for word in kept):
        return False
    if last.text.lower() in _BOUND and len(kept) > 1 and view.tokens[kept[-2]].text.lower() in {"in", "on", "with"}:
        return False  # "in connection" with what?
    gone = frozenset(left)
    if any(view.tokens[word].head in gone for word in kept):
        return False
    for word in left:
        token = view.tokens[word]
        needs = token.relation in {"object", "open-complement", "flat", "fixed", "compound", "particle", "possessive"}
        if needs and token.head in kept and token.head != token.index:
            return False
        if token.text == "of" and word == left[0] and view.tokens[kept[-1]].text.lower() in _MEASURING:
            return False
        if word == left[0] and (token.text in {"-", "–", "/", "%"} or token.tag == "POS" or token.pos == "SYM"):
            return False
    if not left:
        return True
    return not (last.pos in {"NUM", "SYM"} and view.tokens[left[0]].pos in {"NOUN", "NUM", "SYM", "PROPN", "ADJ"})


def _wants_object(view: View, verb: int, left: Sequence[int]) -> bool:
    """An infinitive whose object was left out, or that needs one: "to report (a loss)"."""
    cut_off = bool(left) and view.tokens[left[0]].pos in _OBJECTS
    return cut_off or verb_is(view.tokens[verb].lemma.lower(), "needy", "light", "say")


def _reaches_on(view: View, kept: Sequence[int], left: Sequence[int]) -> bool:
    """A participle or adjective behind its noun says too little alone: "a charge related (to the sale)"."""
    last = view.tokens[kept[-1]]
    if len(kept) == 1:
        return last.tag == "VBG" and bool(left) and not verb_is(last.lemma.lower(), "alone", "intransitive")
    before = view.tokens[kept[-2]]
    if last.tag in {"VBN", "VBD", "VBG"} and last.relation not in {"object", "oblique", "nominal"}:
        return before.pos not in {"AUX", "ADP"} and before.tag != "TO"
    behind_noun = last.pos == "ADJ" and before.pos in {"NOUN", "PROPN"}
    return behind_noun and bool(left) and view.tokens[left[0]].pos == "ADP"


def told(view: View, cast: Cast, words: Sequence[int]) -> str | None:
    """The words with names for pronouns; None where nobody knows whom one of them means."""
    pieces: list[str] = []
    since = 0
    for place, word in enumerate(words):
        token = view.tokens[word]
        if token.tag != "PRP" or token.text.lower().endswith(("self", "selves")):
            continue
        actor = cast.meant.get((view.number, word))
        if actor is None:
            return None
        pieces += [join(view, words[since:place]), actor.short]
        since = place + 1
    pieces.append(join(view, words[since:]))
    return " ".join(piece for piece in pieces if piece)


def behind_verb(view: View, cast: Cast, clause: Clause) -> Part | None:
    """What stands behind a verb that needs an object and was given none."""
    forms = endings(view, cast, run_behind(view, clause))
    return Part(clause.predicate + 1, forms, needed=True) if forms else None


def uncovered(view: View, clause: Clause, parts: Sequence[Part]) -> list[int]:
    """The nouns, numbers and verbs of the run that hang from none of the pieces: the tree is torn."""
    told_of = {part.at for part in parts}
    return [word for word in _heavy(view, clause) if not _told_by(view, word, told_of)]


def untold(view: View, cast: Cast, clause: Clause, parts: Sequence[Part]) -> list[int]:
    """The nouns, numbers and verbs of the run that none of the pieces says."""
    text = " ".join(part.forms[0] for part in parts).lower()
    return [
        word
        for word in _heavy(view, clause)
        if view.tokens[word].text.lower() not in text
        and cast.at(view.number, word) is None
        and cast.at(view.number, view.tokens[word].head) is None
    ]


def _heavy(view: View, clause: Clause) -> list[int]:
    if verb_is(view.lemma(clause.predicate), "say", "think") and not clause.objects:
        return []
    return [word for word in run_behind(view, clause) if view.tokens[word].pos in _CONTENT - {"ADJ"}]


def _told_by(view: View, word: int, told_of: set[int]) -> bool:
    seen: set[int] = set()
    while word not in seen:
        if word in told_of:
            return True
        seen.add(word)
        word = view.tokens[word].head
    return False
