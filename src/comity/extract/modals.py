"""Rules that ask for a modal verb: "will establish", "affirmed that they would", "shared the view that both should"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from comity.extract.complements import is_passive
from comity.extract.coordination import each_thing, in_row
from comity.extract.frames import MODALS, Match, Part
from comity.reading.syntax import extent, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["modal_matches"]

_AGENDA = frozenset({"discuss", "review", "examine", "highlight", "focus", "underscore", "emphasize", "emphasise"})
_ABOUT_TO = frozenset({"going", "set", "slated", "due", "poised"})


def modal_matches(matches: Iterable[Match]) -> Iterator[Match]:
    """The matches whose modal is there; for "will" rules the verb itself becomes the thing promised."""
    for match in matches:
        modal = match.rule.yields.get("modal")
        if modal is None:
            yield match
        elif modal in ("will", "must"):
            if _has(match.head, MODALS[modal]) and not _in_clause(match.head):
                yield replace(match, parts=tuple(_own(match.head)))
        else:
            each = (one for part in match.parts for one in each_thing(part))
            parts = tuple(p for p in each if _has(p.head, MODALS[modal]))
            if parts:
                yield replace(match, parts=parts)


def _has(verb: Token, modals: frozenset[str]) -> bool:
    helpers = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in modals]
    if helpers:
        who = subject(verb)  # "Should Kenya cut its aid, ..." only supposes
        return not (helpers[0].text == "Should" and who is not None and who.i > helpers[0].i)
    if "will" in modals and verb.dep_ in ("xcomp", "advcl") and verb.head.lower_ in ("is", "are"):
        opened = is_passive(verb) or verb.head.i + 2 == verb.i
        # "a hotline is to be opened", "Kenya is to send a ship"
        return opened and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if "will" in modals and verb.dep_ == "xcomp" and verb.head.lower_ in _ABOUT_TO:
        helped = (*verb.head.children, verb.head.head)  # "is going to open", "are set to build"
        return any(c.lower_ in ("is", "are", "'re", "'s", "am", "'m") for c in helped)
    if verb.head.lower_ in _AGENDA and any(t.dep_ == "aux" and t.lower_ == "to" for t in verb.head.subtree):
        return False  # "will discuss efforts to end X, reduce Y and ...": efforts, not promises
    return verb.dep_ == "conj" and verb.tag_ == "VB" and verb.head.i != verb.i and _has(verb.head, modals)


def _in_clause(verb: Token) -> bool:
    """Whether the verb stands in a relative or subordinate clause ("which will enhance")."""
    seen = 0
    while verb.head.i != verb.i and seen < 5:
        if verb.dep_ in ("relcl", "advcl", "acl"):
            return True
        verb = verb.head
        seen += 1
    return False


def _own(verb: Token) -> Iterator[Part]:
    later = [c for c in verb.children if c.dep_ == "conj" and c.tag_.startswith("VB")]
    _, last = extent(verb, without=later)
    if last <= verb.i and later:  # "will coordinate and widen its patrols", "will deliver, and Norway will pay for, X"
        _, last = extent(verb, without=later[1:])
    done = subject(verb) if is_passive(verb) else None
    # "never recognise ...": without its "never" it turns over.
    denied = [c.i for c in verb.children if c.dep_ == "neg" or c.lower_ in ("never", "not")]
    who = subject(verb)
    if who is not None and "neither" in (who.lower_, *(c.lower_ for c in who.children)):
        denied.append(who.left_edge.i)  # "neither will charge a fee"
    first = min([verb.i, *denied, *([done.left_edge.i] if done is not None else [])])
    yield from in_row(Part("DO", verb, first, max(verb.i, last)))
