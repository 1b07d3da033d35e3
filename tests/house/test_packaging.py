"""The wheel stands by itself: installed where nothing of the checkout is, it reads, draws and exports."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as anybody would."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [found] = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The command ``timeline`` of an environment with the wheel in it and nothing of the checkout.

    The libraries it needs are lent by a path to ours, where an editable install has only a ``.pth`` file,
    which counts for nothing outside its own environment.
    """
    home = tmp_path_factory.mktemp("empty")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    [packages] = home.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n" + sysconfig.get_path("platlib") + "\n")
    return home / "bin" / "timeline"


def run(command: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the empty environment in a folder, with no way back to the checkout."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV", "VIRTUAL"))}
    return subprocess.run([str(command), *words], cwd=cwd, env=clean, capture_output=True, text=True, check=False)


def test_the_wheel_carries_data_and_assets(wheel: Path) -> None:
    """The model with its licence and attribution, landmarks, sample, schema, styles, scripts and font."""
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {f"timeline/_{kind}/{path.relative_to(ROOT / kind)}" for kind in ("data", "assets")
                for path in (ROOT / kind).rglob("*") if path.is_file()}  # fmt: skip

    assert expected <= names
    assert {"timeline/_data/model/LICENSE", "timeline/_data/model/ATTRIBUTION", "timeline/py.typed"} <= names
    assert not [name for name in names if not name.startswith(("timeline/", "article_timeline-"))]


def test_every_file_of_the_data_has_its_licence() -> None:
    """One table names each file, or the folder it is in, with where it comes from."""
    table = (ROOT / "data" / "SOURCES.md").read_text("utf-8")
    files = {path.relative_to(ROOT / "data") for path in (ROOT / "data").rglob("*") if path.is_file()}
    names = {f"`{path.parts[0]}/`" if len(path.parts) > 1 else f"`{path}`" for path in files} - {"`SOURCES.md`"}

    assert {name for name in names if name not in table} == set()


def test_the_wheel_is_small(wheel: Path) -> None:
    """It is sent to everybody who installs it."""
    assert wheel.stat().st_size < 20_000_000


def test_an_installed_timeline_exports_from_another_folder(command: Path, tmp_path: Path) -> None:
    """An article to picture and data, with the files that came in the wheel."""
    where = run(command.with_name("python"), "-c", "import timeline; print(timeline.__file__)", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(command.parents[1])

    (tmp_path / "ferry.txt").write_text("The ferry sank on Tuesday. Divers reached it two days later.\n", "utf-8")
    outs = [f"ferry.{suffix}" for suffix in ("svg", "png", "pdf", "json", "csv")]
    words = [word for out in outs for word in ("-o", out)]
    done = run(command, "export", "ferry.txt", "--published", "2025-08-22", *words, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert all((tmp_path / out).stat().st_size > 100 for out in outs)
    assert "2025-08-19" in (tmp_path / "ferry.json").read_text("utf-8")


@pytest.mark.parametrize("missing", ["_data/model", "_data/landmarks.csv", "_assets/fonts"])
def test_a_part_of_the_installation_that_is_missing_is_named(command: Path, tmp_path: Path, missing: str) -> None:
    """In one sentence that says what to do, with exit code 2 and no half-written file."""
    (tmp_path / "ferry.txt").write_text("The ferry sank on Tuesday.\n", "utf-8")
    [package] = command.parents[1].glob("lib/python*/site-packages/timeline")
    aside = tmp_path / "aside"
    (package / missing).rename(aside)
    try:
        done = run(command, "export", "ferry.txt", "-o", "ferry.png", "--quiet", cwd=tmp_path)
    finally:
        aside.rename(package / missing)

    assert done.returncode == 2
    assert done.stderr.startswith("timeline: ")
    assert "install" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "ferry.png").exists()


def test_the_page_of_an_installed_timeline_can_be_made(command: Path, tmp_path: Path) -> None:
    """The sample article is there, and so are the page's own files."""
    program = (
        "import timeline\n"
        "from timeline._files import asset, data\n"
        "from timeline.app.factory import create_app\n"
        "article = timeline.read(data('articles', 'european-force.txt'))\n"
        "page = create_app(timeline.extract(article)).server.test_client()\n"
        "print(page.get('/', headers={'Host': '127.0.0.1'}).status_code, asset('fonts').is_dir())\n"
    )
    done = run(command.with_name("python"), "-c", program, cwd=tmp_path)

    assert done.stdout.split() == ["200", "True"], done.stderr


@pytest.mark.parametrize("folders", [("timeline",), ("timeline", "tests", "tools")], ids=["program", "development"])
def test_every_library_that_is_imported_is_declared(folders: tuple[str, ...]) -> None:
    """A library that comes only with another one may be gone tomorrow; tests may use those of development, too."""
    more = _tools() if "tests" in folders else chain(*PROJECT["optional-dependencies"].values())
    declared = {_name(requirement) for requirement in [*PROJECT["dependencies"], *more]}
    homes = packages_distributions()
    undeclared = {
        name
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        for name in _imports(path) - {"timeline", "tests", "tools"} - sys.stdlib_module_names
        if not {_name(home) for home in homes.get(name, [name])} & declared
    }

    assert not undeclared


@pytest.mark.parametrize("tools", [False, True], ids=["program", "development"])
def test_everything_declared_is_locked(*, tools: bool) -> None:
    """The locks have a pin for each library, the same in both, and name no place to get it from."""
    program, development = (
        (ROOT / name).read_text("utf-8").splitlines() for name in ("requirements.lock", "requirements-dev.lock")
    )
    lock, declared = (development, _tools()) if tools else (program, PROJECT["dependencies"])

    assert {_name(one) for one in declared} <= {_name(line) for line in lock}
    assert {line.partition(" ;")[0] for line in program} <= {line.partition(" ;")[0] for line in development}
    assert all(re.match(r"[a-z0-9-]+==[\w.]+( ; .+)?$", line) for line in lock)


def _tools() -> list[str]:
    """What the tests and the tools are declared to need beside the program."""
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    return [one for name in ("build", "dev") for one in groups[name] if isinstance(one, str)]


def _imports(path: Path) -> set[str]:
    """The top names of what a file imports from elsewhere."""
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.append(node.module)
    return {name.partition(".")[0] for name in names}


def _name(requirement: str) -> str:
    """The name alone, as registries compare them."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0]).lower()
