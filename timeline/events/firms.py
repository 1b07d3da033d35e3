"""Names of companies: what stands in front of "Inc." and "Ltd.", and the short names that they go by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.gazetteer import calling
from timeline.events.human import CALLINGS, ROLES
from timeline.events.lexicon import wordset

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.events.view import View

_FORMS = calling("company form")
_BEHIND = _FORMS | calling("behind a company form")
_JOINS = frozenset({"&", "-", "–"})
_SMALL = frozenset({"DET", "ADP", "PRON", "SCONJ", "CCONJ", "ADV", "AUX", "PUNCT"})
_STOPS = (ROLES | CALLINGS) - {"general", "king", "queen", "prince", "mayor"}  # "General Motors Corp."
_OWN = frozenset({"'s", "’s"})


def firms(view: View) -> Mapping[int, int]:
    """The companies that a sentence names with their legal form: first word and last."""
    found: dict[int, int] = {}
    for token in view.tokens:
        if token.text.lower() not in _FORMS or not token.text[:1].isupper() | (token.text == "plc"):
            continue
        first = _first(view, token.index)
        if first == token.index or any(first <= last for last in found.values()):
            continue
        last = token.index
        while last + 1 < len(view.tokens) and _goes_on(view, last + 1):
            last += 1
        found[first] = last
    return found


def _first(view: View, form: int) -> int:
    """The first capitalised word of the run that a legal form ends."""
    first = form
    while first:
        before = view.tokens[first - 1]
        capital = before.text[:1].isupper() or (before.text[:1].isdigit() and not before.text.isdigit())
        if capital and before.pos not in _SMALL and before.text.lower() not in _STOPS | _FORMS:
            first -= 1
        elif first > 1 and _joined(view, first - 1, form):
            first -= 2
        else:
            break
    return first


def _joined(view: View, small: int, form: int) -> bool:
    """What holds a company's name together: "Dow & Brandt Co.", "Merz-Lang AG", "Tilly's Inc."."""
    word, before = view.tokens[small], view.tokens[small - 1]
    if not before.text[:1].isupper() or before.text.lower() in _STOPS | _FORMS:
        return False
    if word.text in _OWN:
        return small + 1 == form
    glued = before.span.end == word.span.start and word.span.end == view.tokens[small + 1].span.start
    return word.text == "&" or (word.text in _JOINS and glued)


def _goes_on(view: View, index: int) -> bool:
    """What may follow a legal form: "Service Corp. *International*", "Merz Co. *Ltd.*"."""
    text = view.tokens[index].text
    return text[:1].isupper() and text.lower() in _BEHIND


def core(name: str) -> str:
    """
    A company's name without its legal form.

    >>> core("Merz Media Inc."), core("Merz & Co."), core("Service Corp. International")
    ('Merz Media', 'Merz', 'Service Corp. International')
    """
    words = name.split()
    while len(words) > 1 and (words[-1].lower() in _FORMS or words[-1] == "&"):
        words = words[:-1]
    return " ".join(words)


def is_firm(name: str) -> bool:
    """A name that ends in a legal form, or holds one."""
    words = name.lower().split()
    return len(words) > 1 and not _FORMS.isdisjoint(words[1:])


def short_names(names: Sequence[str], barred: Iterable[str]) -> Mapping[str, str]:
    """
    What companies go by elsewhere, with their full names.

    Without the legal form, and by the first word where no two share it; *barred* names are somebody's or a place's.
    """
    full = [name for name in dict.fromkeys(names) if is_firm(name)]
    taken = set(barred)
    found: dict[str, str] = {}
    for name in full:
        brief, first = core(name), name.split()[0]
        sharing = [other for other in full if other.split()[0] == first]
        longest = max(sharing, key=len)
        if all(core(other) == brief for other in full if other.startswith(brief)):
            found.setdefault(brief, name)
        if len({core(other) for other in sharing}) == 1 and first not in taken and first.lower() not in _COMMON:
            found.setdefault(first, longest)
    return found


_COMMON = wordset("organisation") | wordset("weak title") | wordset("title")
