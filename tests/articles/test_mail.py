"""E-mails: subject, sender and day; what they answer to is left out, what they send on stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.articles.files import mail
from timeline.articles import mail as mails
from timeline.articles import reading
from timeline.articles.pieces import assembled
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = ("From: Jane Roe <jane@example.org>", "Subject: The ferry", "Date: Wed, 20 Aug 2025 23:30:00 -0400")
OWN = "Dear Tom,\n\nthe ferry sank on Tuesday.\nThe captain was arrested yesterday.\n\nJane\n"


def text(data: bytes) -> str:
    """What an e-mail says."""
    return assembled(mails.read(data, "a.eml").pieces)[0]


def test_subject_sender_and_day(tmp_path: Path) -> None:
    """The day is the one on the sender's own clock, and metadata."""
    path = tmp_path / "ferry.eml"
    path.write_bytes(mail(OWN, *FIELDS))
    article = reading.read(path)

    assert (article.title, article.source) == ("The ferry", "Jane Roe <jane@example.org>")
    assert article.given == "metadata"
    assert article.published.as_dict() == {"earliest": "2025-08-20", "latest": "2025-08-20"}
    assert article.original is not None
    assert article.original.dated_by == "Date: Wed, 20 Aug 2025 23:30:00 -0400"
    place = article.original.place(article.text.index("ferry"))
    assert place is not None
    assert place.words == "¶ 2"


QUOTED = {
    "marks": "\nOn Tue, 19 Aug 2025 at 10:00, Tom <tom@example.org> wrote:\n> The bridge fell.\n> It was old.\n",
    "two lines": "\nOn Tue, 19 Aug 2025 at 10:00, T. A. Roe\n<tom@example.org> wrote:\n\n> The bridge fell.\n",
    "original": "\n-----Original Message-----\nFrom: Tom\nSent: Tuesday\nTo: Jane\nSubject: x\n\nThe bridge fell.\n",
    "fields": "\nFrom: Tom\nSent: Tuesday\nTo: Jane\nSubject: x\n\nThe bridge fell.\n",
    "signature": "-- \nJane Roe\nThe Bridge Company\n",
}


@pytest.mark.parametrize("kind", QUOTED)
def test_what_it_answers_to_is_left_out(kind: str) -> None:
    """It has a day of its own; a signature is no news either."""
    found = text(mail(OWN + QUOTED[kind], *FIELDS))

    assert "captain was arrested" in found
    assert "ridge" not in found
    assert "wrote" not in found


def test_answers_between_the_lines_stay() -> None:
    """Only what is quoted goes."""
    found = text(mail("> When did it sink?\nIt sank on Tuesday.\n> And then?\nDivers came on Friday.\n", *FIELDS))

    assert " ".join(found.split()) == "It sank on Tuesday. Divers came on Friday."


def test_nothing_but_quotes_is_what_it_says() -> None:
    """Where nothing else would be left."""
    assert "bridge fell on Friday" in text(mail("> The bridge fell on Friday.\n", *FIELDS))


@pytest.mark.parametrize("mark", ["---------- Forwarded message ---------", "Begin forwarded message:"])
def test_what_is_sent_on_is_from_that_day_at_the_latest(mark: str) -> None:
    """It is what the mail is about; its own day is an earlier one."""
    body = (
        f"See below.\n\n{mark}\nFrom: Tom\nDate: Fri, 1 Aug 2025\nSubject: x\nTo: Jane\n\nThe bridge fell on Friday.\n"
    )
    taken = mails.read(mail(body, *FIELDS), "a.eml")

    assert "bridge fell" in assembled(taken.pieces)[0]
    assert taken.published.as_dict() == {"earliest": None, "latest": "2025-08-20"}


def test_the_plain_part_is_preferred() -> None:
    """And the other one read where there is none."""
    parts = (
        b"MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/plain\r\n\r\nThe ferry sank.\r\n"
        b"--x\r\nContent-Type: text/html\r\n\r\n<p>The <b>bridge</b> fell.</p>\r\n--x--\r\n"
    )
    page = mail(
        "<html><body><p>The <b>bridge</b> fell on Friday, as many had feared.</p></body></html>", kind="text/html"
    )

    assert text(parts) == "The ferry sank.\n"
    assert "The bridge fell on Friday" in text(page)


@pytest.mark.parametrize("date", ["", "Date: someday", "Date: Wed, 41 Aug 2025 23:30:00 -0400"])
def test_a_day_that_is_none_is_unknown(date: str) -> None:
    """Nothing is made up."""
    taken = mails.read(mail(OWN, *FIELDS[:2], *([date] if date else [])), "a.eml")

    assert taken.published.open
    assert taken.dated_by == ""


@pytest.mark.parametrize(
    "data",
    [
        mail("", *FIELDS),
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--\r\n",
        b"Content-Type: text/plain; charset=no-such-one\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n",
        b"".join(f"Content-Type: multipart/mixed; boundary=b{n}\r\n\r\n--b{n}\r\n".encode() for n in range(3000)),
    ],
    ids=["empty", "picture", "charset", "nested"],
)
def test_a_mail_without_words_is_refused(data: bytes) -> None:
    """Whatever it is made of, in one sentence."""
    with pytest.raises(ArticleError, match=r"^a\.eml [^\n]+$"):
        mails.read(data, "a.eml")
