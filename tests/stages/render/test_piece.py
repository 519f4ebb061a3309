from sayso.stages.render.sheet.piece import Piece, joined, plain, ranged


def numbers(*marks: int) -> tuple[Piece, ...]:
    return joined([(Piece(str(mark), "report"),) for mark in marks])


def test_runs_of_report_numbers_are_written_as_one() -> None:
    assert plain(ranged(numbers(1, 2, 4, 5, 6, 9))) == "1, 2, 4–6, 9"


def test_what_stands_around_report_numbers_stays() -> None:
    pieces = (Piece("in "), *numbers(3, 4, 5), Piece(", "), Piece("a ministry", "name"))
    assert plain(ranged(pieces)) == "in 3–5, a ministry"
