"""The samples of the legend: a glyph of each kind, from 0 to the right."""

from __future__ import annotations

from typing import Final

from timeline.scene.geometry import Part, Shape

SAMPLES: Final = {
    "dot": (Part(Shape.DOT, 6, 6, 0, 5.5),),
    "diamond": (Part(Shape.DIAMOND, 7, 7, 0, 7),),
    "within": (Part(Shape.PALE, 1, 21, 0, 5.5), Part(Shape.CAP, 1, 1, 0, 7), Part(Shape.CAP, 21, 21, 0, 7)),
    "open": (Part(Shape.PALE, 0, 24, 0, 5.5, "left", soft=24),),
    "span": (Part(Shape.SOLID, 0, 22, 0, 5.5),),
    "usual": (Part(Shape.RING, 6, 6, 0, 4.8),),
    "planned": (Part(Shape.PALE, 0, 20, 0, 5.5, "", "outline"),),
    "possible": (Part(Shape.PALE, 0, 20, 0, 5.5, "", "dashed"),),
    "denied": (Part(Shape.DOT, 7, 7, 0, 5), Part(Shape.STRIKE, 0, 14, 0, 5)),
}
