"""How the record's words are said to a reader: genres, calendars, places, people, what a claim is about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from comity.model.claims import (
    Agreement,
    Claim,
    Commitment,
    Engagement,
    Exercise,
    Participant,
    Position,
    Relation,
)
from comity.model.release import Issuer, Release

__all__ = ["CALENDARS", "GENRES", "account", "headline", "issuer", "ordinal", "person", "spoken", "what"]

GENRES: Mapping[str, str] = {
    "joint_text": "joint text",
    "readout": "read-out",
    "curtain_raiser": "curtain-raiser",
    "report": "report",
    "statement": "statement",
    "fact_sheet": "fact sheet",
    "transcript": "transcript",
    "agreement_text": "text of an agreement",
    "reprint": "reprint of another's report",
    "other": "release",
}
CALENDARS: Mapping[str, str] = {
    "indian_national": "Indian national calendar",
    "hijri": "Hijri calendar",
    "japanese_era": "Japanese era",
    "buddhist": "Buddhist era",
    "minguo": "Minguo calendar",
    "jalali": "Solar Hijri (Persian) calendar",
    "persian": "Solar Hijri (Persian) calendar",
    "juche": "Juche calendar",
}

_VERDICT = {True: "agrees", False: "DISAGREES"}


def spoken(word: str) -> str:
    """A word of the vocabulary as it is read: `need_expressed` is "need expressed"."""
    return word.replace("_", " ")


def ordinal(number: int) -> str:
    """A number as in an edition: 1st, 2nd, 3rd, 4th, 11th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def issuer(told: Issuer) -> str:
    """The issuer and its unit, as on the masthead; '' where none is told."""
    return ", ".join(part for part in (told.name, told.unit) if part)


def account(release: Release) -> str:
    """Whose account the claims of a release are."""
    told = release.account
    if not told:
        return "whose account is not told"
    if len(told) == 1:
        return f"the account of {told[0]}"
    return f"the joint account of {', '.join(told[:-1])} and {told[-1]}"


def headline(release: Release) -> str:
    """The head line: issuer, place and date of issue with the calendars checked, genre, whose account."""
    issued = release.issued.edtf if release.issued and release.issued.edtf else "date of issue not told"
    checked = [
        f"{c.printed} ({CALENDARS.get(c.calendar, spoken(c.calendar))}: {_VERDICT[c.agrees]})"
        for c in release.calendars
    ]
    issuers = [name for name in map(issuer, (release.issuer, *release.co_issuers)) if name]
    parts = [
        " and ".join(issuers) or "issuer not told",
        release.place,
        " = ".join([issued, *checked]),
        GENRES[release.genre],
        account(release),
    ]
    return " · ".join(part for part in parts if part)


def person(who: Participant) -> str:
    """A participant in one phrase: name and role, or the number and role where no name is given."""
    role = f"acting {who.role}" if who.role and who.acting and "acting" not in who.role.lower() else who.role
    if who.name:
        return f"{who.name} ({role})" if role else who.name
    counted = " ".join(str(part) for part in (who.count, role) if part)
    return counted or spoken(who.office)


def what(claim: Claim, inferred: Collection[str] = ()) -> str:
    """What a claim tells of, without parties, time and place; inferred values have ~ before them."""
    match claim:
        case Engagement():
            return _engagement(claim, inferred)
        case Exercise():
            return _exercise(claim, inferred)
        case Agreement():
            kind = _told("kind", spoken(claim.kind), inferred)
            subject = "" if claim.subject == "other" else _told("subject", spoken(claim.subject), inferred)
            name = _told("name", claim.name or "", inferred)
            return _phrase(name or kind, [kind if name else "", subject])
        case Commitment():
            return _told("action", claim.action, inferred)
        case Position():
            return _told("topic", claim.topic, inferred)
        case Relation():
            year = _told("established", f"since {claim.established}" if claim.established else "", inferred)
            return _told("label", claim.label or "", inferred) or year or "relation"
    raise TypeError(type(claim))


def _engagement(claim: Engagement, inferred: Collection[str]) -> str:
    name = _told("name", claim.name or "", inferred)
    kind = _told("kind", claim.kind, inferred)
    form = _told("form", spoken(claim.form or ""), inferred)
    level = f"level of {_told('level', spoken(claim.level), inferred)}" if claim.level else ""
    return _phrase(name or kind, [_edition(claim.edition, inferred), kind if name else "", form, level])


def _exercise(claim: Exercise, inferred: Collection[str]) -> str:
    name = _told("name", claim.name or "", inferred)
    domain = "" if claim.domain == "unknown" else _told("domain", claim.domain, inferred)
    kind = "exercise" if name else ""
    further = map(spoken, (*claim.format, *claim.focus))
    return _phrase(name or "exercise", [_edition(claim.edition, inferred), kind, domain, *further])


def _edition(edition: int | None, inferred: Collection[str]) -> str:
    return _told("edition", f"{ordinal(edition)} edition" if edition is not None else "", inferred)


def _told(field: str, words: str, inferred: Collection[str]) -> str:
    return f"~{words}" if words and field in inferred else words


def _phrase(head: str, further: Iterable[str]) -> str:
    told = list(dict.fromkeys(f for f in further if f))
    return f"{head} ({', '.join(told)})" if told else head
