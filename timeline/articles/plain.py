"""Plain text from a path, an open file or standard input."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from charset_normalizer import from_bytes

from timeline.articles import dateline, layout, markup
from timeline.articles.content import LIMIT, content
from timeline.chrono.bounds import Range
from timeline.errors import ArticleError
from timeline.model.article import Article, replace_article

if TYPE_CHECKING:
    from os import PathLike

    from timeline.articles.content import Content

__all__ = ["LIMIT", "LONGEST_LINE", "check_lines", "check_words", "decode", "finished", "read", "text_of"]

LONGEST_LINE = 500_000  # characters; a novel in one line, far from what a person would call a line

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
    found = content(source)
    text = text_of(found)
    check_words(text, found.name)
    if longest_line is not None:
        check_lines(text, found.name, longest_line)
    return finished(Article(text, published, title, found.name))


def finished(article: Article) -> Article:
    """
    The article with the title and the publication day that its text prints, where none was given.

    A whole day that the text prints goes before one that the file tells beside it, and that before a month.
    """
    words = markup.readable(article.text)
    blocks = layout.blocks(words)
    article = replace_article(article, title=article.title or layout.headline(words, blocks))
    if article.given is not None or not article.published.open:
        return article
    printed = dateline.publication(words, blocks)
    told = article.original.published if article.original is not None else Range()
    if told.one_day and (printed is None or (not printed.day.one_day and printed.day.contains(told))):
        return replace_article(article, published=told, given="metadata")
    if printed is None:
        return article
    return replace_article(article, published=printed.day, given="text", given_span=printed.span)


def check_words(text: str, name: str) -> None:
    """ArticleError where there is no letter in it."""
    if not any(character.isalpha() for character in text):
        what = "has no sentence in it" if text.strip() else "is empty"
        raise ArticleError(f"{name} {what}: give an article as plain text")


def text_of(found: Content) -> str:
    """The text in it, line ends as they are; ArticleError where it is none."""
    if isinstance(found.data, bytes):
        return decode(found.data, found.name)
    if "\x00" in found.data:
        raise ArticleError(f"{found.name} is binary, not text: give plain text, a web page, PDF, Word or an e-mail")
    return found.data.removeprefix("\ufeff")


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
        raise ArticleError(f"{name} is binary, not text: give plain text, a web page, PDF, Word or an e-mail")
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


def _damaged(name: str, encoding: str, fault: UnicodeDecodeError) -> ArticleError:
    return ArticleError(f"{name} begins as {encoding} but is damaged at byte {fault.start}: save it as UTF-8 again")


def check_lines(text: str, name: str, longest: int = LONGEST_LINE) -> None:
    """ArticleError where a line has more characters than that."""
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > longest:
            raise ArticleError(
                f"{name} has {len(line):,} characters in line {number}, more than the {longest:,} a line may have: "
                "break it into paragraphs"
            )
