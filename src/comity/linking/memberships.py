"""The members of small bodies, as the forums that bear a body's name are of: a meeting of the body is one of them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from comity.lexicon.tables import several
from comity.linking.company import folded
from comity.linking.names import rows

__all__ = ["bodies_by_code", "body_words", "expanded", "met_as_body"]


@lru_cache(maxsize=16384)
def expanded(parties: frozenset[str]) -> frozenset[str]:
    """The parties with the members of each small body in its place."""
    return frozenset().union(*(_members().get(code, frozenset({code})) for code in parties))


def met_as_body(quote: str, parties: frozenset[str]) -> frozenset[str]:
    """The parties; where the words tell of a meeting of a small body that these are of, its members."""
    text = folded(quote)
    for code, members in sorted(_members().items()):
        if parties < members and any(_meeting_of(name).search(text) for name in sorted(_names()[code])):
            return members
    return parties


@cache
def _meeting_of(name: str) -> re.Pattern[str]:
    own = re.escape(name)
    return re.compile(rf"\b{own} (?:leaders )?(?:meeting|summit|talks)\b|\b(?:meeting|summit) of the {own}\b")


@lru_cache(maxsize=16384)
def body_words(parties: frozenset[str]) -> frozenset[str]:
    """The words that name small bodies of exactly these parties."""
    return frozenset(
        word for code, members in _members().items() if members == parties for name in _names()[code]
        for word in name.split()
    )  # fmt: skip


@lru_cache(maxsize=16384)
def bodies_by_code(name: str, parties: frozenset[str]) -> str:
    """A name in which these parties that are bodies are told by their codes, however they are printed."""
    text = folded(re.sub(r"(?<=\b[A-Z])\.|[’']s?\b|[’']", "", name))
    for code in sorted(parties & _names().keys()):
        for printed in sorted(_names()[code], key=lambda n: (-len(n), n)):
            text = re.sub(rf"\b{re.escape(printed)}\b", folded(code), text)
    return text


@cache
def _names() -> dict[str, frozenset[str]]:
    """The folded names of each body; organs of a body are not the body."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("bodies"):
        if not row["kind"].endswith("_institution"):
            names = {folded(name) for name in (row["code"], row["name"], *several(row["aliases"]))}
            found[row["code"]] = found.get(row["code"], frozenset()) | names
    return found


@cache
def _members() -> dict[str, frozenset[str]]:
    states = {row["code"] for row in rows("states")}
    found: dict[str, frozenset[str]] = {}
    for row in rows("dialogues"):
        parties = frozenset(several(row["parties"]))
        if len(parties) < 3 or not parties <= states:
            continue
        named = [f" {folded(name)} " for name in (row["name"], *several(row["aliases"]))]
        for code, names in _names().items():
            if any(f" {one} " in told for one in names for told in named):
                found.setdefault(code, parties)
    return found
