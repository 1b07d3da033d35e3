"""`timeline library …`: the library from the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli import options as opt
from timeline.cli import usage

program = usage.Commands(
    no_args_is_help=True,
    add_completion=False,
    help="Keep articles, events and edits in one file: the library.",
)

Place = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="FILE", show_default=False, help="The library; without it, the one in your data folder."
    ),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="The name that what is done is signed with.")]


@program.command("list")
def list_(library: Place = None, machine: opt.Machine = False) -> None:
    """List the articles; in a pipe one line each, with tabs: id, published, events, characters, title, source, file."""
    from timeline.cli import shelf

    with shelf.opened(library, write=False) as found:
        shelf.show_articles(found, machine=machine)


@program.command()
def add(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Articles, saved timelines, files with an article a line (.jsonl, .jsonl.gz), one of its lines by the "
            "byte it begins at (news.jsonl@48213, as `timeline extract` writes it), or folders of them.",
        ),
    ],
    library: Place = None,
    by: By = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read anew what is there already, also where the file's text has changed.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="How many processes read at once.")] = 2,
    published: opt.Published = None,
    landmarks: opt.Landmarks = None,
    no_landmarks: opt.NoLandmarks = False,
    model: opt.Model = None,
    allow_network: opt.AllowNetwork = False,
    date_order: opt.DateOrders = opt.DateOrder.BOTH,
    quiet: opt.Quiet = False,
) -> None:
    """Read files into the library; Ctrl-C stops and keeps what was done. One that is there already is left alone."""
    from timeline.cli import shelf

    reading = opt.Reading(*(published, landmarks, no_landmarks, (), model, quiet, allow_network), date_order.value)
    with shelf.opened(library, by=by) as found:
        code = shelf.add(found, files, reading, jobs, again=again)
    if code:
        raise typer.Exit(code)


@program.command()
def remove(
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE…", help="Articles by their id, file or title, as `list` has them.")
    ],
    library: Place = None,
    by: By = None,
) -> None:
    """Take articles out, with their events; `timeline library undo` puts them back."""
    from timeline.cli import shelf

    with shelf.opened(library, by=by) as found:
        for name in [shelf.article_id(found, article) for article in articles]:
            found.remove(name)


@program.command()
def join(
    events: Annotated[
        list[str], typer.Argument(metavar="ID ID…", help="Events by their ids, as `timeline show --ids` has them.")
    ],
    library: Place = None,
    by: By = None,
) -> None:
    """Say that events are one: the first is shown, with what each of them says; `timeline library undo` parts them."""
    from timeline.cli import shelf

    with shelf.opened(library, by=by) as found:
        found.merge(*events)


@program.command()
def split(
    event: Annotated[str, typer.Argument(metavar="ID", help="The event that is shown for several.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The one of them that is another event; none: all are.")
    ] = None,
    library: Place = None,
    by: By = None,
) -> None:
    """Say that what is shown as one event of several articles, or was joined, is not one; without a second id, all."""
    from timeline.cli import shelf

    with shelf.opened(library, by=by) as found:
        found.split(event, other)


@program.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD…", help='Words, or "several words" in that order.')],
    library: Place = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="The most places that are shown.")] = 50,
    machine: opt.Machine = False,
) -> None:
    """Find words in the events' titles and notes, and in the texts."""
    from timeline.cli import shelf

    with shelf.opened(library, write=False) as found:
        shelf.show_hits(found.search(" ".join(words), most), machine=machine)


@program.command()
def history(
    library: Place = None,
    most: Annotated[int | None, typer.Option(min=1, metavar="N", help="The most entries that are shown.")] = None,
    orphaned: Annotated[
        bool, typer.Option("--orphaned", help="Only edits that found no event when an article was read again.")
    ] = False,
    machine: opt.Machine = False,
) -> None:
    """Tell what was done, the latest first: when, by whom, on what, from what to what."""
    from timeline.cli import shelf

    with shelf.opened(library, write=False) as found:
        shelf.show_entries(found.orphaned() if orphaned else found.history(most), machine=machine)


@program.command()
def undo(
    library: Place = None,
    steps: Annotated[int, typer.Option(min=1, metavar="N", help="How many steps.")] = 1,
) -> None:
    """Take back the last step: an edit, a removal, or a whole import."""
    from timeline.cli import shelf

    with shelf.opened(library) as found:
        for _ in range(steps):
            shelf.say_step(found.undo_step(), "undone", "nothing is left to undo")


@program.command()
def redo(
    library: Place = None,
    steps: Annotated[int, typer.Option(min=1, metavar="N", help="How many steps.")] = 1,
) -> None:
    """Do again what was undone last."""
    from timeline.cli import shelf

    with shelf.opened(library) as found:
        for _ in range(steps):
            shelf.say_step(found.redo_step(), "done again", "nothing is left to do again")


@program.command()
def check(
    library: Place = None,
    mend: Annotated[
        bool,
        typer.Option(
            "--mend",
            help="Build damaged indexes again, a copy of the file put aside first; where that is not enough, read what "
            "can be read into a new file.",
        ),
    ] = False,
) -> None:
    """Look for damage: pages, texts, indexes, log; ends with 2 where there is any."""
    from timeline.cli import shelf

    code = shelf.check(library, mend=mend)
    if code:
        raise typer.Exit(code)


@program.command()
def backup(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write; it must not be there yet.")],
    library: Place = None,
) -> None:
    """Copy the library as it is at this moment, while others work on it, too."""
    from timeline.cli import shelf

    with shelf.opened(library, write=False) as found:
        found.backup(out)


@program.command()
def restore(
    source: Annotated[Path, typer.Argument(metavar="BACKUP", help="A backup, or any other library.")],
    library: Place = None,
) -> None:
    """Put a backup in the place of the library; what stood there is put aside."""
    from timeline.library.backup import restore as put_back
    from timeline.workspace.opening import default_library

    place = library or default_library()
    aside = put_back(source, place)
    sys.stderr.write(f"timeline: {place} is restored{f'; what stood there is now {aside}' if aside else ''}\n")


@program.command()
def export(
    out: Annotated[
        list[str],
        typer.Option("--out", "-o", metavar="OUT", help="The file to write, by suffix; - is standard output."),
    ],
    library: Place = None,
    articles: Annotated[
        list[str] | None, typer.Option("--article", metavar="ARTICLE", help="Only this article. May be repeated.")
    ] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="The format, where the suffix of OUT is not enough.")
    ] = None,
    events: opt.Events = None,
    theme: opt.Themes = opt.Theme.LIGHT,
    lanes_by: opt.Lanes = opt.LanesBy.ARTICLE,
) -> None:
    """Write the library, or some of its articles, as a picture or as data; json keeps everything."""
    from timeline.cli import seeing, shelf

    for place in out:
        seeing.check_place(place, format)
    with shelf.opened(library, write=False) as found:
        chronicle = found.chronicle([shelf.article_id(found, one) for one in articles] if articles else None)
    view = {"lanes_by": lanes_by.value, "events": events.value if events else "all"}
    for place in out:
        chronicle.export(place if place == "-" else Path(place), theme=theme.value, format=format, **view)
