"""Names are found by the longest name at each place; case, apostrophes and the issuer decide what counts."""

from __future__ import annotations

import pytest

from builders import names
from comity.lexicon.gazetteer import Gazetteer, Name

SMALL = Gazetteer(
    [
        Name("state", "Guinea", "GN"),
        Name("state", "Papua New Guinea", "PG"),
        Name("state", "Côte d'Ivoire", "CI"),
        Name("state", "US", "US"),
        Name("state", "Turkey", "TR"),
        Name("title", "Chief of Staff", "chief", loose=True),
        Name("service", "IN", "IN", issuers=frozenset({"IN"})),
        Name("place", "Georgia", "US"),
        Name("state", "Georgia", "GE"),
    ]
)


def found(text: str, issuer: str | None = None, *, shouted: bool = False) -> list[tuple[str, str]]:
    return [(hit.printed, hit.names[0].code) for hit in SMALL.find(text, issuer=issuer, shouted=shouted)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Papua New Guinea and Guinea", [("Papua New Guinea", "PG"), ("Guinea", "GN")]),
        ("New Guinea", [("Guinea", "GN")]),
        ("Papua New", []),
        ("Côte d'Ivoire", [("Côte d'Ivoire", "CI")]),
        ("Côte d’Ivoire’s envoy", [("Côte d’Ivoire", "CI")]),
        ("Let us meet the US side", [("US", "US")]),
        ("a turkey", []),
        ("TURKEY", [("TURKEY", "TR")]),
        ("the chief of staff", [("chief of staff", "chief")]),
        ("THE CHIEF OF STAFF", [("CHIEF OF STAFF", "chief")]),
        ("Guineans", []),
        ("", []),
    ],
)
def test_the_longest_name_wins_and_case_is_minded(text: str, hits: list[tuple[str, str]]) -> None:
    assert found(text) == hits


@pytest.mark.parametrize(
    ("text", "issuer", "hits"),
    [
        ("An IN ship", "IN", [("IN", "IN")]),
        ("A ship in port", "IN", []),
        ("An IN ship", "JP", []),
        ("An IN ship", None, []),
    ],
)
def test_an_abbreviation_counts_only_for_its_issuers(
    text: str, issuer: str | None, hits: list[tuple[str, str]]
) -> None:
    assert found(text, issuer) == hits


def test_a_text_all_in_capitals_does_not_turn_small_words_into_states() -> None:
    assert found("TALKS OF US AND TURKEY IN GUINEA", shouted=True) == [
        ("US", "US"), ("TURKEY", "TR"), ("GUINEA", "GN"),
    ]  # fmt: skip


def test_a_hit_keeps_every_reading_and_gives_the_kind_that_is_asked_for() -> None:
    (hit,) = SMALL.find("Georgia")
    assert [name.kind for name in hit.names] == ["place", "state"]
    asked = [hit.reading("state", "place"), hit.reading("place"), hit.reading("body")]
    assert [name and name.code for name in asked] == ["GE", "US", None]


@pytest.mark.parametrize(
    ("text", "issuer", "codes"),
    [
        ("IN and JMSDF ships sailed together", "IN", ["IN", "JP"]),
        ("IN and JMSDF ships sailed together", "US", ["JP"]),
        ("An IAF contingent", "IN", ["IN"]),
        ("An IAF contingent", "IL", ["IL"]),
        ("An IAF contingent", "US", []),
        ("South Sudan, Sudan and the Republic of Korea", None, ["SS", "SD", "KR"]),
        ("North Korea’s envoy and the Holy See", None, ["KP", "VA"]),
        ("the Royal Australian Navy and the Swiss", None, ["AU", "CH"]),
        ("ASEAN, the European Union and NATO", None, ["ASEAN", "EU", "NATO"]),
        ("Tokyo and New Delhi agreed", None, ["JP", "IN"]),
        ("THE UNITED STATES AND JAPAN", None, ["US", "JP"]),
        ("Guinea‑Bissau", None, ["GW"]),
    ],
)
def test_the_parties_of_the_shipped_lexicon(text: str, issuer: str | None, codes: list[str]) -> None:
    hits = names().gazetteer.find(text, issuer=issuer, shouted=text.isupper())
    told = (hit.reading("state", "body", "service", "adjective", "demonym", "capital") for hit in hits)
    assert [name.code for name in told if name] == codes
