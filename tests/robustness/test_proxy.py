"""Behind a proxy: the configuration and the command line that docs/serving.md prints, run as they stand there."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import shutil
import socket
import ssl
import subprocess
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.robustness.servers import Process, sample_library, serving
from tests.robustness.visitor import Visitor
from timeline.app.terms import TOKEN, new_token

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (Path(__file__).parents[2] / "docs" / "serving.md").read_text("utf-8")
NAME = "timelines.example.org"
SECRET = new_token()
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")

pytestmark = pytest.mark.soak


@dataclass
class House:
    """A proxy that is running: its ports, its workers and its log."""

    plain: int
    tls: int
    workers: tuple[Process, Process]
    log: Path


def block(language: str, holding: str) -> str:
    """What the page prints in a language: the block with these words in it."""
    found = [text for text in re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL) if holding in text]
    assert len(found) == 1
    return str(found[0])


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    """The text with what belongs to another machine replaced; each must be there, or the page has changed."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return text


def free_port() -> int:
    """A port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def words(library: Path, port: int) -> list[str]:
    """The options of a worker, as the unit of systemd has them."""
    line = re.search(r"^ExecStart=(.*)$", block("ini", "[Service]"), re.MULTILINE)
    assert line is not None
    command = replaced(line[1], ("/var/lib/timelines/team.timeline", str(library)), ("%i", str(port)))
    return [word for word in shlex.split(command)[1:] if word != "--no-open"]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Two workers behind nginx."""
    if NGINX is None:
        pytest.skip("nginx is not installed: `apt-get install nginx-light`, or your system's way, and try again")
    folder = tmp_path_factory.mktemp("proxy")
    library = sample_library(folder / "team.timeline")
    certificate(folder)
    ports = [free_port() for _ in range(4)]
    with contextlib.ExitStack() as stack:
        secret = {TOKEN: SECRET}
        one, other = (
            stack.enter_context(serving(folder, *words(library, port), environment=secret)) for port in ports[:2]
        )
        stack.enter_context(proxy(folder, ports))
        yield House(ports[2], ports[3], (one, other), folder / "access.log")


def certificate(folder: Path) -> None:
    """A certificate that nobody has signed."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
         "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
        check=True, capture_output=True,
    )  # fmt: skip


@contextlib.contextmanager
def proxy(folder: Path, ports: list[int]) -> Iterator[None]:
    """The page's configuration within what every nginx has around it."""
    one, other, plain, tls = ports
    site = replaced(
        block("nginx", "upstream"),
        ("127.0.0.1:8051", f"127.0.0.1:{one}"),
        ("127.0.0.1:8052", f"127.0.0.1:{other}"),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl", f"listen 127.0.0.1:{tls} ssl"),
        ("/etc/ssl/certs/timelines.pem", str(folder / "cert.pem")),
        ("/etc/ssl/private/timelines.key", str(folder / "key.pem")),
        ("/var/log/nginx/timelines.log", str(folder / "access.log")),
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    who = (
        "user root; " if os.geteuid() == 0 else ""
    )  # else it works as somebody who may not look into the test's folder
    around = f"{who}daemon off; worker_processes 1; pid {folder}/pid; events {{}}"
    whole = f"{around} http {{ access_log off; {places}\n{site}\n}}"
    (folder / "nginx.conf").write_text(whole, "utf-8")
    assert NGINX is not None
    command = [NGINX, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as program:
        try:
            for _ in range(100):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", tls), 1):
                    break
                assert program.poll() is None, (folder / "error.log").read_text("utf-8")
                time.sleep(0.05)
            yield
        finally:
            program.terminate()


class Street:
    """People outside, who take the certificate for a good one, and hang up at the end."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._trusting = ssl.create_default_context()
        self._trusting.check_hostname = False
        self._trusting.verify_mode = ssl.CERT_NONE
        self._people: list[Visitor] = []

    def stranger(self, **headers: str) -> Visitor:
        """Somebody who comes for the first time."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._come(Visitor(self._house.tls, "/timelines/", {"Host": NAME, **more}, self._trusting))

    def at_the_worker(self, number: int, prefix: str = "/timelines/", **headers: str) -> Visitor:
        """Somebody on this machine who asks a worker past the proxy."""
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        return self._come(Visitor(self._house.workers[number].port, prefix, {"Host": NAME, **more}))

    def member(self) -> Visitor:
        """Somebody who has brought the token."""
        user = self.stranger()
        status, told, _ = user.ask(f"?q=visit&token={SECRET}")
        assert (status, told["location"]) == (303, "/timelines/?q=visit")
        assert "Secure" in told["set-cookie"]
        assert "Path=/timelines/" in told["set-cookie"]
        user.headers["Cookie"] = told["set-cookie"].partition(";")[0]
        return user

    def _come(self, visitor: Visitor) -> Visitor:
        self._people.append(visitor)
        return visitor

    def close(self) -> None:
        """Everybody hangs up."""
        for visitor in self._people:
            visitor.close()


@pytest.fixture
def street(house: House) -> Iterator[Street]:
    """Who comes to the house."""
    found = Street(house)
    yield found
    found.close()


def test_plain_http_leads_to_https(house: House) -> None:
    """With what was asked for."""
    connection = HTTPConnection("127.0.0.1", house.plain, timeout=10)
    connection.request("GET", "/timelines/?q=visit", headers={"Host": NAME})
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("Location")) == (301, f"https://{NAME}/timelines/?q=visit")
    connection.close()


def test_the_token_is_asked_for_and_stands_in_no_log(house: House, street: Street) -> None:
    """Neither in the proxy's nor in the workers'."""
    stranger = street.stranger()
    assert stranger.ask("", Accept="text/html")[0] == 401
    assert stranger.ask("_dash-layout")[0] == 401
    user = street.member()
    status, told, page = user.ask("?q=visit")
    assert status == 200
    assert told["strict-transport-security"] == "max-age=31536000"
    assert b"/timelines/assets/page.js" in page
    assert user.ask("assets/page.js")[0] == 200
    logs = [house.log.read_text("utf-8"), *(worker.logged() for worker in house.workers)]
    assert "/timelines/" in logs[0]
    assert not any(SECRET in log for log in logs)
    assert not any(SECRET in worker.said for worker in house.workers)


def test_a_team_works_through_the_proxy(street: Street) -> None:
    """Two people edit, see each other's edits, and take them back, whichever worker answers them."""
    ann, ben = street.member(), street.member()
    ann.open()
    ben.open()
    assert ann.view is not None
    chosen = str(ann.view["selected"])
    for number in range(6):
        one, other = (ann, ben) if number % 2 else (ben, ann)
        one.act("refresh")
        assert f"Told anew {number}" in str(one.act(f"title:{chosen}", f"Told anew {number}")["detail"])
        assert f"Told anew {number}" in str(other.act("refresh")["detail"])
    for _ in range(6):
        ann.act("undo")
    assert "Told anew" not in str(ann.act("select", chosen))
    assert ann.window([739000.0, 740000.0])["plan"]


def test_stages_arrive_as_they_begin(street: Street) -> None:
    """Nginx does not hold them back until the article is read."""
    user = street.member()
    first = user.begun("read?name=ferry.txt", b"The ferry sank on 3 May 2024. The mayor resigned two days later.")
    assert json.loads(first.readline()) == {"stage": "waiting"}
    rest = [json.loads(line) for line in first.read().splitlines()]
    assert rest[-1]["done"]["articles"] == 1
    user.open()
    user.act("undo")


def test_large_uploads_are_refused(street: Street) -> None:
    """Above our limit with our sentence, far above it by nginx."""
    user = street.member()
    status, _, said = user.ask("read?name=large.txt", b"x" * 30_000_000)
    assert (status, said.decode()) == (413, "What was sent is larger than 20 MB: split it.\n")
    status, _, said = street.member().ask("read?name=large.txt", b"x" * 60_000_000)
    assert (status, b"nginx" in said) == (413, True)


def test_guesses_are_counted_by_visitor(street: Street) -> None:
    """Nobody hides behind a header of their own making, and nobody locks out those who know the token."""
    for number in range(40):
        status = street.stranger(X_Forwarded_For=f"203.0.113.{number}").ask(f"?token=guess{number}")[0]
        assert status == (401 if number < 10 else status)
    assert status == 429
    direct = street.at_the_worker(0, X_Forwarded_For="203.0.113.77")
    assert direct.ask(f"?token={SECRET}")[0] == 303  # from the proxy's own address it is believed


def test_other_names_are_refused(street: Street) -> None:
    """A site that points its own name here gets nothing from the workers."""
    stranger = street.stranger()
    stranger.headers["Host"] = "evil.example"
    assert stranger.ask("version")[0] == 403


def test_a_worker_may_go(house: House, street: Street) -> None:
    """The other one answers, and health is told to whoever asks."""
    for number in (0, 1):
        assert json.loads(street.at_the_worker(number, "/").ask("health")[2])["status"] == "ok"
    assert json.loads(street.stranger().ask("health")[2])["status"] == "ok"
    house.workers[0].program.terminate()
    assert house.workers[0].program.wait(30) == 0
    for _ in range(6):
        assert street.stranger().ask("health")[0] == 200


def test_the_unit_is_one_that_systemd_takes(tmp_path: Path) -> None:
    """As far as it can be looked at where it does not run."""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not installed")
    unit = tmp_path / "timeline@.service"
    unit.write_text(replaced(block("ini", "[Service]"), ("/opt/timelines/bin/timeline", shutil.which("true") or "")))
    done = subprocess.run([analyze, "verify", str(unit)], capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "timeline@" in line]
    assert ours == []
