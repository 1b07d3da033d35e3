"""
Which addresses of the network may be asked: those that everybody can reach, and no other.

An address may carry another one within it (IPv4 in IPv6, in a tunnel or a translation): that one must be public, too.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, urlsplit

from timeline.errors import ArticleError

_NUMBERS = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)?)*", re.IGNORECASE)  # some form of IPv4
_TRANSLATED = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")
_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000  # characters
_NAME = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,126}\.?")


def is_address(source: object) -> bool:
    """It begins as an address of the network does, whatever follows: ``https://``, ``file://``."""
    return isinstance(source, str) and re.match(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://", source) is not None


def parsed(url: str) -> SplitResult:
    """
    The parts of an address that may be asked.

    Raises:
        ArticleError: its scheme, host or port is none that is asked.
    """
    shown = url if len(url) <= 200 else f"{url[:199]}…"
    if len(url) > _LONGEST:
        raise ArticleError(f"{shown} is longer than the {_LONGEST:,} characters an address may have")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as fault:
        raise ArticleError(f"{shown} is no address: write it as https://example.org/story") from fault
    if parts.scheme not in _PORTS:
        raise ArticleError(f"{shown} is not read: only http and https are; of a file give its path")
    host = parts.hostname or ""
    if parts.username is not None or parts.password is not None:
        raise ArticleError(f"{shown} has a name or a password in it, which is not sent: give the address without")
    if _NUMBERS.fullmatch(host) and not _is_plain(host):
        raise ArticleError(f"{shown} hides its address in another way of writing numbers: it is not read")
    if not _is_plain(host) and not _NAME.fullmatch(host):
        raise ArticleError(f"{shown} names no host: write it as https://example.org/story")
    if port is not None and port not in _PORTS.values():
        raise ArticleError(f"{shown} asks at port {port}; pages are asked for at 80 and 443 only")
    if any(ord(character) <= 32 or ord(character) == 127 for character in url):
        raise ArticleError(f"{printable(shown)} has blanks in it: write %20 for each")
    return parts


def printable(url: str) -> str:
    """Without what would steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in url)


def port(parts: SplitResult) -> int:
    """The port that is named, else that of the scheme."""
    return parts.port or _PORTS[parts.scheme]


def host(parts: SplitResult) -> str:
    """The host's name in the letters that the network knows; UnicodeError where it has others."""
    name = parts.hostname or ""
    return name if name.isascii() else name.encode("idna").decode("ascii")


def public(address: str) -> bool:
    """Everybody can reach it, and so it is with the one it may carry within it."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.scope_id is not None:
            return False
        within = _within(found)
        if within is not None:
            return _reachable(within) and (found in _TRANSLATED or _reachable(found))
    return _reachable(found)


def _within(found: IPv6Address) -> IPv4Address | None:
    if found.ipv4_mapped is not None:
        return found.ipv4_mapped
    if found.sixtofour is not None:
        return found.sixtofour
    if found.teredo is not None:
        return found.teredo[1]
    if found in _TRANSLATED or found in _COMPATIBLE:
        return IPv4Address(int(found) & 0xFFFFFFFF)
    return None


def _reachable(found: IPv4Address | IPv6Address) -> bool:
    return found.is_global and not (
        found.is_multicast or found.is_reserved or found.is_unspecified or found.is_loopback or found.is_link_local
    )


def _is_plain(host: str) -> bool:
    """An address as it is usually written."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
