"""The brief on India and Japan, from the first release alone and from all real releases that speak of both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from comity.record import Record, open_record
from comity.record.tables import releases
from comity.scale.adding import add_many
from comity.views.brief.brief import brief_of
from comity.views.brief.dossier import gather
from comity.views.paper.model import Paper, Said, Section
from comity.views.paper.printing import FORMS, Form, print_paper

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module", params=["the seed alone", "the seed and the dev releases"])
def record(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    files = sorted((shared / "seed").glob("pib-*.md"))
    if "dev" in request.param:
        files += [f for f in sorted((shared / "gold" / "releases").glob("*.md")) if "Japan" in f.read_text("utf-8")]
    with open_record(tmp_path_factory.mktemp("record") / "comity.db", make=True) as made:
        assert {one.outcome for one in add_many(made, files)} == {"new"}
        yield made


@pytest.fixture(scope="module")
def paper(record: Record) -> Paper:
    with record.reading() as connection:
        return brief_of(gather(connection, ("IN", "JP"), "2026-12-01"))


def sentences(sections: tuple[Section, ...]) -> Iterator[Said]:
    for section in sections:
        yield from (said for point in section.points for said in point if isinstance(said, Said))
        yield from sentences(section.sections)


def test_every_sentence_has_a_footnote_whose_quote_stands_in_its_release(record: Record, paper: Paper) -> None:
    told = list(sentences((*paper.essentials, *paper.annex)))
    assert len(told) > 15
    with record.reading() as connection:
        for said in told:
            assert said.notes, said.text
            for note in said.notes:
                query = select(releases.c.text).where(releases.c.id == note.release)
                assert note.quote in connection.execute(query).scalar_one()


def test_the_promise_of_a_fighter_exercise_is_told_with_what_is_known_of_it(record: Record, paper: Paper) -> None:
    texts = [said.text for said in sentences((*paper.essentials, *paper.annex))]
    (promise, *_) = [text for text in texts if "inaugural fighter exercise" in text]
    assert promise.startswith("India says that both agreed on 8 September 2022")
    with record.reading() as connection:
        whole = len(gather(connection, ("IN", "JP"), "2026-12-01").told_by) > 1
    assert any("Veer Guardian" in text and text.startswith("Suggested") for text in texts) == whole


def test_the_editions_of_the_two_plus_two_are_told(paper: Paper) -> None:
    texts = " ".join(said.text for said in sentences((*paper.essentials, *paper.annex)))
    assert "2nd India-Japan 2+2 Ministerial Dialogue" in texts


@pytest.mark.parametrize("form", FORMS)
def test_it_is_printed_in_every_format(paper: Paper, form: Form) -> None:
    assert len(print_paper(paper, form)) > 5000
