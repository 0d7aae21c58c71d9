"""Settles the engagements of a release: one that is told twice is one claim, the fuller telling keeps the quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.extract.alike import dates_agree, folded, inside
from comity.model import Engagement, When

__all__ = ["engagements"]

_FAMILY = {
    "talks": "talk",
    "dialogue": "talk",
    "summit": "talk",
    "conference": "talk",
    "call": "call",
    "visit": "visit",
    "ceremony": "ceremony",
}


def engagements(found: Sequence[Engagement], headline: Sequence[Engagement] = ()) -> list[Engagement]:
    """Merge tellings of the same engagement; the fuller and earlier one keeps the quote.

    What the headline tells is the body's event of that kind and those parties, where the body tells one.
    """
    kept: list[Engagement] = []
    for claim in found:
        for index, other in enumerate(kept):
            if _same_engagement(other, claim):
                kept[index] = _merge_engagements(other, claim)
                break
        else:
            kept.append(claim)
    for claim in headline:
        same = [
            k
            for k in kept
            if _FAMILY.get(k.kind) == _FAMILY.get(claim.kind)
            and set(k.parties) & set(claim.parties)
            and dates_agree(k.when, claim.when)
            and not (k.place_country and claim.place_country and k.place_country != claim.place_country)
        ]
        same = [k for k in same if set(k.parties) >= set(claim.parties) or _people_agree(k, claim)] or same
        bare = [k for k in kept if _retold(claim, k)] if not same else []
        if bare:
            kept[kept.index(bare[0])] = _merge_engagements(claim, bare[0])
        elif not same:
            kept.append(claim)
        else:
            index = kept.index(same[0])
            kept[index] = _with_headline(same[0], claim)
    return kept


def _with_headline(told: Engagement, title: Engagement) -> Engagement:
    """The event of the body, with what the title tells besides; a page's own event is quoted from its title."""
    there = told.place is None and told.place_country in (None, title.place_country)
    heads = title.when is not None and title.when.basis == "dateline"
    return replace(
        told,
        kind=title.kind if heads and told.kind == "talks" else told.kind,
        status=title.status if heads else told.status,
        evidence=(*title.evidence, *told.evidence) if heads else (*told.evidence, *title.evidence),
        participants=told.participants or title.participants,
        level=told.level or title.level,
        when=title.when if heads or told.when is None else told.when,
        place=title.place if there else told.place,
        place_country=title.place_country if there else told.place_country,
        place_detail=title.place_detail if there else told.place_detail,
    )


_TO_COME = frozenset({"planned", "proposed", "invited"})


def _same_engagement(a: Engagement, b: Engagement) -> bool:
    """Whether two tellings are of one event: nothing that both tell may differ."""
    if _retold(a, b) or _retold(b, a):
        return True
    if _FAMILY.get(a.kind) != _FAMILY.get(b.kind):
        return False
    if (a.status in _TO_COME) != (b.status in _TO_COME) and not (_mentioned(a) or _mentioned(b)):
        return False
    if a.kind == "ceremony" and a.form != b.form:
        return a.evidence[0].span.meets(b.evidence[0].span) and "ceremony" in (a.form, b.form)
    return _same_name(a, b) and dates_agree(a.when, b.when) and _places_agree(a, b) and _sides_agree(a, b)


def _retold(a: Engagement, b: Engagement) -> bool:
    """Whether `b` tells nothing but that there was `a`: "The conversation was held in a frank atmosphere"."""
    bare = b.kind == "talks" and b.when is None and b.form is None and not (b.place or b.name)
    known = {p.name for p in a.participants}
    return (
        bare
        and a.kind in ("talks", "call", "dialogue", "summit")
        and a.status == b.status == "held"
        and set(b.parties) == set(a.parties)
        and (not b.participants or (a.kind == "call" and all(p.name in known for p in b.participants)))
    )


def _mentioned(claim: Engagement) -> bool:
    """Whether a visit is but named, by no verb and without a day: its words do not tell held from planned."""
    return claim.rule == "engagement.visit-noun" and claim.when is None and claim.status == "held"


def _same_name(a: Engagement, b: Engagement) -> bool:
    if a.edition and b.edition and a.edition != b.edition:
        return False
    if bool(a.name) != bool(b.name) and _met_others(*((a, b) if a.name else (b, a))):
        return False
    if a.name and b.name:
        return _names_agree(a.name, b.name) or bool(a.series and a.series == b.series)
    # A dialogue named in passing is not the talks that have no name.
    return bool(a.name) == bool(b.name) or "engagement.named-occasion" not in (a.rule, b.rule)


def _met_others(named: Engagement, talks: Engagement) -> bool:
    """Whether talks are told with a partner who is not told of a named dialogue: `She will meet President X`."""
    there, met = {p.name for p in named.participants if p.name}, {p.name for p in talks.participants if p.name}
    partners = {p.name for p in talks.participants if p.name and p.country != talks.parties[0]}
    return talks.rule in _WITH_SOMEBODY and len(met) > 1 and bool(partners) and not partners & there


_WITH_SOMEBODY = frozenset(
    {
        "engagement.meet",
        "engagement.call-on",
        "engagement.courtesy-call",
        "engagement.received-by",
        "engagement.call-on-noun",
    }
)


def _places_agree(a: Engagement, b: Engagement) -> bool:
    if a.place_country and b.place_country and a.place_country != b.place_country:
        return False
    if a.kind == "visit" and bool(a.place) != bool(b.place) and _site(a.place or b.place):
        return False  # the trip is not the stop at an academy
    left, right = folded(a.place or ""), folded(b.place or "")
    return left in right or right in left


def _sides_agree(a: Engagement, b: Engagement) -> bool:
    left, right = set(a.parties), set(b.parties)
    if _one_occasion(a, b):
        return True
    if not (left <= right or right <= left):
        return False  # the talks with one state are not those with another
    if not (a.participants and b.participants) and abs(len(left) - len(right)) > 1:
        return False  # a meeting of nine is not the bilateral one beside it
    return _people_agree(a, b)


def _one_occasion(a: Engagement, b: Engagement) -> bool:
    """Whether both tell of one body's meeting by its name: "will attend the Quad Meeting hosted by X"."""
    bodies = [p for p in a.parties if len(p) > 2 and p in b.parties]
    return bool(bodies) and a.name is not None and b.name is not None and folded(a.name) == folded(b.name)


def _names_agree(a: str, b: str) -> bool:
    """The same name, one inside the other, or one the initials of the other."""
    left, right = folded(a), folded(b)
    if left in right or right in left:
        return True
    short, long = sorted((left, right), key=len)
    initials = "".join(w[0] for w in long.split())
    return " " not in short and len(short) > 2 and short in initials


_SITES = re.compile(
    r"\b(?:Command|Academy|Memorial|INS|Ship|Base|Dockyard|Cent(?:re|er)|University|Museum|Lab|Shipyard|Yard|School|College|Institute|Factory|Plant|Barracks)\b"
)


def _site(place: str | None) -> bool:
    return bool(place and _SITES.search(place))


def _people_agree(a: Engagement, b: Engagement) -> bool:
    left, right = {p.name for p in a.participants if p.name}, {p.name for p in b.participants if p.name}
    if not left or not right:
        return True
    if left <= right or right <= left:
        return True
    # Two talks of one person with different partners are two talks.
    return len(left & right) / min(len(left), len(right)) > 0.5


def _merge_engagements(a: Engagement, b: Engagement) -> Engagement:
    names = {p.name for p in a.participants}
    people = (*a.participants, *(p for p in b.participants if p.name and p.name not in names))
    both = (b.participants and a.participants) or _one_occasion(a, b)
    kind = b.kind if a.kind == "talks" and b.kind in ("dialogue", "summit", "call") else a.kind
    return replace(
        a,
        status=b.status if _mentioned(a) else a.status,
        kind=kind,
        form=a.form or b.form,
        name=a.name or b.name,
        series=a.series or b.series,
        edition=a.edition or b.edition,
        when=_finer(a.when, b.when),
        place=a.place or b.place,
        place_country=a.place_country or b.place_country,
        place_detail=a.place_detail or b.place_detail,
        parties=tuple(dict.fromkeys((*a.parties, *b.parties))) if both else a.parties,
        level=a.level or b.level,
        participants=people,
        topics=(*a.topics, *b.topics),
        evidence=(*a.evidence, *(e for e in b.evidence if e not in a.evidence)),
        inferences=(*a.inferences, *b.inferences),
    )


def _finer(a: When | None, b: When | None) -> When | None:
    """The date that tells more: the day before the month, the days of a stop before those of the journey."""
    if a is None or b is None or not a.edtf or not b.edtf:
        return a or b
    within = "/" in b.edtf and "/" in a.edtf and inside(b.edtf, a.edtf)
    return b if within or ("/" not in a.edtf and len(b.edtf) > len(a.edtf)) else a
