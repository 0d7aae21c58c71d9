"""Claim ids that survive another file format, a renamed rule and a corrected lexicon (DESIGN, the id rule)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from comity.model import Claim

__all__ = ["number"]

C = TypeVar("C", bound=Claim)


def number(claims: Sequence[C], release_id: str, seen: Counter[tuple[str, str]]) -> list[C]:
    """Give each claim its id: the release's identity, the kind, the folded main quote, an ordinal among equals."""
    out = []
    for claim in claims:
        key = (claim.kind_name, " ".join(claim.quote.split()))
        ordinal = seen[key]
        seen[key] += 1
        digest = hashlib.sha256("\x1f".join((release_id, *key, str(ordinal))).encode())
        out.append(replace(claim, id=digest.hexdigest()[:16]))
    return out
