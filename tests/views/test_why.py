from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType

import pytest

from comity.errors import ClaimNotFound
from comity.views.why import explain, find_claim


@dataclass(frozen=True)
class Rule:
    id: str = "talks.held"
    name: str = "someone holds talks with someone"
    pattern: str = "WHO hold talks with WHOM"
    why: str = "The common form\nof a read-out."
    file: str = "rules/en/engagements.yml"


def test_the_rule_the_quote_and_each_inference_are_told(built: ModuleType) -> None:
    told = explain(built.reading(), "aaaa2", {"talks.held": Rule()})
    for words in (
        "engagement aaaa2222: talks",
        "certainty 0.95, according to IN",
        "rule     talks.held: someone holds talks with someone",
        "pattern  WHO hold talks with WHOM",
        "why      The common form of a read-out.",
        "in rules/en/engagements.yml",
        "“held bilateral talks with the Minister of Defence",
        "inferred date = 2024-11-20 (relative, from “today”): counted from the date of issue",
        "inferred place = Jakarta",
    ):
        assert words in told
    assert "NOT what stands there" not in told


def test_a_claim_without_inferences_or_with_an_unknown_rule_says_so(built: ModuleType) -> None:
    told = explain(built.reading(), "ffff8888", {})
    assert "not among the rules of this lexicon" in told
    assert "inferred nothing" in told


def test_a_quote_that_does_not_stand_there_is_told(built: ModuleType) -> None:
    moved = built.Evidence(0, 4, "something else")
    label = built.Relation(id="z", rule="r", evidence=(moved,), parties=("IN", "ID"), label="friends")
    assert "NOT what stands there" in explain(built.reading(relations=(label,)), "z", {})


@pytest.mark.parametrize(
    ("claim_id", "told"),
    [("nothing", "no claim nothing"), ("", "no claim"), ("aaaa", "several ids: aaaa1111, aaaa2222")],
)
def test_an_id_that_names_no_single_claim(claim_id: str, told: str, built: ModuleType) -> None:
    with pytest.raises(ClaimNotFound, match=told):
        find_claim(built.reading(), claim_id)


def test_a_whole_id_wins_over_longer_ones_that_begin_so(built: ModuleType) -> None:
    short = built.Relation(id="ffff", rule="r", evidence=())
    reading = built.reading(relations=(short,))
    assert find_claim(reading, "ffff") is short
