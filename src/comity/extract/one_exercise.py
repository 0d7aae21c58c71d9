"""One exercise told in several sentences is one claim, with the day and place that any of them tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.extract.alike import dates_agree, words_of
from comity.model import Exercise, When

__all__ = ["exercises"]


def exercises(found: Sequence[Exercise]) -> list[Exercise]:
    """Merge tellings of the same exercise; "the joint exercise" is the named one where there is only one."""
    kept: list[Exercise] = []
    named = [c for c in found if c.name]
    one = len({c.series or c.name for c in named}) == 1
    for claim in found:
        if (
            claim.name is None
            and one
            and claim.status != "continuing"
            and claim.edition is None
            and _of_named(claim, named)
        ):
            continue
        same = [k for k in kept if (_added_to if claim.rule == "exercise.more" else _same_exercise)(k, claim)]
        if same:
            kept[kept.index(same[-1])] = _merge_exercises(same[-1], claim)
        else:
            kept.append(claim)
    # One merely mentioned adds nothing to a telling of the same.
    return [
        k for k in kept if k.rule != "exercise.mentioned" or not any(_alike_exercise(k, o) for o in kept if o is not k)
    ]


def _of_named(claim: Exercise, named: Sequence[Exercise]) -> bool:
    """Whether an exercise without a name may be the named one: no day of its own speaks against it."""
    return claim.when is None or any(dates_agree(n.when, claim.when) for n in named)


def _same_exercise(a: Exercise, b: Exercise) -> bool:
    if a.edition and b.edition and a.edition != b.edition:
        return False
    other = "exercise.other-edition" in (a.rule, b.rule) and (
        a.when is None or b.when is None or ".." in (a.when.edtf or "")
    )
    return not other and dates_agree(a.when, b.when) and _alike_exercise(a, b, named=False)


def _alike_exercise(a: Exercise, b: Exercise, *, named: bool = True) -> bool:
    """Whether two exercises are of one series; those without a name by status and parties, unless `named`."""
    if a.series and b.series:
        return a.series == b.series
    if a.name and b.name:
        left, right = words_of(a.name), words_of(b.name)
        return bool(left and right) and (left <= right or right <= left)
    return not named and not a.name and not b.name and a.status == b.status and set(a.parties) == set(b.parties)


def _added_to(a: Exercise, b: Exercise) -> bool:
    """Whether `The exercise began on 12 January` is of this one: its day may be the other end of it."""
    if a.series != b.series or a.name != b.name or set(a.parties) != set(b.parties):
        return False
    return dates_agree(a.when, b.when) or _stretch(a.when, b.when) is not None


def _stretch(a: When | None, b: When | None) -> When | None:
    """The stretch from an opening to a closing that are told apart."""
    ends = [w.edtf for w in (a, b) if w is not None and w.edtf]
    first = next((e.removesuffix("/..") for e in ends if not e.startswith("../")), "")
    last = next((e.removeprefix("../") for e in reversed(ends) if not e.endswith("/..")), "")
    if a is None or "/" in first or "/" in last or not len(first) == len(last) == 10 or first >= last:
        return None
    return When(f"{first}/{last}", "range", a.basis, a.printed)


def _merge_exercises(a: Exercise, b: Exercise) -> Exercise:
    untold = a.rule == "exercise.mentioned"
    finer = b.when if a.when is None or (b.when and len(b.when.edtf or "") > len(a.when.edtf or "")) else a.when
    return replace(
        a,
        rule=b.rule if untold else a.rule,
        name=a.name or b.name,
        series=a.series or b.series,
        edition=a.edition or b.edition,
        domain=a.domain if a.domain != "unknown" else b.domain,
        domains=a.domains or b.domains,
        when=_stretch(a.when, b.when) or finer,
        place=a.place or b.place,
        place_country=a.place_country or b.place_country,
        status=b.status if untold else a.status,
        evidence=(*a.evidence, *(e for e in b.evidence if e not in a.evidence)),
    )
