"""Who is who across releases: spellings, orders, titles and offices; surnames alone need state, office and time."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.linking.grouping import group
from comity.linking.people import PEOPLE, mentions, terms
from comity.linking.person_names import likeness, name_of
from comity.model import Engagement, Exercise, Kept, Mention, Participant, When


def told(
    name: str,
    country: str | None = "AR",
    office: str = "defence_minister",
    day: str = "2031-05-04",
    role: str = "Minister",
) -> Mention:
    return Mention(name, role, office, country, day, f"{name}/{country}/{office}/{day}/{role}")


def people(rows: Sequence[Mention]) -> set[frozenset[str]]:
    return {frozenset(m.name for m in g.members) for g in group(rows, PEOPLE)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Tanabe Shoichi", "Shoichi Tanabe", id="family name first"),
        pytest.param("Kovácsné Zsófia", "Zsofia Kovacsne", id="Hungarian order, accents"),
        pytest.param("Park Seo-yun", "Seo Yun Park", id="hyphens and order"),
        pytest.param("Jean-Luc Le Morvan", "Jean Luc Le Morvan", id="hyphened given name"),
        pytest.param("General Anand Verma", "Anand Verma", id="a rank"),
        pytest.param("His Excellency Dr. Omar Al-Rashed", "Omar al Rashed", id="courtesies and the article"),
        pytest.param("Peter Q. Halloran III", "Peter Halloran", id="initial and number"),
        pytest.param("Andriy Bilynskyy", "Andriy Bilynskiy", id="-yy and -iy"),
        pytest.param("Sergey Dolgikh", "Sergei Dolgih", id="-ey and -ei, kh and h"),
        pytest.param("Mohammed Haidari", "Muhamad Haidari", id="Mohammed"),
        pytest.param("Alyaksandr Rudzenka", "Alexander Rudzenko", id="Belarusian and Russian forms"),
        pytest.param("Timothy Braithwaite", "Tim Braithwaite", id="short form of a given name"),
        pytest.param("Joseph Ole Sankara", "Joseph Sankara", id="middle name"),
        pytest.param("Maria Teixeira Gonçalves", "Maria Teixeira Goncalves", id="cedilla"),
        pytest.param("Khalid bin Saqr Al Marri", "Khaled bin Saqr", id="house left out"),
    ],
)
def test_one_person_by_names_told_otherwise(one: str, other: str) -> None:
    assert people([told(one), told(other, day="2031-06-01")]) == {frozenset({one, other})}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Lucia Ferrante", "Marco Ferrante", id="same surname"),
        pytest.param("Peter Q. Halloran", "Peter T. Halloran", id="another initial"),
        pytest.param("George H. W. Mallory", "George W. Mallory", id="father and son by initials"),
        pytest.param("Saqr bin Khalid", "Khalid bin Saqr", id="father and son by order"),
        pytest.param("Ramon Ibarra Jr.", "Ramon Ibarra Sr.", id="father and son by name"),
        pytest.param("Chan Ming Il", "Chan Ming Un", id="brothers"),
        pytest.param("Hassan Jaber", "Hussein Jaber", id="near sounds"),
    ],
)
def test_different_people(one: str, other: str) -> None:
    assert people([told(one), told(other)]) == {frozenset({one}), frozenset({other})}


def test_a_jr_and_one_who_does_not_say_are_one_only_in_one_age() -> None:
    assert len(group([told("Ramon Ibarra Jr."), told("Ramon Ibarra", day="2033")], PEOPLE)) == 1
    assert len(group([told("Ramon Ibarra Jr."), told("Ramon Ibarra", day="1996")], PEOPLE)) == 2


def test_offices_change_over_a_life() -> None:
    rows = [
        told("Inés Obando", office="foreign_minister"),
        told("Ines Obando", office="head_of_government", day="2039-01-02"),
    ]
    assert len(group(rows, PEOPLE)) == 1


def test_the_same_name_in_two_states_is_two_people_unless_one_speaks_for_a_body() -> None:
    assert len(group([told("Ana Costa", "BR"), told("Ana Costa", "PT")], PEOPLE)) == 2
    assert len(group([told("Ana Costa", "PT"), told("Ana Costa", "EU", "igo_head")], PEOPLE)) == 1
    assert len(group([told("Ana Costa", "PT"), told("Ana Costa", None)], PEOPLE)) == 1
    assert len(group([told("Ana Costa", "BR"), told("Ana Costa", "PT"), told("Ana Costa", None)], PEOPLE)) == 3


@pytest.mark.parametrize(
    ("alone", "one"),
    [
        pytest.param(told("Halloran"), True, id="same office, state and year"),
        pytest.param(told("Halloran", day="2032-01-09"), True, id="the year after"),
        pytest.param(
            told("Halloran", office="senior_official", role="Secretary"), True, id="a title that tells little"
        ),
        pytest.param(told("Halloran", day="2040-01-09"), False, id="another time"),
        pytest.param(told("Halloran", office="foreign_minister"), False, id="another office"),
        pytest.param(told("Halloran", "US"), False, id="another state"),
        pytest.param(told("Halloran", None), False, id="no state"),
    ],
)
def test_a_surname_alone(alone: Mention, one: bool) -> None:  # noqa: FBT001
    assert (len(group([told("Peter Halloran"), alone], PEOPLE)) == 1) is one


def test_a_surname_that_fits_two_people_is_neither() -> None:
    rows = [told("Peter Halloran"), told("Jane Halloran"), told("Halloran")]
    assert len(group(rows, PEOPLE)) == 3


def test_surnames_in_one_office_hang_together_from_year_to_year() -> None:
    rows = [told("Ferrante", day=f"{year}-02-03") for year in (2030, 2031, 2032)]
    assert len(group([*rows, told("Ferrante", day="2037-02-03")], PEOPLE)) == 2


def test_an_initial_needs_state_and_office() -> None:
    assert len(group([told("R. Vaidyanathan"), told("Raghunath Vaidyanathan")], PEOPLE)) == 1
    assert len(group([told("R. Vaidyanathan"), told("Raghunath Vaidyanathan", office="speaker")], PEOPLE)) == 2


def test_monarchs_are_known_by_one_name_and_number() -> None:
    rows = [told("Leopold IX", "BE", "monarch", "2031"), told("Leopold IX", "BE", "monarch", "2044")]
    assert len(group(rows, PEOPLE)) == 1
    assert len(group([told("Hamdan II", "JO", "monarch"), told("Hamdan III", "JO", "monarch")], PEOPLE)) == 2


def test_a_listed_holder_is_known_by_surname_in_the_term() -> None:
    full = told("Yasukazu Hamada", "JP", "defence_minister", "2022-09-08")
    assert len(group([full, told("Hamada", "JP", "defence_minister", "2022-11-02")], PEOPLE)) == 1
    assert len(group([full, told("Hamada", "JP", "defence_minister", "2018-11-02")], PEOPLE)) == 2


def test_a_thousand_tellings_cost_no_more_than_one_for_each_year_and_office() -> None:
    rows = [told("Peter Halloran", day=f"2031-05-{n % 28 + 1:02}", role=f"Minister {n}") for n in range(1000)]
    assert len({PEOPLE.form(m) for m in rows}) == 1
    assert len(group(rows, PEOPLE)) == 1


@given(st.permutations(range(9)))
def test_the_order_of_arrival_does_not_matter(order: list[int]) -> None:
    rows = [
        told("Peter Halloran"), told("Peter Q. Halloran"), told("Halloran"), told("Jane Halloran", office="speaker"),
        told("P. Halloran", day="2033"), told("Halloran Peter", None), told("Tanabe"), told("Tanabe Shoichi"),
        told("Halloran", office="speaker"),
    ]  # fmt: skip
    assert group([rows[i] for i in order], PEOPLE) == group(rows, PEOPLE)


def test_mentions_are_the_named_people_of_an_engagement_on_its_day() -> None:
    crowd = (
        Participant("Peter Halloran", "Minister", "defence_minister", "AR"),
        Participant(None, "delegation", count=12, country="AR"),
        Participant("Jane Roe", "Envoy", "special_envoy", "US"),
    )
    when = When("2031-05-02/2031-05-04", "range", "text", "May 2 to 4")
    meeting = Engagement(id="m", rule="r", evidence=(), kind="talks", when=when, participants=crowd)
    assert [(m.name, m.day, m.id) for m in mentions(Kept(meeting, "rel", "2031-05-09"))] == [
        ("Peter Halloran", "2031-05-02", "m#0"),
        ("Jane Roe", "2031-05-02", "m#2"),
    ]
    undated = Engagement(id="n", rule="r", evidence=(), kind="talks", participants=crowd)
    assert mentions(Kept(undated, "rel", "2031-05-09"))[0].day == "2031-05-09"
    assert mentions(Kept(Exercise(id="x", rule="r", evidence=()), "rel", "2031-05-09")) == []


def test_terms_are_days_seen_and_acting_stands_apart() -> None:
    rows = [
        told("Ines Obando", office="foreign_minister", day="2031-05-04", role="Acting Foreign Minister"),
        told("Ines Obando", office="foreign_minister", day="2031-09-04", role="Foreign Minister"),
        told("Ines Obando", office="foreign_minister", day="2033-09-04", role="Foreign Minister"),
        told("Ines Obando", office="head_of_government", day="2035-01-01", role="Prime Minister"),
    ]
    assert [(s.office, s.first, s.last, s.acting, s.mentions) for s in terms(rows)] == [
        ("foreign_minister", "2031-05-04", "2031-05-04", True, 1),
        ("foreign_minister", "2031-09-04", "2033-09-04", False, 2),
        ("head_of_government", "2035-01-01", "2035-01-01", False, 1),
    ]
    assert terms(list(reversed(rows))) == terms(rows)


def test_a_likeness_is_the_same_either_way() -> None:
    a, b = name_of("Peter Q. Halloran"), name_of("Halloran")
    assert likeness(a, b) == likeness(b, a)
    assert likeness(name_of(""), a) is None
