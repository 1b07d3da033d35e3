"""The clause in the article's own words and tense, from its subject as far as a phrase ends: a title's last hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.behind import endings, run_behind
from timeline.events.fitting import LONGEST, fit_run
from timeline.events.lexicon import verb_is
from timeline.events.sound import OPENING, verb_start
from timeline.events.who import subject_of
from timeline.events.wording import capital, join, noun_phrase
from timeline.grammar.syntax import Role, Tense

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_NAMING = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"the", "a", "an", "and", "but", "or", "so", "then", "also", "however", "this", "that", "these"})


def as_told(view: View, cast: Cast, number: int) -> str | None:
    """The clause as it stands, None where it has no verb with a tense or its subject does not stand before it."""
    clause = view.clauses[number]
    if clause.tense is Tense.NONE or clause.role is Role.INFINITIVE:
        return None
    start = verb_start(view, clause)
    subjects = _in_front(view, cast, clause, start)
    group = view.undated(range(start, clause.predicate + 1))
    if not subjects or any(view.tokens[word].pos == "PUNCT" for word in group):
        return None
    particle = view.particle(clause.predicate)
    verb = join(view, group) + (f" {particle}" if particle else "")
    told = fit_run(subjects, verb, endings(view, cast, run_behind(view, clause)))
    if told is not None or run_behind(view, clause):
        return told
    alone = clause.passive or verb_is(view.lemma(clause.predicate), "intransitive", "alone")
    fitting = (capital(f"{subject} {verb}") for subject in subjects if alone)
    return next((text for text in fitting if len(text) <= LONGEST), None)


def _in_front(view: View, cast: Cast, clause: Clause, start: int) -> tuple[str, ...]:
    """The subject in wordings that get shorter: the words right before the verb, or who is meant."""
    subject = subject_of(view, clause)
    if subject is not None and (view.tokens[subject].pos == "PRON" or clause.subject != subject):
        phrases = (noun_phrase(view, cast, subject, detail=detail, first=True) for detail in (3, 2, 1, 0))
        return tuple(dict.fromkeys(text for text in phrases if text))
    run = run_before(view, start)
    nouns = [word for word in run if view.tokens[word].pos in _NAMING]
    if not nouns or view.tokens[run[0]].pos in {"ADP", "PRON"}:
        return ()
    head = next((word for word in nouns if word + 1 not in nouns and view.tokens[word + 1].tag != "POS"), nouns[-1])
    if view.tokens[head].relation == "conjunct" and view.tokens[head].head < run[0]:
        return ()  # the rest of a list
    joined = any(view.tokens[word].tag == "CC" for word in run)
    phrases = (noun_phrase(view, cast, head, detail=detail, first=True) for detail in (1, 0))
    shorter = [text for text in phrases if text and view.tokens[head].text in text and not joined]
    return tuple(dict.fromkeys([join(view, run), *shorter]))


def run_before(view: View, start: int) -> list[int]:
    """The words before the verb back to the next mark, conjunction of clauses or other verb, without times."""
    first = start
    while first and not _ends(view, first - 1, start):
        first -= 1
    run = view.undated(range(first, start))
    while run and (view.tokens[run[0]].text.lower() in _BEFORE or view.tokens[run[0]].pos == "ADV"):
        run = run[1:]
    while run and view.tokens[run[-1]].pos == "ADV":
        run = run[:-1]
    return run


def _ends(view: View, word: int, start: int) -> bool:
    token = view.tokens[word]
    if token.pos == "PUNCT":
        glued = token.text in {"-", "–"} and token.span.start == view.tokens[word - 1].span.end
        return not glued
    if (
        token.pos == "SCONJ"
        or (token.pos == "ADP" and token.text.lower() in OPENING - {"with", "for"})
        or token.tag in {"WDT", "WP", "WRB", "WP$"}
        or token.relation == "mark"
    ):
        return True
    if token.tag == "CC":
        after = view.tokens[word + 1 : start]
        joins = view.tokens[token.head]
        return joins.pos in {"VERB", "AUX"} or not any(each.pos in _NAMING for each in after)
    return token.pos in {"VERB", "AUX"} and token.relation not in {"amod", "compound", "participle"}
