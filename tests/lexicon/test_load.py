"""A user's folder of rows and rules is read beside the shipped lexicon, so that news need no new version."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import made, names
from comity import lexicon
from comity.errors import LexiconError
from comity.extract.read import read_claims
from comity.lexicon.rules import load_rules
from comity.reading.annotate import annotate

OFFICES = "country,title,office,holder,aliases,from,to,acting,source\n"
RULE = """
- id: {id}
  name: A side pencils in a deed
  verb: pencil
  takes: in WHAT
  yields: {{force: intends}}
  says: [India and Japan pencilled in a seminar.]
"""


def with_rule(folder: Path, text: str) -> Path:
    (folder / "rules").mkdir()
    (folder / "rules" / "own.yml").write_text(text, "utf-8")
    return folder


def test_a_new_minister_is_known_by_name(tmp_path: Path) -> None:
    row = "JP,Minister of Defense,defence_minister,Harunobu Testgawa,,2024-01-01,,,own notes\n"
    (tmp_path / "offices.csv").write_text(OFFICES + row, "utf-8")
    text = "Defence Minister Rajnath Singh of India held talks with Harunobu Testgawa in Tokyo, Japan."
    release = made(text, issued="2024-08-20")
    (talks,) = read_claims(annotate(release, lexicon.load(tmp_path))).engagements
    assert {(p.name, p.office, p.country) for p in talks.participants} == {
        ("Rajnath Singh", "defence_minister", "IN"),
        ("Harunobu Testgawa", "defence_minister", "JP"),
    }
    known = read_claims(annotate(release, names())).engagements
    assert all(p.office != "defence_minister" for e in known for p in e.participants if p.country == "JP")


def test_a_new_rule_finds_its_claims(tmp_path: Path) -> None:
    rule = RULE.format(id="commitment.penciled").replace(
        "verb: pencil\n  takes: in WHAT", "verb: stockpile\n  takes: WHAT"
    )
    own = lexicon.load(with_rule(tmp_path, rule))
    release = made("India and Japan stockpiled ten patrol boats for Kenya.")
    told = read_claims(annotate(release, own)).commitments
    assert [(c.rule, c.force, c.by) for c in told] == [("commitment.penciled", "intends", ("IN", "JP"))]
    assert read_claims(annotate(release, names())).commitments == ()


def test_rows_are_added_to_those_that_are_shipped(tmp_path: Path) -> None:
    (tmp_path / "ship_prefixes.csv").write_text("prefix,code,source\nXNS,XX,own notes\n", "utf-8")
    own = lexicon.load(tmp_path)
    assert own.ship_prefixes["XNS"] == "XX"
    assert own.ship_prefixes["INS"] == "IN"
    assert own.counts["ship_prefixes"] == names().counts["ship_prefixes"] + 1


def test_two_rules_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"own\.yml: two rules are called commitment\.call-for"):
        lexicon.load(with_rule(tmp_path, RULE.format(id="commitment.call-for")))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="nowhere: no such folder"):
        lexicon.load(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- [", "not readable as YAML"),
        ("- plain words", "a rule needs id, name and says"),
        ("- {id: position.x, name: X}", "position.x: a rule needs id, name and says"),
        ("- {id: position.x, name: X, says: [a], verbs: hail}", r"unknown keys \['verbs'\]"),
        ("- {id: wish.x, name: X, says: [a]}", "unknown kind wish"),
        ("- {id: position.x, name: X, says: [a], takes: for THING}", "unknown shape 'for THING'"),
    ],
)
def test_a_rule_that_cannot_be_used_is_told(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=told):
        list(load_rules(with_rule(tmp_path, text) / "rules"))


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        ("commitment.agreed-that", "WHO agree|concur|decide|determine|resolve|settle|stipulate that CLAUSE"),
        ("position.values", "WHO value|respect|cherish|treasure WHAT"),
    ],
)
def test_a_rule_is_told_on_one_line(rule: str, pattern: str) -> None:
    assert names().rules[rule].pattern == pattern
