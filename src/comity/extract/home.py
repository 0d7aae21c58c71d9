"""Business at home: what a ministry says of its farmers, its exporters or its Congress is no word to other states."""

from __future__ import annotations

import re

__all__ = ["home_business", "of_others"]

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


_OTHERS = re.compile(
    r"\b(?:(?:other|participating|partner|all) (?:countries|governments|nations|states)|world leaders|donor\w*|"
    r"international (?:community|partners|protection)|our (?:allies|partners)|diplomatic|humanitarian|member states)\b",
    re.IGNORECASE,
)


def of_others(text: str) -> bool:
    """Whether a sentence speaks of other states without naming any: "we call on the donor community to ..."."""
    return _OTHERS.search(text) is not None
