"""What follows the verb in a title: objects, complements, places and the infinitive that completes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.behind import behind_verb, endings, run_end
from timeline.events.fitting import Part, neat, shrinking, texts_of
from timeline.events.lexicon import noun_is, verb_is, wordset
from timeline.events.status import OPEN
from timeline.events.wording import join, noun_phrase
from timeline.grammar.syntax import Role, Tense

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_BARE = frozenset({"help", "make", "let", "have", "dare", "need", "go", "come"})
_BOUND = wordset("bound noun")
_CLOSE_BY = 4  # words
_ENOUGH = 30  # characters of a phrase that need not be whole
_OUT = frozenset({"out", "up", "down", "off", "over", "on"})  # particles that the parse took for adverbs
_PLACING = frozenset({"put", "place", "lay"})
_WHERETO = frozenset({"on", "in", "into", "at", "under", "onto", "behind", "before", "near", "inside"})
_CLOSE = wordset("close adverb")


def named(view: View, cast: Cast, head: int) -> frozenset[str]:
    """The short names a noun phrase says."""
    return frozenset(actor.short for word in view.conjuncts(head) if (actor := cast.at(view.number, word)) is not None)


def parts_of(
    view: View, cast: Cast, number: int, *, subject: int, flipped: int | None = None, agent: int | None = None
) -> list[Part]:
    """What follows the verb, in text order: object, complement, place, and the rest."""
    clause = view.clauses[number]
    said = named(view, cast, subject) if subject >= 0 else frozenset()
    parts = []
    if flipped is not None:
        parts.append(Part(clause.predicate, _forms(view, cast, flipped, said), needed=True))
    for thing in clause.objects:
        if view.lemma(thing) == "place" and took_place(view, clause):
            continue
        if thing in view.timed or thing == subject or thing < clause.predicate or view.tokens[thing].tag == "PRP$":
            continue
        forms = _forms(view, cast, thing, said)
        if forms:
            parts.append(Part(thing, forms, needed=True))
    if (
        clause.role is Role.RELATIVE
        and set(clause.objects) <= {view.tokens[clause.predicate].head}
        and not clause.passive
        and not any(kid > clause.predicate for kid in view.under(clause.predicate, *OPEN))
        and subject != view.tokens[clause.predicate].head
    ):
        head = view.tokens[clause.predicate].head
        asks = clause.connective is not None or view.preposition(head) is None
        asks = asks and not any(view.tokens[k].tag in {"WDT", "WP"} for k in view.under(clause.predicate, "subject"))
        if clause.connective in {"which", "that", "whom", None} and asks and view.tokens[head].pos in {"NOUN", "PROPN"}:
            with_ = next(  # "for which they had paid"
                (view.preposition(kid) for kid in view.kids[clause.predicate] if view.tokens[kid].tag in {"WDT", "WP"}),
                None,
            )
            forms = _forms(view, cast, head, said)
            forms = tuple(f"{with_} {form}" for form in forms) if with_ else forms
            parts.append(Part(clause.predicate, forms, needed=True))
    parts += [
        Part(kid, (view.tokens[kid].text.lower(),), needed=True)
        for kid in view.under(clause.predicate, "adverb")
        if clause.predicate < kid <= clause.predicate + 3
        and (view.tokens[kid].text.lower() in _CLOSE or (kid == clause.predicate + 1 and view.tokens[kid].text in _OUT))
    ]
    for modifier in clause.modifiers:
        part = _modifier(view, cast, clause, modifier.head, modifier.preposition, agent, said, has_object=bool(parts))
        if part is not None:
            parts.append(part)
    parts += [
        Part(kid, _predicate_forms(view, cast, kid), needed=True)
        for kid in view.under(clause.predicate, "open-complement", "complement")
        if kid > clause.predicate
        and view.tokens[kid].pos in {"ADJ", "NOUN"}
        and not view.under(kid, "mark", "copula")
        and not _leads_to_time(view, kid)
    ]
    inner = _infinitive(view, cast, number, subject)
    if inner is not None:
        parts.append(inner)
    parts += [  # "intercepts a boat carrying two tonnes of cocaine"
        Part(kid, _predicate_forms(view, cast, kid), needed=False)
        for kid in view.under(clause.predicate, "adverbial")
        if view.tokens[kid].tag == "VBG" and kid - 1 in clause.objects and not view.under(kid, "mark")
    ]
    beyond = _beyond(view, clause)
    return sorted((part for part in parts if part.needed or part.at < beyond), key=lambda part: part.at)


def _beyond(view: View, clause: Clause) -> int:
    """Where another clause begins: what the parse hung from the verb behind it is hardly the verb's."""
    end = run_end(view, clause)
    if end < len(view.tokens) and (view.tokens[end].pos == "SCONJ" or view.tokens[end].tag == "WRB"):
        return end
    return len(view.tokens)


def _leads_to_time(view: View, word: int) -> bool:
    """The "late" of "late on Thursday"."""
    after = next((k for k in range(word + 1, len(view.tokens)) if view.tokens[k].pos != "ADP"), None)
    return after is not None and after in view.timed and view.tokens[word].text.lower() in {"early", "late"}


def _predicate_forms(view: View, cast: Cast, word: int) -> tuple[str, ...]:
    """What somebody is found, made or called: "guilty of taking bribes", "famous"."""
    goes_on = any(view.tokens[kid].pos in {"VERB", "AUX"} for kid in view.under(word, "conjunct"))
    without = ("punct", "conjunct", "coordinator") if goes_on else ("punct",)
    subjects = {each for kid in view.under(word, "subject") for each in view.subtree(kid)}
    words = [each for each in view.subtree(word, without) if each not in subjects]
    kept = view.undated(words)
    full = join(view, kept)
    whole = [text for text in endings(view, cast, kept) if len(text) < len(full)]
    cut_off = [] if whole or len(full) <= _ENOUGH else [neat(full[: _ENOUGH + 1].rsplit(" ", 1)[0])]
    last = (view.tokens[word].text,) if view.tokens[word].pos == "ADJ" else ()
    return tuple(dict.fromkeys((full, *whole, *cut_off, *last)))


def _forms(view: View, cast: Cast, head: int, said: frozenset[str]) -> tuple[str, ...]:
    found = [noun_phrase(view, cast, head, detail=detail, said=said) for detail in (3, 2, 1, 0)]
    texts = [text for text in found if text]
    if texts and len(texts[-1]) > _ENOUGH:
        texts += alone(view, head)
    if not texts and view.tokens[head].pos == "PRON":
        texts = [view.tokens[head].text.lower()]
    return tuple(dict.fromkeys(texts))


def _modifier(
    view: View,
    cast: Cast,
    clause: Clause,
    head: int,
    preposition: str | None,
    agent: int | None,
    said: frozenset[str],
    *,
    has_object: bool,
) -> Part | None:
    """A phrase with its preposition; not times, not other events as times ("after the summit"), not "according to"."""
    if preposition is None or head == agent or head in view.timed or head < clause.predicate:
        return None
    first, _, rest = preposition.partition(" ")
    if rest and first == view.tokens[clause.predicate].text.lower():  # "close to": the adjective stands there already
        preposition = rest
    if preposition in {
        "after",
        "before",
        "since",
        "following",
        "until",
        "during",
        "despite",
        "including",
        "such as",
        "as of",
    }:
        return None
    noun = view.tokens[head].pos in {"NOUN", "PROPN", "NUM", "PRON"} or view.tokens[head].tag == "VB"  # "over pay"
    if preposition.startswith("according") or not noun:
        return None
    forms = tuple(f"{preposition} {text}" for text in _forms(view, cast, head, said))
    if view.lemma(head) in _BOUND:  # "in connection" with what?
        forms = tuple(form for form in forms if not form.endswith(view.tokens[head].text))
    close = head - clause.predicate <= _CLOSE_BY or verb_is(view.lemma(clause.predicate), "needy")
    placed = view.lemma(clause.predicate) in _PLACING and preposition in _WHERETO and len(clause.objects) == 1
    return Part(head, forms, needed=(close and not has_object) or placed) if forms else None


def _infinitive(view: View, cast: Cast, number: int, subject: int) -> Part | None:
    """The infinitive or gerund that completes the verb: "refuse to send forces", "begin working with …"."""
    clause = view.clauses[number]
    lemma = view.lemma(clause.predicate)
    for other, inner in enumerate(view.clauses):
        token = view.tokens[inner.predicate]
        if inner.parent != number or inner.predicate <= clause.predicate or inner.tense is not Tense.NONE:
            continue
        if (
            token.pos == "VERB" and token.tag in {"NN", "NNS"} and token.relation in OPEN
        ):  # "begin work": a noun after all
            forms = _forms(view, cast, inner.predicate, frozenset())
            return Part(inner.predicate, forms, needed=True) if forms else None
        if (
            inner.perfect
            and token.relation in OPEN
            and token.tag in {"VBN", "VBD"}
            and inner.role is not Role.INFINITIVE
        ):
            behind = parts_of(view, cast, other, subject=subject)
            forms = tuple(
                " ".join([f"having {token.text.lower()}", *texts_of(behind, level)]) for level in (0, 1, 2, 3)
            )
            return Part(inner.predicate, tuple(dict.fromkeys(forms)), needed=True)
        completes = token.relation in OPEN or (token.relation == "participle" and token.tag == "VB")
        completes = completes or (lemma == "use" and inner.role is Role.INFINITIVE)
        directs = verb_is(lemma, "order") or lemma in {"ask", "tell"}  # "asked the mayor on Tuesday to resign"
        asked = view.under(clause.predicate, "object", "indirect")
        completes = completes or (directs and bool(asked) and inner.role is Role.INFINITIVE)
        if (
            inner.role not in {Role.INFINITIVE, Role.COMPLEMENT, Role.PARTICIPLE}
            or not completes
            or token.tag not in {"VB", "VBG"}
        ):
            continue
        gerund = token.tag == "VBG"
        bare = not gerund and view.tokens[inner.predicate - 1].tag not in {"TO", "RB"} and lemma not in _BARE
        if bare and inner.predicate == clause.predicate + 1 and not inner.objects:
            return Part(inner.predicate, (token.text,), needed=True)  # a noun: "keep watch"
        start = token.text.lower() if gerund else f"to {view.lemma(inner.predicate)}"
        particle = view.particle(inner.predicate)
        if particle:
            start += f" {particle}"
        behind = parts_of(view, cast, other, subject=subject)
        if not behind and not verb_is(view.lemma(inner.predicate), "intransitive") and not inner.passive:
            rest = behind_verb(view, cast, inner)  # a broken tree: "managed to remove and store the pictures"
            if rest is None and verb_is(view.lemma(inner.predicate), "needy", "light") and not particle:
                return None  # "seeks to have": what?
            behind = [rest] if rest is not None else []
        wordings = {" ".join([start, *texts_of(kept, level)]) for level in (0, 1, 2) for kept in shrinking(behind)}
        ordered = tuple(sorted(wordings, key=lambda form: (-len(form), form)))
        needed = (
            lemma in {"use", "ask", "tell"}
            or verb_is(lemma, "aspect", "commit", "negate", "plan", "order", "think", "deny")
            or not clause.objects
        )
        return Part(inner.predicate, ordered, needed=needed)
    return None


def alone(view: View, head: int) -> list[str]:
    """A common noun by itself, the last resort where its phrase fills the title; not of those side by side."""
    token = view.tokens[head]
    single = token.pos == "NOUN" and not view.under(head, "conjunct") and not token.text.isupper()
    return [token.text] if single else []


def took_place(view: View, clause: Clause) -> bool:
    """The verb only says that what its subject names happened."""
    lemma = view.lemma(clause.predicate)
    place = any(view.lemma(thing) == "place" for thing in clause.objects)
    happens = clause.subject is not None and noun_is(view.lemma(clause.subject), "event")
    plain = clause.tense is Tense.PAST and not clause.negated and not clause.modal
    return happens and plain and ((lemma == "take" and place) or lemma in {"occur", "happen"})
