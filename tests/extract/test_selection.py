"""Which sentences are parsed, and that no claim is lost by the choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import annotated, frames, names
from comity.demo import __file__ as demo
from comity.extract.modals import modal_matches
from comity.extract.selection import Selection
from comity.model import Reading
from comity.pipeline import Reader
from comity.reading.mentions import Sentence
from comity.reading.syntax import parse

HERE = Path(str(demo)).parent / "releases"
RELEASES = sorted([*HERE.iterdir(), *(Path(__file__).parents[1] / "challenge" / "releases").iterdir()])


@pytest.fixture(scope="module")
def selection() -> Selection:
    return Selection(names().rules.values())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("India and Kenya agreed to train sailors.", True),
        ("The two sides held talks on trade.", True),
        ("The hall held eight hundred guests.", False),
        ("Rain fell all day.", False),
        ("They expressed their commitment to peace.", True),
        ("They expressed surprise.", False),
        ("The Ministers agreed to:", True),
    ],
)
def test_a_sentence_is_parsed_where_a_rule_can_match(text: str, selection: Selection, *, wanted: bool) -> None:
    (sentence,) = annotated(text).sentences
    assert selection.needs_parse(sentence) is wanted


def test_headings_are_not_parsed(selection: Selection) -> None:
    (sentence,) = annotated([("heading", "India and Kenya agree to train sailors")]).sentences
    assert not selection.needs_parse(sentence)


def test_a_sentence_about_a_person_is_parsed_for_those_that_follow(selection: Selection) -> None:
    (sentence,) = annotated("President William Ruto of Kenya held his hat.").sentences
    assert not selection.can_match(sentence.text)
    assert selection.needs_parse(sentence)


def test_every_example_of_every_rule_can_match(selection: Selection) -> None:
    rules = [rule for rule in names().rules.values() if rule.verb or rule.noun]
    passed = [(rule.id, says) for rule in rules for says in rule.says if not selection.can_match(says)]
    assert passed == []


def test_what_is_passed_over_matches_nothing(selection: Selection) -> None:
    passed = [
        sentence
        for file in RELEASES[::3]
        for reading in Reader().read(file)
        if isinstance(reading, Reading)
        for sentence in annotated(reading.release.text, reading.release.issuer.country).sentences
        if selection.triggers_in(sentence.text) and not selection.can_match(sentence.text)
    ]
    assert len(passed) > 20
    for sentence, doc in zip(passed, parse((s.text, ()) for s in passed), strict=True):
        sentence.doc = doc
        found = modal_matches(frames().find(sentence))
        # Where relations are what a rule is about, the noun is asked for after the match.
        assert [m for m in found if m.rule.yields.get("about") != "relation"] == [], sentence.text


def all_readings() -> list[Reading]:
    reader = Reader()
    return [read for file in RELEASES for read in reader.read(file) if isinstance(read, Reading)]


def test_the_claims_are_those_of_parsing_every_trigger(monkeypatch: pytest.MonkeyPatch) -> None:
    def every_trigger(self: Selection, sentence: Sentence) -> bool:
        return sentence.role not in ("subtitle", "heading") and bool(self.triggers_in(sentence.text))

    chosen = all_readings()
    monkeypatch.setattr(Selection, "needs_parse", every_trigger)
    for few, every in zip(chosen, all_readings(), strict=True):
        assert list(few.claims()) == list(every.claims()), few.release.source
        assert few.triage.parsed <= every.triage.parsed
