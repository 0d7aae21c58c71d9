"""The forms of verbs and nouns that rules name without inflection."""

from __future__ import annotations

import pytest

from builders import names
from comity.lexicon.inflect import noun_forms, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("agree", "agree agrees agreed agreeing"),
        ("welcome", "welcome welcomes welcomed welcoming"),
        ("stress", "stress stresses stressed stressing"),
        ("reach", "reach reaches reached reaching"),
        ("ratify", "ratify ratifies ratified ratifying"),
        ("convey", "convey conveys conveyed conveying"),
        ("commit", "commit commits committed committing"),
        ("concur", "concur concurs concurred concurring"),
        ("express", "express expresses expressed expressing"),
        ("hold", "hold holds held holding"),
        ("undertake", "undertake undertakes undertook undertaken undertaking"),
        ("seek", "seek seeks sought seeking"),
        ("co-chair", "co-chair co-chairs co-chaired co-chairing"),
        ("lay", "lay lays laid laying"),
        ("set", "set sets setting"),
        ("begin", "begin begins began begun beginning"),
        ("wrap", "wrap wraps wrapped wrapping"),
        ("travel", "travel travels travelled traveled travelling traveling"),
        ("dye", "dye dyes dyed dyeing"),
        ("be", "be am is are was were been being"),
        ("have", "have has had having"),
    ],
)
def test_the_forms_of_a_verb(lemma: str, forms: str) -> None:
    assert set(forms.split()) <= verb_forms(lemma)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("commitment", {"commitment", "commitments"}),
        ("opportunity", {"opportunity", "opportunities"}),
        ("tray", {"tray", "trays"}),
        ("wish", {"wish", "wishes"}),
        ("address", {"address", "addresses"}),
    ],
)
def test_the_forms_of_a_noun(lemma: str, forms: set[str]) -> None:
    assert noun_forms(lemma) == forms


def test_no_form_is_empty_or_in_capitals() -> None:
    for rule in names().rules.values():
        forms = [f for v in rule.verb for f in verb_forms(v)] + [f for n in rule.noun for f in noun_forms(n)]
        assert all(form and form == form.lower() and form.strip() == form for form in forms), rule.id
