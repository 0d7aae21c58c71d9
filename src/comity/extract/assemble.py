"""Step 6 of a release's way: one thing told twice is one claim, and what contains what is said with `part_of`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comity.model import Agreement, Commitment, Engagement, Exercise, Position, Relation, When

__all__ = ["agreements", "commitments", "engagements", "exercises", "nest", "positions", "relations"]

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
            and _dates_agree(k.when, claim.when)
            and not (k.place_country and claim.place_country and k.place_country != claim.place_country)
        ]
        same = [k for k in same if set(k.parties) >= set(claim.parties) or _people_agree(k, claim)] or same
        if not same:
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
    if _FAMILY.get(a.kind) != _FAMILY.get(b.kind) or (a.status in _TO_COME) != (b.status in _TO_COME):
        return False
    if a.kind == "ceremony" and a.form != b.form:
        return a.evidence[0].span.meets(b.evidence[0].span) and "ceremony" in (a.form, b.form)
    return _same_name(a, b) and _dates_agree(a.when, b.when) and _places_agree(a, b) and _sides_agree(a, b)


def _same_name(a: Engagement, b: Engagement) -> bool:
    if a.edition and b.edition and a.edition != b.edition:
        return False
    if a.name and b.name:
        return _names_agree(a.name, b.name) or bool(a.series and a.series == b.series)
    # A dialogue named in passing is not the talks that have no name.
    return bool(a.name) == bool(b.name) or "engagement.named-occasion" not in (a.rule, b.rule)


def _places_agree(a: Engagement, b: Engagement) -> bool:
    if a.place_country and b.place_country and a.place_country != b.place_country:
        return False
    if a.kind == "visit" and bool(a.place) != bool(b.place) and _site(a.place or b.place):
        return False  # the trip is not the stop at an academy
    left, right = _fold(a.place or ""), _fold(b.place or "")
    return left in right or right in left


def _sides_agree(a: Engagement, b: Engagement) -> bool:
    left, right = set(a.parties), set(b.parties)
    if not (left <= right or right <= left):
        return False  # the talks with one state are not those with another
    if not (a.participants and b.participants) and abs(len(left) - len(right)) > 1:
        return False  # a meeting of nine is not the bilateral one beside it
    return _people_agree(a, b)


def _names_agree(a: str, b: str) -> bool:
    """The same name, one inside the other, or one the initials of the other."""
    left, right = _fold(a), _fold(b)
    if left in right or right in left:
        return True
    short, long = sorted((left, right), key=len)
    initials = "".join(w[0] for w in long.split())
    return " " not in short and len(short) > 2 and short in initials


_SITES = re.compile(r"\b(?:Command|Academy|Memorial|INS|Ship|Base|Dockyard|Cent(?:re|er)|University|Museum|Lab)\b")


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


def _dates_agree(a: When | None, b: When | None) -> bool:
    if a is None or b is None or not a.edtf or not b.edtf:
        return True
    return a.edtf.startswith(b.edtf) or b.edtf.startswith(a.edtf) or _inside(a.edtf, b.edtf) or _inside(b.edtf, a.edtf)


def _inside(day: str, span: str) -> bool:
    first, slash, last = span.partition("/")
    if not slash or "/" in day:
        return False
    return (first == ".." or first <= day) and (last == ".." or day <= last)


def _merge_engagements(a: Engagement, b: Engagement) -> Engagement:
    names = {p.name for p in a.participants}
    people = (*a.participants, *(p for p in b.participants if p.name and p.name not in names))
    finer = (
        b.when
        if a.when is None
        or (b.when is not None and b.when.edtf and a.when.edtf and len(b.when.edtf) > len(a.when.edtf))
        else a.when
    )
    kind = b.kind if a.kind == "talks" and b.kind in ("dialogue", "summit") else a.kind
    return replace(
        a,
        kind=kind,
        form=a.form or b.form,
        name=a.name or b.name,
        series=a.series or b.series,
        edition=a.edition or b.edition,
        when=finer,
        place=a.place or b.place,
        place_country=a.place_country or b.place_country,
        place_detail=a.place_detail or b.place_detail,
        parties=tuple(dict.fromkeys((*a.parties, *b.parties))) if b.participants and a.participants else a.parties,
        level=a.level or b.level,
        participants=people,
        topics=(*a.topics, *b.topics),
        evidence=(*a.evidence, *(e for e in b.evidence if e not in a.evidence)),
        inferences=(*a.inferences, *b.inferences),
    )


def nest(claims: Sequence[Engagement]) -> list[Engagement]:
    """Say which visit holds which talks and ceremonies, and hand down the visit's date and state."""
    visits = [c for c in claims if c.kind == "visit" and not c.place and c.place_country]
    visits = visits or [c for c in claims if c.kind == "visit" and c.place_country]
    out = []
    for claim in claims:
        holder = next((v for v in visits if v is not claim and _holds(v, claim)), None)
        if holder is not None:
            when = claim.when
            if (
                when is None
                and holder.when is not None
                and ".." not in (holder.when.edtf or "..")
                and claim.status == holder.status
            ):
                when = replace(holder.when, basis="inferred")
            claim = replace(  # noqa: PLW2901 - the claim with what its visit lends it
                claim,
                part_of=holder.id,
                place_country=claim.place_country or (holder.place_country if claim.status == holder.status else None),
                when=when,
            )
        out.append(claim)
    return out


def _holds(visit: Engagement, claim: Engagement) -> bool:
    if claim.kind == "call" or (claim.kind == "visit" and not claim.place):
        return False
    if claim.place_country and claim.place_country != visit.place_country:
        return False
    if not _dates_agree(visit.when, claim.when) or visit.status in ("proposed", "invited"):
        return False
    left, right = (
        {p.name for p in visit.participants if p.name},
        {p.name for p in claim.participants if p.name},
    )
    return bool(left & right)


def exercises(found: Sequence[Exercise]) -> list[Exercise]:
    """Merge tellings of the same exercise; "the joint exercise" is the named one where there is only one."""
    kept: list[Exercise] = []
    names = {c.series or c.name for c in found if c.name}
    for claim in found:
        if claim.name is None and len(names) == 1 and claim.status != "continuing" and claim.edition is None:
            continue
        for index, other in enumerate(kept):
            if _same_exercise(other, claim):
                kept[index] = _merge_exercises(other, claim)
                break
        else:
            kept.append(claim)
    return kept


def _same_exercise(a: Exercise, b: Exercise) -> bool:
    if a.edition and b.edition and a.edition != b.edition:
        return False
    if not _dates_agree(a.when, b.when):
        return False
    if a.series and b.series:
        return a.series == b.series
    if a.name and b.name:
        left, right = _words(a.name), _words(b.name)
        return bool(left and right) and (left <= right or right <= left)
    return a.name is None and b.name is None and a.status == b.status and set(a.parties) == set(b.parties)


def _merge_exercises(a: Exercise, b: Exercise) -> Exercise:
    return replace(
        a,
        name=a.name or b.name,
        series=a.series or b.series,
        edition=a.edition or b.edition,
        domain=a.domain if a.domain != "unknown" else b.domain,
        domains=a.domains or b.domains,
        when=a.when or b.when,
        place=a.place or b.place,
        place_country=a.place_country or b.place_country,
        evidence=(*a.evidence, *(e for e in b.evidence if e not in a.evidence)),
    )


def agreements(found: Sequence[Agreement]) -> list[Agreement]:
    """Merge tellings of the same step of the same agreement."""
    kept: list[Agreement] = []
    # A mention without a step of its own adds nothing to an instrument whose step is told.
    steps = [c for c in found if c.rule != "agreement.mentioned"]
    for claim in found:
        if claim.rule == "agreement.mentioned" and any(_alike(s.name, claim.name) for s in steps):
            continue
        for index, other in enumerate(kept):
            if other.status == claim.status and _alike(other.name, claim.name) and _dates_agree(other.when, claim.when):
                kept[index] = replace(other, when=other.when or claim.when, evidence=(*other.evidence, *claim.evidence))
                break
        else:
            kept.append(claim)
    return kept


def _alike(a: str | None, b: str | None) -> bool:
    left, right = _words(a or ""), _words(b or "")
    return bool(left and right) and (left <= right or right <= left)


def commitments(found: Sequence[Commitment]) -> list[Commitment]:
    """The same words found by two rules are one commitment: the first rule asked wins."""
    kept: list[Commitment] = []
    for claim in found:
        if not any(_same_words(k.evidence[0], claim.evidence[0], k.action, claim.action) for k in kept):
            kept.append(claim)
    return kept


def positions(found: Sequence[Position], promised: Sequence[Commitment]) -> list[Position]:
    """The same words are one position, and none where they are already a commitment by the same trigger."""
    kept: list[Position] = []
    for claim in found:
        if any(_same_words(k.evidence[0], claim.evidence[0], k.topic, claim.topic) for k in kept):
            continue
        if any(
            c.evidence[0].span.meets(claim.evidence[0].span) and _overlap(c.action, claim.topic) > 0.6 for c in promised
        ):
            continue
        kept.append(claim)
    return kept


def _same_words(a: object, b: object, left: str, right: str) -> bool:
    meets = getattr(a, "start", 0) < getattr(b, "end", 0) and getattr(b, "start", 0) < getattr(a, "end", 0)
    return (meets and _overlap(left, right) > 0.6) or _fold(left) == _fold(right)


def _overlap(a: str, b: str) -> float:
    left, right = set(_fold(a).split()), set(_fold(b).split())
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def relations(found: Sequence[Relation]) -> list[Relation]:
    """A label once for the same parties, a founding year once."""
    kept: list[Relation] = []
    for claim in found:
        same = [
            k
            for k in kept
            if (
                claim.label
                and k.label
                and (_words(claim.label) <= _words(k.label) or _words(k.label) <= _words(claim.label))
            )
            or (claim.established and k.established == claim.established)
        ]
        if not same:
            kept.append(claim)
    return kept


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


_COMMON = frozenset({"the", "of", "and", "exercise", "ex", "a", "on", "for", "joint", "between", "in"})


def _words(text: str) -> set[str]:
    return {w for w in _fold(text).split() if w not in _COMMON and not re.fullmatch(r"(?:19|20)\d\d", w)}
