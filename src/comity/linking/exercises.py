"""Which tellings are of one holding of an exercise.

A holding is known by its number in the series, by the days it takes, or by its year: never by exact days alone, as a
curtain-raiser, the opening and the closing tell different ones. One that was put off is the same one when it is held.
That a series is to be kept up is told of the series and of no holding of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from comity.linking.days import Days, ends_of
from comity.linking.grouping import Kind
from comity.linking.holdings import Holding, holding_of
from comity.linking.series import a_slip_apart, one_series
from comity.linking.settling import gather
from comity.linking.stretches import months, precise, years
from comity.model import Kept, Tie

__all__ = ["EXERCISES"]

NEAR = 60
"""Days that may lie between two tellings of one holding: a harbour phase, a sea phase, a date that was moved."""
PUT_OFF = 300
"""Days that may lie between the date of a holding that was put off and the one it is held on."""
_SEASON, _PAST_SEASON = 123, 31
"""Days up to which a stretch is a part of a year, and how many a holding may come before or after it."""
_SLIPPED = 400
"""Days that may lie between two tellings of one number: the year beside it is often that of the plan."""
_MISCOUNTED = 14
"""Days that may lie between two tellings of one holding that its two sides count otherwise."""
_WEEKS = 21
"""Days up to which a stretch tells the days of one holding without a name."""
_COURSE = {"proposed": 0, "planned": 0, "postponed": 0, "cancelled": 0, "ongoing": 1, "held": 2}


def _form(kept: Kept) -> str:
    told = holding_of(kept)
    called = told.called and not told.general and (told.days or told.number is not None)
    if told.series is None and not called and (told.days is None or told.general or len(told.parties) < 2):
        return f"unnamed|{kept.id}"
    if not (told.days or told.issued or told.general or told.number is not None):
        return f"undated|{kept.id}"
    name = (*(told.series.names if told.series else ()), told.series and told.series.misspelt, *sorted(told.called))
    sure = told.series and told.series.sure and not told.by_days and not told.called
    parties = () if sure else tuple(sorted(told.parties))
    if told.general:
        return f"series|{name}|{parties}"
    kind = (told.domain, told.passing) if told.by_days else ()
    # A plan may be moved, what was held cannot.
    standing = (told.status, None if told.days else ends_of(told.issued))
    number = (told.number, told.number is not None and sorted(told.accounts))
    return f"{name}|{number}|{told.part}|{ends_of(told.days)}|{standing}|{parties}|{kind}"


def _keys(kept: Kept) -> Collection[str]:
    told = holding_of(kept)
    keys: set[str] = set()
    for name in sorted(told.names):
        if told.general:
            keys.add(f"{name}|series")
            continue
        if told.number is not None:
            keys.add(f"{name}|number|{told.number}")
        keys.update(f"{name}|{year}" for when in (told.days, told.window) if when for year in years(when))
    if told.by_days and told.days:
        who = ",".join(sorted(told.parties))
        keys.update(f"{who}|{month}" for month in months(told.days))
    return keys


def _tie(a: Kept, b: Kept) -> Tie | None:
    one, other = holding_of(a), holding_of(b)
    if one.series is None or other.series is None or _a_slip_apart(one, other):
        found = _tied_by_call(one, other) or _tied_by_days(one, other)
    elif not _one_series(one, other) or one.general != other.general:
        found = None
    elif one.general:
        found = ("one series, to be kept up", 0.95)
    else:
        found = _tied_by_edition(one, other)
    if found is None or _clash(one, other):
        return None
    spelt = [f"{h.series.misspelt!r} is a misspelling" for h in (one, other) if h.series and h.series.misspelt]
    reason = "; ".join([found[0], *spelt])
    return Tie(a.id, b.id, reason, found[1] - 0.05 * len(spelt))


def _one_series(one: Holding, other: Holding) -> bool:
    if one.series is None or other.series is None:
        return False
    if not one_series(one.series, other.series):
        return bool(one.names & other.names) and _akin(one.parties, other.parties)
    return one.series.sure or _akin(one.parties, other.parties)


def _a_slip_apart(one: Holding, other: Holding) -> bool:
    """Whether their names are one but for a slip, and their days can tell that they are."""
    if one.series is None or other.series is None or not (one.by_days and other.by_days):
        return False
    return one.series.names != other.series.names and a_slip_apart(one.series, other.series)


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two lists can be of those who took part in one exercise, where neither need be complete."""
    return one <= other or other <= one or len(one & other) > 1


def _tied_by_call(one: Holding, other: Holding) -> tuple[str, float] | None:
    """What ties one without a name to another: what its quote calls it, and the number or the days."""
    if one.general or other.general or not one.names & other.names or not _akin(one.parties, other.parties):
        return None
    numbered = one.number is not None and one.number == other.number
    together = one.days and other.days and precise(one.days) and precise(other.days) and not one.days.gap(other.days)
    return ("called by the name of the other in its quote", 0.75) if numbered or together else None


def _tied_by_edition(one: Holding, other: Holding) -> tuple[str, float] | None:
    if one.number is not None and one.number == other.number:
        return f"one series, both number {one.number}", 0.95
    if one.number is not None and other.number is not None:
        return ("one series, the same days, though its sides count it otherwise", 0.6)
    if one.days and other.days:
        return _tied_by_dates(one, one.days, other, other.days)
    dated, undated = (one, other) if one.days else (other, one)
    if dated.days and undated.window:
        return _tied_by_window(dated.days, undated, undated.window)
    near = one.issued and other.issued and one.issued.gap(other.issued) <= NEAR
    return ("one series, told within weeks", 0.55) if near and _follows(one, other) else None


def _tied_by_dates(one: Holding, days: Days, other: Holding, also: Days) -> tuple[str, float] | None:
    if not (precise(days) and precise(also)):
        return "one series, one year", 0.8 if years(days)[0] == years(also)[0] else 0.7
    if days.gap(also) <= NEAR:
        return "one series, days that overlap or adjoin", 0.9
    return ("one series, put off and told again", 0.65) if _put_off(one, other) else None


def _tied_by_window(days: Days, undated: Holding, window: Days) -> tuple[str, float] | None:
    if not precise(days):
        middle = (window.first + window.last) // 2
        return ("one series, the year of the day of issue", 0.5) if days.first <= middle <= days.last else None
    # One to come begins after the day of issue.
    near = days.gap(window) == 0 if undated.is_over else window.first <= days.first <= window.last
    return ("one series, the holding nearest to the day of issue", 0.6) if near else None


def _follows(one: Holding, other: Holding) -> bool:
    """Whether two undated tellings can follow on each other: a plan made after a holding is of the next one."""
    first, last = sorted((one, other), key=lambda h: (h.issued.first if h.issued else 0, _COURSE.get(h.status, 0)))
    return _COURSE.get(first.status, 0) <= _COURSE.get(last.status, 0)


def _tied_by_days(one: Holding, other: Holding) -> tuple[str, float] | None:
    if not (one.by_days and other.by_days) or one.days is None or other.days is None:
        return None
    alike = one.parties == other.parties and one.domain == other.domain and one.passing == other.passing
    same = alike and one.days.gap(other.days) == 0 and max(one.days.length, other.days.length) <= _WEEKS + 1
    return ("the same parties on the same days", 0.7) if same else None


def _clash(one: Holding, other: Holding) -> bool:
    """Whether two cannot be one holding, whatever else ties them."""
    if one.series and other.series and not _one_series(one, other):
        together = one.days and other.days and one.days.gap(other.days) == 0
        if not (together and _a_slip_apart(one, other)):
            return True
    numbered = one.number is not None and other.number is not None
    if numbered and one.number != other.number:
        return not _miscounted(one, other)
    if one.part is not None and other.part is not None and one.part != other.part:
        return True
    if one.days is None or other.days is None:
        return False
    return one.days.gap(other.days) > _apart(one, one.days, other, other.days, numbered=numbered)


def _miscounted(one: Holding, other: Holding) -> bool:
    """Whether two sides can tell of the same days, and one be out by one in counting."""
    if one.number is None or other.number is None or abs(one.number - other.number) != 1:
        return False
    if not (one.accounts and other.accounts) or one.accounts & other.accounts or one.days is None or other.days is None:
        return False
    brief = max(one.days.length, other.days.length) <= _WEEKS + 1
    return brief and one.days.gap(other.days) <= _MISCOUNTED and _akin(one.parties, other.parties)


def _apart(one: Holding, days: Days, other: Holding, also: Days, *, numbered: bool) -> int:
    """The days that may lie between two dated tellings of one holding."""
    if numbered:
        # What was held on days of its own was held once, though another side may number the next one the same.
        return NEAR if one.is_over and other.is_over and precise(days) and precise(also) else _SLIPPED
    if precise(days) and precise(also):
        if _put_off(one, other):
            return PUT_OFF
        # Between them another telling may say that the plan was put off.
        return PUT_OFF if _plan_before(one, days, other, also) else NEAR
    return _PAST_SEASON if max(days.length, also.length) <= _SEASON else 0


def _put_off(one: Holding, other: Holding) -> bool:
    """Whether one tells that it was put off, and the other can be what became of it, or the plan before."""
    for late, then in ((one, other), (other, one)):
        if late.status == "postponed" and late.days and then.days and late.days.gap(then.days) <= PUT_OFF:
            return not then.is_over or then.days.first >= late.days.first - NEAR
    return False


def _plan_before(one: Holding, days: Days, other: Holding, also: Days) -> bool:
    earlier = one if days.first <= also.first else other
    return earlier.status == "planned"


def _settle(members: Sequence[Kept], ties: Sequence[Tie]) -> list[list[Kept]]:
    return gather(members, ties, lambda a, b: _clash(holding_of(a), holding_of(b)))


EXERCISES: Kind[Kept] = Kind(_form, _keys, _tie, _settle)
"""How tellings of exercises are known again: one thing is one holding, or a series that is to be kept up."""
