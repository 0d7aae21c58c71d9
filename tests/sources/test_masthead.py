"""From a clean text to a release with its masthead."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.model import Block, CalendarDate, Capture, Issuer, Release, Text
from comity.sources import read_masthead, release_id

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[..., Release]
    Roles = Callable[[Release], list[tuple[str, str]]]

BODY = "The two Ministers met in Jakarta today and took stock of the work of their staffs."
DEFENCE_WING = (
    "PRESS INFORMATION BUREAU (DEFENCE WING)",
    "GOVERNMENT OF INDIA",
    "*****",
    "‘देश की सेवा, देश का मान’",
    "New Delhi, Kartika 29, 1946",
    "Wednesday, November 20, 2024",
    "Raksha Mantri & Indonesian Defence Minister take stock of ties during bilateral talks in Jakarta",
    "Recognise weight of their partnership",
    "Cooperation must grow: Shri Rajnath Singh",
    BODY,
    "NKR/Ruhi",
)


def test_reads_the_masthead_of_the_defence_wing(release: Read) -> None:
    made = release(*DEFENCE_WING)
    assert made.issuer == Issuer("Press Information Bureau", "Defence Wing", "IN")
    assert made.title == DEFENCE_WING[6]
    assert made.subtitles == DEFENCE_WING[7:9]
    assert (made.place, made.place_country) == ("New Delhi", "IN")
    assert made.issued is not None
    assert (made.issued.edtf, made.issued.basis) == ("2024-11-20", "dateline")
    assert made.calendars == (CalendarDate("indian_national", "Kartika 29, 1946", "2024-11-20", agrees=True),)
    assert made.sign_off == "NKR/Ruhi"
    assert made.languages == ("en", "hi")
    assert made.genre == "readout"
    assert made.warnings == ()


def test_labels_every_line(release: Read, roles: Roles) -> None:
    told = [role for role, _ in roles(release(*DEFENCE_WING))]
    assert told == [
        "masthead",
        "masthead",
        "furniture",
        "masthead",
        "masthead",
        "masthead",
        "title",
        "subtitle",
        "subtitle",
        "body",
        "sign_off",
    ]


def test_cuts_a_block_in_which_masthead_and_sign_off_stand(release: Read, roles: Roles) -> None:
    title = "Indian and Indonesian Navies to hold an exercise"
    made = release(
        f"Ministry of Defence {title.upper()} Posted On: 09 AUG 2026 5:42PM by PIB Delhi {BODY} *** VM/AS 145/26",
        title=title,
        issuer="Ministry of Defence / PIB",
        date="2026-08-09",
    )
    assert roles(made) == [
        ("masthead", "Ministry of Defence"),
        ("title", title.upper()),
        ("masthead", "Posted On: 09 AUG 2026 5:42PM by PIB Delhi"),
        ("body", BODY),
        ("furniture", "***"),
        ("sign_off", "VM/AS 145/26"),
    ]
    assert made.sign_off == "VM/AS"
    assert made.genre == "curtain_raiser"
    assert made.place == "Delhi"


@pytest.mark.parametrize(
    ("printed", "sign_off"),
    [
        (("***", "VK/SR/Ruchi"), "VK/SR/Ruchi"),
        (("***", "VM/SPS", "151/26"), "VM/SPS"),
        (("***", "RKK"), "RKK"),
        (("***", "Abhishek Dayal/Abhijith Narayanan"), "Abhishek Dayal/Abhijith Narayanan"),
        (("RKK",), None),
        (("Click here for the full text",), None),
    ],
)
def test_reads_a_sign_off(release: Read, printed: tuple[str, ...], sign_off: str | None) -> None:
    assert release(BODY, *printed, title="Ministers meet", issuer="Ministry of Defence / PIB").sign_off == sign_off


@pytest.mark.parametrize(
    "line",
    [
        "###",
        "# # #",
        "<End>",
        "<…>",
        "* * *",
        "Follow us on X",
        "Share",
        "(Release ID: 2296842)",
        "pic.twitter.com/9OVA0p7sGT",
        "— Ministry of Defence (@mod)",
        "For press inquiries, contact press@office.example",
        "Media contact: DPM Media",
        "Photo credit: the Navy",
        "Read time: 3 minutes",
        "Last updated: 5 May 2023",
    ],
)
def test_labels_furniture(release: Read, roles: Roles, line: str) -> None:
    assert ("furniture", line) in roles(release(BODY, BODY, line, BODY, title="Ministers meet"))


@pytest.mark.parametrize(
    ("lines", "place", "country"),
    [
        (("WASHINGTON, D.C. – Today the President met the Prime Minister.",), "WASHINGTON, D.C.", "US"),
        (("TOKYO, Sept. 8 (MOFA) – The Minister received a guest.",), "TOKYO", "JP"),
        (("New Delhi, 8 September 2022 – The Minister received a guest.",), "New Delhi", "IN"),
        (("Canberra", "The Minister received a guest in the morning."), "Canberra", "AU"),
        (("May 27, 2024 17:45 Tashkent", "The President had talks."), "Tashkent", "UZ"),
        (("PAIMANA – the portal was launched by the Minister.",), None, None),
        (("Canada – and here we agree – is a friend of ours.",), None, None),
    ],
)
def test_reads_the_place_of_issue(
    release: Read, lines: tuple[str, ...], place: str | None, country: str | None
) -> None:
    made = release("Ministers meet", *lines)
    assert (made.place, made.place_country) == (place, country)


def test_a_dateline_is_cut_from_the_first_sentence(release: Read, roles: Roles) -> None:
    made = release("Ministers meet", "New Delhi, 8 September 2022 – The Minister received a guest.")
    assert roles(made)[1:] == [
        ("masthead", "New Delhi, 8 September 2022 –"),
        ("body", "The Minister received a guest."),
    ]
    assert made.issued is not None
    assert (made.issued.edtf, made.issued.basis) == ("2022-09-08", "dateline")


@pytest.mark.parametrize(
    ("metadata", "edtf", "printed"),
    [
        ({"date": "2022-09-08"}, "2022-09-08", "2022-09-08"),
        ({"posted": "Wed, 03 Aug 2022 19:49:23 +0000"}, "2022-08-03", "Wed, 03 Aug 2022 19:49:23 +0000"),
        (
            {"posted": "प्रविष्टि तिथि: 07 AUG 2026 4:27PM by PIB Delhi"},
            "2026-08-07",
            "प्रविष्टि तिथि: 07 AUG 2026 4:27PM by PIB Delhi",
        ),
    ],
)
def test_takes_the_date_of_the_metadata(release: Read, metadata: dict[str, str], edtf: str, printed: str) -> None:
    made = release(BODY, title="Ministers meet", **metadata)
    assert made.issued is not None
    assert (made.issued.edtf, made.issued.printed, made.issued.basis) == (edtf, printed, "text")


@pytest.mark.parametrize(
    ("date", "line", "edtf", "codes"),
    [
        ("2024-11-20", "20 November 2024", "2024-11-20", []),
        ("2024-11-25", "20 November 2024", "2024-11-25", ["date_disagrees"]),
        ("2024-11-21T01:00:00+00:00", "20 November 2024", "2024-11-20", []),
        ("2024-11-20", "Kartika 28, 1946", "2024-11-20", ["calendar_disagrees"]),
        ("2022-08-20", "21 Muharram 1444 AH", "2022-08-20", ["calendar_near"]),
    ],
)
def test_warns_where_dates_disagree(release: Read, date: str, line: str, edtf: str, codes: list[str]) -> None:
    made = release("Ministers meet", f"New Delhi, {line}", BODY, date=date, issuer="The White House")
    assert made.issued is not None
    assert made.issued.edtf == edtf
    assert [warning.code for warning in made.warnings] == codes
    assert all(made.text[w.start : w.end] == line for w in made.warnings)


def test_tells_what_is_missing(release: Read) -> None:
    made = release("Ministers meet", BODY)
    assert (made.issued, made.issuer.country, made.place) == (None, None, None)
    assert {warning.code for warning in made.warnings} == {"date_missing", "issuer_unknown"}


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("No PR-218/2024-ISPR", "PR-218/2024-ISPR"),
        ("Press release No. 123/2026", "123/2026"),
        ("IP/23/2578", None),
    ],
)
def test_reads_the_release_number(release: Read, line: str, number: str | None) -> None:
    made = release("INTER SERVICES PUBLIC RELATIONS", "Rawalpindi, 7 October 2024", line, "Commander visits GHQ", BODY)
    assert made.release_number == number
    assert made.profile == "pakistan_ispr"


def test_a_title_in_capitals_is_the_same_title(release: Read, roles: Roles) -> None:
    made = release("Ministry of Defence", "MINISTERS MEET IN JAKARTA", BODY, title="Ministers meet in Jakarta")
    assert made.title == "Ministers meet in Jakarta"
    assert ("title", "MINISTERS MEET IN JAKARTA") in roles(made)


def test_reads_bylines_of_the_state_department(release: Read, roles: Roles) -> None:
    made = release(
        "Jane Q. Public, Secretary of State",
        "Washington, D.C.",
        "Treaty Room",
        "SECRETARY PUBLIC: Welcome, everyone.",
        title="Secretary Jane Q. Public And the Foreign Minister Before Their Meeting",
        issuer="U.S. Department of State",
    )
    assert [role for role, _ in roles(made)] == ["masthead", "masthead", "masthead", "body"]
    assert made.genre == "transcript"


def test_the_same_words_have_the_same_id_in_any_file(release: Read) -> None:
    first = release(*DEFENCE_WING)
    other = release(DEFENCE_WING[6].upper(), BODY.replace(" ", "  "), "###", date="2024-11-20", title=DEFENCE_WING[6])
    assert first.id == other.id
    assert len(first.id) == 16
    assert first.id != release(*DEFENCE_WING, "One more sentence of the same release.").id
    assert release_id(BODY, "2024-11-20") != release_id(BODY, "2024-11-21")


@given(
    st.lists(st.text("aAbB éक1234/*#.:–, ", min_size=1, max_size=60).filter(str.strip), max_size=12),
    st.booleans(),
)
def test_blocks_hold_all_words_in_order(lines: list[str], told: bool) -> None:  # noqa: FBT001
    lines = [line.strip() for line in lines]
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 2
    text = Text("\n\n".join(lines), tuple(blocks), metadata={"title": lines[0]} if lines and told else {})
    made = read_masthead(Capture("", "", "", b""), text)
    spans = [(b.start, b.end) for b in made.content.blocks]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    kept = "".join(made.text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(made.text.split())
    assert read_masthead(Capture("", "", "", b""), text) == made


def test_a_sentence_that_says_issued_or_published_stays_whole(release: Read) -> None:
    told = "Following is a statement issued following the meeting of the Ministers in Jakarta."
    later = "The plan, which would be\npublished later this year, was welcomed by the two Ministers."
    made = release(told, later, BODY)
    assert all(block.role == "body" for block in made.content.blocks)
