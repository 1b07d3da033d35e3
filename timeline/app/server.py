"""The page served: on this machine alone, unless its terms say who else may come."""

from __future__ import annotations

import errno
import logging
import select
import signal
import socket
import sys
import webbrowser
from threading import Timer
from typing import TYPE_CHECKING, Any, Final

import waitress

from timeline.app.desk import keep_what_is_there
from timeline.app.factory import create_app
from timeline.app.limits import MOST_CONNECTIONS
from timeline.app.reading import usual
from timeline.app.terms import LOOPBACK, Terms
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from waitress.server import BaseWSGIServer

    from timeline.app.book import Book
    from timeline.app.reading import Reader
    from timeline.workspace import Chronicle
    from timeline.workspace.library import Library
    from timeline.workspace.opened import Opened

HOST: Final = "127.0.0.1"
PORT: Final = 8050
_TRIES: Final = 50
_HOW: Final[dict[str, Any]] = {
    "threads": 8,
    "ident": "timeline",
    "connection_limit": MOST_CONNECTIONS,
    "channel_request_lookahead": 1,  # so it is known when a browser hangs up while something is read for it
    "asyncore_use_poll": hasattr(select, "poll"),  # `select` knows a thousand connections at most, other files included
}
_FORWARDED: Final = {"x-forwarded-for", "x-forwarded-proto"}
"""What a proxy that is believed may say: who asks, and over http or https. The name is that of the Host header."""


def serve(
    chronicle: Chronicle | Library | Book | Opened,
    host: str = HOST,
    port: int = PORT,
    open_browser: bool = True,  # noqa: FBT001, FBT002 - a flag of the command line
    *,
    events: str = "main",
    terms: Terms | None = None,
    reader: Reader = usual,
    say: Callable[[str], None] | None = None,
) -> None:
    """
    Serve the page until the program is stopped.

    Args:
        chronicle: what is shown.
        host: the address to listen on; another than this machine's own requires terms with a token.
        port: the port; where it is in use, the next free one is taken and named.
        open_browser: show the page in the user's browser.
        events: as `create_app` takes it.
        terms: as `create_app` takes them.
        reader: as `create_app` takes it.
        say: called with each line for the user; None writes to standard error.

    Raises:
        TimelineError: the address cannot be listened on, or is open to others without a token.
    """
    say = say or _to_standard_error
    terms = terms or Terms()
    server, taken = make_server(chronicle, host, port, events=events, terms=terms, reader=reader)
    if port not in (0, taken):
        say(f"Port {port} is in use; taking {taken}.")
    address = f"http://{_shown(host)}:{taken}{terms.prefix}"
    if terms.token is not None and terms.shown:
        address += f"?token={terms.token}"
    say(f"The timeline is at {address}  ({'read only; ' if terms.read_only else ''}Ctrl+C ends it)")
    if open_browser:
        Timer(0.2, webbrowser.open, [address]).start()
    keep_what_is_there()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends a service ends it as Ctrl+C does
    try:
        server.run()  # until it is interrupted, which it keeps to itself
    finally:
        server.close()
    say("Bye.")


def make_server(
    chronicle: Chronicle | Library | Book | Opened,
    host: str = HOST,
    port: int = PORT,
    *,
    events: str = "main",
    terms: Terms | None = None,
    reader: Reader = usual,
) -> tuple[BaseWSGIServer, int]:
    """A server that listens already, and its port. Run it with `.run()`; `.close()` ends it."""
    terms = terms or Terms()
    if host not in LOOPBACK and terms.token is None:
        raise TimelineError(
            f"{host} can be reached from other machines: serve on {HOST}, or give a token that they must bring"
        )
    listening = _listen(host, port, 1 if terms.proxy else _TRIES)
    app = create_app(chronicle, events=events, terms=terms, reader=reader)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page asks for a dozen files at once
    how = dict(_HOW)
    if terms.proxy is not None:
        how |= {"trusted_proxy": terms.proxy, "trusted_proxy_headers": _FORWARDED, "trusted_proxy_count": 1}
    most = terms.limits.received
    server = waitress.create_server(app.server, sockets=[listening], max_request_body_size=most, **how)
    return server, int(listening.getsockname()[1])


def _listen(host: str, port: int, tries: int) -> socket.socket:
    """A socket on the port, or on the next free one above it, of so many; 0 takes any."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(port, port + tries) if port else (0,):
        listening = socket.socket(family, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would share a port that is in use
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, number))
            listening.listen(128)
        except (OSError, OverflowError) as fault:
            listening.close()
            if isinstance(fault, OSError) and fault.errno == errno.EADDRINUSE:
                continue
            raise TimelineError(f"cannot listen on {host}, port {number}: {_why(fault)}") from fault
        return listening
    if tries == 1:
        raise TimelineError(f"port {port} is in use, and the proxy asks no other: end what has it, or change --port")
    raise TimelineError(f"ports {port} to {port + tries - 1} are all in use: choose another with --port")


def _why(fault: OSError | OverflowError) -> str:
    return (fault.strerror or str(fault)) if isinstance(fault, OSError) else "a port is a number from 0 to 65535"


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _to_standard_error(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
