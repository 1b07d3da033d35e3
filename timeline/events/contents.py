"""What somebody says, finds or decides, in the article's words: the clause behind the verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.agreement import disagrees, many, present
from timeline.events.behind import behind_verb, endings, run_behind, uncovered
from timeline.events.fitting import LONGEST, Part, cut, shrinking, texts_of
from timeline.events.lexicon import verb_is
from timeline.events.negation import denies
from timeline.events.parts import named, parts_of
from timeline.events.sound import another_subject, broken_off, last_word
from timeline.events.verbatim import as_told
from timeline.events.who import subject_of
from timeline.events.wording import capital, noun_phrase, pronoun
from timeline.grammar.syntax import Role, Tense

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_ANY = 400  # characters: whatever the length
_BRIEF = 20  # characters of who says, finds or decides something
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_NOT = frozenset({"not", "n't", "never"})
_TORN = re.compile(r" (n't|n’t|['’](?:ve|re|ll|d|m|s)\b)")


def clause_words(
    view: View, cast: Cast, number: int, limit: int, said: frozenset[str], *, same: bool = False
) -> str | None:
    """What was said, in the article's words: subject, verb with auxiliaries, and as much behind as fits in *limit*."""
    clause = view.clauses[number]
    subject = subject_of(view, clause)
    if subject is None or (clause.subject is None and clause.role is Role.COMPLEMENT):
        return None
    if another_subject(view, clause, subject) or disagrees(view, clause, subject):
        told = as_told(view, cast, number)
        return told if told is not None and len(told) <= limit else None
    subjects = _subjects(view, cast, subject, said, same=same)
    if verb_is(view.lemma(clause.predicate), "say", "asked") and _leaves_out(view, number):
        return None  # "his aides told officials": what?
    verb = _verb_group(view, cast, clause)
    short = verb.removeprefix("is ").removeprefix("are ") if clause.copular or clause.passive else verb
    parts = parts_of(view, cast, number, subject=subject)
    if not parts and view.lemma(clause.predicate) in {"be", "have", "plan", "say"}:
        return None
    if not parts and not clause.copular and not clause.passive:
        rest = behind_verb(view, cast, clause)  # a broken tree: "is pursuing" what?
        parts = [rest] if rest is not None else []
    if uncovered(view, clause, parts):
        forms = endings(view, cast, run_behind(view, clause))
        parts = [Part(clause.predicate + 1, forms, needed=True)] if forms else parts
    for level in range(max(4, *(len(part.forms) for part in parts), 0)):
        texts = texts_of(parts, level)
        if clause.copular and inner_adjective(view, clause) and not pronoun(subjects[-1]):
            whole = " ".join([subjects[min(level, len(subjects) - 1)], short, *texts])
            if len(whole) <= limit < len(" ".join([subjects[min(level, len(subjects) - 1)], verb, *texts])):
                return whole
        for kept in shrinking(parts):
            texts = texts_of(kept, level)
            text = _TORN.sub(r"\1", " ".join([subjects[min(level, len(subjects) - 1)], verb, *texts]))
            if len(text) <= limit:
                return text
    return _shorter(view, cast, clause, subjects[-1], verb, limit)


def _subjects(view: View, cast: Cast, subject: int, said: frozenset[str], *, same: bool) -> list[str]:
    """The subject's phrase, longest first; its own word where it is who speaks or has no name."""
    phrases = (noun_phrase(view, cast, subject, detail=detail, first=True, said=said) for detail in (3, 2, 1, 0))
    found = [text for text in phrases if text]
    if found and not same and not named(view, cast, subject) & said:
        return found
    word = view.tokens[subject].text
    return [word if word == "I" else word.lower()]


def _shorter(view: View, cast: Cast, clause: Clause, subject: str, verb: str, limit: int) -> str | None:
    """Subject and verb with as much of what stands right behind the verb as fits."""
    run = list(endings(view, cast, run_behind(view, clause)))
    run += [""] if clause.passive or verb_is(view.lemma(clause.predicate), "intransitive", "alone") else []
    plain = clause.passive and not (clause.modal or clause.negated)
    verbs = [verb, *([view.tokens[clause.predicate].text] if plain else [])]  # "visas approved", not "have been"
    shorter = (_TORN.sub(r"\1", f"{subject} {each} {behind}".rstrip()) for each in verbs for behind in run)
    return next((text for text in shorter if len(text) <= limit), None)


def inner_adjective(view: View, clause: Clause) -> bool:
    """What a headline says without "is": "ready to help", "prepared to send"."""
    return view.tokens[clause.predicate].pos in {"ADJ", "VERB"}


def _verb_group(view: View, cast: Cast, clause: Clause) -> str:
    """Auxiliaries and verb as they stand, turned from reported to direct speech ("would" to "will")."""
    words = [
        kid
        for kid in view.kids[clause.predicate]
        if view.tokens[kid].relation in {"aux", "passive-aux", "copula", "negation"} and kid < clause.predicate
    ]
    words += [
        kid
        for kid in view.kids[clause.predicate]
        if view.tokens[kid].text.lower() in {"not", "n't"} and kid < clause.predicate
    ]
    words += [kid - 1 for kid in words if kid and view.tokens[kid - 1].tag == "TO"]  # "was to be closed"
    front = view.under(clause.predicate, "determiner", "number", "compound", "amod") if clause.copular else []
    words = sorted({*words, clause.predicate, *front})
    words = [word for word in words if word <= clause.predicate]
    between = [token for token in view.tokens[words[0] : clause.predicate] if token.text not in _QUOTES]
    if clause.copular and len(words) > 1 and all(token.pos not in {"PUNCT", "VERB", "PRON"} for token in between):
        words = view.undated([token.index for token in between if token.tag != "RB" or token.text in _NOT])
        words.append(clause.predicate)
    turned = not clause.quoted and (clause.copular or clause.modal == "would")
    direct = {"would": "will", "was": "is", "were": "are"} if turned else {}
    if clause.perfect and clause.tense is Tense.PAST and clause.subject is not None:
        direct["had"] = "have" if many(view, cast, clause.subject) else "has"
    texts = [direct.get(view.tokens[word].text, view.tokens[word].text) for word in words]
    if clause.negated and not _denied_by_noun(view, clause) and not denies(" ".join(texts)):
        texts = _denied(view, clause, texts)
    text = _TORN.sub(r"\1", " ".join(texts))
    particle = view.particle(clause.predicate)
    return f"{text} {particle}" if particle else text


def _denied_by_noun(view: View, clause: Clause) -> bool:
    """Its subject or object says so: "*no* suspect was found", "found *no* trace"."""
    nouns = [*([clause.subject] if clause.subject is not None else []), *clause.objects]
    return any(denies(view.tokens[word].text) for noun in nouns for word in (noun, *view.kids[noun]))


def _denied(view: View, clause: Clause, texts: list[str]) -> list[str]:
    """The verb with the "not" that stands elsewhere: "never have we met" is "have not met"."""
    if len(texts) > 1:
        return [texts[0], "not", *texts[1:]]
    if any(view.tokens[kid].text.lower() == "longer" for kid in view.kids[clause.predicate]):
        return ["no longer", *texts]
    if clause.copular or clause.passive or clause.tense is Tense.NONE:
        return ["not", *texts]
    do = "did" if clause.tense is Tense.PAST else "do" if view.tokens[clause.predicate].tag == "VBP" else "does"
    return [do, "not", view.lemma(clause.predicate)]


def _leaves_out(view: View, number: int) -> bool:
    """A clause hangs from this one that tells what was said, and nothing else does."""
    own = view.clauses[number]
    told = (each for each in view.clauses if each.parent == number and each.role is Role.COMPLEMENT)
    return not own.passive and any(each.predicate > own.predicate and each.tense is not Tense.NONE for each in told)


def _asks(view: View, verb: int, content: Clause) -> bool:
    """What stands between the verb and what it governs makes that a question: "doubted *how much* it would cost"."""
    until = content.subject if content.subject is not None else content.predicate
    return any(
        token.tag in {"WP", "WRB", "WDT"} or token.text.lower() == "whether" for token in view.tokens[verb:until]
    )


def content_title(view: View, cast: Cast, number: int) -> str | None:
    """The title of learning or showing something: "Diver notices channel had never been deepened"."""
    clause = view.clauses[number]
    content = next(
        (
            n
            for n, each in enumerate(view.clauses)
            if each.parent == number and each.role is Role.COMPLEMENT and each.subject
        ),
        None,
    )
    subject = subject_of(view, clause)
    if (
        content is None
        or subject is None
        or clause.objects
        or clause.negated
        or view.clauses[content].tense is Tense.NONE
        or view.clauses[content].connective not in {None, "that"}
        or _asks(view, clause.predicate, view.clauses[content])
    ):
        return None
    who = noun_phrase(view, cast, subject, detail=1, first=True)
    if who is not None and len(who) > _BRIEF:
        who = noun_phrase(view, cast, subject, detail=0, first=True)
    if who is None or pronoun(who):
        return None
    opening = f"{capital(who)} {present(view.lemma(clause.predicate), many=many(view, cast, subject))} "
    words = clause_words(view, cast, content, LONGEST - len(opening), named(view, cast, subject))
    if words:
        return opening + words
    whole = clause_words(view, cast, content, _ANY, named(view, cast, subject))
    return cut_short(view, content, opening, whole) if whole else None


def cut_short(view: View, content: int, opening: str, text: str) -> str | None:
    """As much of what was said as says something and ends where a phrase ends, None where there is no room for that."""
    title = cut(opening + (capital(text) if opening.endswith(": ") else text))
    clause = view.clauses[content]
    while title.count(" ") > opening.count(" ") + 1:
        last = last_word(view, clause, title)
        if last is None or last <= clause.predicate:
            return None
        if not broken_off(view, clause, title):
            return title
        title = cut(title.rsplit(" ", 1)[0])
    return None
