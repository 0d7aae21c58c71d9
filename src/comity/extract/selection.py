"""Which sentences are parsed: those in which a rule can match, and those whose subject the next sentences need.

What is asked here is what a rule needs at the least (its trigger, one of its objects, one of its `only` words,
its modal), so a sentence that is passed over could not have matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from comity.extract.frames import MODALS
from comity.extract.praise import RELATION
from comity.lexicon import Rule
from comity.lexicon.inflect import noun_forms, verb_forms
from comity.reading.mentions import Sentence

__all__ = ["Selection"]

_NAMED_ONLY = frozenset({"subtitle", "heading"})
_WORD = re.compile(r"\w+")
_ENDS = ".,;:()“”\"'’‘"
Needs = tuple[frozenset[str], ...]


class Selection:
    """The rules by their trigger words, each with the sets of words of which it needs one each."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._needs: dict[str, set[Needs]] = {}
        for rule in rules:
            needs = tuple(_needs(rule))
            if rule.verb == ("any",):
                for modal in MODALS[str(rule.yields["modal"])]:
                    self._needs.setdefault(modal.strip("'\N{RIGHT SINGLE QUOTATION MARK}"), set()).add(needs)
                continue
            verbs = (form for verb in rule.verb for form in verb_forms(verb))
            nouns = (form for noun in rule.noun for form in noun_forms(noun))
            for form in (*verbs, *nouns):
                self._needs.setdefault(form, set()).add(needs)
        self._compounds = tuple(form for form in self._needs if not form.isalnum())

    def needs_parse(self, sentence: Sentence) -> bool:
        """Whether a sentence is parsed; headlines are read by name only, their grammar is their own."""
        if sentence.role in _NAMED_ONLY:
            return False
        return bool(self.triggers_in(sentence.text)) and (_leads_on(sentence) or self.can_match(sentence.text))

    def triggers_in(self, text: str) -> set[str]:
        """The trigger words of a text."""
        words = {word.strip(_ENDS) for word in text.casefold().replace("-", " ").split()}
        return words & self._needs.keys()

    def can_match(self, text: str) -> bool:
        """Whether the words that some rule needs are all there."""
        triggers, folded = self.triggers_in(text), text.casefold()
        words = frozenset(_WORD.findall(folded))
        told = (*triggers, *(form for form in self._compounds if form in folded))
        return any(all(_one_of(need, words, folded) for need in needs) for form in told for needs in self._needs[form])


def _needs(rule: Rule) -> Iterable[frozenset[str]]:
    if rule.object:
        yield frozenset(form for noun in rule.object for form in noun_forms(noun))
    if rule.only:
        yield frozenset(rule.only)
    marks = [_marks(shape) for shape in rule.takes]
    if marks and all(marks):
        yield frozenset(mark for shape in marks for mark in shape)
    if rule.yields.get("about") == "relation":
        yield RELATION
    modal = rule.yields.get("modal")
    if modal is not None:
        yield frozenset(word.strip("'’") for word in MODALS[modal])


def _marks(shape: str) -> Sequence[str]:
    """The words one of which must stand before what is governed: "on|upon DOING", "to DO"; none for a bare object."""
    *words, what = shape.split()
    return words[0].split("|") if words and words[0] != "WHOM" else ("to",) if what == "DO" else ()


def _one_of(need: frozenset[str], words: frozenset[str], folded: str) -> bool:
    """A form with a hyphen or a space is looked for in the text itself."""
    return not need.isdisjoint(words) or any(not form.isalnum() and form in folded for form in need)


def _leads_on(sentence: Sentence) -> bool:
    """Whether its subject tells who the next sentences speak of, or its first word whether a list goes on."""
    if sentence.role == "item" or sentence.text.rstrip().endswith(":"):
        return True
    return sentence.role != "title" and any(not m.plural and (m.country or m.person) for m in sentence.people)
