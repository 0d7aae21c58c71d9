"""The JSON shape `comity/1` of a reading: the one place where values become JSON, with the names programs rely on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from comity.model.claims import (
    Agreement,
    Amount,
    Claim,
    Commitment,
    Engagement,
    Exercise,
    Participant,
    PlaceDetail,
    Position,
    Relation,
)
from comity.model.reading import Reading
from comity.model.release import Issuer, Notice, Release
from comity.model.span import Evidence
from comity.model.when import When

__all__ = ["SCHEMA", "claim_shape", "reading_shape", "release_shape"]

SCHEMA = "comity/1"
Shape = dict[str, Any]


def reading_shape(reading: Reading) -> Shape:
    """The whole JSON object of one release."""
    return {
        "schema": SCHEMA,
        "release": release_shape(reading.release),
        "engagements": [claim_shape(c) for c in reading.engagements],
        "exercises": [claim_shape(c) for c in reading.exercises],
        "agreements": [claim_shape(c) for c in reading.agreements],
        "commitments": [claim_shape(c) for c in reading.commitments],
        "positions": [claim_shape(c) for c in reading.positions],
        "relations": [claim_shape(c) for c in reading.relations],
        "warnings": [_warning(w) for w in (*reading.release.warnings, *reading.warnings)],
    }


def release_shape(release: Release) -> Shape:
    """The `release` block."""
    issued = release.issued
    return {
        "id": release.id,
        "sha256": release.sha256,
        "source": release.source,
        "media_type": release.media_type,
        "languages": list(release.languages),
        "genre": release.genre,
        "title": release.title,
        "subtitles": list(release.subtitles),
        "release_number": release.release_number,
        "url": release.url,
        "retrieved": release.retrieved,
        "issuer": _issuer(release.issuer),
        "co_issuers": [_issuer(i) for i in release.co_issuers],
        "place": release.place,
        "place_country": release.place_country,
        "issued": issued.edtf if issued else None,
        "issued_detail": _when(issued),
        "calendars": [asdict(c) for c in release.calendars],
        "sign_off": release.sign_off,
        "profile": release.profile,
        "text": release.text,
    }


def claim_shape(claim: Claim) -> Shape:
    """One claim: the fields of its kind first, then what every claim carries."""
    shape: Shape = _FIELDS[type(claim)](claim)
    shape["id"] = claim.id
    shape["rule"] = claim.rule
    shape["evidence"] = _quotes(claim.evidence)
    shape["according_to"] = list(claim.according_to)
    shape["certainty"] = round(claim.certainty, 3)
    return shape


def _engagement(c: Engagement) -> Shape:
    return {
        "kind": c.kind, "form": c.form, "name": c.name, "series": c.series, "edition": c.edition,
        "date": _edtf(c.when), "date_detail": _when(c.when),
        "place": c.place, "place_country": c.place_country, "place_detail": _place(c.place_detail),
        "parties": list(c.parties), "level": c.level, "status": c.status, "part_of": c.part_of, "order": c.order,
        "topics": [{"topic": t.topic, "evidence": _quotes(t.evidence)} for t in c.topics],
        "participants": [_participant(p) for p in c.participants], "vessels": list(c.vessels),
    }  # fmt: skip


def _exercise(c: Exercise) -> Shape:
    return {
        "name": c.name, "series": c.series, "edition": c.edition,
        "domain": c.domain, "domains": list(c.domains),
        "domain_detail": {"basis": c.domain_basis} if c.domain != "unknown" else None,
        "format": list(c.format), "focus": list(c.focus),
        "parties": list(c.parties), "parties_complete": c.parties_complete,
        "date": _edtf(c.when), "date_detail": _when(c.when),
        "place": c.place, "place_country": c.place_country, "place_detail": _place(c.place_detail),
        "status": c.status, "vessels": list(c.vessels),
    }  # fmt: skip


def _agreement(c: Agreement) -> Shape:
    return {
        "name": c.name, "kind": c.kind, "subject": c.subject, "parties": list(c.parties), "status": c.status,
        "date": _edtf(c.when), "date_detail": _when(c.when), "occasion": c.occasion,
    }  # fmt: skip


def _commitment(c: Commitment) -> Shape:
    return {
        "by": list(c.by), "to": list(c.to), "force": c.force, "action": c.action, "about": list(c.about),
        "due": _edtf(c.due), "due_detail": _when(c.due), "condition": c.condition, "purpose": c.purpose,
        "amount": _amount(c.amount),
    }  # fmt: skip


def _position(c: Position) -> Shape:
    return {"by": list(c.by), "stance": c.stance, "topic": c.topic}


def _relation(c: Relation) -> Shape:
    return {
        "parties": list(c.parties), "label": c.label,
        "established": c.established, "established_detail": _established(c.established_detail),
    }  # fmt: skip


_FIELDS: Mapping[type[Claim], Any] = {
    Engagement: _engagement,
    Exercise: _exercise,
    Agreement: _agreement,
    Commitment: _commitment,
    Position: _position,
    Relation: _relation,
}


def _edtf(when: When | None) -> str | None:
    return when.edtf if when else None


def _when(when: When | None) -> Shape | None:
    if when is None:
        return None
    return {
        "printed": when.printed,
        "basis": when.basis,
        "precision": when.precision,
        "calendar": when.calendar,
    }


def _established(when: When | None) -> Shape | None:
    """The year is the field; the day or month that was told, where one was, stands here."""
    shape = _when(when)
    return shape | {"edtf": when.edtf} if shape and when else None


def _place(place: PlaceDetail | None) -> Shape | None:
    return asdict(place) if place else None


def _amount(amount: Amount | None) -> Shape | None:
    return asdict(amount) if amount else None


def _participant(person: Participant) -> Shape:
    return asdict(person)


def _quotes(evidence: Sequence[Evidence]) -> list[Shape]:
    return [asdict(e) for e in evidence]


def _issuer(issuer: Issuer) -> Shape:
    return asdict(issuer)


def _warning(warning: Notice) -> Shape:
    return asdict(warning)
