"""The program as a process: it serves, takes the next port where one is in use, and ends cleanly."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.cli.conftest import STOPPABLE

SAVED = '{"version": 1, "articles": [], "events": [], "statements": [], "edits": []}'


def test_a_port_in_use_is_passed_over_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    """The next port is taken and named; Ctrl-C is the way to stop, and no fault."""
    (tmp_path / "saved.json").write_text(SAVED, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        command = [*STOPPABLE, "saved.json", "--no-open", "--port", str(port)]
        with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as program:
            assert program.stderr is not None
            said = ""
            while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/", said)):
                line = program.stderr.readline()
                assert line, said
                said += line
            browser = HTTPConnection("127.0.0.1", int(found[1]))
            browser.request("GET", "/")
            status = browser.getresponse().status
            browser.close()
            program.send_signal(signal.SIGINT)
            said += program.stderr.read()

    assert int(found[1]) != port
    assert str(port) in said
    assert status == 200
    assert program.returncode == 0
    assert said.endswith("\nBye.\n")


EVENTS = {"version": 1, "articles": [{"id": "a", "text": "It rained."}],
          "events": [{"id": str(number), "title": "Rain " * 20, "span": [0, 9]} for number in range(2000)]}  # fmt: skip
WAYS = [["show", "many.json"], ["export", "many.json", "-o", "-", "--format", "json"]]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with a timeline that is longer than a pipe holds."""
    (tmp_path / "many.json").write_text(json.dumps(EVENTS), "utf-8")
    return tmp_path


@pytest.mark.parametrize("words", WAYS, ids=["show", "export"])
def test_a_reader_who_has_seen_enough_is_no_fault(many: Path, words: list[str]) -> None:
    """As with `timeline show … | head`."""
    command = [sys.executable, "-m", "timeline", *words]
    with subprocess.Popen(command, cwd=many, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.read(100)
        program.stdout.close()
        said = program.stderr.read()

    assert program.returncode == 0
    assert said == b""


@pytest.mark.parametrize("words", WAYS, ids=["show", "export"])
def test_a_full_disk_behind_standard_output_is_told(many: Path, words: list[str]) -> None:
    """In one sentence; it is nobody's programming fault."""
    command = [sys.executable, "-m", "timeline", *words]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=many, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 2
    assert done.stderr == "timeline: standard output cannot be written: No space left on device\n"
