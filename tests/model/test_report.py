from sayso.model.report import Report


def test_a_report_without_an_outlet_goes_by_its_title_unless_that_holds_a_number() -> None:
    assert Report.of(text="A fire.", id="a", title="Mill fire").label == "Mill fire"
    assert Report.of(text="A fire.", id="a", title="Mill fire: 300 sheep lost").label == "a"
    assert Report.of(text="A fire.", id="a", title="Mill fire", outlet="Radio 5").label == "Radio 5"
