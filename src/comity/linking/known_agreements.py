"""The agreements and types of agreement that the lexicon knows, found by the names that releases print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.lexicon.tables import several
from comity.linking.agreement_names import matter, strong, telling_words, trimmed, without_asides
from comity.linking.names import content, name_words, rows, without_parties, words

__all__ = ["Known", "described", "known_agreement", "of_one_family", "titled"]

_VAGUE = frozenset({"other", "general_defence"})
_ARTICLES = frozenset({"the", "a", "an"})
_MEMORANDUM, _MEMORANDA = "mou", frozenset({"mou", "memorandum", "memoranda"})
_LONGEST = 16
_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE = re.compile(r"(?:new|historic|(?:agreement|accord|pact|treaty|deal) (?:on|for|concerning|regarding|about)) ")


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the lexicon: `kinds` of paper it is called; `single` where it is one agreement and no type of them."""

    name: str
    short: str
    aliases: tuple[str, ...]
    kinds: frozenset[str]
    families: tuple[str, ...]
    parties: frozenset[str]
    subject: str
    ambiguous: bool
    single: bool

    @property
    def about(self) -> frozenset[str]:
        """The words of its subject, where that says more than that it has another one."""
        return frozenset() if self.subject in _VAGUE else frozenset(content(self.subject))

    @property
    def matters(self) -> frozenset[frozenset[str]]:
        """What its names say that it is on."""
        return frozenset(matter(telling_words(name)) for name in (self.name, *self.aliases))

    @property
    def describing(self) -> frozenset[str]:
        """The words that describe it: of its names, of the types it is named by or belongs to, and of its subject."""
        return _describing(self)

    def is_described(self, kind: str, told: frozenset[str]) -> bool:
        """Whether the words of a paper of this kind say no more than its names and its subject do."""
        if kind != "agreement" or not strong(told):
            return kind in self.kinds and told in self.matters
        return told <= self.describing and (len(told) > 1 or told <= self.about)


@lru_cache(maxsize=65536)
def known_agreement(printed: str, parties: frozenset[str]) -> Known | None:
    """The lexicon's row for a name; for a type of agreement the one row of these parties that is of that type."""
    name = trimmed(printed)
    found = next((known for known in _named(name) if _fits(known, parties)), None)
    if found and found.single:
        return found
    named = [row for row in _by_unparted_name().get(_unparted(name), ()) if row.parties <= parties]
    if len(named) == 1:
        return named[0]
    if found is None:
        return None
    kin = {row.name: row for row in _singles().get(parties, ()) if found.name in {known.name for known in _types(row)}}
    return next(iter(kin.values())) if len(kin) == 1 else found


@lru_cache(maxsize=65536)
def described(kind: str, told: frozenset[str], parties: frozenset[str]) -> frozenset[str]:
    """The names of the agreements of these parties, and of the types, that words can describe."""
    rows_of = (*_singles().get(parties, ()), *(row for row in _all() if not row.single))
    return frozenset(row.name for row in rows_of if row.is_described(kind, told))


def of_one_family(one: Known, other: Known) -> bool:
    """Whether one is of the type that the other is."""
    return bool({one.name, one.short} & set(other.families) or {other.name, other.short} & set(one.families))


@lru_cache(maxsize=65536)
def titled(word: str, title: str) -> str | None:
    """The one agreement known to the lexicon that a title names and whose name ends in `word`; else None."""
    line = words(title)
    ends = (n + 1 for n, told in enumerate(line) if told == word)
    names = {" ".join(line[start:end]) for end in ends for start in range(max(0, end - _LONGEST), end - 1)}
    found = {known.name for name in names for known in _index().get(name, ()) if known.single}
    return found.pop() if len(found) == 1 else None


def _unparted(name: str) -> tuple[str, ...]:
    return content(without_parties(without_asides(name)))


def _fits(row: Known, parties: frozenset[str]) -> bool:
    """Whether parties can be those of a row: a release may name one of two states, or others beside them."""
    if not row.single or not row.parties or not parties:
        return True
    akin = row.parties <= parties or parties <= row.parties
    return akin or not (row.ambiguous or len(row.parties) == len(parties) == 2)


def _named(name: str) -> tuple[Known, ...]:
    """The rows whose name stands at the head of a printed name, the longest first, with nothing but links after it."""
    bare = without_asides(name)
    for start in (name, without_parties(name), bare, without_parties(bare)):
        line = _line(start)
        for told in dict.fromkeys((line, _BEFORE.sub("", line, count=1) if _BEFORE.match(line) else line)):
            if found := _at_head(told.split(), name):
                return found
    return ()


def _line(name: str) -> str:
    return " ".join(w for w in words(name) if w not in _ARTICLES and not _YEAR.fullmatch(w))


def _at_head(line: list[str], printed: str) -> tuple[Known, ...]:
    for length in range(min(len(line), _LONGEST), 0, -1):
        rest = line[length:]
        if (rest and rest[0] not in name_words("link")) or (length == 1 and not _capitals(line[0], printed)):
            continue
        if found := _index().get(" ".join(line[:length])):
            return found
    return ()


def _capitals(word: str, printed: str) -> bool:
    """Whether a single word stands in capitals, as abbreviations do ("ICE", "SORT")."""
    return any(w.casefold() == word and w[:1].isupper() and w[1:2].isupper() for w in re.findall(r"[\w-]+", printed))


@cache
def _types(row: Known) -> tuple[Known, ...]:
    """The types it is of, and those that it is also called by: "the India-Japan RPSS" is an ACSA."""
    lines = (*map(_line, row.families), *(_line(without_parties(alias)) for alias in row.aliases))
    return tuple(known for line in dict.fromkeys(lines) for known in _index().get(line, ()) if not known.single)


@cache
def _describing(row: Known) -> frozenset[str]:
    names = [row.name, *row.aliases, *(name for known in _types(row) for name in (known.name, *known.aliases))]
    told = {word for name in names if not name.isupper() for word in telling_words(name)}
    return frozenset(told) | row.about


@cache
def _index() -> dict[str, tuple[Known, ...]]:
    found: dict[str, tuple[Known, ...]] = {}
    for row in rows("agreements"):
        names = (row["name"], row["abbreviation"], *several(row["aliases"]))
        known = Known(
            name=row["name"],
            short=row["abbreviation"],
            aliases=several(row["aliases"]),
            kinds=frozenset({row["kind"], *(_MEMORANDUM for name in names if _MEMORANDA & set(words(name)))}),
            families=several(row["family"]),
            parties=frozenset(several(row["parties"])),
            subject=row["subject"],
            ambiguous=row["ambiguous"] == "yes",
            single=bool(row["parties"] or row.get("signed")),
        )
        for name in dict.fromkeys(names):
            if line := _line(name):
                found[line] = (*found.get(line, ()), known)
    return found


@cache
def _all() -> tuple[Known, ...]:
    found = {row for named in _index().values() for row in named}
    return tuple(sorted(found, key=lambda row: (row.name, sorted(row.parties))))


@cache
def _singles() -> dict[frozenset[str], tuple[Known, ...]]:
    """The agreements of two parties, by the parties."""
    found: dict[frozenset[str], tuple[Known, ...]] = {}
    for row in _all():
        if row.single and len(row.parties) == 2:
            found[row.parties] = (*found.get(row.parties, ()), row)
    return found


@cache
def _by_unparted_name() -> dict[tuple[str, ...], tuple[Known, ...]]:
    """The agreements of parties that their names tell, by what is left of the name without them."""
    found: dict[tuple[str, ...], tuple[Known, ...]] = {}
    for row in _all():
        if row.parties:
            found[_unparted(row.name)] = (*found.get(_unparted(row.name), ()), row)
    return found
