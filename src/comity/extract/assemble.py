"""Settles agreements, commitments, positions and relations: what is told twice, or as two kinds, is one claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.extract.alike import dates_agree, folded, plain, words_of
from comity.model import Agreement, Commitment, Position, Relation

__all__ = ["agreements", "commitments", "positions", "relations"]


def agreements(found: Sequence[Agreement]) -> list[Agreement]:
    """Merge tellings of the same step of the same agreement."""
    kept: list[Agreement] = []
    # A mention without a step of its own adds nothing to an instrument whose step is told.
    steps = [c for c in found if c.rule != "agreement.mentioned"]
    for claim in found:
        if claim.rule == "agreement.mentioned" and any(_alike(s.name, claim.name) for s in steps):
            continue
        for index, other in enumerate(kept):
            if other.status == claim.status and _alike(other.name, claim.name) and dates_agree(other.when, claim.when):
                kept[index] = replace(other, when=other.when or claim.when, evidence=(*other.evidence, *claim.evidence))
                break
        else:
            kept.append(claim)
    return kept


def _alike(a: str | None, b: str | None) -> bool:
    left, right = words_of(plain(a or "")), words_of(plain(b or ""))
    return bool(left and right) and (left <= right or right <= left)


def commitments(found: Sequence[Commitment], stances: Sequence[Position] = ()) -> list[Commitment]:
    """The same words found by two rules are one commitment: the first rule asked wins.

    Who welcomes a plan or thanks for an offer does not make it.
    """
    kept: list[Commitment] = []
    for claim in found:
        if any(
            claim.force == "intends"
            and _receives(s, claim)
            and s.evidence[0].span.meets(claim.evidence[0].span)
            and set(s.by) == set(claim.by)
            for s in stances
        ):
            continue
        if not any(
            _same_words(k.evidence[0], claim.evidence[0], k.action, claim.action) and not _shared(k, claim)
            for k in kept
        ):
            kept.append(claim)
    return kept


def _shared(one: Commitment, other: Commitment) -> bool:
    """`A will deliver, and B will pay for, forty lorries`: what two share is not promised by one."""
    apart = one.evidence[0].start != other.evidence[0].start and not set(one.by) & set(other.by)
    return apart and one.action.split()[0] != other.action.split()[0] and one.action.endswith(other.action)


def positions(found: Sequence[Position], promised: Sequence[Commitment]) -> list[Position]:
    """The same words are one position, and none where they are already a commitment by the same trigger.

    Whoever welcomes another's promise takes a stance towards it: then both are told.
    """
    kept: list[Position] = []
    for claim in found:
        if any(_same_words(k.evidence[0], claim.evidence[0], k.topic, claim.topic) for k in kept):
            continue
        if any(
            c.evidence[0].span.meets(claim.evidence[0].span)
            and _overlap(c.action, claim.topic) > 0.6
            and not (claim.evidence[0].start < c.evidence[0].start and set(c.by) != set(claim.by))
            and not (c.force in ("intends", "offered", "committed") and _receives(claim, c))
            for c in promised
        ):
            continue
        kept.append(claim)
    return kept


def _receives(stance: Position, promise: Commitment) -> bool:
    """`thanked India for offering help`: the stance is towards the promise."""
    return stance.stance in ("welcomes", "acknowledges") and promise.action in stance.topic


def _same_words(a: object, b: object, left: str, right: str) -> bool:
    meets = getattr(a, "start", 0) < getattr(b, "end", 0) and getattr(b, "start", 0) < getattr(a, "end", 0)
    return (meets and _overlap(left, right) > 0.6) or folded(left) == folded(right)


def _overlap(a: str, b: str) -> float:
    left, right = set(folded(a).split()), set(folded(b).split())
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def relations(found: Sequence[Relation]) -> list[Relation]:
    """A label once for the same parties, a founding year once."""
    kept: list[Relation] = []
    for claim in found:
        same = [
            k
            for k in kept
            if len(set(claim.parties) & set(k.parties)) > 1
            if (
                claim.label
                and k.label
                and (words_of(claim.label) <= words_of(k.label) or words_of(k.label) <= words_of(claim.label))
            )
            or (claim.established and k.established == claim.established)
        ]
        if not same:
            kept.append(claim)
    kept = [k for k in kept if not (_by_its_sides(k) and any(_says_more(o, k) for o in kept))]
    return [k for at, k in enumerate(kept) if not (k.rule in _BONDS and any(_of_two(o, k) for o in _firmer(kept, at)))]


_BONDS = frozenset({"relation.partner", "relation.bond", "relation.shared"})


def _firmer(kept: Sequence[Relation], at: int) -> list[Relation]:
    """The names that go before the bond told at `at`: every given name of a relation, and earlier bonds."""
    return [k for i, k in enumerate(kept) if k.label and (k.rule not in _BONDS or i < at)]


def _of_two(other: Relation, claim: Relation) -> bool:
    return len(set(other.parties) & set(claim.parties)) > 1


def _by_its_sides(claim: Relation) -> bool:
    """`the Kenya-Peru partnership`: a name that tells no more than whose it is."""
    return re.search(r"^[A-Z].*[-–].*\b(?:partnership|friendship)$", claim.label or "") is not None


def _says_more(other: Relation, claim: Relation) -> bool:
    if not other.label or _by_its_sides(other) or len(set(other.parties) & set(claim.parties)) < 2:
        return False
    return other.label.split()[-1].casefold() == (claim.label or "").split()[-1].casefold()
