"""Agreements in the same words in another order, or named by a month; and their near neighbours."""

from __future__ import annotations

import pytest

from comity.linking.agreement_names import trimmed
from comity.linking.agreements import AGREEMENTS
from comity.linking.days import days_of
from comity.linking.known_agreements import known_agreement
from comity.linking.named_months import named_month
from linking.tables import shown_by
from linking.tellings import agreement as told

WHALES = "MoU on rescue of stranded whales"

ONE = [
    (
        "an abbreviated type, and its words in another order",
        [
            told("DCA", status="proposed", issued="2030-01-01"),
            told("Agreement on Cooperation in the Field of Defence"),
            told("agreement on defence cooperation", status="negotiating", issued="2030-05-01"),
        ],
    ),
    (
        "a logistics type in the words of the other side",
        [
            told("Japan-Germany ACSA", "DE JP", status="signed", edtf="2024-01-29"),
            told("agreement with Japan on mutual supplies and services", "DE JP", "2024-07-12", status="in_force"),
        ],
    ),
    (
        "a pair's pact on military information, by what it protects",
        [
            told("Japan-ROK Agreement on the Protection of Classified Military Information", "JP KR", "2019"),
            told("GSOMIA", "JP KR", "2016-11-23"),
        ],
    ),
    (
        "the same type in two titles",
        [
            told("Agreement on the Protection of Classified Military Information"),
            told("General Security of Military Information Agreement", status="in_force", issued="2032-01-01"),
        ],
    ),
    (
        "planned for half a year",
        [
            told("MoU on tidal power in the first half", kind="mou", status="proposed", issued="2030-11-01"),
            told("Memorandum of Understanding on Tidal Power", kind="mou"),
        ],
    ),
    (
        "planned for a quarter",
        [
            told("MoU on tidal power in the third quarter of 2031", kind="mou", status="proposed"),
            told("MoU on tidal power", kind="mou", issued="2031-09-01"),
        ],
    ),
    (
        "planned for a month",
        [
            told("agreement on seed potatoes by November", status="proposed", issued="2030-09-01"),
            told("Agreement on Seed Potatoes", issued="2030-11-20"),
        ],
    ),
    (
        "named by the month of the signature",
        [
            told("whale memorandum of November", kind="mou", status="operational", issued="2031-05-29"),
            told(WHALES, kind="mou", edtf="2030-11-07", issued="2030-11-07"),
        ],
    ),
    (
        "named by the month of the signature, told without a day",
        [
            told("whale memorandum of last November", kind="mou", status="operational", issued="2031-05-29"),
            told(WHALES, kind="mou", issued="2030-11-08"),
        ],
    ),
    (
        "named by month and year",
        [
            told("whale memorandum of November 2028", kind="mou", status="operational", issued="2031-05-29"),
            told(WHALES, kind="mou", edtf="2028-11-07", issued="2028-11-07"),
        ],
    ),
]

TWO = [
    (
        "two matters within defence",
        [told("DCA"), told("Agreement on Cooperation in the Defence Industry")],
    ),
    (
        "a memorandum in the words of a type",
        [told("DCA"), told("MoU on Cooperation in Defence", kind="mou", issued="2035-01-01")],
    ),
    (
        "a type with another partner",
        [told("DCA"), told("Agreement on Cooperation in Defence", "CL PE")],
    ),
    (
        "a word short of a type",
        [told("DCA"), told("Agreement on Cooperation", issued="2033-01-01")],
    ),
    (
        "a word more than a type",
        [told("DCA"), told("Agreement on Cooperation in Cyber Defence", issued="2033-01-01")],
    ),
    (
        "the protocol to a type",
        [told("DCA"), told("Protocol to the Agreement on Cooperation in Defence")],
    ),
    (
        "supplies of something",
        [
            told("Japan-Germany ACSA", "DE JP", "2024-01-29"),
            told("agreement on mutual supplies of gas", "DE JP", "2024-07-12"),
        ],
    ),
    (
        "services in the air",
        [
            told("Japan-Germany ACSA", "DE JP", "2024-01-29"),
            told("agreement on mutual air services", "DE JP", "2024-07-12"),
        ],
    ),
    (
        "information that is not military",
        [told("GSOMIA"), told("Agreement on the Exchange of Tax Information", issued="2033-01-01")],
    ),
    (
        "information of the military, exchanged by others",
        [
            told("GSOMIA", "JP KR", "2016-11-23"),
            told("Agreement on the Protection of Classified Military Information", "JP US"),
        ],
    ),
    (
        "a shorter name, a month in which the other was not signed",
        [
            told("whale memorandum of March", kind="mou", status="operational", issued="2031-05-29"),
            told(WHALES, kind="mou", edtf="2030-11-07", issued="2030-11-07"),
        ],
    ),
    (
        "one name, two months",
        [
            told("whale memorandum of March", kind="mou", status="operational", issued="2031-05-29"),
            told("whale memorandum of November", kind="mou", status="operational", issued="2031-05-29"),
        ],
    ),
    (
        "the month of another matter's signature",
        [
            told("whale memorandum of November", kind="mou", status="operational", issued="2031-05-29"),
            told("MoU on tidal power", kind="mou", edtf="2030-11-07", issued="2030-11-07"),
        ],
    ),
    (
        "the month, and no matter",
        [
            told("memorandum of November", kind="mou", status="operational", issued="2031-05-29"),
            told(WHALES, kind="mou", edtf="2030-11-07", issued="2030-11-07"),
        ],
    ),
    (
        "the same month of another year",
        [
            told("whale memorandum of November 2029", kind="mou", status="operational", issued="2031-05-29"),
            told(WHALES, kind="mou", edtf="2030-11-07", issued="2030-11-07"),
        ],
    ),
    (
        "the month of a signature with others",
        [
            told("whale memorandum of November", "CL PE", kind="mou", status="operational", issued="2031-05-29"),
            told(WHALES, kind="mou", edtf="2030-11-07", issued="2030-11-07"),
        ],
    ),
    (
        "statements of two days of a month",
        [
            told("Joint Statement of November 10", kind="joint_statement", edtf="2030-11-10"),
            told("Joint Statement of November 26", kind="joint_statement", edtf="2030-11-26"),
        ],
    ),
    (
        "planned for one half, and another matter for the other",
        [
            told("MoU on tidal power in the first half", kind="mou", status="proposed"),
            told("MoU on wind power in the second half", kind="mou", status="proposed"),
        ],
    ),
]


test_these_tell_of_one_agreement, test_these_tell_of_two_agreements, test_the_order_of_arrival_does_not_matter = (
    shown_by(ONE, TWO, AGREEMENTS)
)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Agreement on Cooperation in Defence", "Defence Cooperation Agreement"),
        (
            "Agreement between the two Governments on Cooperation in the Field of Defence",
            "Defence Cooperation Agreement",
        ),
        ("Agreement on Cooperation in Defence Research", None),
        ("Defence Agreement", None),
        ("Cooperation in Defence", None),
    ],
)
def test_a_type_is_known_by_its_words_in_any_order(name: str, known: str | None) -> None:
    found = known_agreement(name, frozenset({"KE", "NO"}))
    assert (found.name if found else None) == known


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("MoU on tidal power in the first half", "MoU on tidal power"),
        ("MoU on tidal power in the last quarter of next year", "MoU on tidal power"),
        ("whale memorandum of November", "whale memorandum"),
        ("Agreement on whales from June 2029", "Agreement on whales"),
        ("Agreement of March 3", "Agreement of March 3"),
        ("agreement on the march", "agreement on the march"),
        ("Treaty on the First Half", "Treaty on the First Half"),
    ],
)
def test_when_is_no_part_of_a_name(name: str, bare: str) -> None:
    assert trimmed(name) == bare


@pytest.mark.parametrize(
    ("name", "quote", "month"),
    [
        ("memorandum of November", "the memorandum of November is in use", "2030-11"),
        ("memorandum of May", "the memorandum of May is in use", "2031-05"),
        ("memorandum of May", "the memorandum of May 12, 2027 is in use", "2027-05"),
        ("memorandum of May 2028", "the memorandum of May 2028", "2028-05"),
        ("memorandum by May", "a memorandum by May", None),
    ],
)
def test_a_month_tells_the_signature(name: str, quote: str, month: str | None) -> None:
    assert named_month(name, quote, days_of("2031-05-29")) == days_of(month)
