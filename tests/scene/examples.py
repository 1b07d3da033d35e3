"""Timelines made by hand: the fourteen events of an article, and cases at the edge of what can be drawn."""

from __future__ import annotations

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.calendar import day_number, last_of, start_of
from timeline.model.article import Article
from timeline.model.event import Event, Kind, Offset, Status
from timeline.model.span import Span
from timeline.model.timeline import Timeline

ARTICLE = "a1"
TITLE = "A European force for Ukraine, with US air power"
_TITLES = (
    "Minister meets the delegation in the capital",
    "Court hears the appeal of the shipping company",
    "Parliament votes on the second reading of the bill",
    "Storm closes the harbour for two whole days",
    "Bank raises its rate by a quarter of a point",
)


def within(first: str | None, last: str | None) -> Bounds:
    """Bounds from ISO days."""
    return Bounds.within(
        Range(None if first is None else start_of(day(first)), None if last is None else last_of(day(last)))
    )


def day(text: str) -> int:
    """The number of an ISO day; a sign in front is a year before 1."""
    sign = -1 if text.startswith("-") else 1
    year, month, number = text.lstrip("-").split("-")
    return day_number(sign * int(year), int(month), int(number))


def event(number: int, title: str, bounds: Bounds = Bounds(), **more: object) -> Event:
    """An event with what matters for drawing."""
    lane = more.pop("lane", None)
    extra = {} if lane is None else {"lane": lane}
    place = Span(number * 10, number * 10 + 5)
    return Event(f"e{number:03d}", ARTICLE, title, title, place, place, bounds=bounds, extra=extra, **more)  # type: ignore[arg-type]  # fields by name


def force(*, published: bool = True) -> Timeline:
    """The fourteen events of an article on a European force, its publication day set or left open."""
    end = "2025-08-20" if published else "2025-12-31"
    tuesday = within("2025-08-19", "2025-08-19") if published else within("2025-08-12", "2025-12-30")
    shared = None if published else "one Tuesday"
    fox = within("2025-08-19", "2025-08-20") if published else within("2025-08-14", "2025-12-31")
    gb, us = "Britain & France", "United States"
    rows = (
        event(0, "Trump offers air power, rules out ground troops", tuesday, lane=us, shared=shared, weight=0.9),
        event(1, "Trump to Fox: Europeans will put people on the ground", fox, stated=within(None, end), lane=us),
        event(2, "Trump\u2013Putin summit in Alaska", within("2025-08-15", "2025-08-15"), lane=us, landmark="alaska"),
        event(
            3,
            "Rubio to work on guarantees with Europeans",
            within("2025-08-20" if published else "2025-08-15", None),
            lane=us,
            status=Status.PLANNED,
        ),
        event(
            4,
            "Trump asks Gen. Caine for options",
            within("2025-08-15", end),
            lane=us,
            status=Status.REPORTED,
            attribution="according to an official",
        ),
        event(5, "NATO says it scrambled its forces", tuesday, lane="NATO", shared=shared),
        event(6, "Zakharova rejects NATO troops in Ukraine", tuesday, lane="Russia", shared=shared),
        event(7, "UK and France draw up a plan for Ukraine", within(None, "2024-11-05"), lane=gb),
        event(8, "Trump re-elected", within("2024-11-05", "2024-11-05"), lane=us, landmark="election"),
        event(
            9,
            "Zelensky\u2013Trump confrontation, Oval Office",
            within("2025-02-28", "2025-02-28"),
            lane=us,
            landmark="oval",
        ),
        event(
            10,
            "UK and France begin to discuss a smaller force",
            within("2025-02-28", end),
            stated=within(None, end),
            lane=gb,
        ),
        event(11, "French officials: Paris could send 3,000\u20135,000 troops", within(None, end), lane=gb),
        event(12, "British and French officers visit Ukraine", within("2025-04-01", "2025-04-30"), lane=gb),
        event(13, "Germany and Italy refuse to send forces", within(None, end), lane="Germany, Italy"),
    )
    known = Range(start_of(day("2025-08-20")), last_of(day("2025-08-20")))
    bounds = Range(start_of(day("2025-08-15")), last_of(day("2025-12-31")))
    article = Article("", known if published else bounds, TITLE, given="user" if published else None, id=ARTICLE)
    return Timeline((article,), rows, title=TITLE)


def many(count: int, days: int = 3650, lanes: int = 5, *, clustered: int = 0) -> Timeline:
    """So many events with titles of 45 characters over some years; some of them within the same two weeks."""
    start = day("2015-01-01")
    rows = []
    for number in range(count):
        at = start + (number * 7919) % days if number >= clustered else start + days // 2 + number % 14
        title = f"{_TITLES[number % len(_TITLES)]:.41s} {number:03d}"
        iso = Bounds.of_day(at)
        rows.append(
            event(
                number,
                f"{title:<45.45s}".strip(),
                iso,
                lane=f"Actor {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number * 31 % lanes % 26]}{number * 31 % lanes}",
                weight=(number * 37 % 100) / 100,
            )
        )
    return Timeline((), tuple(rows), title=f"{count} events")


def plain(*rows: Event, title: str = "A timeline") -> Timeline:
    """A timeline of these events in an article of unknown day."""
    return Timeline((Article("", title=title, id=ARTICLE),), rows, title=title)


def one() -> Timeline:
    """One event."""
    return plain(event(0, "The treaty is signed", within("1998-04-10", "1998-04-10")))


def same_day(count: int = 12) -> Timeline:
    """All on the same day."""
    return plain(
        *(
            event(n, f"Statement number {n} of the day", within("2024-06-03", "2024-06-03"), lane=f"Speaker {n % 3}")
            for n in range(count)
        )
    )


def centuries() -> Timeline:
    """From the middle ages to now, spans and days."""
    return plain(
        event(
            0,
            "Hanseatic League",
            Bounds(
                Range(start_of(day("1200-01-01")), last_of(day("1300-12-31"))),
                Range(start_of(day("1669-01-01")), last_of(day("1669-12-31"))),
            ),
            kind=Kind.SPAN,
            lane="Trade",
        ),
        event(1, "Printing press in Mainz", within("1440-01-01", "1450-12-31"), lane="Craft"),
        event(
            2,
            "Thirty Years\u2019 War",
            Bounds(
                Range(start_of(day("1618-05-23")), last_of(day("1618-05-23"))),
                Range(start_of(day("1648-10-24")), last_of(day("1648-10-24"))),
            ),
            kind=Kind.SPAN,
            lane="War",
        ),
        event(3, "The Bastille is stormed", within("1789-07-14", "1789-07-14"), lane="War"),
        event(4, "The first railway opens", within("1825-09-27", "1825-09-27"), lane="Craft"),
        event(
            5,
            "The old guild is said to have been founded",
            within(None, "1350-12-31"),
            lane="Trade",
            status=Status.POSSIBLE,
        ),
        event(6, "The tunnel was never built", within("1802-01-01", "1803-12-31"), lane="Craft", status=Status.DENIED),
        title="Eight centuries",
    )


def ancient() -> Timeline:
    """Before and after the year 1."""
    return plain(
        event(0, "Hannibal crosses the Alps", within("-217-09-01", "-217-11-30"), lane="Carthage"),
        event(1, "Lake Trasimene", within("-216-06-22", "-216-06-22"), lane="Carthage"),
        event(2, "Caesar is murdered", within("-43-03-15", "-43-03-15"), lane="Rome"),
        event(3, "Varus loses three legions", within("9-09-01", "9-09-30"), lane="Rome"),
        event(4, "Vesuvius buries Pompeii", within("79-08-01", "79-10-31"), lane="Rome"),
        title="Rome",
    )


def offsets() -> Timeline:
    """No year is known: days from publication."""
    return plain(
        event(
            0,
            "The president\u2019s statement",
            lane="US",
            offset=Offset((-6, 0), (-6, 0)),
            shared="one Tuesday",
            when="the Tuesday before publication",
        ),
        event(
            1,
            "Zakharova rejects the plan",
            lane="Russia",
            offset=Offset((-6, 0), (-6, 0)),
            shared="one Tuesday",
            when="the Tuesday before publication",
        ),
        event(
            2,
            "The officers\u2019 visit",
            lane="UK",
            offset=Offset((-365, 0), (-336, 29)),
            when="an April before publication",
        ),
        event(3, "The summit", lane="US", offset=Offset((None, 0), (None, 0)), when="before publication"),
        event(4, "A plan is drawn up", lane="UK", when="date unknown"),
        title="No year anywhere",
    )


def long_titles() -> Timeline:
    """Titles that are longer than the drawing is wide."""
    words = "A very long title that goes on and on about what the committee decided in its extraordinary session "
    return plain(
        *(
            event(
                n,
                (words * (n + 1)).strip(),
                within(f"2024-0{n + 1}-10", f"2024-0{n + 1}-20"),
                lane=f"A committee with quite a long name of its own {n % 2}",
            )
            for n in range(6)
        )
    )


def hours() -> Timeline:
    """One day by the clock."""
    base = start_of(day("2024-03-26"))
    times = (
        (88, "The ship loses power"),
        (97, "A mayday call goes out"),
        (108, "The bridge collapses"),
        (330, "Divers begin to search"),
        (780, "The search is called off"),
    )
    return plain(
        *(
            event(n, title, Bounds.within(Range(base + at, base + at)), lane="Harbour")
            for n, (at, title) in enumerate(times)
        ),
        title="A night in the harbour",
    )


def far_apart() -> Timeline:
    """Most within one month; a treaty and a dispute long before, and a plan for a year long after."""
    first = day("2025-08-01")
    titles = (
        "Council meets in an emergency session",
        "Dam operator warns of high water",
        "Village is evacuated at night",
        "Government promises help",
        "Bridge is closed to traffic",
    )
    month = (
        event(n, f"{titles[n % 5]} ({n + 1})", Bounds.of_day(first + n), lane=("Council", "Dam", "Government")[n % 3])
        for n in range(30)
    )
    return plain(
        *month,
        event(90, "The treaty on the river is signed", within("1812-06-24", "1812-06-24"), lane="Council"),
        event(
            91,
            "Dispute over the border in the river",
            Bounds(
                Range(start_of(day("1911-03-01")), last_of(day("1911-03-01"))),
                Range(start_of(day("1920-03-01")), last_of(day("1920-03-01"))),
            ),
            kind=Kind.SPAN,
            lane="Government",
        ),
        event(92, "A second dam", within("2150-01-01", "2150-12-31"), lane="Dam", status=Status.PLANNED),
        title="A river and its dam",
    )


def uncertain() -> Timeline:
    """Only uncertain dates: ranges, open sides, a span with doubtful ends, what is planned, possible and denied."""
    rows = (
        event(0, "The workshop is founded", within("1848-01-01", "1852-12-31"), lane="Workshop"),
        event(1, "It moves across the river", within("1861-01-01", None), lane="Workshop"),
        event(2, "The first catalogue is printed", within(None, "1858-06-30"), lane="Workshop"),
        event(
            3,
            "The founder travels in the south",
            Bounds(
                Range(start_of(day("1853-03-01")), last_of(day("1853-09-30"))), Range(start_of(day("1855-01-01")), None)
            ),
            kind=Kind.SPAN,
            lane="Founder",
        ),
        event(
            4,
            "A partner is said to have left",
            within("1859-01-01", "1859-12-31"),
            lane="Partner",
            status=Status.REPORTED,
            attribution="a neighbour",
        ),
        event(
            5, "A second shop is planned", within("1864-04-01", "1864-09-30"), lane="Workshop", status=Status.PLANNED
        ),
        event(
            6,
            "The rival may have bought the patent",
            within("1862-01-01", "1862-12-31"),
            lane="Rival",
            status=Status.POSSIBLE,
        ),
        event(7, "The rival denies any copy", within("1863-02-01", "1863-02-28"), lane="Rival", status=Status.DENIED),
        event(8, "The founder dies", within("1867-01-01", "1868-12-31"), lane="Founder"),
    )
    return plain(*rows, title="A workshop and its rival")


def scripts() -> Timeline:
    """Titles in other scripts than the shipped font has letters for, and from right to left."""
    titles = (
        ("政府がダムの建設を承認", "東京"),
        ("המועצה אישרה את התקציב", "ירושלים"),
        ("افتتاح الجسر الجديد على النهر", "القاهرة"),
        ("Совет утвердил новый мост", "Москва"),
        ("Το συμβούλιο ενέκρινε τη γέφυρα", "Αθήνα"),
        ("Übergabe der Brücke an die Öffentlichkeit", "Köln"),
    )
    return plain(
        *(
            event(n, title, within(f"2024-0{n + 1}-12", f"2024-0{n + 1}-12"), lane=lane)
            for n, (title, lane) in enumerate(titles)
        ),
        title="Bridges",
    )
