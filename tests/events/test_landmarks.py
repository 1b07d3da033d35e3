"""Known events: the file, its errors, and what they match."""

from __future__ import annotations

import csv
import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from timeline._files import data
from timeline.chrono.calendar import day_of
from timeline.errors import LandmarksError
from timeline.events.landmark import Landmark, Told
from timeline.events.landmarks import Landmarks, load
from timeline.model.article import Article
from timeline.model.event import Kind
from timeline.pipeline import read_timeline

HERE = Path(__file__).parent / "landmarks"
HEADER = "id,name,begin,end,kind,words,url\n"


def sentences() -> list[tuple[str, str]]:
    """Sentences with the one known event each tells of."""
    with (HERE / "known.csv").open(encoding="utf-8", newline="") as file:
        return [(row["sentence"], row["landmark"]) for row in csv.DictReader(file)]


def look_alikes() -> list[str]:
    """Sentences that only sound like a known event."""
    return (HERE / "alike.txt").read_text(encoding="utf-8").splitlines()


@cache
def rows() -> Landmarks:
    """The shipped known events."""
    return load()


def read(text: str) -> set[str | None]:
    """The known events that dates of a text rest on, through the whole reading."""
    return {event.landmark for event in read_timeline(Article(text), rows()).events} - {None}


def test_the_file_is_in_order() -> None:
    """At least four hundred events from 1900 to 2025, by day and id; the id ends with the year it began in."""
    known = rows().rows

    assert len(known) >= 400
    assert known == tuple(sorted(known, key=lambda row: (row.bounds.begin.earliest, row.id)))
    for row in known:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*-[0-9]{4}", row.id), row.id
        assert 1900 <= row.years[0] <= row.years[-1] <= 2025, row.id
        days = day_of(row.bounds.end.latest or 0) - day_of(row.bounds.begin.earliest or 0)
        assert (row.kind is Kind.DAY) == (days == 0), row.id
        assert row.years[0] == int(row.id[-4:]), row.id


def test_every_date_can_be_checked() -> None:
    """Each row names the article of a public encyclopedia, written as its address is."""
    for row in rows().rows:
        found = re.match(r"https://([a-z.-]+)/(.+)", row.url)
        assert found, row.id
        assert found[1] == "en.wikipedia.org", row.url
        assert re.fullmatch(r"wiki/[A-Za-z0-9_.,()!'–%/-]+", found[2]), row.url


def test_the_file_is_plain() -> None:
    """Every field is filled and without spaces around it, every word in lower case."""
    with data("landmarks.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert all(value and value == value.strip() for value in row.values()), row["id"]
            assert row["words"] == row["words"].lower(), row["id"]
            assert row["name"][0].isupper() or row["name"][0] == "a", row["id"]


def test_no_row_is_taken_for_another() -> None:
    """The words of a row, one variant of each group, match that row and no other, whatever the day."""
    known = rows()
    for row in known.rows:
        for groups in row.words:
            for head in groups[0]:
                for choice in product(*(sorted(group) for group in groups[1:])) if _shared(known, row, groups) else ():
                    words = (head, *choice)
                    bag = frozenset(part for word in words for part in (word, *word.split()))
                    found = known.match(Told(head=frozenset({head}), words=bag, text=" ".join(words)))
                    assert found is row, words


def _shared(known: Landmarks, row: Landmark, groups: tuple[frozenset[str], ...]) -> bool:
    """Some other row could have all its words from these groups."""
    every = frozenset(part for group in groups for variant in group for part in (variant, *variant.split()))
    return any(
        other is not row
        and alternative[0] & groups[0]
        and all(any(every.issuperset(variant.split()) for variant in group) for group in alternative[1:])
        for other in known.rows
        for alternative in other.words
    )


def test_the_most_words_win(tmp_path: Path) -> None:
    """Of two rows whose words are there the one with more of them is meant; as many each mean none."""
    file = tmp_path / "mine.csv"
    file.write_text(
        HEADER
        + "plain,Plain,2019-06-01,,day,fair village,\n"
        + "great,Great,2019-06-02,,day,fair village great,\n"
        + "other,Other,2019-06-03,,day,fair village old,\n",
        encoding="utf-8",
    )
    known = load(file)

    def meant(text: str) -> str | None:
        found = known.match(Told(head=frozenset({"fair"}), words=frozenset(text.split()), text=text))
        return found.id if found else None

    assert meant("the fair in the village") == "plain"
    assert meant("the great fair in the village") == "great"
    assert meant("the great old fair in the village") is None
    assert meant("the fair") is None


@pytest.mark.parametrize(("text", "landmark"), sentences())
def test_a_known_event_is_found(text: str, landmark: str) -> None:
    """An event is a known one by the words of its own phrase, names and pronouns resolved."""
    assert read(text) == {landmark}


@pytest.mark.parametrize("text", look_alikes())
def test_look_alikes_match_nothing(text: str) -> None:
    """Namesakes, other places and years, anniversaries, films, replicas, plans and further ones are not the event."""
    assert read(text) == set()


def test_there_are_enough_sentences() -> None:
    """A hundred look-alikes and sixty known events at least, each once."""
    assert len(set(look_alikes())) == len(look_alikes()) >= 100
    assert len(dict(sentences())) == len(sentences()) >= 60


def test_the_users_file_adds_and_wins(tmp_path: Path) -> None:
    """A row of the user's own adds to the list, and replaces one of the same id."""
    file = tmp_path / "mine.csv"
    file.write_text(
        HEADER
        + "wedding,Our wedding,2019-06-01,,day,wedding ours,\n"
        + "alaska-summit-2025,The summit,2025-08-16,,day,summit,\n",
        encoding="utf-8",
    )
    found = load(extra=file)

    assert found.get("wedding") is not None
    assert getattr(found.get("alaska-summit-2025"), "name", None) == "The summit"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("id,name\n", "line 1: the column 'begin' is missing"),
        (HEADER + "a,A,2025-02-30,,day,x,\n", "line 2: begin '2025-02-30' is not a day"),
        (HEADER + "a,A,2025-02-03,2025-02-01,span,x,\n", "line 2: it ends (2025-02-01) before it begins"),
        (HEADER + "a,A,2025-02-01,2025-02-03,day,x,\n", "line 2: a day begins and ends on the same day"),
        (HEADER + "a,A,2025-02-01,,week,x,\n", "line 2: the kind 'week' is neither day nor span"),
        (HEADER + "a,A,2025-02-01,,day,,\n", "line 2: 'words' is empty"),
        (HEADER + "a,A,2025-02-01,,day,x,\na,B,2025-02-02,,day,y,\n", "line 3: the id 'a' stands already in line 2"),
        (HEADER + "a,A,2025-02-01,,day,;,\n", "line 2: 'words' is empty"),
        (HEADER + "a,A,2025-02-01,,day,x | y,\n", "line 2: 'x | y' has a group without a word"),
        (HEADER + "a,A, b,2025-02-01,,day,x,\n", "line 2: it has 8 fields instead of 7"),
        (HEADER + "a,A,1.2.2025,,day,x,\n", "line 2: begin '1.2.2025' is not a day; write it as 2025-08-15"),
        ("", "line 1: the column 'id' is missing"),
        (HEADER + "\n\na,A,2025-02-01\n", "line 4: 'words' is empty"),
        (HEADER + 'a,"A,2025-02-01,,day,x,\n', "this is no CSV"),
    ],
)
def test_a_damaged_file_says_where(tmp_path: Path, content: str, says: str) -> None:
    """A damaged line is named with what is wrong and what to do."""
    file = tmp_path / "mine.csv"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(LandmarksError) as fault:
        load(extra=file)
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """A missing file and one that is no text are named."""
    with pytest.raises(LandmarksError, match="cannot be read"):
        load(extra=tmp_path / "none.csv")
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LandmarksError, match="not UTF-8"):
        load(extra=binary)
