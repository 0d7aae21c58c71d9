"""Loads the lexicon once: the shipped tables and rules, and a user's own folder beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from comity.errors import LexiconError
from comity.lexicon.gazetteer import Gazetteer, Name, NameKind
from comity.lexicon.rules import Rule, load_rules
from comity.lexicon.tables import COLUMNS, Row, several, table

__all__ = ["HERE", "Lexicon", "load"]

HERE = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Lexicon:
    """All names and rules, ready to be looked up."""

    gazetteer: Gazetteer
    rules: Mapping[str, Rule]
    actor_nouns: Mapping[str, Row]
    ship_prefixes: Mapping[str, str]
    counts: Mapping[str, int]
    certainty: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @cached_property
    def _wordings(self) -> dict[tuple[str, str], tuple[tuple[str, re.Pattern[str]], ...]]:
        return {}

    def wordings(self, kind: str, yields: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The rules of a kind that look for words and yield this field: (value, pattern) in the files' order."""
        key = (kind, yields)
        if key not in self._wordings:
            found = [r for r in self.rules.values() if r.kind == kind and r.words and yields in r.yields]
            self._wordings[key] = tuple(
                (str(r.yields[yields]), re.compile(rf"\b(?:{r.words})\b", re.IGNORECASE)) for r in found
            )
        return self._wordings[key]

    @cached_property
    def ship_names(self) -> re.Pattern[str]:
        """A ship named with a prefix: `INS Sudarshini`, `JS Kaga`."""
        prefixes = "|".join(sorted(self.ship_prefixes, key=len, reverse=True))
        return re.compile(rf"\b({prefixes})\s+[‘'“]?([A-Z][\w\-]+)(?:\s+(?!and\b)[A-Z][a-z]\w*)?")

    def pattern(self, rule: str, flags: int = 0) -> re.Pattern[str]:
        """The words of one rule, compiled (Python keeps compiled patterns)."""
        return re.compile(self.rules[rule].words, flags)


@cache
def load(folder: Path | None = None) -> Lexicon:
    """The shipped lexicon, with the rows and rules of `folder` read beside it.

    Raises:
        LexiconError: a table or rule cannot be used, or two rules share an id.
    """
    folders = [HERE / "data", *([folder] if folder else [])]
    if folder and not folder.is_dir():
        raise LexiconError("no such folder", where=str(folder), then="give a folder with tables or rules/*.yml")
    names: list[Name] = []
    counts: dict[str, int] = dict.fromkeys(COLUMNS, 0)
    for place in folders:
        for kind in COLUMNS:
            make = _MAKERS.get(kind)
            for row in table(place, kind):
                counts[kind] += 1
                if make:
                    names.extend(make(row))
    nouns = {row["phrase"]: row for place in folders for row in table(place, "actor_nouns")}
    weights = {
        row["feature"]: (float(row["noticed"]), float(row["right"])) for p in folders for row in table(p, "certainty")
    }
    ships = {row["prefix"]: row["code"] for place in folders for row in table(place, "ship_prefixes")}
    rules: dict[str, Rule] = {}
    for place in (HERE / "rules" / "en", *([folder / "rules"] if folder else [])):
        for rule in load_rules(place):
            if rule.id in rules:
                raise LexiconError(f"two rules are called {rule.id}", where=rule.file, then="rename one")
            rules[rule.id] = rule
    counts["rules"] = len(rules)
    return Lexicon(Gazetteer(names), rules, nouns, ships, counts, weights)


def _each(kind: NameKind, code: str, row: Row, *phrases: str, loose: bool = False) -> Iterator[Name]:
    for phrase in dict.fromkeys(p for p in phrases if p):
        yield Name(kind, phrase, code, row, loose=loose)


def _states(row: Row) -> Iterator[Name]:
    code = row["code"]
    yield from _each("state", code, row, row["name"], row["formal"], *several(row["aliases"]))
    yield from _each("adjective", code, row, *several(row["adjectives"]))
    yield from _each("demonym", code, row, *several(row["demonyms"]))
    if row["kind"] != "territory":  # many are surnames ("Douglas", "Hamilton"), and none stands for a government
        yield from _each("capital", code, row, *several(row["capital"]), *several(row["capital_aliases"]))


def _services(row: Row) -> Iterator[Name]:
    yield Name("service", row["phrase"], row["code"], row, frozenset(several(row["only_issuers"])))


def _bodies(row: Row) -> Iterator[Name]:
    yield from _each("body", row["code"], row, row["code"], row["name"], *several(row["aliases"]))


def _places(row: Row) -> Iterator[Name]:
    yield from _each("place", row["country"], row, row["name"], *several(row["aliases"]))


def _titles(row: Row) -> Iterator[Name]:
    yield from _each("title", row["office"], row, row["title"], loose=" " in row["title"])


def _offices(row: Row) -> Iterator[Name]:
    yield from _each("holder", row["office"], row, row["holder"], *several(row["aliases"]))


def _honorifics(row: Row) -> Iterator[Name]:
    yield from _each("postnominal" if row["kind"] == "postnominal" else "honorific", row["kind"], row, row["phrase"])


def _exercises(row: Row) -> Iterator[Name]:
    yield from _each("exercise", row["name"], row, row["name"], *several(row["aliases"]))


def _agreements(row: Row) -> Iterator[Name]:
    for phrase in dict.fromkeys(p for p in (row["name"], row["abbreviation"], *several(row["aliases"])) if p):
        yield Name("agreement", phrase, row["name"], row, loose=phrase.count(" ") > 1)


def _dialogues(row: Row) -> Iterator[Name]:
    yield from _each("dialogue", row["name"], row, row["name"], *several(row["aliases"]))


def _lookalikes(row: Row) -> Iterator[Name]:
    yield Name("lookalike", row["phrase"], row["code"], row, frozenset(several(row["issuers"])))


_MAKERS = {
    "lookalikes": _lookalikes,
    "states": _states,
    "services": _services,
    "bodies": _bodies,
    "titles": _titles,
    "offices": _offices,
    "honorifics": _honorifics,
    "exercises": _exercises,
    "agreements": _agreements,
    "dialogues": _dialogues,
    "places": _places,
}
