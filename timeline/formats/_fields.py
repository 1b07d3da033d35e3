"""Reading JSON with a finger on the line: every value knows its place, and a wrong one says what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from timeline.chrono.bounds import Bounds, Range
from timeline.chrono.iso import parse_earliest, parse_latest
from timeline.errors import SavedTimelineError
from timeline.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Found = TypeVar("Found")
Choice = TypeVar("Choice", bound=Enum)

# The objects within a record whose own unknown fields are kept with the record's.
_INNER: dict[str, dict[str, Any]] = {
    "bounds": {"begin": {"earliest": None, "latest": None}, "end": {"earliest": None, "latest": None}},
    "published": {"earliest": None, "latest": None},
}
_INNER |= {"stated": _INNER["bounds"], "offset": _INNER["bounds"]}
_POINT = {"subject": None, "side": None}
_INNER["constraint"] = {"bounds": _INNER["bounds"], "anchor": _POINT, "earlier": _POINT, "later": _POINT}
_INNER["constraint"] |= dict.fromkeys(("is", "subject", "tree", "ends", "least", "most", "weekday", "month", "day"))


@dataclass(frozen=True, slots=True)
class Record:
    """A JSON object and where it stands: ``force.json: events[3].bounds``."""

    data: Mapping[str, Any]
    source: str
    place: str

    def fail(self, what: str, name: str = "") -> NoReturn:
        """SavedTimelineError at this object, or at one of its fields."""
        place = ".".join(part for part in (self.place, name) if part)
        raise SavedTimelineError(f"{self.source} is damaged at {place or 'its top level'}: {what}")

    def record(self, name: str) -> Record:
        """The object in a field."""
        return self._record(self._need(name, dict, "an object"), name)

    def records(self, name: str) -> Iterator[Record]:
        """The objects in a list; a list that is missing is empty."""
        for number, item in enumerate(self._list(name)):
            if not isinstance(item, dict):
                self.fail(f"expected an object, not {_shown(item)}", f"{name}[{number}]")
            yield self._record(item, f"{name}[{number}]")

    def text(self, name: str, default: str | None = None) -> str:
        """A string; *default* where the field is missing."""
        if default is not None and name not in self.data:
            return default
        return str(self._need(name, str, "a string"))

    def maybe_text(self, name: str) -> str | None:
        """A string, or None where the field is missing or null."""
        return None if self.data.get(name) is None else self.text(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings; none where it is missing."""
        items = self._list(name)
        for number, item in enumerate(items):
            if not isinstance(item, str):
                self.fail(f"expected a string, not {_shown(item)}", f"{name}[{number}]")
        return tuple(items)

    def number(self, name: str, default: float) -> float:
        """A number; *default* where the field is missing."""
        return float(self._need(name, (int, float), "a number")) if name in self.data else default

    def maybe_whole(self, name: str) -> int | None:
        """A whole number, or None where the field is missing or null."""
        return None if self.data.get(name) is None else int(self._need(name, int, "a whole number"))

    def flag(self, name: str) -> bool:
        """True or false; false where the field is missing."""
        return bool(self._need(name, bool, "true or false")) if name in self.data else False

    def choice(self, name: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """One of the words of an enumeration."""
        if default is not None and name not in self.data:
            return default
        word = self.text(name)
        try:
            return kind(word)
        except ValueError:
            self.fail(f"{word!r} is none of {', '.join(str(one.value) for one in kind)}", name)

    def span(self, name: str) -> Span:
        """Two whole numbers, the second not below the first."""
        ends = self._need(name, list, "two numbers, [start, end]")
        if len(ends) != 2 or any(type(end) is not int for end in ends) or not 0 <= ends[0] <= ends[1]:
            self.fail(f"expected two whole numbers, [start, end], not {_shown(ends)}", name)
        return Span(*ends)

    def maybe_span(self, name: str) -> Span | None:
        """A span, or None where the field is missing or null."""
        return None if self.data.get(name) is None else self.span(name)

    def range(self, name: str) -> Range:
        """A range of moments: open where the field is missing or null."""
        return Range() if self.data.get(name) is None else self.record(name).as_range()

    def bounds(self, name: str) -> Bounds:
        """Four bounds: open where the field is missing or null."""
        return Bounds() if self.data.get(name) is None else self.record(name).as_bounds()

    def maybe_bounds(self, name: str) -> Bounds | None:
        """Four bounds, or None where the field is missing, null or an empty object."""
        return self.bounds(name) if self.data.get(name) else None

    def as_range(self) -> Range:
        """The object itself as ``{"earliest": …, "latest": …}``."""
        found = Range(self._moment("earliest", parse_earliest), self._moment("latest", parse_latest))
        if found.empty:
            self.fail(f"{self.data['earliest']} is later than {self.data['latest']}")
        return found

    def as_bounds(self) -> Bounds:
        """The object itself as ``{"begin": {…}, "end": {…}}``."""
        try:
            begin, end = self.data["begin"], self.data["end"]
            return _bounds(begin["earliest"], begin["latest"], end["earliest"], end["latest"])
        except (LookupError, TypeError, ValueError):  # incomplete or wrong: asked again, a field at a time
            return Bounds(self.range("begin"), self.range("end"))

    def made(self, make: Callable[[], Found], name: str = "") -> Found:
        """What *make* gives; its ValueError is told at this place."""
        try:
            return make()
        except (ValueError, TypeError, IndexError, KeyError) as fault:
            self.fail(str(fault), name)

    def extra(self, *known: str) -> dict[str, Any]:
        """The fields we do not know, also those within `published`, `bounds`, `stated` and `offset`."""
        return _leftover(self.data, _known(known))

    def _moment(self, name: str, parse: Callable[[str], int]) -> int | None:
        text = self.maybe_text(name)
        return None if text is None else self.made(lambda: parse(text), name)

    def _need(self, name: str, kind: type | tuple[type, ...], what: str) -> Any:  # noqa: ANN401 - a JSON value
        if name not in self.data:
            self.fail("the field is missing", name)
        value = self.data[name]
        if type(value) is kind:  # nearly always, and the quickest to ask
            return value
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            self.fail(f"expected {what}, not {_shown(value)}", name)
        return value

    def _list(self, name: str) -> list[Any]:
        return list(self._need(name, list, "a list")) if name in self.data else []

    def _record(self, data: dict[str, Any], name: str) -> Record:
        return Record(data, self.source, f"{self.place}.{name}" if self.place else name)


def with_extra(data: dict[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """The record with the fields we do not know put back; ours win."""
    for name, value in extra.items():
        mine = data.get(name)
        if name not in data:
            data[name] = value
        elif isinstance(mine, dict) and isinstance(value, dict):
            with_extra(mine, value)
    return data


@cache
def _known(names: tuple[str, ...]) -> dict[str, Any]:
    """The fields of a record, each with those of the objects within it."""
    return {name: _INNER.get(name) for name in names}


def _leftover(data: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    rest: dict[str, Any] = {}
    if not data.keys() <= known.keys():
        rest = {name: value for name, value in data.items() if name not in known}
    for name, inner in known.items():
        value = data.get(name) if inner is not None else None
        if isinstance(value, dict) and (within := _leftover(value, inner)):
            rest[name] = within
    return rest


@lru_cache(maxsize=20_000)  # many events lie on few days
def _bounds(first: str | None, second: str | None, third: str | None, last: str | None) -> Bounds:
    """Bounds from their four strings; ValueError or TypeError where they are none."""
    ends = (parse_earliest, parse_latest)
    found = [
        Range(*(None if text is None else parse(text) for parse, text in zip(ends, pair, strict=True)))
        for pair in ((first, second), (third, last))
    ]
    if any(one.empty for one in found):
        raise ValueError("a range ends before it begins")
    return Bounds(*found)


def _shown(value: Any) -> str:  # noqa: ANN401 - a JSON value
    words = repr(value)
    return words if len(words) <= 40 else words[:39] + "…"
