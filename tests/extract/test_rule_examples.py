"""Every `says` and `not` example of every rule: a release of that one sentence, issued by India."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from builders import Told, annotated, made, matches, names, reading
from comity.extract.read import read_claims
from comity.lexicon import Rule
from comity.model import Claim
from comity.reading.annotate import Annotated, annotate

# These rules make no claim of their own: they tell more of the engagement that was told before.
BEFORE = "Defence Minister Rajnath Singh of India held talks with Defence Minister Minoru Kihara of Japan. "
ADDED = ("topics", "participants")
# These look at more than a sentence: a list below its opening words, the masthead of a joint text, an event's page.
LISTED, JOINT, TITLED = "commitment.listed", "agreement.joint-text", "engagement.title"


def examples(which: str, *, adding: bool) -> list[Any]:
    return [
        pytest.param(rule, sentence, id=f"{rule.id}-{which}-{number}")
        for rule in names().rules.values()
        if (rule.yields.get("kind") in ADDED) is adding
        for number, sentence in enumerate(getattr(rule, which), 1)
    ]


def release(rule: Rule, sentence: str, *, says: bool) -> Annotated:
    told: Told = sentence
    if rule.id == LISTED:
        told = [("body", f"{sentence}:"), ("item", "open a hotline between the navies of India and Japan")]
    if rule.id == JOINT:
        told = [("title", sentence), ("body", "We met in Perth.")]
        return annotated(told, co=("JP",), genre="joint_text" if says else "statement")
    if rule.id == TITLED:
        told = [("title", sentence), ("body", "It took an hour.")]
        return annotate(replace(made(told, "RU"), profile="kremlin"), names())
    return annotated(told)


def found_by(rule: Rule, claims: list[Claim]) -> bool:
    """Whether the rule made a claim, or, where its words tell one field only, a claim with that field."""
    if any(claim.rule == rule.id for claim in claims):
        return True
    alike = [claim for claim in claims if claim.kind_name == rule.kind] if rule.words and rule.yields else []
    return any(all(getattr(claim, f) == value for f, value in rule.yields.items()) for claim in alike)


@pytest.mark.parametrize(("rule", "sentence"), examples("says", adding=False))
def test_what_a_rule_says_is_found(rule: Rule, sentence: str) -> None:
    source = release(rule, sentence, says=True)
    found = list(read_claims(source, least=0).claims())
    if not found_by(rule, found):
        # An equally right rule may have told it first; then this one must have seen it too.
        assert rule.id in {match.rule.id for match in matches(source.sentences)}
        assert rule.kind in {claim.kind_name for claim in found}


@pytest.mark.parametrize(("rule", "sentence"), examples("no", adding=False))
def test_what_a_rule_does_not_say_is_not_found(rule: Rule, sentence: str) -> None:
    assert not found_by(rule, list(read_claims(release(rule, sentence, says=False), least=0).claims()))


@pytest.mark.parametrize(("rule", "sentence"), examples("says", adding=True))
def test_what_a_rule_adds_to_an_engagement(rule: Rule, sentence: str) -> None:
    before, after = added(BEFORE), added(BEFORE + sentence)
    assert after[str(rule.yields["kind"])] > before[str(rule.yields["kind"])]


@pytest.mark.parametrize(("rule", "sentence"), examples("no", adding=True))
def test_what_a_rule_does_not_add_to_an_engagement(rule: Rule, sentence: str) -> None:
    before, after = added(BEFORE), added(BEFORE + sentence)
    assert after[str(rule.yields["kind"])] == before[str(rule.yields["kind"])]


def added(text: str) -> dict[str, int]:
    met = reading(text).engagements
    return {
        "topics": sum(len(e.topics) for e in met),
        "participants": sum(len(e.participants) for e in met),
    }


def test_every_rule_has_an_example_of_either_sort() -> None:
    assert [rule.id for rule in names().rules.values() if not (rule.says and rule.no)] == []
