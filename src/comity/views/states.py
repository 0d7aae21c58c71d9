"""States by the names a reader knows them by: `US` is the United States."""

from __future__ import annotations

from functools import cache

from comity.lexicon.load import HERE
from comity.lexicon.tables import table

__all__ = ["of_state", "state"]

_ARTICLE = frozenset({
    "AE", "BS", "CC", "CD", "CF", "CG", "CK", "DO", "FK", "FO", "GB", "GM", "IM", "KM", "KY", "MH", "MP", "MV", "NL",
    "PH", "SB", "SC", "TC", "UM", "US", "VA", "VG", "VI",
})  # fmt: skip
"""The states and territories that are named with an article within a sentence."""


def state(code: str) -> str:
    """The short name of a state; a body, and what is no state, stands as it is."""
    return _names().get(code, code)


def of_state(code: str) -> str:
    """Its name as it stands within a sentence: `the United States`, `India`."""
    return f"the {state(code)}" if code in _ARTICLE else state(code)


@cache
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in table(HERE / "data", "states")}
