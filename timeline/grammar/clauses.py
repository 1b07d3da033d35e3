"""The clauses of a sentence, from its neutral tree: predicate, arguments, tense, role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.grammar import verbs
from timeline.grammar.modifiers import modifiers
from timeline.grammar.node import VERBAL, Node
from timeline.grammar.roles import connective, is_reporting, role
from timeline.grammar.subjects import subject
from timeline.grammar.syntax import Clause, Role
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from timeline.grammar.verbs import VerbGroup

_CLAUSAL = ("complement", "relative", "adverbial", "participle", "parataxis")
_IF = ("if", "unless", "provided", "supposing")
_WOULD = ("would", "could", "might", "will", "may", "should")


class Reading:
    """A sentence being read: its nodes, what hangs on each, and which of them are predicates."""

    __slots__ = ("groups", "kids", "nodes", "predicates")

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.kids: list[list[Node]] = [[] for _ in nodes]
        for node in nodes:
            if node.head != node.index:
                self.kids[node.head].append(node)
        self.predicates: dict[int, int] = {}
        found = sorted(self._predicates())
        self.predicates = {index: at for at, index in enumerate(found)}
        self.groups: dict[int, VerbGroup] = {index: verbs.group(nodes, self.kids, nodes[index]) for index in found}
        for index in found:
            head = nodes[index].head
            if nodes[index].relation == "conjunct" and head in self.groups and head < index:
                self.groups[index] = verbs.shared(self.groups[index], self.groups[head], nodes[index], nodes[head])

    def above(self, index: int) -> int | None:
        """The predicate that governs a word, itself left aside."""
        while self.nodes[index].head != index:
            index = self.nodes[index].head
            if index in self.predicates:
                return index
        return None

    def subtree(self, index: int) -> list[int]:
        """A word and all that hangs below it, in order."""
        found, waiting = [], [index]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(kid.index for kid in self.kids[at])
        return sorted(found)

    def _predicates(self) -> set[int]:
        """From the top down: whether a conjunct is a predicate depends on what it is joined to."""
        found: set[int] = set()
        waiting = [node.index for node in self.nodes if node.head == node.index]
        while waiting:
            at = waiting.pop()
            if self._is_predicate(self.nodes[at], found):
                found.add(at)
            waiting.extend(kid.index for kid in self.kids[at])
        return found

    def _is_predicate(self, node: Node, found: set[int]) -> bool:
        below = self.kids[node.index]
        has_subject = any(kid.relation == "subject" for kid in below)
        copular = any(kid.relation == "copula" for kid in below)
        verbal = node.pos in VERBAL
        if node.relation == "root" or node.relation in _CLAUSAL:
            return verbal or copular or (has_subject and node.relation == "root")
        if node.relation == "conjunct":
            return copular or (verbal and (node.head in found or has_subject))
        if node.relation == "open-complement":
            return verbal or copular
        return verbal and has_subject and node.relation not in ("amod", "aux", "passive-aux", "copula", "compound")


def clauses(nodes: Sequence[Node], quoted: Collection[int] = ()) -> tuple[Clause, ...]:
    """
    The clauses of one sentence, in the order of their predicates.

    Args:
        nodes: its words, mended.
        quoted: the indices of the words inside quotation marks.
    """
    reading = Reading(nodes)
    owned = _owned(reading)
    roles = {index: role(reading, index) for index in reading.predicates}
    parents = {index: reading.above(index) for index in reading.predicates}
    _turn_attributions(reading, roles, parents)
    unreal = _under_condition(reading, parents)
    found = []
    for index in reading.predicates:
        group = reading.groups[index]
        parent = parents[index]
        own_subject = subject(reading, index)
        top = roles[index] in (Role.MAIN, Role.COORDINATE)
        found.append(
            Clause(
                predicate=index,
                verb=group.verb,
                span=_span(nodes, owned.get(index, [index])),
                role=roles[index],
                parent=None if parent is None else reading.predicates[parent],
                connective=connective(reading, index),
                subject=own_subject,
                objects=_objects(reading, index),
                modifiers=modifiers(reading, index),
                tense=group.tense,
                perfect=group.perfect,
                progressive=group.progressive,
                passive=group.passive,
                modal=group.modal,
                copular=group.copular,
                negated=group.negated,
                quoted=index in quoted,
                conditional=index in unreal,
                question=top and _ends_in_question(nodes, index),
                imperative=roles[index] is Role.MAIN and own_subject is None and _commands(reading, index),
            )
        )
    return tuple(found)


def _owned(reading: Reading) -> dict[int, list[int]]:
    """Each word belongs to the nearest predicate above it."""
    owned: dict[int, list[int]] = {index: [] for index in reading.predicates}
    for node in reading.nodes:
        owner = node.index if node.index in reading.predicates else reading.above(node.index)
        if owner is not None:
            owned[owner].append(node.index)
    return owned


def _span(nodes: Sequence[Node], words: list[int]) -> Span:
    """From the first to the last word, without the punctuation and the "and" at the edges."""
    kept = [index for index in words if nodes[index].relation != "punct" and any(map(str.isalnum, nodes[index].text))]
    while len(kept) > 1 and nodes[kept[0]].relation == "coordinator":
        kept = kept[1:]
    kept = kept or words
    return Span(nodes[kept[0]].span.start, nodes[kept[-1]].span.end)


def _objects(reading: Reading, index: int) -> tuple[int, ...]:
    """
    Objects; a relative pronoun stands for the noun before its clause.

    What stands behind two verbs is the object of both: "built and repaired the roads".
    """
    found = []
    node = reading.nodes[index]
    for kid in reading.kids[index]:
        if kid.relation in ("object", "indirect"):
            relative = node.relation == "relative" and kid.tag in ("WDT", "WP")
            found.append(node.head if relative else kid.index)
    if not found and node.relation == "conjunct" and node.head < index and not reading.groups[index].passive:
        shared = [kid.index for kid in reading.kids[node.head] if kid.relation == "object"]
        first = [kid for kid in reading.kids[index] if kid.index > index]
        found = [] if first else [at for at in shared if at > index]
    return tuple(found)


def _turn_attributions(reading: Reading, roles: dict[int, Role], parents: dict[int, int | None]) -> None:
    """What is said is the clause, who says it stands beside it: "…, Park Police said"."""
    for index in list(reading.predicates):
        if not is_reporting(reading.nodes[index].lemma):
            continue
        for kid in reading.kids[index]:
            if kid.index not in reading.predicates or parents[kid.index] != index:
                continue
            if kid.relation not in ("complement", "adverbial") or not reading.groups[kid.index].finite:
                continue
            if any(one.relation == "mark" or one.tag in ("WRB", "WP", "WDT") for one in reading.kids[kid.index]):
                continue
            if kid.index < index or min(reading.subtree(kid.index)) < index:
                roles[kid.index], parents[kid.index] = roles[index], parents[index]
                roles[index], parents[index] = Role.PARENTHETICAL, kid.index
                break


def _under_condition(reading: Reading, parents: dict[int, int | None]) -> set[int]:
    """Clauses that hold only if something does: "if …" and the "would" above it."""
    found = set()
    for index in reading.predicates:
        word = connective(reading, index)
        if reading.nodes[index].relation != "adverbial" or word is None or not set(word.split()) & set(_IF):
            continue
        found.add(index)
        parent = parents[index]
        if parent is not None and reading.groups[parent].modal in _WOULD:
            found.add(parent)
    return found


def _ends_in_question(nodes: Sequence[Node], index: int) -> bool:
    for node in nodes[index:]:
        if node.text and node.text[0] in ".?!":
            return "?" in node.text
    return False


def _commands(reading: Reading, index: int) -> bool:
    node, group = reading.nodes[index], reading.groups[index]
    if node.tag not in ("VB", "VBP") or (group.infinitive and any(kid.tag == "TO" for kid in reading.kids[index])):
        return False
    return not any(kid.relation in ("aux", "passive-aux") and kid.lemma != "do" for kid in reading.kids[index])
