"""What a brief says of a small record of our own, and what it must never say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.model import Agreement, Commitment, Engagement, Exercise, Position, Reading, Relation, Topic
from comity.model.span import Evidence
from comity.record import Record, open_record
from comity.record.found import claim_named
from comity.record.selecting import Clock, of_person, of_series
from comity.views.brief import subjects
from comity.views.brief.brief import brief_of
from comity.views.brief.dossier import gather, made
from comity.views.paper.model import Note, Paper, Remark, Said, Section
from invented import PARTIES, readings
from record_builders import add, claim, day, person, told

AGENDA = "They spoke of tide gauges."
MINISTERS = (
    person("Asha Rao", "IN", "defence_minister", "Defence Minister"),
    person("Ken Mori", "JP", "defence_minister", "Minister of Defense"),
)
RELEASES = [
    told(
        [
            claim(
                Engagement, "The two ministers met in Kobe on 3 May 2023.", kind="dialogue", name="Harbour Dialogue",
                series="Harbour Dialogue", edition=2, parties=("IN", "JP"), when=day("2023-05-03"), place="Kobe",
                place_country="JP", level="defence_minister", participants=MINISTERS,
                topics=(Topic("tide gauges", (Evidence(0, len(AGENDA), AGENDA),)),),
            ),
            claim(
                Commitment, "They agreed to survey the Amber Strait by June 2024.", by=("IN", "JP"), force="agreed",
                action="survey the Amber Strait by June 2024", due=day("2024-06"),
            ),
            claim(
                Commitment, "They will hold the first exercise Amber Gale.", by=("IN", "JP"), force="intends",
                action="hold the first exercise Amber Gale", about=("exercise",),
            ),
            claim(
                Engagement, "The third Harbour Dialogue is planned for 2024.", kind="dialogue", name="Harbour Dialogue",
                series="Harbour Dialogue", edition=3, parties=("IN", "JP"), when=day("2024"), status="planned",
                level="defence_minister",
            ),
            claim(Relation, "The two are harbour partners.", parties=("IN", "JP"), label="harbour partners"),
            claim(Position, "Both support open straits.", by=("IN", "JP"), stance="supports", topic="open straits"),
        ],
        "2023-05-03", title="Ministers meet in Kobe", body=AGENDA,
    ),
    told(
        [
            claim(
                Exercise, "Exercise Amber Gale was held off Kobe.", name="Amber Gale", series="Amber Gale",
                parties=("IN", "JP"), when=day("2024-02-10/2024-02-14"), domain="sea", edition=1, place="Kobe",
            ),
            claim(
                Agreement, "The Pilots Agreement was signed.", name="Pilots Agreement", kind="agreement",
                subject="training", parties=("IN", "JP"), status="signed", when=day("2024-02-14"),
            ),
            claim(Position, "Both support open straits.", by=("IN", "JP"), stance="supports", topic="open straits"),
        ],
        "2024-02-14", title="Amber Gale ends", issuer="JP",
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(tmp_path_factory.mktemp("brief") / "comity.db", make=True) as record:
        for reading in RELEASES:
            add(record, reading, reading.release.title or "")
        yield record


def paper(
    record: Record, today: str = "2024-09-01", *, clock: Clock | None = None, occasion: str | None = None
) -> Paper:
    with record.reading() as connection:
        return brief_of(gather(connection, ("IN", "JP"), today, clock=clock or Clock()), occasion=occasion)


def sections(told_in: Paper) -> Iterator[Section]:
    open_ones = [*told_in.essentials, *told_in.annex]
    while open_ones:
        one = open_ones.pop(0)
        yield one
        open_ones = [*one.sections, *open_ones]


def sentences(told_in: Paper) -> list[Said | Remark]:
    return [one for section in sections(told_in) for point in section.points for one in point]


def under(told_in: Paper, *headings: str) -> str:
    """What stands under a heading of the essentials, all sections within it included."""
    found = list(told_in.essentials)
    for heading in headings:
        (section,) = [one for one in found if one.heading == heading]
        found = list(section.sections)
    open_ones, words = [section], []
    while open_ones:
        one = open_ones.pop(0)
        words += [said.text for point in one.points for said in point]
        open_ones += one.sections
    return " ".join(words)


@pytest.mark.parametrize(
    ("headings", "words"),
    [
        ("The relationship", "The relationship is called “harbour partners” (told on 3 May 2023), by India’s account."),
        (
            "Last and next",
            """Defence Minister Asha Rao and Ken Mori (Minister of Defense) held the 2nd Harbour Dialogue on 3 May 2023
            in Kobe, Japan, by India’s account. On the agenda: tide gauges.""",
        ),
        (
            "To raise/On both sides",
            """India says that both agreed on 3 May 2023: survey the Amber Strait by June 2024 (due in June 2024).
            Due by 30 June 2024; no release in the record tells that it was done.""",
        ),
        ("Agreements", "Pilots Agreement: signed on 14 February 2024, by Japan’s account."),
        ("Exercises", "Amber Gale (sea): 1st edition held from 10 to 14 February 2024 in Kobe, by Japan’s account."),
    ],
)
def test_what_it_says(small: Record, headings: str, words: str) -> None:
    assert " ".join(words.split()) in under(paper(small), *headings.split("/"))


def test_what_is_said_of_the_record_itself(small: Record) -> None:
    told_in = paper(small)
    assert told_in.coverage.text == (
        "Rests on 2 releases: 1 of India (a ministry) and 1 of Japan (a ministry), issued from 3 May 2023 to 14 "
        "February 2024; none of the 9 claims in them has been looked at by people."
    )
    assert "what came later is not known" in under(told_in, "Not known")
    assert told_in.subtitle == "As of 1 September 2024; what is new is new since 3 May 2023"


def test_a_promise_of_an_exercise_is_suggested_as_done_and_is_not_raised(small: Record) -> None:
    told_in = paper(small)
    assert "Amber Gale" not in under(told_in, "To raise")
    (done,) = [one for one in told_in.annex if one.heading.startswith("Promises suggested")]
    texts = [said.text for point in done.points for said in point]
    assert any(text.startswith("Suggested as done: Amber Gale") for text in texts)


def test_a_position_told_again_is_repeated(small: Record) -> None:
    (positions,) = [one for one in paper(small).annex if one.heading == "Positions"]
    assert [one.heading for one in positions.sections] == ["Repeated"]
    assert positions.sections[0].points[0][0].text == (
        "India and Japan supported open straits (told twice, first on 3 May 2023, last on 14 February 2024)."
    )


def test_a_brief_for_an_occasion_tells_its_last_holding_and_what_was_promised_there(small: Record) -> None:
    words = under(paper(small, "2024-01-10", occasion="3rd Harbour Dialogue"), "For the 3rd Harbour Dialogue")
    assert "plan the 3rd Harbour Dialogue" in words
    assert "held the 2nd Harbour Dialogue on 3 May 2023" in words
    assert "survey the Amber Strait" in words


def test_one_person_and_one_series(small: Record) -> None:
    with small.reading() as connection:
        asha = subjects.of_person(made(connection, of_person(connection, "Asha Rao"), (), "2024-09-01"), "Asha Rao")
        numbers = of_series(connection, "Harbour Dialogue")
        series = subjects.of_series(made(connection, numbers, (), "2024-09-01"), "Harbour Dialogue")
    assert "Named as Defence Minister of India (on 3 May 2023)." in {said.text for said in sentences(asha)}
    assert [one.heading for one in series.essentials] == ["Planned and awaited", "Holdings", "Not known"]


def test_nothing_is_told_of_parties_that_no_release_names(small: Record) -> None:
    with small.reading() as connection:
        told_in = brief_of(gather(connection, ("KE", "BR"), "2024-09-01"))
    assert told_in.coverage.text == "The record holds no release that tells of Kenya and Brazil together."
    assert not [said for said in sentences(told_in) if isinstance(said, Said)]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Record, list[Reading]]]:
    drawn = list(readings(11, 60))
    with open_record(tmp_path_factory.mktemp("many") / "comity.db", make=True) as record:
        for n, reading in enumerate(drawn):
            add(record, reading, str(n))
        yield record, drawn


def notes(told_in: Paper) -> list[Note]:
    return [note for said in sentences(told_in) if isinstance(said, Said) for note in said.notes]


def test_every_sentence_on_the_world_rests_on_quotes_of_the_record(many: tuple[Record, list[Reading]]) -> None:
    record, drawn = many
    texts = {reading.release.id: reading.release.text for reading in drawn}
    seen = 0
    with record.reading() as connection:
        for n, a in enumerate(PARTIES):
            for b in PARTIES[:n]:
                told_in = brief_of(gather(connection, (a, b), "2024-12-01"))
                assert all(said.notes for said in sentences(told_in) if isinstance(said, Said))
                for note in notes(told_in):
                    assert note.quote in texts[note.release]
                    kept = claim_named(connection, note.claim)[2]
                    assert note.quote in {one.quote for one in kept.claim.evidence} | {
                        one.quote for topic in getattr(kept.claim, "topics", ()) for one in topic.evidence
                    }
                    seen += 1
    assert seen > 100


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 320), st.sampled_from([(a, b) for n, a in enumerate(PARTIES) for b in PARTIES[:n]]))
def test_a_brief_by_a_day_knows_nothing_that_was_issued_later(
    many: tuple[Record, list[Reading]], days: int, pair: tuple[str, str]
) -> None:
    """It is the brief of a record that holds only the releases issued by that day."""
    record, drawn = many
    as_of = (date(2024, 1, 1) + timedelta(days=days)).isoformat()
    with record.reading() as connection:
        told_in = brief_of(gather(connection, pair, as_of, clock=Clock(as_of)))
    assert all((note.issued or "") <= as_of for note in notes(told_in))
    with open_record(":memory:", make=True) as other:
        for n, reading in enumerate(drawn):
            if (reading.release.issued.edtf if reading.release.issued else "") <= as_of:  # type: ignore[operator]
                add(other, reading, str(n))
        with other.reading() as connection:
            only = brief_of(gather(connection, pair, as_of))
    assert told_in.coverage == only.coverage
    assert {said.text for said in sentences(told_in)} == {said.text for said in sentences(only)}


def test_the_path_of_a_record_is_no_part_of_a_brief(small: Record, tmp_path: Path) -> None:
    assert str(tmp_path) not in str(paper(small))
