"""`timeline tag` and `timeline show --times`, as a user runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.articles import timeml
from timeline.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TEXT = "The minister resigned on Tuesday. The council will meet in October."


def test_each_file_gives_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Plain text and TimeML become TimeML with values that follow from the publication day; the folder is made."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.tml").write_text(
        f'<TimeML><DCT><TIMEX3 tid="t0" value="2025-08-20"/></DCT><TEXT>\n{TEXT}</TEXT></TimeML>', "utf-8"
    )
    out = tmp_path / "deep" / "out"

    assert main(["tag", str(tmp_path / "a.txt"), "-o", str(out), "--published", "2025-08-20"]) == 0
    assert main(["tag", str(tmp_path / "*.tml"), "-o", str(out)]) == 0
    assert sorted(place.name for place in out.iterdir()) == ["a.tml", "b.tml"]
    for name in ("a.tml", "b.tml"):
        data = (out / name).read_bytes()

        assert timeml.read(data, name).text.strip() == TEXT
        assert b'value="2025-08-19"' in data
        assert b'value="2025-10"' in data
    assert capsys.readouterr().err == ""


def test_processes_give_what_one_gives(tmp_path: Path) -> None:
    """Two processes write the same bytes as one, and so does reading without the parse here."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(TEXT, "utf-8")
    files = [str(tmp_path / f"{number}.txt") for number in range(3)]
    for name, options in (("one", []), ("two", ["--jobs", "2"]), ("fast", ["--no-parse"])):
        assert main(["tag", *files, "-o", str(tmp_path / name), "--published", "2025-08-20", *options]) == 0
    for number in range(3):
        results = {(tmp_path / name / f"{number}.tml").read_bytes() for name in ("one", "two", "fast")}

        assert len(results) == 1


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong is said by file, exit code 2, and the rest is written."""
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    (tmp_path / "bad.tml").write_text("<TimeML><TEXT>", "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    files = [str(tmp_path / name) for name in ("bad.tml", "empty.txt", "missing.txt", "good.txt")]

    assert main(["tag", *files, "-o", str(tmp_path / "out"), "--published", "2025-08-20"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert all(name in line for name, line in zip(("bad.tml", "empty.txt", "missing.txt"), told, strict=True))
    assert [place.name for place in (tmp_path / "out").iterdir()] == ["good.tml"]


def test_a_folder_is_tagged_and_ctrl_c_says_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a folder its plain texts, and nothing else that lies in it; stopped, the exit code is 130."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "saved.json").write_text('{"version": 1, "events": []}', "utf-8")
    out = tmp_path / "out"

    assert main(["tag", str(tmp_path), "-o", str(out), "-q"]) == 0
    assert [place.name for place in out.iterdir()] == ["a.tml"]

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.cli.tagging.tag_all", stopped)
    assert main(["tag", str(tmp_path / "a.txt"), "-o", str(out)]) == 130
    assert "out is whole" in capsys.readouterr().err


def test_an_unknown_day_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a publication day values stay open, and a note says so."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")

    assert main(["tag", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 0
    assert "publication day is unknown" in capsys.readouterr().err
    assert b"XXXX" in (tmp_path / "out" / "a.tml").read_bytes()


def test_two_files_of_one_name_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is overwritten by its namesake."""
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, "utf-8")

    files = [str(tmp_path / folder / "a.txt") for folder in ("x", "y")]
    assert main(["tag", *files, "-o", str(tmp_path / "out")]) == 2
    assert "two folders" in capsys.readouterr().err


def test_times_are_shown_with_their_trees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each expression with its value, its days and how it is built."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")

    assert main(["show", "--times", str(tmp_path / "a.txt"), "--published", "2025-08-20"]) == 0
    shown = capsys.readouterr().out
    assert "Last(Weekday(1))" in shown
    assert "19 August 2025" in shown
    assert "October 2025" in shown
