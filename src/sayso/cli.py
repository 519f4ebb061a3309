"""The command line: parse, call, show; no logic.

Exit codes: 0 done; 1 done, and some input could not be read; 2 wrong usage; 3 nothing measurable; 4 a fault of ours.
"""

import re
import sys
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import Annotated, Any, Literal

import msgspec
import typer

from sayso import pipeline
from sayso.errors import FaultError, NothingMeasurableError, SaysoError, UsageError
from sayso.language.parser import DEFAULT_MODEL, Parser
from sayso.model.answer import Answer
from sayso.model.reading import Reading
from sayso.progress import Bar

__all__ = ["app", "ask", "brief", "claims", "lineage", "main"]

app = typer.Typer(
    name="sayso",
    help="On whose say-so? Reads many reports of one event and shows who stands behind every claim.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_Inputs = Annotated[
    list[str],
    typer.Argument(help="Files, folders, or - for standard input.", metavar="INPUT..."),
]
_Model = Annotated[str, typer.Option("--model", help="An installed spaCy pipeline to parse with.")]
_WithText = Annotated[bool, typer.Option("--with-text", help="Also give each report's text, to which offsets refer.")]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no notes on standard error.")]
_Json = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]
_Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write there and not to standard output.")]
_Form = Annotated[
    Literal["terminal", "html", "markdown", "json"], typer.Option("--format", "-f", help="How to show it.")
]
_Rule = Annotated[
    Literal["range", "lowest", "highest", "most-recent", "most-origins", "acled"],
    typer.Option("--rule", help="Also pick one value a question by this rule of the field; range picks none."),
]
_Html = Annotated[Path | None, typer.Option("--html", help="Also write the brief's page to this file.")]

_UNREAD = 1
# Longer lines tire the eye; the brief is laid out for this many columns.
_WIDEST = 100
_PLACES_SHOWN = 8
# A report may hold escape codes that would repaint the terminal; an answer never prints them.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@app.command()
def brief(  # noqa: PLR0913 - one parameter an option, keyword only
    inputs: _Inputs,
    *,
    form: _Form = "terminal",
    rule: _Rule = "range",
    html: _Html = None,
    output: _Output = None,
    with_text: _WithText = False,
    model: _Model = DEFAULT_MODEL,
    as_json: _Json = False,
    quiet: _Quiet = False,
) -> int:
    """Set the reports' claims side by side in a brief in which every line leads to its words."""
    from sayso.stages.render import render  # noqa: PLC0415 - the other commands need not wait for the templates

    with Bar(quiet=quiet) as bar:
        readings = pipeline.read(inputs, sys.stdin.buffer, bar.show)
        run = pipeline.brief(readings, Parser(model), bar.show, rule=rule)
    form = "json" if as_json else form
    seen = form == "terminal" and output is None and sys.stdout.isatty()
    width = min(_WIDEST, get_terminal_size().columns) if seen else None
    _put(render(run.brief, run.texts, form, width=width, color=seen, with_text=with_text), output)
    if html is not None:
        _put(render(run.brief, run.texts, "html"), html)
        _note(f"The page is in {html}: open it in any browser.", quiet=quiet)
    return _measured(run.claims, _name_unread(readings, quiet=quiet))


@app.command()
def claims(
    inputs: _Inputs,
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Tell in words how each figure was read.")] = False,
    with_text: _WithText = False,
    output: _Output = None,
    model: _Model = DEFAULT_MODEL,
    as_json: _Json = True,
    quiet: _Quiet = False,
) -> int:
    """Print every figure, quotation and statement with its span and its source, as JSON Lines."""
    del as_json  # JSON Lines is the only form; the option is taken so that --json works everywhere
    parser = Parser(model)
    with Bar(quiet=quiet) as bar:
        readings = pipeline.read(inputs, sys.stdin.buffer, bar.show)
        found = pipeline.claims(readings, parser, bar.show)
    if explain:
        _put(pipeline.explain(readings, found, parser), output)
    else:
        texts = _texts(readings) if with_text else []
        _put(_lines([*texts, *found]), output)
    return _measured(found, _name_unread(readings, quiet=quiet))


@app.command()
def lineage(
    inputs: _Inputs,
    *,
    with_text: _WithText = False,
    output: _Output = None,
    model: _Model = DEFAULT_MODEL,
    as_json: _Json = True,
    quiet: _Quiet = False,
) -> int:
    """Print who took what from whom, with the passages as evidence, as JSON Lines."""
    del as_json  # as above
    with Bar(quiet=quiet) as bar:
        readings = pipeline.read(inputs, sys.stdin.buffer, bar.show)
        found = pipeline.claims(readings, Parser(model), bar.show)
        result = pipeline.lineage(readings, found, bar.show)
    if not any(reading.report.status == "read" for reading in readings):
        _name_unread(readings, quiet=quiet)
        raise NothingMeasurableError(f"none of the {len(readings)} inputs could be read: give reports of an event")
    texts = _texts(readings) if with_text else []
    _put(_lines([*texts, *result.links]), output)
    return _name_unread(readings, quiet=quiet)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help='A claim in plain words: "31 people were killed".')],
    inputs: _Inputs,
    *,
    as_json: _Json = False,
    model: _Model = DEFAULT_MODEL,
    quiet: _Quiet = False,
) -> int:
    """Answer whether the reports say so: with the variants, origins and passages, or with "nobody here says so"."""
    parser = Parser(model)
    with Bar(quiet=quiet) as bar:
        readings = pipeline.read(inputs, sys.stdin.buffer, bar.show)
        run = pipeline.brief(readings, parser, bar.show)
    answer = pipeline.ask(run, question, parser)
    _put(msgspec.json.encode(answer).decode() + "\n" if as_json else _told(answer), None)
    return _name_unread(readings, quiet=quiet)


def _told(answer: Answer) -> str:
    """Return the answer in one line, then the passages that it rests on, each with its offsets."""
    lines = [answer.text]
    for place in answer.places[:_PLACES_SHOWN]:
        where = f"[{place.number}] {place.outlet or place.report}, {place.span.start}-{place.span.end}"
        lines.append(f"  {where}: {place.text}")
    hidden = len(answer.places) - _PLACES_SHOWN
    lines += [f"  and {hidden} more: see --json"] if hidden > 0 else []
    return _CONTROL.sub("\ufffd", "\n".join(lines))


def _texts(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Return one record a report: what its offsets refer to."""
    return [
        {"kind": "report", "report": r.report.id, "digest": r.report.digest, "text": r.report.text, "map": r.report.map}
        for r in readings
    ]


def _lines(records: Iterable[object]) -> str:
    return "".join(msgspec.json.encode(record).decode() + "\n" for record in records)


def _put(text: str, where: Path | None) -> None:
    if where is None:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        return
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{where} cannot be written ({error.strerror}): name a file in a folder of yours") from error


def _note(text: str, *, quiet: bool) -> None:
    if not quiet:
        sys.stderr.write(text + "\n")


def _measured(found: Sequence[object], code: int) -> int:
    """Return `code`; raises NothingMeasurableError where there is no claim at all."""
    if not found:
        raise NothingMeasurableError("no report holds a figure, a quotation or a statement: give reports of an event")
    return code


def _name_unread(readings: Sequence[Reading], *, quiet: bool) -> int:
    """Name on standard error what could not be read; return the exit code that follows."""
    unread = [reading.report for reading in readings if reading.report.status == "unreadable"]
    for report in unread:
        _note(f"sayso: {report.problem}", quiet=quiet)
    return _UNREAD if unread else 0


def main() -> None:
    """Run the command line and leave with its exit code."""
    try:
        # A report may hold half a surrogate pair; it must not end the run.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
        code = app(standalone_mode=False)
    except typer.Exit as leave:
        code = leave.exit_code
    except typer.Abort:
        code = 130
    except SaysoError as error:
        sys.stderr.write(f"sayso: {error}\n")
        code = error.exit_code
    except BrokenPipeError:
        # The reader (head, less) has had enough; that is no fault.
        code = 0
        sys.stderr.close()
    except Exception as error:  # noqa: BLE001 - the process boundary: whatever is left is a fault of ours, exit 4
        code = _exit_of(error)
    sys.exit(code)


def _exit_of(error: Exception) -> int:
    """Show a usage error as the option parser words it; show anything else whole, as a fault."""
    show = getattr(error, "show", None)
    if show is not None and hasattr(error, "exit_code"):
        show()
        return int(error.exit_code)
    traceback.print_exception(error)
    sys.stderr.write("sayso: this is a defect of sayso, not of your input: please report it with the lines above\n")
    return FaultError.exit_code
