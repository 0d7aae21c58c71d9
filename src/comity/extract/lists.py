"""Lists of deeds: "The Ministers agreed to:" and the items below it, one commitment each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.extract.context import Context
from comity.extract.quoting import evidence
from comity.extract.steps import opened
from comity.extract.subjects import about_of
from comity.model import Commitment, Span
from comity.reading.mentions import Sentence
from comity.reading.time import resolve

__all__ = ["listed"]

_LEAD = (
    ("agreed", re.compile(r"\b(?:agree|concur|decide|resolve)[ds]?\b", re.IGNORECASE)),
    ("committed", re.compile(r"\b(?:commit(?:ted)?|pledged?|undert[ao]ok|undertake|will)\b", re.IGNORECASE)),
    ("urged", re.compile(r"\b(?:call(?:ed)?\s+(?:for|on|upon)|urged?)\b", re.IGNORECASE)),
    ("intends", re.compile(r"\b(?:intend|plan|aim)s?\b", re.IGNORECASE)),
)
_ITEM = re.compile(
    r"(?:to\s+(?=[a-z])|that\s+(?=[a-z])|(?=[A-Za-z]))(?P<action>[A-Za-z]\w*.*?)(?:[;,.]?\s*(?:and)?\s*[;.]?)$",
    re.DOTALL,
)


def listed(sentence: Sentence, context: Context) -> Iterator[Commitment]:
    """The commitment that a list item tells under the words that open its list."""
    force = next((f for f, words in _LEAD if words.search(context.lead)), None) if context.lead else None
    item = _ITEM.match(sentence.text)
    parties = context.subject.parties or context.pair
    first = sentence.doc[0] if sentence.doc is not None else None
    own = not sentence.text[:1].islower() and (first is None or first.tag_ != "VB")
    if own and not opened(context.lead, context.source.lexicon):  # a sentence of its own ends a list of deeds
        context.lead = ""
    if own or force is None or item is None or len(item["action"].split()) < 3 or len(parties) < 1:
        return
    start = sentence.start + item.start("action")
    action = item["action"]
    due = next((resolve(d, context.source.issued, "future") for d in sentence.dates), None)
    yield Commitment(
        rule="commitment.listed",
        evidence=(evidence(context.source.release, Span(start, start + len(action))),),
        by=parties,
        force=force,
        action=action,
        about=about_of(action),
        due=due if due and due.edtf else None,
    )
