"""Plain text from a path, an open file or standard input."""

from __future__ import annotations

import io
import sys
from os import PathLike, fspath
from pathlib import Path
from typing import IO, TYPE_CHECKING

from charset_normalizer import from_bytes

from timeline.articles import dateline, layout, markup
from timeline.errors import ArticleError
from timeline.model.article import Article, replace_article

if TYPE_CHECKING:
    from timeline.chrono.bounds import Range

LIMIT = 10 * 1000 * 1000  # bytes; a long novel has one million
LONGEST_LINE = 500_000  # characters; a novel in one line, far from what a person would call a line
STANDARD_INPUT = "-"

# longest first: the mark of UTF-32 begins with that of UTF-16
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (docx, odt and epub are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "an RTF document"),
)


def read(
    source: str | PathLike[str] | IO[str] | IO[bytes] | Article,
    published: Range | str | None = None,
    title: str | None = None,
    *,
    longest_line: int | None = LONGEST_LINE,
) -> Article:
    """
    The article in a file.

    What the caller does not say is read off the text: the title is the headline above it, if there is one; the
    publication day the one printed in a dateline or a "Published …" line. An Article comes back as it is.

    Args:
        source: a path, an open file (text or binary), "-" for standard input, or an Article.
        published: an ISO day or a range; None where it is not known.
        title: None to take it from the text.
        longest_line: the most characters a line may have; None where only time expressions are wanted.

    Raises:
        ArticleError: the source is missing, empty, unreadable, too large, or no text.
        DateError: *published* is no day.
    """
    if isinstance(source, Article):
        return source
    text, name = _text(source)
    if not any(character.isalpha() for character in text):
        what = "has no sentence in it" if text.strip() else "is empty"
        raise ArticleError(f"{name} {what}: give an article as plain text")
    if longest_line is not None:
        _check_lines(text, name, longest_line)
    words = markup.readable(text)
    blocks = layout.blocks(words)
    article = Article(text, published, title or layout.headline(words, blocks), name)
    if published is not None:
        return article
    printed = dateline.publication(words, blocks)
    if printed is None:
        return article
    return replace_article(article, published=printed.day, given="text", given_span=printed.span)


def _text(source: str | PathLike[str] | IO[str] | IO[bytes]) -> tuple[str, str]:
    """The decoded text, line ends as they are, and the source's name for people."""
    if isinstance(source, str) and source == STANDARD_INPUT:
        source = sys.stdin.buffer
        name = "standard input"
    elif not isinstance(source, (str, PathLike)):
        name = _name(source)
    else:
        path = Path(fspath(source))
        return decode(_bytes(path), path.name), path.name
    try:
        content = source.read(LIMIT + 1)
    except (OSError, ValueError) as fault:
        raise ArticleError(f"{name} cannot be read ({_why(fault)}): give an open file with plain text") from fault
    if len(content) > LIMIT:
        raise _too_large(name)
    if isinstance(content, str):
        if "\x00" in content:
            raise ArticleError(f"{name} is binary, not text: give an article as plain text")
        return content.removeprefix("\ufeff"), name
    return decode(content, name), name


def _name(stream: IO[str] | IO[bytes]) -> str:
    """A file's own name, where it has one; a pipe has a number."""
    name = getattr(stream, "name", None)
    if isinstance(name, str) and not name.startswith("<"):
        return Path(name).name
    return "the given text" if isinstance(stream, (io.StringIO, io.BytesIO)) else "the given file"


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder: give the article's file")
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except FileNotFoundError as fault:
        raise ArticleError(f"there is no file {path}: check the name and the folder") from fault
    except PermissionError as fault:
        raise ArticleError(f"{path} may not be read: give yourself permission to read it") from fault
    except (OSError, ValueError) as fault:
        raise ArticleError(f"{path} cannot be read ({_why(fault)}): give the path of a text file") from fault
    if len(content) > LIMIT:
        raise _too_large(str(path))
    return content


def decode(content: bytes, name: str) -> str:
    """
    The text in *content*: by its byte order mark, else UTF-8, else Windows-1252, else what its bytes look like.

    Raises:
        ArticleError: it is binary, or in an encoding that cannot be told.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as fault:
                raise _damaged(name, encoding.removesuffix("-sig").upper(), fault) from fault
    for start, what in _FORMATS:
        if content.startswith(start):
            raise ArticleError(f"{name} is {what}, not plain text: save its text as .txt first")
    if b"\x00" in content or _control_share(content) > 0.01:
        raise ArticleError(f"{name} is binary, not text: give an article as plain text")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(content, name)


def _guess(content: bytes, name: str) -> str:
    """Not UTF-8. English from Windows is the usual case: mostly plain letters, and curly quotes or accents besides."""
    foreign = sum(byte >= 0x80 for byte in content)
    if foreign <= len(content) * 0.05:
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass
    best = from_bytes(content).best()
    if best is None:
        raise ArticleError(f"the encoding of {name} cannot be told: save it as UTF-8")
    return content.decode(best.encoding)


def _control_share(content: bytes) -> float:
    """The share of control characters that no text has."""
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b\x1a" for byte in content[:100_000])
    return controls / max(1, min(len(content), 100_000))


def _why(fault: Exception) -> str:
    return (fault.strerror if isinstance(fault, OSError) else None) or str(fault)


def _damaged(name: str, encoding: str, fault: UnicodeDecodeError) -> ArticleError:
    return ArticleError(f"{name} begins as {encoding} but is damaged at byte {fault.start}: save it as UTF-8 again")


def _check_lines(text: str, name: str, longest: int) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > longest:
            raise ArticleError(
                f"{name} has {len(line):,} characters in line {number}, more than the {longest:,} a line may have: "
                "break it into paragraphs"
            )


def _too_large(name: str) -> ArticleError:
    return ArticleError(f"{name} is larger than {LIMIT // 1_000_000} MB, the most one article may have: split it")
