"""Laws: any text can be read; a span is where its words stand; a value is never finer than its ends."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from comity.reading.time import Tense, find_anniversaries, find_dates, find_editions, founded, resolve

_WORDS = """31 2 2022 1999 20 May march 8th of the to and – - , . ( ) September Sept. FEB Monday today last
next this year month years days ago later by until since early mid end first quarter Q3 FY second XIV JIMEX
anniversary of marks relations decades 12/13/2020 08.09.2022 2021-22 1990s ’ week weekend same day ١٢ ² ſ İ"""
_PIECES = st.sampled_from(_WORDS.split())
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join))
_DATES = st.one_of(st.none(), st.dates(date(1900, 1, 1), date(2100, 1, 1)))


@given(_TEXTS, st.integers(0, 1000))
def test_spans_hold_their_words(text: str, offset: int) -> None:
    for find in (find_dates, find_anniversaries, find_editions):
        last = 0
        for found in find(text, offset=offset):
            assert offset + last <= found.start < found.end <= offset + len(text)
            assert text[found.start - offset : found.end - offset] == found.printed
            last = found.end - offset


@given(_TEXTS, _DATES, st.sampled_from(["past", "future", None]), _DATES)
def test_every_date_resolves_or_says_that_it_cannot(
    text: str, issued: date | None, tense: Tense | None, near: date | None
) -> None:
    for mention in find_dates(text):
        when = resolve(mention, issued, tense, near=near)
        assert (when.edtf is None) == (when.precision is None)
        assert when.printed == mention.printed
        if when.basis == "text":
            assert when.edtf == resolve(mention, None).edtf
    for anniversary in find_anniversaries(text):
        began = founded(anniversary, issued)
        assert began is None or not anniversary.approximate
