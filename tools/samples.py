"""The saved timelines of the articles that come with the program: `make samples`."""

from __future__ import annotations

from timeline import workspace
from timeline.workspace.samples import SAMPLES


def main() -> None:
    """Read each article anew and keep what was read."""
    read = workspace.reader()
    for one in SAMPLES:
        workspace.Chronicle(read(workspace.read(one.article))).save(one.saved)


if __name__ == "__main__":
    main()
