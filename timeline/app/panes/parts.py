"""Small parts that several panes are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import dash_mantine_components as dmc
from dash import html

if TYPE_CHECKING:
    from collections.abc import Sequence

Component = Any
"""A Dash component, or text."""

_QUOTED: Final = re.compile("“([^”]*)”")


def does(verb: str, arg: str | None = None) -> dict[str, Any]:
    """Attributes that make an element act: assets/page.js sends the verb when it is clicked or submitted."""
    return {"data-act": verb} if arg is None else {"data-act": verb, "data-arg": arg}


def named(label: str) -> dict[str, Any]:
    """The attribute that gives an element its spoken name."""
    return {"aria-label": label}


def pressed(on: bool) -> dict[str, Any]:  # noqa: FBT001 - pressed or not
    """The attribute of a button that is a switch."""
    return {"aria-pressed": "true" if on else "false"}


def button(
    label: Component,
    verb: str,
    arg: str | None = None,
    *,
    name: str = "",
    says: str = "",
    **more: Any,  # noqa: ANN401 - what a button takes
) -> Component:
    """A button that sends a verb; *name* is its spoken name where the label is a sign, *says* its tooltip."""
    spoken = {"aria-label": name} if name else {}
    tip = {"attributes": {"root": {"title": says or name}}} if says or name else {}
    return dmc.Button(label, **{"variant": "default", "size": "compact-md", **more}, **spoken, **tip, **does(verb, arg))


def plain_button(label: Component, verb: str, arg: str | None = None, *, kind: str = "link") -> Component:
    """A button that looks like a link or a row's heading."""
    return html.Button(label, type="button", className=kind, **does(verb, arg))


def quoting(sentence: str, words: str, place: str) -> list[Component]:
    """A sentence in which the *words* it quotes are a button that shows them in the article, at the *place* named."""
    quotes = _QUOTED.finditer(sentence) if words else ()
    quoted = next((one for one in quotes if words in one[1] or one[1] in words), None)
    if quoted is None:
        return [sentence, " (", _goto(words or "in the article", place), ")"]
    start, end = quoted.span()
    return [sentence[:start], _goto(quoted[1], place), sentence[end:]]


def _goto(words: str, place: str) -> Component:
    return plain_button(f"“{words}”", "goto", place, kind="goto")


def choice(words: str, verb: str, arg: str, chosen: bool) -> Component:  # noqa: FBT001 - ticked or not
    """One line of a menu, ticked where it is chosen."""
    return dmc.MenuItem(words, leftSection=html.Span("✓" if chosen else "", className="tick"), **does(verb, arg))


def menu(
    label: str, name: str, verb: str, choices: dict[str, str], chosen: str, more: Sequence[Component] = ()
) -> Component:
    """A button that opens a list of choices, the chosen one ticked; *more* stands below a line."""
    return dmc.Menu(
        [
            dmc.MenuTarget(
                dmc.Button(
                    label,
                    variant="default",
                    size="compact-md",
                    rightSection=html.Span("▾", className="arrow"),
                    **named(f"{name}: {label}"),
                )
            ),
            dmc.MenuDropdown(
                [
                    *[choice(words, verb, key, key == chosen) for key, words in choices.items()],
                    *([dmc.MenuDivider(), *more] if more else []),
                ]
            ),
        ],
        withinPortal=False,  # within the landmarks of the page
        position="bottom-end",
        shadow="md",
    )


def form(
    verb: str, label: str, value: str, *, hint: str, save: str, problem: str | None, previewed: str = ""
) -> Component:
    """
    One line to type into, with what is wrong with it below; sends *verb* with what was typed.

    *previewed*: the event or article whose date is typed, to be told in words before it is saved.
    """
    return html.Form(
        [
            dmc.TextInput(
                label=label,
                description=hint,
                value=value,
                error=problem or None,
                size="sm",
                autoComplete="off",
                spellCheck=False,
                **{
                    "data-autofocus": "true",
                    "data-typed": "true",
                    **({"data-preview": previewed} if previewed else {}),
                },
            ),
            *([html.P("", className="preview", role="status")] if previewed else []),
            html.Div(
                [
                    html.Button(save, type="submit", className="save"),
                    plain_button("Cancel", "edit", "", kind="quiet"),
                ],
                className="form-buttons",
            ),
        ],
        className="form",
        **does(verb),
    )
