"""Which time expressions belong to which event, by the parse and by what stands next to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.syntax import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.events.view import View
    from timeline.grammar.syntax import Clause
    from timeline.model.expression import TimeExpression


_JOINING = frozenset({"but", "and"})


def owners(view: View, nominal: Mapping[int, tuple[int, ...]]) -> dict[int, list[TimeExpression]]:
    """
    The head word of the event each time expression belongs to.

    `nominal` are the sentence's nominal events with the words of their phrases. An expression inside such a phrase,
    or right behind it, belongs to it; any other to the clause it hangs from.
    """
    found: dict[int, list[TimeExpression]] = {}
    for time in view.times:
        words = [token.index for token in view.tokens if token.span.meets(time.span)]
        if not words:
            continue
        owner = _nominal_owner(view, nominal, words)
        if owner is None:
            owner = _clause_owner(view, words)
        if owner is not None and not _opens_another(view, owner, words):
            found.setdefault(owner, []).append(time)
    return found


def _nominal_owner(view: View, nominal: Mapping[int, tuple[int, ...]], words: list[int]) -> int | None:
    first = words[0]
    front = first - 1
    while front >= 0 and view.tokens[front].pos in {"ADP", "DET"} and front not in view.timed:
        front -= 1
    best = None
    for head, phrase in nominal.items():
        inside = phrase[0] <= first <= phrase[-1] and not _before_its_article(view, head, words)
        behind = front == phrase[-1] and (_presupposed(view, head) or _before_its_verb(view, head, words))
        inside = inside or _year_of(view, head, words)
        if (inside or behind) and (best is None or head > best):
            best = head
    return best


def _before_its_article(view: View, head: int, words: list[int]) -> bool:
    """It stands in front of the whole phrase, and so of the clause: "On New Year's Day *a goal* sent them top"."""
    behind = words[-1] + 1
    return behind < head and view.tokens[behind].pos == "DET"


def _opens_another(view: View, owner: int, words: list[int]) -> bool:
    """
    It opens a clause that the parse has not found, and is not of the verb before it.

    "It sent ships to Rome, *but in 212* King Arnth changed sides": behind the time a new subject stands.
    """
    front = words[0] - 1
    while front >= 0 and view.tokens[front].pos in {"ADP", "DET"}:
        front -= 1
    behind = words[-1] + 1
    if front < 1 or owner >= front or view.tokens[front].text.lower() not in _JOINING or behind >= len(view.tokens):
        return False
    comma = view.tokens[front - 1].text == ","
    return comma and view.tokens[behind].pos in {"PROPN", "DET", "PRON", "NOUN"} and behind not in view.timed


def _before_its_verb(view: View, head: int, words: list[int]) -> bool:
    """It stands between a subject and its verb: "the killings in the valley *last week* shocked the country"."""
    number = view.clause_of[head]
    if number is None or words[-1] + 1 != view.clauses[number].verb:
        return False
    return view.clauses[number].subject in {head, *words}  # the parse may take the time for the subject


def _year_of(view: View, head: int, words: list[int]) -> bool:
    """The year is said to be that of the event: "2007 was the year of the great flood"."""
    above = view.tokens[head].head
    if view.preposition(head) != "of" or view.lemma(above) not in {"year", "month", "week", "day"}:
        return False
    clause = next((each for each in view.clauses if each.predicate == above), None)
    return clause is not None and clause.copular and clause.subject in words


def _presupposed(view: View, head: int) -> bool:
    """A nominal event in a phrase of time ("after the confrontation … earlier this year") takes the time behind it."""
    return view.preposition(head) in {"after", "before", "since", "following", "until", "during", "at", "in", "from"}


def _clause_owner(view: View, words: list[int]) -> int | None:
    outside = [word for word in words if view.tokens[word].head not in words or view.tokens[word].head == word]
    number = view.clause_of[outside[0]] if outside else None
    if number is None:
        number = next(
            (n for n, clause in enumerate(view.clauses) if clause.span.covers(view.tokens[words[0]].span)), None
        )
    if number is None:  # a broken tree: a time in front or behind is the main clause's
        number = next((n for n, clause in enumerate(view.clauses) if clause.parent is None), None)
    return None if number is None else view.clauses[_before_its_connective(view, number, words)].predicate


def _before_its_connective(view: View, number: int, words: list[int]) -> int:
    """What stands before the word that opens a clause is of the one above: "opened *in May*, a year after he left"."""
    clause = view.clauses[number]
    if clause.role is not Role.ADVERBIAL or clause.parent is None:
        return number
    opens = [mark for mark in view.under(clause.predicate, "mark") if mark < clause.predicate]
    behind = view.clauses[clause.parent].predicate < words[0]
    return clause.parent if behind and opens and words[-1] < opens[0] else number


def own_day(view: View, clause: Clause) -> bool:
    """A time of its own that is no mere length: "stood for three centuries" is a state."""
    times = [time for time in view.times if time.type in {"DATE", "TIME"}]
    things = [view.span_of(view.subtree(thing)) for thing in clause.objects]
    return any(span.meets(time.span) for span in (*(m.span for m in clause.modifiers), *things) for time in times)


def own_times(view: View, clause: Clause) -> bool:
    """The clause has a time of its own, a length included."""
    return any(
        modifier.span.meets(time.span) for modifier in clause.modifiers for time in view.times if time.type != "SET"
    )
