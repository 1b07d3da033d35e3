"""Direction and year: what the words around an expression, and the text as a whole, make of it."""

from __future__ import annotations

import pytest

from tests.phrases.corpus import read
from timeline.chrono.bounds import Range
from timeline.chrono.calendar import civil, day_number, last_of, start_of
from timeline.chrono.expressions import Ago, Either, Last, Month, Next, Shift, This, UpTo, Weekday, resolve
from timeline.chrono.granularity import Granularity
from timeline.chrono.treedata import from_data, to_data
from timeline.model.article import Article
from timeline.phrases.direct import direct
from timeline.phrases.engine import find
from timeline.phrases.reading import timex

UNDATED = [
    ("The president said on Tuesday that he would go.", Last(Weekday(1))),
    ("Officers visited the town in April.", Last(Month(4))),
    ("They have met in April.", Last(Month(4))),
    ("They will meet on Tuesday.", Next(Weekday(1))),
    ("They are to meet in April.", Next(Month(4))),
    ("He quarrelled with them earlier this year.", UpTo(This(Granularity.YEAR))),
    ("The deal, expected Tuesday, is off.", Next(Weekday(1))),
    ("Tuesday", Either(Last(Weekday(1)), Next(Weekday(1)))),
]


@pytest.mark.parametrize(("text", "tree"), UNDATED, ids=[text for text, _ in UNDATED])
def test_the_clause_gives_the_direction(text: str, tree: object) -> None:
    """Past tense looks back, future tense ahead, and where nothing tells both readings stay."""
    (found,) = direct(find(text), [], Article(text))
    assert (found.tree, found.anchor) == (tree, "publication")


VALUES = [
    ("On 12 March 1644 the army crossed the river. On 2 May it stormed the town.", ["1644-03-12", "1644-05-02"]),
    ("On 12 March 1644 it fell. The museum said on Tuesday that it had closed.", ["1644-03-12", "2025-08-19"]),
    ("The dam broke in March 2019. The mayor left the following spring.", ["2019-03", "2020-SP"]),
    ("The dam broke in January 2019. The mayor left the following spring.", ["2019-01", "2019-SP"]),
    ("The offer runs until Friday.", ["2025-08-22"]),
    ("He said they will vote on Friday.", ["2025-08-22"]),
    ("He spoke on Wednesday.", ["2025-08-20"]),
    ("It was extended to Sept. 5.", ["2025-09-05"]),
    ("The plan, announced June 5, failed.", ["2025-06-05"]),
    ("He left as early as Thursday, and may be back as soon as Friday.", ["2025-08-14", "2025-08-22"]),
    ("It said on Friday, Aug. 22, that all was well.", ["2025-08-22"]),
    ("He resigned in March 1998. Two months later she followed.", ["1998-03", "1998-05"]),
    ("It fell on 5 May 1945. That day, and the next day, they danced.", ["1945-05-05", "1945-05-05", "1945-05-06"]),
    ("He won in 1998. The following year he lost.", ["1998", "1999"]),
    ("They met in May 2021. Later that month they quarrelled.", ["2021-05", "2021-05"]),
    ("Sales rose in the third quarter from a year earlier.", ["2025-Q3", "2024-Q3"]),
    ("The note of 25/12/2024 follows that of 03/04/2024.", ["2024-12-25", "2024-04-03"]),
    ("The note of 12/25/2024 follows that of 03/04/2024.", ["2024-12-25", "2024-03-04"]),
    ("The note is of 03/04/2024.", ["2024-XX-XX"]),
    ("It began on 1 July 1916 and ended on 18 November.", ["1916-07-01", "1916-11-18"]),
    ("It began on 1 November 1916 and ended in March.", ["1916-11-01", "1917-03"]),
    ("Asked in July 2016, they will join on 5 September.", ["2016-07", "2025-09-05"]),
    ("Between 9 a.m. and 5 p.m. on 4 May it was closed.", ["2025-05-04T09:00", "2025-05-04T17:00"]),
    ("The siege lasted from AD 193 to 195.", ["0193", "0195"]),
]


@pytest.mark.parametrize(("text", "values"), VALUES, ids=[text for text, _ in VALUES])
def test_values_follow_the_text(text: str, values: list[str]) -> None:
    """Weekdays, months and references have the value their text gives them."""
    assert [each.value for each in read(text)] == values


ENDS = [
    ("Sales rose in the first nine months of 1997.", "1997-01-01", "1997-09-30"),
    ("Sales rose in the first three quarters of 2004.", "2004-01-01", "2004-09-30"),
    ("It fell in the last two months of 1944.", "1944-11-01", "1944-12-31"),
    ("It fell in the last ten days of May 1945.", "1945-05-22", "1945-05-31"),
    ("It fell in the first 100 days of 2017.", "2017-01-01", "2017-04-10"),
    ("It fell in the final three years of the 1980s.", "1987-01-01", "1989-12-31"),
    ("Sales rose in the first nine months of last year.", "2024-01-01", "2024-09-30"),
    ("Sales rose in the first half of 1997.", "1997-01-01", "1997-06-30"),
]


@pytest.mark.parametrize(("text", "first", "last"), ENDS, ids=[text for text, *_ in ENDS])
def test_so_many_units_of_a_time_are_one_end_of_it(text: str, first: str, last: str) -> None:
    """One expression, whose tree is that stretch and no more; TIMEX3 has the length and the whole instead."""
    (found,) = direct(find(text), [], Article(text, published="2025-08-20"))
    assert found.tree is not None
    interval = found.tree.at(start_of(day_number(2025, 8, 20)))
    assert interval is not None
    days = (civil(interval.first_day), civil(interval.last_day))
    assert tuple(f"{day.year}-{day.month:02d}-{day.day:02d}" for day in days) == (first, last)


def test_timex_has_the_length_and_the_whole() -> None:
    """The text goes on from the whole: the year of what follows is known."""
    text = "Sales rose in the first nine months of 1997. The following year they fell."
    assert [(each.text, each.value) for each in read(text)] == [
        ("the first nine months", "P9M"),
        ("1997", "1997"),
        ("The following year", "1998"),
    ]


def test_more_than_the_whole_has_is_no_end_of_it() -> None:
    """Fourteen months of a year are only a length."""
    text = "It fell in the first fourteen months of 1944."
    assert [each.tree is None for each in find(text)] == [True, False]


DECADES = [
    ("In the late 1980's he left.", "198", "END"),
    ("In the early 1990’s he left.", "199", "START"),
    ("The mid-1970's were dry.", "197", "MID"),
    ("In late 1980's he left.", "198", "END"),
    ("The 1960's were dry.", "196", None),
    ("In the late '80's he left.", "198", "END"),
    ("In late 1980 he left.", "1980", "END"),
]


@pytest.mark.parametrize(("text", "value", "mod"), DECADES, ids=[text for text, *_ in DECADES])
def test_a_decade_with_an_apostrophe(text: str, value: str, mod: str | None) -> None:
    """In words, "the late 1980's" is the end of the decade, not of its first year."""
    assert [(each.value, each.mod) for each in find(text)] == [(value, mod)]


STORIES = [
    (
        "War broke out in September 1939. In October the east fell. In April the north fell, and in June 1940 all.",
        ["1939-09", "1939-10", "1940-04", "1940-06"],
    ),
    (
        "He was elected in May 1910. In November he marched. Papers of 2005 tell of a quarrel. In December he won.",
        ["1910-05", "1910-11", "2005", "1910-12"],
    ),
    (
        "The siege began in October 1862. In February they broke out. Until May 1865 they fought. In March they lost.",
        ["1862-10", "1863-02", "1865-05", "1863-03"],
    ),
    (
        "They landed on 6 June 1944. On 25 August the city was free. By December they were at the river.",
        ["1944-06-06", "1944-08-25", "1944-12"],
    ),
]


@pytest.mark.parametrize(("text", "values"), STORIES, ids=[text[:30] for text, _ in STORIES])
def test_a_story_has_years_of_its_own(text: str, values: list[str]) -> None:
    """The year carries on, turns at New Year, and is not moved by an aside."""
    found = timex(direct(find(text), [], Article(text)))
    assert [each.value for each in found] == values


RANGES = [
    ("They met from Monday to Tuesday.", ["2025-08-18", "2025-08-19"]),
    ("It rained from October to March.", ["2024-10", "2025-03"]),
    ("They will meet from Monday to Friday.", ["2025-08-25", "2025-08-29"]),
]


@pytest.mark.parametrize(("text", "values"), RANGES, ids=[text for text, _ in RANGES])
def test_the_second_end_comes_after_the_first(text: str, values: list[str]) -> None:
    """Of a stretch without years the second end is the next after the first."""
    assert [each.value for each in read(text)] == values


OBITUARY = """She died on Sunday. She had been ill since the spring.

She was born on 3 November 1931 and gave her first concert in 1945. In August 1956 she
married. Two years later they moved.

Her husband died in 2003, and her son in 1998. The choir of 1964 still sings.

It will sing at the funeral on Friday. The council may decide in January."""


def test_news_around_a_life_is_told_from_its_day() -> None:
    """What stands in the news of a text that tells an old story is not dated by the story."""
    found = [(each.text, each.value) for each in timex(direct(find(OBITUARY), [], Article(OBITUARY)))]
    assert found[:3] == [("Sunday", "XXXX-WXX-7"), ("the spring", "XXXX-SP"), ("3 November 1931", "1931-11-03")]
    assert found[-2:] == [("Friday", "XXXX-WXX-5"), ("January", "XXXX-01")]
    assert ("Two years later", "1958") in found


LOOKING_BACK = """The board on Tuesday ordered a second look at the dam.

The dam, built in 1961 and raised in 1964, was repaired in 2011. A crack was seen in early March, and it grew in April.

In 1978 a flood killed three people. They were told last week to prepare."""


def test_news_that_looks_back_goes_on_from_its_day() -> None:
    """A month that would lead the story back behind the year told last is one of the news, and so is what follows."""
    article = Article(LOOKING_BACK, published="2023-06-14")
    found = {each.text: each.value for each in timex(direct(find(LOOKING_BACK), [], article))}
    assert (found["early March"], found["April"]) == ("2023-03", "2023-04")


def test_clock_times_keep_their_day() -> None:
    """A clock time without a day is of the day spoken of, and minutes are counted from it."""
    text = "It reached the coast on Tuesday at 3:40 a.m. Twenty minutes later it was over. At 8 a.m. they slept."
    assert [each.value for each in read(text)] == ["2025-08-19T03:40", "2025-08-19T04:00", "2025-08-19T08:00"]


def test_a_day_is_spoken_of_as_long_as_times_of_it_follow() -> None:
    """However far away the words of the day are, in news whose own day is another."""
    hours = " ".join(f"At 1{hour}:05 a man in a long grey coat {'looked on and ' * 9}left." for hour in range(10))
    text = f"It began at 09:30 on 14 March 2025. {hours}"
    found = direct(find(text), [], Article(text, published="2025-03-18"))
    assert {each.value[:10] for each in found} == {"2025-03-14"}


def test_a_time_told_from_an_event_is_anchored_there() -> None:
    """As in "three weeks before the election" hangs on the election, whose words the anchor's span covers."""
    text = "She resigned three weeks before the election."
    (found,) = direct(find(text), [], Article(text, published="2025-08-20"))
    assert (found.tree, found.anchor) == (Ago(3, Granularity.WEEK), "event")
    assert found.anchor_span is not None
    assert found.anchor_span.of(text) == "the election"


def test_the_day_after_an_event() -> None:
    """The day after something is a day whose anchor is that."""
    text = "He fled the day after the verdict."
    (found,) = direct(find(text), [], Article(text))
    assert (found.text, found.tree, found.anchor) == ("the day", Shift(Granularity.DAY, 1), "event")


def test_a_stretch_is_one_expression_with_two_ends() -> None:
    """From one time to another is one expression; its tree runs from the start of the first to the end of the last."""
    text = "They met from 14 to 16 February 2024."
    (found,) = direct(find(text), [], Article(text))
    assert found.text == "from 14 to 16 February 2024"
    assert found.tree is not None
    assert resolve(found.tree, Range()).window == Range(
        start_of(day_number(2024, 2, 14)), last_of(day_number(2024, 2, 16))
    )


def test_a_bounded_publication_day_gives_a_value_only_where_all_days_agree() -> None:
    """A value is written where it is the same for every day the article may be of."""
    text = "They met last month and yesterday."
    published = Range(start_of(day_number(2025, 8, 5)), last_of(day_number(2025, 8, 9)))
    found = direct(find(text), [], Article(text, published=published))
    assert [each.value for each in found] == ["2025-07", "XXXX-XX-XX"]


CHAINS = "They met on 5 May 1945. " + "The next day they met. " * 100


COUNTED_FROM_OPEN = (
    "Eight days after 12 October, the index had recovered.",
    "They prayed for help as Easter week began.",
    "The week before Christmas it will snow.",
)


@pytest.mark.parametrize(
    "text",
    [CHAINS, CHAINS.replace("on 5 May 1945", "yesterday"), *(text for text, _ in STORIES), *COUNTED_FROM_OPEN],
)
def test_what_is_found_can_be_saved(text: str) -> None:
    """Every tree goes into a saved timeline and comes back, however many times are told one from the other."""
    for each in direct(find(text), [], Article(text)):
        if each.tree is not None:
            assert from_data(to_data(each.tree)) == each.tree
