"""How a desk paper says parties, days, lists and people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from comity.lexicon.load import HERE
from comity.lexicon.tables import several, table
from comity.linking.memberships import expanded
from comity.model import Participant

__all__ = [
    "and_list",
    "by_the_account",
    "cut",
    "day_told",
    "on_day",
    "parties",
    "party",
    "people_told",
    "possessive",
    "times",
]

_WITH_ARTICLE = re.compile(
    r"^(?:United|G\d|.*\b(?:Islands|Republic|Kingdom|Union|Organi[sz]ation|Nations|Council|Association|Community|"
    r"Emirates|See|Fund|Bank|Agency|League|Forum|Court|Quad)\b|"
    r"(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines|Seychelles|Quad)$)"
)
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_QUARTERS = {"33": "first", "34": "second", "35": "third", "36": "fourth"}
_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT_ROLE = 3
_NO_TITLE = re.compile(r"[,(]|\bof\b|\bin\b")
"""An office that stands behind a name, and not before it as a title."""
_LAST = 4
"""Of how many a list is told by name before it ends in "and 3 others"."""


def party(code: str) -> str:
    """A state or body as it stands in a sentence: "India", "the United States", "ASEAN"."""
    name = _names().get(code, code)
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def parties(codes: Sequence[str]) -> str:
    """Several parties in the order given: "India and Japan"."""
    return and_list([party(code) for code in codes])


@cache
def _names() -> dict[str, str]:
    states = {row["code"]: row["name"] for row in table(HERE / "data", "states")}
    bodies: dict[str, str] = {}
    for row in table(HERE / "data", "bodies"):
        code = row["code"]
        if code in several(row["aliases"]) and " " in row["name"] and code.isupper() and len(code) > 2:
            bodies.setdefault(code, code if code != "QUAD" else row["name"])
        elif row["kind"] != "eu_institution":
            bodies.setdefault(code, row["name"])
    return bodies | states


def and_list(told: Sequence[str], most: int | None = None) -> str:
    """Several as "a, b and c"; of more than `most` the first ones, and how many others."""
    if most is not None and len(told) > most:
        told = [*told[: most - 1], f"{len(told) - most + 1} others"]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}" if told else ""


def day_told(edtf: str | None) -> str:
    """A date as it is read: "8 September 2022", "September 2022", "3 to 9 August 2026"; "" where none is told."""
    if not edtf:
        return ""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if first in ("", "..") or last in ("", ".."):
        known = _point(first if last in ("", "..") else last)
        return f"{'from' if last in ('', '..') else 'until'} {known}" if known else ""
    return _between(_point(first), _point(last))


def on_day(edtf: str | None) -> str:
    """A date with its preposition: "on 8 September 2022", "in 2022", "from 3 to 9 August 2026"; "" for none."""
    told = day_told(edtf)
    if not told or told.startswith(("from ", "until ")):
        return told
    first, slash, last = (edtf or "").partition("/")
    if slash and first != last:
        return f"from {told}" if " to " in told else f"in {told}"
    return f"on {told}" if told[0].isdigit() and " " in told else f"in {told}"


def _between(first: str, last: str) -> str:
    """Two points; what they share behind is said once: "3 to 9 August 2026", "30 July to 2 August 2026"."""
    if not first or not last or first == last:
        return first or last
    one, other = first.split(), last.split()
    shared = 0
    while len(one) == len(other) and shared < len(one) - 1 and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    return f"{' '.join(one[: len(one) - shared])} to {last}"


def _point(edtf: str) -> str:
    match = _POINT.match(edtf)
    if match is None:
        return ""
    year, month, day = match.groups()
    if month is None:
        return year
    if month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if month in _QUARTERS:
        return f"the {_QUARTERS[month]} quarter of {year}"
    if not 1 <= int(month) <= 12:
        return year
    name = _MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def people_told(people: Sequence[Participant], most: int = _LAST, *, inside: bool = False) -> str:
    """People by name with their offices: "Defence Minister Asha Rao and Ken Mori (head of the planning staff)".

    `inside` brackets a long office is left out.
    """
    told = [_named(one, inside=inside) for one in people if one.name]
    return and_list(list(dict.fromkeys(told)), most)


def _named(one: Participant, *, inside: bool) -> str:
    role, name = _role(one), str(one.name)
    if not role:
        return name
    if len(role.split()) <= _SHORT_ROLE and role[:1].isupper() and not _NO_TITLE.search(role):
        return f"{role} {name}"
    return name if inside else f"{name} ({role})"


def _role(one: Participant) -> str:
    role = (one.role or "").strip(" ,")
    if role.isupper() and len(role) > 4:
        role = role.title()
    return f"acting {role}" if role and one.acting and "acting" not in role.lower() else role


def by_the_account(accounts: Sequence[str], asked: Sequence[str]) -> str:
    """Whose account a thing rests on, said where it is not that of all who are asked for; "" where it is.

    A text of a small body is that of all its members.
    """
    if not accounts or expanded(frozenset(asked)) <= expanded(frozenset(accounts)):
        return ""
    own = [code for code in accounts if code in asked]
    return f"by {possessive(parties(own or accounts[:2]))} account"


def possessive(name: str) -> str:
    """Of whom: "India’s", "the United States’"."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def times(number: int) -> str:
    """How often: "once", "twice", "5 times"."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def cut(words: str, most: int) -> str:
    """A phrase of at most so many letters, cut at a word."""
    bare = " ".join(words.split()).rstrip(" .;,:")
    if len(bare) > most:
        bare = bare[: bare.rindex(" ", 0, most) if " " in bare[:most] else most].rstrip(" ,;:") + " …"
    for opening, closing in (("“", "”"), ("‘", "’")):
        if bare.count(opening) > bare.count(closing):
            bare += closing
    return bare
