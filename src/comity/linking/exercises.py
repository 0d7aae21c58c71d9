"""Which tellings are of one holding of an exercise, what series it belongs to, and the calendar of a series.

A holding is known by its number in the series, by the days it takes, or by its year: never by exact days alone, as a
curtain-raiser, the opening and the closing tell different ones. That a series is to be kept up is told of the series
and of no holding of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from comity.linking.grouping import Kind
from comity.linking.names import Span, folded, gather, months, rows, span, without_parties
from comity.model import Entry, Exercise, Kept, Tie

__all__ = ["EXERCISES", "Edition", "calendar", "series_of"]

NEAR = 60
"""Days that may lie between two tellings of one holding: a harbour phase, a sea phase, a date that was moved."""
REACH = 200
"""Days from the day of issue within which a holding without a date is looked for; an annual one comes once in it."""
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_ORDINAL = re.compile(rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({'|'.join(_ORDINALS)}))\b")
_ROMAN = re.compile(r"(?=[IVXL])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_PHASE = re.compile(r"\b(?:(?:harbou?r|sea|shore|land|final|closing|opening|validation) phase|phase \w+)\b")
_GLUED = re.compile(r"(?<=[^\W\d]{3})(?=\d{2,4}\b)")
_APPENDIX = re.compile(r"\([^)]*\)")
_GENERIC = frozenset({
    "the", "a", "of", "in", "and", "on", "for", "to", "with", "between", "its", "ex", "exercise", "exercises",
    "joint", "combined", "military", "naval", "navy", "navies", "army", "armies", "air", "force", "forces", "armed",
    "defence", "bilateral", "trilateral", "multilateral", "multinational", "international", "annual", "passing",
    "passage", "passex", "maritime", "sea", "land", "ground", "training", "drill", "drills", "manoeuvre",
    "manoeuvres", "maneuver", "maneuvers", "tabletop", "table", "top", "command", "post", "field", "cooperative",
    "cooperation", "activity", "activities", "coordinated", "patrol", "patrols", "corpat", "partnership", "series",
    "edition", "editions", "iteration", "version", "plan", "phase", "live", "fire", "firing", "fighter", "first",
    "inaugural", "special", "operation", "operations", "new",
})  # fmt: skip


_COURSE = {"proposed": 0, "planned": 0, "postponed": 0, "cancelled": 0, "ongoing": 1, "held": 2}


@dataclass(frozen=True, slots=True)
class _Series:
    """A series as named: `sure` where the name alone tells it, whoever takes part."""

    name: str
    sure: bool = False
    parties: frozenset[str] = frozenset()
    misspelt: str | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    """A printed name taken apart: the words, the numbers that follow them, the number told as an ordinal."""

    stem: str
    tail: tuple[int, ...] = ()
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Holding:
    """What is looked at of a telling."""

    series: _Series | None
    general: bool
    number: int | None
    part: int | None
    days: Span | None
    window: Span | None
    issued: str | None
    status: str
    parties: frozenset[str]
    domain: str
    passing: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """One holding in the calendar of its series; `year` is None where none is told, and `date` is the finest told."""

    entry: str
    series: str | None
    number: int | None
    year: int | None
    date: str | None
    place: str | None
    status: str


def series_of(claim: Exercise) -> str | None:
    """The series a claim belongs to: the lexicon's name of it, else the folded name; None where it has no name."""
    found = _series(claim.series, claim.name, frozenset(claim.parties))
    return found.name if found else None


def calendar(entries: Iterable[Entry]) -> tuple[Edition, ...]:
    """The holdings among `entries` by series, time and number; what is told of a series only is left out."""
    found = [_edition(entry) for entry in entries if not _told(entry.members[0]).general]
    return tuple(
        sorted(found, key=lambda e: (e.series or "", e.year or 9999, e.date or "9999", e.number or 0, e.entry))
    )


def _edition(entry: Entry) -> Edition:
    claims = [_exercise(kept) for kept in entry.members]
    told = [_told(kept) for kept in entry.members]
    dated = [(h.days, c.when.edtf if c.when else None) for h, c in zip(told, claims, strict=True) if h.days]
    days, edtf = min(dated, key=lambda d: (d[0].last - d[0].first, d[0]), default=(None, None))
    places = Counter(claim.place for claim in claims if claim.place)
    return Edition(
        entry=entry.id,
        series=next((h.series.name for h in told if h.series), None),
        number=next((h.number for h in told if h.number is not None), None),
        year=days.first.year if days else None,
        date=edtf if days and span(edtf) == days else (str(days.first.year) if days else None),
        place=min(places, key=lambda p: (-places[p], p), default=None),
        status=_status([h.status for h in told]),
    )


def _status(told: Sequence[str]) -> str:
    """Held or under way where any release says so; else what was said last, as a plan may be moved or called off."""
    return next((status for status in ("held", "ongoing") if status in told), told[-1])


def _form(kept: Kept) -> str:
    told = _told(kept)
    if told.series is None and (told.days is None or told.general or len(told.parties) < 2):
        return f"unnamed|{kept.id}"
    if not (told.days or told.issued or told.general or told.number is not None):
        return f"undated|{kept.id}"
    name = (told.series.name, told.series.misspelt) if told.series else ("", None)
    parties = () if told.series and told.series.sure and not _by_days(told) else tuple(sorted(told.parties))
    if told.general:
        return f"series|{name}|{parties}"
    kind = (told.domain, told.passing) if _by_days(told) else ()
    undated = () if told.days else (told.status, told.issued)
    return f"{name}|{told.number}|{told.part}|{told.days}|{undated}|{parties}|{kind}"


def _keys(kept: Kept) -> Collection[str]:
    told = _told(kept)
    keys: set[str] = set()
    if told.series:
        name = told.series.name
        if told.general:
            return {f"{name}|series"}
        if told.number is not None:
            keys.add(f"{name}|number|{told.number}")
        keys.update(f"{name}|{year}" for when in (told.days, told.window) if when for year in when.years)
    if _by_days(told) and told.days:
        who = ",".join(sorted(told.parties))
        keys.update(f"{who}|{month}" for month in months(told.days))
    return keys


def _by_days(told: _Holding) -> bool:
    """Whether parties and days alone can tell this holding."""
    return bool(told.days and told.days.precise and len(told.parties) > 1 and not told.general)


def _tie(a: Kept, b: Kept) -> Tie | None:
    one, other = _told(a), _told(b)
    if one.series is None or other.series is None:
        found = _tied_by_days(one, other)
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


def _one_series(one: _Holding, other: _Holding) -> bool:
    if one.series is None or other.series is None or one.series.name != other.series.name:
        return False
    return one.series.sure or _akin(one.parties, other.parties)


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two lists can be of those who took part in one exercise, where neither need be complete."""
    return one <= other or other <= one or len(one & other) > 1


def _tied_by_edition(one: _Holding, other: _Holding) -> tuple[str, float] | None:
    if one.number is not None and one.number == other.number:
        return f"one series, both number {one.number}", 0.95
    if one.days and other.days:
        if one.days.precise and other.days.precise:
            return "one series, days that overlap or adjoin", 0.9
        return "one series, one year", 0.8 if one.days.first.year == other.days.first.year else 0.7
    dated, undated = (one, other) if one.days else (other, one)
    if dated.days and undated.window:
        near = dated.days.precise and _within(dated.days, undated)
        return ("one series, the holding nearest to the day of issue", 0.6) if near else None
    follows = _follows(one, other) and _days_apart(one.issued, other.issued) <= NEAR
    return ("one series, told within weeks", 0.55) if follows else None


def _follows(one: _Holding, other: _Holding) -> bool:
    """Whether two undated tellings can follow on each other: a plan made after a holding is of the next one."""
    first, last = sorted((one, other), key=lambda h: (h.issued or "", _COURSE.get(h.status, 0)))
    return _COURSE.get(first.status, 0) <= _COURSE.get(last.status, 0)


def _within(days: Span, undated: _Holding) -> bool:
    """Whether these days are those of a holding that is told without any: one to come begins after the day of issue."""
    if undated.window is None:
        return False
    if undated.status in ("held", "ongoing"):
        return days.gap(undated.window) == 0
    return undated.window.first <= days.first <= undated.window.last


def _days_apart(one: str | None, other: str | None) -> int:
    a, b = span(one), span(other)
    return a.gap(b) if a and b else 9999


def _tied_by_days(one: _Holding, other: _Holding) -> tuple[str, float] | None:
    if not (_by_days(one) and _by_days(other)) or one.days is None or other.days is None:
        return None
    alike = one.parties == other.parties and one.domain == other.domain and one.passing == other.passing
    same = alike and one.days.gap(other.days) == 0 and max(_length(one.days), _length(other.days)) <= 21
    return ("the same parties on the same days", 0.7) if same else None


def _length(days: Span) -> int:
    return (days.last - days.first).days


def _clash(one: _Holding, other: _Holding) -> bool:
    """Whether two cannot be one holding, whatever else ties them."""
    if one.series and other.series and not _one_series(one, other):
        return True
    numbered = one.number is not None and other.number is not None
    if numbered and one.number != other.number:
        return True
    if one.part is not None and other.part is not None and one.part != other.part:
        return True
    if one.days is None or other.days is None:
        return False
    # A year told beside a number is often that of the plan, and a holding can slip into the next.
    return one.days.gap(other.days) > (400 if numbered else NEAR if one.days.precise and other.days.precise else 0)


def _settle(members: Sequence[Kept], ties: Sequence[Tie]) -> list[list[Kept]]:
    return gather(members, ties, lambda a, b: _clash(_told(a), _told(b)))


def _told(kept: Kept) -> _Holding:
    claim = _exercise(kept)
    # "The next edition, in 2028" takes the name of an exercise told before it, and not its number.
    printed = claim.name if claim.name and (claim.name in claim.quote or not claim.quote) else None
    return _read(
        (claim.series, claim.name, printed),
        claim.edition,
        (claim.when.edtf, claim.when.precision == "year") if claim.when else (None, False),
        (claim.status, kept.issued),
        claim.parties,
        (claim.domain, "passex" in claim.format),
    )


@lru_cache(maxsize=65536)
def _read(
    names: tuple[str | None, str | None, str | None],
    edition: int | None,
    when: tuple[str | None, bool],
    standing: tuple[str, str | None],
    parties: tuple[str, ...],
    kind: tuple[str, bool],
) -> _Holding:
    status, issued = standing
    edtf, yearly = when
    name = _name(names[2] or "")
    # "Sea Bond 15" is taken for the year 2015 by the reader, where the fifteenth may be meant: the day of issue tells.
    doubtful = yearly and edtf is not None and int(edtf[:4]) % 100 in name.tail
    number, year, part = _numbers(name.tail, span(issued), None if doubtful else span(edtf))
    if doubtful:
        edtf = None
    days = span(edtf)
    if year and (days is None or not set(year.years) & set(days.years)):
        days = year
    number = next((n for n in (edition, name.number, number) if n is not None), None)
    general = status == "continuing" and number is None and (days is None or bool(edtf and ".." in edtf))
    return _Holding(
        series=_series(names[0], names[1], frozenset(parties)),
        general=general,
        number=number,
        part=part,
        days=None if general else days,
        window=None if days or general else _window(status, issued),
        issued=issued,
        status=status,
        parties=frozenset(parties),
        domain=kind[0],
        passing=kind[1],
    )


def _window(status: str, issued: str | None) -> Span | None:
    day = span(issued)
    if day is None:
        return None
    if status == "ongoing":
        return Span(day.first - timedelta(days=14), day.last + timedelta(days=14))
    if status == "held":
        return Span(day.first - timedelta(days=REACH), day.last)
    return Span(day.first, day.last + timedelta(days=REACH))


@lru_cache(maxsize=65536)
def _name(printed: str) -> _Name:
    """A printed name without its numbers and phases, and these."""
    line = _GLUED.sub(" ", folded(_APPENDIX.sub(" ", printed)))
    found = _ORDINAL.search(line)
    number = (int(found[1]) if found[1] else _ORDINALS.index(found[2]) + 1) if found else None
    stem = _PHASE.sub(" ", _ORDINAL.sub(" ", line)).split()
    capitals = set(re.findall(r"\b[A-Z]+\b", printed))
    tail: list[int] = []
    while len(stem) > 1:
        last = stem[-1]
        if last.isdecimal() and len(last) < 5:
            tail.insert(0, int(last))
        elif last.upper() in capitals and (roman := _roman(last.upper())):
            tail.insert(0, roman)
        elif last not in {"edition", "editions", "series", "phase", "iteration"}:
            break
        stem.pop()
    return _Name(" ".join(stem), tuple(tail), number)


def _roman(numeral: str) -> int | None:
    if not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMANS[c] for c in numeral]
    return sum(-v if v < max(values[n:]) else v for n, v in enumerate(values))


def _numbers(
    tail: tuple[int, ...], issued: Span | None, days: Span | None
) -> tuple[int | None, Span | None, int | None]:
    """The number in the series, the year, and the number within the year, of the numbers after a name."""
    near = {year for told in (issued, days) if told for y in told.years for year in range(y - 2, y + 3)}
    years = [n if n > 1900 else 2000 + n for n in tail]
    dated = [n > 1900 or (n >= 10 and (years[at] in near or (not near and n >= 20))) for at, n in enumerate(tail)]
    if len(tail) > 1 and dated[0]:
        if tail[1] % 100 == (tail[0] + 1) % 100:
            return None, Span(date(years[0], 1, 1), date(years[0] + 1, 12, 31)), None
        return None, _year(years[0]), tail[1]
    if len(tail) > 1 and dated[1]:
        return tail[0], _year(years[1]), None
    if not tail:
        return None, None, None
    return (None, _year(years[0]), None) if dated[0] else (tail[0], None, None)


def _year(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31))


@lru_cache(maxsize=65536)
def _series(series: str | None, name: str | None, parties: frozenset[str]) -> _Series | None:
    """The series of a holding, by what the reader took it for, by the lexicon, or by its folded name."""
    for printed in (series, name):
        for line in (folded(printed), _name(printed).stem) if printed else ():
            row = _known().get(_bare(line)) or _known().get(line)
            if row:
                return row
    stem = _bare(_name(without_parties(series or name or "")).stem)
    if not stem:
        return None
    near = _misspelt(stem)
    if near and (not near.parties or near.parties & parties):
        return _Series(near.name, near.sure, near.parties, misspelt=series or name)
    return _Series(series or stem)


def _bare(line: str) -> str:
    """The words of a name that are not those of every exercise."""
    return " ".join(word for word in line.split() if word not in _GENERIC)


@cache
def _known() -> dict[str, _Series]:
    found: dict[str, _Series] = {}
    for row in rows("exercises"):
        series = _Series(row["name"], row["ambiguous"] != "yes", frozenset(row["parties"].split("|")) - {""})
        for name in (row["name"], *row["aliases"].split("|")):
            if name:
                found.setdefault(folded(name), series)
    return found


@cache
def _by_initials() -> dict[str, list[str]]:
    """The known names that are long enough to be known again misspelt, by the first letters of their words."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name in _known():
        if len(name) >= 8:
            found[_initials(name)].append(name)
    return dict(found)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


@lru_cache(maxsize=65536)
def _misspelt(stem: str) -> _Series | None:
    """The one known series whose name this is but for a letter in a long word or in each of several."""
    near = (_known()[name] for name in _by_initials().get(_initials(stem), ()) if _slip(stem, name))
    found = {series.name: series for series in near}
    return next(iter(found.values())) if len(found) == 1 and len(stem) >= 8 else None


def _slip(told: str, known: str) -> bool:
    pairs = zip(told.split(), known.split(), strict=True)
    return all(a == b or (min(len(a), len(b)) >= 5 and OSA.distance(a, b) == 1) for a, b in pairs)


def _exercise(kept: Kept) -> Exercise:
    if not isinstance(kept.claim, Exercise):
        raise TypeError(f"not an exercise: {kept.kind} {kept.id}")
    return kept.claim


EXERCISES: Kind[Kept] = Kind(_form, _keys, _tie, _settle)
"""How tellings of exercises are known again: one thing is one holding, or a series that is to be kept up."""
