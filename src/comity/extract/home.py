"""Business at home: what a ministry says of its farmers, its exporters or its Congress is no word to other states."""

from __future__ import annotations

import re

from comity.extract.pages import domestic
from comity.model import Engagement
from comity.reading.annotate import Annotated

__all__ = ["among_its_own", "at_home", "home_business", "of_others", "reaches_out", "worldly"]

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


_OUTWARD = re.compile(
    r"\b(?:bilateral|trilateral|multilateral\w*|partners?|partnerships?|cooperat\w+|collaborat\w+|ties|relations\w*|"
    r"countries|nations|peoples|international\w*|global\w*|world\w*|regional|region|allies|alliance|each other|"
    r"governments|abroad|overseas|foreign|humanity|mankind|refugees)\b"
)


# Those to whom a state speaks of its own: "Remarks to the staff of the embassy in Norland", never "Chief of Staff".
_OWN_PEOPLE = re.compile(
    r"(?<!\bof )(?<!\bJoint )\b(?:[Ss]taff|[Pp]ersonnel|[Ee]mployees|[Tt]roops|[Vv]eterans|[Cc]itizens)\b"
    r"(?! (?:[Tt]alks|[Oo]ffic))"
)
_FOR_ALL = re.compile(r"\b(?:International|Global|Multilateral|Regional|countries|nations|foreign|abroad)\b")


_A_NAME_IN = 800  # letters of a text, for each name of another party, below which it is about home affairs


def at_home(source: Annotated) -> bool:
    """Whether others are named only in passing: what is promised then is promised at home."""
    account = source.release.account
    abroad = sum(n for code, n in source.named.items() if code not in account)
    to_its_own = source.release.genre == "transcript" and _OWN_PEOPLE.search(source.release.title or "") is not None
    # A long paper on a home scheme names a few others in passing.
    few = len(account) < 2 and abroad <= max(2, len(source.release.text) // _A_NAME_IN)
    return domestic(source) or to_its_own or few


def among_its_own(claim: Engagement, account: tuple[str, ...]) -> bool:
    """Whether nobody but the issuing state takes part: a conference at home, unless it is told to be for others."""
    alone = claim.parties == account and len(account) == 1 and len(account[0]) == 2
    return alone and _FOR_ALL.search(f"{claim.quote} {claim.name or ''}") is None


def reaches_out(text: str) -> bool:
    """Whether a sentence speaks of the world, of others, or of what is shared with them."""
    return _OUTWARD.search(text) is not None


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


_OTHERS = re.compile(
    r"\b(?:(?:other|participating|partner|all) (?:countries|governments|nations|states)|world leaders|donor\w*|"
    r"international (?:community|partners|protection)|our (?:allies|partners)|diplomatic|humanitarian|member states)\b",
    re.IGNORECASE,
)


def of_others(text: str) -> bool:
    """Whether a sentence speaks of other states without naming any: "we call on the donor community to ..."."""
    return _OTHERS.search(text) is not None
