"""Which form of the verb a word is: what the words around leave no choice about."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.grammar.node import AUXILIARIES, JOINING, VERBAL, Node, apply, children
from timeline.grammar.pasts import looks_past, plain, seldom_has_an_object
from timeline.grammar.words import (
    APPOINTING,
    COPULAR,
    FOUND_TO_BE,
    INTRANSITIVE,
    INVARIABLE,
    MEASURES,
    NEVER_PARTICIPLES,
    ONLY_PAST,
    UNITS_OF_TIME,
    WITH_A_TIME,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_HAVE_SUBJECTS = ("root", "complement", "relative", "parataxis", "adverbial")
_BEFORE_A_NOUN = ("determiner", "possessive", "amod", "case", "compound", "number")
_LATER = ("later", "earlier", "before", "after", "ago")
_GIVING = ("give", "award", "grant", "offer", "pay", "send", "show", "teach", "tell", "ask", "deny", "fine", "hand")


def mend(nodes: Sequence[Node]) -> None:
    """Mend a sentence's nodes in place."""
    apply(
        nodes,
        _never_participles,
        _noun_with_a_subject,
        _noun_with_an_object,
        _a_mountain_minutes_later,
        _cups_of,
        _small_letters_are_no_name,
        _finite_by_its_subject,
        _goes_on_in_the_present,
        _passives_have_no_object,
        _after_a_clause_between_commas,
        _became_what,
        _how_long,
        _how_much_later,
        _scores,
        _named_her_leader,
        _goes_on_after_a_comma,
        _set_a_record,
        _that_buried_villages,
        _when_it_burst,
    )


def _bare(below: Sequence[Node]) -> bool:
    """Nothing stands beside the verb that would make it an infinitive or a participle."""
    return not any(one.relation in (*AUXILIARIES, "mark") for one in below)


def _never_participles(nodes: Sequence[Node]) -> None:
    """A word that can only be a past tense is one: "retook"."""
    for node in nodes:
        if node.lower not in NEVER_PARTICIPLES or not node.text.islower():
            continue
        if node.tag == "NN" and node.relation in ("root", "conjunct", "parataxis"):
            _and_the_town_shrank(nodes, node)
        elif node.tag in ("VB", "VBP", "VBN", "JJ"):
            node.tag, node.pos = "VBD", "VERB"


def _and_the_town_shrank(nodes: Sequence[Node], verb: Node) -> None:
    """The noun right before such a word is its subject."""
    noun = nodes[verb.index - 1]
    if noun.head != verb.index or noun.relation not in ("compound", "subject"):
        return
    for one in children(nodes, verb.index, "determiner", "amod", "compound", "possessive", "number"):
        if one.index < noun.index:
            one.head = noun.index
    noun.relation = "subject"
    verb.tag, verb.pos, verb.lemma = "VBD", "VERB", plain(verb.text, verb.lemma)


def _noun_with_a_subject(nodes: Sequence[Node]) -> None:
    """With a subject and nothing else before it, the form of a past is one: "The pit shut in 2010"."""
    for node in nodes:
        if node.tag not in ("JJ", "NN") or node.relation not in ("root", "adverbial", "parataxis", "conjunct"):
            continue
        seldom = node.tag == "JJ" and node.relation == "root" and seldom_has_an_object(plain(node.text, node.lemma))
        if node.lower not in INVARIABLE and node.lower not in ONLY_PAST and not (seldom and looks_past(node)):
            continue
        below = children(nodes, node.index)
        subject = any(one.relation == "subject" and one.index < node.index for one in below)
        if subject and not any(one.relation in (*AUXILIARIES, *_BEFORE_A_NOUN) for one in below):
            node.tag, node.pos, node.lemma = "VBD", "VERB", plain(node.text, node.lemma)


def _noun_with_an_object(nodes: Sequence[Node]) -> None:
    """No noun has an object: in "a man known as a drifter shot two people" a drifter he is, and they were shot."""
    for node in nodes:
        if node.tag != "NN" or node.lower not in ONLY_PAST or node.relation not in ("adverbial", "oblique"):
            continue
        below = children(nodes, node.index)
        nouns = [one for one in below if one.relation == "compound" and one.index == node.index - 1]
        if not nouns or not any(one.relation == "object" and one.index > node.index for one in below):
            continue
        for one in below:
            if one.index < nouns[0].index:
                one.head = nouns[0].index
        nouns[0].head, nouns[0].relation = node.head, "oblique"
        node.tag, node.pos, node.lemma, node.relation = "VBD", "VERB", plain(node.text, node.lemma), "adverbial"


def _a_mountain_minutes_later(nodes: Sequence[Node]) -> None:
    """After "a" no plural: in "hit a mountain minutes after takeoff" the mountain was hit."""
    for time in nodes[2:-1]:
        noun = nodes[time.index - 1]
        if time.tag != "NNS" or time.lemma not in UNITS_OF_TIME or nodes[time.index + 1].lower not in _LATER:
            continue
        left = [one for one in children(nodes, time.index) if one.index < noun.index]
        article = any(one.relation == "determiner" and one.lower in ("a", "an") for one in left)
        if not article or noun.head != time.index or noun.relation != "compound":
            continue
        for one in left:
            one.head = noun.index
        noun.head, noun.relation, time.relation = time.head, time.relation, "oblique"


def _cups_of(nodes: Sequence[Node]) -> None:
    """Cups do nothing: in "2 cups sliced carrots" the carrots have been sliced."""
    for cups, node in pairwise(nodes):
        if node.tag != "VBD" or cups.lemma not in MEASURES or cups.index == 0 or nodes[cups.index - 1].tag != "CD":
            continue
        if not children(nodes, node.index, "subject", *AUXILIARIES) or children(nodes, node.index, "object"):
            node.tag = "VBN"


def _small_letters_are_no_name(nodes: Sequence[Node]) -> None:
    """In "the presence of the rebels alarmed the court" the verb is no name, which would begin with a capital."""
    for node in nodes:
        if node.tag not in ("NNP", "JJ") or node.relation != "root" or not node.text.islower() or node.pos in VERBAL:
            continue
        below = children(nodes, node.index)
        subject = any(one.relation == "subject" and one.index < node.index for one in below)
        things = [one for one in below if one.relation in ("object", "indirect") and one.index > node.index]
        if node.lower.endswith("ed") and subject and things and _bare(below):
            node.tag, node.pos = "VBD", "VERB"
            for one in things:
                one.relation = "object" if len(things) == 1 else one.relation


def _finite_by_its_subject(nodes: Sequence[Node]) -> None:
    """With a subject and neither "to" nor auxiliary a plain form is a present: "many of the streets reflect it"."""
    for node in nodes:
        if node.tag != "VB" or node.pos not in VERBAL or node.relation not in _HAVE_SUBJECTS:
            continue
        below = children(nodes, node.index)
        subjects = [one for one in below if one.relation == "subject" and one.index < node.index]
        if not subjects or not _bare(below) or subjects[-1].tag == "NNP" or _questioned(nodes, node):
            continue
        upper = nodes[node.head]
        if node.relation == "complement" and upper.index < node.index and upper.pos in VERBAL:
            continue  # "had him leave", "demanded he leave"
        if nodes[node.index - 1].text != "," or subjects[-1].lower not in ("you", "please"):
            node.tag = "VBP"


def _questioned(nodes: Sequence[Node], node: Node) -> bool:
    """The verb's auxiliary stands before its subject: "How did you two meet?"."""
    return any(one.tag == "MD" or one.lower in ("do", "did", "does") for one in nodes[: node.index])


def _goes_on_in_the_present(nodes: Sequence[Node]) -> None:
    """A second plain form goes on in the first one's present: "They promise reform but pursue their own agenda"."""
    for node in nodes:
        above = nodes[node.head]
        if node.tag != "VB" or node.relation != "conjunct" or above.tag != "VBP" or above.index > node.index:
            continue
        if any(one.tag == "TO" for one in nodes[above.index : node.index]):
            continue  # "have to mend it, sell it"
        if _bare(children(nodes, node.index)) and _bare(children(nodes, above.index)):
            node.tag = "VBP"


def _passives_have_no_object(nodes: Sequence[Node]) -> None:
    """In "was inspired by Rask and taught himself Danish" and "was beaten and agreed" the second verb is a past."""
    for node in nodes:
        above = nodes[node.head]
        if node.tag != "VBN" or node.relation != "conjunct" or above.index > node.index:
            continue
        passive = children(nodes, above.index, "passive-aux")
        below = children(nodes, node.index)
        if not passive or not _bare(below) or any(one.lemma == "have" for one in children(nodes, above.index, "aux")):
            continue
        things = [one for one in below if one.relation == "object" and one.index > node.index]
        if (things and node.lemma not in _GIVING) or node.lemma in INTRANSITIVE:
            node.tag = "VBD" if passive[0].tag in ("VBD", "VBN") else node.tag


def _after_a_clause_between_commas(nodes: Sequence[Node]) -> None:
    """In "The bank, which employs 3,000 people, cut 200 jobs" *cut* is a past: it goes on with the noun."""
    for node in nodes:
        if node.tag not in ("VB", "VBN") or node.lower not in INVARIABLE or node.relation not in ("conjunct", "other"):
            continue
        above = nodes[node.head]
        below = children(nodes, node.index)
        things = any(one.relation == "object" for one in below)
        if above.tag in ("NN", "NNP") and nodes[node.index - 1].text == "," and things and _bare(below):
            node.tag, node.pos = "VBD", "VERB"


def _became_what(nodes: Sequence[Node]) -> None:
    """Who becomes a minister does nothing to a minister."""
    for node in nodes:
        if node.relation == "object" and nodes[node.head].lemma in COPULAR and node.index > node.head:
            node.relation = "open-complement" if node.tag not in JOINING else node.relation


def _how_long(nodes: Sequence[Node]) -> None:
    """So many years say how long, not what: "reigned fifteen years"."""
    for node in nodes:
        if node.relation != "object" or node.lemma not in UNITS_OF_TIME or nodes[node.head].lemma in WITH_A_TIME:
            continue
        below = children(nodes, node.index)
        counted = any(one.tag == "CD" or one.lower in ("a", "several", "few", "many") for one in below)
        more = any(one.relation in ("nominal", "relative", "participle", "possessive") for one in below)
        if counted and not more and node.index > node.head:
            node.relation = "oblique"


def _how_much_later(nodes: Sequence[Node]) -> None:
    """In "reached its orbit nine hours later" the orbit was reached."""
    for time in nodes[:-1]:
        after = nodes[time.index + 1].lower
        if (
            time.relation != "object"
            or time.lemma not in UNITS_OF_TIME
            or after not in _LATER
            or time.index < time.head
        ):
            continue
        left = [one for one in children(nodes, time.index) if one.index < time.index]
        number = [one for one in left if one.relation == "number"]
        within = [kid for one in number for kid in children(nodes, one.index)]
        nouns = [one for one in (*left, *within) if one.relation == "compound" and one.tag in ("NN", "NNS", "NNP")]
        if nouns:
            noun = max(nouns, key=lambda one: one.index)
            for one in left:
                if one.index < noun.index:
                    one.head = noun.index
            noun.head, noun.relation = time.head, "object"
        elif not any(one.tag == "CD" or one.lower in ("a", "an", "several", "some") for one in left):
            continue
        time.relation = "oblique"


def _scores(nodes: Sequence[Node]) -> None:
    """In "beat Ajax 3-1" Ajax was beaten; the numbers say how."""
    for node in nodes[:-2]:
        if node.relation != "object" or node.tag != "CD":
            continue
        dash, number = nodes[node.index + 1], nodes[node.index + 2]
        score = number.tag == "CD" and dash.text in ("-", "\u2013")
        other = nodes[node.head].lemma in ("vote", "rule") or len(children(nodes, node.head, "object")) > 1
        if score and other:
            node.relation = "oblique"


def _named_her_leader(nodes: Sequence[Node]) -> None:
    """In "named Ann Low leader" and "found Mr. Low guilty" the name is the object, and the word after it what it is."""
    for noun in nodes:
        verb = nodes[noun.head]
        if noun.relation not in ("object", "open-complement") or verb.index > noun.index:
            continue
        made = verb.lemma in APPOINTING and noun.tag == "NN" and noun.text.islower()
        if not made and not (verb.lemma == "find" and noun.lower in FOUND_TO_BE):
            continue
        names = [one for one in children(nodes, noun.index, "compound") if one.tag == "NNP" and one.index < noun.index]
        if not names or children(nodes, noun.index, "determiner"):
            continue
        names[0].head, names[0].relation, noun.relation = verb.index, "object", "open-complement"
        for one in [*names[1:], *children(nodes, noun.index)]:
            if one.index < noun.index and one is not names[0]:
                one.head = names[0].index


def _goes_on_after_a_comma(nodes: Sequence[Node]) -> None:
    """With an object and nothing that joins it, a past tense goes on: "took the bridge, lost it and fled"."""
    for node in nodes:
        above = nodes[node.head]
        if node.tag != "VBD" or node.relation != "adverbial" or above.tag != "VBD" or above.index > node.index:
            continue
        below = children(nodes, node.index)
        joined = any(one.relation in (*AUXILIARIES, "mark", "subject") or one.tag in JOINING for one in below)
        things = any(one.relation == "object" for one in below) or node.lower in NEVER_PARTICIPLES
        if not joined and things and nodes[node.index - 1].text == ",":
            node.relation = "conjunct"


def _set_a_record(nodes: Sequence[Node]) -> None:
    """A form that is past and plain goes on in the past: "won gold and set a record"."""
    for node in nodes:
        above = nodes[node.head]
        if node.relation != "conjunct" or not (
            node.tag in ("VB", "VBN", "VBP") or (node.tag, node.pos) == ("JJ", "VERB")
        ):
            continue
        alike = node.lower in INVARIABLE or (node.tag != "VBN" and node.lower in ONLY_PAST)
        unmarked = _bare(children(nodes, node.index)) and not children(nodes, above.index, *AUXILIARIES)
        if alike and above.tag == "VBD" and above.index < node.index and unmarked:
            node.tag = "VBD"
        elif node.tag == "VBN" and above.tag == "VBP" and above.lower in INVARIABLE and unmarked:
            _shut_it_and_vented_steam(nodes, above, node)


def _shut_it_and_vented_steam(nodes: Sequence[Node], first: Node, second: Node) -> None:
    """Goes a form without an ending on in the past, it is one, too."""
    if second.lower.endswith("ed") and first.index < second.index and children(nodes, second.index, "object"):
        first.tag = second.tag = "VBD"


def _that_buried_villages(nodes: Sequence[Node]) -> None:
    """Right behind an object "that" is the object again: "caused landslides that buried villages"."""
    for that in nodes[1:]:
        if that.relation != "subject" or that.tag not in ("WDT", "WP") or that.lower != "that":
            continue
        verb = nodes[that.head]
        noun = nodes[that.index - 1]
        if verb.relation == "complement" and noun.relation == "object" and noun.head == verb.head:
            verb.head, verb.relation = noun.index, "relative"


def _when_it_burst(nodes: Sequence[Node]) -> None:
    """After "when" stands a clause, which has a verb: "fled when the dam burst"."""
    for verb in nodes[1:]:
        noun = nodes[verb.index - 1]
        if verb.relation != "adverbial" or verb.tag != "NN" or verb.lower not in INVARIABLE:
            continue
        when = any(one.tag == "WRB" and one.index < verb.index for one in children(nodes, verb.index))
        if when and noun.head == verb.index and noun.relation == "compound":
            verb.tag, verb.pos, noun.relation = "VBD", "VERB", "subject"
            for one in children(nodes, verb.index, "determiner", "amod", "possessive"):
                one.head = noun.index
