"""What the shipped lexicon must hold at least, and that every row tells where it is from."""

from __future__ import annotations

import re

import pytest

from builders import names
from comity.lexicon.load import HERE
from comity.lexicon.tables import COLUMNS, Row, several, table

# ISO 3166-1 alpha-2, all 249 officially assigned codes (ISO 3166 Maintenance Agency).
ISO = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
""".split()  # noqa: SIM905 - a list of 249 lines tells no more
LEAST = {"bodies": 60, "exercises": 250, "agreements": 60, "dialogues": 60, "titles": 500, "services": 400}
ABBREVIATIONS = ("ACSA", "RPSS", "GSOMIA", "RAA", "VFA", "LEMOA", "COMCASA", "BECA")


def rows(name: str) -> list[Row]:
    return list(table(HERE / "data", name))


def test_every_state_and_territory_is_there_with_a_name_once() -> None:
    codes = [row["code"] for row in rows("states")]
    assert len(ISO) == 249
    assert sorted(set(ISO) - set(codes)) == []
    assert len(codes) == len(set(codes))
    assert all(row["name"] for row in rows("states"))


def test_every_state_has_a_formal_name_an_adjective_and_a_capital() -> None:
    states = [row for row in rows("states") if row["kind"] == "state"]
    assert len(states) >= 190
    assert [row["code"] for row in states if not row["formal"]] == []
    # "Congolese" and "Dominican" do not tell which of two states is meant; nobody is called after the Holy See.
    assert {row["code"] for row in states if not row["adjectives"]} <= {"CD", "CG", "DM", "DO"}
    assert {row["code"] for row in states if not row["demonyms"]} <= {"CD", "CG", "DM", "DO", "VA"}
    assert len([row for row in states if row["capital"]]) >= 190


@pytest.mark.parametrize("code", ISO)
def test_the_name_of_a_state_is_found(code: str) -> None:
    (row,) = (row for row in rows("states") if row["code"] == code)
    hits = list(names().gazetteer.find(f"An envoy of {row['name']} spoke."))
    assert [hit.reading("state") and hit.reading("state").code for hit in hits if hit.reading("state")] == [code]  # type: ignore[union-attr]


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_a_table_holds_enough(name: str, least: int) -> None:
    held = rows(name)
    key = next(iter(COLUMNS[name]))
    assert len({row[key] for row in held}) >= least


@pytest.mark.parametrize("column", ["offices", "titles"])
def test_offices_of_many_states(column: str) -> None:
    states = {row["country"] for row in rows(column)} & set(ISO)
    assert len(states) >= 40


@pytest.mark.parametrize("abbreviation", ABBREVIATIONS)
def test_an_agreement_is_known_by_its_abbreviation(abbreviation: str) -> None:
    hits = list(names().gazetteer.find(f"the {abbreviation} was signed"))
    assert any(hit.reading("agreement") for hit in hits)


def test_exercises_have_a_domain_and_usual_parties() -> None:
    held = rows("exercises")
    domains = {"land", "sea", "air", "joint", "cyber", "space", "unknown"}
    assert {row["domain"] for row in held} <= domains
    assert len([row for row in held if row["domain"] != "unknown"]) >= 250
    assert len([row for row in held if len(several(row["parties"])) > 1]) >= 250


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_a_source(name: str) -> None:
    held = rows(name)
    assert held
    assert [row for row in held if not row["source"].strip()] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_no_cell_has_white_space_around_it(name: str) -> None:
    assert [row for row in rows(name) for cell in row.values() if cell != cell.strip()] == []


def test_every_party_code_is_a_state_or_a_body() -> None:
    known = {row["code"] for row in rows("states")} | {row["code"] for row in rows("bodies")}
    known |= {row["code"] for row in rows("services") if row["service"] == "government"}  # states to a few issuers only
    told = {row["code"] for name in ("services", "ship_prefixes") for row in rows(name)}
    told |= {row["country"] for name in ("places", "offices", "titles") for row in rows(name)}
    told |= {
        code
        for name in ("exercises", "agreements", "dialogues")
        for row in rows(name)
        for code in several(row["parties"])
    }
    assert sorted(told - known - {""}) == []


def test_terms_of_office_are_dates_in_order() -> None:
    for row in rows("offices"):
        first, last = row["from"], row["to"]
        assert all(re.fullmatch(r"|\d{4}(?:-\d\d(?:-\d\d)?)?", day) for day in (first, last)), row
        assert not (first and last) or first[: len(last)] <= last[: len(first)], row
