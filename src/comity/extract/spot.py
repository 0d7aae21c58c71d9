"""Spots: one instrument where a sentence names it, what kind it is, and whether it is open to many states."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.lexicon.gazetteer import Name
from comity.lexicon.tables import several
from comity.reading.mentions import Sentence
from comity.sources.parties import is_body

__all__ = ["Spot", "kind_of", "of_many"]

_JOINT = (
    r"joint (?:press |ministerial |leaders['’] )?(?:statement|communiqu|declaration)(?! of intent)|vision statement"
    r"|joint message|communiqu[eé]|^(?:\S+ ){0,5}(?:declaration|statements?)(?! of intent)"
)
_KIND = (
    ("joint_statement", _JOINT),
    ("mou", r"memorand\w+ of (?:understanding|co-?operation|agreement)|\bMoUs?\b|\bMoC\b"),
    ("loi", r"letters? of intent|memorandum of intent|\bLoI\b|(?:statement|declaration) of intent"),
    ("agreement", r"\b(?:trade|peace|ceasefire|truce|prosperity|hostage|tariff)\b.*\bdeal\b"),
    ("mou", r"^(?:\S+ ){0,4}memorand(?:um|a)\b(?! of)"),
    ("contract", r"contract|\bdeal\b"),
    ("treaty", r"treaty|treaties|convention|charter|protocol|\bpact\b|covenant|amendment|final act|statute"),
    ("agreement", r"agreements?\b|accord|compact|\bloan\b"),
    (
        "arrangement",
        r"arrangement|terms of reference|roadmap|plan|framework|programme|record of|partnership",
    ),
    ("other", r"documents?"),
)


@dataclass(frozen=True, slots=True)
class Spot:
    """An instrument named in a sentence: its place there, its name as printed, its row where it is known."""

    start: int
    end: int
    name: str
    head: str
    row: Name | None


_OF_MANY = re.compile(r"\b(?:Convention|Covenant|Treaty|Protocol|Accords|Amendment|Statute|Charter|Declaration)\b")
_JOINS = re.compile(
    r"\b(?:join|rejoin|acced|accession|ratif|(?:state |states )?part(?:y|ies) to|signator|instruments? of|withdr"
    r"|depositary|obligations under)\w*\b[^,;.]*$"
)


def of_many(spot: Spot, sentence: Sentence) -> bool:
    """Whether the instrument is open to many states, so that one alone may be told to sign or join it."""
    row = spot.row.row if spot.row else None
    if row is not None:
        states = [code for code in several(row["parties"]) if not is_body(code)]
        return not states and bool(row["signed"])
    if re.search(r"\b(?:between|with)\b", spot.name) or re.match(r"\s+(?:between|with)\b", sentence.text[spot.end :]):
        return False
    named = _OF_MANY.search(spot.name) is not None and len(re.findall(r"\b[A-Z]\w+", spot.name)) > 1
    return named and _JOINS.search(sentence.text[: spot.start]) is not None


def kind_of(name: str) -> str:
    """The kind a name's own words tell ("Memorandum of Understanding …": mou); `agreement` where they do not."""
    return next((kind for kind, words in _KIND if re.search(words, name, re.IGNORECASE)), "agreement")
