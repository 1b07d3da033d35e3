"""Names in the text: runs of proper nouns, told apart by titles, organisation words and the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.firms import firms, is_firm
from timeline.events.gazetteer import bodies, calling, country_of, given_names, people, place
from timeline.events.lexicon import noun_is, wordset

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.events.view import View

TITLES = wordset("title")
_CAPITAL = calling("capital title") | calling("calling") - {
    "forward",
    "winner",
}  # titles only with a capital: "Striker Paul Okoro", not "the driver of Prince X"
_RANK = TITLES - wordset("weak title")
_ORGANISATION = wordset("organisation") | calling("also organisation")
_LONGER = (_ORGANISATION - TITLES) | {"&", "computer"}  # "Apple *Corps*" is no Apple
_MEDIA = wordset("media") | calling("also media")

_LOWER_NAME = wordset("name particle")
_BRIDGES = _LOWER_NAME | {"of", "for"}

_MAN, _WOMAN = wordset("man's title"), wordset("woman's title")


@dataclass(frozen=True, slots=True)
class Name:
    """
    A name where it stands.

    `words` are its words without titles; `kind` is person, name (it may be one), country, place, people (demonyms),
    organisation, vessel, event or other;
    `country` what it rolls up to where known; `titles` the words in front and `front` their places;
    `known` is the usual spelling of a person the gazetteer knows; `spoken` the gender that titles in front say.
    """

    sentence: int
    words: tuple[int, ...]
    text: str
    kind: str
    country: str | None = None
    titles: tuple[str, ...] = ()
    gender: str | None = None
    known: str | None = None
    front: tuple[int, ...] = ()
    spoken: str | None = None


def is_media(name: str) -> bool:
    """A newspaper, an agency, a broadcaster: who reports, rather than who acts."""
    return any(word.casefold() in _MEDIA for word in name.split()) and not is_firm(name)


def names(view: View, known: frozenset[str] = frozenset()) -> Iterator[Name]:
    """Every name in a sentence, in text order; *known* are surnames and letters of bodies seen in other sentences."""
    whole = [tuple(range(first, last + 1)) for first, last in firms(view).items()]
    found = [Name(view.number, words, _text(view, words), "organisation") for words in whole]
    for run in _runs(view, known, frozenset(word for words in whole for word in words)):
        found += _parts(view, run)
    yield from sorted(found, key=lambda name: name.words)


def _proper(view: View, index: int, known: frozenset[str] = frozenset()) -> bool:
    token = view.tokens[index]
    if token.text in known:
        return True
    if token.text in {"-", "–", "'s", "’s"} or not token.text[0].isalnum():
        return False
    if index in view.timed and place(token.text) is None:
        return False
    after = index + 1
    follows = view.tokens[after] if after < len(view.tokens) else token
    if token.text[0].isupper() and follows.head == index and follows.relation == "flat" and follows.tag[:3] == "NNP":
        return True  # a first name the tagger does not know
    opens = index == 0 or view.tokens[index - 1].pos == "PUNCT"
    if opens and token.tag in {"NNPS", "NNS"} and follows.tag[:3] != "NNP" and place(token.text) is None:
        return token.text.lower() in bodies()  # "Shares fell": a capital for the sentence
    if index and token.text[0].isupper() and view.tokens[index - 1].text.lower() in calling("honorific"):
        return True  # "Mr. Price"
    before = view.tokens[index - 1].text if index else ""
    if follows.text[:1].isupper() and token.text.isupper() and token.text.lower() in calling("vessel prefix"):
        return follows is not token
    if token.text[0].isupper() and before.isupper() and before.lower() in calling("vessel prefix"):
        return True  # "HMS Tern"
    part = token.relation in {"compound", "amod"} and token.pos in {"NOUN", "ADJ"} and token.head > index
    part = part and (not opens or (token.text in given_names() and token.head == index + 1))
    if part and token.text[0].isupper() and follows.pos == "PROPN" and not view.sentence.heading:
        return True  # "the *Environment* Protection Authority", "the *Meteorological* Service", "*Rose* Holm left"
    if token.relation == "apposition" and token.tag == "NN" and token.text[0].isupper() and index:
        return True  # "the duke, *Ottone*, fled"
    if token.pos == "PROPN" or token.tag in {"NNP", "NNPS"}:
        return token.text[0].isupper() or token.text[0].isdigit()
    return (
        token.text[0].isupper()
        and (place(token.text) is not None or token.text.lower() in bodies())
        and token.pos != "PRON"
    )


def _runs(view: View, known: frozenset[str], taken: frozenset[int]) -> Iterator[list[int]]:
    """Runs of proper nouns, without the words *taken* already."""
    run: list[int] = []
    count = len(view.tokens)
    for index in range(count):
        if run and run[-1] >= index:
            continue
        if (
            index not in taken
            and _proper(view, index, known)
            and not (view.tokens[index].text in {"al", "el", "ul"} and run)
        ):
            run.append(index)
            continue
        word = view.tokens[index].text
        if run and run[-1] == index - 1 and word in {"-", "–", "&"} and _glued(view, index):
            run += [index, index + 1]
            continue
        if word == "and" and _one_body(view, index):
            run = [*(run if run and run[-1] == index - 1 else [index - 1]), index]
            continue
        if run and run[-1] == index - 1 and word in {"al", "el", "ul"} and _hyphened(view, index):
            run += [index, index + 1]  # "Mohammed al-Rashid"
            continue
        follows = index + 1 < count and index + 1 not in taken and _proper(view, index + 1)
        skips = index + 2 < count and view.tokens[index + 1].text.lower() == "the" and _proper(view, index + 2)
        if (
            run
            and run[-1] in {index - 1, index - 2}
            and word in _BRIDGES
            and (follows or skips)
            and _joins(view, run, word)
        ):
            run.append(index)
            continue
        if run and run[-1] == index - 1 and word == "the" and view.tokens[index - 1].text == "of" and follows:
            run.append(index)
            continue
        if run:
            yield run
        run = []
    if run:
        yield run


def _one_body(view: View, index: int) -> bool:
    """An "and" inside a body's name: "the Food and Drug Administration", not "Tarn and the Health Board"."""
    first = view.tokens[index - 1].text
    if index < 2 or not first[:1].isupper() or not _plain_word(first):
        return False
    last = index + 1
    while last < len(view.tokens) and _proper(view, last):
        last += 1
    words = [token.text for token in view.tokens[index + 1 : last]]
    opens = any(token.text.lower() == "the" for token in view.tokens[max(0, index - 4) : index - 1])
    return opens and len(words) > 1 and words[-1].lower() in calling("agency body") and _plain_word(words[0])


def _plain_word(text: str) -> bool:
    """No name by itself that the gazetteer or the lists know: "Food"."""
    low = text.lower()
    known = place(text) is not None or low in bodies() or text in given_names()
    return not known and low not in _ORGANISATION | TITLES


def _hyphened(view: View, index: int) -> bool:
    return index + 2 < len(view.tokens) and view.tokens[index + 1].text == "-" and _proper(view, index + 2)


def _glued(view: View, index: int) -> bool:
    """A hyphen inside a name: "Jean-Claude"; "&" in "Hart & Sons"."""
    if index + 1 < len(view.tokens) and view.tokens[index].text == "&":
        return view.tokens[index + 1].text[:1].isupper()
    if index + 1 >= len(view.tokens) or not _proper(view, index + 1):
        return False
    before, hyphen, after = view.tokens[index - 1 : index + 2]
    return before.span.end == hyphen.span.start and hyphen.span.end == after.span.start and place(before.text) is None


def _text(view: View, run: Sequence[int]) -> str:
    """The name as it is written, hyphens and all."""
    text = " ".join(view.tokens[index].text for index in run).replace(" - ", "-").replace(" – ", "–")
    return text.replace(" 's ", "'s ").replace(" ’s ", "’s ")


def _joins(view: View, run: Sequence[int], word: str) -> bool:
    """Whether a small word joins a name: "Bank of England", "Ursula von der Leyen"; not "Trump of Moscow"."""
    if word in _LOWER_NAME:
        return True
    return word == "of" and view.tokens[run[-1]].text.lower() in wordset("of-name")


def _parts(view: View, run: Sequence[int]) -> Iterator[Name]:
    """A run may hold several names: "Russian President Vladimir Putin", "Air Force General Dan Caine"."""
    texts = [view.tokens[index].text for index in run]
    known = _longest_known(texts)
    if known is not None:
        start, end = known
        yield from _parts(view, run[:start])
        yield _known(view, run[start:end], run[:start])
        yield from _parts(view, run[end:])
        return
    if not texts:
        return
    titled_by = _RANK if any(word.lower() in _ORGANISATION for word in texts) else _RANK | _CAPITAL
    cut = max((i + 1 for i, word in enumerate(texts) if word.lower() in titled_by and i + 1 < len(texts)), default=0)
    if (
        cut
        and texts[cut - 1].lower() == "secretary"
        and texts[cut : cut + 2] == ["of", "State"]
        and len(texts) > cut + 2
    ):
        cut += 2
    while cut and cut < len(texts) and texts[cut].lower() in _BRIDGES - _LOWER_NAME | {"the"}:
        cut += 1
    cut = 0 if noun_is(texts[-1].lower(), "named") else cut  # "the Boxer Rebellion", "the General Strike"
    while len(texts) - cut > 2 and texts[cut].lower() in TITLES and (cut or texts[1] in given_names()):
        cut += 1  # "Chief *Executive* Lukas Frey"
    if cut and _reigns(texts[:cut]):  # "the King of Tarn" is no Mr Tarn
        yield Name(view.number, tuple(run[cut:]), _text(view, run[cut:]), "other")
        return
    titles, name = texts[:cut], texts[cut:]
    titled = bool(titles) or _title_before(view, run[0]) is not None
    if not name or all(word.lower() in TITLES | _CAPITAL for word in name):
        return
    front = _front(view, run[cut]) if titled else ()
    said = tuple(view.tokens[word].text for word in front)
    text = _text(view, run[cut:])
    gender = _gender(said, name)
    kind, spoken = _kind(name, titled=titled), _gender(said)
    yield Name(view.number, tuple(run[cut:]), text, kind, None, said, gender, None, front, spoken)


def _reigns(titles: Sequence[str]) -> bool:
    """A title with the place it is of: "King of", "Bishop of"."""
    return len(titles) > 1 and titles[-1].lower() in {"of", "the"} and titles[0].lower() in calling("of a place")


def _title_before(view: View, first: int) -> str | None:
    """The lower-case title right in front of a name: "spokeswoman Maria Zakharova"."""
    if first == 0:
        return None
    word = view.tokens[first - 1].text
    return word if word.lower() in _RANK and word.islower() else None


def _gender(titles: Sequence[str], name: Sequence[str] = ()) -> str | None:
    lower = {title.lower() for title in titles}
    if lower & (_MAN | _WOMAN):
        return "m" if lower & _MAN else "f"
    return given_names().get(name[0]) if len(name) > 1 else None


def _front(view: View, first: int) -> tuple[int, ...]:
    """The words of rank in front of a name: "Foreign Ministry spokeswoman", "Secretary of State"."""
    word = first - 1
    while word >= 0:
        text = view.tokens[word].text.lower()
        proper = view.tokens[word].pos == "PROPN" or country_of(view.tokens[word].text) is not None
        capital = text in _CAPITAL and view.tokens[word].text[0].isupper()
        if (
            text not in TITLES
            and not capital
            and text not in {"of", "state", "ministry", "party"}
            and not (proper and word + 1 < first)
        ):
            break
        word -= 1
    found = range(word + 1, first)
    return tuple(found) if any(view.tokens[w].text.lower() in _RANK | _CAPITAL for w in found) else ()


def _kind(name: Sequence[str], *, titled: bool) -> str:
    if name[-1].lower() in wordset("thing") or name[0].lower() in wordset("thing"):
        surname = len(name) == 2 and name[0] in given_names() and name[-1].lower() in calling("thing or surname")
        return "person" if titled else "name" if surname else "other"  # "Grace Hall" may be somebody
    if noun_is(name[-1].lower(), "named") and not titled:
        return "event" if len(name) > 1 else "other"
    if "&" in name or any(word.lower() in _ORGANISATION for word in name):
        return "organisation"
    if titled:
        return "person"
    if len(name) == 1 and len(name[0]) > 1 and name[0].replace(".", "").isupper():
        return "organisation"
    parts = [word for word in name if word[0].isalnum()]
    if len(parts) > 1 and parts[0] in given_names():
        return "person"
    return "name" if len(parts) in {2, 3} and all(word[0].isupper() for word in parts) else "other"


def _longest_known(texts: Sequence[str]) -> tuple[int, int] | None:
    """The longest part of a run that the gazetteer knows; people before places where they are as long."""
    for length in range(min(len(texts), 6), 0, -1):
        for start in range(len(texts) - length + 1):
            text = " ".join(texts[start : start + length])
            around = [*texts[start + length : start + length + 1], *(["&"] if "&" in texts else [])]
            if text.casefold() in people() and "&" not in around:
                return start, start + length
            if text.casefold() in bodies() and not any(word.lower() in _LONGER for word in around):
                return start, start + length
            found = place(text)
            if found is not None and not _inside_name(texts, start, length, found.kind):
                return start, start + length
    return None


def _inside_name(texts: Sequence[str], start: int, length: int, kind: str) -> bool:
    """A place's name inside a longer name is part of it: "Paris Hilton", "Bank of England", "New York Times"."""
    rest = [*texts[:start], *texts[start + length :]]
    if not rest:
        return False
    if any(word.lower() in _ORGANISATION for word in rest) and kind != "demonym":
        return True
    if kind in {"city", "region", "capital", "ambiguous"} and start and texts[start - 1] in given_names():
        return True  # "Ann Whitby"
    if "&" in texts[start + length : start + length + 1] or "&" in texts[max(0, start - 1) : start]:
        return True
    after = texts[start + length :]
    return kind in {"city", "region", "capital", "ambiguous"} and bool(after) and after[0].lower() not in TITLES


def _known(view: View, run: Sequence[int], before: Sequence[int]) -> Name:
    text = _text(view, run)
    person = people().get(text.casefold())
    if person is not None:
        front = _front(view, run[0])
        titles = tuple(view.tokens[word].text for word in front or before)
        spoken = _gender(titles)
        return Name(
            view.number, tuple(run), text, "person", person.country, titles, person.gender, person.name, front, spoken
        )
    if text.casefold() in bodies():
        return Name(view.number, tuple(run), bodies()[text.casefold()], "organisation")
    found = place(text)
    kind = {"country": "country", "demonym": "people", "seat": "organisation"}.get(found.kind if found else "", "place")
    if found is not None and found.either:
        kind = "country" if found.name in found.either else "place"
    return Name(view.number, tuple(run), text, kind, found.country if found and not found.either else None)
