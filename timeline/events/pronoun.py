"""A "he" or "she" where it stands: who fits it, who cannot be meant, and who may be meant as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.actor import Actor
from timeline.events.human import CALLINGS, HUMANS, MEN, WOMEN, is_somebody, may_be
from timeline.events.quoting import speakers
from timeline.events.vessels import is_ship
from timeline.events.who import subject_of
from timeline.grammar.syntax import Role

if TYPE_CHECKING:
    from timeline.events.actor import Known
    from timeline.events.view import View

HE, SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
OPEN = Actor("", "", "open")
_WITH = frozenset({None, "with", "to", "against"})
_PARTS = frozenset({"subject", "object", "oblique", "indirect", "conjunct"})
UNDER_A_VERB = frozenset({"object", "indirect", "oblique"})


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun of a person: `gender` is "m" or "f"."""

    view: View
    word: int
    gender: str
    known: Known

    def fits(self, actor: Actor | None) -> bool:
        """Somebody of that gender, or of none that is known; for "she" a ship too."""
        if is_ship(actor):
            return self.gender == "f"
        return actor is not None and actor.kind == "person" and self.known.gender(actor) in {None, self.gender}

    def own_doer(self) -> int | None:
        """Who does it to the one meant, for an object: they are two."""
        own = self.view.clause_of[self.word]
        if own is None or self.view.tokens[self.word].relation not in UNDER_A_VERB:
            return None
        clause = self.view.clauses[own]
        if clause.role is Role.INFINITIVE and clause.parent is not None:
            before = [thing for thing in self.view.clauses[clause.parent].objects if thing < clause.predicate]
            above = subject_of(self.view, self.view.clauses[clause.parent])  # "refused to see *her*"
            return before[-1] if before else above  # "sent his aide to offer *her* terms"
        return self._real_doer(clause.subject)

    def _real_doer(self, subject: int | None) -> int | None:
        """Not who is apposed to the object before: "she rang the minister, *Jan Berg*, and told him"."""
        if subject is None or (actor := self.known.named.get((self.view.number, subject))) is None:
            return subject
        for clause in self.view.clauses:
            before = [thing for thing in clause.objects if thing < subject]
            if any(self.known.meant.get((self.view.number, thing)) == actor for thing in before):
                return clause.subject
        return subject

    def barred(self) -> set[Actor]:
        """Who cannot be meant: the doer of its own verb, for an object; the speaker, inside his quotation."""
        view, word = self.view, self.word
        joined = [
            *view.under(word, "conjunct"),
            *([view.tokens[word].head] * (view.tokens[word].relation == "conjunct")),
        ]
        barred = {actor for kid in joined if (actor := self.known.at(view, kid)) is not None}
        owned = self.known.at(view, view.tokens[word].head) if view.tokens[word].relation == "possessive" else None
        barred |= {owned} if owned is not None else set()  # "*his* deputy, Karl Lund"
        doer = self.own_doer()
        if doer is not None and (actor := self.known.at(view, doer)) is not None:
            barred.add(actor)
        for where, subject in speakers(self.known.views, view, word):
            if (who := self.known.at(where, subject)) is not None:
                barred.add(who)
        return barred

    def rival(self, view: View, since: int, until: int) -> bool:
        """A person without a name stands between who may be meant as well."""
        return any(
            view.tokens[word].tag == "NN"
            and view.tokens[word].lemma.lower() in HUMANS
            and may_be(view.tokens[word].lemma.lower(), self.gender)
            and self.known.at(view, word) is None
            and (view.tokens[word].relation in _PARTS or view.preposition(word) == "to")
            and word != (self.own_doer() if view is self.view else None)
            and not (
                view is self.view and any(view.tokens[kid].pos == "PRON" for kid in view.under(word, "possessive"))
            )
            for word in range(since + 1, until)
        )

    def met(self, view: View, actor: Actor, until: int) -> bool:
        """Somebody else of that gender takes part beside the subject: "Marsh met Stone. *He* left" leaves it open."""
        mine = SHE if self.gender == "f" else HE
        if view is self.view and any(
            view.tokens[word].text.lower() in mine
            and view.tokens[word].relation in UNDER_A_VERB
            and self.known.at(view, word) is None
            for word in range(until)
        ):
            return True  # "told *him* that he …"
        return any(
            one != actor and one.kind == "person" and self.known.gender(one) in {self.known.gender(actor), self.gender}
            for word in range(until)
            if view.tokens[word].relation in UNDER_A_VERB
            and (one := self.known.at(view, word)) is not None
            and view.preposition(word) in _WITH
        )

    def somebody(self, view: View, word: int) -> Actor | None:
        """A person without a name: "a man", "the driver"."""
        token = view.tokens[word]
        lemma = token.lemma.lower()
        titled = token.tag == "NNP" and lemma in HUMANS and view.tokens[max(0, word - 1)].text.lower() == "the"
        if token.tag != "NN" and not titled:  # "the Duke"
            return None
        if not is_somebody(lemma) or self.known.at(view, word) or view.under(word, "conjunct"):
            return None
        if not may_be(lemma, self.gender):
            return None
        before = self.known.named.get((view.number, word - 3 if word > 2 else 0))
        if word > 2 and view.tokens[word - 2].text == "," and view.tokens[word - 1].pos == "DET" and self.fits(before):
            return before  # "Karl Berg, a clerk who lost his …"
        named = self.known.at(view, token.head) if token.relation == "apposition" else None
        beside = [one for kid in view.under(word, "apposition") if (one := self.known.at(view, kid)) is not None]
        if named is not None or beside:
            named = named or beside[0]
            return named if self.fits(named) else None  # "Nathan Deller, an attorney who lost his practice"
        if any(self.fits(self.known.at(view, kid)) for kid in view.under(word, "possessive")):
            return OPEN  # "Deller's grandfather founded it; his family …"
        first = word
        while first and first - 1 in view.kids[word] and view.tokens[first - 1].relation in {"amod", "compound"}:
            first -= 1
        text = view.span_of([first, word]).of(view.text)
        if lemma not in HUMANS and lemma not in CALLINGS and not text.islower():
            return OPEN
        somebody = Actor(text, text, "thing", None, None, None, frozenset({text.casefold()}))
        if self.known.gender(somebody) in {None, self.gender}:
            return somebody
        told = any(self.known.at(view, other) == somebody for other in range(len(view.tokens)))
        return None if told else OPEN  # "a clerk found it when *he* came": she is somebody else

    def own_sort(self) -> frozenset[str]:
        """The nouns of that gender."""
        return WOMEN if self.gender == "f" else MEN
