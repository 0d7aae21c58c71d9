"""Whose account a joint text is: its authors, and not what it is about."""

from __future__ import annotations

import pytest

from comity.lexicon import load
from comity.model import Issuer
from comity.sources.co_issuers import co_issuers_of

JOINT = [
    ("IN", "India-Japan Joint Press Statement", "", ["JP"]),
    (
        "US",
        "Joint Statement by the President of the United States and the Prime Minister of Japan",
        "",
        ["JP"],
    ),
    ("US", "Joint Statement on the Meeting of the U.S.-Israel Group on Water", "", ["IL"]),
    ("AU", "Joint statement by the Defence Ministers of Australia and the Philippines", "", ["PH"]),
    (
        "US",
        "The Spirit of the Lake: Joint Statement of Japan, the Republic of Korea, and the United States",
        "",
        ["JP", "KR"],
    ),
    (
        "US",
        "Joint Statement on the U.S.-Japan-Republic of Korea Trilateral Ministerial Meeting",
        "",
        ["JP", "KR"],
    ),
    ("US", "U.S.-EU Joint Press Release on energy", "", ["EU"]),
    (
        "US",
        "Joint Leaders Statement on AUKUS",
        "The leaders of Australia, the United Kingdom, and the United States spoke of more.",
        ["AU", "GB"],
    ),
    (
        "US",
        "Quad Leaders’ Joint Statement",
        "We, the leaders of Australia, India, Japan and the United States, met.",
        ["AU", "IN", "JP"],
    ),
    (
        "US",
        "Joint Statement on Ukraine",
        "The foreign ministers of France, Germany and the United States met on Ukraine.",
        ["FR", "DE"],
    ),
    (
        "US",
        "Joint Statement Following the Meeting Between the President and the Iraqi Prime Minister in Jeddah",
        "",
        ["IQ"],
    ),
    (
        "US",
        "Joint Statement by Secretary Blinken and Secretary Yellen Welcoming the EU Sanctions on Lebanon",
        "",
        [],
    ),
    (
        "ASEAN",
        "Chair’s Statement of the ASEAN Defence Ministers’ Meeting",
        "The Meeting was held in Lao PDR and spoke of Ukraine.",
        [],
    ),
    (None, "Joint Statement of the Leaders of Australia and Japan", "", ["AU", "JP"]),
]


@pytest.mark.parametrize(("issuer", "title", "opening", "others"), JOINT)
def test_names_the_other_authors(issuer: str | None, title: str, opening: str, others: list[str]) -> None:
    made = co_issuers_of(Issuer("an office", None, issuer), title, opening, load())
    assert [party.country for party in made] == others


def test_a_co_issuer_has_its_usual_name() -> None:
    (party,) = co_issuers_of(Issuer("an office", None, "IN"), "India-Japan Joint Press Statement", "", load())
    assert party == Issuer("Japan", None, "JP")
