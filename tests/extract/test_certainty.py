"""What is known of a claim is summed into how sure it is; what is unlikely is not told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import made
from comity.extract.certainty import certainty, features
from comity.extract.read import read_claims
from comity.lexicon import Lexicon, load
from comity.model import Claim
from comity.reading.annotate import Annotated, annotate

TALKS = "The Defence Ministers of India and Japan held talks in Delhi. "


def told(sentence: str, lexicon: Lexicon | None = None) -> tuple[Claim, Annotated]:
    source = annotate(made(TALKS + sentence), lexicon or load())
    return list(read_claims(source, least=0).claims())[-1], source


@pytest.mark.parametrize(
    ("sentence", "known"),
    [
        ("They agreed to open a hotline.", "rule commitment.agreed-to-do"),
        ("They agreed to open a hotline.", "commitment by joint"),
        ("They agreed to open a hotline.", "commitment inferred by: the parties last told to have met"),
        ("Japan offered to open a hotline.", "commitment by other names quote"),
        ("India offered to open a hotline.", "commitment by own names nobody"),
        ("We condemn the attack on Japan.", "position first"),
        ("India condemned the attack, which could have been worse for Japan.", "position open"),
        ("They condemned the attack.", "position stance condemns"),
    ],
)
def test_what_is_known_of_a_claim_has_a_name(sentence: str, known: str) -> None:
    assert known in set(features(*told(sentence)))


def test_weights_are_summed() -> None:
    weights = {"any": (1.0, 0.0), "rule commitment.agreed-to-do": (-1.0, 2.0), "unheard of": (9.0, 9.0)}
    claim, source = told("They agreed to open a hotline.", replace(load(), certainty=weights))
    noticed, right = certainty(claim, source)
    assert noticed == pytest.approx(0.5)
    assert right == pytest.approx(0.881, abs=0.001)


def test_an_unlikely_claim_is_not_told() -> None:
    known = {"rule commitment.agreed-to-do": (-5.0, -5.0), "engagement": (5.0, 5.0)}
    doubtful = replace(load(), certainty=known)
    source = annotate(made(TALKS + "They agreed to open a hotline."), doubtful)
    assert [c.kind_name for c in read_claims(source, least=0.5).claims()] == ["engagement"]
    assert len(list(read_claims(source, least=0).claims())) == 2


def test_what_a_rule_of_ones_own_says_is_told() -> None:
    source = annotate(made(TALKS + "They agreed to open a hotline."), replace(load(), certainty={"any": (-9.0, -9.0)}))
    assert [c.kind_name for c in read_claims(source, least=0.5).claims()] == ["engagement", "commitment"]
