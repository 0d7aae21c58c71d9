"""Who stands in a clause: by whom it is said to be done, who took part, and in which order parties are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from comity.lexicon.gazetteer import NameKind
from comity.reading.people import Found
from comity.views.compare.clauses import Clause
from comity.views.compare.facts import Fact

__all__ = ["Countries", "Row", "attending", "doer", "rows_in"]

_NAMES: tuple[NameKind, ...] = ("state", "adjective", "demonym", "service")
_BOTH = re.compile(
    r"\b(?:both|they|we|(?:the )?(?:two|three|four)\s\w+|the (?:leaders|ministers|sides|parties|countries|presidents|"
    r"counterparts|prime ministers))\b",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|industr(?:y|ies)|businesses|universit(?:y|ies)|investors)\b", re.IGNORECASE
)


class Countries:
    """For whom people act, as either release tells it: a name met with its state is known without it elsewhere."""

    def __init__(self, clauses: Iterable[Clause]) -> None:
        known: dict[str, set[str]] = {}
        for clause in clauses:
            for person in clause.people:
                if person.name and person.country:
                    known.setdefault(surname(person), set()).add(person.country)
        self._known: Mapping[str, str] = {name: next(iter(codes)) for name, codes in known.items() if len(codes) == 1}

    def of(self, person: Found) -> str | None:
        """The state of a person; None where neither text tells it."""
        return person.country or (self._known.get(surname(person)) if person.name else None)

    def named(self, words: str) -> set[str]:
        """The states of those whom these words name by surname alone."""
        return {
            code for name, code in self._known.items() if re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE)
        }


def surname(person: Found) -> str:
    """The last word of a name, folded."""
    words = re.sub(r",? (?:Jr|Sr|III?)\.?$", "", person.name or "").split()
    return words[-1].casefold() if words else ""


def doer(clause: Clause, countries: Countries) -> str | None:
    """By whom a clause says that it is done: "both", a party, "companies of" one; None where that is not plain."""
    if clause.cue is None:
        return None
    before = clause.text[: clause.cue.start]
    if not before.split() or all(w.endswith("ly") or w in {"also", "further", "and"} for w in before.split()):
        return doer(clause.inherited, countries) if clause.inherited else None
    subject = re.split(r",\s|\bthat\b", before.rstrip(" ,"))[-1] or before
    parties = {n.code for h in clause.hits if h.end <= clause.cue.start and (n := h.reading(*_NAMES))}
    parties |= {c for p in clause.people if p.end <= clause.cue.start and (c := countries.of(p))}
    parties |= countries.named(subject)
    several = sum(p.end <= clause.cue.start and not p.plural for p in clause.people) > 1 and " and " in before
    if _BOTH.search(subject) or len(parties) > 1 or several:
        return "both"
    if len(parties) != 1:
        return None
    code = next(iter(parties))
    return f"companies of {code}" if _PRIVATE.search(subject) else code


_ATTEND = re.compile(
    r"\b(?P<lead>attended|accompanied|took part|participated|joined)\b|\b(?P<by>received|co-chaired|chaired|led|headed|"
    r"accompanied|joined|represented) by\b"
)
_SAME = {"headed": "led", "participated": "attended", "took part": "attended"}


def attending(clause: Clause) -> Iterator[Fact]:
    """Who took part, by the verb that says how: "X attended", "received by Y"."""
    for match in _ATTEND.finditer(clause.text):
        by = match["by"] is not None
        verb = match["by"] or match["lead"]
        people = [p for p in clause.people if (p.start >= match.end() if by else p.end <= match.start())]
        for person in people[:4] if by else people[-3:]:
            start, end = (match.start(), person.end) if by else (person.start, match.end())
            value = surname(person) or person.office
            yield Fact(
                "participants", value, start + clause.start, end + clause.start,
                frozenset({_SAME.get(verb, verb), "by" if by else "of"}),
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """Two parties, people or offices named one after the other."""

    first: str
    second: str
    start: int
    end: int


_AND = re.compile(r"^(?:’s|'s)?[^.;:]{0,40}?(?:,? and (?:the |its )?|\s?[-–/]\s?)(?:[A-Z][\w.’'-]*\s){0,3}$")
_VERBAL = re.compile(r"\b(?:met|with|to|agreed|will|was|were|is|are|that|in|by|on|for|held|visited)\b")


def rows_in(clause: Clause) -> Iterator[Row]:
    """Pairs that are named together, in the order of print."""
    told = sorted(_named(clause), key=lambda n: (n[1], -n[2]))
    kept: list[tuple[str, int, int]] = []
    for name in told:
        if not kept or name[1] >= kept[-1][2]:
            kept.append(name)
    for (one, start, end), (other, begin, finish) in pairwise(kept):
        between = clause.text[end:begin]
        if one != other and _AND.match(between) and not _VERBAL.search(between):
            yield Row(one, other, start + clause.start, finish + clause.start)


def _named(clause: Clause) -> Iterator[tuple[str, int, int]]:
    for person in clause.people:
        if not person.plural:
            yield surname(person) or person.office, person.start, person.end
    for hit in clause.hits:
        name = hit.reading(*_NAMES)
        if name:
            yield name.code, hit.start, hit.end
