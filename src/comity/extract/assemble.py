"""Step 6 of a release's way: one thing told twice is one claim, and what contains what is said with `part_of`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from comity.model import Agreement, Commitment, Engagement, Position, Relation, When

__all__ = ["agreements", "commitments", "dates_agree", "engagements", "nest", "positions", "relations", "words_of"]

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
    left, right = _fold(a.place or ""), _fold(b.place or "")
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
    return bool(bodies) and a.name is not None and b.name is not None and _fold(a.name) == _fold(b.name)


def _names_agree(a: str, b: str) -> bool:
    """The same name, one inside the other, or one the initials of the other."""
    left, right = _fold(a), _fold(b)
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


def dates_agree(a: When | None, b: When | None) -> bool:
    """Whether two dates may be of one event: the same, one within the other, or one not told."""
    if a is None or b is None or not a.edtf or not b.edtf:
        return True
    return a.edtf.startswith(b.edtf) or b.edtf.startswith(a.edtf) or _inside(a.edtf, b.edtf) or _inside(b.edtf, a.edtf)


def _inside(day: str, span: str) -> bool:
    """Whether a day, or a stretch of days, lies within a stretch."""
    first, slash, last = span.partition("/")
    begin, _, end = day.partition("/")
    if not slash or ".." in (begin, end):
        return False
    return (first == ".." or first <= begin) and (last == ".." or (end or begin) <= last)


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
    within = "/" in b.edtf and "/" in a.edtf and _inside(b.edtf, a.edtf)
    return b if within or ("/" not in a.edtf and len(b.edtf) > len(a.edtf)) else a


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
    if not dates_agree(visit.when, claim.when) or visit.status in ("proposed", "invited"):
        return False
    left, right = (
        {p.name for p in visit.participants if p.name},
        {p.name for p in claim.participants if p.name},
    )
    return bool(left & right) or _on_the_way(visit, claim)


def _on_the_way(visit: Engagement, claim: Engagement) -> bool:
    """Whether talks told without a day, after a visit, are between the same two states, and nobody else travels."""
    traveller = visit.parties[0]
    there = {p.name for p in visit.participants if p.name and p.country == traveller}
    met = {p.name for p in claim.participants if p.name and p.country == traveller}
    return (
        claim.when is None
        and claim.status == visit.status
        and set(claim.parties) == set(visit.parties)
        and visit.evidence[0].start < claim.evidence[0].start
        and (not there or not met or bool(there & met))
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
            if other.status == claim.status and _alike(other.name, claim.name) and dates_agree(other.when, claim.when):
                kept[index] = replace(other, when=other.when or claim.when, evidence=(*other.evidence, *claim.evidence))
                break
        else:
            kept.append(claim)
    return kept


def _alike(a: str | None, b: str | None) -> bool:
    left, right = words_of(_plain(a or "")), words_of(_plain(b or ""))
    return bool(left and right) and (left <= right or right <= left)


def commitments(found: Sequence[Commitment], stances: Sequence[Position] = ()) -> list[Commitment]:
    """The same words found by two rules are one commitment: the first rule asked wins.

    Who welcomes a plan or thanks for an offer does not make it.
    """
    kept: list[Commitment] = []
    for claim in found:
        if any(
            claim.force == "intends"
            and _receives(s, claim)
            and s.evidence[0].span.meets(claim.evidence[0].span)
            and set(s.by) == set(claim.by)
            for s in stances
        ):
            continue
        if not any(
            _same_words(k.evidence[0], claim.evidence[0], k.action, claim.action) and not _shared(k, claim)
            for k in kept
        ):
            kept.append(claim)
    return kept


def _shared(one: Commitment, other: Commitment) -> bool:
    """`A will deliver, and B will pay for, forty lorries`: what two share is not promised by one."""
    apart = one.evidence[0].start != other.evidence[0].start and not set(one.by) & set(other.by)
    return apart and one.action.split()[0] != other.action.split()[0] and one.action.endswith(other.action)


def positions(found: Sequence[Position], promised: Sequence[Commitment]) -> list[Position]:
    """The same words are one position, and none where they are already a commitment by the same trigger.

    Whoever welcomes another's promise takes a stance towards it: then both are told.
    """
    kept: list[Position] = []
    for claim in found:
        if any(_same_words(k.evidence[0], claim.evidence[0], k.topic, claim.topic) for k in kept):
            continue
        if any(
            c.evidence[0].span.meets(claim.evidence[0].span)
            and _overlap(c.action, claim.topic) > 0.6
            and not (claim.evidence[0].start < c.evidence[0].start and set(c.by) != set(claim.by))
            and not (c.force in ("intends", "offered", "committed") and _receives(claim, c))
            for c in promised
        ):
            continue
        kept.append(claim)
    return kept


def _receives(stance: Position, promise: Commitment) -> bool:
    """`thanked India for offering help`: the stance is towards the promise."""
    return stance.stance in ("welcomes", "acknowledges") and promise.action in stance.topic


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
            if len(set(claim.parties) & set(k.parties)) > 1
            if (
                claim.label
                and k.label
                and (words_of(claim.label) <= words_of(k.label) or words_of(k.label) <= words_of(claim.label))
            )
            or (claim.established and k.established == claim.established)
        ]
        if not same:
            kept.append(claim)
    kept = [k for k in kept if not (_by_its_sides(k) and any(_says_more(o, k) for o in kept))]
    return [k for at, k in enumerate(kept) if not (k.rule in _BONDS and any(_of_two(o, k) for o in _firmer(kept, at)))]


_BONDS = frozenset({"relation.partner", "relation.bond", "relation.shared"})


def _firmer(kept: Sequence[Relation], at: int) -> list[Relation]:
    """The names that go before the bond told at `at`: every given name of a relation, and earlier bonds."""
    return [k for i, k in enumerate(kept) if k.label and (k.rule not in _BONDS or i < at)]


def _of_two(other: Relation, claim: Relation) -> bool:
    return len(set(other.parties) & set(claim.parties)) > 1


def _by_its_sides(claim: Relation) -> bool:
    """`the Kenya-Peru partnership`: a name that tells no more than whose it is."""
    return re.search(r"^[A-Z].*[-–].*\b(?:partnership|friendship)$", claim.label or "") is not None


def _says_more(other: Relation, claim: Relation) -> bool:
    if not other.label or _by_its_sides(other) or len(set(other.parties) & set(claim.parties)) < 2:
        return False
    return other.label.split()[-1].casefold() == (claim.label or "").split()[-1].casefold()


def _plain(text: str) -> str:
    """A name without accents: Communiqué is also printed Communique."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


_COMMON = frozenset({"the", "of", "and", "exercise", "ex", "a", "on", "for", "joint", "between", "in"})


def words_of(text: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {w for w in _fold(text).split() if w not in _COMMON and not re.fullmatch(r"(?:19|20)\d\d", w)}
