"""One or many: whether the verb of a title takes an "s"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.events.gazetteer import calling
from timeline.events.lexicon import wordset
from timeline.events.wording import coordinated
from timeline.grammar.syntax import Tense

if TYPE_CHECKING:
    from timeline.events.actor import Cast
    from timeline.events.view import View
    from timeline.grammar.syntax import Clause

_IRREGULAR = {"be": ("is", "are"), "have": ("has", "have"), "do": ("does", "do"), "go": ("goes", "go")}
_PLURAL = re.compile("[a-z]{2}[^suip]s$")
_TORN = re.compile("[bcdfgkptz]l$|[aeiou][^aeiou]+(?:ag|[^aeiou]at|[^aeiou]ad)$")
_WHOLE = frozenset({"combat", "format", "zigzag", "sandbag", "nag", "unload"})
_SHARES = frozenset({"half", "third", "quarter", "majority", "number", "percent", "rest", "some", "most", "all"})
_SEVERAL = frozenset(["they", "them", "we", "i", "you", "these", "those", "police", "people"])
_SEVERAL |= {"both", "many", "several", "some", "most", "all", "others", "few"}
_ONE_FORM = wordset("one form")
_EITHER = (
    wordset("measuring") | wordset("group") | wordset("one form") | frozenset({"family", "couple", "staff", "public"})
)
_AGENCIES = calling("agency body")
_ONE = frozenset({"a", "an", "this", "that", "each", "every", "another"})


def many(view: View, cast: Cast, head: int) -> bool:
    """Several: a person or a body is one, whatever its name looks like."""
    if len(coordinated(view, head)) > 1:
        return not _one_body(view, cast, head)
    actor = cast.meant.get((view.number, head))
    if actor is not None:
        together = " and " in actor.short and (actor.kind != "organisation" or bool(actor.members))
        return together or (actor.kind == "thing" and plural_text(actor.short))
    if _only_opens(view, cast, head):
        return True
    if (counted := _counted(view, head)) is not None:
        return plural(view, counted)
    named_ = cast.named.get((view.number, head))
    single = named_ is not None and named_.kind in {"person", "organisation", "country"}
    return plural(view, head) and not (single and len(view.under(head, "conjunct")) == 0)


def _one_body(view: View, cast: Cast, head: int) -> bool:
    """The "and" stands in the name of one: "Valley Savings & Loan Association", "Food and Drug Administration"."""
    joined = coordinated(view, head)
    body = cast.named.get((view.number, head))
    if body is not None and body.kind == "organisation":
        return all(cast.named.get((view.number, word)) is body for word in joined)
    first, last = view.tokens[joined[0]], view.tokens[joined[-1]]
    whole = all(token.text[:1].isupper() or token.pos == "CCONJ" for token in view.tokens[joined[0] : joined[-1] + 1])
    # a thing, bare and with a capital, is not joined to a body but is what the body sees to
    return whole and body is None and first.tag == "NN" and last.text.lower() in _AGENCIES


def told_many(view: View, clause: Clause) -> bool | None:
    """Several, by the form of the verb or its auxiliary: "has sent", "were seen"; None where it does not tell."""
    if clause.tense is Tense.NONE:
        return None
    helping = [view.tokens[kid] for kid in view.under(clause.predicate, "aux", "passive-aux") if kid < clause.predicate]
    for token in (*helping[:1], view.tokens[clause.predicate]):
        text = token.text.lower()
        if text in {"has", "is", "was", "does", "'s", "’s"} or token.tag == "VBZ":
            return False
        if text in {"have", "are", "were", "'ve", "’ve"} or token.tag == "VBP":
            return True
    return None


def disagrees(view: View, clause: Clause, head: int) -> bool:
    """One with the verb of several, or several with the verb of one: not the subject of this verb."""
    token, told = view.tokens[head], told_many(view, clause)
    if told is None or token.pos != "NOUN" or len(coordinated(view, head)) > 1 or token.text.lower() in _EITHER:
        return False
    if view.under(head, "number") or token.text.lower() in _SHARES | _SEVERAL | _ONE_FORM or token.text == "%":
        return False
    return token.tag in ({"NN"} if told else {"NNS"})


def _only_opens(view: View, cast: Cast, head: int) -> bool:
    """No name but a noun with a capital, because it opens the sentence: "Helicopters searched the coast"."""
    name = cast.named.get((view.number, head))
    if head != 0 or name is None or name.kind != "other" or not _PLURAL.search(view.tokens[0].text):
        return False
    return all(place == 0 for (_, place), actor in cast.named.items() if actor.short == name.short)


def _counted(view: View, head: int) -> int | None:
    """What a share or number is of: "half of the *residents*"."""
    token = view.tokens[head]
    if (
        token.text.lower() not in _SHARES
        and token.text != "%"
        and not token.text.lower().endswith(("thirds", "quarters"))
    ):
        return None
    if token.text.lower() == "number" and any(view.tokens[kid].text.lower() == "the" for kid in view.kids[head]):
        return None
    return next((kid for kid in view.under(head, "nominal") if view.preposition(kid) == "of" and kid > head), None)


def plural_text(text: str) -> bool:
    """Several, by the look of it."""
    return " and " in text or (text.endswith("s") and not text.endswith("ss"))


def plural(view: View, head: int) -> bool:
    """The noun, or what is coordinated, takes a plural verb."""
    token = view.tokens[head]
    if len(coordinated(view, head)) == 1 and (
        token.text[:1].isupper() and any(token_.relation == "flat" for token_ in view.sentence.children(head))
    ):
        return False  # "Luc Peeters"
    return (
        len(coordinated(view, head)) > 1
        or token.tag in {"NNS", "NNPS"}
        or (
            token.text.lower() in _ONE_FORM
            and not any(view.tokens[kid].text.lower() in {"a", "an", "one", "the", "this"} for kid in view.kids[head])
        )
        or token.text.lower() in _SEVERAL
        or (token.pos == "NUM" and token.text.lower() not in {"one", "1"} and not view.under(head, "compound", "flat"))
        or (token.pos == "ADJ" and not any(view.tokens[kid].text.lower() in _ONE for kid in view.kids[head]))
    )


def _whole(lemma: str) -> str:
    """
    The verb with the "e" that a lemmatizer took for an ending.

    >>> _whole("cascad"), _whole("dazzl"), _whole("load"), _whole("combat")
    ('cascade', 'dazzle', 'load', 'combat')
    """
    return lemma + "e" if _TORN.search(lemma) and lemma not in _WHOLE else lemma


def present(lemma: str, *, many: bool) -> str:
    """
    The verb as a headline has it for the past.

    >>> present("carry", many=False), present("visit", many=True)
    ('carries', 'visit')
    """
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma][many]
    lemma = _whole(lemma)
    if many:
        return lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
