"""On which terms the page is served: to whom, under which names, from where on, and whether it may be changed."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, Self

from timeline.app.limits import Limits
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LOOPBACK: Final = frozenset({"127.0.0.1", "localhost", "::1"})
TOKEN: Final = "TIMELINE_TOKEN"  # noqa: S105 - the name of the variable, not a token
"""Where the environment has the token: a command line can be read by everybody on the machine."""
READ_ONLY: Final = "This timeline is read only: look at it, search it and export it; nothing of it can be changed here."
SHORTEST: Final = 16
"""Characters a token has at least."""
_PREFIX: Final = re.compile(r"/(?:[A-Za-z0-9._~-]+/)+")
_HEADER: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_NAME: Final = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")


def new_token() -> str:
    """A token nobody guesses."""
    return secrets.token_urlsafe(24)


@dataclass(frozen=True, slots=True)
class Terms:
    """
    The terms of a server.

    `names` are those it answers to, None is any, which only a `token` makes safe. `prefix` is the path its page lies
    under. `proxy` is the address whose word is taken for who asks, and how, and `user_header` where it writes their
    name. `shown`: the token is told at the start.
    """

    names: frozenset[str] | None = LOOPBACK
    token: str | None = None
    prefix: str = "/"
    proxy: str | None = None
    user_header: str | None = None
    read_only: bool = False
    limits: Limits = field(default_factory=Limits)
    shown: bool = True

    @classmethod
    def of(
        cls,
        environment: Mapping[str, str],
        host: str,
        *,
        names: Iterable[str] = (),
        prefix: str = "/",
        proxy: str | None = None,
        user_header: str | None = None,
        no_token: bool = False,
        read_only: bool = False,
    ) -> Self:
        """
        The terms that a command line and the environment ask for.

        Args:
            environment: has the token that visitors are to bring, and limits.
            host: the address that is listened on; another than this machine's own needs a token.
            names: further names that the server answers to; None of them, and with a token: any.
            prefix: the path it lies under behind a proxy.
            proxy: the address of the proxy that is believed.
            user_header: the header in which it names who asks.
            no_token: the proxy asks who it is, and nobody else reaches the server.
            read_only: nothing can be changed.

        Raises:
            TimelineError: they contradict each other, or one of them means nothing.
        """
        given = environment.get(TOKEN) or None
        named = frozenset(_name(one) for one in names)
        others = host not in LOOPBACK or proxy is not None or bool(named)
        if given is not None and len(given) < SHORTEST:
            raise TimelineError(f"the token in {TOKEN} is too short to be safe: it takes {SHORTEST} characters or more")
        if user_header is not None and (proxy is None or not _HEADER.fullmatch(user_header)):
            raise TimelineError(
                "--user-header takes the name of a header, as X-Forwarded-User, that a proxy writes: with --trust-proxy"
            )
        if no_token and given is not None:
            raise TimelineError(f"--no-token and the token in {TOKEN} contradict each other: leave one of them out")
        if no_token and (host not in LOOPBACK or proxy is None or not named):
            raise TimelineError(
                "--no-token is for a server behind a proxy that asks who it is: with --trust-proxy and --name, and on "
                "this machine's own address alone"
            )
        token = given or (new_token() if others and not no_token else None)
        return cls(
            names=LOOPBACK | named if named or token is None else None,
            token=token,
            prefix=_prefix(prefix),
            proxy=None if proxy is None else _address(proxy),
            user_header=user_header,
            read_only=read_only,
            limits=Limits.of(environment),
            shown=given is None,
        )


def _name(text: str) -> str:
    name = text.strip().lower()
    if not _NAME.fullmatch(name):
        raise TimelineError(
            f"--name takes the name of a machine, as timelines.example.org, without a port: not {text!r}"
        )
    return name


def _prefix(text: str) -> str:
    prefix = f"/{text.strip('/')}/" if text.strip("/") else "/"
    if prefix != "/" and (not _PREFIX.fullmatch(prefix) or {".", ".."} & set(prefix.split("/"))):
        raise TimelineError(f"--prefix takes a path of plain letters and numbers, as /timelines/: not {text!r}")
    return prefix


def _address(text: str) -> str:
    try:
        return str(ip_address(text.strip()))
    except ValueError as fault:
        raise TimelineError(f"--trust-proxy takes the proxy's address, as 127.0.0.1: not {text!r}") from fault
