"""Words by their form: which can be the past of a verb, and of what verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar.words import INTRANSITIVE, INVARIABLE, NEVER_PARTICIPLES, ONLY_PAST, SELDOM_TRANSITIVE

if TYPE_CHECKING:
    from timeline.grammar.node import Node

_VOWELS = "aeiou"
_PLAIN = {
    "bought": "buy", "broke": "break", "brought": "bring", "built": "build", "caught": "catch", "crept": "creep",
    "dealt": "deal", "drew": "draw", "fell": "fall", "fled": "flee", "flew": "fly", "fought": "fight", "gave": "give",
    "grew": "grow", "held": "hold", "kept": "keep", "led": "lead", "lost": "lose", "made": "make", "met": "meet",
    "paid": "pay", "sent": "send", "shot": "shoot", "slid": "slide", "sold": "sell", "spoke": "speak",
    "stole": "steal", "struck": "strike", "swept": "sweep", "swung": "swing", "taught": "teach", "threw": "throw",
    "told": "tell", "took": "take", "withheld": "withhold", "won": "win", "shrank": "shrink", "sank": "sink",
    "rang": "ring", "ran": "run", "sang": "sing", "came": "come", "went": "go", "began": "begin", "became": "become",
    "wrote": "write", "rode": "ride", "drove": "drive", "ate": "eat", "knew": "know", "woke": "wake", "wore": "wear",
    "swore": "swear", "tore": "tear", "chose": "choose", "froze": "freeze", "shook": "shake", "swam": "swim",
    "withdrew": "withdraw", "overthrew": "overthrow", "overtook": "overtake", "underwent": "undergo", "quit": "quit",
}  # fmt: skip


def looks_past(node: Node) -> bool:
    """A word in small letters with the form of a past tense: "-ed", or one of the irregular ones."""
    word = node.text
    if node.pos == "AUX" or not word.islower():
        return False
    if word in ONLY_PAST or word in NEVER_PARTICIPLES or word in INVARIABLE:
        return node.tag != "VB"
    regular = word.endswith("ed") and len(word) > 4 and word.isalpha() and word[-3] != "e"
    return node.tag == "VBD" or (regular and node.tag in ("VBN", "JJ", "NN", "NNP"))


def plain(node: Node) -> str:
    """The lemma of a past tense: the pipeline's, unless it took the word for no verb and left it as it is."""
    word = node.text
    if word in _PLAIN:
        return _PLAIN[word]
    if node.lemma != word or not word.endswith("ed"):
        return node.lemma
    stem = word[:-2]
    if stem in INTRANSITIVE or stem in SELDOM_TRANSITIVE:
        return stem
    if stem + "e" in INTRANSITIVE or stem + "e" in SELDOM_TRANSITIVE:
        return stem + "e"
    if stem[-1] == "i":
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if _silent(stem) else stem


def _silent(stem: str) -> bool:
    """The stem is written with an *e* behind it: "cause", "force", "double", "ignite", "close"."""
    last, before = stem[-1], stem[-2]
    if last in "cuvz" or (last == "g" and before in "drlaeiou") or (last == "l" and before in "bcdfgkpt"):
        return True
    if last == "s" and before != "s":
        return True
    single = before in _VOWELS and stem[-3] not in _VOWELS and last not in "wxyrnl"
    return single and stem[-3:] not in ("mit", "sit", "pen", "vel")


def seldom_has_an_object(lemma: str) -> bool:
    """Of such a verb a participle says nothing about the noun before it, so that what looks like one is a past."""
    return lemma in INTRANSITIVE or lemma in SELDOM_TRANSITIVE
