"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from timeline.errors import ExportError
from timeline.formats import files

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """The temporary neighbour is gone, and the file has the rights any new file has."""
    target = tmp_path / "a.svg"
    files.write(target, b"one")
    files.write(target, b"two")
    plain = tmp_path / "plain"
    plain.touch()

    assert target.read_bytes() == b"two"
    assert sorted(tmp_path.iterdir()) == [target, plain]
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_the_rights_of_a_file_that_is_replaced_are_kept(tmp_path: Path) -> None:
    """Who could read it before can read it now, and nobody else."""
    target = tmp_path / "a.svg"
    target.touch(0o600)
    files.write(target, b"one")

    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What it points to is written."""
    target, link = tmp_path / "a.svg", tmp_path / "link.svg"
    target.touch()
    link.symlink_to(target)
    files.write(link, b"one")

    assert link.is_symlink()
    assert target.read_bytes() == b"one"


def test_a_device_is_written_to(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A pipe or device cannot be renamed onto."""
    files.write("/dev/stdout", b"one")
    files.write(os.devnull, b"two")

    assert capfdbinary.readouterr().out == b"one"


def test_a_dash_is_standard_output(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """As everywhere."""
    files.write("-", b"one")

    assert capsysbinary.readouterr().out == b"one"


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("missing/a.svg", "the folder .*missing does not exist"),
        ("file/a.svg", "file is not a folder"),
        ("folder", "is a folder: name a file in it"),
        ("x" * 300 + ".svg", "cannot be written"),
        ("nul\0l.svg", "cannot be written"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str, what: str) -> None:
    """One sentence says what is in the way, before any work is done and when writing."""
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()

    with pytest.raises(ExportError, match=what):
        files.write(tmp_path / place, b"one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_failure_leaves_the_old_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk while writing costs nothing that was there."""
    target = tmp_path / "a.svg"
    target.write_bytes(b"old")

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        files.write(target, b"new")

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_without_write_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said by what the system says of it, also where the test runs as somebody who may do everything."""
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with pytest.raises(ExportError, match="permission denied"):
        files.check(tmp_path / "a.svg")
