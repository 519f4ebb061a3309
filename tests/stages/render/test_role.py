import msgspec
import pytest

from sayso.model.span import Span
from sayso.stages.render.sheet import Register
from sayso.stages.render.sheet.role import roles
from tests.stages.render.desk import SAID_A, TEXTS, brief, changed

NAME = "Ilse Harrow"


def called(text: str) -> str | None:
    at = text.index(NAME)
    start = text.rindex(" ", 0, at - 1) + 1 if text[:at].endswith("Mayor ") else at
    told = msgspec.structs.replace(SAID_A.attribution, source=NAME, mentions=(Span(start, at + len(NAME)),))
    claim = msgspec.structs.replace(SAID_A, attribution=told)
    return roles(Register(changed(brief(), claims=(claim,)), TEXTS | {"a": text})).get(NAME)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("This was said by Mayor Ilse Harrow on the quay.", "Mayor"),
        ("Yesterday Ilse Harrow, the harbour master, spoke.", "the harbour master"),
        ("Yesterday Ilse Harrow, head of the Tarnow clinic, spoke.", "head of the Tarnow clinic"),
        ("Yesterday Ilse Harrow, a diver of 34, spoke.", None),
        ("Yesterday Ilse Harrow, speaking on the quay, wept.", None),
        ("Yesterday Ilse Harrow wept.", None),
    ],
)
def test_a_speaker_is_called_what_the_report_calls_them(text: str, role: str | None) -> None:
    assert called(text) == role
