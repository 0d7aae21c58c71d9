"""Every genre rule takes its examples, and they come out as its genre; its near misses do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from comity.errors import SourceError
from comity.sources.genre import GenreRule, genre_of, genre_rules

if TYPE_CHECKING:
    from pathlib import Path

RULES = genre_rules()
SAYS = [(rule, example) for rule in RULES for example in rule.says]
NOT = [(rule, example) for rule in RULES for example in rule.no]
TEXTS = [(rule, text) for rule in RULES for text in rule.text]
NO_TEXTS = [(rule, text) for rule in RULES for text in rule.no_text]


@pytest.mark.parametrize(("rule", "title"), SAYS, ids=lambda value: value.id if isinstance(value, GenreRule) else None)
def test_rule_takes_its_example(rule: GenreRule, title: str) -> None:
    body = rule.text[0] if rule.body else ""
    assert rule.fits(title, body)
    assert genre_of(title, body) == rule.genre


@pytest.mark.parametrize(("rule", "title"), NOT, ids=lambda value: value.id if isinstance(value, GenreRule) else None)
def test_rule_leaves_its_near_miss(rule: GenreRule, title: str) -> None:
    assert not rule.fits(title, rule.text[0] if rule.body else "")


@pytest.mark.parametrize(("rule", "text"), TEXTS, ids=lambda value: value.id if isinstance(value, GenreRule) else None)
def test_rule_takes_its_text(rule: GenreRule, text: str) -> None:
    assert rule.fits(rule.says[0] if rule.title else "", text)


@pytest.mark.parametrize(
    ("rule", "text"), NO_TEXTS, ids=lambda value: value.id if isinstance(value, GenreRule) else None
)
def test_rule_leaves_its_near_text(rule: GenreRule, text: str) -> None:
    assert not rule.fits("", text)


def test_what_no_rule_takes_is_what_the_profile_says() -> None:
    assert genre_of("Turnaround time of ships", "", otherwise="report") == "report"
    assert genre_of(None, "") == "other"


@pytest.mark.parametrize(
    "entry",
    [
        "- {id: a, genre: readout, title: x}",
        "- {id: a, genre: novel, title: x, says: [x]}",
        "- {id: a, genre: readout, title: '(', says: [x]}",
        "- {id: a, genre: readout, titel: x, says: [x]}",
    ],
)
def test_refuses_a_rule_that_cannot_be_used(tmp_path: Path, entry: str) -> None:
    file = tmp_path / "genres.yml"
    file.write_text(entry, "utf-8")
    with pytest.raises(SourceError):
        genre_rules(file)
