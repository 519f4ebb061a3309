"""One report as a JSON object, and JSON that is a little broken."""

import json
import re
from collections.abc import Mapping
from typing import Any

import msgspec

from sayso.errors import BrokenInputError
from sayso.model.report import Raw

__all__ = ["decode_json", "report_of"]

_LONE = re.compile("[\ud800-\udfff]")


def decode_json(data: bytes) -> Any:  # noqa: ANN401 - JSON can be anything
    """Decode JSON; half surrogate pairs in strings become U+FFFD, one for one, so that offsets hold.

    Raises BrokenInputError, with the reason, where it is no JSON.
    """
    try:
        return msgspec.json.decode(data)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        pass  # the standard library takes more (half pairs, NaN) and says more clearly where it breaks
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BrokenInputError(f"is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    except RecursionError as error:
        raise BrokenInputError("is nested too deep to be a report") from error
    except ValueError as error:
        raise BrokenInputError(f"is no valid JSON ({error}): mend or leave out this record") from error


def report_of(record: object, name: str) -> Raw:
    """Return the report that a decoded JSON value holds; a Raw with a problem where it holds none.

    Known fields are `id`, `url`, `outlet`, `title`, `byline`, `published`, `lang` and `text`; all but `text` may be
    absent or null, others are passed over. `text` is taken character for character.
    """
    if not isinstance(record, Mapping):
        return Raw(name=name, media="json", problem=f'{name} is no JSON object: a report is {{"id": …, "text": …}}')
    text = record.get("text")
    if not isinstance(text, str):
        wrong = 'has no "text"' if text is None else f'has a "text" that is no string but {type(text).__name__}'
        # Without the record's id: that stays free for a record of the same id that can be read.
        return Raw(name=name, media="json", problem=f"{name} {wrong}: give the report's words there")
    return Raw(
        name=name,
        media="json",
        text=_LONE.sub("\ufffd", text),
        id=_identity(record.get("id")),
        url=_words(record.get("url")),
        outlet=_words(record.get("outlet")),
        title=_words(record.get("title")),
        byline=_words(record.get("byline")),
        published=_words(record.get("published")),
        lang=_words(record.get("lang")),
    )


def _identity(value: object) -> str | None:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _words(value)


def _words(value: object) -> str | None:
    """Return a metadata string without blanks around it; None for anything else and for nothing."""
    return (_LONE.sub("\ufffd", value).strip() or None) if isinstance(value, str) else None
