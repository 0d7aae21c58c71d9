"""Who "they", "both sides", "he", "we" and "it" are, and what is told as the reason."""

from __future__ import annotations

import pytest

from builders import claims, reading

TALKS = "Defence Minister Rajnath Singh of India held talks with Defence Minister Minoru Kihara of Japan in New Delhi. "
BOTH = ("IN", "JP")


@pytest.mark.parametrize(
    ("sentence", "by", "to"),
    [
        ("They agreed to open a hotline.", BOTH, ()),
        ("Both sides agreed to open a hotline.", BOTH, ()),
        ("The two sides agreed to open a hotline.", BOTH, ()),
        ("The two Ministers agreed to open a hotline.", BOTH, ()),
        ("The two countries agreed to open a hotline.", BOTH, ()),
        ("It was agreed to open a hotline.", BOTH, ()),
        ("It was also agreed by the two Ministers that a hotline would be opened.", BOTH, ()),
        ("They were joined by officials. They agreed to open a hotline.", BOTH, ()),
        ("He offered to open a hotline.", ("IN",), ("JP",)),
        ("The Raksha Mantri offered to open a hotline.", ("IN",), ("JP",)),
        ("Shri Rajnath Singh offered to open a hotline.", ("IN",), ("JP",)),
        ("His counterpart offered to open a hotline.", ("JP",), ("IN",)),
        ("Mr Kihara offered to open a hotline.", ("JP",), ("IN",)),
        ("Mr Kihara spoke first. He offered to open a hotline.", ("JP",), ("IN",)),
        ("The Japanese side offered to open a hotline.", ("JP",), ("IN",)),
        ("Tokyo offered to open a hotline.", ("JP",), ("IN",)),
        ("Japan offered to open a hotline.", ("JP",), ("IN",)),
        ("The Government decided to open a hotline.", ("IN",), ("JP",)),
        ("The two agreed to open a hotline.", BOTH, ()),
        ("The signatories agreed to open a hotline.", BOTH, ()),
        ("Those present agreed to open a hotline.", BOTH, ()),
        ("The host offered to open a hotline.", ("IN",), ("JP",)),
        ("The visitor offered to open a hotline.", ("JP",), ("IN",)),
        ("His guest offered to open a hotline.", ("JP",), ("IN",)),
        ("The Navy plans to open a hotline.", ("IN",), ("JP",)),
        ("The representative of Japan offered to open a hotline.", ("JP",), ("IN",)),
        ("Mr Singh said that his hotline would be opened.", ("IN",), ("JP",)),
    ],
)
def test_who_does_it_after_talks(sentence: str, by: tuple[str, ...], to: tuple[str, ...]) -> None:
    (promised,) = reading(TALKS + sentence).commitments
    assert (promised.by, promised.to) == (by, to)


@pytest.mark.parametrize(
    ("text", "issuer", "co", "by"),
    [
        ("We agreed to open a hotline with Kenya.", "IN", (), ("IN",)),
        ("We agreed to open a hotline.", "AU", ("JP",), ("AU", "JP")),
        ("We, the Ministers of Japan and Australia, agreed to open a hotline.", "JP", ("AU",), ("JP", "AU")),
        ("India, Japan and Kenya agreed to open a hotline.", "IN", (), ("IN", "JP", "KE")),
        ("The Ministers of Kenya and Uganda agreed to open a hotline.", "IN", (), ("KE", "UG")),
    ],
)
def test_who_does_it_by_itself(text: str, issuer: str, co: tuple[str, ...], by: tuple[str, ...]) -> None:
    (promised,) = reading(text, issuer, co=co).commitments
    assert promised.by == by


def test_we_is_whoever_speaks_in_a_transcript() -> None:
    told = [
        ("body", "Vladimir Putin: We agreed to open a hotline with Uzbekistan."),
        ("body", "Shavkat Mirziyoyev: We will build a plant."),
    ]
    assert [c.by for c in reading(told, "RU").commitments] == [("RU",), ("UZ",)]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("They agreed to open a hotline.", "the parties last told to have met"),
        ("He offered to open a hotline.", "the person last spoken of"),
        ("The Government decided to open a hotline.", "the issuer's own"),
        ("Japan offered to open a hotline.", None),
    ],
)
def test_what_was_inferred_says_why(sentence: str, reason: str | None) -> None:
    (promised,) = reading(TALKS + sentence).commitments
    assert [i.reason for i in promised.inferences] == ([reason] if reason else [])
    assert all(i.printed in sentence for i in promised.inferences)


@pytest.mark.parametrize(
    "text",
    [
        "India did not agree to open a hotline with Japan.",
        "The two firms agreed to build a mall in Japan.",
        "Parliament rose. The new law on roads was passed.",
        "The Minister agreed to open a school in Pune.",
    ],
)
def test_nothing_is_said_where_nobody_does_it(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("issuer", "co", "account"), [("IN", (), ("IN",)), ("AU", ("JP",), ("AU", "JP")), (None, (), ())]
)
def test_whose_account_it_is(issuer: str | None, co: tuple[str, ...], account: tuple[str, ...]) -> None:
    told = claims("India and Japan agreed to open a hotline.", issuer, co=co)
    assert [c.according_to for c in told] == [account]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("“We strongly condemn the cutting of the cable,” the Estonian Foreign Minister told the press.", ("EE",)),
        ('"We condemn the cutting of the cable," said Foreign Minister Jonas Kask of Estonia.', ("EE",)),
        (
            "Norway’s Minister of Defence Ola Berg said: “Good. We condemn the cutting of the cable.”",
            ("NO",),
        ),
        ("The Defence Secretary said: “I met the Minister of Estonia. We condemn the cutting of the cable.”", ("GB",)),
        ("“The cable to Estonia is ours,” says Chief Executive Ann Hill. “We condemn the cutting of the cable.”", ()),
    ],
)
def test_we_in_quotes_is_whoever_is_quoted(text: str, by: tuple[str, ...]) -> None:
    assert [p.by for p in reading(text, "GB").positions] == ([by] if by else [])


@pytest.mark.parametrize("verb", ["concerned", "saddened", "appalled", "troubled"])
def test_a_participle_tells_how_a_party_is(verb: str) -> None:
    (told,) = reading(f"Canada is deeply {verb} by the reports of killings in Sudan.", "CA").positions
    assert (told.by, told.stance) == (("CA",), "concerned")


@pytest.mark.parametrize(
    ("text", "issuer", "by"),
    [
        (
            "Leaders of Kenya, Japan and Ghana met today. We reaffirm the importance of free navigation.",
            "KE",
            {"KE", "JP", "GH"},
        ),
        ("The Kingdom condemns the attack on Sudan.", "SA", {"SA"}),
        ("The Minister of Kenya met the King of Jordan. The Kingdom condemns the attack.", "KE", {"JO"}),
    ],
)
def test_we_after_leaders_met_and_the_kingdom(text: str, issuer: str, by: set[str]) -> None:
    assert [set(p.by) for p in reading(text, issuer).positions] == [by]


def test_a_plain_fact_that_is_noted_is_no_position() -> None:
    told = (
        "The Minister of Kenya noted that relations with Uganda were raised to a strategic partnership in August 2023."
    )
    assert reading(told, "KE").positions == ()


@pytest.mark.parametrize(
    ("told", "issuer", "parties"),
    [
        ("President Rao of India received a delegation from Kenya today.", "IN", [("IN", "KE")]),
        ("The Minister received his counterparts from Kenya and Peru today.", "IN", [("IN", "KE"), ("IN", "PE")]),
        ("Minister Rao met with Mr Otieno of Kenya and with Mr Paz of Peru.", "IN", [("IN", "KE"), ("IN", "PE")]),
        ("A delegation of the Kenya Navy called on General Anil Rao.", "IN", [("KE", "IN")]),
        ("Prime Minister Jan van der Berg met President Otieno of Kenya.", "NL", [("NL", "KE")]),
    ],
)
def test_who_is_received(told: str, issuer: str, parties: list[tuple[str, ...]]) -> None:
    assert [e.parties for e in reading(told, issuer).engagements] == parties


@pytest.mark.parametrize(
    ("title", "parties"),
    [
        ("India, Kenya and Peru end their patrol", ("IN", "KE", "PE")),
        ("India-Kenya-Peru patrol ends", ("IN", "KE", "PE")),
        ("India and Kenya end their patrol", ("IN", "KE")),
    ],
)
def test_the_sides_are_all_whom_the_title_names(title: str, parties: tuple[str, ...]) -> None:
    told = [("title", title), ("body", "Kenya and Peru each sent a ship. The sides agreed to open a hotline.")]
    (promised,) = reading(told).commitments
    assert promised.by == parties


def test_the_text_of_a_body_is_its_own() -> None:
    told = [
        ("title", "Declaration of the CELAC Summit"),
        ("body", "Peru holds the chair. We agreed to open a hotline with Kenya."),
    ]
    (promised,) = reading(told, "PE", genre="joint_text").commitments
    assert promised.by == ("CELAC",)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Japan will fund, and Kenya will build, two bridges at Garissa by 2027.", ("KE",)),
        ("France offered Kenya ten buses and the Netherlands two ferries.", ("NL",)),
        ("Oman let Kenya know that it is ready to train ten crews.", ("OM",)),
        (
            "India, Kenya and Oman share one ocean. Our three nations have agreed to chart it by 2026.",
            ("IN", "KE", "OM"),
        ),
        ("Joint Statement by India and Ghana, Accra, 7 March 2024. We resolve to end illegal fishing.", ("IN", "GH")),
        ("The Sultan of Oman met President Abebe of Ethiopia. She pledged to open a rail line to Sohar.", ("ET",)),
    ],
)
def test_who_promises(text: str, by: tuple[str, ...]) -> None:
    assert by in {claim.by for claim in reading(text, least=0).commitments}
