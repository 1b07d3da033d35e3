"""Whom "he" and "she" take up: the subjects above them, the only person near, whom the story is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.human import is_somebody
from timeline.events.lexicon import verb_is, wordset
from timeline.events.pronoun import HE, OPEN, SHE, Pronoun
from timeline.events.standing import several
from timeline.events.things import asked_of_another, main_subject, subjects_above, thing_of
from timeline.events.vessels import is_ship, only_things_do, part_of_ship, she, ships_in
from timeline.grammar.syntax import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.events.actor import Actor, Known
    from timeline.events.view import View

_THINGS = frozenset({"it", "its", "they", "them", "their"})
_THINGS_BY_NAME = wordset("thing") | wordset("organisation")
_EITHER = frozenset({"neither", "nor", "either", "or"})
_SPEAKS = frozenset({"attorney", "lawyer", "solicitor", "spokesman", "spokesperson", "spokeswoman", "barrister"})
_RECENT = 8  # sentences back


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
        if text in HE or text in SHE:
            found = _Search(view, word, "f" if text in SHE else "m", known).found()
        elif text in _THINGS:
            found = thing_of(view, word, known)
            if found is not None and text in {"it", "its"}:
                known.genders.setdefault(found, "n")
        if found is not None:
            known.meant[view.number, word] = found


class _Search(Pronoun):
    """For the person a pronoun takes up."""

    __slots__ = ()

    def found(self) -> Actor | None:
        """The person, None where nobody or more than one can be meant."""
        if only_things_do(self.view, self.word):
            return she(self.view, self.word, self.known) if self.gender == "f" else None
        actor = self._of_sentence()
        if actor is OPEN:
            return None
        if actor is None:
            actor = self._of_those_before()
        if actor is None or actor is OPEN or actor in self.barred():
            return None
        if actor.kind in {"person", "thing"} and self.known.gender(actor) is None:
            self.known.genders[actor] = self.gender
        return actor

    def _of_sentence(self) -> Actor | None:
        view, word, known = self.view, self.word, self.known
        if self.gender == "f" and part_of_ship(view, word) and (ship := she(view, word, known)) is not None:
            return ship
        barred = self.barred()
        doer = self.own_doer()
        if doer is not None and known.at(view, doer) is None and view.tokens[doer].text.lower() in HE | SHE:
            return OPEN
        above = self._above(barred)
        if above is not None:
            return above
        own = view.clause_of[word]
        before = [
            other
            for other in range(word)
            if self.fits(known.at(view, other))
            and known.at(view, other) not in barred
            and not _after_of(view, other)
            and not self._only_quoted(other)
        ]
        persons = dict.fromkeys(actor for other in before if (actor := known.at(view, other)) is not None)
        if len(persons) == 1 and not self.rival(view, max(before), word):
            only = next(iter(persons))
            sure = known.gender(only) is not None
            if not sure and doer is not None and any(known.gender(one) == self.gender for one in barred):
                return OPEN  # somebody who is a woman does it, by the parse
            return only if word != main_subject(view) or self._told(only) else OPEN
        if persons:
            return self._topic(persons) or OPEN
        if (somebody := self._same_object()) is not None:
            return somebody
        main = main_subject(view)
        ahead = known.at(view, main) if main is not None and main > word else None
        if ahead is not None and self.fits(ahead) and ahead not in barred and _fronted(view, word, own):
            return ahead
        return OPEN if self.rival(view, -1, word) else None

    def _only_quoted(self, other: int) -> bool:
        """Who is told of in what he says is another: "I wrote to Marsh once," *he* said."""
        own, inner = self.view.clause_of[self.word], self.view.clause_of[other]
        if own is None or inner is None or self.view.clauses[own].quoted:
            return False
        return self.view.clauses[inner].quoted and verb_is(self.view.lemma(self.view.clauses[own].predicate), "say")

    def _same_object(self) -> Actor | None:
        """Whom the verb before was done to, by the same: "she turned to her rabbi and told *him*"."""
        view, word = self.view, self.word
        own = view.clause_of[word]
        clause = None if own is None else view.clauses[own]
        if clause is None or clause.parent is None or clause.role is not Role.COORDINATE:
            return None
        above = view.clauses[clause.parent]
        if self.own_doer() is None or clause.subject != above.subject or not above.predicate < clause.predicate:
            return None
        done_to = [*above.objects, *(m.head for m in above.modifiers if m.preposition in {"to", "at", "on"})]
        those = [one for thing in done_to if (one := self.somebody(view, thing)) is not None and thing < word]
        return those[0] if len(those) == 1 else None

    def _above(self, barred: set[Actor]) -> Actor | None:
        """The subject of a clause it stands in; for what somebody is made to do to *his* own, he."""
        view, word, known = self.view, self.word, self.known
        own = view.clause_of[word]
        if own is not None and view.clauses[own].role is Role.INFINITIVE and view.clauses[own].parent is not None:
            above = view.clauses[view.clauses[own].parent or 0].objects  # "forces him to withdraw *his* army"
            those = [known.at(view, thing) for thing in above if thing < word]
            helped = [one for one in those if one is not None and self.fits(one)]
            if view.tokens[word].relation == "possessive" and len(helped) == 1:
                return helped[0] if known.gender(helped[0]) == self.gender else OPEN
        for subject in subjects_above(view, word, own=view.tokens[word].relation == "possessive"):
            if subject == word:
                continue
            if self._stops(subject):
                return OPEN
            actor = known.at(view, subject)
            if actor is not None and several(view, subject, known):
                if any(view.tokens[kid].text.lower() in _EITHER for kid in view.kids[subject]):
                    return OPEN  # "neither Marsh nor Stone said he …"
                continue
            if actor is not None and actor.kind == "people" and view.tokens[subject].tag in {"NN", "NNP", "JJ"}:
                beside = known.at(view, view.tokens[subject].head)  # "Karl Berg, the Dane who gave his name"
                apposed = view.tokens[subject].relation == "apposition" and self.fits(beside)
                return beside if apposed else OPEN
            if self.fits(actor) and actor is not None and actor not in barred:
                owns = view.tokens[word].relation == "possessive"
                if self._not_alone(actor, subject):
                    return OPEN
                open_ = self._speaks_for(actor, subject) or (not owns and self.met(view, actor, word))
                return OPEN if open_ else actor
            if (somebody := self.somebody(view, subject)) is not None and somebody.name not in {
                one.name for one in barred
            }:
                return OPEN if self._told_by_another(subject) else somebody
        return None

    def _stops(self, subject: int) -> bool:
        """Nobody is to be looked for behind a subject: an open "he", or who asks that "he" do it."""
        mine = self.view.tokens[subject].text.lower() in (SHE if self.gender == "f" else HE)
        left_open = mine and self.known.at(self.view, subject) is None
        return left_open or asked_of_another(self.view, self.word) or self._done_to(subject)

    def _not_alone(self, actor: Actor, subject: int) -> bool:
        """Another fits as well: told of before, where neither is known for a man, or the subject of what is said."""
        if self.known.gender(actor) is None and (self._goes_on_about_another(actor) or self._beside(actor)):
            return True
        between = {clause.subject for clause in self.view.clauses if clause.subject is not None}
        return any(
            one != actor and self.fits(one)
            for word in between
            if subject < word < self.word and (one := self.known.at(self.view, word)) is not None
        )

    def _beside(self, actor: Actor) -> bool:
        """Somebody else stands before in the sentence, and neither need be a man or a woman."""
        return any(
            one != actor and self.fits(one)
            for word in range(self.word)
            if (one := self.known.at(self.view, word)) is not None
        )

    def _told_by_another(self, subject: int) -> bool:
        """Who has just come in tells of the one the text is about: "Berg limped; a doctor said *he* had fallen"."""
        view = self.view
        number = view.clause_of[subject]
        new = any(view.tokens[kid].text.lower() in {"a", "an"} for kid in view.kids[subject])
        if not new or number is None or not verb_is(view.lemma(view.clauses[number].predicate), "say"):
            return False
        earlier = self.known.views[view.number - 1] if view.number else None
        about = None if earlier is None or earlier.sentence.heading else main_subject(earlier)
        before = [self.known.at(view, word) for word in range(subject)]
        if earlier is not None and about is not None:
            before.append(self.known.at(earlier, about))
        return any(self.fits(one) for one in before)

    def _goes_on_about_another(self, actor: Actor) -> bool:
        """The sentence before is about "she", who need not be who is named since: "She fell. Lind sold *her* …"."""
        if not self.view.number:
            return False
        earlier = self.known.views[self.view.number - 1]
        subject = None if earlier.sentence.heading else main_subject(earlier)
        mine = SHE if self.gender == "f" else HE
        told = subject is not None and earlier.tokens[subject].text.lower() in mine
        return told and subject is not None and self.known.at(earlier, subject) != actor

    def _done_to(self, subject: int) -> bool:
        """A thing above did it to somebody who may be meant: "a case that hurt the mayor since *he* took office"."""
        own = self.view.clause_of[self.word]
        above = None if own is None else self.view.clauses[own].parent
        if own is None or above is None or self.view.clauses[own].role is not Role.ADVERBIAL:
            return False
        clause = self.view.clauses[above]
        if clause.subject == subject or clause.subject is None or clause.passive:
            return False
        thing = clause.role is Role.RELATIVE or not is_somebody(self.view.lemma(clause.subject))
        return thing and any(
            self.fits(self.known.at(self.view, word)) or self.somebody(self.view, word) is not None
            for word in clause.objects
            if word < self.word
        )

    def _speaks_for(self, actor: Actor, subject: int) -> bool:
        """A lawyer or spokesman who says what "he" does may tell of somebody told of before."""
        if self.view.tokens[self.word].relation == "possessive" or subject == self.word:
            return False
        if not any(role.split()[-1] in _SPEAKS for role in actor.roles):
            return False
        before = self.known.views[max(0, self.view.number - 2) : self.view.number]
        return any(
            self.fits(one) and one != actor
            for view in before
            for word in range(len(view.tokens))
            if (one := self.known.at(view, word)) is not None
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
        return about == actor or not self.fits(about)

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
                return OPEN  # "she" may be the ship told of since
            ship = self.gender == "f" and ships_in(earlier, known)
            if actor is not None:
                near = actor.kind == "person" or earlier.number + 1 == self.view.number
                return actor if near else OPEN  # somebody without a name is not remembered for long
            subject = main_subject(earlier)
            if subject is not None and self._may_be_somebody(earlier, subject):
                return OPEN
        return None

    def _may_be_somebody(self, view: View, subject: int) -> bool:
        """A subject with a capital of whom the article does not say what it is."""
        actor = self.known.at(view, subject)
        if actor is None:
            return _unknown_name(view, subject)
        front = view.tokens[subject - 1].text.lower() if subject else ""
        thing = actor.name.split()[-1].lower() in _THINGS_BY_NAME or any(letter.isdigit() for letter in actor.name)
        return actor.kind == "other" and not thing and front != "the" and not self.known.gender(actor)

    def _of_earlier(self, view: View) -> Actor | None:
        """In an earlier sentence: its subject, else the only one; open where several may be meant."""
        known = self.known
        subject = main_subject(view)
        turned = subject is not None and any(c.subject == subject and c.verb < subject for c in view.clauses)
        subject = None if turned else subject  # "Among her pupils were …" is about her
        if subject is not None and view.tokens[subject].tag == "NNS" and view.lemma(subject) in self.own_sort():
            return OPEN  # "the two women"
        words = [word for word in range(len(view.tokens)) if self.fits(known.at(view, word))]
        persons = dict.fromkeys(actor for word in words if (actor := known.at(view, word)) is not None)
        if subject is not None:
            actor = known.at(view, subject)
            if actor is not None and actor.members:
                fitting = [one for one in actor.members if self.fits(one)]
                return fitting[0] if len(fitting) == 1 else OPEN
            if self.fits(actor) and not several(view, subject, known) and actor is not None:
                sure = [one for one in persons if known.gender(one) == self.gender]
                only = known.gender(actor) is not None or not sure or sure == [actor]
                return actor if only and not self.met(view, actor, len(view.tokens)) else OPEN
            if (somebody := self.somebody(view, subject)) is not None:
                return somebody
        mine = SHE if self.gender == "f" else HE
        if any(token.text.lower() in mine and known.at(view, token.index) is None for token in view.tokens):
            return OPEN  # whoever that was
        clear = [word for word in words if not _owner_name(view, word)]
        told = [w for w in clear if view.tokens[w].pos in {"PRON", "DET"} and not self._of_somebody(view, w)]
        for few in (told, clear):
            those = dict.fromkeys(one for word in few if (one := known.at(view, word)) is not None)
            if len(those) == 1 and (few is told or not self.rival(view, -1, len(view.tokens))):
                return next(iter(those))
            if those:
                return OPEN
        return OPEN if self.rival(view, -1, len(view.tokens)) else None

    def _of_somebody(self, view: View, word: int) -> bool:
        """The "his" of "his brother", who may be the one that is taken up."""
        head = view.tokens[word].head
        return (
            view.tokens[word].relation == "possessive"
            and view.tokens[head].tag == "NN"
            and is_somebody(view.lemma(head))
        )


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
