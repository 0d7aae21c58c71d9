"""What an action or agreement is about: short tags by the words it uses (lexicon/data/subjects.csv)."""

from __future__ import annotations

import re
from functools import cache

from comity.lexicon.load import HERE
from comity.lexicon.tables import several, table

__all__ = ["about_of", "subject_of"]


@cache
def _patterns(column: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table(HERE / "data", "subjects")
    return tuple(
        (row[column], re.compile(r"\b(?:" + "|".join(several(row["words"])) + r")\w*", re.IGNORECASE))
        for row in rows
        if row[column]
    )


def about_of(text: str) -> tuple[str, ...]:
    """The tags whose words stand in the text, in the table's order."""
    return tuple(dict.fromkeys(tag for tag, words in _patterns("about") if words.search(text)))


def subject_of(text: str) -> str:
    """The coarse subject of an agreement by its name; `other` where its words do not tell."""
    return next((subject for subject, words in _patterns("subject") if words.search(text)), "other")
