"""Holdings: whether an exercise was held, goes on or is still to come, and on which days."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.extract.circumstance import when_near
from comity.extract.context import Context
from comity.extract.drills import Drill
from comity.model import When
from comity.reading.mentions import Sentence

__all__ = ["one_end", "state", "status_told"]


def state(
    drill: Drill, bounds: tuple[int, int], sentence: Sentence, context: Context, *, dated: bool
) -> tuple[str, bool, When | None]:
    """The status of an exercise, whether words tell it, and its day; no day is asked for where not `dated`."""
    told = status_told(drill, bounds, sentence, context)
    status = told or "continuing"
    ahead = status in ("planned", "proposed")
    when = when_near(drill.end, sentence, context, "future" if ahead else None if status == "ongoing" else "past")
    if not dated:
        when = None
    if status == "planned" and when is not None and when.precision == "day" and when.basis != "text":
        # "left today to take part in": the day of the leaving
        when = when if _by_day(when, context) != "held" else None
    status, when = _settled(status, when, sentence, context, told=told is not None)
    return status, told is not None, when


def status_told(spot: Drill, bounds: tuple[int, int], sentence: Sentence, context: Context) -> str | None:
    """The status that the words around an exercise tell; None where they tell none."""
    text, rules = sentence.text, context.source.lexicon.wordings("exercise", "status")
    keeps_up = dict(rules)["continuing"]
    left, right = bounds
    before, after = text[max(left, spot.start - 110) : spot.start], text[spot.end : min(right, spot.end + 90)]
    close = before[-70:] + " " + after[:70]
    if re.search(r"\bongoing\b", before[-25:]):
        return "ongoing"
    fixed = re.search(r"\b(?:will be|scheduled|concluded|held in|conducted (?:in|at|on|off)|took place)\b", close)
    if keeps_up.search(text[max(0, spot.start - 110) : spot.start]) and not fixed:
        return "continuing"
    if (
        re.search(r"\bsince (?:19|20)\d\d|^\W+(?:which is )?(?:held|conducted|run) (?:every|each|annually)", after)
        and not fixed
    ):
        return "continuing"
    if dict(rules)["proposed"].search(before[-70:]):
        return "proposed"
    near = _nearest(before[-70:], after[:70], rules)
    wide = text[max(0, spot.start - 150) : spot.start] + " " + text[spot.end : min(right, spot.end + 130)]
    return near or next((s for s, words in rules if words.search(wide[wide.rfind("; ") + 1 :])), None)


def _nearest(before: str, after: str, rules: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    """The status whose words stand nearest to the name; where two are equally near, the earlier rule."""
    best: tuple[int, int, str] | None = None
    for rank, (status, words) in enumerate(rules):
        gaps = [len(before) - m.end() for m in words.finditer(before)]
        gaps += [m.start() for m in words.finditer(after)][:1]
        if gaps and (best is None or (min(gaps), rank) < best[:2]):
            best = (min(gaps), rank, status)
    return best[2] if best else None


def _settled(
    status: str, when: When | None, sentence: Sentence, context: Context, *, told: bool
) -> tuple[str, When | None]:
    """The status where words and day are put together: what lies behind the day of issue is not planned."""
    if status == "continuing":
        since = re.search(r"\bsince\b", sentence.text)
        if told or when is None or (when.basis == "text" and "/" in (when.edtf or "")):
            return status, when if since and when is not None and when.basis == "text" else None
        return _by_day(when, context) or "held", when
    day = _by_day(when, context) if when is not None and when.basis == "text" else None
    if status == "held" and day == "planned" and re.search(r"\b(?:will|would|to be)\b", sentence.text):
        return "planned", when  # "will be handed over during Exercise X in August 2026"
    return ("held" if status == "planned" and day == "held" else status), when


def _by_day(when: When, context: Context) -> str | None:
    """Held or planned, where the day told beside an exercise says so; None where it may be either."""
    issued, first = context.source.issued, (when.edtf or "").replace("../", "")[:10]
    if not issued or not first:
        return None
    day = issued.isoformat()[: len(first)]
    return "planned" if first > day else "held" if first < day or len(first) == 10 else None


_OPENS = re.compile(
    r"\b(?:commence[sd]?|began|begins|launched|kicked off|inaugurated|got underway|started|opened|opens)\b"
)
_CLOSES = re.compile(
    r"\b(?:conclude[sd]|culminated|closed|closing ceremony|final day|wound up|wrapped up|ended|ends|came to an end"
    r"|to a close)\b",
    re.IGNORECASE,
)


def one_end(when: When | None, text: str) -> When | None:
    """The day of an opening or a closing is one end of the exercise, not the whole of it."""
    if when is None or when.precision != "day" or "/" in (when.edtf or "/"):
        return when
    if _CLOSES.search(text):
        return replace(when, edtf=f"../{when.edtf}")
    return replace(when, edtf=f"{when.edtf}/..") if _OPENS.search(text) else when
