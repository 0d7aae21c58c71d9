"""Claims as rows."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from comity.model import Claim
from comity.model.shape import claim_shape
from comity.record.digests import canonical, sealed
from comity.record.tables import claims

__all__ = ["body_of", "claim_row"]


def claim_row(claim: Claim, number: int, release: int | None, extraction: int | None, at: str) -> dict[str, Any]:
    """A claim as a row, with its digest."""
    shape = claim_shape(claim)
    if shape["evidence"]:
        shape["evidence"][0] = {key: value for key, value in shape["evidence"][0].items() if key != "quote"}
    return sealed(
        claims,
        {
            "number": number, "id": claim.id, "release": release, "extraction": extraction, "kind": claim.kind_name,
            "quote": claim.quote, "body": canonical(shape),
            "inferences": canonical([asdict(i) for i in claim.inferences]), "at": at,
        },
    )  # fmt: skip


def body_of(body: str, quote: str) -> dict[str, Any]:
    """A claim's whole shape: its body as stored, with the main quote in its place."""
    shape: dict[str, Any] = json.loads(body)
    if shape["evidence"]:
        shape["evidence"][0]["quote"] = quote
    return shape
