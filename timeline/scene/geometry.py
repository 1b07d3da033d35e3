"""
The drawing as plain geometry: what the drawing rooms translate, and nothing about how they do it.

Sizes and places are CSS pixels from the top left corner; times are days (fractions for clock times, as in
`chrono.calendar`), or days from publication where `Scene.offset` is set. What moves with the time axis carries its day
beside its pixels.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def meets(self, other: Box) -> bool:
        """The two share some area."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: Box) -> bool:
        """All of it lies within the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


class Run(NamedTuple):
    """A stretch of text in one style: "plain", "bold" or "usual" (italic and grey: what is not stated)."""

    text: str
    style: str = "plain"


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """
    Lines of text beside what they belong to.

    `x` is where the text is anchored ("start", "middle" or "end" of each line), `shift` how far that is from the place
    of `day`; `y` is the middle of all lines together; `box` what must stay free of everything else, 4 % wider than the
    text. `role` is "event", "unknown" (an event without a date), "count", "lane", "publication", "bracket", "pointer",
    "title" or "subtitle"; `upright` is False where the text reads downwards; `backed` where it stands on a dark bar,
    which is not drawn behind it.
    """

    text: tuple[Line, ...]
    x: float
    y: float
    anchor: str
    size: float
    box: Box
    day: float = 0.0
    shift: float = 0.0
    event: str = ""
    role: str = "event"
    colour: int = -1
    upright: bool = True
    backed: bool = False

    @property
    def plain(self) -> str:
        """The text alone, on one line."""
        return " ".join("".join(run.text for run in line).strip() for line in self.text)


class Shape(Enum):
    """What a part of a glyph looks like."""

    DOT = "dot"
    DIAMOND = "diamond"
    PALE = "pale"
    SOLID = "solid"
    CAP = "cap"
    RING = "ring"
    STRIKE = "strike"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Part:
    """
    One mark of a glyph, from the day `first` to the day `last` (the same for dots, caps and rings).

    It begins `before` pixels left of its first day and ends `after` pixels right of its last, at every zoom: so what is
    shorter than a few pixels stays visible, and what fades out takes as many however near. `fade` is "" or the side on
    which it does, "left" or "right", over `soft` pixels from its end; `line` is "full", "outline" (planned) or "dashed"
    (possible); `half` is half its height.
    """

    shape: Shape
    first: float
    last: float
    y: float
    half: float
    fade: str = ""
    line: str = "full"
    soft: float = 0.0
    before: float = 0.0
    after: float = 0.0


class Note(NamedTuple):
    """What is said of an event when it is pointed at: title, date in words, how sure that is, where it comes from."""

    title: str
    when: str
    sure: str
    source: str


@dataclass(frozen=True, slots=True)
class Glyph:
    """An event as drawn; `box` holds all its parts."""

    event: str
    lane: int
    colour: int
    parts: tuple[Part, ...]
    box: Box
    note: Note
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """
    A horizontal band with the `events` that are drawn from, `count` of all that lie in it, whether drawn or counted.

    `more` are those of its events within the window that have no label of their own; a `folded` lane shows only how
    many events there are.
    """

    key: str
    title: Label | None
    top: float
    bottom: float
    colour: int
    events: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    count: int = 0
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """So many events of a lane, from the day `first` to the day `last`, that have no label of their own."""

    lane: int
    box: Box
    first: float
    last: float
    count: int
    label: Label


@dataclass(frozen=True, slots=True)
class Bar:
    """How many events of a folded lane lie between two days; `share` is that of the fullest bar in sight, 0 to 1."""

    lane: int
    box: Box
    first: float
    last: float
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the time axis with its text and, where it changes, the larger unit below it ("Jan", "2025")."""

    day: float
    x: float
    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """The publication day of one or more articles: a line where `first` is `last`, else a band; None is open."""

    first: float | None
    last: float | None
    label: Label | None


@dataclass(frozen=True, slots=True)
class Bracket:
    """Events of one unknown day, joined at the place `shift` right of `day`; `at` are the heights of the events."""

    day: float
    shift: float
    at: tuple[float, ...]
    label: Label
    events: tuple[str, ...]


class Break(NamedTuple):
    """A long time left out between the places `first` and `last` of a broken axis, with how much that is."""

    first: float
    last: float
    label: Label


class LegendItem(NamedTuple):
    """A sample of a glyph, `key` naming which ("dot", "diamond", "within", "open", "usual", …), and what it means."""

    key: str
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Scene:
    """
    A whole drawing.

    `plot` is the area that moves with time, `first` and `last` are the days at its edges; `strip` is the area below the
    axis where events without a date are listed. The lines of `title` and `subtitle` stand among the `labels` too.
    `counts` tell of the events that have no label, `bars` of those in folded lanes. On an axis with `breaks` all places
    are units of `scene.breaks.Breaks` where they are days otherwise.
    """

    width: float
    height: float
    plot: Box
    first: float
    last: float
    offset: bool
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    axis_title: str
    glyphs: tuple[Glyph, ...]
    labels: tuple[Label, ...]
    published: tuple[Published, ...]
    brackets: tuple[Bracket, ...]
    unknown: tuple[Glyph, ...]
    legend: tuple[LegendItem, ...]
    name: str = ""
    strip: Box | None = None
    counts: tuple[Count, ...] = ()
    bars: tuple[Bar, ...] = ()
    breaks: tuple[Break, ...] = ()

    def x(self, day: float) -> float:
        """Where a day is, in pixels."""
        return self.plot.left + (day - self.first) / (self.last - self.first) * self.plot.width

    def day(self, x: float) -> float:
        """The inverse of `x`."""
        return self.first + (x - self.plot.left) / self.plot.width * (self.last - self.first)
