"""Texts that are no articles, one of each kind: most are files, some are made here as no editor would keep them."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "texts"

_SENTENCE = "The mayor opened the bridge on 5 May 2019 and thanked the engineers. "
_STORM = (
    "the wind tore the roof off the market hall",
    "the river rose above the lower bridge",
    "two men from the mill pulled a horse out of the water",
    "the priest rang the bell",
    "the postmistress carried the letters up to the attic",
)


def kept(name: str) -> str:
    """The text in a file."""
    return (FOLDER / f"{name}.txt").read_text("utf-8")


def one_sentence(words: int) -> str:
    """So many words without a full stop but the last, held together by "and" and "while"."""
    parts: list[str] = []
    count = 0
    while count < words:
        part = f"{_STORM[len(parts) % len(_STORM)]} {'while' if len(parts) % 3 else 'and'}"
        parts.append(part)
        count += len(part.split())
    return f"In the storm of 12 March 1912 {' '.join(parts)} the children slept."


TEXTS = {
    **{path.stem: kept(path.stem) for path in sorted(FOLDER.glob("*.txt"))},
    "long sentence": one_sentence(2000),
    "windows line ends": kept("twice").replace("\n", "\r\n"),
    "old line ends": kept("transcript").replace("\n", "\r"),
    "control characters": _SENTENCE.replace(" ", " \x07", 3).replace("and", "\x1b[1mand\x1b[0m") + "\x0c\x00\x7f\ufffe",
    "half a pair": f"\ud83d {_SENTENCE}\udc00",
    "long word": f"{_SENTENCE}The {'Donaudampfschifffahrt' * 500} sank on 6 May 2019.",
    "no spaces": _SENTENCE.replace(" ", "") * 50,
    "stops": ". " * 5000,
    "dashes": "- — – -- " * 1000,
    "open brackets": "(" * 3000 + _SENTENCE,
    "open tags": "<p " * 3000 + _SENTENCE,
    "open quotes": '“ ‘ " ' * 1000 + _SENTENCE,
    "combining": _SENTENCE.replace("a", "a\u0301\u0302\u0303" * 10),
    "mirrored": f"\u202e{_SENTENCE}\u202c\u200f{_SENTENCE}",
    "dates": "5 May 2019, " * 500,
    "one letter": "a",
    "no letters": "2019 2020 2021 2022\n" * 100,
    "empty": "",
    "blank": " \n\t\n \u3000\u2028",
}
