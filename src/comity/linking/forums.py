"""Named, recurring meetings: which forum a series is, and whether the pair that meets is part of its identity."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.lexicon.load import HERE
from comity.lexicon.tables import several, table
from comity.linking.company import folded
from comity.linking.memberships import bodies_by_code

__all__ = ["Forum", "forum_of", "name_words", "names_agree", "number_of", "summit_of_heads", "titled"]


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum by its usual name.

    `pair` is the parties where many pairs hold a forum of that name, else ""; `open` says that who is named need not
    be who it is of (a summit of many, a conference); `holders` are the few states that always hold it.
    """

    name: str
    pair: str
    open: bool
    holders: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """What is the same for all its holdings."""
        return f"{self.name}|{self.pair}"


_FEW = 6


@lru_cache(maxsize=8192)
def forum_of(series: str | None, name: str | None, parties: frozenset[str]) -> Forum | None:
    """The forum of a series as these parties hold it; under a name that many pairs share, the pair's own.

    Where no series is told, a name of the same words as a forum's own stands for it. A series that the
    lexicon does not have is taken to be the named parties' own.
    """
    told = series
    by_code = bodies_by_code(name, parties) if name else ""
    series = (
        _of_body(series, by_code, parties)
        or _by_name().get(folded(name or ""))
        or _by_words().get(name_words(name or ""))
        or _by_words().get(name_words(by_code))
    )
    if not series:
        return None
    row = _rows().get(series)
    if row is None:
        return Forum(series, "-".join(sorted(parties)), open=False)
    beside = (name_words(name or "") & _BESIDE) - {word for own in row.names for word in name_words(own)}
    if row.kind == "summit" and beside:
        return Forum(" ".join((series, *sorted(name_words(name or "") - name_words(series)))), "", open=True)
    if row.parties:
        few = (
            (told is not None or row.parties <= parties)
            and 1 < len(row.parties) <= _FEW
            and all(len(code) == 2 for code in row.parties - {"EU", "UN"})
        )
        held = few or len(row.parties) == 2
        return Forum(series, "", open=not held, holders=row.parties if held else frozenset())
    if row.kind != "dialogue":
        return Forum(series, "", open=True)
    own = _own(series, parties)
    return Forum(own, "", open=False) if own else Forum(series, "-".join(sorted(parties)), open=False)


@lru_cache(maxsize=8192)
def titled(title: str) -> str | None:
    """The one forum of many that a title names, where it does not tell of what was beside it."""
    told = f" {folded(title)} "
    found = {forum for name, forum in _by_name().items() if " " in name and f" {name} " in told}
    return min(found) if len(found) == 1 and not _ASIDE.search(told) else None


_ASIDE = re.compile(r"\b(?:margins?|sidelines?|ahead|before|after|travel|trip|participation)\b")


@lru_cache(maxsize=8192)
def summit_of_heads(words: str) -> str | None:
    """The summit of the body whose leaders meet by these words: `the G7 leaders’ meeting`, `met with G7 leaders`.

    Where they meet virtually it is no summit, but a talk beside it.
    """
    told = folded(words)
    if "virtual" in told:
        return None
    found = {forum for code, forum in _summits().items() if _heads_of(code).search(told)}
    return min(found) if len(found) == 1 else None


@cache
def _summits() -> dict[str, str]:
    """The summit of each body that holds but one kind of them, by the body's folded code."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for name, row in _rows().items():
        if row.kind == "summit" and len(row.parties) == 1:
            held[folded(next(iter(row.parties)))].add(name)
    return {code: min(names) for code, names in held.items() if len(names) == 1 and code not in _states()}


@cache
def _heads_of(code: str) -> re.Pattern[str]:
    own = re.escape(code)
    return re.compile(rf"\b(?:meet\w*|met) with (?:the )?{own} leaders\b|\b{own} leaders (?:meeting|summit)\b")


def number_of(forum: Forum, words: str) -> int | None:
    """The number that stands by the short name of a forum whose short names bear one: `COP 26`, where it is `COP26`."""
    row = _rows().get(forum.name)
    short = {told[1] for name in row.names if (told := _NUMBERED.fullmatch(name))} if row else set()
    if not short:
        return None
    found = {int(n) for n in re.findall(rf"\b(?:{'|'.join(sorted(short))})[ -]?(\d{{1,3}})\b", words.casefold())}
    return min(found) if len(found) == 1 else None


_NUMBERED = re.compile(r"([a-z]{2,})(\d{1,3})")


def _of_body(series: str | None, name: str, parties: frozenset[str]) -> str | None:
    """The series; of two bodies that a name tells together, that of the one which is a party."""
    row = _rows().get(series or "")
    if row is None or row.parties & parties:
        return series
    words = set(name.split())
    theirs = {code for code in parties if folded(code) in words and code not in _states()}
    alike = [
        other for other, one in _rows().items()
        if one.kind == row.kind and one.level == row.level and len(one.parties) == 1 and one.parties <= theirs
    ]  # fmt: skip
    return alike[0] if len(alike) == 1 else series


@cache
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in table(HERE / "data", "states"))


@dataclass(frozen=True, slots=True)
class _Row:
    names: tuple[str, ...]
    kind: str
    level: str
    form: str
    parties: frozenset[str]
    ambiguous: bool


@cache
def _rows() -> dict[str, _Row]:
    return {
        row["name"]: _Row(
            tuple(folded(n) for n in (row["name"], *several(row["aliases"]))),
            row["kind"],
            row["level"],
            row["form"],
            frozenset(several(row["parties"])),
            row["ambiguous"] == "yes",
        )
        for row in table(HERE / "data", "dialogues")
    }


@cache
def _by_name() -> dict[str, str]:
    """The forums by each of their folded names, but for names that mean other things too."""
    return {name: forum for forum, row in _rows().items() if not row.ambiguous for name in row.names}


@cache
def _by_words() -> dict[frozenset[str], str]:
    """The forums by the words of their names, of two or more, that no other forum has."""
    found: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for name, forum in _by_name().items():
        found[name_words(name)].add(forum)
    return {words: min(forums) for words, forums in found.items() if len(words) > 1 and len(forums) == 1}


def _own(series: str, parties: frozenset[str]) -> str | None:
    """The one forum of exactly these parties that bears the shared name, or has its form where but one has."""
    shared = _rows()[series]
    theirs = {name: row for name, row in _rows().items() if row.parties == parties}
    bearing = [n for n, row in theirs.items() if any(x.endswith(y) for x in row.names for y in shared.names)]
    alike = bearing or [n for n, row in theirs.items() if shared.form == row.form == "two_plus_two"]
    return alike[0] if len(alike) == 1 else None


_BESIDE = frozenset({"minister", "sherpa", "cohort", "symposium", "workshop", "expert"})
"""Words of those who meet by the name of a summit, and are not its heads."""

_COMMON = frozenset(
    {
        "the", "of", "and", "a", "an", "on", "for", "in", "at", "to", "with", "between", "meeting", "meetings",
        "annual", "th", "st", "nd", "rd", "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
        "eighth", "ninth", "tenth", "high", "level",
    }
)  # fmt: skip


@lru_cache(maxsize=16384)
def name_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others: no articles, ordinals or years; `Ministerial` is `ministers`."""
    bare = re.sub(r"(?<=\b[A-Z])\.|[’']s?\b|[’']", "", name)  # U.S. is US, and no genitive
    told = (w for w in folded(bare).split() if w not in _COMMON and not re.fullmatch(r"\d+(?:st|nd|rd|th)?", w))
    return frozenset(re.sub(r"(?<=\w{3})s$|(?<=minister)ial$", "", w) for w in told)


def names_agree(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two names, as their words, may be of one meeting: one holds all of the other, or most are shared."""
    if not left or not right:
        return False
    shared = len(left & right)
    return shared == min(len(left), len(right)) or shared / len(left | right) >= 0.6
