"""``python -m timeline``, and the command ``timeline``."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; gives its exit code."""
    from timeline.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
