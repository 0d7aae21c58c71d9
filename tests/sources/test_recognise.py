"""Who publishes: known house styles, and the honest generic one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from comity.errors import SourceError
from comity.lexicon import load
from comity.sources.profile import profiles, read_profile
from comity.sources.recognise import country_of_host, recognise, told_country

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from comity.model import Release

TOLD = [
    ({"issuer": "Ministry of Defence / PIB"}, ("Press Information Bureau", "Ministry of Defence", "IN")),
    (
        {"issuer": "Prime Minister's Office / PIB"},
        ("Press Information Bureau", "Prime Minister's Office", "IN"),
    ),
    (
        {"issuer": "Ministry of Defence", "url": "https://pib.gov.in/x"},
        ("Press Information Bureau", "Ministry of Defence", "IN"),
    ),
    ({"issuer": "AYUSH", "url": "https://pib.gov.in/x"}, ("Press Information Bureau", "AYUSH", "IN")),
    (
        {"issuer": "Ministry of External Affairs, Government of India"},
        ("Ministry of External Affairs", None, "IN"),
    ),
    (
        {"issuer": "Ministry of Defence of Ukraine"},
        ("Ministry of Defence of Ukraine", None, "UA"),
    ),
    ({"issuer": "Egyptian Armed Forces"}, ("Egyptian Armed Forces", None, "EG")),
    (
        {"issuer": "Ministry of Foreign Affairs of Japan"},
        ("Ministry of Foreign Affairs of Japan", None, "JP"),
    ),
    ({"issuer": "Ministry of Defense, Japan"}, ("Ministry of Defense, Japan", None, "JP")),
    ({"issuer": "The White House"}, ("The White House", None, "US")),
    ({"issuer": "U.S. Department of State"}, ("U.S. Department of State", None, "US")),
    (
        {"issuer": "Ministry of Defence", "url": "https://www.gov.uk/government/news/x"},
        ("Ministry of Defence", None, "GB"),
    ),
    ({"issuer": "Minister for Defence, Australia"}, ("Minister for Defence, Australia", None, "AU")),
    ({"issuer": "EEAS Press Team"}, ("European External Action Service", None, "EU")),
    ({"issuer": "NATO"}, ("North Atlantic Treaty Organization", None, "NATO")),
    ({"issuer": "ASEAN Secretariat"}, ("ASEAN Secretariat", None, "ASEAN")),
    ({"issuer": "Cabinet Office of Sri Lanka"}, ("Cabinet Office of Sri Lanka", None, "LK")),
    ({"issuer": "President of Russia"}, ("President of Russia", None, "RU")),
    (
        {"issuer": "Ministry of National Defense, Republic of Korea"},
        ("Ministry of National Defense, Republic of Korea", None, "KR"),
    ),
    ({"issuer": "Ministry of Defence of Norway"}, ("Ministry of Defence of Norway", None, "NO")),
    ({"issuer": "Singaporean Ministry of Defence"}, ("Singaporean Ministry of Defence", None, "SG")),
    (
        {"issuer": "Ministry of Defence", "url": "https://www.mod.gov.bn/x"},
        ("Ministry of Defence", None, "BN"),
    ),
    ({"issuer": "Ministry of Defence"}, ("Ministry of Defence", None, None)),
    ({}, (None, None, None)),
]


@pytest.mark.parametrize(("metadata", "issuer"), TOLD)
def test_tells_the_issuer(
    release: Callable[..., Release],
    metadata: dict[str, str],
    issuer: tuple[str | None, str | None, str | None],
) -> None:
    made = release("The two Ministers met today and spoke of trade.", title="Ministers meet", **metadata)
    assert (made.issuer.name, made.issuer.unit, made.issuer.country) == issuer


@pytest.mark.parametrize(
    ("lines", "profile"),
    [
        (["PRESS INFORMATION BUREAU (DEFENCE WING)", "GOVERNMENT OF INDIA"], "pib"),
        (["Posted On: 20 AUG 2024 1:40PM by PIB Delhi"], "pib"),
        (["MINISTRY OF DEFENCE", "MoD signs contract", "New Delhi, December 12, 2024"], "pib"),
        (["MINISTRY OF DEFENCE", "Ministers meet"], "generic"),
        (["Inter Services Public Relations"], "pakistan_ispr"),
        (["Ministry of National Defense, Republic of Korea | May 8, 2024"], "korea_mnd"),
        (["Indian Navy, Directorate of Public Relations — 16 Aug 24"], "indian_navy"),
    ],
)
def test_knows_a_letterhead(lines: list[str], profile: str) -> None:
    assert recognise({}, lines).id == profile


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.mindef.gov.sg/x", "SG"),
        ("https://www.gov.uk/x", "GB"),
        ("https://www.mod.go.jp/x", "JP"),
        ("https://www.state.gov/x", "US"),
        ("https://www.consilium.europa.eu/x", "EU"),
        ("https://news.example.com/x", None),
        ("https://www.gob.mx/x", "MX"),
        ("", None),
    ],
)
def test_tells_a_state_by_its_official_address(url: str, country: str | None) -> None:
    assert country_of_host(url) == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Ministry of Foreign Affairs of Kenya", "KE"),
        ("Nepal Army", "NP"),
        ("Royal Thai Navy", "TH"),
        ("Vietnam Ministry of National Defence", "VN"),
        ("Ministry of Foreign Affairs", None),
        ("Ministry of Foreign Affairs, European Union and Cooperation, Spain", "ES"),
        ("Emirates News Agency", "AE"),
    ],
)
def test_an_office_may_name_its_state(name: str, country: str | None) -> None:
    assert told_country(name, load()) == country


def test_every_profile_says_where_its_form_was_seen() -> None:
    assert all(profile.source and profile.languages for profile in profiles().values())
    assert all(profile.country for profile in profiles().values() if profile.id != "generic")


@pytest.mark.parametrize(
    "entry",
    [
        "{id: a}",
        "{id: a, name: b, source: c, colour: red}",
        "{id: a, name: b, source: c, masthead: ['(']}",
        "- a",
        "{id: a, name: b, source: c, genre: novel}",
    ],
)
def test_refuses_a_profile_that_cannot_be_used(tmp_path: Path, entry: str) -> None:
    file = tmp_path / "a.yml"
    file.write_text(entry, "utf-8")
    with pytest.raises(SourceError, match=r"a\.yml"):
        read_profile(file)
