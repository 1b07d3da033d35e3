"""An article from whatever holds it: plain text, a web page, a PDF, a Word document, Markdown, an e-mail."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from timeline.articles import addresses, docx, mail, pdf, plain
from timeline.articles import content as contents
from timeline.articles.formats import Format, format_of
from timeline.articles.pieces import assembled
from timeline.errors import ArticleError
from timeline.model.article import Article
from timeline.model.original import Original

if TYPE_CHECKING:
    from os import PathLike

    from timeline.articles.content import Content
    from timeline.articles.fetch import Network
    from timeline.articles.pieces import Taken
    from timeline.chrono.bounds import Range

_LIMITS = {Format.PDF: pdf.LIMIT, Format.DOCX: docx.LIMIT, Format.MAIL: mail.LIMIT, Format.ARCHIVE: mail.LIMIT}
_LARGEST = max(_LIMITS.values())


def read(
    source: str | PathLike[str] | IO[str] | IO[bytes] | Article,
    published: Range | str | None = None,
    title: str | None = None,
    *,
    network: Network | None = None,
) -> Article:
    """
    The article in a file, of any format that is read; an Article comes back as it is.

    Args:
        source: a path, an open file, "-" for standard input, or an address (http, https).
        published: an ISO day or a range; None to take what the text or the file says.
        title: None to take it from the file or the text.
        network: how the network is asked for an address; None where it is not to be asked.

    Raises:
        ArticleError: the source is missing, empty, unreadable, too large, or no text.
        DateError: *published* is no day.
    """
    if isinstance(source, Article):
        return source
    if addresses.is_address(source):
        return _from_network(str(source), published, title, network)
    found = contents.content(source, _LARGEST)
    return _article(found, published, title)


def _from_network(url: str, published: Range | str | None, title: str | None, network: Network | None) -> Article:
    addresses.parsed(url)
    if network is None:
        raise ArticleError(
            f"{url} is on the network, which is asked for nothing unless you allow it: add --allow-network, "
            "or save the page and give its file"
        )
    from timeline.articles.fetch import fetch  # noqa: PLC0415 - only where it is asked for

    found, url = fetch(url, network)
    return _article(found, published, title, url=url)


def _article(found: Content, published: Range | str | None, title: str | None, url: str | None = None) -> Article:
    kind = format_of(found)
    contents.check_size(found, _LIMITS.get(kind, contents.LIMIT))
    if kind is Format.TEXT:
        text = plain.text_of(found)
        plain.check_words(text, found.name)
        plain.check_lines(text, found.name)
        return plain.finished(Article(text, published, title, found.name))
    taken = _taken(found, kind, url)
    text, places = assembled(taken.pieces)
    plain.check_words(text, found.name)
    if len(text) > contents.LIMIT:
        raise ArticleError(f"{found.name} has more than {contents.LIMIT:,} characters of text: split it")
    plain.check_lines(text, found.name)
    original = Original(kind.value, places, taken.published, taken.dated_by, taken.notes)
    return plain.finished(Article(text, published, title or taken.title, taken.source or found.name, original=original))


def _taken(found: Content, kind: Format, url: str | None) -> Taken:
    from timeline.articles import html, markdown  # noqa: PLC0415 - only where it is no plain text

    if kind is Format.HTML:
        return html.read(found.data, found.name, url=url, charset=found.charset)
    if kind is Format.MARKDOWN:
        return markdown.read(plain.text_of(found))
    data = found.data if isinstance(found.data, bytes) else found.data.encode("utf-8", "surrogatepass")
    if kind is Format.ARCHIVE:
        page, address = mail.page_within(data, found.name)
        return html.read(page, found.name, url=address)
    if kind is Format.MAIL:
        return mail.read(data, found.name)
    return docx.read(data, found.name) if kind is Format.DOCX else pdf.read(data, found.name)
