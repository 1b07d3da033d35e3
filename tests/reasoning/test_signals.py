"""What a text says about when things happened: one row a sentence, dated as precisely as it allows and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.events.landmarks import Landmarks
from timeline.model.article import Article
from timeline.model.statement import Stratum
from timeline.pipeline import date_spans, order_spans, read_timeline

if TYPE_CHECKING:
    from timeline.model.event import Event
    from timeline.model.timeline import Timeline

WEDNESDAY = "2025-08-20"
# the text, the head word of the event, earliest begin and latest end, by what is stated alone
STATED = [
    ("The minister resigned on Tuesday.", "resigned", "2025-08-19", "2025-08-19"),
    (
        "The bridge was shut on Monday, 3 May 2021, an hour after they had left.",
        "shut",
        "2021-05-03",
        "2021-05-03",
    ),
    ("In 2016 it bought cables, and in the autumn of 2021 a lorry struck it.", "struck", "2021-09-01", "2021-11-30"),
    ("In 2016 the county bought cables, and in May 2019 the mayor opened it.", "opened", "2019-05-01", "2019-05-31"),
    ("In 2016 the county bought cables, and in May 2019 the mayor opened it.", "bought", "2016-01-01", "2016-12-31"),
    ("In May 2011 the slipper baths were closed.", "closed", "2011-05-01", "2011-05-31"),
    ("Ann Reeve learned to swim at Orton in 1959.", "learned", "1959-01-01", "1959-12-31"),
    (
        "A fire hit it on 12 April 2021. Nobody fled.\n\nPike fell the following month.",
        "fell",
        "2021-05-01",
        "2021-05-31",
    ),
    ("The board opened an inquiry of its own in June 2022.", "opened", "2022-06-01", "2022-06-30"),
    ("In a letter dated 2 May 2023, Ann Reeve warned the council.", "warned", "2023-05-02", "2023-05-02"),
    ("In a report published on 2 May 2023 Ann Reeve said that it leaked.", "said", "2023-05-02", "2023-05-02"),
    (
        "The work began in 1688. Marsh had gone home two years before and had come back.",
        "gone",
        "1686-01-01",
        "1686-12-31",
    ),
    (
        "It was opened on 14 June 2010, exactly 150 years after the prince had stood in the rain.",
        "opened",
        "2010-06-14",
        "2010-06-14",
    ),
    ("The minister resigned on Wednesday.", "resigned", "2025-08-20", "2025-08-20"),
    ("The minister resigned in April.", "resigned", "2025-04-01", "2025-04-30"),
    ("The minister resigned in October.", "resigned", "2024-10-01", "2024-10-31"),
    ("The minister resigned in 2019.", "resigned", "2019-01-01", "2019-12-31"),
    ("The minister resigned yesterday.", "resigned", "2025-08-19", "2025-08-19"),
    ("The minister resigned last year.", "resigned", "2024-01-01", "2024-12-31"),
    ("The minister resigned earlier this year.", "resigned", "2025-01-01", "2025-08-20"),
    ("The minister resigned on 3 May 2021.", "resigned", "2021-05-03", "2021-05-03"),
    ("The minister resigned.", "resigned", None, "2025-08-20"),
    ("The minister has resigned.", "resigned", None, "2025-08-20"),
    ("The minister will resign on Friday.", "resign", "2025-08-22", "2025-08-22"),
    ("The minister will resign.", "resign", "2025-08-20", None),
    ("The council will meet in October.", "meet", "2025-10-01", "2025-10-31"),
    ("The minister resigned before 2020.", "resigned", None, "2020-01-01"),
    ("The minister resigned before the end of 2020.", "resigned", None, "2020-12-31"),
    ("The council will decide before the end of the year.", "decide", "2025-08-20", "2025-12-31"),
    ("The minister resigned after 2020.", "resigned", "2020-12-31", "2025-08-20"),
    ("After the summit on 15 August, the minister resigned.", "resigned", "2025-08-15", "2025-08-20"),
    ("The minister resigned before the election on 5 May 2024.", "resigned", None, "2024-05-05"),
    ("Three days after the verdict on 10 June 2025, the judge resigned.", "resigned", "2025-06-13", "2025-06-13"),
    ("The city will name a square after her next year.", "name", "2026-01-01", "2026-12-31"),
    ("Helicopters searched the ridge until Friday.", "searched", None, "2025-08-20"),
    ("The miners returned to work on Tuesday.", "returned", "2025-08-19", "2025-08-19"),
    ("Parliament will vote before the summer.", "vote", "2025-08-20", "2026-08-31"),
    ("The strike, which began on 3 June 2025, had cost millions.", "cost", None, "2025-08-20"),
    ("The army has occupied the town since March.", "occupied", "2025-03-01", None),
    # what hangs from a verb is placed by it, and is not said to be over
    ("The general ordered the troops to leave.", "leave", None, None),
    ("The council asked him on Tuesday to resign.", "resign", "2025-08-19", None),
    ("The prisoner managed to escape.", "escape", None, "2025-08-20"),
    ("The party called for a referendum.", "referendum", None, None),
    ("The minister said on Tuesday that the plant would close.", "close", "2025-08-19", None),
    ("The company plans to sell the yard.", "sell", "2025-08-20", None),
    ("If he resigns, the party will lose.", "resigns", "2025-08-20", None),
    ("The army may attack the town.", "attack", "2025-08-20", None),
    ("He is said to have fled.", "fled", None, None),
    # the present holds, the past of what lasts may go on
    ("The company owns the yard.", "owns", None, None),
    ("The minister said that the war worried him.", "war", None, None),
    # lengths, limits and the two ends
    ("The minister has ruled for ten years.", "ruled", None, None),
    ("He ran the harbour from 2011 until his arrest on 9 September 2021.", "ran", "2011-01-01", "2021-09-09"),
    ("The police searched the house three days after the arrest. He was freed in May.", "searched", None, "2025-08-20"),
    ("The talks were held on 3 May and 5 May 2025.", "held", "2025-05-03", "2025-05-05"),
    ("The arch was rebuilt in wood in May 1990, and in stone only in 1995.", "rebuilt", "1990-05-01", "1990-05-31"),
    # a time stands with the clause it stands in
    ("Kidnappers fled and police found the man on 3 May 2025.", "fled", None, "2025-08-20"),
    ("The firm cut its 2019 forecast.", "cut", None, "2025-08-20"),
    ("The mayor estimated that the yard would lose money until 2024.", "estimated", None, "2025-08-20"),
    ("A team is investigating the bombings of 3 May 2024.", "investigating", None, None),
    ("Gunmen attacked the camp on 3 May 2025 before they were killed.", "attacked", "2025-05-03", "2025-05-03"),
    (
        "A diver found the wreck in October 2020. Two weeks later he wrote to the mayor.",
        "wrote",
        "2020-10-12",
        "2020-11-17",
    ),
    (
        "The plan was agreed in November 2024. Unions rejected it two days later.",
        "rejected",
        "2024-11-03",
        "2024-12-02",
    ),
    ("Ann Lee fell ill in the summer of 1979. She died a month later.", "died", "1979-06-16", "1979-10-15"),
    ("The yard was damaged by fire in 2007 and has been closed since.", "damaged", "2007-01-01", "2007-12-31"),
    ("Solano married Peter Voss, a cartographer who retired in 2009, in 1952.", "married", "1952-01-01", "1952-12-31"),
    ("Solano married Peter Voss, a cartographer who retired in 2009, in 1952.", "retired", "2009-01-01", "2009-12-31"),
    ("On 2 January a goal by Ann Lee sent them top.", "sent", "2025-01-02", "2025-01-02"),
    ("The bank's chief executive, Paul Dorn, resigned on May 3.", "resigned", "2025-05-03", "2025-05-03"),
    ("The club signed him on 31 January. He scored the following weekend.", "scored", "2025-02-01", "2025-02-02"),
    ("The bank will report results for its first quarter on 28 October.", "report", "2025-10-28", "2025-10-28"),
    ("Ann Lee died in 2003, the winter in which the river froze.", "died", "2003-01-01", "2003-12-31"),
    ("Rovers won the league in May, seven points from safety only in October.", "won", "2025-05-01", "2025-05-31"),
    (
        "Wardens closed the dam on 30 March. Ten days after this the firm drained the lake.",
        "drained",
        "2025-04-09",
        "2025-04-09",
    ),
    ("The notes end here.\n\nAugust 22, 2007 – The Osa sank on Monday.", "sank", "2007-08-20", "2007-08-20"),
    ("The notes end here.\n\nAugust 22, 2007 – Divers will come on Friday.", "come", "2007-08-24", "2007-08-24"),
    ("Notes\n\n3 May 2025\n\nIt is calm.\n\n2 May 2025\n\nA boat sank yesterday.", "sank", "2025-05-01", "2025-05-01"),
    ("Notes\n\n3 May 2025\n\nIt is calm.\n\n2 May 2025\n\nA boat sank.", "sank", None, "2025-05-02"),
    ("The war began on 3 May 2021. Two weeks later, the army seized the town.", "seized", "2021-05-14", "2021-05-20"),
]
USUAL = [
    ("The minister said the plan had failed.", "said", "2025-08-19", "2025-08-20"),
    # the article shows that its news is of the day
    ("The court ruled today. The minister said it was wrong.", "said", "2025-08-20", "2025-08-20"),
    ("The court ruled on Wednesday.\n\nRescuers found two men.", "found", "2025-08-20", "2025-08-20"),
    # a day carries on to what is told right after it
    ("The police arrested a man on Monday and searched his house.", "searched", "2025-08-18", "2025-08-18"),
    ("The ferry sank on Monday. It hit a rock.", "hit", "2025-08-18", "2025-08-18"),
    # told together
    ("The bomb exploded on Monday, killing two men.", "killing", "2025-08-18", "2025-08-18"),
    ("A judge was shot on Monday when two men entered the court.", "entered", "2025-08-18", "2025-08-18"),
    # told again
    (
        "Iraq invaded Kuwait on 2 August 1990.\n\nThe invasion shocked the world.",
        "invasion",
        "1990-08-02",
        "1990-08-02",
    ),
    # what is only ahead in the news is still ahead
    ("The minister said the yard would close.", "close", "2025-08-20", None),
]
SILENT = [
    ("In 1979 Peake founded a club, and by 1995 its members had dug two locks.", "dug"),
    ("A ferry, last used during the war, is expected to sail.", "war"),
    ('In January 1963 ice broke it. "We walked until the thaw came in March," said Ann Reeve.', "came"),
    ("The court ruled on Monday. Police have arrested a man.", "arrested"),
    ("The bridge was begun on 1 May 1231. It was interrupted by the plague of 1233.", "interrupted"),
    ("A yard opened on Tuesday. Germany refused to send ships.\n\nItaly helped.", "helped"),
]
# the text, the head word, its four bounds by what is stated
ENDS = [
    ("The company owns the yard.", "owns", (None, "2025-08-20", "2025-08-20", None), "span"),
    ("The army is patrolling the coast.", "patrolling", (None, "2025-08-20", "2025-08-20", None), "span"),
    (
        "The army has occupied the town since March.",
        "occupied",
        ("2025-03-01", "2025-03-31", "2025-03-01", None),
        "span",
    ),
    ("The minister has ruled for ten years.", "ruled", (None, "2016-02-20", None, None), "span"),
    ("The minister knew that he was ill.", "ill", (None, "2025-08-20", None, None), "span"),
    (
        "The quarrel lasted from 1238 to 1241.",
        "lasted",
        ("1238-01-01", "1238-12-31", "1241-01-01", "1241-12-31"),
        "span",
    ),
    ("The talks lasted until after 2019.", "lasted", (None, "2025-08-20", "2019-12-31", None), "span"),
    ("The shares fell until the end of the year.", "fell", (None, "2025-08-20", None, "2025-08-20"), "span"),
    ("The minister resigned in May.", "resigned", ("2025-05-01", "2025-05-31", "2025-05-01", "2025-05-31"), "day"),
]


def dated(text: str, word: str, *, only_stated: bool) -> tuple[str | None, str | None]:
    """Earliest begin and latest end of the event whose head is *word*."""
    start = text.index(word)
    span = (start, start + len(word))
    bounds = date_spans(Article(text, published=WEDNESDAY), [span], only_stated=only_stated)[0].bounds.as_dict()
    return bounds["begin"]["earliest"], bounds["end"]["latest"]


@pytest.mark.parametrize(("text", "word", "earliest", "latest"), STATED)
def test_what_is_stated(text: str, word: str, earliest: str | None, latest: str | None) -> None:
    """Words and grammar bound an event, inclusively, and nothing else does."""
    assert dated(text, word, only_stated=True) == (earliest, latest)


@pytest.mark.parametrize(("text", "word", "earliest", "latest"), USUAL)
def test_what_is_usual(text: str, word: str, earliest: str | None, latest: str | None) -> None:
    """What is only usual narrows the bounds, and leaving it out gives wider ones."""
    assert dated(text, word, only_stated=False) == (earliest, latest)
    assert dated(text, word, only_stated=True) != (earliest, latest)


@pytest.mark.parametrize(("text", "word"), SILENT)
def test_what_is_not_even_usual(text: str, word: str) -> None:
    """No day carries over to a present perfect, to what has a time of its own, or to another paragraph's doings."""
    assert dated(text, word, only_stated=False) == dated(text, word, only_stated=True)


@pytest.mark.parametrize(("text", "word", "ends", "kind"), ENDS)
def test_begin_and_end_apart(text: str, word: str, ends: tuple[str | None, ...], kind: str) -> None:
    """What lasts has two ends, and what is said of one is not said of the other."""
    start = text.rindex(word)
    answer = date_spans(Article(text, published=WEDNESDAY), [(start, start + len(word))], only_stated=True)[0]
    bounds = answer.bounds.as_dict()

    assert answer.kind == kind
    assert tuple(bounds[side][edge] for side in ("begin", "end") for edge in ("earliest", "latest")) == ends


ORDERS = [
    ("The bank failed in 2019. The mayor resigned in 2020.", ("failed", "resigned"), [(0, 1)]),
    ("The mayor resigned in 2020. The bank had failed in 2019.", ("resigned", "failed"), [(1, 0)]),
    ("The mayor resigned after the bank failed.", ("resigned", "failed"), [(1, 0)]),
    ("The mayor wept before he resigned.", ("wept", "resigned"), [(0, 1)]),
    ("The police said that a man had fled.", ("said", "fled"), [(1, 0)]),
    ("The mayor ordered the police to leave.", ("ordered", "leave"), [(0, 1)]),
    ("The mayor resigned.\n\nThe bank failed.", ("resigned", "failed"), []),
    ("The mayor resigned. The bank failed.", ("resigned", "failed"), [(0, 1)]),
    ("A man was charged with fraud. He was arrested in a hotel.", ("charged", "arrested"), [(1, 0)]),
    ("The ferry sank. It had left at noon.", ("sank", "left"), [(1, 0)]),
    ("The party won. The vote was close.\n\nA man was arrested.", ("won", "arrested"), []),
    ("The bomb exploded on Monday, killing two men.", ("exploded", "killing"), [(0, 1)]),
    ("The mayor resigned. The council will meet.", ("resigned", "meet"), [(0, 1)]),
]


@pytest.mark.parametrize(("text", "words", "pairs"), ORDERS)
def test_order(text: str, words: tuple[str, ...], pairs: list[tuple[int, int]]) -> None:
    """By dates, by connectives, by what is told as past or as to come; and silent where the text is."""
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]

    assert order_spans(Article(text, published=WEDNESDAY), spans) == pairs


def test_a_usual_order_is_not_stated() -> None:
    """That a story goes forward, and an arrest comes before a charge, is left out where only what is stated counts."""
    article = Article("A man was charged with fraud. He was arrested in a hotel. He fled.", published=WEDNESDAY)
    spans = [(6, 17), (37, 45), (61, 65)]

    assert order_spans(article, spans)
    assert order_spans(article, spans, only_stated=True) == []


def test_a_span_outside_the_text_is_dated_by_nothing() -> None:
    """No span, no sentence, nothing known: an answer all the same."""
    article = Article("The minister resigned.", published=WEDNESDAY)

    assert date_spans(article, []) == []
    assert order_spans(article, []) == []
    assert date_spans(article, [(500, 505)])[0].bounds.open


def read(text: str, published: str | None = WEDNESDAY) -> Timeline:
    """The timeline of a text, without landmarks."""
    return read_timeline(Article(text, published=published), Landmarks())


def event(timeline: Timeline, word: str) -> Event:
    """The event whose head is a word."""
    return next(one for one in timeline.events if one.head.of(timeline.articles[0].text) == word)


def test_a_report_is_not_earlier_than_what_it_tells() -> None:
    """What was told as past on Tuesday was over on Tuesday."""
    timeline = read("The ministry said on Tuesday that rebels had seized the town.")

    assert event(timeline, "seized").bounds.as_dict()["end"]["latest"] == "2025-08-19"


def test_then_goes_on_usually() -> None:
    """The word "then" puts an event not before those its paragraph told, as what is usual and not as what is stated."""
    timeline = read("The rebels seized the town on 3 May 2025. The army then bombed the bridge.")
    bombed = event(timeline, "bombed")

    assert bombed.bounds.as_dict()["begin"]["earliest"] == "2025-05-03"
    assert bombed.stated is not None
    assert bombed.stated.begin.earliest is None


def test_a_year_carried_on_is_not_stated() -> None:
    """October, in a story, is an October; of which year is usual."""
    timeline = read("The police arrested a man on 3 May 2021. In October the court released him.", None)
    released = event(timeline, "released")

    assert released.edtf == "2021-10"
    assert released.stated is not None
    assert released.stated.begin.earliest is None
    assert any(reason.stratum is Stratum.USUAL for reason in released.reasons)


def test_the_users_day_wins_over_the_text() -> None:
    """A publication day that contradicts the text stands; what does not fit is set aside and named."""
    timeline = read("The minister resigned on Monday, 5 August 2030.", "2025-08-20")

    assert timeline.articles[0].published.as_dict()["earliest"] == "2025-08-20"
    assert timeline.conflicts
    assert all(conflict.against for conflict in timeline.conflicts)


def test_every_bound_has_a_reason_in_the_article() -> None:
    """Each event that is dated says why, and the words of each reason stand where it says."""
    timeline = read("After the summit on 15 August, the minister resigned. The council will meet in October.")
    text = timeline.articles[0].text
    for one in timeline.events:
        assert one.reasons
        assert all(reason.span is None or reason.span.of(text) == reason.text for reason in one.reasons)
