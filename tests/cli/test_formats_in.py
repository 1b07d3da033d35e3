"""The command line reads what people have: pages, PDFs, Word documents, e-mails, and folders of them."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.articles.files import mail, page, pdf, word

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Outcome
    from timeline.articles.fetch import Network

FERRY = "The ferry sank on Tuesday after a fire in the engine room."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article of each format, some of them in a folder within."""
    inside = tmp_path / "news" / "more"
    inside.mkdir(parents=True)
    news = inside.parent
    head = '<meta property="article:published_time" content="2025-08-22T10:00:00Z">'
    (news / "a.html").write_bytes(page(f"<p>{FERRY}</p><p>It had been on its way since Monday.</p>", head))
    (news / "b.pdf").write_bytes(pdf([["It was quiet in the port."], ["The mayor resigned on 3 May 2025."]]))
    (inside / "c.docx").write_bytes(word(("Normal", "It was quiet."), ("Normal", "The king left on 4 May 2025.")))
    (inside / "d.eml").write_bytes(
        mail("The queen came on Friday.\n", "From: Jane", "Date: Tue, 6 May 2025 10:00:00 +0000")
    )
    (inside / "e.md").write_text("# News\n\nThe prince died on 7 May 2025.\n", "utf-8")
    (news / "picture.png").write_bytes(b"\x89PNG\r\n")
    (news / ".hidden.txt").write_text("The duke fled on 8 May 2025.\n", "utf-8")
    return news


def test_a_folder_is_read_whole(run: Callable[..., Outcome], folder: Path) -> None:
    """Every file that can be read, by name; what is hidden or none of these is left alone."""
    outcome = run("show", str(folder))

    assert outcome.code == 0, outcome.err
    for words in ("19 August 2025", "3 May 2025", "4 May 2025", "2 May 2025", "7 May 2025"):
        assert words in outcome.out
    assert "duke" not in outcome.out
    read = [line.rpartition("/")[2] for line in outcome.err.splitlines() if "reading" in line]
    assert read == ["a.html", "b.pdf", "c.docx", "d.eml", "e.md"]


def test_one_file_that_cannot_be_read_does_not_stop_the_rest(run: Callable[..., Outcome], folder: Path) -> None:
    """It is named with its fault; named by itself it is refused."""
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    outcome = run("show", str(folder))

    assert outcome.code == 0
    assert "left out: broken.pdf is a damaged PDF" in outcome.err
    assert "3 May 2025" in outcome.out
    assert run("show", str(folder / "broken.pdf")).code == 2


def test_a_folder_with_nothing_to_read(run: Callable[..., Outcome]) -> None:
    """Neither an empty one, nor one of files that are all broken."""
    Path("empty").mkdir()
    Path("broken").mkdir()
    Path("broken/a.txt").write_bytes(b"")

    assert "nothing in it that can be read" in run("show", "empty").err
    outcome = run("show", "broken")
    assert outcome.code == 2
    assert "a.txt is empty" in outcome.err


def test_why_tells_where_it_stands(run: Callable[..., Outcome], folder: Path) -> None:
    """By page and paragraph, with the file where there are several."""
    alone = run("show", str(folder / "b.pdf"), "--why").out
    several = run("show", str(folder), "--why").out

    assert "“The mayor resigned on 3 May 2025” (p. 2, ¶ 1)" in alone
    assert "“The mayor resigned on 3 May 2025” (b.pdf, p. 2, ¶ 1)" in several
    assert "“The king left on 4 May 2025” (c.docx, ¶ 2)" in several
    assert 'The web page states its publication day: <meta property="article:published_time"' in several


def test_the_place_is_saved_and_opened_again(run: Callable[..., Outcome], folder: Path) -> None:
    """With the timeline."""
    assert run("export", str(folder / "b.pdf"), "-o", "out.json").code == 0
    saved = json.loads(Path("out.json").read_text("utf-8"))

    assert saved["articles"][0]["original"]["places"][-1] == {
        "start": saved["articles"][0]["text"].index("The mayor"),
        "page": 2,
        "paragraph": 1,
    }
    assert "(p. 2, ¶ 1)" in run("show", "out.json", "--why").out


def test_the_day_a_page_was_changed_is_the_latest(run: Callable[..., Outcome], tmp_path: Path) -> None:
    """It narrows, and says why."""
    head = '<meta property="article:modified_time" content="2025-08-25T10:00:00Z">'
    body = f"<p>{FERRY}</p><p>The king had died on 3 August 2025.</p>"
    (tmp_path / "a.html").write_bytes(page(body, head))
    outcome = run("show", "a.html", "--why")

    assert "published between 3 and 25 August 2025" in outcome.out
    assert "published no later: <meta" in " ".join(outcome.out.split())


@pytest.mark.parametrize("command", [["show"], ["export", "-o", "out.json"], ["open", "--no-open"]])
def test_an_address_is_not_asked_unless_it_is_allowed(run: Callable[..., Outcome], command: list[str]) -> None:
    """One sentence names the option."""
    outcome = run(command[0], "https://news.example/a", *command[1:])

    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "--allow-network" in outcome.err


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://127.0.0.1/", "http://[::ffff:169.254.169.254]/", "http://0x7f.1/"]
)
def test_an_address_within_is_refused_even_so(
    run: Callable[..., Outcome], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is allowed."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    outcome = run("show", url, "--allow-network")

    assert outcome.code == 2
    assert url in outcome.err


def test_an_address_that_is_allowed_is_asked(run: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    """And its page is shown."""
    from timeline.articles import fetch
    from timeline.articles.content import Content

    def answer(url: str, _network: Network) -> tuple[Content, str]:
        return Content(page(f"<p>{FERRY}</p>"), url, url, "text/html"), url

    monkeypatch.setattr(fetch, "fetch", answer)
    outcome = run("show", "https://news.example/2025/08/22/a", "--allow-network")

    assert outcome.code == 0
    assert "19 August 2025" in outcome.out
