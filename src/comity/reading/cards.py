"""Cards of people that a page shows beside a name, where they ran into the text.

`Prime Minister Anna Berg Berg AnnaPrime Minister of Norland said`: the words of the card are no part of the sentence.
"""

from __future__ import annotations

import re

__all__ = ["without_cards"]

_NAME = r"[A-Z](?:[^\W\d_A-Z]|['\u2019-](?=\w)|(?<=-)[A-Z])+"
# The surname comes again, then the given names, and what the person is without a space before it.
_CARD = re.compile(
    rf"\b(?P<surname>{_NAME}) (?P<card>(?P=surname)(?: {_NAME}){{1,3}}?"
    r"(?:(?<=[a-z])[A-Z][a-z]+(?:[ -](?:of|the|for|and(?= [A-Z])|[A-Z][\w\u2019'-]*))*|(?= [a-z(:,.]|[,.:]|$)))"
)


def without_cards(text: str) -> str:
    """The text with blanks where a card stood, so that all offsets stay."""
    return _CARD.sub(lambda m: m["surname"] + " " + " " * len(m["card"]), text)
