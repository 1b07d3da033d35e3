"""The pictures of the documentation, made from timelines made by hand: `make gallery`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.scene import examples
from timeline import workspace
from timeline._files import data
from timeline.draw.picture import Style, source_line
from timeline.draw.picture import picture as draw
from timeline.scene.scene import lay_out
from timeline.scene.view import View
from timeline.workspace.sources import main_events

if TYPE_CHECKING:
    from timeline.model.timeline import Timeline

HOME = Path(__file__).resolve().parent.parent / "docs"
WIDE = View(width=1400, height=800)


class Picture(NamedTuple):
    """One picture: its file's name, what it shows, and how."""

    name: str
    says: str
    timeline: Timeline
    view: View = WIDE
    theme: str = "light"


def pictures() -> list[Picture]:
    """The twelve of the gallery, in its order."""
    sample = main_events(workspace.extract([workspace.read(data("articles", "european-force.txt"))]).timeline)
    hundred = replace(examples.many(100), title="A hundred events")
    thousands = replace(examples.many(10_000), title="Ten thousand events")
    lanes = replace(examples.many(120, lanes=40), title="Forty lanes")
    return [
        Picture("sample", "The sample article, its day of publication open.", sample),
        Picture("dark", "The same in the dark theme.", sample, theme="dark"),
        Picture("hours", "One day by the clock.", examples.hours(), View(width=1400)),
        Picture("centuries", "From the middle ages to now.", examples.centuries(), View(width=1400)),
        Picture("before-our-era", "Before and after the year 1.", examples.ancient(), View(width=1400)),
        Picture("hundred", "A hundred events over ten years.", hundred),
        Picture("ten-thousand", "Ten thousand events: the first ones by weight, the others counted.", thousands),
        Picture("uncertain", "Only uncertain dates.", examples.uncertain(), View(width=1400)),
        Picture(
            "one-lane",
            "A hundred events in one lane.",
            hundred,
            View(width=1400, height=800, lanes_by="none"),
        ),
        Picture("forty-lanes", "Forty lanes.", lanes, View(width=1400, height=1400, lanes=40)),
        Picture("long-titles", "Titles longer than the drawing is wide.", examples.long_titles(), View(width=1400)),
        Picture("scripts", "Titles in other scripts.", examples.scripts(), View(width=1400)),
    ]


def made(picture: Picture, name: str) -> bytes:
    """A picture as "svg", "png" or "pdf", as an export makes it."""
    style = Style(picture.theme, source=source_line(picture.timeline))
    return draw(name, lambda view: lay_out(picture.timeline, view), picture.view, style)


def main() -> None:
    """Write every picture and the page that shows them."""
    folder = HOME / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    page = ["# Gallery", "", "Made by `make gallery` from timelines made by hand; never drawn or mended by hand.", ""]
    for picture in pictures():
        (folder / f"{picture.name}.svg").write_bytes(made(picture, "svg"))
        page += [f"## {picture.says}", "", f"![{picture.says}](gallery/{picture.name}.svg)", ""]
    (HOME / "gallery.md").write_text("\n".join(page), encoding="utf-8")


if __name__ == "__main__":
    main()
