"""Whose doing a clause is: its agent, its subject, or the noun its "who" takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role

if TYPE_CHECKING:
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

NAMING = frozenset({"NOUN", "PROPN"})
_EXTENT = frozenset({
    "margin", "percent", "percentage", "point", "%", "half", "third", "quarter", "way", "means", "metre", "meter",
    "kilometre", "kilometer", "mile", "foot", "inch", "yard", "hectare", "acre", "tonne", "ton", "kilogram", "kilo",
    "pound", "dollar", "euro", "cent", "degree", "litre", "liter", "gallon", "barrel",
})  # fmt: skip
"""Behind "by" they tell how far, not who: "raised by three metres"."""


def agent_of(view: View, clause: Clause) -> int | None:
    """Who does it, in a passive: the noun, or adjective for a people, behind "by"."""
    for m in clause.modifiers:
        if m.preposition == "by" and m.head not in view.timed and view.lemma(m.head) not in _EXTENT:
            return m.head
    for kid in view.kids[clause.predicate]:
        if (
            view.preposition(kid) == "by"
            and kid not in view.timed
            and view.lemma(kid) not in _EXTENT
            and view.tokens[kid].pos in {"NOUN", "PROPN", "ADJ", "PRON"}
        ):
            return kid
    return None


def subject_of(view: View, clause: Clause) -> int | None:
    """The subject; for "who" and "which" the noun they take up; for a participle that of its noun or clause."""
    subject = clause.subject if clause.subject not in view.timed else None
    if subject is None and clause.role is Role.MAIN and not clause.copular:
        nouns = [
            k for k in view.kids[clause.predicate] if k < clause.predicate and view.tokens[k].pos in {"NOUN", "PROPN"}
        ]
        return next((kid for kid in reversed(nouns) if view.preposition(kid) is None and kid not in view.timed), None)
    if (
        subject is not None
        and view.tokens[subject].text.lower() in {"who", "which", "that"}
        and clause.role is Role.RELATIVE
    ):
        return view.tokens[clause.predicate].head
    if subject is None and clause.role is Role.RELATIVE and clause.connective in {"who", "which", "that"}:
        return _taken_up(view, clause)
    if subject is None and clause.role is Role.PARTICIPLE:
        head = view.tokens[clause.predicate].head
        if view.tokens[head].pos in {"NOUN", "PROPN"}:
            return head
        return view.clauses[clause.parent].subject if clause.parent is not None else None
    if (
        subject is None
        and clause.parent is not None
        and clause.role in {Role.COORDINATE, Role.ADVERBIAL, Role.INFINITIVE, Role.COMPLEMENT}
    ):
        above = view.clauses[clause.parent]
        return above.subject if above.subject is not None or above.role is not Role.MAIN else subject_of(view, above)
    return subject


def _taken_up(view: View, clause: Clause) -> int | None:
    """The noun "which" takes up where the parse hung it from a time or a verb: the nearest one in front."""
    opening = next((w for w in range(clause.predicate, -1, -1) if view.tokens[w].text.lower() == clause.connective), 0)
    for word in range(opening - 1, max(-1, opening - 7), -1):
        token = view.tokens[word]
        if token.pos in {"VERB", "AUX"}:
            return None
        if token.pos in NAMING and word not in view.timed and token.relation not in {"compound", "flat"}:
            return word
    return None
