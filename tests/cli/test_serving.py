"""The program as a process: it serves, takes the next port where one is in use, and ends cleanly."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SAVED = '{"version": 1, "articles": [], "events": [], "statements": [], "edits": []}'


def test_a_port_in_use_is_passed_over_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    """The next port is taken and named; Ctrl-C is the way to stop, and no fault."""
    (tmp_path / "saved.json").write_text(SAVED, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        command = [sys.executable, "-m", "timeline", "saved.json", "--no-open", "--port", str(port)]
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
    assert "Traceback" not in said
