"""Whom "he" and "she" take up: the subjects above them, the only person near, whom the story is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.actor import Actor
from timeline.events.human import CALLINGS, HUMANS, is_somebody, may_be
from timeline.events.quoting import speakers
from timeline.events.things import main_subject, several, subjects_above, thing_of
from timeline.events.vessels import is_ship, only_things_do, she, ships_in
from timeline.grammar.syntax import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.events.view import View

_HE, _SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
_THINGS = frozenset({"it", "its", "they", "them", "their"})
_EITHER = frozenset({"neither", "nor", "either", "or"})
_SPEAKS = frozenset({"attorney", "lawyer", "solicitor", "spokesman", "spokesperson", "spokeswoman", "barrister"})
_RECENT = 8  # sentences back
_WITH = frozenset({None, "with", "to", "against"})
_PARTS = frozenset({"subject", "object", "oblique", "indirect", "conjunct"})
_UNDER_A_VERB = frozenset({"object", "indirect", "oblique"})


@dataclass(frozen=True, slots=True)
class Known:
    """Who stands where so far: names, what was resolved (added to), and genders the pronouns told (added to)."""

    views: Sequence[View]
    named: Mapping[tuple[int, int], Actor]
    meant: dict[tuple[int, int], Actor]
    genders: dict[Actor, str]

    def at(self, view: View, word: int) -> Actor | None:
        """The actor a word stands for so far."""
        return self.named.get((view.number, word)) or self.meant.get((view.number, word))

    def gender(self, actor: Actor) -> str | None:
        """By name, title or noun, or by an earlier pronoun."""
        return actor.gender or self.genders.get(actor)


def resolve_pronouns(view: View, known: Known) -> None:
    """Put into *known* whom the pronouns of a sentence stand for, as far as the text makes it clear."""
    main = main_subject(view)
    order = sorted(range(len(view.tokens)), key=lambda word: (word != main, word))  # "When he came, she had left"
    for word in order:
        token = view.tokens[word]
        text = token.text.lower()
        if token.pos not in {"PRON", "DET"} or token.relation == "determiner":
            continue
        found = None
        if text in _HE or text in _SHE:
            found = _Search(view, word, "f" if text in _SHE else "m", known).found()
        elif text in _THINGS:
            found = thing_of(view, word, known)
        if found is not None:
            known.meant[view.number, word] = found


@dataclass(frozen=True, slots=True)
class _Search:
    """For the person a pronoun takes up."""

    view: View
    word: int
    gender: str
    known: Known

    def found(self) -> Actor | None:
        """The person, None where nobody or more than one can be meant."""
        if only_things_do(self.view, self.word):
            return she(self.view, self.word, self.known) if self.gender == "f" else None
        actor = self._of_sentence()
        if actor is _OPEN:
            return None
        if actor is None:
            actor = self._of_those_before()
        if actor is None or actor is _OPEN or actor in self._barred():
            return None
        if actor.kind == "person" and self.known.gender(actor) is None:
            self.known.genders[actor] = self.gender
        return actor

    def _fits(self, actor: Actor | None) -> bool:
        if is_ship(actor):
            return self.gender == "f"
        return actor is not None and actor.kind == "person" and self.known.gender(actor) in {None, self.gender}

    def _of_sentence(self) -> Actor | None:
        view, word, known = self.view, self.word, self.known
        barred = self._barred()
        doer = self._own_doer()
        if doer is not None and known.at(view, doer) is None and view.tokens[doer].text.lower() in _HE | _SHE:
            return _OPEN
        above = self._above(barred)
        if above is not None:
            return above
        own = view.clause_of[word]
        before = [
            other
            for other in range(word)
            if self._fits(known.at(view, other)) and known.at(view, other) not in barred and not _after_of(view, other)
        ]
        persons = dict.fromkeys(actor for other in before if (actor := known.at(view, other)) is not None)
        if len(persons) == 1 and not self._rival(view, max(before), word):
            only = next(iter(persons))
            return only if word != main_subject(view) or self._told(only) else _OPEN
        if persons:
            return self._topic(persons) or _OPEN
        if (somebody := self._same_object()) is not None:
            return somebody
        main = main_subject(view)
        ahead = known.at(view, main) if main is not None and main > word else None
        if ahead is not None and self._fits(ahead) and ahead not in barred and _fronted(view, word, own):
            return ahead
        return _OPEN if self._rival(view, -1, word) else None

    def _same_object(self) -> Actor | None:
        """Whom the verb before was done to, by the same: "she turned to her rabbi and told *him*"."""
        view, word = self.view, self.word
        own = view.clause_of[word]
        clause = None if own is None else view.clauses[own]
        if clause is None or clause.parent is None or clause.role is not Role.COORDINATE:
            return None
        above = view.clauses[clause.parent]
        if self._own_doer() is None or clause.subject != above.subject or not above.predicate < clause.predicate:
            return None
        done_to = [*above.objects, *(m.head for m in above.modifiers if m.preposition in {"to", "at", "on"})]
        those = [one for thing in done_to if (one := self._somebody(view, thing)) is not None and thing < word]
        return those[0] if len(those) == 1 else None

    def _own_doer(self) -> int | None:
        """Who does it to the one meant, for an object: they are two."""
        own = self.view.clause_of[self.word]
        if own is None or self.view.tokens[self.word].relation not in _UNDER_A_VERB:
            return None
        return self.view.clauses[own].subject

    def _barred(self) -> set[Actor]:
        """Who cannot be meant: the doer of its own verb, for an object; the speaker, inside his quotation."""
        view, word = self.view, self.word
        joined = [
            *view.under(word, "conjunct"),
            *([view.tokens[word].head] * (view.tokens[word].relation == "conjunct")),
        ]
        barred = {actor for kid in joined if (actor := self.known.at(view, kid)) is not None}
        doer = self._own_doer()
        if doer is not None and (actor := self.known.at(view, doer)) is not None:
            barred.add(actor)
        for where, subject in speakers(self.known.views, view, word):
            if (who := self.known.at(where, subject)) is not None:
                barred.add(who)
        return barred

    def _above(self, barred: set[Actor]) -> Actor | None:
        """The subject of a clause it stands in; for what somebody is made to do to *his* own, he."""
        view, word, known = self.view, self.word, self.known
        own = view.clause_of[word]
        if own is not None and view.clauses[own].role is Role.INFINITIVE and view.clauses[own].parent is not None:
            above = view.clauses[view.clauses[own].parent or 0].objects  # "forces him to withdraw *his* army"
            helped = [one for thing in above if thing < word and self._fits(one := known.at(view, thing))]
            if view.tokens[word].relation == "possessive" and len(helped) == 1:
                return helped[0]
        for subject in subjects_above(view, word, own=view.tokens[word].relation == "possessive"):
            if subject == word:
                continue
            actor = known.at(view, subject)
            if actor is not None and several(view, subject, known):
                if any(view.tokens[kid].text.lower() in _EITHER for kid in view.kids[subject]):
                    return _OPEN  # "neither Marsh nor Stone said he …"
                continue
            if actor is not None and actor.kind == "people" and view.tokens[subject].tag in {"NN", "NNP", "JJ"}:
                beside = known.at(view, view.tokens[subject].head)  # "Karl Berg, the Dane who gave his name"
                apposed = view.tokens[subject].relation == "apposition" and self._fits(beside)
                return beside if apposed else _OPEN
            if self._fits(actor) and actor is not None and actor not in barred:
                owns = view.tokens[word].relation == "possessive"
                open_ = self._speaks_for(actor, subject) or (not owns and self._met(view, actor, word))
                return _OPEN if open_ else actor
            if (somebody := self._somebody(view, subject)) is not None and somebody.name not in {
                one.name for one in barred
            }:
                return somebody
        return None

    def _speaks_for(self, actor: Actor, subject: int) -> bool:
        """A lawyer or spokesman who says what "he" does may tell of somebody told of before."""
        if self.view.tokens[self.word].relation == "possessive" or subject == self.word:
            return False
        if not any(role.split()[-1] in _SPEAKS for role in actor.roles):
            return False
        before = self.known.views[max(0, self.view.number - 2) : self.view.number]
        return any(
            self._fits(one) and one != actor
            for view in before
            for word in range(len(view.tokens))
            if (one := self.known.at(view, word)) is not None
        )

    def _rival(self, view: View, since: int, until: int) -> bool:
        """A person without a name stands between who may be meant as well."""
        return any(
            view.tokens[word].tag == "NN"
            and view.tokens[word].lemma.lower() in HUMANS
            and may_be(view.tokens[word].lemma.lower(), self.gender)
            and self.known.at(view, word) is None
            and (view.tokens[word].relation in _PARTS or view.preposition(word) == "to")
            and word != (self._own_doer() if view is self.view else None)
            and not (
                view is self.view and any(view.tokens[kid].pos == "PRON" for kid in view.under(word, "possessive"))
            )
            for word in range(since + 1, until)
        )

    def _told(self, actor: Actor) -> bool:
        """For a main subject: nobody else is what the sentence before is about ("After calling Marsh, he left")."""
        if not self.view.number or any(
            self.known.at(self.view, clause.subject) == actor
            for clause in self.view.clauses
            if clause.subject is not None
        ):
            return True
        earlier = self.known.views[self.view.number - 1]
        subject = None if earlier.sentence.heading else main_subject(earlier)
        about = None if subject is None else self.known.at(earlier, subject)
        return about == actor or not self._fits(about)

    def _topic(self, persons: Mapping[Actor, None]) -> Actor | None:
        """Of several the one the sentence before is about."""
        for earlier in reversed(self.known.views[max(0, self.view.number - 1) : self.view.number]):
            subject = None if earlier.sentence.heading else main_subject(earlier)
            actor = None if subject is None else self.known.at(earlier, subject)
            if actor is not None and actor in persons:
                sure = [one for one in persons if self.known.gender(one) == self.gender]
                return actor if not sure or actor in sure else None
        return None

    def _of_those_before(self) -> Actor | None:
        views, known = self.known.views, self.known
        ship = False
        for earlier in reversed(views[max(0, self.view.number - _RECENT) : self.view.number]):
            if earlier.sentence.heading:
                continue
            actor = self._of_earlier(earlier)
            if ship and not is_ship(actor):
                return _OPEN  # "she" may be the ship told of since
            ship = self.gender == "f" and ships_in(earlier, known)
            if actor is not None:
                near = actor.kind == "person" or earlier.number + 1 == self.view.number
                return actor if near else _OPEN  # somebody without a name is not remembered for long
            subject = main_subject(earlier)
            if subject is not None and known.at(earlier, subject) is None and _unknown_name(earlier, subject):
                return _OPEN
        return None

    def _of_earlier(self, view: View) -> Actor | None:
        """In an earlier sentence: its subject, else the only one; open where several may be meant."""
        known = self.known
        subject = main_subject(view)
        turned = subject is not None and any(c.subject == subject and c.verb < subject for c in view.clauses)
        subject = None if turned else subject  # "Among her pupils were …" is about her
        words = [word for word in range(len(view.tokens)) if self._fits(known.at(view, word))]
        persons = dict.fromkeys(actor for word in words if (actor := known.at(view, word)) is not None)
        if subject is not None:
            actor = known.at(view, subject)
            if actor is not None and actor.members:
                fitting = [one for one in actor.members if self._fits(one)]
                return fitting[0] if len(fitting) == 1 else _OPEN
            if self._fits(actor) and not several(view, subject, known) and actor is not None:
                sure = [one for one in persons if known.gender(one) == self.gender]
                only = known.gender(actor) is not None or not sure or sure == [actor]
                return actor if only and not self._met(view, actor, len(view.tokens)) else _OPEN
            if (somebody := self._somebody(view, subject)) is not None:
                return somebody
        mine = _SHE if self.gender == "f" else _HE
        if any(token.text.lower() in mine and known.at(view, token.index) is None for token in view.tokens):
            return _OPEN  # whoever that was
        clear = [word for word in words if not _owner_name(view, word)]
        told = [w for w in clear if view.tokens[w].pos in {"PRON", "DET"} and not self._of_somebody(view, w)]
        for few in (told, clear):
            those = dict.fromkeys(one for word in few if (one := known.at(view, word)) is not None)
            if len(those) == 1 and (few is told or not self._rival(view, -1, len(view.tokens))):
                return next(iter(those))
            if those:
                return _OPEN
        return _OPEN if self._rival(view, -1, len(view.tokens)) else None

    def _of_somebody(self, view: View, word: int) -> bool:
        """The "his" of "his brother", who may be the one that is taken up."""
        head = view.tokens[word].head
        return (
            view.tokens[word].relation == "possessive"
            and view.tokens[head].tag == "NN"
            and is_somebody(view.lemma(head))
        )

    def _met(self, view: View, actor: Actor, until: int) -> bool:
        """Somebody else of that gender takes part beside the subject: "Marsh met Stone. *He* left" leaves it open."""
        return any(
            one != actor and one.kind == "person" and self.known.gender(one) == self.known.gender(actor)
            for word in range(until)
            if view.tokens[word].relation in _UNDER_A_VERB
            and (one := self.known.at(view, word)) is not None
            and view.preposition(word) in _WITH
        )

    def _somebody(self, view: View, word: int) -> Actor | None:
        """A person without a name: "a man", "the driver"."""
        token = view.tokens[word]
        lemma = token.lemma.lower()
        if token.tag != "NN" or not is_somebody(lemma) or self.known.at(view, word) or view.under(word, "conjunct"):
            return None
        if not may_be(lemma, self.gender):
            return None
        named = self.known.at(view, token.head) if token.relation == "apposition" else None
        beside = [one for kid in view.under(word, "apposition") if (one := self.known.at(view, kid)) is not None]
        if named is not None or beside:
            named = named or beside[0]
            return named if self._fits(named) else None  # "Nathan Deller, an attorney who lost his practice"
        if any(self._fits(self.known.at(view, kid)) for kid in view.under(word, "possessive")):
            return _OPEN  # "Deller's grandfather founded it; his family …"
        first = word
        while first and first - 1 in view.kids[word] and view.tokens[first - 1].relation in {"amod", "compound"}:
            first -= 1
        text = view.span_of([first, word]).of(view.text)
        if lemma not in HUMANS and lemma not in CALLINGS and not text.islower():
            return _OPEN
        return Actor(text, text, "thing", None, None, None, frozenset({text.casefold()}))


_OPEN = Actor("", "", "open")


def _after_of(view: View, word: int) -> bool:
    """A name that only tells which: "the Amir brothers", "the Ritter inquiry"."""
    return view.tokens[word].relation == "compound" and view.tokens[view.tokens[word].head].pos == "NOUN"


def _owner_name(view: View, word: int) -> bool:
    """A name in the possessive, or a part of one; a pronoun carries on who was meant before."""
    head = view.tokens[word].head
    if view.tokens[word].relation == "possessive":
        return view.tokens[word].pos not in {"PRON", "DET"}
    return view.tokens[word].relation in {"flat", "compound"} and view.tokens[head].relation == "possessive"


def _unknown_name(view: View, word: int) -> bool:
    """A capitalised subject nobody was found for: it may be somebody."""
    token = view.tokens[word]
    return token.pos == "PROPN" or (token.text[:1].isupper() and token.tag in {"NNS", "NN"} and word == 0)


def _fronted(view: View, word: int, own: int | None) -> bool:
    """In front of the main clause's subject: "After his release, …", "When he arrived, …"."""
    if own is None or view.clauses[own].role in {Role.ADVERBIAL, Role.PARTICIPLE, Role.INFINITIVE}:
        return True
    subject = view.clauses[own].subject
    return subject is not None and subject > word
