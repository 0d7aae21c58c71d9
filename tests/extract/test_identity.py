"""A claim keeps its id in another file format and under a renamed rule; other words are another claim."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from builders import claims, made, names
from comity.extract.identity import number
from comity.extract.read import read_claims
from comity.lexicon.gazetteer import Gazetteer
from comity.lexicon.load import Lexicon
from comity.model import Evidence, Position, Reading
from comity.reading.annotate import annotate
from gold_files import reader

TITLE = "Raksha Mantri meets Japanese Defence Minister in New Delhi"
POSTED = "Posted On: 20 AUG 2024 1:40PM by PIB Delhi"
FIRST = (
    "Raksha Mantri Shri Rajnath Singh met the Minister of Defence of Japan, Mr Minoru Kihara, in New Delhi today. "
    "The Ministers agreed to open a hotline between the navies."
)
SECOND = (
    "They welcomed the progress in shipbuilding. "
    "India and Japan are bound by a Special Strategic and Global Partnership."
)
BODY = (FIRST, SECOND)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>{TITLE}</h1><p>{POSTED}</p>
{"".join(f"<p>{p}</p>" for p in BODY)}</article><footer>Contact us</footer></body></html>"""
FORMATS = {
    "release.md": "\n\n".join([f"**{TITLE}**", POSTED, *BODY]),
    "release.txt": "\n\n".join([TITLE, POSTED, *BODY]),
    "wrapped.txt": "\n\n".join([TITLE, POSTED, *(p.replace(" in ", "\nin ", 1) for p in BODY)]),
    "release.html": PAGE,
}


def told(name: str) -> Reading:
    (read,) = reader().read_bytes(FORMATS[name].encode(), name)
    assert isinstance(read, Reading)
    return read


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_release_in_another_format_has_the_same_claims(name: str) -> None:
    first, other = told("release.md"), told(name)
    assert other.release.id == first.release.id
    ids = {(c.kind_name, c.id) for c in first.claims()}
    assert len(ids) >= 4
    assert {(c.kind_name, c.id) for c in other.claims()} == ids


def test_a_renamed_rule_changes_no_id() -> None:
    old = names()
    verbal = [rule for rule in old.rules.values() if rule.verb or rule.noun]
    renamed = {f"{rule.id}-renamed": replace(rule, id=f"{rule.id}-renamed") for rule in verbal}
    renamed |= {rule.id: rule for rule in old.rules.values() if rule not in verbal}
    new = Lexicon(old.gazetteer, renamed, old.actor_nouns, old.ship_prefixes, old.counts)
    release = made("India and Japan agreed to open a hotline. They condemned the attack on the ship.")
    before, after = (list(read_claims(annotate(release, lex), least=0).claims()) for lex in (old, new))
    assert [c.rule for c in after] == [f"{c.rule}-renamed" for c in before] != []
    assert [c.id for c in after] == [c.id for c in before]


def test_an_unknown_name_changes_no_other_id() -> None:
    old = names()
    fewer = Gazetteer(n for t in old.gazetteer._index.values() for row in t.values() for n in row if n.kind != "place")  # noqa: SLF001
    new = Lexicon(fewer, old.rules, old.actor_nouns, old.ship_prefixes, old.counts)
    release = made("Defence ministers of India and Japan met in Yokosuka. India and Japan agreed to open a hotline.")
    before, after = ({c.id for c in read_claims(annotate(release, lex), least=0).claims()} for lex in (old, new))
    assert before == after


@pytest.mark.parametrize(
    "change",
    [
        {"name": "another-release"},
        {"told": "India and Japan agreed to open a hot line."},
    ],
)
def test_another_release_or_other_words_have_other_ids(change: dict[str, Any]) -> None:
    given = {"told": "India and Japan agreed to open a hotline.", "name": "release"}
    (first,), (other,) = claims(**given), claims(**given | change)
    assert first.id != other.id


def test_equal_quotes_are_counted_and_white_space_is_not() -> None:
    def position(quote: str, start: int) -> Position:
        return Position(rule="r", evidence=(Evidence(start, start + len(quote), quote),))

    twice = number([position("a b", 0), position("a b", 9)], "release", Counter())
    spaced = number([position("a \n b", 0)], "release", Counter())
    assert twice[0].id != twice[1].id
    assert spaced[0].id == twice[0].id
    assert all(len(c.id) == 16 for c in twice)
