"""What `comity show` prints of a person: the names and offices they are seen with, and the claims that name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from comity.linking.people import terms
from comity.model import Kept, Mention
from comity.views.entries import parties, when
from comity.views.wording import spoken, what

__all__ = ["person_lines", "person_shape"]


def person_lines(person: str, told: Sequence[tuple[Kept, Mention]]) -> Iterator[str]:
    """A person for a reader."""
    shape = person_shape(person, told)
    names = [one["name"] for one in shape["names"]]
    yield f"person {person}: {names[0]}"
    if names[1:]:
        yield f"also named {', '.join(names[1:])}"
    for one in shape["offices"]:
        days = " to ".join(dict.fromkeys(day for day in (one["first"], one["last"]) if day))
        role = f" ({one['role']})" if one["role"] else ""
        acting = "acting " if one["acting"] else ""
        yield f"seen as  {acting}{spoken(one['office'])}{role}, {one['country'] or 'country not told'}  {days}".rstrip()
    yield ""
    for kept, _ in told:
        claim = kept.claim
        day = when(claim) or kept.issued or "day not told"
        yield f"{day}  {spoken(claim.kind_name)} {claim.id}  {parties(claim)} · {what(claim)}"
        yield f"    “{claim.quote}”"


def person_shape(person: str, told: Sequence[tuple[Kept, Mention]]) -> dict[str, Any]:
    """A person as JSON; the name that is seen most stands first, the offices in the order in which they are seen."""
    names = Counter(one.name for _, one in told)
    return {
        "person": person,
        "names": [
            {"name": name, "claims": number}
            for name, number in sorted(names.items(), key=lambda item: (-item[1], item[0]))
        ],
        "offices": [
            {
                "office": seen.office, "role": seen.role, "country": seen.country, "acting": seen.acting,
                "first": seen.first, "last": seen.last,
            }
            for seen in terms([one for _, one in told])
        ],
        "claims": [
            {"claim": kept.id, "kind": kept.kind, "named": one.name, "issued": kept.issued, "quote": kept.claim.quote}
            for kept, one in told
        ],
    }  # fmt: skip
