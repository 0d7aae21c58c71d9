"""Exercises by series: the edition that was held last, and the next."""

from __future__ import annotations

from collections import defaultdict

from comity.linking.holdings import holding_of
from comity.model import Exercise
from comity.views.brief.dossier import Dossier, Thing, others_of
from comity.views.brief.saying import and_list, by_the_account, on_day, party
from comity.views.paper.model import Paragraph, Remark, Said
from comity.views.wording import ordinal, spoken

__all__ = ["by_series", "exercise", "series"]

_HELD = ("held", "ongoing")


def by_series(dossier: Dossier) -> list[tuple[str, list[Thing]]]:
    """The series with their holdings, the last first; those of the parties alone stand first, then the last told."""
    found: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in dossier.exercises:
        found[_name(thing)].append(thing)
    ordered = [(name, sorted(told, key=lambda t: (t.day, t.id), reverse=True)) for name, told in found.items()]
    ordered.sort(key=lambda one: (max(t.last_told for t in one[1]), one[0]), reverse=True)
    return sorted(ordered, key=lambda one: (_unnamed(one[1]), min(dossier.between(t) for t in one[1]) > 0))


def _unnamed(told: list[Thing]) -> bool:
    return not any(_of(t).name or _of(t).series for t in told)


def series(dossier: Dossier, told: list[Thing]) -> Paragraph:
    """A series in a few sentences: last held, next planned, and that it is to be kept up."""
    held = [t for t in told if _of(t).status in _HELD and t.day <= dossier.day]
    coming = [t for t in told if _of(t).status in ("planned", "proposed") and not t.late]
    late = [t for t in told if t.late]
    kept = [t for t in told if _of(t).status == "continuing"]
    other = [t for t in told if _of(t).status in ("postponed", "cancelled")]
    point: list[Said | Remark] = [exercise(dossier, one) for one in (*held[:1], *reversed(coming[-1:]), *other[:1])]
    point += [exercise(dossier, one) for one in kept[:1] if not coming]
    for one in late[:1]:
        if not any(t.day > one.day for t in held):
            point += [exercise(dossier, one), Remark("No release in the record tells whether it was held.")]
    return tuple(dict.fromkeys(point))


def exercise(dossier: Dossier, thing: Thing) -> Said:
    """A holding of an exercise in a sentence."""
    claim = _of(thing)
    number = f"{ordinal(claim.edition)} edition " if claim.edition is not None else ""
    domain = f" ({claim.domain})" if claim.domain not in ("unknown", "") else ""
    others = others_of(claim.parties, dossier.asked)
    company = f"with {and_list([party(one) for one in others], 4)}" if others else ""
    where = f"in {claim.place}" if claim.place else f"in {party(claim.place_country)}" if claim.place_country else ""
    verb = {
        "held": "held", "ongoing": "under way", "planned": "planned", "proposed": "proposed",
        "continuing": "to be kept up", "postponed": "put off", "cancelled": "cancelled",
    }.get(claim.status, spoken(claim.status))  # fmt: skip
    when = on_day(claim.when.edtf if claim.when else None)
    told = f"(told {on_day(thing.last_told)})" if not when and thing.last_told else ""
    words = " ".join(part for part in (f"{number}{verb}", when, where, company, told) if part)
    account = by_the_account(thing.accounts, dossier.asked)
    return dossier.said(f"{_title(claim)}{domain}: {words}{f', {account}' if account else ''}.", thing)


def _title(claim: Exercise) -> str:
    return claim.name or claim.series or "An exercise without a name"


def _name(thing: Thing) -> str:
    claim = _of(thing)
    series = next((held.series.name for k in thing.entry.members if (held := holding_of(k)).series), None)
    return series or claim.name or claim.series or "Exercises without a name"


def _of(thing: Thing) -> Exercise:
    if not isinstance(thing.head, Exercise):
        raise TypeError(thing.id)
    return thing.head
