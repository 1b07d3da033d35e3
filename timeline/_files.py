"""
Where the files that travel with the program are: in a wheel under ``timeline/_data`` and ``timeline/_assets``,
in a checkout under ``data/`` and ``assets/``.
"""

from __future__ import annotations

from pathlib import Path

from timeline.errors import InstallationError

_PACKAGE = Path(__file__).resolve().parent


def data(*parts: str) -> Path:
    """The path of a file or folder under ``data/``; InstallationError where it is missing."""
    return _find("data", parts)


def asset(*parts: str) -> Path:
    """The path of a file or folder under ``assets/``; InstallationError where it is missing."""
    return _find("assets", parts)


def _find(kind: str, parts: tuple[str, ...]) -> Path:
    installed = _PACKAGE / f"_{kind}"
    root = installed if installed.is_dir() else _PACKAGE.parent / kind
    path = root.joinpath(*parts)
    if not path.exists():
        raise InstallationError(
            f"the installation is incomplete: {path} is missing; "
            "install article-timeline again (pip install --force-reinstall article-timeline)"
        )
    return path
