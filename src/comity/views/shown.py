"""What `comity show` prints: a release, a claim or an entry, with where it comes from and what was decided."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from comity.linking.heads import accounts, head
from comity.model import Entry, Kept
from comity.record.found import ReleaseKept
from comity.views.entries import parties, status, when, where, who
from comity.views.wording import spoken, what

__all__ = ["claim_lines", "decision_lines", "entry_lines", "release_lines"]


def release_lines(release: ReleaseKept, told: Sequence[tuple[Kept, str | None]]) -> Iterator[str]:
    """A release: masthead, versions and sightings, then each claim with the entry it belongs to."""
    shape = release.shape
    yield f"release {release.id}  {shape.get('title') or ''}".rstrip()
    if release.withdrawn:
        yield f"WITHDRAWN: {release.withdrawn}. Its words are no longer kept."
        return
    issuer = (shape.get("issuer") or {}).get("name") or "issuer not told"
    yield f"{issuer} · {shape.get('place') or 'place not told'} · {shape.get('issued') or 'day not told'}"
    if len(release.versions) > 1:
        yield f"version {release.version} of {len(release.versions)}: {', '.join(release.versions)}"
    if release.copy_of:
        yield f"a copy of {release.copy_of}: its claims do not count again"
    for sighting in release.sightings:
        yield f"seen     {sighting['at'][:19]}Z  {sighting['url'] or sighting['source']}"
    for extraction in release.extractions:
        yield f"read     {extraction['at'][:19]}Z  by {extraction['extractor']}"
    yield ""
    for kept, entry in told:
        yield _line(kept) + (f"  entry {entry}" if entry else "  not listed")
    if not told:
        yield "nothing to record"


def claim_lines(kept: Kept, entry: str | None, decisions: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """A claim: what it says, its words, where it belongs, what was decided about it."""
    claim = kept.claim
    yield f"{claim.kind_name} {claim.id}: {what(claim)}"
    for name, told in (
        ("when", when(claim)), ("where", where(claim)), ("who", parties(claim)), ("people", who(claim)),
        ("status", status(claim)),
    ):  # fmt: skip
        if told:
            yield f"{name:<9}{told}"
    account = ", ".join(claim.according_to) or "nobody told"
    yield f"account  {account}; certainty {claim.certainty:.2f}; review {kept.review}"
    yield f"release  {kept.release or 'none: typed in by a person'}  {kept.issued or ''}  {kept.title or ''}".rstrip()
    if entry:
        yield f"entry    {entry}"
    for evidence in claim.evidence:
        yield f"quote    {evidence.start}-{evidence.end}: “{evidence.quote}”"
    yield from decision_lines(decisions)


def entry_lines(entry: Entry, decisions: Sequence[Mapping[str, Any]], before: Sequence[str]) -> Iterator[str]:
    """An entry: what it comes to, and each telling of it with its words and why it belongs here."""
    one = head(entry)
    yield f"{entry.kind} {entry.id}: {what(one)}"
    place = where(one)
    yield " · ".join(part for part in (when(one) or "day not told", place, parties(one), status(one)) if part)
    if people := who(one):
        yield people
    told = len(entry.releases)
    yield f"told by {told} release{'s' * (told != 1)}, the account of {', '.join(accounts(entry)) or 'nobody told'}"
    if before:
        yield f"also under the ids {', '.join(before)}"
    yield ""
    for kept in entry.members:
        yield _line(kept)
        release = kept.release or "(typed in)"
        yield f"    {kept.issued or 'day not told'}  release {release}  {kept.title or ''}".rstrip()
        yield f"    “{kept.claim.quote}”"
        tie = next((tie for tie in entry.ties if tie.a == kept.id), None)
        if tie:
            yield f"    with {tie.b} (certainty {tie.certainty:.2f}): {tie.reason}"
    yield from decision_lines(decisions)


def decision_lines(decisions: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Decisions, the oldest first."""
    for one in decisions:
        change = ""
        if one["field"]:
            change = f" {one['field']}: {_plain(one['old'])} -> {_plain(one['new'])}"
        elif one["verb"] == "undo":
            change = f" of {one['old']}"
        why = f": {one['why']}" if one["why"] else ""
        yield f"decided  {one['at'][:19]}Z  {one['verb']}{change} by {one['who']}{why}  ({one['id']})"


def _line(kept: Kept) -> str:
    claim = kept.claim
    review = "" if kept.review == "machine" else f" [{kept.review}]"
    told = " · ".join(part for part in (when(claim), parties(claim), what(claim), status(claim)) if part)
    return f"{spoken(claim.kind_name)} {claim.id}{review}  {told}"


def _plain(value: str | None) -> str:
    return "nothing" if value in (None, "null") else str(json.loads(value or "null"))
