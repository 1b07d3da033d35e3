"""Which known event a draft is, if any: what its own words say, and what tells it apart from one that sounds alike."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.events.gazetteer import country_of
from timeline.events.human import is_person
from timeline.events.landmark import Told, words_of
from timeline.events.lexicon import verb_is, wordset
from timeline.events.names import TITLES
from timeline.events.nominal import phrase
from timeline.model.event import Kind, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.events.actor import Actor, Cast
    from timeline.events.draft import Draft
    from timeline.events.landmark import Landmark
    from timeline.events.landmarks import Landmarks
    from timeline.events.view import View

_NOT_THAT_ONE = wordset("not that one")
_ABOUT = wordset("about an event")  # "the film", "the anniversary", "commemorated": of the event, not the event
_ELSEWHERE = _ABOUT | wordset("another sport")
_RANKS = wordset("title of rank")  # "King Francis" is not Pope Francis
_LIKE = frozenset({"like", "unlike", "than"})
_BESIDE = ("relative", "participle", "adverbial", "apposition", "parenthetical")
_NUMBER = re.compile(r"[IVX]+|[0-9]{1,3}")  # "Apollo 11", "Elizabeth II"
_SORTS = wordset("sort of thing")  # what a name may stand before and still be the name's: "the Titanic liner"
_AROUND = frozenset(
    word.replace("_", " ") for word in wordset("around an event")
)  # "resigned because of the scandal": what came before, not what it was
_STYLE = re.compile(r"-\s?(?:style|like|type|era|esque|themed|inspired|level|scale|size)\b")
_MADE = frozenset({"appoint", "crown", "elect", "inaugurate", "re-elect", "reelect", "name", "choose", "install"})
_CALLED = frozenset({"named", "called", "dubbed", "christened", "nicknamed"})
_PHASES = frozenset({"begin", "start", "open", "end", "finish", "close"})
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9][0-9]")


def recognised(view: View, people: Cast, landmarks: Landmarks, draft: Draft) -> Draft:
    """The draft with the known event it is, which also knows whether that was a day or lasted longer."""
    says = draft.speech and not (draft.clause is not None and view.clauses[draft.clause].objects)
    if says or draft.status not in {Status.HAPPENED, Status.REPORTED} or (draft.nominal and not draft.definite):
        return draft
    found = _match(view, people, landmarks, draft)
    for mention in draft.also if found is None else ():
        light = verb_is(draft.lemma, "light")  # "Hitler committed suicide", "Trump and Putin held talks in Alaska"
        noun = replace(draft, lemma=view.lemma(mention.token)) if light else None
        noun = noun if noun and _match(view, people, landmarks, noun) else _noun(view, draft, mention.token)
        found = None if noun is None else _match(view, people, landmarks, noun)
        if found is not None and (found.kind is Kind.DAY or verb_is(draft.lemma, "light", "happen")):
            break
        found = None  # "the war cost lives": what something long does is not as long as that
    return draft if found is None else replace(draft, landmark=found.id, kind=found.kind)


def _match(view: View, people: Cast, landmarks: Landmarks, draft: Draft) -> Landmark | None:
    itself = draft.lemma == view.lemma(draft.token)  # not the "held" of "held talks"
    head = frozenset({draft.lemma, *([view.tokens[draft.token].text.casefold()] if itself else [])})
    if not landmarks.can_be(head) or _another(view, draft):
        return None
    return landmarks.match(_told(view, people, draft, head))


def _noun(view: View, draft: Draft, token: int) -> Draft | None:
    """A noun that tells a clause's event once more, as an event of its own: "the *bombing* in Omagh killed 29"."""
    small = {view.tokens[kid].text.casefold() for kid in view.kids[token]}
    if view.tokens[token].pos not in {"NOUN", "PROPN"} or small & {"a", "an"}:
        return None
    return replace(draft, token=token, lemma=view.lemma(token), nominal=True, words=phrase(view, token), also=())


def _another(view: View, draft: Draft) -> bool:
    """
    What stands above or beside it says that it is not the event itself.

    "A film about the sinking", "the anniversary of the fall", "they re-enacted the battle", "like the summit",
    "he ended the war as a captain" (which is his war, not the war's end).
    """
    if view.preposition(draft.token) in _LIKE and draft.nominal:
        return True
    clause = None if draft.clause is None else view.clauses[draft.clause]
    if not draft.nominal:
        return clause is not None and draft.lemma in _PHASES and bool(clause.objects)
    word = draft.token
    while view.tokens[word].relation in {"nominal", "compound", "possessive", "amod", "conjunct"}:
        word = view.tokens[word].head
        if view.lemma(word) in _ABOUT:
            return True
    if clause is None:
        return False
    if draft.token in clause.objects and view.lemma(clause.predicate) in _PHASES:
        return True
    above = [clause.predicate, *([clause.subject] if clause.subject is not None else [])]
    return any({view.lemma(word), view.tokens[word].text.casefold()} & _ABOUT for word in above)


def _told(view: View, people: Cast, draft: Draft, head: frozenset[str]) -> Told:
    words = _own(view, draft)
    bag = _forms(view, people, words)
    text = " ".join(view.tokens[word].text.casefold() for word in words)
    years = {time.value[:4] for time in draft.times if _YEAR.match(time.value)}
    if draft.nominal:
        years |= {view.tokens[word].text for word in words if _YEAR.fullmatch(view.tokens[word].text)}
    theme = _theme(view, people, draft, words)
    near = bag if draft.nominal else frozenset[str]().union(*_sides(view, people, draft, words))
    common = _forms(view, people, [word for word in words if view.tokens[word].pos != "PROPN"])  # not "New Orleans"
    barred = common & ((near & _NOT_THAT_ONE) | _ELSEWHERE) | _office(view, draft)
    style = _STYLE.search(text)
    beside = [kid for word in words for kid in view.under(word, "apposition")]  # "the siege of Leningrad, Ohio"
    named = {word: actor for word in (*words, *beside) if (actor := people.named.get((view.number, word))) is not None}
    return Told(
        head=head,
        words=frozenset(bag | words_of(text) | years),
        text=text,
        theme=theme,
        names=tuple(_names(view, people, words)),
        places=frozenset(_places(draft, named.values())),
        barred=barred | ({style.group()} if style else set()),
        lent=tuple(_lent(view, people, draft, words)),
        years=frozenset(int(year) for year in years),
        dates=tuple(dict.fromkeys(time.value for time in (*draft.times, *view.times_in(draft.words)))),
    )


def _forms(view: View, people: Cast, words: Iterable[int]) -> frozenset[str]:
    """The words, their lemmas, and what the names and pronouns among them go by."""
    found = set[str]()
    for word in words:
        found |= {view.tokens[word].text.casefold(), view.lemma(word)}
        actor = people.at(view.number, word)
        if actor is not None:
            found |= actor.words
    return frozenset(found)


def _own(view: View, draft: Draft) -> list[int]:
    """
    The draft's words without names that only lend themselves to something inside it.

    "The re-election of Trump's ally" is not Trump's, nor is "Putin's envoy met Trump" a meeting of Putin's, "the
    death of a friend of Diana" Diana's, or "it grew like the pandemic" a pandemic. What it came after or because of is
    left out too, and what it was done for.
    """
    barred = set[int]()
    if not draft.nominal and draft.clause is not None:
        subject = view.clauses[draft.clause].subject
        mine = {draft.token, *([] if subject is None else view.subtree(subject))}
        barred = {word for word in draft.words if view.clause_of[word] != draft.clause and word not in mine}
    for word in draft.words:
        person = view.tokens[word].pos == "NOUN" and is_person(view.lemma(word))
        for kid in view.kids[word]:
            relation = view.tokens[kid].relation
            owner = relation == "possessive" and word != draft.token
            owner = owner and (view.tokens[kid].pos not in {"PRON", "DET"} if draft.nominal else person)
            lent = person and word != draft.token and relation in {"nominal", "compound"}
            lent = lent and (relation == "compound" or view.preposition(kid) == "of")
            preposition = view.preposition(kid) if relation in {"nominal", "oblique"} else None
            around = word == draft.token and not draft.nominal and preposition in _AROUND
            if owner or lent or around or preposition in _LIKE:
                barred.update(view.subtree(kid))
    together = {  # "the summit of Trump *and Putin*"
        part
        for word in draft.words
        for kid in (view.under(word, "conjunct") if draft.nominal and word != draft.token else ())
        for part in view.subtree(kid, _BESIDE)
    }
    return sorted({*draft.words, *together} - barred)


def _lent(view: View, people: Cast, draft: Draft, words: Sequence[int]) -> Iterable[tuple[str, frozenset[str]]]:
    """Nouns with the names in front of them that only tell which: "Bismarck *tower*", "the Oslo *conference*"."""
    for word in words:
        token = view.tokens[word]
        yield from _really(view, people, word)
        noun = token.pos == "NOUN" or token.text.islower()
        if not noun or token.pos not in {"NOUN", "PROPN"} or view.lemma(word) in _SORTS:
            continue
        if draft.nominal and token.relation == "compound" and token.head == draft.token:
            yield view.lemma(word), frozenset()  # "the *baseball* disaster" of Fukushima
        front = [part for kid in view.under(word, "compound", "amod") for part in view.subtree(kid)]
        names = [part for part in front if view.tokens[part].pos == "PROPN"]
        if word != draft.token and names:
            yield view.lemma(word), _forms(view, people, names)


def _really(view: View, people: Cast, word: int) -> Iterable[tuple[str, frozenset[str]]]:
    """What bears the name: "a *bot* named Apollo 11", "Elizabeth II, a *ferry*"."""
    bearer = word - 2
    called = bearer >= 0 and view.tokens[word].pos == "PROPN" and view.tokens[word - 1].text.lower() in _CALLED
    if called and view.tokens[bearer].pos == "NOUN" and view.lemma(bearer) not in _SORTS:
        run = [w for w in range(word, min(word + 4, len(view.tokens))) if view.tokens[w].pos in {"PROPN", "NUM"}]
        yield view.lemma(bearer), _forms(view, people, run)
    for kid in view.under(word, "apposition") if view.tokens[word].pos == "PROPN" else ():
        lemma = view.lemma(kid)
        beside = any(token.text == "," for token in view.tokens[word:kid])
        if beside and view.tokens[kid].pos == "NOUN" and lemma not in _SORTS and not is_person(lemma):
            yield lemma, _forms(view, people, [word, *view.under(word, "flat", "compound")])


def _theme(view: View, people: Cast, draft: Draft, words: Sequence[int]) -> frozenset[str] | None:
    """The words of what it happened to: object, subject of a passive or of a verb without object, phrase with "of"."""
    heads: list[int] = []
    if draft.nominal:
        heads = [kid for kid in view.under(draft.token, "nominal") if view.preposition(kid) == "of"]
        heads = [kid for kid in heads if not view.timed.intersection(view.subtree(kid))]
    elif draft.clause is not None and draft.lemma == view.lemma(draft.token):
        clause = view.clauses[draft.clause]
        heads = list(clause.objects)
        if clause.subject is not None and (clause.passive or not clause.objects):
            heads.append(clause.subject)
    if not heads:
        return None
    without = _BESIDE if draft.nominal else (*_BESIDE, "possessive")  # "they invaded Poland's market", not Poland
    inside = {word for head in heads for word in view.subtree(head, without)} & set(words)
    return _forms(view, people, inside)


def _sides(view: View, people: Cast, draft: Draft, words: Sequence[int]) -> Iterable[frozenset[str]]:
    """The words of a clause's subject and objects, each."""
    if draft.clause is not None:
        clause = view.clauses[draft.clause]
        for head in (*clause.objects, *([clause.subject] if clause.subject is not None else [])):
            yield _forms(view, people, set(view.subtree(head, _BESIDE)) & set(words))


def _office(view: View, draft: Draft) -> frozenset[str]:
    """What an office is of: the "club" of "re-election as club president", which is no president's of a country."""
    inside = {word for kid in view.kids[draft.token] if view.preposition(kid) == "as" for word in view.subtree(kid)}
    if draft.clause is not None and not draft.nominal and draft.lemma in _MADE:
        clause = view.clauses[draft.clause]  # "crowned carnival king", "re-elected chairman of the golf club"
        kids = [kid for kid in view.kids[clause.predicate] if kid > clause.predicate and view.preposition(kid) is None]
        inside |= {word for kid in kids if kid not in view.timed for word in view.subtree(kid, _BESIDE)} - view.timed
    nouns = {view.lemma(word) for word in inside if view.tokens[word].pos == "NOUN"}
    return frozenset(nouns - wordset("role"))


def _names(view: View, people: Cast, words: Sequence[int]) -> Iterable[frozenset[str]]:
    """The words of each name: runs of proper nouns and the full names of persons, without titles and countries."""
    runs: list[list[int]] = []
    for word in words:
        goes_on = bool(runs) and runs[-1][-1] == word - 1
        numbered = goes_on and _NUMBER.fullmatch(view.tokens[word].text) is not None
        if (view.tokens[word].pos != "PROPN" and not numbered) or word in view.timed:
            continue
        if goes_on:
            runs[-1].append(word)
        else:
            runs.append([word])
    for run in runs:
        yield _plain(view.tokens[word].text for word in run)
    for word in words:
        actor = people.at(view.number, word)
        if actor is not None and actor.kind == "person":
            yield _plain(actor.name.split())


def _plain(parts: Iterable[str]) -> frozenset[str]:
    found = (part.casefold().strip("’'") for part in parts if not part[:1].islower())
    name = frozenset(part for part in found if part not in TITLES - _RANKS and country_of(part) is None)
    return frozenset() if name <= _RANKS | {"the"} else name - {"the"}


def _places(draft: Draft, named: Iterable[Actor]) -> Iterable[str]:
    """Places it names, without the countries that only stand for the persons taking part."""
    lanes = {actor.lane for actor in draft.actors if actor.kind == "person"}
    for actor in named:
        if actor.kind == "place" or (actor.kind == "country" and actor.lane not in lanes):
            yield actor.short.casefold().removeprefix("the ")
