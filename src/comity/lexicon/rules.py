"""Rules are data: each entry names a phrase that states use, what it yields, and examples that are tests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from comity.errors import LexiconError
from comity.lexicon.entries import read_entries
from comity.model import KIND_NAMES

__all__ = ["Rule", "load_rules"]

SHAPES = frozenset({"DO", "DOING", "CLAUSE", "WHAT", "WHOM", "PLACE"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the lexicon, as a scholar reads it.

    `verb` or `noun` holds the words that trigger it (without inflection), `object` the nouns that a light
    verb must take ("express commitment"), `takes` the shapes of what follows: a preposition and one of
    DO (infinitive), DOING (gerund), CLAUSE, WHAT, WHOM, PLACE. `who` says where the actor stands.
    A verb of "any" is every verb under the rule's modal, but for those in `but`.
    """

    id: str
    kind: str
    name: str
    verb: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    who: str = "subject"
    voice: str = "any"
    yields: Mapping[str, Any] = field(default_factory=dict)
    only: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    words: str = ""
    says: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    why: str = ""
    file: str = ""

    @property
    def pattern(self) -> str:
        """The rule's pattern on one line."""
        if self.words:
            return self.words
        head = "|".join(self.verb or self.noun)
        thing = f" {'|'.join(self.object)}" if self.object else ""
        shape = f" {' / '.join(self.takes)}" if self.takes else ""
        actor = {"subject": "WHO ", "possessor": "WHO's ", "object": "", "all": "", "none": ""}.get(self.who, "")
        return f"{actor}{head}{thing}{shape}"


def load_rules(folder: Path) -> Iterator[Rule]:
    """All rules in `folder/*.yml`, checked.

    Raises:
        LexiconError: an entry has no example, an unknown key or an unknown shape.
    """
    for file in sorted(folder.glob("*.yml")):
        try:
            entries = read_entries(file)
        except yaml.YAMLError as error:
            raise LexiconError(f"not readable as YAML: {error}", where=str(file), then="mend the file") from error
        for entry in entries or ():
            yield _rule(entry, file)


_KEYS = frozenset(
    {
        "id",
        "kind",
        "name",
        "verb",
        "but",
        "noun",
        "object",
        "takes",
        "who",
        "voice",
        "yields",
        "only",
        "unless",
        "words",
        "says",
        "not",
        "why",
    }
)


def _rule(entry: Any, file: Path) -> Rule:
    where = f"{file.name}: {entry.get('id', entry) if isinstance(entry, dict) else entry}"
    if not isinstance(entry, dict) or not {"id", "name", "says"} <= set(entry):
        raise LexiconError(
            "a rule needs id, name and says", where=where, then="give it an example; no example, no rule"
        )
    unknown = set(entry) - _KEYS
    if unknown:
        raise LexiconError(f"unknown keys {sorted(unknown)}", where=where, then=f"known: {', '.join(sorted(_KEYS))}")
    kind = str(entry.get("kind") or entry["id"].split(".")[0])
    if kind not in KIND_NAMES:
        raise LexiconError(f"unknown kind {kind}", where=where, then=f"one of {', '.join(KIND_NAMES)}")
    takes = _words(entry.get("takes"), "/")
    for shape in takes:
        if shape.split()[-1] not in SHAPES:
            raise LexiconError(
                f"unknown shape {shape!r}", where=where, then=f"ends in one of {', '.join(sorted(SHAPES))}"
            )
    return Rule(
        id=entry["id"],
        kind=kind,
        name=entry["name"],
        verb=_words(entry.get("verb")),
        but=_words(entry.get("but")),
        noun=_words(entry.get("noun")),
        object=_words(entry.get("object")),
        takes=takes,
        who=entry.get("who", "subject"),
        voice=entry.get("voice", "any"),
        yields=entry.get("yields") or {},
        only=_words(entry.get("only")),
        unless=_words(entry.get("unless")),
        words=_folded(entry.get("words", ""), where),
        says=tuple(entry["says"]),
        no=tuple(entry.get("not") or ()),
        why=entry.get("why", ""),
        file=file.name,
    )


def _folded(words: str, where: str) -> str:
    """A pattern written over several lines, as one; checked that it compiles."""
    pattern = " ".join(words.split())
    try:
        re.compile(pattern)
    except re.error as error:
        raise LexiconError(f"words are no pattern: {error}", where=where, then="mend the pattern") from error
    return pattern


def _words(value: Any, by: str = "|") -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(part.strip() for part in str(value).split(by) if part.strip())
