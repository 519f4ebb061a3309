from sayso.language.agencies import agency_key, is_agency


def test_one_agency_has_one_key_under_all_its_names() -> None:
    assert agency_key("The Associated Press") == agency_key("AP")
    assert agency_key("Ostrava Bay News Agency") == agency_key("Ostrava Bay")
    assert agency_key("Kyodo News") == agency_key("Kyodo")


def test_what_an_agency_calls_itself_makes_no_agency() -> None:
    assert is_agency("Interfax news agency")
    assert not is_agency("Ostrava Bay News Agency")
