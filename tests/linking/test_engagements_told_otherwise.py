"""Engagements whose telling is read otherwise than it is meant: another kind, another day, a party too few."""

from __future__ import annotations

import pytest

from comity.model import Kept, When
from linking.builders import person, together, told

BOTH = ("Arjun Mehra", "Keiko Mori")
TWO = (person("Mia Holm", "NO"), person("Otto Berg", "DE"))
AMERICAS = {"series": "Summit of the Americas", "place": "Quito, Andes", "place_country": "EC"}
COP = {"parties": ("UN", "IN"), "series": "UN Climate Change Conference"}
MEMBERS = ("CR", "GT", "HN", "PA", "SV", "MX")


def relative(edtf: str, printed: str) -> When:
    return When(edtf, "day", "relative", printed)


JUNE = relative("2031-06", "June")

SAME = {
    "a welcome that was read as talks": (
        told("visit", people=("Keiko Mori",), place_country="IN", wording="Mehra welcomed Mori to India", at=(0, 28)),
        told(people=BOTH, place_country="IN", wording="Mehra welcomed Mori to India", at=(0, 28)),
    ),
    "a meeting at which they spoke": (
        told("call", people=BOTH, wording="Mehra spoke today with Mori", title="Mehra’s meeting with Mori"),
        told(people=BOTH, release="r2"),
    ),
    "talks that were calls": (
        told("call", people=BOTH),
        told(people=BOTH, wording="In both calls, Mehra and Mori agreed", release="r2"),
    ),
    "a day in the run-up to it": (
        told("summit", "2031-04-16", name="Indian-Japanese Summit", issued="2031-04-16"),
        told(
            "summit",
            name="Indian-Japanese Summit",
            when=relative("2031-04-07/2031-04-13", "last week"),
            wording="Just last week, in the run-up to the Indian-Japanese Summit, they signed",
            issued="2031-04-18",
            release="r2",
        ),
    ),
    "a preview that was given today": (
        told("visit", "2031-04-19", ("Keiko Mori",), place_country="IN", status="planned"),
        told(
            "visit",
            people=("Keiko Mori",),
            place_country="IN",
            status="planned",
            when=relative("2031-04-10", "today"),
            wording="joining us today as we preview Mori's upcoming trip to India",
        ),
    ),
    "a forum of two, told beside a third state": (
        told("summit", name="U.S.-ASEAN Summit", series="ASEAN-US Summit", parties=("ASEAN", "US")),
        told("summit", name="U.S.-ASEAN Summit", series="ASEAN-US Summit", parties=("RU", "US"), release="r2"),
    ),
    "the number in brackets": (
        told("conference", "2030", name="COP36", edition=36, **COP),
        told("conference", None, name="UN Climate Conference", wording="the UN Climate Conference (COP 36)",
             release="r2", **COP),
    ),
    "many who gather in a place": (
        told("summit", "2031-06-06/2031-06-10", issued="2031-06-01", parties=("EC", "IN"), **AMERICAS),
        told(when=JUNE, place="Andes", wording="when they gather in the Andes in June", release="r2"),
    ),
    "the leaders’ summit in a place": (
        told("summit", "2031-06-06/2031-06-10", issued="2031-06-01", parties=("EC", "IN"), **AMERICAS),
        told("summit", None, place="Quito", place_country="EC", name="Leaders’ Summit", status="planned",
             wording="the upcoming Leaders’ Summit in Quito", issued="2031-05-10", release="r2"),
    ),
    "leaders of a body": (
        told("summit", "2031-04-11", series="G7 Summit", name="G7 Summit", parties=("G7", "JP")),
        told(people=("Keiko Mori",), parties=("G7", "JP"), wording="Mori will meet with G7 leaders", release="r2"),
    ),
    "a party that nothing speaks for": (
        told(people=BOTH),
        told(people=("Keiko Mori",), parties=("CN", "JP"), wording="the meeting with Japan's Mori", release="r2"),
    ),
    "one who only speaks of it": (
        told(people=(person("Ila Sen", "IN", "head_of_government"), person("Jun Abe", "JP", "head_of_state"))),
        told(
            people=("Arjun Mehra", person("Jun Abe", "JP", "head_of_state")),
            wording="the meeting with Abe",
            genre="transcript",
            release="r2",
        ),
    ),
    "a weekday without a verb": (
        told(people=BOTH, date="2031-04-16", issued="2031-04-16"),
        told(people=BOTH, when=relative("2031-04-09", "Wednesday"), wording="the meeting on Wednesday",
             issued="2031-04-13", release="r2"),
    ),
    "this week, said on a Sunday": (
        told(people=BOTH, date="2031-04-16", issued="2031-04-16"),
        told(people=BOTH, when=relative("2031-04-07/2031-04-13", "later this week"), wording="to meet later this week",
             status="planned", issued="2031-04-13", release="r2"),
    ),
    "a stand-in at one of four tables": (
        told(people=(*BOTH, *TWO), parties=("DE", "IN", "JP", "NO")),
        told(people=("Arjun Mehra", "Hana Sato", *TWO), parties=("DE", "IN", "JP", "NO"), release="r2"),
    ),
    "many of whom one is left out": (
        told(parties=("US", *MEMBERS), wording="They met the ministers of the isthmus", at=(0, 37)),
        told(parties=("SICA", *MEMBERS), wording="They met the ministers of the isthmus", at=(0, 37)),
    ),
    "a trilateral meeting of which two are named": (
        told(people=(*BOTH, TWO[0]), parties=("IN", "JP", "NO")),
        told(people=BOTH, wording="Mehra and Mori had a trilateral meeting", release="r2"),
    ),
    "the same people twice in one release": (
        told(people=BOTH, place="Tokyo"),
        told(date=None, people=BOTH, wording="during their talks Mehra and Mori said"),
    ),
    "what any genre tells as recent": (
        told("visit", people=("Keiko Mori",), place="Goa", place_country="IN"),
        told("visit", None, place="Goa", place_country="IN", wording="I just returned from Goa",
             genre="transcript", title="Remarks by Keiko Mori", issued="2031-04-12", release="r2"),
    ),
    "three who met in one place a short time ago": (
        told(date=None, parties=("AM", "AZ", "GE"), place="Batumi", place_country="GE"),
        told(date=None, parties=("AM", "AZ", "GE"), place="Batumi", place_country="GE", release="r2"),
    ),
    "the next dialogue where it was to be": (
        told("dialogue", "2032", status="planned", wording="The next dialogue will be held in Goa in 2032", place="Goa",
             place_country="IN"),
        told("dialogue", "2032-05-04", name="Reef Dialogue", edition=2, place="Goa", place_country="IN",
             issued="2032-05-04", release="r2"),
    ),
    "an invitation of months ago": (
        told("visit", None, ("Keiko Mori",), place_country="IN", status="planned",
             wording="Mori accepted an invitation to visit", issued="2030-09-01"),
        told("visit", people=("Keiko Mori",), place_country="IN", release="r2"),
    ),
    "a month told before it": (
        told(people=BOTH, when=relative("2031-04", "April"), wording="where he will meet Mori", status="planned",
             issued="2031-03-02"),
        told(people=BOTH, release="r2"),
    ),
    "a body whose people came to what the title tells": (
        told("summit", series="NATO Summit", name="NATO Summit", parties=("NATO", "US")),
        told("summit", None, series="European Council", name="European Council", parties=("EU", "US"),
             wording="the presidents of the European Council and the Commission will join the Summit's talks",
             title="Fact sheet: the NATO Summit in Oslo", release="r2"),
    ),
    "a journey's part that names the country": (
        told("visit", "2031-04-09/2031-04-12", ("Keiko Mori",), place="Goa", place_country="IN", part_of="x",
             wording="Mori will travel to India and Kenya"),
        told("visit", "2031-04-10", ("Keiko Mori",), place_country="IN", release="r2"),
    ),
}  # fmt: skip

APART = {
    "a day of what was founded": (
        told("conference", name="Reef Groups", when=relative("2030-09", "September 2030"), issued="2031-01-10",
             wording="The Reef Groups, which were established in September 2030, met"),
        told("conference", name="Reef Groups", when=relative("2030-09", "September 2030"), issued="2031-12-10",
             wording="The Reef Groups, which were established in September 2030, met", release="r2"),
    ),
    "a house and the country": (
        told("visit", people=("Keiko Mori",), place_country="IN"),
        told("visit", people=("Keiko Mori",), place="Goa", place_country="IN",
             wording="Mori visited the Harbour Museum in Goa", release="r2"),
    ),
    "bilateral talks and a trilateral meeting": (
        told(people=BOTH),
        told(people=BOTH, wording="Mehra and Mori had a trilateral meeting", release="r2"),
    ),
    "a named dialogue and the meeting of those who open it": (
        told("dialogue", people=BOTH, name="Strategic Reef Dialogue", place="Goa", place_country="IN"),
        told(people=BOTH, place="Goa", place_country="IN", release="r2"),
    ),
    "a summit and a conference of its year": (
        told("summit", "2031", people=BOTH, parties=("AU", "IN", "JP")),
        told("conference", "2031", people=BOTH, parties=("AU", "IN", "JP"), release="r2"),
    ),
    "before the press, and a conference": (
        told("conference", people=BOTH, wording="Mehra and Mori held a press conference"),
        told("conference", people=BOTH, wording="Mehra and Mori spoke at a youth conference", release="r2"),
    ),
    "two years that adjoin": (
        told("conference", "2031", name="Harbour Forum", status="planned", issued="2030-06-01"),
        told("conference", "2032", name="Harbour Forum", status="planned", issued="2031-07-01", release="r2"),
    ),
    "leaders who meet virtually, and their summit": (
        told("summit", "2031-04-11", series="G7 Summit", name="G7 Summit", parties=("G7", "JP")),
        told(people=("Keiko Mori",), parties=("G7", "JP"), wording="Mori will virtually meet with G7 leaders",
             release="r2"),
    ),
    "what a title tells and what is beside it": (
        told("summit", series="NATO Summit", name="NATO Summit", parties=("NATO", "US")),
        told("summit", None, series="European Council", name="European Council", parties=("EU", "US"),
             wording="the leaders of the European Council came to the gathering",
             title="Readout: meetings on the margins of the NATO Summit", release="r2"),
    ),
    "many who gather elsewhere": (
        told("summit", "2031-06-06/2031-06-10", issued="2031-06-01", parties=("EC", "IN"), **AMERICAS),
        told(when=JUNE, place="Goa", place_country="IN", wording="when they gather in Goa in June", release="r2"),
    ),
    "other people at two of four tables": (
        told(people=(*BOTH, *TWO), parties=("DE", "IN", "JP", "NO")),
        told(people=("Kavita Rao", "Hana Sato", *TWO), parties=("DE", "IN", "JP", "NO"), release="r2"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME.keys())
def test_one_engagement(pair: tuple[Kept, Kept]) -> None:
    assert together(*pair)
    assert together(*reversed(pair))


@pytest.mark.parametrize("pair", APART.values(), ids=APART.keys())
def test_two_engagements(pair: tuple[Kept, Kept]) -> None:
    assert not together(*pair)
