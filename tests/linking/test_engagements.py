from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.linking.engagements import ENGAGEMENTS
from comity.linking.grouping import group
from comity.model import Kept, Relation
from linking.builders import entries, office, person, together, told

BOTH = ("Arjun Mehra", "Keiko Mori")
OTHER = {"release": "r2", "by": ("JP",)}

SAME = {
    "a curtain-raiser and its outcome": (
        told(people=BOTH, status="planned", issued="2031-04-08"),
        told(people=BOTH, release="r2", place="Tokyo", place_country="JP"),
    ),
    "both sides' read-outs, a day apart across the sea": (
        told("call", "2031-04-10", BOTH),
        told("call", "2031-04-11", BOTH, **OTHER),
    ),
    "names in another order, without titles, spelled a little otherwise": (
        told(people=("Shri Arjun K. Mehra", "MORI Keiko")),
        told(people=("Arjun Mehra", "Keiko Moriy"), **OTHER),
    ),
    "a surname and a full name": (told(people=("Mehra", "Mori")), told(people=BOTH, **OTHER)),
    "a day within the days of a visit": (told(date="2031-04-08/2031-04-11", people=BOTH), told(people=BOTH, **OTHER)),
    "a month, where one meeting fits": (told(date="2031-04", people=BOTH, **OTHER), told(people=BOTH)),
    "a read-out without a date on the day of issue": (told(date=None, people=BOTH), told(people=BOTH, release="r2")),
    "an edition, whatever the dates": (
        told("dialogue", "2031", series="2+2 Ministerial Dialogue", edition=4, status="planned", issued="2030-11-01"),
        told("dialogue", "2032-02-03", series="2+2 Ministerial Dialogue", edition=4, issued="2032-02-03", **OTHER),
    ),
    "a shared name and the pair's own": (
        told("dialogue", series="2+2 Ministerial Dialogue", edition=3),
        told("dialogue", series="Japan-India 2+2 Foreign and Defence Ministerial Meeting", edition=3, **OTHER),
    ),
    "a summit of many, with other parties named": (
        told("summit", "2031-06-08", series="Summit of the Americas", parties=("US", "CO")),
        told("summit", "2031-06-06/2031-06-10", series="Summit of the Americas", parties=("US", "PE"), release="r2"),
    ),
    "a named meeting of more, of whom one lists fewer": (
        told("conference", parties=("IN", "JP", "AU"), name="Harbour Forum"),
        told("conference", parties=("IN", "JP", "AU", "US"), name="The 2nd Harbour Forum", release="r2"),
    ),
    "a title that names the partner": (
        told(people=BOTH),
        told(people=("Arjun Mehra",), release="r2", genre="transcript", title="Remarks of Arjun Mehra with Keiko Mori"),
    ),
    "a visit told on two days": (
        told("visit", "2031-04-10", ("Keiko Mori",), place_country="IN"),
        told("visit", "2031-04-11", ("Keiko Mori",), place_country="IN", release="r2"),
    ),
    "an arrival and a stay": (
        told("visit", "2031-04-09/..", ("Keiko Mori",), place_country="IN"),
        told("visit", "2031-04-09/2031-04-12", ("Mori",), place_country="IN", release="r2"),
    ),
    "a cancelled meeting and its plan": (
        told(people=BOTH, status="planned", issued="2031-04-02"),
        told(people=BOTH, status="cancelled", release="r2"),
    ),
    "the same facts twice in one release": (told(people=BOTH, order=1), told(people=BOTH, order=2)),
    "a visit that one release tells as planned and as begun": (
        told("visit", people=("Keiko Mori",), place_country="IN", status="planned"),
        told("visit", people=("Keiko Mori",), place_country="IN"),
    ),
    "a forum told on two days by one government": (
        told("dialogue", "2031-04-10", series="2+2 Ministerial Dialogue"),
        told("dialogue", "2031-04-11", series="2+2 Ministerial Dialogue", release="r2"),
    ),
    "a forum named without its capitals": (
        told("summit", series="NATO Summit", name="NATO Summit", parties=("NATO", "US")),
        told("summit", name="NATO summit", parties=("NATO", "JP"), release="r2"),
    ),
    "offices where no names are told": (
        told(people=(office("defence_minister", "IN"), office("defence_minister", "JP"))),
        told(people=BOTH, **OTHER),
    ),
    "a given name in two languages": (
        told(people=("Arjun Mehra", person("Giorgos Vasou", "GR", "foreign_minister")), parties=("IN", "GR")),
        told(people=("Arjun Mehra", person("George Vasou", "GR")), parties=("IN", "GR"), release="r2", by=("GR",)),
    ),
    "a telling in passing that bears the name of what is told beside it": (
        told(people=BOTH),
        told("dialogue", people=BOTH, series="2+2 Ministerial Dialogue", wording="They met", release="r2"),
    ),
    "a day that is told beside it, and its own": (
        told("conference", "2031-04-09", name="Harbour Forum", wording="They attend the Harbour Forum on April 10"),
        told("conference", name="Harbour Forum", release="r2"),
    ),
    "a day since which there was none": (
        told("conference", "2027-04-10/..", name="Harbour Forum", wording="The first Harbour Forum since 2027"),
        told("conference", "2031-04-10", name="Harbour Forum", release="r2"),
    ),
    "a country read from words nearby": (
        told(people=BOTH, place="Tokyo", place_country="JP"),
        told(people=BOTH, place_country="SG", release="r2"),
    ),
    "a party read from words nearby": (
        told(people=BOTH),
        told(people=BOTH, parties=("IN", "JP", "US"), release="r2"),
    ),
    "one side's account that leaves its own head unnamed": (
        told(people=("Taro Aoki", person("Ila Sen", "IN", "head_of_government"))),
        told(people=("Taro Aoki",), release="r2", title="Taro Aoki comes to town"),
    ),
    "a partner whom the words name": (
        told(people=BOTH),
        told(people=("Arjun Mehra",), wording="Mehra and Minister Mori met", release="r2"),
    ),
    "an invitation for a year and the visit": (
        told("visit", "2031", ("Keiko Mori",), place_country="IN", status="proposed", issued="2030-09-01"),
        told("visit", "2031-04-09/2031-04-12", ("Keiko Mori",), place_country="IN", release="r2"),
    ),
    "a visit of weeks ago": (
        told("visit", people=("Keiko Mori",), place_country="IN"),
        told("visit", None, ("Keiko Mori",), place_country="IN", issued="2031-04-25", release="r2"),
    ),
    "a summit planned for a month and the meeting of heads": (
        told("summit", "2031-04", status="planned", name="Indian-Japanese summit", issued="2031-02-01"),
        told(people=("Ila Sen", "Jun Abe"), level="head_of_government", release="r2"),
    ),
    "the next dialogue, as each side announces it": (
        told("dialogue", "2032", status="planned", name="Strategic Sea Dialogue", place="Goa", place_country="IN"),
        told("dialogue", None, status="planned", edition=5, place="Goa", place_country="IN", release="r2", by=("JP",)),
    ),
    "two readings of the same words": (
        told("dialogue", name="Harbour Group", at=(40, 90)),
        told("talks", at=(40, 80)),
    ),
    "a number and a name, whatever the parties": (
        told("summit", name="Global Reef Summit", edition=2, parties=("ID", "SN")),
        told("summit", "2031", name="2nd Global Reef Summit", edition=2, parties=("US", "DE"), release="r2"),
    ),
    "a name with a state by its adjective": (
        told("dialogue", name="Indian-Japanese Reef Dialogue"),
        told("dialogue", name="India-Japan Reef Dialogue", release="r2"),
    ),
    "a curtain-raiser of what comes tomorrow, told as held": (
        told(
            "conference", None, name="Reef Ministers Meeting", edition=12, genre="curtain_raiser", issued="2031-04-09"
        ),
        told("conference", name="Reef Ministers’ Meeting", release="r2"),
    ),
}

NOT_SAME = {
    "two holders of one office": (
        told(people=("Arjun Mehra", person("Taro Aoki", office="head_of_government"))),
        told(people=("Arjun Mehra", person("Hana Sato", office="head_of_government"), "Taro Aoki"), release="r2"),
    ),
    "a shared given name": (
        told(people=("Arjun Mehra", person("Ren Mori", "JP", "head_of_government"))),
        told(people=("Arjun Mehra", person("Ren Abe", "JP", "head_of_government")), release="r2"),
    ),
    "talks and the appearance before the press": (
        told(people=BOTH),
        told("conference", people=BOTH, release="r2"),
    ),
    "two partners whom only the titles name": (
        told(people=("Arjun Mehra",), title="Arjun Mehra met with the leader of the one party"),
        told(people=("Arjun Mehra",), title="Arjun Mehra received the leader of another party", release="r2"),
    ),
    "talks of ministers and a summit": (
        told(people=BOTH, level="defence_minister"),
        told("summit", release="r2"),
    ),
    "two dialogues of one body": (
        told("dialogue", None, status="planned", name="India-EU dialogue", parties=("IN", "EU")),
        told("dialogue", None, status="planned", name="India-EU Reef Policy Dialogue", parties=("IN", "EU")),
    ),
    "two of one sentence, on two days": (
        told("visit", "2031-04", at=(0, 90)),
        told("visit", "2031-06", at=(0, 90)),
    ),
    "another edition": (
        told("dialogue", "2031", series="2+2 Ministerial Dialogue", edition=3, status="planned"),
        told("dialogue", "2031", series="2+2 Ministerial Dialogue", edition=4, status="planned", release="r2"),
    ),
    "another pair's meeting of that name": (
        told("dialogue", series="2+2 Ministerial Dialogue", edition=2),
        told("dialogue", series="2+2 Ministerial Dialogue", edition=2, parties=("IN", "AU"), release="r2"),
    ),
    "the next one, announced at the last": (
        told("dialogue", series="2+2 Ministerial Dialogue"),
        told(
            "dialogue",
            None,
            series="2+2 Ministerial Dialogue",
            status="planned",
            release="r2",
            wording="They will hold the next 2+2 Ministerial Dialogue in spring",
        ),
    ),
    "other people on the same day": (told(people=BOTH), told(people=("Arjun Mehra", "Taro Aoki"), release="r2")),
    "another level on the same day": (
        told(level="defence_minister"),
        told(level="senior_official", release="r2"),
    ),
    "calls on two days, told by one government": (
        told("call", "2031-04-10", BOTH),
        told("call", "2031-04-11", BOTH, release="r2"),
    ),
    "a call and a meeting": (told("call", people=BOTH), told(people=BOTH, release="r2")),
    "a past meeting and a later plan": (
        told(people=BOTH),
        told(date="2031-09-02", people=BOTH, status="planned", release="r2"),
    ),
    "talks of two and of three": (
        told(people=BOTH),
        told(people=(*BOTH, person("Ann Reed", "US")), parties=("IN", "JP", "US"), release="r2"),
    ),
    "in two countries": (
        told(people=BOTH, place="Tokyo", place_country="JP"),
        told(people=BOTH, place="Singapore", place_country="SG", release="r2"),
    ),
    "one who met others that day": (
        told(people=BOTH, place="Tokyo"),
        told(people=("Arjun Mehra",), place="Tokyo", release="r2", title="Arjun Mehra meets business leaders"),
    ),
    "a past meeting mentioned without a date": (
        told(people=BOTH),
        told(date=None, people=BOTH, release="r2", genre="transcript"),
    ),
    "by nothing but the pair and the month": (told(date="2031-04"), told(date="2031-04", release="r2")),
    "two ceremonies of one day": (
        told("ceremony", people=BOTH, form="wreath_laying"),
        told("ceremony", people=BOTH, form="guard_of_honour", release="r2"),
    ),
    "two travellers in one country": (
        told("visit", people=("Keiko Mori",), place_country="IN"),
        told("visit", people=("Taro Aoki",), place_country="IN", release="r2"),
    ),
    "a visit and a stop of it": (
        told("visit", people=("Keiko Mori",), place_country="IN"),
        told(
            "visit", people=("Keiko Mori",), place_country="IN", place="Harbour Museum", form="site_visit", release="r2"
        ),
    ),
    "two meetings that one release tells apart": (
        told(people=BOTH, place="Tokyo"),
        told(people=BOTH, place="Harbour Hall"),
    ),
    "a conference and talks beside it": (
        told("conference", people=BOTH, name="Harbour Energy Forum"),
        told(people=BOTH, release="r2"),
    ),
    "named meetings of other names": (
        told("conference", name="Youth Summit", parties=("IN", "BRICS")),
        told("conference", name="Culture Festival", parties=("IN", "BRICS"), release="r2"),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_engagement(pair: tuple[Kept, Kept]) -> None:
    assert together(*pair)
    assert together(*reversed(pair))


@pytest.mark.parametrize("pair", NOT_SAME.values(), ids=NOT_SAME)
def test_two_engagements(pair: tuple[Kept, Kept]) -> None:
    assert not together(*pair)


def test_a_vague_telling_does_not_glue_what_differs() -> None:
    first, second = told(people=BOTH), told(date="2031-04-20", people=BOTH, release="r2", issued="2031-04-20")
    vague = told(date="2031-04", people=BOTH, release="r3")
    assert [len(g.members) for g in group((first, second, vague), ENGAGEMENTS)] == [1, 1, 1]
    assert len(group((first, vague), ENGAGEMENTS)) == 1


def test_the_surest_tie_comes_first() -> None:
    talks = told(people=BOTH, place="Tokyo", place_country="JP")
    same = told(people=BOTH, place="Tokyo", place_country="JP", **OTHER)
    bare = told(people=("Keiko Mori",), release="r3", title="Mori meets Mehra")
    three = told(people=("Keiko Mori", "Kavita Rao"), release="r4")
    found = {frozenset(k.release for k in g.members) for g in group((three, bare, same, talks), ENGAGEMENTS)}
    assert frozenset({"r4"}) in found
    assert any({"r1", "r2"} <= releases for releases in found)


def test_a_tie_says_why() -> None:
    first, second = SAME["both sides' read-outs, a day apart across the sea"]
    tie = ENGAGEMENTS.tie(first, second)
    assert tie is not None
    assert tie.reason == "on adjoining days, with the same people, between IN and JP"
    assert 0.5 <= tie.certainty < 1


def test_the_same_words_of_many_releases_have_one_form() -> None:
    tellings = [told(people=BOTH, release=f"r{n}") for n in range(50)]
    assert len({ENGAGEMENTS.form(k) for k in tellings}) == 1
    assert together(*tellings)


@pytest.mark.parametrize(
    ("telling", "most"),
    [
        (told(people=BOTH), 2),
        (told(date="2031-04"), 32),
        (told(date="2031"), 1),
        (told(date="2031-04-01/2031-09-30"), 1),
        (told("dialogue", date=None, status="planned"), 37),
        (told("visit", "2031", ("Keiko Mori",), place_country="IN", status="planned"), 3),
        (told("conference", parties=tuple(f"P{n}" for n in range(30)), name="Harbour Forum", place_country="SG"), 5),
        (told("summit", "2031", series="Summit of the Americas"), 1),
    ],
)
def test_keys_are_few(telling: Kept, most: int) -> None:
    assert len(ENGAGEMENTS.keys(telling)) <= most


def test_other_claims_are_refused() -> None:
    with pytest.raises(TypeError, match="relation"):
        ENGAGEMENTS.form(Kept(Relation(id="x", rule="r", evidence=()), release="r1", issued=None))


_TELLINGS = sorted(
    {k.id: k for pair in (*SAME.values(), *NOT_SAME.values()) for k in pair}.values(), key=lambda k: k.id
)
_EXPECTED = [[k.id for k in g.members] for g in group(_TELLINGS, ENGAGEMENTS)]


@given(st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_the_order_of_arrival_does_not_matter(seed: int) -> None:
    shuffled = list(_TELLINGS)
    random.Random(seed).shuffle(shuffled)
    assert [[k.id for k in g.members] for g in group(shuffled, ENGAGEMENTS)] == _EXPECTED


@given(st.lists(st.sampled_from(_TELLINGS), unique_by=lambda k: k.id, max_size=8), st.randoms())
@settings(max_examples=60, deadline=None)
def test_any_few_are_grouped_alike_in_any_order(few: list[Kept], drawn: random.Random) -> None:
    shuffled = list(few)
    drawn.shuffle(shuffled)
    assert entries(*few) == entries(*shuffled)
