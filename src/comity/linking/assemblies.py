"""Meetings of many that are told without their name, by where and when they come together."""

from __future__ import annotations

import re

from comity.model import Engagement

__all__ = ["gathers"]

_LEADERS = re.compile(r"\b(?:Leaders|Heads)[’']? (?:Summit|Meeting)\b")
_COME_TOGETHER = re.compile(r"\b(?:gather|gathers|come together|convene)\b")


def gathers(claim: Engagement) -> bool:
    """Whether its words tell that many come together: `the Leaders’ Summit`, `when they gather in May`."""
    if claim.kind == "summit":
        return bool(_LEADERS.fullmatch(claim.name or ""))
    return claim.kind == "talks" and bool(_COME_TOGETHER.search(claim.quote))
