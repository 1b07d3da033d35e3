"""How commands are written down in their help, and what is said where one is not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    F = TypeVar("F", bound=Callable[..., Any])


class Command(TyperCommand):
    """A command."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer's own types are private
        """The parameters, the switch that asks for help among them."""
        return _plain(super().get_params(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - as above
        """What stands behind the command's name."""
        return _as_named(super().collect_usage_pieces(ctx), self.get_params(ctx))


class Group(TyperGroup):
    """A command that has others below it."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401 - typer's own types are private
        """The parameters, the switch that asks for help among them."""
        return _plain(super().get_params(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401 - as above
        """What stands behind the command's name."""
        return _as_named(super().collect_usage_pieces(ctx), self.get_params(ctx))


class Commands(typer.Typer):
    """A program whose commands are all written down in the same way."""

    def __init__(self, **how: Any) -> None:  # noqa: ANN401 - what typer takes
        super().__init__(cls=Group, rich_markup_mode="rich", pretty_exceptions_enable=False, **how)

    def command(self, name: str | None = None, **how: Any) -> Callable[[F], F]:  # noqa: ANN401 - as above
        """A function becomes a command of that name, else of its own."""
        return super().command(name, cls=Command, **how)


def misunderstood(fault: typer.TyperException) -> str:
    """
    One sentence on a command that is not understood, and how it is written.

    Empty where nothing was asked for, and the help was shown instead.
    """
    said = fault.format_message().replace("Value error, ", "").strip().rstrip(".")
    ctx: Any = getattr(fault, "ctx", None)
    if not said or ctx is None:
        return said
    usage = " ".join(ctx.get_usage().removeprefix("Usage:").split())
    return f"{said[0].lower()}{said[1:]}. Usage: {usage} ({ctx.command_path} --help tells more)"


def _plain(parameters: list[Any]) -> list[Any]:
    """Parameters whose help names what a user writes, and no types: a switch takes none, and FILE… says what it is."""
    for one in parameters:
        if one.param_type_name == "argument":
            one.display_type_rich = _no_type
        elif one.is_flag:
            one.metavar = ""
    return parameters


def _as_named(pieces: list[str], parameters: list[Any]) -> list[str]:
    """Usage that writes arguments as they name themselves, ``FILE…`` or ``[FILE…]``, without typer's own brackets."""
    names = [str(one.metavar or one.name.upper()) for one in parameters if one.param_type_name == "argument"]
    return [*pieces[:1], *names, *pieces[1 + len(names) :]]


def _no_type(ctx: Any) -> None:  # noqa: ANN401, ARG001 - as above
    return None
