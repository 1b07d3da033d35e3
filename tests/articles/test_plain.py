"""Reading plain text from files, streams and standard input."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles import plain
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.errors import ArticleError, DateError
from timeline.model.article import Article

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The “prime minister” went to Zürich on Tuesday — he said so.\r\n\r\nThen he left.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    """A text is read in the encoding its bytes show, line ends as they are."""
    path = tmp_path / "story.txt"
    path.write_bytes(TEXT.encode(encoding))

    assert plain.read(path).text == TEXT


def test_utf_16_without_a_machine(tmp_path: Path) -> None:
    """Either byte order is read by its mark."""
    path = tmp_path / "story.txt"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))

    assert plain.read(str(path)).text == TEXT


def test_other_encodings_are_told_by_their_bytes() -> None:
    """Bytes that are neither UTF-8 nor English from Windows are read as what they look like."""
    text = "Президент сказал во вторник, что правительство не будет продолжать работу над этим планом. " * 5

    assert plain.decode(text.encode("cp1251"), "story.txt") == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf_8_round_trip(text: str) -> None:
    """What was written in UTF-8 is read back, whatever it is."""
    assert plain.decode(text.encode(), "story.txt") == text.removeprefix("\ufeff")


@pytest.mark.parametrize("stream", [io.StringIO(TEXT, newline=""), io.BytesIO(TEXT.encode())])
def test_open_files(stream: io.StringIO | io.BytesIO) -> None:
    """Text and binary streams are read alike."""
    article = plain.read(stream)

    assert (article.text, article.source) == (TEXT, "the given text")


def test_an_open_file_keeps_its_name(tmp_path: Path) -> None:
    """The source of an open file is its name."""
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    with path.open("rb") as file:
        assert plain.read(file).source == "story.txt"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    article = plain.read("-")

    assert (article.text, article.source) == (TEXT, "standard input")


def test_an_article_comes_back_as_it_is() -> None:
    """What is an article already is not read again."""
    article = Article("Anything.")

    assert plain.read(article) is article


def test_title_and_day_from_the_text() -> None:
    """Headline and printed day are taken from the text, and the words that give the day are kept."""
    text = "Storm hits Kent\n\nPublished 20 August 2025\n\nA storm hit Kent on Tuesday. It rained.\n"

    article = plain.read(io.StringIO(text))

    assert article.title == "Storm hits Kent"
    assert (article.published.earliest, article.published.latest) == (start_of(739483), last_of(739483))
    assert article.given == "text"
    assert article.given_span is not None
    assert article.given_span.of(text) == "20 August 2025"


def test_what_the_caller_says_goes_first() -> None:
    """A title and a day that are given are not looked for."""
    text = "Storm hits Kent\n\nPublished 20 August 2025\n\nA storm hit Kent on Tuesday. It rained.\n"

    article = plain.read(io.StringIO(text), published="2025-08-21", title="A storm")

    assert (article.title, article.given, article.given_span) == ("A storm", "user", None)
    assert article.published.earliest == start_of(day_number(2025, 8, 21))


def test_no_title_without_a_headline() -> None:
    """A text that begins with a sentence has no headline."""
    assert plain.read(io.StringIO("The king left on Monday. The queen stayed.")).title is None


BAD: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "white space": (b" \n\t\r\n", "is empty"),
    "no letter": (b"12:30 -- 14\n***\n", "has no sentence"),
    "binary": (bytes(range(256)) * 10, "is binary"),
    "control characters": (b"abc\x01\x02\x03" * 50, "is binary"),
    "a PDF": (b"%PDF-1.7\n...", "is a PDF, not plain text"),
    "a Word document": (b"PK\x03\x04...", "zip archive"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00", "is a picture"),
    "damaged UTF-16": (b"\xff\xfea\x00\x00\xd8a\x00", "UTF-16 but is damaged"),
    "damaged UTF-8": (b"\xef\xbb\xbfabc\xff", "UTF-8 but is damaged at byte"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_article(tmp_path: Path, kind: str) -> None:
    """What cannot be read is told in one sentence, with the file's name and what to do."""
    content, message = BAD[kind]
    path = tmp_path / "story.txt"
    path.write_bytes(content)

    with pytest.raises(ArticleError, match=message) as fault:
        plain.read(path)

    said = str(fault.value)
    assert "story.txt" in said
    assert "\n" not in said
    assert ": " in said


def test_missing_files_and_folders(tmp_path: Path) -> None:
    """A file that is not there, and a folder in its place."""
    with pytest.raises(ArticleError, match=r"there is no file .*nothing\.txt"):
        plain.read(tmp_path / "nothing.txt")
    with pytest.raises(ArticleError, match="is a folder"):
        plain.read(tmp_path)
    with pytest.raises(ArticleError, match="cannot be read"):
        plain.read("a\0b.txt")
    with pytest.raises(ArticleError, match="cannot be read"):
        plain.read(tmp_path / "story.txt" / ("x" * 5000))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permission refused is said as such."""
    path = tmp_path / "story.txt"
    path.write_text("He left.", encoding="utf-8")

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(ArticleError, match="may not be read"):
        plain.read(path)


@pytest.mark.parametrize(
    "stream", [io.StringIO("a " * (plain.LIMIT // 2 + 1)), io.BytesIO(b"a " * (plain.LIMIT // 2 + 1))]
)
def test_too_large(stream: io.StringIO | io.BytesIO) -> None:
    """The limit stands in the message."""
    with pytest.raises(ArticleError, match="larger than 10 MB"):
        plain.read(stream)


def test_too_large_a_file(tmp_path: Path) -> None:
    """A file is not read beyond the limit."""
    path = tmp_path / "story.txt"
    with path.open("wb") as file:
        file.truncate(plain.LIMIT + 1)

    with pytest.raises(ArticleError, match="larger than 10 MB"):
        plain.read(path)


def test_a_closed_file() -> None:
    """A stream that cannot be read is no fault of ours."""
    stream = io.BytesIO(b"He left.")
    stream.close()

    with pytest.raises(ArticleError, match="cannot be read"):
        plain.read(stream)


@pytest.mark.parametrize("published", ["2025-02-30", "tomorrow", "20 August 2025", ""])
def test_an_impossible_day(published: str) -> None:
    """A publication day that is none is a fault in the command."""
    with pytest.raises(DateError, match="2025-08-20"):
        plain.read(io.StringIO("He left."), published=published)


def test_a_line_of_a_million_characters_is_refused_by_its_number() -> None:
    """One sentence says which line, how long it is, and what to do; who wants times alone may allow it."""
    text = "He left.\n" + "word " * 200_000
    with pytest.raises(ArticleError, match=r"1,000,000 characters in line 2.*paragraphs"):
        plain.read(io.StringIO(text))

    assert plain.read(io.StringIO(text), longest_line=None).text == text
