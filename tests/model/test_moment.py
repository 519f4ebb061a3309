from sayso.model.moment import Moment


def test_a_zoned_stamp_is_one_instant() -> None:
    moment = Moment.read("2031-05-02T09:45:00+05:00")
    assert moment is not None
    assert moment.earliest == moment.latest
    assert moment.earliest.isoformat() == "2031-05-02T04:45:00+00:00"


def test_a_bare_day_is_before_another_only_when_no_zone_can_turn_them_round() -> None:
    sixth, seventh, ninth = (Moment.read(f"2031-05-0{day}") for day in (6, 7, 9))
    assert sixth is not None
    assert seventh is not None
    assert ninth is not None
    assert not sixth.before(seventh)
    assert sixth.before(ninth)


def test_midnight_without_a_zone_is_a_bare_day() -> None:
    assert Moment.read("2031-05-02T00:00:00") == Moment.read("2031-05-02")


def test_unreadable_and_absent_stamps_are_unknown() -> None:
    assert Moment.read("last Tuesday") is None
    assert Moment.read(None) is None
