"""``python -m timeline``, and the command ``timeline``."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; gives its exit code."""
    try:
        from timeline.cli import main as run

        return run()
    except KeyboardInterrupt:  # while the program is still being loaded
        return 130


if __name__ == "__main__":
    sys.exit(main())
