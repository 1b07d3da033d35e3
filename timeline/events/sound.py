"""Whether a title may stand: it tells of the clause's own subject, keeps its "not", and ends where a phrase ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.agreement import present
from timeline.events.gazetteer import place
from timeline.events.lexicon import verb_is, wordset
from timeline.events.status import OPEN
from timeline.grammar.syntax import Role, Tense
from timeline.model.event import Status

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NAMING = frozenset({"NOUN", "PROPN"})
_NOT = re.compile(
    r"(?i)\b(not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|no longer)\b|n['’]t\b"
    r"|\b(refus|den[iy]|declin|fail|reject|avoid|stop|prevent|abandon|block|cancel|dismiss|rul|disput|neglect)"
)
_ANY = re.compile(r"(?i)\b(anyone|anybody|anything)\b")  # stands only with a "not"
_NEVER = frozenset({"never", "not", "n't", "n’t", "nor", "neither"})
_DEGREES = frozenset({"little", "nearly", "almost", "narrowly", "barely", "hardly", "scarcely"})
_OUT = frozenset({"on", "off", "up", "down", "out", "over", "away", "back", "apart", "ahead", "through"})
_MEASURING = wordset("measuring")
_BOUND = wordset("bound noun")
_CLOSING = frozenset({".", ",", ";", ":", "?", "!", ")", "]", "''", '"', "”", "’", "…", "..."})
_ABOUT = frozenset({"about", "over", "around", "nearly", "up", "to", "under", "between", "at", "some"})
OPENING = frozenset({"after", "before", "as", "since", "until", "because", "with", "once", "while", "but", "for"})
_INSIDE = frozenset({"amod", "number", "compound", "determiner"})


def another_subject(view: View, clause: Clause, subject: int) -> bool:
    """What was taken for the subject is none: a time, or what stands behind a preposition or far from the verb."""
    if subject in view.timed or _after_town(view, subject):
        return True
    if subject > clause.predicate and subject == clause.subject and clause.tense is not Tense.NONE:
        between = view.tokens[clause.predicate : subject]
        return any(token.text == "," for token in between) and not verb_is(view.lemma(clause.predicate), "say", "act")
    if clause.parent is not None and subject != clause.subject and subject == view.clauses[clause.parent].subject:
        return another_subject(view, view.clauses[clause.parent], subject)
    above = view.clauses[clause.parent] if clause.parent is not None else clause
    loose = above.role in {Role.RELATIVE, Role.PARTICIPLE}
    inherited = clause.role is Role.COORDINATE and loose and view.tokens[subject].head != clause.predicate
    own = (
        not inherited
        and subject == clause.subject
        and clause.role not in {Role.RELATIVE, Role.PARTICIPLE, Role.INFINITIVE}
    )
    if not own or subject > clause.predicate or view.tokens[subject].pos not in _NAMING:
        return False
    if any(subject in other.objects and other.predicate < subject for other in view.clauses):
        return True  # "leaders who led the *protests* have moved"
    if _inside_another(view, subject):
        return True
    if view.tokens[subject].head == clause.predicate and _verb_between(view, clause, subject):
        return True
    first = _opening(view, subject)
    before = view.tokens[first - 1] if first else None
    leads = before is not None and before.relation == "case" and before.tag != "POS"
    if before is not None and before.text.lower() == "with" and clause.tense is not Tense.FUTURE and not clause.objects:
        return view.tokens[clause.predicate].tag in {"VBN", "VBD"}  # "with the head cut off"
    if before is not None and leads and before.text.lower() not in OPENING:
        counted = before.text.lower() in _ABOUT and view.tokens[first].pos == "NUM"
        return not counted
    return _noun_between(view, clause, subject)


def _after_town(view: View, subject: int) -> bool:
    """What stands behind a town and a comma says where that is: "in Alpine, *Texas* shot herself"."""
    if subject < 3 or view.tokens[subject].pos != "PROPN" or view.tokens[subject - 1].text != ",":
        return False
    town = subject - 2
    while town and view.tokens[town].pos == "PROPN":
        town -= 1
    told = town < subject - 2 and view.tokens[town].pos == "ADP" and town > 0
    return told and place(view.tokens[subject].text) is not None


def _verb_between(view: View, clause: Clause, subject: int) -> bool:
    """Another verb stands between, and no "who" or comma sets it off; or the noun only opens "most of which"."""
    start = verb_start(view, clause)
    between = view.tokens[subject + 1 : start]
    if [token.text.lower() for token in between[:2]] in (["of", "which"], ["of", "whom"]):
        return any(token.tag in _FINITE for token in between)
    after = view.tokens[subject + 1]
    if (
        view.tokens[subject].pos == "NOUN"
        and after.pos == "NOUN"
        and subject + 1 < start
        and subject + 1 not in view.timed
    ):
        return True  # "two *key* suspects"
    for token in between:
        if token.pos == "PUNCT" or token.tag in {"WDT", "WP", "WRB"} or token.relation in {"relative", "participle"}:
            return False
        if token.tag in _FINITE and token.relation not in {"amod", "compound"}:
            return view.tokens[token.head].relation not in {"relative", "participle"} or token.relation == "aux"
    return False


def _inside_another(view: View, subject: int) -> bool:
    """The words before the verb start with another noun: "*earnings* of production and clerical workers rose"."""
    first = subject
    while first and not _bounds(view, first - 1):
        first -= 1
    run = [word for word in range(first, subject) if word not in view.timed]
    if not run or view.tokens[run[0]].pos == "ADP" or view.tokens[run[0]].tag == "CC":
        return False
    nouns = [word for word in run if view.tokens[word].pos in _NAMING and view.tokens[word + 1].pos == "ADP"]
    if not nouns or subject in view.conjuncts(nouns[0]) or view.tokens[nouns[0]].lemma.lower() in _MEASURING:
        return False
    titled = all(view.tokens[word].pos in {"PROPN", "ADP"} for word in range(nouns[0], subject))
    return not titled and all(view.tokens[word].tag != "CC" for word in run[: nouns[0] - first])


def _bounds(view: View, word: int) -> bool:
    """Before this word another phrase ends."""
    token = view.tokens[word]
    return token.pos in {"PUNCT", "SCONJ", "VERB", "AUX", "PRON", "ADV"} or token.text.lower() in OPENING


def _opening(view: View, subject: int) -> int:
    """The first word of the noun with what stands in front of it."""
    own = view.subtree(subject, ("relative", "participle", "adverbial", "apposition", "conjunct", "nominal", "case"))
    first = subject
    while first and (first - 1 in own or view.tokens[first - 1].text in {"-", "–"}):
        first -= 1
    return first


def _noun_between(view: View, clause: Clause, subject: int) -> bool:
    """The noun right in front of the verb hangs from something else: "doctors …, and *threats* had become routine"."""
    if clause.role not in {Role.MAIN, Role.COORDINATE, Role.COMPLEMENT} or clause.tense is Tense.NONE:
        return False
    word = verb_start(view, clause) - 1
    while word > subject and (view.tokens[word].pos == "ADV" or word in view.timed):
        word -= 1
    token = view.tokens[word]
    if word <= subject or token.pos not in _NAMING or word in view.timed:
        return False
    joined = [each for each in range(subject + 1, word) if view.tokens[each].tag == "CC"]
    return bool(joined) and word not in view.subtree(subject)


def verb_start(view: View, clause: Clause) -> int:
    """The first word of the verb with its auxiliaries."""
    helping = view.under(clause.predicate, "aux", "passive-aux", "copula", "negation")
    return min([clause.predicate, clause.verb, *(word for word in helping if word < clause.predicate)])


def denied(view: View, clause: Clause) -> bool:
    """The clause itself says that something is not so, or goes on with "or" from one that does."""
    above = view.clauses[clause.parent] if clause.parent is not None else clause
    goes_on = clause.role is Role.COORDINATE and clause.connective in {"or", "nor"} and above.negated
    if goes_on and not view.under(clause.predicate, "aux", "passive-aux"):
        return True
    return clause.negated or any(
        view.tokens[kid].text.lower() in _NEVER and kid < clause.predicate for kid in view.kids[clause.predicate]
    )


def loses_denial(view: View, clause: Clause, title: str, status: Status) -> bool:
    """What is not so, or is denied, reads as if it were so."""
    told = status is Status.DENIED or denied(view, clause) or _ANY.search(title) is not None
    return told and not _NOT.search(title)


def loses_degree(view: View, clause: Clause, title: str) -> bool:
    """Without "little" and "nearly" the opposite is said: "sales were *little* changed", "was *nearly* killed"."""
    degrees = (
        view.tokens[kid].text.lower() for kid in view.under(clause.predicate, "adverb") if kid < clause.predicate
    )
    said = title.lower().split()
    return any(word in _DEGREES and word not in said for word in degrees)


def only_describes(view: View, clause: Clause) -> bool:
    """No verb of its own: another follows it with nothing between, "the dividend *paid* on the stock will rise"."""
    token = view.tokens[clause.predicate]
    told = clause.objects or clause.passive or view.under(clause.predicate, "aux", "passive-aux")
    if token.tag not in {"VBD", "VBN"} or told or verb_is(view.lemma(clause.predicate), "say", "act", "think"):
        return False
    for after in view.tokens[clause.predicate + 1 :]:
        if after.pos in {"PUNCT", "CCONJ", "SCONJ", "PRON"} or after.tag in {"WDT", "WP", "WRB", "VBD", "VBN"}:
            return False
        if after.text.lower() in OPENING - {"with", "for"}:
            return False
        if after.tag in {"MD", "VBZ", "VBP"}:
            return True
    return False


def says_twice(title: str) -> bool:
    """Words that stand twice in a row: "to leave the room to leave the room"."""
    words = [word.lower() for word in title.split()]
    return any(
        words[start : start + size] == words[start + size : start + 2 * size]
        for size in (1, 2, 3, 4, 5)
        for start in range(len(words) - 2 * size + 1)
    )


def _forms(view: View, clause: Clause) -> set[str]:
    """The verb as titles have it."""
    lemma = view.lemma(clause.predicate)
    return {present(lemma, many=False), present(lemma, many=True), lemma}


def bare(view: View, clause: Clause, title: str) -> bool:
    """The title ends on its verb."""
    words = title.lower().split()
    forms = _forms(view, clause)
    particle = view.particle(clause.predicate)
    on_verb = words[-1] in forms or (len(words) > 1 and words[-1] == particle and words[-2] in forms)
    return on_verb and not clause.passive


def _another_acts(view: View, word: int) -> bool:
    """What "and" joins to the title is the subject of what follows: "won the cup and the town *danced*"."""
    after = word + 1
    if after < len(view.tokens) and view.tokens[after].text == ",":
        after += 1
    if after >= len(view.tokens):
        return False
    acts = view.tokens[after].tag == "VBN" and verb_is(view.lemma(after), "alone", "intransitive")
    if not acts and view.tokens[after].tag not in _FINITE:
        return False
    first = next((each for each in range(word, -1, -1) if view.tokens[each].pos in {"VERB", "AUX", "CCONJ"}), None)
    return first is not None and view.tokens[first].tag == "CC" and any(t.pos == "VERB" for t in view.tokens[:first])


def without_object(view: View, clause: Clause, title: str) -> bool:
    """The title ends on its verb, and what the verb is done to stands right behind it."""
    word = clause.predicate + 1
    while word < len(view.tokens) - 1 and (word in view.timed or view.tokens[word].tag == "RB"):
        word += 1
    if not bare(view, clause, title) or word >= len(view.tokens) or view.tokens[word - 1].text == ",":
        return False
    things = [thing for thing in clause.objects if thing > clause.predicate and thing not in view.timed]
    alone = verb_is(view.lemma(clause.predicate), "intransitive", "alone")
    taken_up = clause.role is Role.RELATIVE and clause.subject not in {None, view.tokens[clause.predicate].head}
    if not alone and (taken_up or view.tokens[word].tag in {"VBG", "VB"}):
        return True
    needs = verb_is(view.lemma(clause.predicate), "transitive", "needy", "light", "commit", "harm") and not alone
    return bool(things) or needs or view.tokens[word].pos in {"DET", "NOUN", "PROPN", "PRON", "NUM"}


def broken_off(view: View, clause: Clause, title: str) -> bool:
    """The title ends inside a phrase, or on a verb whose object it does not tell."""
    if bare(view, clause, title):
        return _goes_on(view, clause)
    last = last_word(view, clause, title)
    return last is not None and not may_stop(view, last, clause.predicate if clause.passive else None)


def loses_middle(view: View, clause: Clause, title: str) -> bool:
    """
    Words behind the verb stand side by side that did not: a preposition or verb between them was left out.

    "makes his way [to Ardo,] the last town", "expects revenue [to total about] 28 million".
    """
    before: int | None = None
    words = title.split()
    verbs = {*_forms(view, clause), view.tokens[clause.predicate].text.lower()}
    opening = next((place for place, word in enumerate(words) if word.lower() in verbs), len(words))
    for text in words[opening + 1 :]:
        start = clause.predicate + 1 if before is None else before + 1
        word = text.lower().strip(",;:'\"")
        found = next((t.index for t in view.tokens[start:] if t.text.lower() == word), None)
        if found is None:
            continue
        if before is not None and found > before + 1 and _torn(view, before, found):
            return True
        before = found
    return False


def _torn(view: View, before: int, after: int) -> bool:
    left = [view.tokens[word] for word in view.undated(range(before + 1, after))]
    leads = view.tokens[after].pos in {"ADP", "PART", "CCONJ", "ADV", "SCONJ", "PUNCT", "VERB"}
    if left and left[-1].text.lower() == "or" and view.tokens[after].pos in {"NUM", "SYM"}:
        return True  # "$10 million, or 67 cents a share"
    if not left or leads or any(token.pos == "PUNCT" for token in left[1:-1]):
        return False
    governs = left[0].pos in {"ADP", "PART"} and left[0].tag != "POS"
    return governs and left[-1].pos in {"VERB", "NOUN", "PROPN", "ADV", "PUNCT"}


def _goes_on(view: View, clause: Clause) -> bool:
    """An active verb with something behind it that it cannot be without."""
    if any(thing > clause.predicate and thing not in view.timed for thing in clause.objects):
        return True
    if any(kid > clause.predicate for kid in view.under(clause.predicate, *OPEN)):
        return True
    word = clause.predicate + 1
    while word < len(view.tokens) and (word in view.timed or view.tokens[word].tag == "RB"):
        word += 1
    after = view.tokens[word] if word < len(view.tokens) else None
    if after is None or after.pos in {"PUNCT", "CCONJ", "SCONJ"}:
        return verb_is(view.lemma(clause.predicate), "needy", "light", "transitive")
    if after.text.lower() in _OUT and after.relation in {"particle", "adverb", "other"}:
        return view.particle(clause.predicate) != after.text.lower()
    if after.pos == "ADP":
        return not verb_is(view.lemma(clause.predicate), "intransitive", "alone")
    return not verb_is(view.lemma(clause.predicate), "intransitive")


def last_word(view: View, clause: Clause, title: str) -> int | None:
    """The word of the sentence that the title ends on: the one before which most of the title stands."""
    best, found = 0, None
    for token in view.tokens:
        matched, word, left = 0, token.index, title.lower()
        while word >= 0 and left.endswith(text := view.tokens[word].text.lower()):
            matched, word, left = matched + len(text), word - 1, left[: -len(text)].rstrip()
        if matched > best or (matched == best and found is not None and found < clause.predicate < token.index):
            best, found = matched, token.index
    return found


def may_stop(view: View, word: int, done: int | None = None) -> bool:
    """Nothing this word belongs to and nothing it needs comes behind it; *done* is the verb of a passive."""
    if word + 1 >= len(view.tokens):
        return True
    token, after = view.tokens[word], view.tokens[word + 1]
    if _small(view, word):
        return False
    if word in view.timed or word + 1 in view.timed:
        return True
    glued = token.span.end == after.span.start and after.text not in _CLOSING and after.text not in {"—", "--"}
    if glued or after.tag == "POS" or _another_acts(view, word):
        return False
    if token.relation in _INSIDE and token.head > word:
        return False
    if token.pos == "PROPN" and after.pos == "NUM":
        return False
    if token.pos == "PROPN" and after.pos == "PROPN" and (token.head == word + 1 or after.head in {word, token.head}):
        return False
    if (token.pos == "NOUN" and after.pos == "NOUN") or _wants_more(view, word):
        return False
    if token.pos in {"VERB", "AUX"} and word != done:
        return not _verb_goes_on(view, word)
    return not (token.pos in {"ADJ", "ADV"} and any(kid > word for kid in view.under(word, *OPEN)))


def _wants_more(view: View, word: int) -> bool:
    """What is counted, what is joined by "and", and what says nothing without the phrase behind it."""
    token, after = view.tokens[word], view.tokens[word + 1]
    counted = token.lemma.lower() in _MEASURING or token.pos == "NUM" or view.under(word, "number")
    if counted and after.text.lower() == "of" and token.text != "%":
        return True
    if (after.tag == "CC" or after.text == ",") and _goes_on_with(view, word):
        return True
    if token.lemma.lower() in _BOUND and after.text.lower() in {"of", "to", "with"} and view.preposition(word):
        return True
    within = word > 0 and view.tokens[word - 1].text.lower() == "the" and after.text == "," and token.pos == "PROPN"
    if within and word + 2 < len(view.tokens) and view.tokens[word + 2].pos == "PROPN":
        return True  # "the Amherst (, N.Y., Police Department)"
    behind_noun = token.pos == "ADJ" and after.pos == "ADP" and view.tokens[word - 1].pos in _NAMING
    return behind_noun and _hangs_from(view, word)  # "a dividend equal (to 72 %)"


def _small(view: View, word: int) -> bool:
    """A word that leads on: a preposition, an article, "what", "about" before a number."""
    token = view.tokens[word]
    leads = token.pos in {"ADP", "DET", "SCONJ", "CCONJ", "PART", "AUX"} or token.tag in {"WP", "WRB", "WDT", "PRP$"}
    if token.pos == "ADV" and token.head > word and token.relation == "adverb":
        return view.tokens[token.head].pos in {"NUM", "ADJ", "NOUN"}
    return leads and token.relation not in {"particle", "adverb", "object", "subject"}


def _goes_on_with(view: View, word: int) -> bool:
    """Something named is joined to the word."""
    return any(kid > word and view.tokens[kid].pos in _NAMING for kid in view.under(word, "conjunct"))


def _hangs_from(view: View, word: int) -> bool:
    """The phrase behind the word is its own."""
    return any(view.tokens[kid].relation in {"oblique", "nominal", "case"} and kid > word for kid in view.kids[word])


def _verb_goes_on(view: View, word: int) -> bool:
    """The verb has an object or an infinitive behind it."""
    if any(kid > word for kid in view.under(word, "object", "indirect", "particle", *OPEN)):
        return True
    after = view.tokens[word + 1]
    if after.tag in {"WP", "WRB", "WDT"} or after.text.lower() in {"whether", "if", "that"}:
        return True
    return view.tokens[word].tag in {"VB", "VBG"} and after.pos in {"DET", "NOUN", "PROPN", "PRON", "NUM"}
