"""Web pages: the article's words, the day its markup gives with the words that give it, and nothing that is run."""

from __future__ import annotations

import io
import socket
import sys
from typing import TYPE_CHECKING

import pytest

from tests.articles.files import page
from timeline.articles import html, reading
from timeline.articles.pieces import assembled
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.model.article import Article

BODY = (
    "<p>The ferry sank on Tuesday after a <b>fire</b> in the engine room.</p><h2>The rescue</h2>"
    "<p>Divers reached the wreck two days later, the coast guard said, and found nobody in it.</p>"
    "<ul><li>The minister visited the port on Friday.</li></ul>"
)


def article(markup: bytes, tmp_path: Path) -> Article:
    """The article of a page that was saved."""
    path = tmp_path / "ferry.html"
    path.write_bytes(markup)
    return reading.read(path)


def test_words_and_places(tmp_path: Path) -> None:
    """Paragraphs, headings and items, each counted; what stands around the article is left out."""
    found = article(page(BODY), tmp_path)

    assert "Sport" not in found.text
    assert "Copyright" not in found.text
    assert "a fire in the engine room" in found.text
    assert "- The minister" in found.text
    assert found.original is not None
    assert found.original.format == "web page"
    cited = {}
    for words in ("The ferry sank", "Divers", "The minister"):
        place = found.original.place(found.text.index(words))
        cited[words] = place and place.words
    assert cited == {"The ferry sank": "¶ 1", "Divers": "¶ 2", "The minister": "¶ 3"}


def test_the_title_is_the_article_s(tmp_path: Path) -> None:
    """Without the name of the newspaper."""
    assert article(page(BODY, '<meta property="og:title" content="Ferry sinks">'), tmp_path).title == "Ferry sinks"


DAYS = {
    "open graph": ('<meta property="article:published_time" content="2025-08-20T10:00:00Z">', "2025-08-20"),
    "json": (
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-08-20T23:30:00-04:00", '
            '"dateModified": "2025-08-22"}</script>'
        ),
        "2025-08-20",
    ),
    "both": (
        (
            '<meta property="article:modified_time" content="2025-08-25T10:00:00Z">'
            '<meta property="article:published_time" content="2025-08-20T10:00:00Z">'
        ),
        "2025-08-20",
    ),
    "address": ('<link rel="canonical" href="https://gazette.example/2025/08/20/ferry">', "2025-08-20"),
}


@pytest.mark.parametrize("kind", DAYS)
def test_the_day_that_the_page_gives(tmp_path: Path, kind: str) -> None:
    """It is metadata, and the words that give it are kept."""
    head, day = DAYS[kind]
    found = article(page(BODY, head), tmp_path)

    assert found.given == "metadata"
    assert found.published.as_dict() == {"earliest": day, "latest": day}
    assert found.original is not None
    assert day in found.original.dated_by.replace("/", "-")


UPPER = {
    "modified": ('<meta property="article:modified_time" content="2025-08-25T10:00:00Z">', "2025-08-25"),
    "json": ('<script type="application/ld+json">{"dateModified": "2025-08-22"}</script>', "2025-08-22"),
}


@pytest.mark.parametrize("kind", UPPER)
def test_a_day_of_change_is_only_the_latest(tmp_path: Path, kind: str) -> None:
    """The day stays unknown and is asked for; it was not later than that."""
    head, day = UPPER[kind]
    found = article(page(BODY, head), tmp_path)

    assert found.given is None
    assert found.published.open
    assert found.original is not None
    assert found.original.published.as_dict() == {"earliest": None, "latest": day}


def test_the_day_on_which_it_was_saved_is_only_the_latest(tmp_path: Path) -> None:
    """As programs that save pages note it."""
    markup = page(BODY).replace(
        b"<html>", b"<html><!--\n Page saved with something \n saved date: Wed Aug 27 2025 -->", 1
    )
    found = article(markup, tmp_path)

    assert found.original is not None
    assert found.original.published.as_dict() == {"earliest": None, "latest": "2025-08-27"}
    assert found.original.dated_by == "saved date: Wed Aug 27 2025"


def test_the_article_s_own_dateline_wins(tmp_path: Path) -> None:
    """What the text prints goes before what its page says."""
    head = '<meta property="article:published_time" content="2025-08-21T10:00:00Z">'
    found = article(page("<p>LONDON, Aug. 20, 2025 (AP) — " + BODY.removeprefix("<p>"), head), tmp_path)

    assert found.given == "text"
    assert found.published.as_dict() == {"earliest": "2025-08-20", "latest": "2025-08-20"}


@pytest.mark.parametrize(
    "body",
    [
        BODY + "<p>On 5 March 2019 another ferry had sunk at the same place.</p>",
        BODY + '<p class="legal">Photo: 2014. All rights reserved 2013–2024.</p>',
    ],
)
def test_a_day_within_the_text_is_none_of_the_page(tmp_path: Path, body: str) -> None:
    """Only what calls itself a date is taken."""
    found = article(page(body), tmp_path)

    assert found.given is None
    assert found.original is not None
    assert found.original.published.open


def test_scripts_are_never_run_and_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page points to stays where it is, and its program is no text."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = (
        '<script>document.write("<p>The king died on Monday.</p>")</script><base href="http://127.0.0.1/">'
        '<link rel="stylesheet" href="http://127.0.0.1/a.css"><meta http-equiv="refresh" content="0;url=http://127.0.0.1/">'
    )
    body = BODY + '<img src="http://127.0.0.1/x.png" onerror="alert(1)"><iframe src="file:///etc/passwd"></iframe>'
    found = article(page(body + "<script>alert('The queen died.')</script>", head), tmp_path)

    assert "died" not in found.text
    assert "alert" not in found.text
    assert "ferry sank" in found.text


def test_entities_do_not_grow(tmp_path: Path) -> None:
    """A page that declares words that stand for many others is read as what it says, no longer."""
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    markup = page(BODY + "<p>The end of &a12; was told on Monday.</p>")
    markup = markup.replace(b"<!DOCTYPE html>", f'<!DOCTYPE html [<!ENTITY a0 "word">{entities}]>'.encode(), 1)
    found = article(markup, tmp_path)

    assert len(found.text) < 2000
    assert "ferry sank" in found.text


@pytest.mark.parametrize(
    "content", [b"<html><body></body></html>", b"<html><body><script>draw()</script></body></html>"]
)
def test_a_page_without_words_is_refused(content: bytes) -> None:
    """It is said what to do."""
    with pytest.raises(ArticleError, match=r"ferry\.html .*\.txt"):
        html.read(content, "ferry.html")


def test_the_page_s_own_encoding_is_used() -> None:
    """Where it is not UTF-8 and says so."""
    body = BODY.replace("coast guard", "préfecture")
    markup = page(body).decode().replace('charset="utf-8"', 'charset="iso-8859-15"').encode("iso-8859-15")

    assert "préfecture" in assembled(html.read(markup, "a.html").pieces)[0]


def test_deeply_nested_markup_is_harmless() -> None:
    """Two hundred thousand elements in one another end no program."""
    deep = "<div>" * 200_000 + "<p>The ferry sank on Tuesday.</p>"
    try:
        text, _ = assembled(html.read(page(deep), "deep.html").pieces)
    except ArticleError:
        return

    assert len(text) < 1000


def test_a_page_is_told_by_how_it_begins() -> None:
    """Where no name says what it is."""
    assert reading.read(io.BytesIO(page(BODY))).original is not None
    assert reading.read(io.BytesIO(b"The ferry sank on Tuesday. <b>Nobody</b> died.")).original is None


def test_a_web_archive_holds_its_page(tmp_path: Path) -> None:
    """As browsers save a page in one file."""
    archive = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Location: https://gazette.example/2025/08/20/ferry\r\n\r\n"
        + page(BODY)
        + b"\r\n--x--\r\n"
    )
    path = tmp_path / "ferry.mhtml"
    path.write_bytes(archive)
    found = reading.read(path)

    assert "ferry sank" in found.text
    assert found.published.as_dict()["latest"] == "2025-08-20"


def test_plain_text_loads_no_library_of_pages(tmp_path: Path) -> None:
    """What is not needed is not imported."""
    import subprocess

    path = tmp_path / "ferry.txt"
    path.write_text("The ferry sank on Tuesday.\n", "utf-8")
    program = (
        "import sys; from timeline.articles import reading; reading.read(sys.argv[1]); "
        "print(sorted({'trafilatura', 'htmldate', 'lxml', 'docx', 'pypdfium2', 'ssl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], check=True, capture_output=True, text=True)

    assert done.stdout.strip() == "[]"
