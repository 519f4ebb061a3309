"""Everything that sayso raises, on one page.

    SaysoError
    ├── UsageError            the caller asked for something that cannot be            (exit 2)
    ├── InputError            one input cannot be read; becomes a record, the run goes on (exit 1)
    │   ├── EmptyInputError
    │   ├── BinaryInputError
    │   ├── BrokenInputError
    │   └── OversizedInputError
    ├── NothingMeasurableError     no readable report, or no claim in any                   (exit 3)
    ├── ModelError            the language model is missing or not the pinned one      (exit 4)
    │   └── UnknownModelError the caller named a model that is not installed           (exit 2)
    └── FaultError            sayso broke one of its own promises                      (exit 4)
        ├── OffsetError       a span does not hold the words that it claims
        └── UnsupportedError  the renderer was handed words that no cited span holds

Each message says what was wrong with what, and what to do about it.
"""

__all__ = [
    "BinaryInputError",
    "BrokenInputError",
    "EmptyInputError",
    "FaultError",
    "InputError",
    "ModelError",
    "NothingMeasurableError",
    "OffsetError",
    "OversizedInputError",
    "SaysoError",
    "UnknownModelError",
    "UnsupportedError",
    "UsageError",
]


class SaysoError(Exception):
    """Base of all errors of sayso; `exit_code` is what the command line returns for it."""

    exit_code = 4


class UsageError(SaysoError):
    """The caller asked for something that cannot be: an unknown format, a path that does not exist."""

    exit_code = 2


class InputError(SaysoError):
    """One input cannot be read. Becomes a record in the brief; never ends a run."""

    exit_code = 1


class EmptyInputError(InputError):
    """There is no text in the input."""


class BinaryInputError(InputError):
    """The input is no text in any encoding that we know."""


class BrokenInputError(InputError):
    """The input says that it is of a format and then breaks that format's rules."""


class OversizedInputError(InputError):
    """The input is larger than the limit that guards memory."""


class NothingMeasurableError(SaysoError):
    """No report could be read, or no report holds a claim."""

    exit_code = 3


class ModelError(SaysoError):
    """The language model is not installed, or its weights are not the pinned ones."""


class UnknownModelError(ModelError):
    """The caller named a language model that is not installed, or that is none."""

    exit_code = 2


class FaultError(SaysoError):
    """sayso broke one of its own promises: a defect of ours, never of the input."""


class OffsetError(FaultError):
    """A span does not hold the words that it is said to hold."""


class UnsupportedError(FaultError):
    """The renderer was handed a number, name or quotation that no cited span holds."""
