"""TimeML out: the text unchanged and escaped, TIMEX3 inline, and back again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.articles import timeml as reader
from timeline.formats import timeml, timeml_in
from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.span import Span

speakable = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\r<>&\"']"))


def expression(start: int, end: int, text: str, mod: str | None = None) -> TimeExpression:
    """An expression with a value that needs escaping."""
    return TimeExpression(Span(start, end), text[start:end], "DATE", 'X"<&>', None, mod=mod)


@given(
    speakable.filter(lambda text: not set(text) & {"\ufffe", "\uffff"}),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6),
)
def test_the_text_comes_back_unchanged(text: str, places: list[tuple[int, int]]) -> None:
    """Whatever is marked, overlapping or empty, the text that is read again is the text that was written."""
    marked = [expression(start, min(end, len(text)), text) for start, end in places]
    written = timeml.write(Article(text, published="2025-08-20"), marked, "a & b")
    article = reader.read(written.encode("utf-8"), "a.tml")

    assert article.text == text
    assert article.published.as_dict() == {"earliest": "2025-08-20", "latest": "2025-08-20"}


def test_expressions_stand_inline_with_their_attributes() -> None:
    """Type, value and modifier are attributes, and what overlaps an earlier one is left out."""
    text = "In about 1990 & later"
    written = timeml.write(Article(text), [expression(3, 13, text, "APPROX"), expression(9, 13, text)], "a")

    assert (
        '<TEXT>In <TIMEX3 tid="t1" type="DATE" value=\'X"&lt;&amp;&gt;\' mod="APPROX">about 1990</TIMEX3> &amp; later<'
        in written
    )
    assert "<DCT></DCT>" in written


def test_what_xml_cannot_hold_keeps_its_place() -> None:
    """A control character becomes one replacement character."""
    written = timeml.write(Article("a\x00b\x1fc"), [], "a")

    assert "<TEXT>a\ufffdb\ufffdc</TEXT>" in written


def test_events_and_articles_have_the_same_creation_day() -> None:
    """Also where no DCT is there, and a time says that it is the one."""
    data = (
        b'<TimeML><TEXT>It <EVENT eid="e1">rained</EVENT> on <TIMEX3 tid="t0" value="2021-05-04"'
        b' functionInDocument="CREATION_TIME">Tuesday</TIMEX3>.</TEXT></TimeML>'
    )
    article = timeml_in.read(data, "a.tml").article
    assert article is not None
    assert article.published == reader.read(data, "a.tml").published
    assert article.published.as_dict()["latest"] == "2021-05-04"
