"""Whether words call a thing by its name: in full, or by the words of it that tell it from others."""

from __future__ import annotations

import re

from comity.linking.aims import plain
from comity.linking.wording import stems_of, wording_of

__all__ = ["CALLED", "in_full", "titled"]

CALLED = stems_of(
    "dialogue dialogues meeting meetings talks conference forum consultations session round council "
    "commission committee working group joint summit steering ministerial ministers annual hold attend "
    "next launch"
)
"""Words by which meetings of every kind are called."""


def in_full(text: str, name: str) -> bool:
    """Whether the words of a name stand in a text one after another, but for the states it begins with."""
    said = plain(name).split()
    while said and not wording_of(said[0]).strong | wording_of(said[0]).weak:
        said = said[1:]
    return len(said) > 1 and bool(re.search(rf"\b{re.escape(' '.join(said))}\b", text, re.IGNORECASE))


def titled(name: str, title: str) -> bool:
    """Whether a release is of a meeting of this name, by its title."""
    words, told = wording_of(name), wording_of(title)
    return len(words.strong) > 1 and (words.strong | words.weak) - CALLED <= told.strong | told.weak
