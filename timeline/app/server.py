"""The page served: on this machine alone, unless a token says who else may come."""

from __future__ import annotations

import errno
import logging
import socket
import sys
import webbrowser
from threading import Timer
from typing import TYPE_CHECKING, Any, Final

import waitress

from timeline.app import guard
from timeline.app.desk import keep_what_is_there
from timeline.app.factory import create_app
from timeline.app.reading import usual
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
_THREADS: Final = 8
_HEARS: Final[dict[str, Any]] = {"channel_request_lookahead": 1}
"""It is known when a browser hangs up while something is read for it."""


def serve(
    chronicle: Chronicle | Library | Book | Opened,
    host: str = HOST,
    port: int = PORT,
    open_browser: bool = True,  # noqa: FBT001, FBT002 - a flag of the command line
    *,
    events: str = "main",
    token: str | None = None,
    reader: Reader = usual,
    say: Callable[[str], None] | None = None,
) -> None:
    """
    Serve the page until the program is stopped.

    Args:
        chronicle: what is shown.
        host: the address to listen on; another than this machine's own requires a token.
        port: the port; where it is in use, the next free one is taken and named.
        open_browser: show the page in the user's browser.
        events: as `create_app` takes it.
        token: for other machines; `guard.new_token` makes one.
        reader: as `create_app` takes it.
        say: called with each line for the user; None writes to standard error.

    Raises:
        TimelineError: the address cannot be listened on, or is open to others without a token.
    """
    say = say or _to_standard_error
    server, taken = make_server(chronicle, host, port, events=events, token=token, reader=reader)
    if port not in (0, taken):
        say(f"Port {port} is in use; taking {taken}.")
    address = f"http://{_shown(host)}:{taken}/"
    if token is not None:
        address += f"?token={token}"
    say(f"The timeline is at {address}  (Ctrl+C ends it)")
    if open_browser:
        Timer(0.2, webbrowser.open, [address]).start()
    keep_what_is_there()
    try:
        server.run()
    except KeyboardInterrupt:
        say("Bye.")
    finally:
        server.close()


def make_server(
    chronicle: Chronicle | Library | Book | Opened,
    host: str = HOST,
    port: int = PORT,
    *,
    events: str = "main",
    token: str | None = None,
    reader: Reader = usual,
) -> tuple[BaseWSGIServer, int]:
    """A server that listens already, and its port. Run it with `.run()`; `.close()` ends it."""
    hosts: frozenset[str] | None = guard.LOOPBACK
    if host not in guard.LOOPBACK:
        if token is None:
            raise TimelineError(
                f"{host} can be reached from other machines: serve on {HOST}, or give a token that they must bring"
            )
        hosts = None
    listening = _listen(host, port)
    app = create_app(chronicle, events=events, hosts=hosts, token=token, reader=reader)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a page asks for a dozen files at once
    server = waitress.create_server(app.server, sockets=[listening], threads=_THREADS, ident="timeline", **_HEARS)
    return server, int(listening.getsockname()[1])


def _listen(host: str, port: int) -> socket.socket:
    """A socket on the port, or on the next free one above it; 0 takes any."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(port, port + _TRIES) if port else (0,):
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
    raise TimelineError(f"ports {port} to {port + _TRIES - 1} are all in use: choose another with --port")


def _why(fault: OSError | OverflowError) -> str:
    return (fault.strerror or str(fault)) if isinstance(fault, OSError) else "a port is a number from 0 to 65535"


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _to_standard_error(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
