"""A count spelt out behind it: in "nine people, four men and five women," the four and the five are the nine."""

from sayso.stages.extract.figures.lexicon import lexicon
from sayso.stages.extract.figures.line import Line

__all__ = ["spelt_out"]

_FEWEST = 2
_MOST = 8
_SINGLE_REACH = 5
_OPENS = frozenset([",", ":", "(", "–", "—", "-"])


def spelt_out(line: Line) -> dict[int, int]:
    """Return for each number that is a member of the count before it that count's number.

    Sure by sum alone: the members, with "a boy" for one, must make up the count exactly.
    """
    members: dict[int, int] = {}
    for n in range(len(line.numbers) - 1):
        row = _row(line, n) if n not in members else []
        members.update(dict.fromkeys(row, n))
    return members


def _row(line: Line, n: int) -> list[int]:
    """Return the numbers of the row that makes up number `n`; empty where none does."""
    i = _end(line, n) + 1
    if line.excluded[n] is not None or line.low(i) not in _OPENS or line.low(i + 1) in ("while", "but"):
        return []
    row: list[int] = []
    total, singles = 0.0, 0
    while total < line.numbers[n].value and len(row) + singles < _MOST:
        i = _over_joins(line, i)
        number = line.words[i].number if i < len(line.words) else -1
        if number >= 0:
            row.append(number)
            total += line.numbers[number].value
            i = _end(line, number) + 1
        elif line.low(i) in ("a", "an"):
            singles += 1
            total += 1
            i = _past_single(line, i)
        else:
            return []
    exact = all(line.numbers[k].qualifier == "exact" and line.excluded[k] is None for k in [n, *row])
    whole = total == line.numbers[n].value and len(row) + singles >= _FEWEST
    return row if exact and whole else []


def _end(line: Line, n: int) -> int:
    return max(line.counted[n].last, line.places[n])


def _over_joins(line: Line, i: int) -> int:
    while line.low(i) in _OPENS or line.low(i) in ("and", "&"):
        i += 1
    return i


def _past_single(line: Line, i: int) -> int:
    """Return the index after "an infant", or where its noun phrase was last in reach."""
    known = lexicon(line.lang)
    for k in range(i + 1, min(i + 1 + _SINGLE_REACH, len(line.words))):
        if line.words[k].is_mark or line.low(k) in known.closing:
            return k
    return i + 1 + _SINGLE_REACH
