"""
Markup left in a text: tags, entities, wiki and Markdown marks, notes, addresses, emoji, codes of terminals.

What is no word is blanked where it stands, so that every character of the text keeps its place: what is found in the
readable text is found at the same characters of the text as given.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_JOIN = "\u2060"  # a character of no width: within a word a blank would make two of it
_FARTHEST = 5000  # characters from a mark to the one that closes it: time stays linear where none does

_BLOCKS = (
    "address|article|aside|blockquote|body|br|caption|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|"
    "header|hr|html|li|main|nav|ol|option|p|pre|section|select|table|tbody|tfoot|thead|title|tr|ul"
)
_INLINE = (
    "a|abbr|b|big|button|center|cite|code|del|dfn|em|embed|font|i|iframe|img|input|ins|kbd|label|link|mark|meta|nobr|"
    "object|param|q|ref|s|samp|small|source|span|strike|strong|sub|sup|svg|td|th|time|tt|u|var|video|wbr"
)
_NAME = r"[A-Za-z][\w.:-]{0,60}"  # of any element
_EMOJI = (
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2702-\u27b0\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u231a\u231b\u23e9-\u23f3"
    "\ufe0f\U000e0020-\U000e007f]"
)


def _all(_: re.Match[str]) -> str:
    return ""


def _first_group(found: re.Match[str]) -> str:
    """The words that a mark goes around, at their own place: the rest is blank."""
    start, end = found.span(1)
    return _blank(found, found.start(), start) + found[1] + _blank(found, end, found.end())


def _block(found: re.Match[str]) -> str:
    """A tag that ends a paragraph; an item keeps its mark."""
    item = found[1].lower() == "li" and found[0][1] != "/" and len(found[0]) > 3
    return "\n\n" + " " * (len(found[0]) - 4) + "- " if item else "\n\n" + " " * (len(found[0]) - 2)


def _title(found: re.Match[str]) -> str:
    """A heading of a wiki page, with the mark that headings have in plain text."""
    start, end = found.span(1)
    return "# ".rjust(start - found.start(), "#") + found[1] + " " * (found.end() - end)


def _entity(found: re.Match[str]) -> str:
    """The character that an entity stands for, beside it what fills its place."""
    name = found[0]
    character = _numbered(name) if name[1] == "#" else html5.get(name[1:], "")
    if not character.strip() or len(character) > 1 or not character.isprintable():
        return "" if name[1] == "#" or character else name
    fill = len(name) - 1
    text = found.string
    within = found.start() > 0 and text[found.start() - 1].isalnum() and text[found.end() : found.end() + 1].isalnum()
    if character.isalnum() or (within and character not in "–—"):
        return character + _JOIN * fill
    return " " * fill + character if character in "“‘«([<" else character + " " * fill


def _if_closed(found: re.Match[str]) -> str:
    """The opening tag of an element that is closed somewhere; "<stdio.h>" is none."""
    return "" if found[0][1:-1] in _closed(found.string) else found[0]


@lru_cache(maxsize=1)
def _closed(text: str) -> frozenset[str]:
    return frozenset(re.findall(rf"</({_NAME})>", text))


def _numbered(name: str) -> str:
    number = int(name[3:-1], 16) if name[2] in "xX" else int(name[2:-1])
    return chr(number) if number < 0x110000 else ""


# each pattern with what stands for it, nothing being all blank; in this order, as tags may hold marks of other kinds
_MARKS: tuple[tuple[str, str, Callable[[re.Match[str]], str]], ...] = (
    ("<", rf"(?s)<!--.{{0,{_FARTHEST}}}?-->", _all),
    ("<", rf"(?is)<(script|style)\b[^<>]{{0,500}}>.{{0,{_FARTHEST}}}?</\1\s*>", _all),
    ("<", r"(?is)<ref\b[^<>/]{0,500}>[^<>]{0,1000}</ref>", _all),
    ("<", r"(?i)<sup\b[^<>]{0,200}>\s{0,3}\[?[\d*†‡]{1,3}\]?\s{0,3}</sup>", _all),
    ("<", rf"(?i)</?({_BLOCKS})(?:\s[^<>]{{0,2000}})?/?>", _block),
    ("<", rf"(?i)</?(?:{_INLINE})(?:\s[^<>]{{0,2000}})?/?>", _all),
    ("<?", r"(?s)<\?[A-Za-z].{0,500}?\?>", _all),
    ("=", rf"</?{_NAME}(?:\s+{_NAME}\s*=\s*(?:\"[^\"<>]{{0,2000}}\"|'[^'<>]{{0,2000}}')){{1,50}}\s*/?>", _all),
    ("</", rf"<{_NAME}>", _if_closed),
    ("</", rf"</{_NAME}>", _all),
    ("{{", r"\{\{[^{}]{0,2000}\}\}", _all),
    ("[[", r"(?i)\[\[(?:file|image|category):[^\[\]]{0,1000}\]\]", _all),
    ("[[", r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]", _first_group),
    ("](", r"!\[[^\[\]\n]{0,200}\]\([^()\s]{1,1000}\)", _all),
    ("](", r"\[([^\[\]\n]{1,200})\]\([^()\s]{1,1000}\)", _first_group),
    ("[http", r"\[https?://[^\s\[\]]{1,1000}\s+([^\[\]\n]{1,200})\]", _first_group),
    ("'''", r"'{3}([^'\n]{1,200})'{3}", _first_group),
    ("==", r"(?m)^={2,6}[ \t]*([^=\n]{1,200}?)[ \t]*={2,6}[ \t]*$", _title),
    ("**", r"\*\*(?=\S)([^*\n]{1,500})(?<=\S)\*\*", _first_group),
    ("*", r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,200})(?<=[^\s*])\*(?![\w*])", _first_group),
    ("`", r"(?<!`)`([^`'\n]{1,200})`(?!`)", _first_group),
    ("://", r"(?i)(?<!\w)(?:https?|ftp)://[^\s<>\"”)\]]{0,1999}[^\s<>\"”)\].,;:!?'’]", _all),
    ("www.", r"(?i)(?<![\w.])www\.[^\s<>\"”)\]]{0,1999}[^\s<>\"”)\].,;:!?'’]", _all),
    ("[", r"(?i)(?<=\S)\[(?:\d{1,3}|[a-z]|note \d{1,3}|(?:citation|clarification) needed|who\?|when\?|edit)\]", _all),
    ("", r"(?<=[.,;:!?”\"’)])[¹²³⁰⁴-⁹]{1,3}(?!\w)", _all),
    ("&", r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});", _entity),
    ("\x1b", r"\x1b\[[\d;]{0,20}[A-Za-z]", _all),
    ("", r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]+", _all),
    ("", r"\S{100,}", _all),  # no word of any language
    ("", rf"{_EMOJI}(?:[\u200d\U0001f3fb-\U0001f3ff]|{_EMOJI})*", _all),
)
_COMPILED = tuple((sign, re.compile(pattern), instead) for sign, pattern, instead in _MARKS)
_TAG = re.compile(rf"(?i)</?(?:{_BLOCKS}|{_INLINE})(?:\s[^<>]{{0,2000}})?/?>|</{_NAME}>|\[\[|\{{\{{")
_MANY = 5


def readable(text: str) -> str:
    """
    The text with its markup blanked, character for character as long as it was.

    >>> readable("It <b>sank</b> on Tuesday.[2]")
    'It    sank     on Tuesday.   '
    """
    for sign, pattern, instead in _COMPILED:
        if sign in text:
            text = pattern.sub(_filled(instead), text)
    return text


def problem(text: str) -> str | None:
    """One sentence where a text is a page's source, not its words, else None."""
    marks: Iterable[object] = _TAG.finditer(text)
    if sum(1 for _ in marks) < _MANY:
        return None
    return "it has markup in it (tags, links or notes of a page), which was left out in reading"


def _filled(instead: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    return lambda found: instead(found) or _blank(found)


def _blank(found: re.Match[str], start: int | None = None, end: int | None = None) -> str:
    """What stands for characters that are no words: blanks, line ends kept; nothing where they divide a word."""
    start, end = found.start() if start is None else start, found.end() if end is None else end
    text = found.string
    if start > 0 and text[start - 1].isalpha() and text[end : end + 1].isalpha():
        return _JOIN * (end - start)
    return "".join(character if character == "\n" else " " for character in text[start:end])
