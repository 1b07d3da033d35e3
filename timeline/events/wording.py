"""Noun phrases and verb forms as headlines have them: short, complete, with names for pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import noun_is, wordset
from timeline.events.mend import REFLEXIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.events.actor import Actor, Cast
    from timeline.events.view import View

_LOOSE = (
    "relative",
    "participle",
    "adverbial",
    "apposition",
    "complement",
    "mark",
    "other",
    "conjunct",
    "coordinator",
    "nominal",
)
_NO_SPACE_BEFORE = frozenset({"'s", "’s", "'", "’", "%", ",", ".", ")", "-", "–"})
_QUOTES = frozenset("\"“”„‟«»'`{}") | {"''", "``"}
_BARE = wordset("bare")
_ROLES = wordset("role") | wordset("title") | wordset("person")
_MEASURING = wordset("measuring")
WHOLE, BRIEF = 3, 2
_BRACKETS = str.maketrans("", "", "[]")


def join(view: View, words: Sequence[int]) -> str:
    """The words as the text spaces them; where words were left out, one space. Quotation marks and stray commas go."""
    parts: list[str] = []
    before: int | None = None
    for word in words:
        token = view.tokens[word]
        if token.text in _QUOTES or (token.text in {",", ";", ":"} and word == words[-1]):
            continue
        if parts:
            glued = before is not None and word == before + 1 and view.tokens[before].span.end == token.span.start
            torn = token.text in _NO_SPACE_BEFORE and token.text not in {"-", "–"}
            hyphen = (
                before is not None and word == before + 1 and (token.text == "-" or view.tokens[before].text == "-")
            )
            if not glued and not torn and not hyphen:
                parts.append(" ")
        parts.append(token.text)
        before = word
    return "".join(parts).translate(_BRACKETS).strip(" ,;:–-")


def noun_phrase(
    view: View, cast: Cast, head: int, *, detail: int = WHOLE, first: bool = False, said: frozenset[str] = frozenset()
) -> str | None:
    """
    A noun with what a headline keeps of its phrase, None where it is a pronoun nobody can be found for.

    `detail`: 0 the noun with adjectives, 1 with of-phrases, 2 with every prepositional phrase that is no time, but
    nothing inside them, 3 with all that is inside them.
    `first`: the phrase opens the title; a definite article goes. `said`: who was named before, now "his" and "its".
    """
    parts = []
    for number, each in enumerate(coordinated(view, head)):
        text = _one(view, cast, each, detail=detail, first=first and number == 0, said=said)
        if text is None:
            return None
        parts.append(text)
        if (actor := cast.at(view.number, each)) is not None:
            said |= {actor.short}  # "Rosselló and his staff"
    if len(parts) == 1:
        return parts[0]
    conjunction = next(
        (view.tokens[c].text.lower() for w in coordinated(view, head) for c in view.under(w, "coordinator")), "and"
    )
    if conjunction not in {"and", "or", "but", "&"}:
        conjunction = "and"
    return ", ".join(parts[:-1]) + f" {conjunction} {parts[-1]}"


def coordinated(view: View, head: int) -> list[int]:
    """The noun and what "and" or "or" joins to it; without them what follows a comma only says more about it."""
    conjuncts = [w for w in view.conjuncts(head) if w == head or view.tokens[w].pos in {"NOUN", "PROPN", "ADJ", "NUM"}]
    joins = [join_ for word in view.conjuncts(head) for join_ in view.under(word, "coordinator")]
    two = len(conjuncts) == 2
    second = next((word for word in conjuncts if word > head), None)
    if second is not None and view.tokens[head].pos == "PROPN" and _calls_him(view, second):
        return [head]  # "Ana Ruiz, chairman and founder of the bank"
    if not joins or (two and joins[-1] > head and view.tokens[joins[-1] - 1].text == ","):
        return [head]
    return sorted(set(conjuncts))


def _calls_him(view: View, word: int) -> bool:
    """What somebody is, behind a comma and without an article: "…, chairman"."""
    bare = not view.under(word, "determiner", "possessive", "compound", "amod")
    return bare and view.tokens[word - 1].text == "," and view.tokens[word].text in _ROLES


def _one(view: View, cast: Cast, head: int, *, detail: int, first: bool, said: frozenset[str]) -> str | None:
    actor = cast.meant.get((view.number, head))
    if actor is not None and not _another_name(view, head, actor):
        return actor.short
    named = cast.named.get((view.number, head))
    if view.tokens[head].text.lower() in REFLEXIVE:
        return view.tokens[head].text.lower()
    if named is not None and (named.kind == "person" or (detail == 0 and named.kind == "country")):
        return named.short
    if pronoun(view.tokens[head].text):
        return None
    words = _core(view, head)
    text = _with_owner(view, cast, head, words, detail=detail, first=first, said=said)
    if not text:
        return None
    owners = [actor.short for word in view.under(head, "possessive") if (actor := cast.at(view.number, word))]
    said = said | frozenset(owners)
    for word in view.under(head, "nominal"):
        preposition = view.preposition(word)
        if preposition is None or not _right_behind(view, head, word):
            continue
        measures = view.tokens[head].text.lower() in _MEASURING or view.tokens[head].pos == "NUM"  # "and one of fraud"
        if detail == 0 and not (preposition == "of" and measures):
            continue
        if preposition != "of" and detail == 1:
            continue
        if any(
            view.tokens[between].pos in {"VERB", "AUX"} and view.tokens[between].relation != "amod"
            for between in range(head + 1, word)
        ):
            continue  # it stands behind the verb and is the verb's
        inner = noun_phrase(view, cast, word, detail=0 if detail == BRIEF else detail, said=said)
        if inner is not None and not preposition.startswith("according"):
            text = f"{text} {preposition} {inner}"
    return text + _clause_behind(view, cast, head, whole=detail == WHOLE) if detail else text


def _right_behind(view: View, head: int, word: int) -> bool:
    """No time, and not behind what is joined on: "four years and six months *in prison*"."""
    return word > head and word not in view.timed and not any(head < k < word for k in view.under(head, "conjunct"))


def _another_name(view: View, head: int, actor: Actor) -> bool:
    """A name of one's own is kept: "King Hussein" is not told as "Saddam"."""
    token = view.tokens[head]
    if token.pos != "PROPN" or actor.kind != "person":
        return False
    name = {view.tokens[word].text.lower() for word in view.subtree(head, ("relative", "participle", "conjunct"))}
    return not name & set(actor.short.lower().replace("'", " ").split())


def _clause_behind(view: View, cast: Cast, head: int, *, whole: bool) -> str:
    """What a noun needs to be whole: "the idea of sending troops", "any plan that brings …"."""
    sweeping = any(view.tokens[kid].text.lower() in {"any", "every", "no", "all"} for kid in view.kids[head])
    for kid in view.kids[head]:
        token = view.tokens[kid]
        infinitive = (
            token.relation in {"participle", "adverbial", "complement"} and token.tag in {"VB", "VBG"} and kid > head
        )
        if infinitive or (sweeping and token.relation == "relative"):
            words = view.undated(view.subtree(kid, ("punct",)))
            if not words or words[0] != head + 1:
                return ""
            return f" {join(view, words)}" if whole else _short_clause(view, cast, words[0], kid)
    return ""


def _core(view: View, head: int) -> list[int]:
    """The noun with determiner, adjectives, numbers and compounds; adjectives keep what is coordinated with them."""
    words = {head}
    comma = next(
        (word for word in range(head + 1, len(view.tokens)) if view.tokens[word].text == ","), len(view.tokens)
    )
    for kid in view.kids[head]:
        token = view.tokens[kid]
        if kid > comma:
            continue
        sells = token.tag == "VBG" and kid == head - 1 and token.relation in {"participle", "adverbial"}
        if sells and not view.under(kid, "object", "mark", "oblique"):
            words.add(kid)  # "selling pressure"
            continue
        if token.relation in _LOOSE or token.relation in {"punct", "case", "possessive"} or kid in view.timed:
            continue
        if token.tag.startswith("W"):
            continue
        if token.relation in {"aux", "passive-aux", "copula", "subject", "negation", "oblique", "object"}:
            continue
        if token.relation == "adverb" and token.tag != "PDT":
            continue
        words.update(w for w in view.subtree(kid, ("relative", "participle", "adverbial")) if w not in view.timed)
    first = min(words)
    if (
        first > 1
        and view.tokens[first].pos == "NUM"
        and [view.tokens[w].text.lower() for w in (first - 2, first - 1)] == ["up", "to"]
    ):
        words |= {first - 2, first - 1}
    return _contiguous(words, head, view)


def _contiguous(words: Iterable[int], head: int, view: View) -> list[int]:
    kept = sorted(words)
    hyphens = [w for w in range(kept[0], kept[-1]) if view.tokens[w].text in {"-", "–"} and w not in kept]
    kept = sorted({*kept, *(w for w in hyphens if w - 1 in kept or w + 1 in kept)})
    if kept[-1] == head and _goes_on(view, head):
        kept += [head + 1, head + 2]  # "profit-taking"
    while kept and kept[0] < head and view.tokens[kept[0]].text in {",", "and", "or", "-"}:
        kept = kept[1:]
    return kept


def _goes_on(view: View, word: int) -> bool:
    """A hyphen ties what follows to the word."""
    tokens = view.tokens[word : word + 3]
    if len(tokens) < 3 or tokens[1].text != "-":
        return False
    glued = tokens[0].span.end == tokens[1].span.start and tokens[1].span.end == tokens[2].span.start
    return glued and tokens[2].tag == "VBG"


def _short_clause(view: View, cast: Cast, first: int, verb: int) -> str:
    """A clause behind a noun, in short ("of sending troops to Ukraine"): the verb, its object and where to."""
    parts = [
        join(view, [word for word in range(first, verb + 1) if view.tokens[word].head in {verb, word} or word == verb])
    ]
    for kid in view.kids[verb]:
        relation, preposition = view.tokens[kid].relation, view.preposition(kid)
        if (
            kid > verb
            and kid not in view.timed
            and (relation == "object" or (relation == "oblique" and preposition == "to"))
        ):
            text = noun_phrase(view, cast, kid, detail=0)
            if text:
                parts.append(f"{preposition} {text}" if preposition else text)
    return " " + " ".join(parts)


def _with_owner(
    view: View, cast: Cast, head: int, words: list[int], *, detail: int, first: bool, said: frozenset[str]
) -> str:
    owner = next((word for word in view.under(head, "possessive") if word not in view.timed), None)
    if (
        words
        and words[0] != head
        and first
        and view.tokens[words[0]].text.lower() in {"a", "an"}
        and view.lemma(head) != "number"
    ):
        words = words[1:]
    if words and words[0] != head and view.tokens[words[0]].tag == "PRP$":
        words = words[1:]
    if (
        words
        and words[0] != head
        and first
        and view.tokens[words[0]].text.lower() in {"this", "that", "these", "those"}
    ):
        words = words[1:]
    if (
        words
        and view.tokens[words[0]].text.lower() == "the"
        and (first or (detail < WHOLE and not _keeps_article(view, words)))
    ):
        words = words[1:]
    text = join(view, words)
    if words and not first and view.tokens[words[0]].index == 0 and view.tokens[words[0]].pos in {"NOUN", "ADJ", "NUM"}:
        text = text if text[:2].isupper() or _may_be_name(view, words) else text[:1].lower() + text[1:]
    if words and text.startswith(("The ", "A ", "An ", "This ", "These ")) and not first:
        text = text[0].lower() + text[1:]
    if owner is None:
        return text
    whose = cast.meant.get((view.number, owner))
    if (
        whose is not None
        and view.tokens[owner].pos in {"PRON", "DET"}
        and (set(whose.short.split(" and ")) <= said or whose.short in said or whose.kind == "thing")
    ):
        return (
            f"{possessive(whose)} {text}"
            if first and whose.short not in said
            else _owned(view, words, view.tokens[owner].text.lower(), text)
        )
    if whose is not None:
        return _owned(view, words, possessive(whose), text)
    if view.tokens[owner].pos in {"PRON", "DET"}:
        word = view.tokens[owner].text.lower()
        return text if word in {"our", "my", "your"} or first else _owned(view, words, word, text)
    whose_text = noun_phrase(view, cast, owner, detail=0, first=first) or ""
    mark = next((view.tokens[kid].text for kid in view.under(owner, "case") if kid > owner), "'s")
    return f"{whose_text}{mark} {text}" if whose_text else text


def _may_be_name(view: View, words: Sequence[int]) -> bool:
    """One word without an article that opens the sentence and never stands in small letters: its spelling is kept."""
    token = view.tokens[words[0]]
    alone = len(words) == 1 and token.tag == "NN" and not noun_is(token.lemma.lower(), "event")
    return alone and f" {token.text.lower()}" not in view.text


def _owned(view: View, words: Sequence[int], owner: str, text: str) -> str:
    """The owner before the noun, behind "all" and "both": "all its shops"."""
    opening = view.tokens[words[0]].text if words and view.tokens[words[0]].text.lower() in {"all", "both"} else ""
    return f"{opening} {owner}{text[len(opening) :]}" if opening else f"{owner} {text}"


def possessive(actor: Actor) -> str:
    """
    Whose something is: "the lawyers' plan", "James's plan".

    Only a person's name that ends in "s" takes another.
    """
    return f"{actor.short}'" if actor.short.endswith("s") and actor.kind != "person" else f"{actor.short}'s"


def _keeps_article(view: View, words: Sequence[int]) -> bool:
    """Whether "the" stays: before names ("the White House") and superlatives."""
    after = [view.tokens[word] for word in words[1:]]
    if not after:
        return False
    return all(token.pos == "PROPN" for token in after) or any(token.tag in {"JJS", "RBS"} for token in after)


def capital(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def pronoun(text: str) -> bool:
    """A word that means nothing by itself: "us", not "US"."""
    return text.lower() in _BARE and text not in {"US", "IT", "WHO"}
