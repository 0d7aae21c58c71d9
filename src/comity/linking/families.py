"""The families of engagements: a meeting, a visit, a call, a ceremony; only tellings of one family may be of one thing.

The kind that was read goes by one word of the telling. Where all its other words speak of another kind, they decide:
`welcomed her to Oslo on her first visit` is no talk, `they spoke` under the title of a meeting no call.
"""

from __future__ import annotations

import re

from comity.model import Engagement

__all__ = ["MEETINGS", "family_of"]

_FAMILY = {"talks": "talk", "dialogue": "talk", "summit": "talk", "conference": "talk"}
MEETINGS = frozenset(_FAMILY)
"""The kinds of which a meeting may be told."""

_TRAVELLED = re.compile(r"\b(?:visit\w*|trip|travel\w*|welcomed)\b", re.IGNORECASE)
_MET = re.compile(
    r"\b(?:met|meet\w*|talk\w*|discuss\w*|conversations?|conversed|negotiat\w*|consult\w*|spoke\w*|speak\w*|summit"
    r"|sessions?|dialogue|exchang\w*|gather\w*|engage\w*|call\w*)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:(?:phone|telephone|video|both|their|the|this|today[’']s) calls?|telephon\w+|by phone|video ?conference)\b",
    re.IGNORECASE,
)
_CALL = re.compile(r"\b(?:calls?|phone|telephon\w+|video\w*|virtual\w*|online)\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|talks|meets?|met)\b", re.IGNORECASE)

_SITE = re.compile(
    r"\bvisit(?:s|ed|ing)? (?:the )?(?:[\w.’'-]+ ){0,6}?"
    r"(?:site|cathedral|church|mosque|temple|shrine|monastery|museum|gallery|theatre|university|school|hospital|"
    r"factory|plant|shipyard|dockyard|memorial|monument|cemetery|exhibition|city hall|town hall|academy|barracks)\b",
    re.IGNORECASE,
)
"""A visit to a house is a stop on the visit to its country."""


def family_of(claim: Engagement, title: str | None) -> str:
    """The family of a telling."""
    if claim.kind == "ceremony":
        return f"ceremony {claim.form or ''}".strip()
    if claim.kind == "visit":
        return "stop" if claim.form == "site_visit" or _is_of_a_site(claim, title or "") else "visit"
    if claim.kind == "talks" and _CALLED.search(claim.quote):
        return "call"
    if claim.kind == "talks" and claim.place_country in claim.parties and _is_but_a_visit(claim.quote):
        return "visit"
    if claim.kind == "call" and not _CALL.search(claim.quote) and _is_of_a_meeting(title or ""):
        return "talk"
    return _FAMILY.get(claim.kind, claim.kind)


def _is_of_a_site(claim: Engagement, title: str) -> bool:
    """Whether its words tell of a house that was visited, or its title does, and they but how one came there."""
    words = claim.quote if _TRAVELLED.search(claim.quote) else title
    return claim.form is None and bool(_SITE.search(words))


def _is_but_a_visit(words: str) -> bool:
    return bool(_TRAVELLED.search(words)) and not _MET.search(words)


def _is_of_a_meeting(title: str) -> bool:
    return bool(_MEETING.search(title)) and not _CALL.search(title)
