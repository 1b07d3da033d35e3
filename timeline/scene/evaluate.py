"""A plan in a window: the whole drawing, with labels where they are free there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from timeline.scene.axis import breaks_shown, broken_ticks, published_of, ticks_of
from timeline.scene.density import COUNT
from timeline.scene.geometry import Bar, Box, Bracket, Count, Glyph, Label, Run, Scene
from timeline.scene.pointers import beside, pointers_of
from timeline.scene.seen import Placed, look, reach_of, scale_of
from timeline.scene.tallies import Counted, Full, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.scene.geometry import Break, Tick
    from timeline.scene.planned import Mark, Plan
    from timeline.scene.scale import Scale

_LOW = 3.0
"""Free pixels above the fullest bar of a folded lane."""


def evaluate(plan: Plan, window: tuple[float, float]) -> Scene:
    """The drawing of the days from ``window[0]`` to ``window[1]``."""
    page, scale = plan.page, scale_of(plan, window)
    seen = look(plan, window)
    labelled = {plan.marks[one.mark].event for one in seen.labels}
    published = published_of(plan.published, scale, page.plot.top)
    breaks = breaks_shown(scale, plan.breaks, page.plot.top, page.plot.bottom)
    ticks, axis_title = _ticks(plan, scale, breaks) if page.lanes else ((), "")
    before, after = beside(plan, scale)
    shown = [_glyph(plan.marks[number], scale) for number in seen.visible]
    brackets = [_bracket(plan.brackets[number], box) for number, box in seen.brackets.items()]
    return replace(
        page,
        first=scale.first,
        last=scale.last,
        lanes=tuple(
            replace(
                lane,
                more=tuple(
                    one.event
                    for one in plan.members[number]
                    if one.event not in labelled and one.first <= scale.last and one.last >= scale.first
                ),
            )
            for number, lane in enumerate(page.lanes)
        ),
        ticks=ticks,
        axis_title=axis_title,
        glyphs=tuple(shown),
        labels=(
            *page.labels,
            *(_label(plan, one, scale) for one in sorted(seen.labels, key=lambda one: one.mark)),
            *pointers_of(before, after, published, scale, page.plot.top, offset=page.offset),
        ),
        published=published if page.lanes else (),
        brackets=tuple(brackets),
        counts=tuple(_count(one) for one in seen.counts),
        bars=_bars(seen.bars, plan),
        breaks=breaks,
    )


def _ticks(plan: Plan, scale: Scale, breaks: Sequence[Break]) -> tuple[tuple[Tick, ...], str]:
    if plan.breaks.cuts:
        return broken_ticks(scale, plan.page.width, plan.breaks, breaks, plan.names), ""
    return ticks_of(scale, plan.page.width, 0.0, offset=plan.page.offset, names=plan.names)


def _glyph(mark: Mark, scale: Scale) -> Glyph:
    left, right = reach_of(mark, scale)
    box = Box(left + mark.halo, mark.y - mark.half, right - mark.halo, mark.y + mark.half)
    return replace(mark.glyph, box=box)


def _label(plan: Plan, one: Placed, scale: Scale) -> Label:
    """The label at its place; it is tied to the end of the glyph it stands at, so that both move together."""
    left, _, right, _ = one.box
    anchor, x = ("end", right) if one.option.side == "left" else ("start", left)
    near = one.glyph.right if one.option.side == "right" else one.glyph.left
    near = min(max(near, scale.left), scale.right)
    middle = plan.marks[one.mark].y
    event = plan.marks[one.mark].event
    backed = one.option.side == "inside" and plan.marks[one.mark].solid
    tied = scale.day(near), x - near
    return Label(one.option.lines, x, middle, anchor, plan.size, one.box, *tied, event, backed=backed)


def _count(one: Counted) -> Count:
    middle = (one.box.left + one.box.right) / 2
    y = (one.box.top + one.box.bottom) / 2
    label = Label(((Run(words_of(one.count)),),), middle, y, "middle", COUNT, one.box, role="count")
    return Count(one.lane, one.box, one.first, one.last, one.count, label)


def _bars(bars: tuple[Full, ...], plan: Plan) -> tuple[Bar, ...]:
    """The bars of folded lanes, higher and darker the fuller they are; each a little narrower than its cell."""
    most = max((one.count for one in bars), default=1)
    found = []
    for one in bars:
        band, share = plan.bands[one.lane], one.count / most
        top = band.bottom - _LOW - (band.bottom - band.top - 2 * _LOW) * (0.25 + 0.75 * share)
        left, right = one.stretch
        box = Box(left + min(0.5, (right - left) / 4), top, right - min(0.5, (right - left) / 4), band.bottom - _LOW)
        found.append(Bar(one.lane, box, one.first, one.last, one.count, share))
    return tuple(found)


def _bracket(one: Bracket, box: Box) -> Bracket:
    return replace(one, label=replace(one.label, x=(box.left + box.right) / 2, box=box))
