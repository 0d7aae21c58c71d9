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
    "key_of",
    "members_of",
    "neighbours",
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


def hash_of(form: str) -> str:
    """The hash under which a form is kept."""
    return hashlib.sha256(form.encode()).hexdigest()[:32]


def key_of(kind: str, key: str) -> int:
    """A block's key as a number of 63 bits."""
    return int.from_bytes(hashlib.sha256(f"{kind}\x1f{key}".encode()).digest()[:8], "big") >> 1


def forms_named(connection: Connection, kind: str, hashes: Collection[str]) -> dict[str, Form]:
    """The forms of a kind that are kept already, by their hash."""
    found: dict[str, Form] = {}
    for part in _parts(sorted(hashes)):
        rows = connection.execute(_NAMED, {"kind": kind, "many": part})
        found |= {row.hash: Form(*row) for row in rows}
    return found


def forms_in(connection: Connection, kind: str, components: Collection[int]) -> list[Form]:
    """All forms of some components of a kind."""
    # Told of the kind, SQLite begins with all forms of the kind: it is looked at here.
    found = [
        Form(*row)
        for part in _parts(sorted(components))
        for row in connection.execute(_IN, {"many": part})
        if row.kind == kind
    ]
    return sorted(found, key=lambda form: form.number)


def forms_numbered(connection: Connection, numbers: Collection[int]) -> dict[int, Form]:
    """The forms of these numbers."""
    return {
        row.number: Form(*row)
        for part in _parts(sorted(numbers))
        for row in connection.execute(_NUMBERED, {"many": part})
    }


def neighbours(connection: Connection, kind: str, keys: Collection[str]) -> list[Form]:
    """The forms that share a block with one of these keys."""
    found: dict[int, Form] = {}
    for part in _parts(sorted(key_of(kind, key) for key in keys)):
        found |= {row.number: Form(*row) for row in connection.execute(_SHARING, {"many": part})}
    return [found[number] for number in sorted(found)]


def add_forms(connection: Connection, kind: str, told: Sequence[tuple[str, str, Collection[str]]]) -> list[Form]:
    """Keep new forms, given as (hash, whom it stands for, keys); each is a component of its own until it is settled."""
    if not told:
        return []
    first = next_number(connection, forms, len(told))
    made = [Form(first + i, kind, form, stands, first + i, None) for i, (form, stands, _) in enumerate(told)]
    if made:
        connection.execute(
            insert(forms),
            [
                {
                    "number": f.number,
                    "kind": kind,
                    "hash": f.hash,
                    "standing_for": f.standing_for,
                    "component": f.number,
                }
                for f in made
            ],
        )
    block(connection, kind, [(form.number, keys) for form, (_, _, keys) in zip(made, told, strict=True)])
    return made


def block(connection: Connection, kind: str, told: Iterable[tuple[int, Collection[str]]]) -> None:
    """Note in which blocks forms stand: (form's number, keys)."""
    keyed = [{"key": key, "form": form} for form, keys in told for key in sorted({key_of(kind, one) for one in keys})]
    if keyed:
        connection.execute(insert(form_keys), keyed)


def unblock(connection: Connection, numbers: Collection[int]) -> None:
    """Take forms out of all blocks."""
    for part in _parts(sorted(numbers)):
        connection.execute(delete(form_keys).where(form_keys.c.form.in_(part)))


def attach(connection: Connection, told: Iterable[tuple[int, int, int]]) -> None:
    """Note the form of claims and participants: (claim's number, its place in the claim or SELF, form's number)."""
    rows = [{"claim": claim, "at": at, "form": form} for claim, at, form in told]
    if rows:
        connection.execute(insert(formed), rows)


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


def forms_of(connection: Connection, kind: str, tellings: Collection[str]) -> dict[str, Form]:
    """The form of each of these tellings (claim ids, or `claim#place`); those that have none are left out."""
    places = {one: one.partition("#") for one in tellings}
    found: dict[str, Form] = {}
    for part in _parts(sorted({claim for claim, _, _ in places.values()})):
        for row in connection.execute(_OF, {"many": part}):
            telling = row.id if row.place == SELF else f"{row.id}#{row.place}"
            if telling in places and row.kind == kind:  # as in forms_in
                found[telling] = Form(*row[2:])
    return found


def stand_for(connection: Connection, form: int, telling: str) -> None:
    """Let another telling stand for all of a form."""
    connection.execute(update(forms).where(forms.c.number == form).values(standing_for=telling))


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
_FORM = (
    forms.c.number, forms.c.kind, forms.c.hash, forms.c.standing_for, forms.c.component, forms.c.entry,
)  # fmt: skip
# Made once: to put a statement together takes several times as long as to run it.
_MANY: BindParameter[Any] = bindparam("many", expanding=True)
_NAMED = select(*_FORM).where(forms.c.kind == bindparam("kind"), forms.c.hash.in_(_MANY))
_IN = select(*_FORM).where(forms.c.component.in_(_MANY))
_NUMBERED = select(*_FORM).where(forms.c.number.in_(_MANY))
_SHARING = select(*_FORM).join(form_keys, form_keys.c.form == forms.c.number).where(form_keys.c.key.in_(_MANY))
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
