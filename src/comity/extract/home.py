"""Business at home: what a ministry says of its farmers, its exporters or its Congress is no word to other states."""

from __future__ import annotations

import re

__all__ = ["home_business", "worldly"]

_HOME = re.compile(
    r"\b(?:exporters|artisans|pensioners|taxpayers|jawans|MSMEs|bipartisan|organic|State Governments?|"
    r"(?:Indian|American|Australian|Canadian|Russian|our|its) (?:farmers|exporters|industry|manufacturers|workers|flag|"
    r"families|military|border|auto\w*|taxpayers|veterans|youth|students|troops|economy|producers))\b"
)
_SHARED = re.compile(
    r"\b(?:both|two (?:countries|sides|nations|ministers)|bilateral\w*|trilateral\w*|partners?|partnerships?|allies|"
    r"alliance|between|each other|other countries|visiting|counterparts?)\b",
    re.IGNORECASE,
)


def home_business(text: str, issuer: str | None) -> bool:
    """Whether a sentence of a state tells of people and things at home, and of nothing that it shares with others."""
    if issuer is None or len(issuer) > 2:
        return False  # to a body, the farmers of its members are no home affair
    return _HOME.search(text) is not None and _SHARED.search(text) is None


_WORLDLY = re.compile(
    r"\b(?:our (?:two )?(?:countries|nations|peoples)|international (?:law|community|order|trade|peace)|"
    r"global (?:coalition|community|partners?)|worldwide|"
    r"rules-based|trading system|law of the sea|freedom of navigation|territorial integrity|two-state|"
    r"Gaza|West Bank|Rafah|Crimea|Donbas|Red Sea|China Sea|Taiwan Strait|Indo-Pacific|Middle East|Sahel|Horn of Africa|"
    r"multilateral\w*|terroris[mt]\w*)\b",
    re.IGNORECASE,
)


def worldly(text: str) -> bool:
    """Whether a sentence that names nobody is still about the affairs of states: "a rules-based trading system"."""
    return _WORLDLY.search(text) is not None
