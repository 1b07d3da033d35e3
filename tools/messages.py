"""Every sentence that tells a fault, from the source itself: a page of the documentation, made by `tools.reference`."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from timeline import errors

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "docs" / "messages.md"
_KINDS = {
    "ArticleError": "An article cannot be read",
    "DateError": "Words or EDTF name no date",
    "LandmarksError": "A file of known events is damaged",
    "SavedTimelineError": "A saved timeline, or a file in another format, is damaged",
    "LibraryError": "A library cannot be opened, read or written",
    "ChangedError": "What is edited was changed meanwhile",
    "ExportError": "Something cannot be drawn or written",
    "InstallationError": "A part of the installation is missing",
    "TimelineError": "The command or the question is at fault",
}
_HEAD = """# What can go wrong

Every fault that is somebody's to mend is told in one sentence, which names the thing, the place and the remedy:
on standard error with exit code 2, or as a notice in the page.
These are all of them; `…` stands for what differs.
Made by `python -m tools.reference` from the source.
"""


def written() -> str:
    """The whole page: the sentences of each kind of fault, by the alphabet."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "timeline").rglob("*.py")):
        for kind, sentence in _sentences(ast.parse(path.read_text("utf-8"))):
            found[kind].add(sentence)
    parts = [_HEAD]
    for kind, title in _KINDS.items():
        lines = "\n".join(f"- {_marked(sentence)}" for sentence in sorted(sorted(found[kind]), key=_letters))
        parts.append(f"## {title}\n\n`{kind}`\n\n{lines}\n")
    return "\n".join(parts)


def kinds() -> set[str]:
    """The names of all errors that a user may meet."""
    return {
        name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, errors.TimelineError)
    }


def _sentences(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The kind and the sentence of everything that is raised with words of its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _KINDS and node.args:
            sentence = _text(node.args[0])
            if sum(letter.isalpha() for letter in sentence) > 3:
                yield node.func.id, sentence


def _text(node: ast.expr) -> str:
    """A text with … for what is put into it."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        joined = "".join(_text(part) if isinstance(part, ast.Constant) else "…" for part in node.values)
        return joined.replace("……", "…")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return f"{_text(node.left)}{_text(node.right)}"
    return "…"


def _marked(sentence: str) -> str:
    """As Markdown shows it as it is."""
    for sign in ("\\", "<", "*", "_", "[", "]", "#"):
        sentence = sentence.replace(sign, f"\\{sign}")
    return " ".join(sentence.split())


def _letters(sentence: str) -> str:
    return "".join(letter for letter in sentence.lower() if letter.isalnum())
