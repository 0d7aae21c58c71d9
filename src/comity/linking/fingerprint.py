"""One digest of what a record comes to: the same releases give the same, in whatever order they arrived."""

from __future__ import annotations

import hashlib
from collections import defaultdict

from sqlalchemy import Connection, select

from comity.record.digests import canonical
from comity.record.tables import claims, counts, formed, forms, listed

__all__ = ["fingerprint"]


def fingerprint(connection: Connection) -> str:
    """A SHA-256 over what stands, which tellings make one entry and why, and the counts.

    Ids of entries, numbers and times are no part of it: they tell in which order things came to be known.
    """
    told = hashlib.sha256()
    things: defaultdict[str, list[list[object]]] = defaultdict(list)
    query = (
        select(
            claims.c.id, formed.c.at, forms.c.kind, forms.c.entry, forms.c.hash, forms.c.standing_for,
            forms.c.tied_to, forms.c.reason, forms.c.certainty,
        )
        .join(formed, formed.c.claim == claims.c.number)
        .join(forms, forms.c.number == formed.c.form)
    )  # fmt: skip
    for row in connection.execute(query):
        things[f"{row.kind} {row.entry}"].append([row.id, *row[1:3], *row[4:]])
    for thing in sorted(canonical(sorted(members, key=canonical)) for members in things.values()):
        told.update(thing.encode())
    standing = select(claims.c.id, listed.c.issued, listed.c.review, listed.c.names, listed.c.tags)
    standing = standing.join(claims, claims.c.number == listed.c.claim)
    for line in sorted(canonical(list(row)) for row in connection.execute(standing)):
        told.update(line.encode())
    counted = select(counts.c.tag, counts.c.n).where(counts.c.n != 0)
    for line in sorted(f"{tag} {n}" for tag, n in connection.execute(counted)):
        told.update(line.encode())
    return told.hexdigest()
