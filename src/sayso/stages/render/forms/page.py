"""The brief as one self-contained page: no outside request, everything escaped, readable without its script."""

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.stages.render.day import say_stamp
from sayso.stages.render.draw.forest import forest
from sayso.stages.render.draw.steps import steps
from sayso.stages.render.draw.tree import tree
from sayso.stages.render.labels import STATUS_SHAPES, STATUS_WORDS
from sayso.stages.render.sheet.descent import cut
from sayso.stages.render.sheet.layout import Sheet
from sayso.stages.render.sheet.marked import shown
from sayso.stages.render.sheet.piece import Piece, Pieces
from sayso.stages.render.sheet.register import Register

__all__ = ["page"]

# With more reports than this their texts come folded, so that the page opens at once and prints short.
_UNFOLDED = 24
# So many texts are drawn at once; the other families unfold.
_DRAWN = 60
# So many reports stand in a row; the rest of a longer row unfolds.
_ROW = 6
# What HTML allows in no text; whoever prints the page's source in a terminal is safe from escape codes too.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def page(sheet: Sheet, register: Register) -> str:
    """Return the page as HTML."""
    style, script = _own("page.css"), _own("page.js")
    made = (
        _environment()
        .get_template("page.html.j2")
        .render(
            sheet=sheet,
            lang="en",
            policy=f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
            "base-uri 'none'; form-action 'none'",
            # Our own files, without a word from outside: they must stand unescaped, byte for byte as the policy's digests.
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
            charts={question.id: steps(question.points) for question in sheet.questions},
            drawings=[(forest(one), tree(one), len(one.families)) for one in cut(sheet.descent, _DRAWN)],
            shapes=STATUS_SHAPES,
            status_words=STATUS_WORDS,
            reports=tuple(shown(register)),
            numbers={row.id: row.number for row in register.brief.reports},
            outlets={row.id: register.label(row.id) for row in register.brief.reports},
            row=_ROW,
            unfolded=len(register.brief.reports) <= _UNFOLDED,
        )
    )
    return _CONTROL.sub("�", made)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.stages.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["stamp"] = say_stamp
    made.filters["outward"] = _outward
    made.filters["runs"] = _runs
    made.filters["groupby_kept"] = _grouped
    return made


@cache
def _own(name: str) -> str:
    return files("sayso.stages.render").joinpath("templates", name).read_text("utf-8")


def _digest(words: str) -> str:
    return "sha256-" + b64encode(sha256(words.encode()).digest()).decode()


def _grouped(records: Sequence[Any], by: str) -> list[list[Any]]:
    """Return runs of records with the same field, in their own order (Jinja's groupby would sort them)."""
    return [list(run) for _, run in groupby(records, key=attrgetter(by))]


def _runs(pieces: Pieces) -> list[list[Piece]]:
    """Return the pieces one by one, but numbers of reports that only commas part together, without the commas."""
    runs: list[list[Piece]] = []
    for place, piece in enumerate(pieces):
        before = pieces[place - 1] if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        if piece.text == ", " and _are_reports(before, after):
            continue
        if (
            runs
            and piece.kind == "report"
            and before is not None
            and before.text == ", "
            and _are_reports(runs[-1][-1])
        ):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _are_reports(*pieces: Piece | None) -> bool:
    return all(piece is not None and piece.kind == "report" for piece in pieces)


def _outward(url: str | None) -> str:
    """Return an address that a reader may follow: http and https alone; a script in a link is no address."""
    return url if url and url.lower().startswith(("http://", "https://")) else ""
