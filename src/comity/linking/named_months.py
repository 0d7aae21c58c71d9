"""The month of its signature that an agreement is named by ("the memorandum of November")."""

from __future__ import annotations

import calendar
import re
from datetime import date

from comity.linking.agreement_names import MONTH
from comity.linking.days import Days, days_of

__all__ = ["named_month"]

_OF_MONTH = re.compile(rf"\b(?:of|from) (?:last )?(?P<month>{MONTH})(?: (?P<year>[12]\d{{3}}))?$")
_YEAR = re.compile(r"(?: \d{1,2})?,? (?P<year>[12]\d{3})\b")


def named_month(name: str, quote: str, issued: Days | None) -> Days | None:
    """The month told at the end of a name, in the year that stands after it, else the last one before the issue."""
    told = _OF_MONTH.search(name)
    if not told:
        return None
    month = list(calendar.month_name).index(told["month"])
    after = _YEAR.match(quote.partition(name)[2])
    year = told["year"] or (after and after["year"])
    if year:
        return days_of(f"{year}-{month:02}")
    return _last_before(month, issued) if issued else None


def _last_before(month: int, issued: Days) -> Days | None:
    year = date.fromordinal(issued.last).year
    found = days_of(f"{year}-{month:02}")
    return found if found and found.first <= issued.last else days_of(f"{year - 1}-{month:02}")
