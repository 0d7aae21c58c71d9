"""What contains what: the talks and ceremonies of a visit are `part_of` it, and may inherit its day and state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.extract.alike import dates_agree
from comity.model import Engagement

__all__ = ["nest"]


def nest(claims: Sequence[Engagement]) -> list[Engagement]:
    """Say which visit holds which talks and ceremonies, and hand down the visit's date and state."""
    visits = [c for c in claims if c.kind == "visit" and not c.place and c.place_country]
    visits = visits or [c for c in claims if c.kind == "visit" and c.place_country]
    out = []
    for claim in claims:
        holder = next((v for v in visits if v is not claim and _holds(v, claim)), None)
        if holder is not None:
            when = claim.when
            if (
                when is None
                and holder.when is not None
                and ".." not in (holder.when.edtf or "..")
                and claim.status == holder.status
            ):
                when = replace(holder.when, basis="inferred")
            claim = replace(  # noqa: PLW2901 - the claim with what its visit lends it
                claim,
                part_of=holder.id,
                place_country=claim.place_country or (holder.place_country if claim.status == holder.status else None),
                when=when,
            )
        out.append(claim)
    return out


def _holds(visit: Engagement, claim: Engagement) -> bool:
    if claim.kind == "call" or (claim.kind == "visit" and not claim.place):
        return False
    if claim.place_country and claim.place_country != visit.place_country:
        return False
    if not dates_agree(visit.when, claim.when) or visit.status in ("proposed", "invited"):
        return False
    left, right = (
        {p.name for p in visit.participants if p.name},
        {p.name for p in claim.participants if p.name},
    )
    return bool(left & right) or _on_the_way(visit, claim)


def _on_the_way(visit: Engagement, claim: Engagement) -> bool:
    """Whether talks told without a day, after a visit, are between the same two states, and nobody else travels."""
    traveller = visit.parties[0]
    there = {p.name for p in visit.participants if p.name and p.country == traveller}
    met = {p.name for p in claim.participants if p.name and p.country == traveller}
    return (
        claim.when is None
        and claim.status == visit.status
        and set(claim.parties) == set(visit.parties)
        and visit.evidence[0].start < claim.evidence[0].start
        and (not there or not met or bool(there & met))
    )
