"""How a brief says days, parties, people and lists."""

from __future__ import annotations

import pytest

from comity.views.brief.saying import and_list, by_the_account, cut, day_told, on_day, party, people_told, possessive
from record_builders import person


@pytest.mark.parametrize(
    ("edtf", "told", "on"),
    [
        (None, "", ""),
        ("2022-09-08", "8 September 2022", "on 8 September 2022"),
        ("2022-09", "September 2022", "in September 2022"),
        ("2022", "2022", "in 2022"),
        ("2021-23", "autumn 2021", "in autumn 2021"),
        ("2021-34", "the second quarter of 2021", "in the second quarter of 2021"),
        ("2022-05-21/2022-05-24", "21 to 24 May 2022", "from 21 to 24 May 2022"),
        ("2022-07-30/2022-08-02", "30 July to 2 August 2022", "from 30 July to 2 August 2022"),
        ("2025-12-30/2026-01-02", "30 December 2025 to 2 January 2026", "from 30 December 2025 to 2 January 2026"),
        ("2022-03/2022-04", "March to April 2022", "from March to April 2022"),
        ("2022-09-11/..", "from 11 September 2022", "from 11 September 2022"),
        ("../2022-01", "until January 2022", "until January 2022"),
    ],
)
def test_days(edtf: str | None, told: str, on: str) -> None:
    assert (day_told(edtf), on_day(edtf)) == (told, on)


@pytest.mark.parametrize(
    ("code", "told", "of"),
    [
        ("IN", "India", "India’s"),
        ("US", "the United States", "the United States’"),
        ("PH", "the Philippines", "the Philippines’"),
        ("QUAD", "the Quad", "the Quad’s"),
        ("ASEAN", "ASEAN", "ASEAN’s"),
        ("EU", "the European Union", "the European Union’s"),
        ("G7", "the G7", "the G7’s"),
    ],
)
def test_parties(code: str, told: str, of: str) -> None:
    assert (party(code), possessive(party(code))) == (told, of)


@pytest.mark.parametrize(
    ("accounts", "told"),
    [(("IN",), "by India’s account"), (("IN", "JP"), ""), (("QUAD",), ""), (("FR",), "by France’s account"), ((), "")],
)
def test_whose_account_is_said_where_it_is_not_that_of_both(accounts: tuple[str, ...], told: str) -> None:
    assert by_the_account(accounts, ("IN", "JP")) == told


def test_an_office_stands_before_a_name_as_a_title_or_behind_it() -> None:
    people = [
        person("Asha Rao", "IN", role="Defence Minister"),
        person("Ken Mori", "JP", role="Head of the Planning Staff, Ministry of Harbours"),
        person("Li Na"),
        person("Vera Orlova", role="FOREIGN MINISTER"),
    ]
    assert people_told(people) == (
        "Defence Minister Asha Rao, Ken Mori (Head of the Planning Staff, Ministry of Harbours), Li Na and "
        "Foreign Minister Vera Orlova"
    )
    assert people_told(people, 3) == (
        "Defence Minister Asha Rao, Ken Mori (Head of the Planning Staff, Ministry of Harbours) and 2 others"
    )


def test_lists_and_long_words() -> None:
    assert and_list(["a"]) == "a"
    assert and_list(["a", "b", "c"]) == "a, b and c"
    assert cut("share what the tide gauges tell, every month.", 24) == "share what the tide …"
    assert cut("exercises including ‘Amber Gale", 80) == "exercises including ‘Amber Gale’"
