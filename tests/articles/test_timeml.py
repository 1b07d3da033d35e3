"""TimeML in: its text and publication day, and one sentence where there is neither."""

from __future__ import annotations

import pytest

from timeline.articles import timeml
from timeline.errors import ArticleError

HEAD = '<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" functionInDocument="CREATION_TIME">x</TIMEX3></DCT>'


def document(text: str, day: str = "1998-02-27") -> bytes:
    """A TimeML document around a text that is markup already."""
    return (
        f'<?xml version="1.0" ?>\n<TimeML><DOCID>d</DOCID>{HEAD.format(day=day)}<TEXT>{text}</TEXT></TimeML>'.encode()
    )


def test_text_and_day_are_taken_and_annotation_dropped() -> None:
    """Elements inside TEXT go, their words stay; entities and CDATA are text."""
    article = timeml.read(
        document('\nHe <EVENT eid="e1">left</EVENT> <TIMEX3 tid="t1">Friday</TIMEX3> &amp; <![CDATA[<b>]]> \u00e9.\n'),
        "a.tml",
    )

    assert article.text == "\nHe left Friday & <b> \u00e9.\n"
    assert article.published.as_dict() == {"earliest": "1998-02-27", "latest": "1998-02-27"}
    assert article.given == "metadata"


@pytest.mark.parametrize(("day", "known"), [("1998-02-27T08:41:00", True), ("1998-W09", False), ("", False)])
def test_a_creation_time_that_is_no_day_is_unknown(day: str, known: bool) -> None:  # noqa: FBT001 - a table's column
    """A time within the day is cut; a week or nothing is no day."""
    assert timeml.read(document("x", day), "a.tml").published.known is known


def test_without_a_creation_time_the_day_is_unknown() -> None:
    """No DCT is no fault: the publication day is unknown."""
    article = timeml.read(b"<TimeML><TEXT>He left.</TEXT></TimeML>", "a.tml")

    assert article.published.open
    assert article.given is None


def test_the_encoding_that_is_declared_is_used() -> None:
    """Latin-1 and UTF-16 documents are read as they say."""
    for encoding in ("iso-8859-1", "utf-16"):
        data = f'<?xml version="1.0" encoding="{encoding}"?><TimeML><TEXT>\u00e9t\u00e9</TEXT></TimeML>'.encode(
            encoding
        )

        assert timeml.read(data, "a.tml").text == "\u00e9t\u00e9"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<TimeML><TEXT>He left.</TimeML>", "line 1"),
        (b"<TimeML><BODY>He left.</BODY></TimeML>", "no TEXT"),
        (b"", "line 1"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><TimeML><TEXT>&b;</TEXT></TimeML>', "DOCTYPE"),
        (b'<!DOCTYPE a SYSTEM "http://127.0.0.1/x"><TimeML><TEXT>x</TEXT></TimeML>', "DOCTYPE"),
        (b'<?xml version="1.0" encoding="klingon"?><TimeML><TEXT>x</TEXT></TimeML>', "encoding"),
        (b"\xff\xff\xff", "line 1"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, says: str) -> None:
    """Broken, foreign and dangerous documents are refused by name, and nothing is fetched."""
    with pytest.raises(ArticleError, match=says) as fault:
        timeml.read(data, "bad.tml")

    assert "bad.tml" in str(fault.value)
    assert "\n" not in str(fault.value)
