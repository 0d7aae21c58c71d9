"""Keeps how claims hang together: their forms, the blocks of each, and the entry that each form belongs to.

What a form is and when two are one thing is the business of `linking`; here it is only kept and found again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from comity.record.clock import next_number
from comity.record.tables import claims, form_keys, formed, forms

__all__ = [
    "SELF",
    "Form",
    "add_forms",
    "assign",
    "attach",
    "block",
    "detach",
    "drop_forms",
    "forms_in",
    "forms_named",
    "forms_numbered",
    "forms_of",
    "hash_of",
    "in_blocks",
    "key_of",
    "members_of",
    "stand_for",
    "unblock",
]

CHUNK = 400
SELF = -1
"""The place of a claim itself among what a claim holds that can be linked; its participants are 0, 1, 2 …"""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: `standing_for` is the telling that is looked at for all that have it."""

    number: int
    kind: str
    hash: str
    standing_for: str
    component: int
    entry: str | None


def hash_of(kind: str, form: str) -> str:
    """The hash under which a form of a kind is kept."""
    return hashlib.sha256(f"{kind}\x1f{form}".encode()).hexdigest()[:32]


def key_of(kind: str, key: str) -> int:
    """A block's key as a number of 63 bits."""
    return int.from_bytes(hashlib.sha256(f"{kind}\x1f{key}".encode()).digest()[:8], "big") >> 1


def forms_named(connection: Connection, hashes: Collection[str]) -> dict[str, Form]:
    """The forms that are kept already, by their hash."""
    return {
        row.hash: Form(*row) for part in _parts(sorted(hashes)) for row in connection.execute(_NAMED, {"many": part})
    }


def forms_in(connection: Connection, components: Collection[int]) -> list[Form]:
    """All forms of some components."""
    found = [Form(*row) for part in _parts(sorted(components)) for row in connection.execute(_IN, {"many": part})]
    return sorted(found, key=lambda form: form.number)


def forms_numbered(connection: Connection, numbers: Collection[int]) -> dict[int, Form]:
    """The forms of these numbers."""
    return {
        row.number: Form(*row)
        for part in _parts(sorted(numbers))
        for row in connection.execute(_NUMBERED, {"many": part})
    }


def in_blocks(connection: Connection, keys: Collection[int]) -> dict[int, list[Form]]:
    """The forms of some blocks, by the block's key; blocks with none are left out."""
    known: dict[int, Form] = {}
    found: defaultdict[int, list[Form]] = defaultdict(list)
    for part in _parts(sorted(keys)):
        for key, number, *rest in connection.execute(_SHARING, {"many": part}):
            if number not in known:
                known[number] = Form(number, *rest)
            found[key].append(known[number])
    return found


def add_forms(connection: Connection, told: Sequence[tuple[str, str, str, Collection[int]]]) -> list[Form]:
    """Keep new forms, given as (kind, hash, whom it stands for, keys); each is a component of its own at first."""
    if not told:
        return []
    first = next_number(connection, forms, len(told))
    made = [Form(first + i, kind, form, stands, first + i, None) for i, (kind, form, stands, _) in enumerate(told)]
    connection.execute(_ADD, [{name: getattr(form, name) for name in _MADE} for form in made])
    block(connection, [(form.number, keys) for form, (_, _, _, keys) in zip(made, told, strict=True)])
    return made


def block(connection: Connection, told: Iterable[tuple[int, Collection[int]]]) -> None:
    """Note in which blocks forms stand: (form's number, keys)."""
    keyed = [{"key": key, "form": form} for form, keys in told for key in sorted(keys)]
    if keyed:
        connection.execute(_BLOCK, keyed)


def unblock(connection: Connection, numbers: Collection[int]) -> None:
    """Take forms out of all blocks."""
    for part in _parts(sorted(numbers)):
        connection.execute(delete(form_keys).where(form_keys.c.form.in_(part)))


def attach(connection: Connection, told: Iterable[tuple[int, int, int]]) -> None:
    """Note the form of claims and participants: (claim's number, its place in the claim or SELF, form's number)."""
    rows = [{"claim": claim, "at": at, "form": form} for claim, at, form in told]
    if rows:
        connection.execute(_ATTACH, rows)


def detach(connection: Connection, numbers: Collection[int]) -> dict[int, set[str]]:
    """Take claims out of their forms; gives the forms that lost some, each with the ids of the tellings lost."""
    lost: defaultdict[int, set[str]] = defaultdict(set)
    for part in _parts(sorted(numbers)):
        for row in connection.execute(_HAVING, {"many": part}):
            lost[row.form].add(row.id if row.at == SELF else f"{row.id}#{row.at}")
        connection.execute(delete(formed).where(formed.c.claim.in_(part)))
    return lost


def members_of(connection: Connection, numbers: Collection[int]) -> dict[int, list[str]]:
    """The tellings of each form: ids of claims, or `claim#place` for participants; forms without any are left out."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for part in _parts(sorted(numbers)):
        for row in connection.execute(_MEMBERS, {"many": part}):
            found[row.form].append(row.id if row.at == SELF else f"{row.id}#{row.at}")
    return found


def forms_of(connection: Connection, tellings: Collection[str]) -> dict[str, Form]:
    """The form of each of these tellings (claim ids, or `claim#place`); those that have none are left out."""
    wanted = set(tellings)
    found: dict[str, Form] = {}
    for part in _parts(sorted({one.partition("#")[0] for one in wanted})):
        for row in connection.execute(_OF, {"many": part}):
            telling = row.id if row.place == SELF else f"{row.id}#{row.place}"
            if telling in wanted:
                found[telling] = Form(*row[2:])
    return found


def stand_for(connection: Connection, told: Iterable[tuple[int, str]]) -> None:
    """Let other tellings stand for all of their forms: (form's number, telling)."""
    rows = [{"new_number": number, "new_standing_for": telling} for number, telling in told]
    if rows:
        connection.execute(_STAND, rows)


def drop_forms(connection: Connection, numbers: Collection[int]) -> None:
    """Forget forms that nothing has any more."""
    unblock(connection, numbers)
    for part in _parts(sorted(numbers)):
        connection.execute(delete(forms).where(forms.c.number.in_(part)))


def assign(connection: Connection, told: Sequence[Mapping[str, object]]) -> None:
    """Note where forms belong now: rows of `number, component, entry, reason, certainty` (in thousandths)."""
    if told:
        connection.execute(_ASSIGN, [{f"new_{key}": value for key, value in row.items()} for row in told])


_ASSIGN = (
    update(forms)
    .where(forms.c.number == bindparam("new_number"))
    .values({name: bindparam(f"new_{name}") for name in ("component", "entry", "tied_to", "reason", "certainty")})
)
_STAND = (
    update(forms).where(forms.c.number == bindparam("new_number")).values(standing_for=bindparam("new_standing_for"))
)
_MADE = ("number", "kind", "hash", "standing_for", "component")
_ADD, _BLOCK, _ATTACH = insert(forms), insert(form_keys), insert(formed)
_FORM = (
    forms.c.number, forms.c.kind, forms.c.hash, forms.c.standing_for, forms.c.component, forms.c.entry,
)  # fmt: skip
# Made once: to put a statement together takes several times as long as to run it.
_MANY: BindParameter[Any] = bindparam("many", expanding=True)
_NAMED = select(*_FORM).where(forms.c.hash.in_(_MANY))
_IN = select(*_FORM).where(forms.c.component.in_(_MANY))
_NUMBERED = select(*_FORM).where(forms.c.number.in_(_MANY))
_SHARING = (
    select(form_keys.c.key, *_FORM)
    .join(form_keys, form_keys.c.form == forms.c.number)
    .where(form_keys.c.key.in_(_MANY))
)
_TELLINGS = select(formed.c.form, formed.c.at, claims.c.id).join(claims, claims.c.number == formed.c.claim)
_HAVING = _TELLINGS.where(formed.c.claim.in_(_MANY))
_MEMBERS = _TELLINGS.where(formed.c.form.in_(_MANY))
_OF = (
    select(claims.c.id, formed.c.at.label("place"), *_FORM)
    .join(formed, formed.c.claim == claims.c.number)
    .join(forms, forms.c.number == formed.c.form)
    .where(claims.c.id.in_(_MANY))
)


def _parts(values: Sequence[object]) -> Iterable[Sequence[object]]:
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))
