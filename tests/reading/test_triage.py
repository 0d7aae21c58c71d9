"""Which releases are read beyond their masthead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import Told, annotated, made, names
from comity.demo import __file__ as demo
from comity.extract.read import read_claims
from comity.intake import open_source, read_texts
from comity.model import Reading, Release, Text
from comity.pipeline import Reader
from comity.reading.annotate import annotate
from comity.reading.triage import settled, triage
from comity.sources import read_masthead


@pytest.mark.parametrize(
    ("told", "issuer", "co", "kept"),
    [
        ("The Minister laid the stone of a school in the east of the country.", "IN", (), False),
        ("India will build a bridge. Indian engineers met in New Delhi.", "IN", (), False),
        ("Our ports were opened to ships from Kenya.", "IN", (), True),
        ("Kenyan growers were shown the new seed.", "IN", (), True),
        ("The matter was raised in Nairobi.", "IN", (), True),
        ("The rules of ASEAN were explained to traders.", "IN", (), True),
        ("Seven sailors came home with JS Kaga.", "IN", (), True),
        ("Seven sailors came home with INS Kolkata.", "IN", (), False),
        ("A book about Angela Merkel was launched.", "IN", (), True),
        ("A school was opened.", "IN", ("JP",), True),
        ("A school was opened.", None, (), False),
        ("A school was opened in Kenya.", None, (), True),
        ([("furniture", "Embassy of Kenya"), ("body", "A school was opened.")], "IN", (), False),
        ([("title", "Talks with Kenya"), ("body", "A school was opened.")], "IN", (), True),
        ("Crops were sown early in New Jersey.", "US", (), False),
        ("Fairs were held in Cuba, Missouri, and in Austin.", "US", (), False),
        ("Douglas Alvarez, who runs the mill, came.", "US", (), False),
        ("She won a medal at the Tokyo 2020 Olympics.", "IN", (), False),
        ("The files are EAC-2023-0006 and EAC/25/N00788.", "IN", (), False),
        ("The rules of the EAC were explained to traders.", "IN", (), True),
    ],
)  # fmt: skip
def test_who_names_nobody_else_is_set_aside(told: Told, issuer: str | None, co: tuple[str, ...], *, kept: bool) -> None:
    decided = triage(made(told, issuer, co=co), names())
    assert decided.kept is kept
    assert decided.reason


def test_the_reason_is_told() -> None:
    assert triage(made("Kenyan growers came."), names()).reason == "names Kenyan"
    assert triage(made("Growers came."), names()).reason == "names no state, body or office-holder beyond IN"


def test_a_name_that_turns_out_to_be_nobodys_sets_the_release_aside_later() -> None:
    source = annotated("The Minister laid a stone.")
    decided = settled(source)
    assert (decided.kept, decided.sentences) == (False, 1)
    assert [w.code for w in read_claims(source).warnings] == ["triage"]


def test_a_reading_tells_how_much_of_it_was_parsed() -> None:
    told = read_claims(annotated("India and Kenya agreed to train sailors. The weather was fine. It had rained."))
    assert (told.triage.kept, told.triage.sentences, told.triage.parsed) == (True, 3, 1)


def releases() -> Iterator[tuple[str, Text, Release]]:
    challenge = Path(__file__).parents[1] / "challenge" / "releases"
    for file in sorted([*(Path(str(demo)).parent / "releases").iterdir(), *challenge.iterdir()]):
        capture = open_source(file, max_bytes=1 << 20)
        for text in read_texts(capture):
            assert isinstance(text, Text)
            yield file.name, text, read_masthead(capture, text)


def test_what_is_set_aside_would_have_given_nothing() -> None:
    aside = [
        (name, release)
        for name, _, release in releases()
        if release.languages[:1] == ("en",) and not triage(release, names()).kept
    ]
    assert aside
    assert [name for name, release in aside if settled(annotate(release, names())).kept] == []


def test_the_pipeline_says_so() -> None:
    content = b'{"title": "A school", "issuer": "Press Information Bureau", "text": "The Minister opened a school."}'
    (told,) = Reader().read_bytes(content, "release.jsonl")
    assert isinstance(told, Reading)
    assert not told.triage.kept
    assert [w.message for w in told.warnings] == [f"not read beyond its masthead: it {told.triage.reason}"]
    assert list(told.claims()) == []
