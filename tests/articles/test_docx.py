"""Word documents: paragraphs with their numbers, changes accepted; archives that would fill the memory refused."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.articles.files import saved, spoilt, with_part, word
from timeline.articles import content as contents
from timeline.articles import docx as documents
from timeline.articles import mail, reading
from timeline.articles.pieces import assembled
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from pathlib import Path

FERRY = word(
    ("Title", "Ferry sinks"),
    ("Normal", "The ferry sank on Tuesday."),
    ("Heading 1", "The rescue"),
    ("Normal", "Divers reached the wreck two days later."),
    ("List Bullet", "The minister visited the port on Friday."),
)


def text(data: bytes) -> str:
    """What a document says."""
    return assembled(documents.read(data, "a.docx").pieces)[0]


def test_paragraphs_headings_and_items(tmp_path: Path) -> None:
    """Numbered by the paragraphs; a heading has the number of the one below it."""
    path = tmp_path / "ferry.docx"
    path.write_bytes(FERRY)
    article = reading.read(path)

    assert article.title == "Ferry sinks"
    assert article.text == (
        "Ferry sinks\n\nThe ferry sank on Tuesday.\n\nThe rescue\n\nDivers reached the wreck two days later.\n\n"
        "- The minister visited the port on Friday.\n"
    )
    assert article.original is not None
    assert [place.words for place in article.original.places] == ["¶ 1", "¶ 1", "¶ 2", "¶ 2", "¶ 3"]


def test_tables_stand_where_they_stand() -> None:
    """A cell is a paragraph; one that was merged is read once."""
    document = docx.Document()
    document.add_paragraph("Before.")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both."
    table.cell(1, 0).text = "Left."
    table.cell(1, 1).text = "Right."
    document.add_paragraph("After.")

    assert text(saved(document)).split() == ["Before.", "Both.", "Left.", "Right.", "After."]


def test_tracked_changes_are_accepted() -> None:
    """What was put in is read, what was taken out is not."""
    document = docx.Document()
    paragraph = document.add_paragraph("The ferry sank ")
    for change in (
        '<w:del w:id="1" w:author="a"><w:r><w:delText>on Monday</w:delText></w:r></w:del>',
        '<w:ins w:id="2" w:author="a"><w:r><w:t>on Tuesday.</w:t></w:r></w:ins>',
        '<w:moveFrom w:id="3" w:author="a"><w:r><w:t> Not here.</w:t></w:r></w:moveFrom>',
    ):
        paragraph._p.append(parse_xml(change.replace(" w:id", f" {nsdecls('w')} w:id", 1)))

    assert text(saved(document)) == "The ferry sank on Tuesday.\n"


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    """Sizes are looked at before anything is unpacked, and the limit stands in the sentence."""
    bomb = with_part(FERRY, "word/document.xml", b" " * (documents.PART + 1))

    assert len(bomb) < 200_000
    with pytest.raises(ArticleError, match=r"a\.docx unpacks to 50 MB, more than the 50 MB that are read"):
        documents.read(bomb, "a.docx")


def test_many_parts_are_refused_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them is small, and all are not."""
    monkeypatch.setattr(documents, "UNPACKED", 3_000_000)
    bomb = with_part(with_part(FERRY, "word/media/a.png", bytes(2_000_000)), "word/media/b.png", bytes(2_000_000))

    with pytest.raises(ArticleError, match="unpacks to 4 MB, more than the 3 MB"):
        documents.read(bomb, "a.docx")


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of nothing but names."""
    monkeypatch.setattr(documents, "MEMBERS", 5)

    with pytest.raises(ArticleError, match="more than the 5 that are read"):
        documents.read(FERRY, "a.docx")


def test_a_part_that_is_longer_than_it_says_is_damaged() -> None:
    """A size that lies is no way round the limit."""
    data = bytearray(with_part(FERRY, "word/document.xml", b"<a>" + b" " * 100_000 + b"</a>"))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    for at in range(len(data) - 4):
        if data[at : at + 4] == size.to_bytes(4, "little"):
            data[at : at + 4] = (10).to_bytes(4, "little")

    with pytest.raises(ArticleError, match="damaged"):
        documents.read(bytes(data), "a.docx")


def test_entities_are_refused() -> None:
    """No Word document declares words that stand for others."""
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    part = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "word">{entities}]><x>&a12;</x>'

    with pytest.raises(ArticleError, match="declares a document type"):
        documents.read(with_part(FERRY, "word/document.xml", part.encode()), "a.docx")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_entities_in_another_encoding_do_not_grow(encoding: str) -> None:
    """What cannot be seen before is refused by the one that reads it."""
    part = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "word"><!ENTITY b "&a;&a;">]><x>&b;</x>'

    with pytest.raises(ArticleError, match=r"^a\.docx"):
        documents.read(with_part(FERRY, "word/document.xml", part.encode(encoding)), "a.docx")


@pytest.mark.parametrize(
    "content",
    [FERRY[:200], with_part(FERRY, documents.DOCUMENT, b"<w:document>"), spoilt(FERRY, documents.DOCUMENT)],
)
def test_a_damaged_document_is_refused(content: bytes) -> None:
    """In one sentence."""
    with pytest.raises(ArticleError, match=r"^a\.docx is a damaged Word document: [^\n]+$"):
        documents.read(content, "a.docx")


def test_another_archive_is_no_document(tmp_path: Path) -> None:
    """It is said what it is, as before."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "The ferry sank on Tuesday.")
    path = tmp_path / "ferry.docx"
    path.write_bytes(out.getvalue())

    with pytest.raises(ArticleError, match="zip archive"):
        reading.read(path)


def test_too_many_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number stands in the sentence."""
    monkeypatch.setattr(documents, "PARAGRAPHS", 3)

    with pytest.raises(ArticleError, match="more than the 3 paragraphs"):
        documents.read(FERRY, "a.docx")


def test_too_long_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it is taken from, a text has a limit, which is said."""
    monkeypatch.setattr(contents, "LIMIT", 60)
    path = tmp_path / "ferry.docx"
    path.write_bytes(FERRY)

    with pytest.raises(ArticleError, match=r"ferry\.docx has more than 60 characters of text"):
        reading.read(path)


@pytest.mark.parametrize("suffix", ["docx", "html", "eml"])
def test_too_large_a_file(tmp_path: Path, suffix: str) -> None:
    """Each format has a limit of its own: files with pictures in them are larger."""
    most = {"docx": documents.LIMIT, "html": contents.LIMIT, "eml": mail.LIMIT}[suffix]
    path = tmp_path / f"ferry.{suffix}"
    with path.open("wb") as file:
        file.truncate(most + 1)

    with pytest.raises(ArticleError, match=rf"ferry\.{suffix} is larger than {most // 1_000_000} MB"):
        reading.read(path)
