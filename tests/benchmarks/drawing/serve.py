"""A page of its own process: `python -m tests.benchmarks.drawing.serve 1000`, or the path of an index."""

from __future__ import annotations

import sys

from tests.benchmarks.drawing.generated import timeline
from timeline.app.desk import keep_what_is_there
from timeline.app.server import make_server
from timeline.workspace import Chronicle
from timeline.workspace.opened import Opened


def main(what: str) -> None:
    """Serve that many events from memory, or those of an index; the port is the first line printed."""
    opened = Chronicle(timeline(int(what))) if what.isdigit() else Opened(what)
    server, port = make_server(opened, port=0, events="all")
    keep_what_is_there()  # as `serve` does
    print(port, flush=True)
    server.run()


if __name__ == "__main__":
    main(sys.argv[1])
