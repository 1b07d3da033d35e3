"""The commands: each unpacks its options, calls the workspace, and is done."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any

import typer

from timeline.cli import library, questions, usage
from timeline.cli import options as opt
from timeline.errors import TimelineError

COMMANDS = ("open", "show", "explain", "check", "export", "tag", "extract", "index", "library", "doctor")
PORT = 8050

program = usage.Commands(
    name="timeline",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="[FILE… | COMMAND …]",
    epilog="Start with an article of yours: timeline article.txt – or of ours: timeline --sample news",
)


program.add_typer(library.program, name="library")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"timeline {metadata.version('article-timeline')}")
        raise typer.Exit


_ABOUT = """
Articles to timelines: every event dated as precisely as the text allows, and no more precisely than that.

[bold]timeline[/bold] opens your library in the browser; [bold]timeline FILE…[/bold], short for \
[bold]timeline open FILE…[/bold], opens saved timelines, or articles, which are kept nowhere. \
Each command has a [bold]--help[/bold] of its own.
"""


@program.callback(help=_ABOUT)
def about(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """What stands before every command."""


@program.command("open")
def open_(
    files: opt.FilesOrNone = None,
    sample: opt.SampleNamed = None,
    place: library.Place = None,
    by: library.By = None,
    host: Annotated[
        str, typer.Option(help="The address to listen on; another than this machine's own asks visitors for a token.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port to listen on; if it is in use, the next free one.")
    ] = PORT,
    no_open: Annotated[bool, typer.Option("--no-open", help="Do not open a browser.")] = False,
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Show it only: nobody can change or add anything.")
    ] = False,
    prefix: Annotated[
        str, typer.Option(metavar="PATH", help="The path that a proxy has it under, as /timelines/.")
    ] = "/",
    trust_proxy: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="The address of a proxy that is believed who asks, and how (X-Forwarded-For, -Proto).",
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name the server answers to beside this machine's own. May be repeated."),
    ] = None,
    user_header: Annotated[
        str | None,
        typer.Option(
            metavar="HEADER",
            help="Where the proxy writes who asks, as X-Forwarded-User: edits are signed with that name.",
            show_default=False,
        ),
    ] = None,
    no_token: Annotated[
        bool, typer.Option("--no-token", help="Ask for no token: the trusted proxy asks who it is.")
    ] = False,
    published: opt.Published = None,
    landmarks: opt.Landmarks = None,
    no_landmarks: opt.NoLandmarks = False,
    reject_landmark: opt.RejectLandmark = None,
    model: opt.Model = None,
    allow_network: opt.AllowNetwork = False,
    date_order: opt.DateOrders = opt.DateOrder.BOTH,
    events: opt.Events = None,
    quiet: opt.Quiet = False,
) -> None:
    """
    Open your library, articles or saved timelines in the browser.

    Stop with Ctrl-C. Where others can reach it, it asks them for a token: the one in the environment variable
    TIMELINE_TOKEN, or one that is made and shown when it starts. docs/serving.md tells how to run it for a team.
    """
    from os import environ

    from timeline.app.terms import Terms
    from timeline.cli.serving import serve

    reading = opt.Reading(
        *(published, landmarks, no_landmarks, tuple(reject_landmark or ()), model, quiet, allow_network),
        date_order.value,
    )
    terms = Terms.of(
        environ,
        host,
        names=name or (),
        prefix=prefix,
        proxy=trust_proxy,
        user_header=user_header,
        no_token=no_token,
        read_only=read_only,
    )
    if sample is not None:
        from timeline.workspace import samples

        if files:
            raise TimelineError(f"--sample {sample.value} is opened by itself: name no file beside it")
        files = [str(samples.sample(sample.value).saved)]
    serve(files or [], place, by, reading, events, terms, host=host, port=port, open_browser=not no_open)


@program.command()
def show(
    files: opt.Files,
    why: Annotated[bool, typer.Option("--why", help="The reasons for each date, too.")] = False,
    why_all: Annotated[bool, typer.Option("--why-all", help="All steps of them, however many.")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="The id of each event, too.")] = False,
    machine: opt.Machine = False,
    times: Annotated[
        bool, typer.Option("--times", help="The time expressions instead: value, days and tree of each.")
    ] = False,
    published: opt.Published = None,
    landmarks: opt.Landmarks = None,
    no_landmarks: opt.NoLandmarks = False,
    reject_landmark: opt.RejectLandmark = None,
    model: opt.Model = None,
    allow_network: opt.AllowNetwork = False,
    date_order: opt.DateOrders = opt.DateOrder.BOTH,
    events: opt.Events = None,
    only_stated: opt.OnlyStated = False,
    dates_from: opt.Sources = opt.DatesFrom.ALL,
    from_: opt.From = None,
    to: opt.To = None,
    quiet: opt.Quiet = False,
) -> None:
    """Show the events as a table in the terminal."""
    from timeline.cli import opening, seeing, table
    from timeline.model.event import SHOWN
    from timeline.workspace.opened import Opened

    if times:
        from timeline.cli.times import show_all

        show_all(files, published, model, allow_network=allow_network, machine=machine)
        return
    reading = opt.Reading(
        *(published, landmarks, no_landmarks, tuple(reject_landmark or ()), model, quiet, allow_network),
        date_order.value,
    )
    window = seeing.window(from_, to)
    chronicle = opening.opened(files, reading)
    seen = seeing.seen(files, events, dates_from, only_stated=only_stated, no_landmarks=no_landmarks)
    steps = sys.maxsize if why_all else SHOWN if why else 0
    if isinstance(chronicle, Opened):
        chronicle.seen(**seen)
        timeline, left_out = opening.told(chronicle, window)
    else:
        timeline, left_out = chronicle.seen(**seen), ""
    if machine:
        table.listed(timeline, window)
    else:
        table.show(timeline, window, why=steps, ids=ids, left_out=left_out)


program.command()(questions.explain)
program.command()(questions.check)


@program.command()
def export(
    files: opt.Files,
    out: Annotated[
        list[str],
        typer.Option(
            "--out",
            "-o",
            metavar="OUT",
            help="The file to write, by suffix: svg, png, pdf, html, json, csv, xlsx, docx, md, txt, ics, mw, tml, or "
            "zip with all of them. - is standard output. May be repeated.",
        ),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            show_default=False,
            help="The format, where the suffix of OUT is not enough: timelinejs, timelinejs-csv, timelinejs-xlsx, "
            "or any of the others.",
        ),
    ] = None,
    published: opt.Published = None,
    landmarks: opt.Landmarks = None,
    no_landmarks: opt.NoLandmarks = False,
    reject_landmark: opt.RejectLandmark = None,
    model: opt.Model = None,
    allow_network: opt.AllowNetwork = False,
    date_order: opt.DateOrders = opt.DateOrder.BOTH,
    events: opt.Events = None,
    only_stated: opt.OnlyStated = False,
    dates_from: opt.Sources = opt.DatesFrom.ALL,
    from_: opt.From = None,
    to: opt.To = None,
    whole: opt.Whole = False,
    broken_axis: opt.BrokenAxis = False,
    locale: opt.Locale = "en",
    lanes_by: opt.Lanes = opt.LanesBy.ACTOR,
    theme: opt.Themes = opt.Theme.LIGHT,
    size: opt.Size = None,
    scale: opt.Scale = None,
    pages: opt.Pages = "1",
    palette: opt.Palette = None,
    font: opt.Font = None,
    title: opt.Title = None,
    no_subtitle: opt.NoSubtitle = False,
    no_legend: opt.NoLegend = False,
    no_source_line: opt.NoSourceLine = False,
    quiet: opt.Quiet = False,
) -> None:
    """
    Write a picture, a chronology to hand in, or data.

    What a format cannot hold is said on standard error, a sentence for each kind of loss; docs/formats.md has them all.
    """
    from timeline.cli import seeing
    from timeline.cli.opening import opened
    from timeline.workspace.pictures import check_style

    for place in out:
        seeing.check_place(place, format)
    view: dict[str, Any] = {"lanes_by": lanes_by.value, "subtitle": not no_subtitle, "legend": not no_legend}
    view |= opt.size(size) | {"whole": whole, "broken": broken_axis, "locale": locale}
    seeing.check_view(view)
    made: dict[str, Any] = {"palette": palette, "font": font, "source_line": not no_source_line}
    made |= {"scale": opt.scale(size, scale), "pages": opt.pages(pages), "tell": seeing.teller(quiet=quiet)}
    check_style(theme.value, made)
    view |= {} if title is None else {"title": title}
    window = seeing.window(from_, to)
    reading = opt.Reading(
        *(published, landmarks, no_landmarks, tuple(reject_landmark or ()), model, quiet, allow_network),
        date_order.value,
    )
    chronicle = opened(files, reading)
    view |= seeing.seen(files, events, dates_from, only_stated=only_stated, no_landmarks=no_landmarks)
    view |= seeing.edges(chronicle, window, view)
    for place in out:
        chronicle.export(place if place == "-" else Path(place), theme=theme.value, format=format, **view, **made)


@program.command()
def tag(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Plain text (.txt) or TimeML (.tml, whose annotation is dropped), folders of them, or patterns.",
        ),
    ],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the results go; made where it does not exist.")
    ],
    published: opt.Published = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="How many processes work at once.")] = 1,
    no_parse: Annotated[
        bool, typer.Option("--no-parse", help="Do not read the grammar: several times as fast, a little less right.")
    ] = False,
    model: opt.Model = None,
    quiet: opt.Quiet = False,
) -> None:
    """
    Mark the time expressions of many files, as TimeML.

    Each gives FOLDER/NAME.tml, written whole or not at all.
    """
    from timeline.cli.gather import date
    from timeline.cli.tagging import tag_files

    day = None if published is None else date(published, "--published")
    code = tag_files(files, out, published=day, parse=not no_parse, model=model, processes=jobs, quiet=quiet)
    if code:
        raise typer.Exit(code)


@program.command()
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…",
            help="Articles, folders of them, patterns ('news/2024-*.txt'), files with an article a line "
            "(.jsonl, .jsonl.gz: text, and title, published, id where they are known), or addresses of fsspec.",
        ),
    ],
    out: Annotated[
        str,
        typer.Option("--out", "-o", metavar="FOLDER", help="Where rows go: one file for each part; made if missing."),
    ],
    format: Annotated[
        opt.RowFormat | None, typer.Option("--format", show_default=False, help="Parquet where pyarrow is there.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="How many processes read at once.")] = 1,
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", show_default=False, help="A Dask cluster to do it: tcp://10.0.0.5:8786."),
    ] = None,
    published: opt.Published = None,
    landmarks: opt.Landmarks = None,
    no_landmarks: opt.NoLandmarks = False,
    model: opt.Model = None,
    quiet: opt.Quiet = False,
) -> None:
    """
    Read articles by the thousand into rows of events, disk to disk.

    Run again, it goes on where it ended. An article that cannot be read is a row that says why.
    """
    from timeline.cli.extracting import extract as extracted
    from timeline.cli.gather import date

    day = None if published is None else date(published, "--published")
    known: bool | str = False if no_landmarks else True if landmarks is None else str(landmarks.absolute())
    code = extracted(
        inputs,
        out,
        published=day,
        landmarks=known,
        model=model,
        name=None if format is None else format.value,
        jobs=jobs,
        scheduler=scheduler,
        quiet=quiet,
    )
    if code:
        raise typer.Exit(code)


@program.command("index")
def index_(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE…",
            help="Saved timelines (.json) or files with an event a line, not an article (.jsonl; - is standard input).",
        ),
    ],
    out: Annotated[str, typer.Option("--out", "-o", metavar="OUT", help="The file to write: big.timeline.")],
    title: Annotated[str | None, typer.Option(help="What all of it is called.", show_default=False)] = None,
    quiet: opt.Quiet = False,
) -> None:
    """Make one file of up to millions of events, drawn as fast as a few."""
    from timeline.cli.indexing import index_files

    index_files(list(dict.fromkeys(files)), out, title, quiet=quiet)


program.command()(questions.doctor)
