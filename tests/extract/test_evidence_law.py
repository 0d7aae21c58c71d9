"""The evidence law: every quote stands in the text where it says; and the same release always gives the same claims."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import names, reading
from comity.evaluate.folding import KINDS
from comity.model.shape import reading_shape
from gold_files import HERE, quotes, read_again, shapes

SENTENCES = tuple(
    dict.fromkeys(
        [
            *(s for rule in names().rules.values() for s in (*rule.says, *rule.no)),
            *(item["text"] for item in yaml.safe_load(Path(HERE, "challenge", "sentences.yml").read_text("utf-8"))),
        ]
    )
)
ROLES = ("title", "subtitle", "heading", "body", "body", "body", "item", "caption", "furniture", "sign_off")
GLUE = (" ", "  ", "\n", " – ", "; ")


@st.composite
def releases(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Blocks of one to three of our own sentences, in any order and any part of a release."""
    blocks = []
    for _ in range(draw(st.integers(1, 4))):
        rows = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
        words = draw(st.sampled_from(GLUE)).join(rows)
        shouted = draw(st.integers(0, 9)) == 0
        blocks.append((draw(st.sampled_from(ROLES)), words.upper() if shouted else words))
    return blocks


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(releases(), st.sampled_from(["IN", "JP", "US", "ASEAN", None]), st.sampled_from([(), ("AU",), ("JP", "KE")]))
def test_the_law_holds_whatever_is_put_together(
    blocks: list[tuple[str, str]], issuer: str | None, co: tuple[str, ...]
) -> None:
    shape = reading_shape(reading(blocks, issuer, co=co))
    text = shape["release"]["text"]
    claims = [claim for kind in KINDS for claim in shape[kind]]
    assert all(text[q["start"] : q["end"]] == q["quote"] != "" for q in quotes(shape))
    assert all(claim["evidence"] for claim in claims)
    assert all(q["quote"] == q["quote"].strip() for q in quotes(claims))
    assert len({claim["id"] for claim in claims}) == len(claims)
    assert all(0 < claim["certainty"] < 1 for claim in claims)
    assert reading_shape(reading(blocks, issuer, co=co)) == shape


@pytest.mark.parametrize("folder", ["demo", "challenge"])
def test_the_law_holds_for_every_own_release_read_twice(folder: str) -> None:
    first, again = shapes(folder), dict(read_again(folder))
    assert again == first
    for document, shape in first.items():
        text = shape["release"]["text"]
        found = list(quotes(shape))
        assert all(text[q["start"] : q["end"]] == q["quote"] != "" for q in found), document
    assert sum(len(list(quotes(s))) for s in first.values()) > 150
