"""Builds tellings of agreements and exercises in few words; all of them are invented."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from comity.linking.grouping import Kind, group
from comity.model import Agreement, Evidence, Exercise, Kept, When

_IDS = count()


def agreement(
    name: str | None,
    parties: str = "KE NO",
    edtf: str | None = None,
    issued: str | None = "2031-06-15",
    **fields: object,
) -> Kept:
    """One telling of an agreement; `by` says whose account it is, `release` which release tells it."""
    number = next(_IDS)
    quote = str(fields.pop("quote", name or ""))
    release, title = str(fields.pop("release", f"r{number}")), str(fields.pop("title", "")) or None
    settled: dict[str, object] = {"kind": "agreement", "status": "signed", **_account(fields)}
    claim = Agreement(
        id=f"a{number:05}",
        rule="made",
        evidence=(Evidence(0, len(quote), quote),),
        name=name,
        parties=tuple(parties.split()),
        when=When(edtf, "day", "text", edtf) if edtf else None,
        **settled,  # type: ignore[arg-type]
    )
    return Kept(claim, release=release, issued=issued, title=title)


def exercise(
    name: str | None,
    edtf: str | None = None,
    issued: str | None = "2031-06-15",
    **fields: object,
) -> Kept:
    """One telling of an exercise at sea between Kenya and Norway, where nothing else is told."""
    number = next(_IDS)
    day = "/" in edtf or len(edtf) > 7 if edtf else False
    when = When(edtf, "day" if day else "year" if len(edtf) == 4 else "month", "text", edtf) if edtf else None
    quote = str(fields.pop("quote", ""))
    release = str(fields.pop("release", f"r{number}"))
    settled: dict[str, object] = {"parties": ("KE", "NO"), "domain": "sea", "status": "held", **_account(fields)}
    claim = Exercise(
        id=f"x{number:05}",
        rule="made",
        evidence=(Evidence(0, len(quote), quote),) if quote else (),
        name=name,
        when=when,
        **settled,  # type: ignore[arg-type]
    )
    return Kept(claim, release=release, issued=issued)


def things(tellings: Sequence[Kept], kind: Kind[Kept]) -> set[frozenset[str]]:
    """The things that tellings make, each as the ids of its tellings."""
    return {frozenset(one.id for one in found.members) for found in group(tellings, kind)}


def _account(fields: dict[str, object]) -> dict[str, object]:
    by = str(fields.pop("by", ""))
    return {"according_to": tuple(by.split()), **fields} if by else fields
