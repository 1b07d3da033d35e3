"""From the network: public addresses only, checked where they are used, within limits of size and time."""

from __future__ import annotations

import gzip
import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from tests.articles.files import page, pdf
from timeline.articles import addresses, fetch, reading
from timeline.articles.fetch import Network
from timeline.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PUBLIC = "93.184.215.14"
BODY = "<p>The ferry sank on Tuesday after a fire in the engine room, the coast guard said on Wednesday.</p>"
Answer = tuple[int, dict[str, str], bytes]


class Site:
    """A server on this machine, and how it is reached: by any public address, and only by that."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.asked: list[str] = []
        self.connected: list[str] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(f"{self.headers['Host']}{self.path}")
                status, fields, body = answers.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in fields.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def network(self, hosts: dict[str, list[str]] | None = None, seconds: float = 20) -> Network:
        """The network as these hosts have it, every connection leading here."""

        def resolve(host: str, _port: int) -> list[str]:
            return (hosts or {}).get(host, [PUBLIC])

        def connect(address: str, _port: int, seconds: float) -> socket.socket:
            self.connected.append(address)
            return socket.create_connection(("127.0.0.1", self.server.server_port), timeout=seconds)

        return Network(resolve, connect, seconds)

    def close(self) -> None:
        """Nothing goes on after a test."""
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def site() -> Iterator[Callable[[dict[str, Answer]], Site]]:
    """Makes a site of its answers by path."""
    made: list[Site] = []

    def make(answers: dict[str, Answer]) -> Site:
        made.append(Site(answers))
        return made[-1]

    yield make
    for one in made:
        one.close()


HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_a_page_is_read(site: Callable[[dict[str, Answer]], Site]) -> None:
    """Its address is its source, and the host's name is told to it as it was written."""
    there = site({"/ferry?x=1": (200, HTML, page(BODY))})
    article = reading.read("http://news.example/ferry?x=1", network=there.network())

    assert "ferry sank on Tuesday" in article.text
    assert article.source == "http://news.example/ferry?x=1"
    assert there.asked == ["news.example/ferry?x=1"]
    assert there.connected == [PUBLIC]


def test_a_pdf_is_read_as_one(site: Callable[[dict[str, Answer]], Site]) -> None:
    """The address need not say what it is."""
    there = site({"/doc": (200, {"Content-Type": "application/pdf"}, pdf([["The ferry sank on Tuesday."]]))})
    article = reading.read("http://news.example/doc", network=there.network())

    assert article.original is not None
    assert article.original.format == "PDF"


def test_nothing_is_asked_unless_it_is_allowed() -> None:
    """One sentence that says how."""
    with pytest.raises(ArticleError, match=r"^https://news\.example/a is on the network, .*--allow-network"):
        reading.read("https://news.example/a")


REFUSED = [
    "file:///etc/passwd",
    "ftp://news.example/a",
    "gopher://news.example/a",
    "http://127.0.0.1/",
    "http://localhost/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[::ffff:169.254.169.254]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://[2002:7f00:1::]/",
    "http://[64:ff9b::a9fe:a9fe]/",
    "http://[fe80::1%25lo]/",
    "http://[fc00::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://172.16.0.1/",
    "http://100.64.0.1/",
    "http://224.0.0.1/",
    "http://0x7f.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://017700000001/",
    "http://127.1/",
    "http://0/",
    "http://user:secret@news.example/",
    "http://news.example:22/",
    "http://news.example:99999/",
    "http:///a",
    "http://",
    "http://news.example/a b",
    "http://news.example/\r\nHost: x",
    "http://news_example /",
    "http://[::1/",
    "http://" + "a" * 3000,
]


@pytest.mark.parametrize("url", REFUSED)
def test_what_is_no_public_address_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is connected to, however it is written."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with pytest.raises(ArticleError, match=r"^[^\n]+$"):
        reading.read(url, network=Network())


@pytest.mark.parametrize("url", [url for url in REFUSED if url.startswith("http://") and "news" not in url])
def test_a_redirect_to_one_is_refused(site: Callable[[dict[str, Answer]], Site], url: str) -> None:
    """The place it leads to is held to the same rules."""
    there = site({"/a": (302, {"Location": url}, b""), "/": (200, HTML, page(BODY))})
    network = Network(
        lambda host, port: [PUBLIC] if host == "news.example" else fetch.resolve(host, port), there.network().connect
    )
    with pytest.raises(ArticleError):
        reading.read("http://news.example/a", network=network)

    assert len(there.asked) <= fetch.REDIRECTS + 1
    assert set(there.connected) == {PUBLIC}


def test_redirects_are_followed_and_counted(site: Callable[[dict[str, Answer]], Site]) -> None:
    """To a page, or to the limit."""
    there = site(
        {
            "/a": (301, {"Location": "http://other.example/b"}, b""),
            "/b": (200, HTML, page(BODY)),
            "/round": (302, {"Location": "/round"}, b""),
        }
    )

    assert reading.read("http://news.example/a", network=there.network()).source == "http://other.example/b"
    assert there.asked == ["news.example/a", "other.example/b"]
    with pytest.raises(ArticleError, match="more than 5 redirects"):
        reading.read("http://news.example/round", network=there.network())


@pytest.mark.parametrize(
    "found", [["127.0.0.1"], [PUBLIC, "10.0.0.1"], ["169.254.169.254"], ["::1"], ["not an address"]]
)
def test_a_name_that_leads_inside_is_refused(site: Callable[[dict[str, Answer]], Site], found: list[str]) -> None:
    """One private answer among public ones is enough."""
    there = site({"/": (200, HTML, page(BODY))})

    with pytest.raises(ArticleError, match="no public address"):
        reading.read("http://news.example/", network=there.network({"news.example": found}))
    assert there.connected == []


def test_a_name_is_looked_up_once(site: Callable[[dict[str, Answer]], Site]) -> None:
    """What was checked is what is connected to: another answer a moment later is of no use."""
    there = site({"/": (200, HTML, page(BODY))})
    answers = iter([[PUBLIC], ["127.0.0.1"]])
    network = Network(lambda _host, _port: next(answers), there.network().connect)
    reading.read("http://news.example/", network=network)

    assert there.connected == [PUBLIC]


def test_too_large_a_page(site: Callable[[dict[str, Answer]], Site], monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit stands in the sentence, whether the page comes packed or not."""
    monkeypatch.setattr(fetch, "LIMIT", 2_000_000)
    much = bytes(3_000_000)
    there = site({"/a": (200, HTML, much), "/b": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(much))})

    for path in ("a", "b"):
        with pytest.raises(ArticleError, match="larger than the 2 MB"):
            reading.read(f"http://news.example/{path}", network=there.network())


def test_a_page_that_comes_packed_is_unpacked(site: Callable[[dict[str, Answer]], Site]) -> None:
    """As some servers send it unasked."""
    there = site({"/": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(page(BODY)))})

    assert "ferry sank" in reading.read("http://news.example/", network=there.network()).text


def test_a_server_that_never_ends_is_left() -> None:
    """A drop now and then does not keep it alive."""
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            link, _ = server.accept()
            with link:
                link.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
                while not stop.wait(0.01):
                    try:
                        link.sendall(b"<p>")
                    except OSError:
                        return

        thread = threading.Thread(target=drip)
        thread.start()
        network = Network(
            lambda _host, _port: [PUBLIC],
            lambda _address, _port, seconds: socket.create_connection(server.getsockname(), timeout=seconds),
            0.2,
        )
        try:
            with pytest.raises(ArticleError, match=r"longer than the 0\.2 seconds"):
                fetch.fetch("http://news.example/", network)
        finally:
            stop.set()
            thread.join()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((404, {}, b""), "answers 404"),
        ((200, {**HTML, "Content-Encoding": "br"}, b"x"), "packed as br"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"no such thing"), "cannot be read"),
        ((200, {**HTML, "Content-Length": "99"}, b"<p>"), "cannot be read"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG\r\n"), "is a picture"),
    ],
)
def test_what_is_no_page_is_said(site: Callable[[dict[str, Answer]], Site], answer: Answer, said: str) -> None:
    """In one sentence with its address."""
    there = site({"/a": answer})

    with pytest.raises(ArticleError, match=rf"^http://news\.example/a .*{said}"):
        reading.read("http://news.example/a", network=there.network())


def test_what_is_asked_for_secretly_is_never_asked_openly(site: Callable[[dict[str, Answer]], Site]) -> None:
    """A server that does not know how is told nothing."""
    there = site({"/": (200, HTML, page(BODY))})

    with pytest.raises(ArticleError, match="cannot be read"):
        reading.read("https://news.example/", network=there.network())
    assert there.asked == []


def test_a_host_that_is_not_there() -> None:
    """The resolver's own fault."""

    def nobody(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(ArticleError, match=r"there is no host news\.example"):
        fetch.fetch("http://news.example/", Network(nobody))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_what_everybody_can_reach_is_public(address: str) -> None:
    """In both families, and translated."""
    assert addresses.public(address)


@pytest.mark.parametrize("source", ["a.txt", "C:/a.txt", "folder/http", "http:a", "-"])
def test_a_path_is_no_address(source: str) -> None:
    """What is none is left to the files."""
    assert not addresses.is_address(source)
