"""The command line: parse, call, show; no logic.

Exit codes: 0 done; 1 done, and some input could not be read; 2 wrong usage; 3 nothing measurable; 4 a fault of ours.
"""

import re
import sys
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import Any

import msgspec

from sayso import pipeline
from sayso.errors import FaultError, NothingMeasurableError, SaysoError, UsageError
from sayso.language.parser import DEFAULT_MODEL, Parser
from sayso.model.answer import Answer
from sayso.model.reading import Reading
from sayso.progress import Bar

__all__ = ["COMMANDS", "main"]

_UNREAD = 1
_INTERRUPTED = 130
# Longer lines tire the eye; the brief is laid out for this many columns.
_WIDEST = 100
_PLACES_SHOWN = 8
# A report may hold escape codes that would repaint the terminal; an answer never prints them.
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ABOUT = "On whose say-so? Reads many reports of one event and shows who stands behind every claim."


def _brief(given: Namespace) -> int:
    """Set the reports' claims side by side in a brief in which every line leads to its words."""
    from sayso.stages.render import Press  # noqa: PLC0415 - the other commands need not wait for the templates

    with Bar(quiet=given.quiet) as bar:
        readings = pipeline.read(given.inputs, sys.stdin.buffer, bar.show)
        run = pipeline.brief(readings, Parser(given.model), bar.show, rule=given.rule)
    form: Any = "json" if given.json else given.format
    seen = form == "terminal" and given.output is None and sys.stdout.isatty()
    # A pipe has no width; whoever sets COLUMNS for it is heeded.
    width = min(_WIDEST, get_terminal_size((_WIDEST, 24)).columns) if given.output is None else None
    press = Press(run.brief, run.texts)
    _put(press.show(form, width=width, color=seen, with_text=given.with_text), given.output)
    if given.html is not None:
        _put(press.show("html"), given.html)
        _note(f"The page is in {given.html}: open it in any browser.", quiet=given.quiet)
    return _measured(run.claims, _name_unread(readings, quiet=given.quiet))


def _claims(given: Namespace) -> int:
    """Print every figure, quotation and statement with its span and its source, as JSON Lines."""
    parser = Parser(given.model)
    with Bar(quiet=given.quiet) as bar:
        readings = pipeline.read(given.inputs, sys.stdin.buffer, bar.show)
        found = pipeline.claims(readings, parser, bar.show)
    if given.explain:
        _put(pipeline.explain(readings, found, parser), given.output)
    else:
        texts = _texts(readings) if given.with_text else []
        _put(_lines([*texts, *found]), given.output)
    return _measured(found, _name_unread(readings, quiet=given.quiet))


def _lineage(given: Namespace) -> int:
    """Print who took what from whom, with the passages as evidence, as JSON Lines."""
    with Bar(quiet=given.quiet) as bar:
        readings = pipeline.read(given.inputs, sys.stdin.buffer, bar.show)
        found = pipeline.claims(readings, Parser(given.model), bar.show)
        result = pipeline.lineage(readings, found, bar.show)
    if not any(reading.report.status == "read" for reading in readings):
        _name_unread(readings, quiet=given.quiet)
        raise NothingMeasurableError(f"none of the {len(readings)} inputs could be read: give reports of an event")
    texts = _texts(readings) if given.with_text else []
    _put(_lines([*texts, *result.links]), given.output)
    return _name_unread(readings, quiet=given.quiet)


def _ask(given: Namespace) -> int:
    """Answer whether the reports say so: with the variants, origins and passages, or with "nobody here says so"."""
    if not any(sign.isalnum() for sign in given.question):
        message = (
            f'the question {given.question!r} holds no word: ask a claim in plain words, as "31 people were killed"'
        )
        raise UsageError(message)
    parser = Parser(given.model)
    with Bar(quiet=given.quiet) as bar:
        readings = pipeline.read(given.inputs, sys.stdin.buffer, bar.show)
        run = pipeline.brief(readings, parser, bar.show)
    answer = pipeline.ask(run, given.question, parser)
    _put(msgspec.json.encode(answer).decode() + "\n" if given.json else _told(answer), None)
    return _measured(run.claims, _name_unread(readings, quiet=given.quiet))


def _told(answer: Answer) -> str:
    """Return the answer in one line, then the passages that it rests on, each with its offsets."""
    lines = [answer.text]
    for place in answer.places[:_PLACES_SHOWN]:
        where = f"[{place.number}] {place.outlet or place.report}, {place.span.start}-{place.span.end}"
        lines.append(f"  {where}: {place.text}")
    hidden = len(answer.places) - _PLACES_SHOWN
    lines += [f"  and {hidden} more: see --json"] if hidden > 0 else []
    return _CONTROL.sub("\ufffd", "\n".join(lines))


COMMANDS = {"brief": _brief, "claims": _claims, "lineage": _lineage, "ask": _ask}


def _parsers() -> tuple[ArgumentParser, Mapping[str, ArgumentParser]]:
    """Return the parser of the whole line, and that of each command.

    The standard library's, for a process that is to be over in a second: others take up to a quarter of it to load.
    """
    whole = ArgumentParser(prog="sayso", description=_ABOUT, allow_abbrev=False)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    parsers = {}
    for name, command in COMMANDS.items():
        told = command.__doc__
        one = commands.add_parser(name, help=told, description=told, allow_abbrev=False)
        parsers[name] = one
        if command is _ask:
            one.add_argument("question", metavar="QUESTION", help='A claim in plain words: "31 people were killed".')
        one.add_argument("inputs", nargs="+", metavar="INPUT", help="Files, folders, or - for standard input.")
        _add_own(one, name)
        model = "An installed spaCy pipeline to parse with."
        one.add_argument("--model", default=DEFAULT_MODEL, metavar="NAME", help=model)
        quiet = "No progress bar and no notes on standard error."
        one.add_argument("--quiet", "-q", action="store_true", help=quiet)
    return whole, parsers


def _add_own(one: ArgumentParser, name: str) -> None:
    """Add the options that not every command has."""
    as_lines = "JSON Lines on standard output, as always." if name in {"claims", "lineage"} else ""
    one.add_argument("--json", action="store_true", help=as_lines or "JSON on standard output.")
    if name == "brief":
        forms = ("terminal", "html", "markdown", "json")
        one.add_argument("--format", "-f", choices=forms, default=forms[0], help="How to show it.")
        rules = ("range", "lowest", "highest", "most-recent", "most-origins", "acled")
        picks = "Also pick one value a question by this rule of the field; range picks none."
        one.add_argument("--rule", choices=rules, default=rules[0], help=picks)
        one.add_argument("--html", type=Path, metavar="PATH", help="Also write the brief's page to this file.")
    if name == "claims":
        one.add_argument("--explain", action="store_true", help="Tell in words how each figure was read.")
    if name != "ask":
        text = "Also give each report's text, to which offsets refer."
        one.add_argument("--with-text", action="store_true", help=text)
        output = "Write there and not to standard output."
        one.add_argument("--output", "-o", type=Path, metavar="PATH", help=output)


def _run(words: Sequence[str]) -> int:
    """Do what the words of the command line say; return the exit code."""
    whole, parsers = _parsers()
    if not words:
        whole.print_help(sys.stderr)
        return UsageError.exit_code
    name = words[0]
    if name in parsers:
        # Options may stand between the inputs, which only a command's own parser allows.
        return COMMANDS[name](parsers[name].parse_intermixed_args(words[1:]))
    whole.parse_args(words)
    return 0


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
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except SaysoError as error:
        sys.stderr.write(f"sayso: {error}\n")
        code = error.exit_code
    except BrokenPipeError:
        # The reader (head, less) has had enough; that is no fault.
        code = 0
        sys.stderr.close()
    except Exception as error:  # noqa: BLE001 - the process boundary: whatever is left is a fault of ours, exit 4
        traceback.print_exception(error)
        sys.stderr.write("sayso: this is a defect of sayso, not of your input: please report it with the lines above\n")
        code = FaultError.exit_code
    sys.exit(code)
