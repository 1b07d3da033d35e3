"""
One page from the network, where the user has asked for that.

What the name of a host stands for is looked up once, every answer is checked, and the connection is made to the very
address that was checked: what the name stands for a moment later is of no matter. So it is with every redirect.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin, urlunsplit

from timeline.articles import addresses
from timeline.articles.content import Content
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from urllib.parse import SplitResult

LIMIT = 10 * 1000 * 1000  # bytes, unpacked
SECONDS = 20.0
REDIRECTS = 5

_MOVED = (301, 302, 303, 307, 308)
_CHUNK = 65536
_SAFE = "%/:?@!$&'()*+,;=~-._[]"
_ASKING = {
    "Accept": "text/html,application/xhtml+xml,text/plain,application/pdf;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "User-Agent": "timeline (reads one article that its user asked for)",
    "Connection": "close",
}


def resolve(host: str, port: int) -> list[str]:
    """The addresses that a host's name stands for, by the system."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def connect(address: str, port: int, seconds: float) -> socket.socket:
    """A connection to one address."""
    return socket.create_connection((address, port), timeout=seconds)


@dataclass(frozen=True, slots=True)
class Network:
    """How the network is asked: both ways out are handed in, and a page has so many seconds in all."""

    resolve: Callable[[str, int], Sequence[str]] = resolve
    connect: Callable[[str, int, float], socket.socket] = connect
    seconds: float = SECONDS


def fetch(url: str, network: Network | None = None) -> tuple[Content, str]:
    """
    What stands at an address, and the address it stood at in the end.

    Raises:
        ArticleError: it may not be asked, does not answer, is too large or takes too long.
    """
    network = network or Network()
    for _ in range(REDIRECTS + 1):
        found = _ask(url, network)
        if isinstance(found, Content):
            return found, url
        url = found
    raise ArticleError(f"{url} was reached by more than {REDIRECTS} redirects: give the last address itself")


def _ask(url: str, network: Network) -> Content | str:
    """The page at one address, or where it has moved to."""
    parts = addresses.parsed(url)
    reached = _addresses(url, parts, network)
    fault: Exception | None = None
    for address in reached:
        link = _Pinned(parts, address, network)
        try:
            return link.get(url)
        except (OSError, http.client.HTTPException, zlib.error, ValueError) as problem:
            if link.late:
                raise ArticleError(f"{url} takes longer than the {network.seconds:g} seconds a page may") from problem
            fault = problem
        finally:
            link.close()
    raise ArticleError(f"{url} cannot be read ({fault or 'it does not answer'}): save the page and give its file")


def _addresses(url: str, parts: SplitResult, network: Network) -> Sequence[str]:
    host = addresses.host(parts)
    try:
        found = network.resolve(host, addresses.port(parts))
    except (OSError, UnicodeError) as fault:
        raise ArticleError(f"there is no host {host}: check the address {url}") from fault
    for address in found:
        if not addresses.public(address):
            raise ArticleError(f"{url} leads to {address}, which is no public address of the network: it is not read")
    return found


class _Pinned:
    """One question to one address, which ends when its time is over whatever the other side does."""

    def __init__(self, parts: SplitResult, address: str, network: Network) -> None:
        self._parts = parts
        self._address = address
        self._network = network
        self._timer = threading.Timer(network.seconds, self._end)
        self._timer.daemon = True
        self._link: socket.socket | None = None
        self.late = False

    def get(self, url: str) -> Content | str:
        """What stands there, or where it has moved to."""
        self._timer.start()
        host, port = addresses.host(self._parts), addresses.port(self._parts)
        self._link = self._network.connect(self._address, port, self._network.seconds)
        if self._parts.scheme == "https":
            self._link = ssl.create_default_context().wrap_socket(self._link, server_hostname=host)
        asked = http.client.HTTPConnection(host, port)
        asked.sock = self._link
        path, query = (quote(part, safe=_SAFE) for part in (self._parts.path or "/", self._parts.query))
        target = urlunsplit(("", "", path, query, ""))
        asked.request("GET", target, headers=_ASKING)
        with contextlib.closing(asked.getresponse()) as answer:
            if answer.status in _MOVED and (place := answer.getheader("Location")):
                return urljoin(url, place)
            if answer.status != http.client.OK:
                raise ArticleError(f"{url} answers {answer.status} {answer.reason}: check the address")
            data = _body(url, answer)
            if self.late:
                raise TimeoutError
            return Content(data, url, url, answer.headers.get_content_type(), answer.headers.get_content_charset())

    def close(self) -> None:
        """Nothing of it is left open."""
        self._timer.cancel()
        if self._link is not None:
            self._link.close()

    def _end(self) -> None:
        self.late = True
        if self._link is not None:
            try:
                self._link.shutdown(socket.SHUT_RDWR)
            except OSError:
                self._link.close()


def _body(url: str, answer: http.client.HTTPResponse) -> bytes:
    """All of it, unpacked where it comes packed, and never more than the limit."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise ArticleError(f"{url} comes packed as {packing}, which is not read: save the page and give its file")
    unpack = None if packing == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 16)
    found = bytearray()
    while chunk := answer.read(_CHUNK):
        found += chunk if unpack is None else unpack.decompress(chunk, LIMIT + 1 - len(found))
        if len(found) > LIMIT:
            raise ArticleError(f"{url} is larger than the {LIMIT // 1_000_000} MB a page may have: save its text")
    if answer.length or (unpack is not None and not unpack.eof):
        raise http.client.IncompleteRead(bytes(found), answer.length)
    return bytes(found)
