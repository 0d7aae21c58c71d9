"""What a brief rests on, and what it does not know: said of the record, and counted in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from comity.linking.memberships import expanded
from comity.model import Agreement
from comity.views.brief.agreements import is_joint_text
from comity.views.brief.dossier import Dossier
from comity.views.brief.saying import and_list, day_told, parties, party, possessive
from comity.views.paper.model import Paragraph, Remark

__all__ = ["coverage", "not_known"]

_ISSUERS, _SIDES = 3, 4


def coverage(dossier: Dossier) -> Remark:
    """The first line: how many releases, of whom, from when to when, how much of it people have looked at."""
    told = dossier.told_by
    if not told:
        return Remark(f"The record holds no release that tells of {parties(dossier.asked)} together.")
    issuers: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one in told.values():
        issuers[one.country or ""][one.issuer or "issuer not told"] += 1
    by_number = sorted(issuers.items(), key=lambda item: (-item[1].total(), item[0]))
    named = [
        f"{counted.total()} of {party(code) if code else 'unknown origin'} "
        f"({and_list([name for name, _ in counted.most_common()], _ISSUERS)})"
        for code, counted in by_number[:_SIDES]
    ]
    if len(by_number) > _SIDES:
        named.append(f"{sum(counted.total() for _, counted in by_number[_SIDES:])} of others")
    days = sorted(one.issued for one in told.values() if one.issued)
    span = ""
    if days:
        first, last = day_told(days[0]), day_told(days[-1])
        span = f", issued on {first}" if first == last else f", issued from {first} to {last}"
    claims = [kept for thing in dossier.things for kept in thing.entry.members]
    seen = sum(kept.review != "machine" for kept in claims)
    looked = f"people have looked at {seen} of the {len(claims)} claims in them" if seen else (
        f"none of the {len(claims)} claims in them has been looked at by people"
    )  # fmt: skip
    return Remark(f"Rests on {len(told)} release{'s' * (len(told) != 1)}: {and_list(named)}{span}; {looked}.")


def not_known(dossier: Dossier) -> Iterator[Paragraph]:
    """What the record cannot tell: sides that are not heard, months without a release, steps that no release tells."""
    heard = {code for thing in dossier.things for code in expanded(frozenset(thing.accounts))}
    for code in dossier.asked:
        if len(code) == 2 and code not in heard:
            name = party(code)
            yield (Remark(f"{name[:1].upper()}{name[1:]} is not heard: the record holds no release that gives "
                          f"{possessive(name)} account of this."),)  # fmt: skip
    days = sorted(one.issued for one in dossier.told_by.values() if one.issued)
    years = {int(day[:4]) for day in days}
    silent = [year for year in range(min(years), max(years)) if year not in years] if years else []
    if silent:
        yield (Remark(f"The record holds no release on this of {and_list(_runs(silent))}."),)
    if days and days[-1][:7] < dossier.day[:7]:
        yield (Remark(f"The last release on this is of {day_told(days[-1])}; what came later is not known."),)
    late = [t for t in dossier.things if t.late]
    if len(late) == 1:
        yield (Remark("The day of a planned meeting or exercise is past, and no release tells whether it took place."),)
    elif late:
        many = f"The days of {len(late)} planned meetings and exercises are past"
        yield (Remark(f"{many}, and no release tells whether they took place."),)
    signed = [t for t in dossier.agreements if isinstance(t.head, Agreement) and t.head.status == "signed"]
    signed = [t for t in signed if not is_joint_text(t)]
    if signed:
        yield (Remark(f"Of {len(signed)} agreements told as signed, no release tells whether they are in force."),)
    alone = [t for t in dossier.things if not expanded(frozenset(dossier.asked)) <= expanded(frozenset(t.accounts))]
    if alone and len(dossier.asked) > 1:
        part = f"{len(alone)} of the {len(dossier.things)} things told here"
        yield (Remark(f"{part} rest on the account of one side, or of others alone."),)
    yield (Remark("That the record tells nothing of a thing does not show that there was nothing."),)


def _runs(years: list[int]) -> list[str]:
    """Years with those that follow one another as one stretch: "2002 to 2020"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [f"{run[0]} to {run[-1]}" if len(run) > 2 else and_list([str(one) for one in run]) for run in runs]
