"""The grammar of time: dates, anniversaries and editions in the words of a release."""

from comity.reading.time.anniversaries import Anniversary, find_anniversaries, founded
from comity.reading.time.editions import Edition, find_editions
from comity.reading.time.grammar import find_dates
from comity.reading.time.mention import DateMention
from comity.reading.time.resolve import Tense, resolve

__all__ = [
    "Anniversary",
    "DateMention",
    "Edition",
    "Tense",
    "find_anniversaries",
    "find_dates",
    "find_editions",
    "founded",
    "resolve",
]
