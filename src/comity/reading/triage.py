"""Step 4 of a release's way: does it name anyone beyond its issuer? Most releases of a feed do not, and end here.

A state's business with itself is no claim, and every claim has a party that the text names. So the names of
the lexicon decide, before sentences, people and dates are looked for and long before anything is parsed.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.lexicon import Hit, Lexicon
from comity.lexicon.gazetteer import NameKind
from comity.model import Notice, Reading, Release, Triage
from comity.reading.annotate import PARTY_KINDS, READ, Annotated, of_a_name, told_apart

__all__ = ["set_aside", "settled", "triage"]

_JOINT = "is issued jointly"
_PARTIES: tuple[NameKind, ...] = PARTY_KINDS  # type: ignore[assignment]


def triage(release: Release, lexicon: Lexicon) -> Triage:
    """Whether the release is read on, by the names of states, bodies, offices and ships in it.

    It errs on the side of reading: a name that may belong to somebody else is enough.
    """
    account = release.account
    if len(account) > 1:
        return Triage(reason=_JOINT)
    for block in release.content.blocks:
        if block.role not in READ:
            continue
        text = release.text[block.start : block.end]
        found = lexicon.gazetteer.find(text, issuer=release.issuer.country, shouted=text.isupper())
        for hit in told_apart(found, text, release.text):
            if any(code not in account for code in _codes(hit)):
                return Triage(reason=f"names {hit.printed}")
        if any(code not in account and prefix in text for prefix, code in lexicon.ship_prefixes.items()):
            return Triage(reason="names a ship of another navy")
    return Triage(kept=False, reason=_nobody(account))


def settled(source: Annotated) -> Triage:
    """The same once people are put together and every name has its sentence; several issuers are always read."""
    account = source.release.account
    count = len(source.sentences)
    if len(account) > 1:
        return Triage(reason=_JOINT, sentences=count)
    other = next((code for code in source.named if code not in account), None)
    other = other or next((v.code for s in source.sentences for v in s.vessels if v.code not in account), None)
    if other is None:
        return Triage(kept=False, reason=_nobody(account), sentences=count)
    return Triage(reason=f"names {other}", sentences=count)


def set_aside(release: Release, decided: Triage) -> Reading:
    """The reading of a release that is not read on: its masthead, and the reason as a notice."""
    told = Notice("triage", f"not read beyond its masthead: it {decided.reason}")
    return Reading(release, warnings=(told,), triage=decided)


def _nobody(account: tuple[str, ...]) -> str:
    return f"names no state, body or office-holder beyond {', '.join(account)}" if account else "names no state or body"


def _codes(hit: Hit) -> Iterator[str]:
    """Every party that a name can stand for or belong to."""
    party = hit.reading(*_PARTIES)
    if party is not None:
        yield party.code
    yield from of_a_name(hit)
    for name in hit.names:
        if name.kind in ("holder", "title") and name.row["country"]:
            yield name.row["country"]
