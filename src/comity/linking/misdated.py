"""Days that stand in the words of an engagement and are another thing's: what leads up to it, when it was founded."""

from __future__ import annotations

import re

from comity.model import Engagement

__all__ = ["of_another"]

_TOWARDS = re.compile(
    r"\b(?:(?:run|lead)[- ]?up to|ahead of|in advance of|prior to|before|builds? (?:up )?(?:on|to|towards?)|"
    r"on the (?:road|way) to)\b"
)
"""Words between two things of which the one leads up to the other."""

_FOUNDED = re.compile(
    r"\b(?:which|that) (?:was|were|had been|has been|have been) (?:first )?"
    r"(?:established|founded|created|launched|formed|set up|signed|announced)\b[^,.;]*$"
)
"""A clause that tells when something beside it began."""

_PREVIEW = re.compile(r"\b(?:preview\w*|upcoming|forthcoming)\b")


def of_another(claim: Engagement) -> str:
    """The part of its words, with the day that was read, that tells of another thing; empty where the day is its own.

    `On Sunday, ahead of the Harbour Summit` does not tell when the summit is, and `talks of the group which was founded
    in May` not when the talks were; who previews a trip today does not say that it begins today.
    """
    if claim.when is None or claim.when.basis not in ("text", "relative"):
        return ""
    quote, printed = claim.quote.casefold(), claim.when.printed.casefold()
    at = quote.find(printed)
    if claim.status == "planned" and printed in _NOW and _PREVIEW.search(quote, max(at, 0)):
        return printed
    if at < 0:
        return ""
    end = at + len(printed)
    founded = _FOUNDED.search(quote[:at])
    if founded:
        return quote[founded.start() : end]
    name = quote.find(claim.name.casefold()) if claim.name else -1
    if name < 0 or claim.name is None:
        return ""
    if name > at:
        towards = _TOWARDS.search(quote, end, name)
        return quote[: towards.start()] if towards else ""
    towards = _TOWARDS.search(quote, name + len(claim.name), at)
    return quote[towards.start() :] if towards else ""


_NOW = frozenset({"today", "this morning", "this afternoon", "this evening"})
