"""Finds where a rule's pattern stands in a sentence's syntax: the actor, the trigger, and each thing it governs."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from comity.extract.complements import is_passive, parts_of
from comity.extract.coordination import Part
from comity.lexicon import Rule
from comity.lexicon.inflect import noun_forms, verb_forms
from comity.reading.mentions import Sentence
from comity.reading.syntax import mood, negated, subject, without, word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["MODALS", "Frames", "Match", "Part"]

MODALS = {
    "will": frozenset({"will", "shall", "'ll", "\N{RIGHT SINGLE QUOTATION MARK}ll", "going", "set", "slated"})
    | {"is to", "are to"},
    "would": frozenset({"would", "will", "shall"}),
    "must": frozenset({"must", "should", "ought"}),
    "should": frozenset({"should", "must", "need", "ought"}),
}
"""The words that stand for the modal a rule asks for."""

_MONTHS = frozenset(calendar.month_name) | frozenset(calendar.day_name)
_THING_DEPS = frozenset({"dobj", "attr", "acomp", "nsubjpass", "oprd", "dative"})


@dataclass(frozen=True, slots=True)
class Match:
    """A rule found in a sentence. `thing` is the object noun of a light verb, `who` the actor's head word."""

    rule: Rule
    sentence: Sentence
    head: Token
    thing: Token | None
    who: Token | None
    parts: tuple[Part, ...]
    mood: str
    negated: bool

    @property
    def first(self) -> int:
        """The first token of the trigger itself."""
        return min(self.head.i, self.thing.i if self.thing is not None else self.head.i)

    @property
    def a_state(self) -> bool:
        """Whether it tells how somebody is ("is deeply concerned by"), which nobody else does to them."""
        return self.thing is None and "be" in self.rule.verb and bool(self.rule.object)


class Frames:
    """The rules of some kinds, indexed by the words that trigger them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._verbs: dict[str, list[Rule]] = {}
        self._nouns: dict[str, list[Rule]] = {}
        self._under: dict[str, list[tuple[Rule, frozenset[str]]]] = {}
        self._states: dict[str, list[Rule]] = {}
        for rule in rules:
            if rule.verb == ("any",):
                besides = frozenset(form for verb in rule.but for form in verb_forms(verb))
                for modal in MODALS[str(rule.yields["modal"])]:
                    self._under.setdefault(modal, []).append((rule, besides))
                continue
            for verb in rule.verb:
                for form in verb_forms(verb):
                    self._verbs.setdefault(form, []).append(rule)
            for state in rule.object if "be" in rule.verb and rule.who == "subject" else ():
                self._states.setdefault(state, []).append(rule)
            for noun in rule.noun:
                for form in noun_forms(noun):
                    self._nouns.setdefault(form, []).append(rule)

    def find(self, sentence: Sentence) -> Iterator[Match]:
        """Every match in a parsed sentence, in the order of the triggers."""
        if sentence.doc is None:
            return
        for token in sentence.doc:
            yield from self._by_verb(token, sentence)
            for modal in (c.lower_ for c in token.children if c.tag_ == "MD"):
                for rule, besides in self._under.get(modal, ()):
                    if word(token) not in besides:
                        yield from _verb_match(rule, sentence, token)
            if token.tag_.startswith("NN"):
                for rule in self._nouns.get(word(token), ()):
                    yield from _noun_match(rule, sentence, token)

    def _by_verb(self, token: Token, sentence: Sentence) -> Iterator[Match]:
        lower = word(token)
        if lower in self._verbs and _is_verb(token):
            for rule in self._verbs[lower]:
                yield from _verb_match(rule, sentence, token)
        if lower in self._states and token.tag_ == "VBN" and _is_so(token):
            for rule in self._states[lower]:
                yield from _state_match(rule, sentence, token)


def _is_verb(token: Token) -> bool:
    if " " in token.text:
        return False  # a name: "the Joint Commission Meeting"
    return (
        token.tag_.startswith("VB") and token.dep_ not in ("amod", "compound", "aux", "auxpass")
    ) or token.dep_ == "ROOT"


def _verb_match(rule: Rule, sentence: Sentence, verb: Token) -> Iterator[Match]:
    passive = is_passive(verb)
    said = rule.kind in ("commitment", "position") and "modal" not in rule.yields and _agent(verb) is not None
    if (rule.voice == "active" and passive and not said) or (rule.voice == "passive" and not passive):
        return  # "was asked by Kenya to ..." has its speaker and is read like the active
    things: list[Token | None] = [None]
    if rule.object:
        things = list(_things(verb, _forms(rule.object)))
    for thing in things:
        parts = tuple(parts_of(rule.takes, thing if thing is not None else verb, verb))
        if rule.takes and not parts:
            continue
        none = negated(verb) or (thing is not None and without(thing))
        match = Match(rule, sentence, verb, thing, _who(rule, verb, passive), parts, mood(verb), none)
        match = _spared(match)
        if _allowed(match):
            yield match


def _is_so(participle: Token) -> bool:
    """`is deeply concerned by`: what the parser takes for a passive tells, like an adjective, how somebody is."""
    helped = participle.head if participle.dep_ == "conj" else participle
    return any(c.dep_ == "auxpass" and c.lower_ != "being" for c in helped.children)


def _state_match(rule: Rule, sentence: Sentence, participle: Token) -> Iterator[Match]:
    parts = tuple(parts_of(rule.takes, participle, participle))
    if rule.takes and not parts:
        return
    who, none = subject(participle), negated(participle)
    match = Match(rule, sentence, participle, None, who, parts, mood(participle), none)
    if _allowed(match):
        yield match


def _noun_match(rule: Rule, sentence: Sentence, noun: Token) -> Iterator[Match]:
    verb = _above(noun)
    # The parser often hangs "to Washington" on the verb above: it is looked for there too.
    parts = tuple(parts_of(rule.takes, noun, verb if noun.dep_ in ("dobj", "nsubjpass", "pobj") else noun))
    if rule.takes and not parts:
        return
    match = Match(
        rule,
        sentence,
        noun,
        None,
        _owner(noun),
        parts,
        mood(verb) if verb is not noun else "past",
        negated(verb) or without(noun),
    )
    if _allowed(match):
        yield match


def _above(noun: Token) -> Token:
    """The verb that governs a noun, directly or through a preposition; the noun itself where there is none."""
    head = noun.head
    if head.dep_ in ("prep", "agent") and head.head.tag_.startswith("VB"):
        head = head.head
    return head if head.tag_.startswith("VB") else noun


@cache
def _forms(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for word in words for form in noun_forms(word))


def _things(verb: Token, forms: frozenset[str]) -> Iterator[Token]:
    """The object nouns of a light verb: its objects, their conjuncts, the objects of its prepositions."""
    near = [c for c in verb.children if c.dep_ in _THING_DEPS or (c.dep_ == "nsubj" and c.i > verb.i)]
    near += [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ == "JJ"]  # "made clear that"
    behind = [g for c in verb.children if c.dep_ in ("prep", "agent") for g in c.children if g.dep_ == "pobj"]
    above = [verb.head] if verb.dep_ in ("relcl", "acl") else []  # "the importance that Kenya attaches to trade"
    near += [g for c in near if c.lower_ == "one" for of in c.children for g in of.children if g.dep_ == "pobj"]
    nouns = [*(n for c in near for n in (c, *c.conjuncts)), *behind, *_joined_behind(verb), *above]
    yield from {n.i: n for n in nouns if word(n) in forms}.values()


def _joined_behind(verb: Token) -> Iterator[Token]:
    """`reiterated its commitment to X and its support for Y`: joined far behind, but with no other verb between."""
    for noun in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if noun.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return
        if noun.dep_ == "conj":
            yield noun


def _who(rule: Rule, verb: Token, passive: bool) -> Token | None:  # noqa: FBT001
    if rule.who == "object":
        return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative")), None)
    if rule.who == "none":
        return None
    if passive and rule.who != "patient":
        return _agent(verb) or subject(verb)
    return subject(verb)


def _agent(verb: Token) -> Token | None:
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def _owner(noun: Token) -> Token | None:
    """Whose the noun is: a possessive, "of X" or "by X"; else the subject of the verb above it."""
    for child in noun.children:
        if child.dep_ == "poss":
            later = _later_subject(noun) if child.tag_ == "PRP$" else None
            return later if later is not None else child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "by", "between", "from"):
            for grandchild in child.children:
                if (
                    grandchild.dep_ == "pobj"
                    and grandchild.text not in _MONTHS
                    and (
                        grandchild.tag_ in ("NNP", "NNPS", "PRP")
                        or any(
                            c.lower_ in ("the", "his", "her", "our", "their", "both", "two")
                            for c in grandchild.children
                        )
                    )
                ):
                    return grandchild
    above = noun.head
    while (
        above.dep_ in ("prep", "pobj", "dobj", "conj") and above.head.i != above.i and not above.tag_.startswith("VB")
    ):
        above = above.head
    return subject(above) if above.tag_.startswith("VB") else None


def _later_subject(noun: Token) -> Token | None:
    """`On his visit to India, Mr X met ...`: the pronoun means the subject that follows."""
    for above in noun.ancestors:
        if above.tag_.startswith("VB"):
            found = next((c for c in above.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > noun.i), None)
            return found if found is None or found.tag_ != "PRP" else None
    return None


def _spared(match: Match) -> Match:
    """Of a row of deeds, those of which the rule's `unless` does not speak; all where it speaks of all."""
    deeds = match.rule.kind == "commitment" and len(match.parts) > 1 and match.parts[0].shape.endswith(("DO", "DOING"))
    if not deeds or not match.rule.unless:
        return match
    kept = tuple(p for p in match.parts if word(p.head) not in match.rule.unless)
    return replace(match, parts=kept) if kept else match


def _allowed(match: Match) -> bool:
    """The rule's `only` and `unless` words, looked for in the words it governs (or the whole sentence)."""
    rule = match.rule
    if not rule.only and not rule.unless:
        return True
    if not match.parts:
        heads = {word(t) for t in _governed(match.head)}
        return not (rule.only and not heads & set(rule.only)) and not heads & set(rule.unless)
    doc = match.head.doc
    words = {doc[i].lower_ for p in match.parts for i in range(p.first, p.last + 1)}
    if rule.only and not words & set(rule.only):
        return False
    if any(p.shape.endswith("CLAUSE") for p in match.parts):
        return not {w for p in match.parts for w in _main_words(p)} & set(rule.unless)
    return not {word(t) for p in match.parts for t in (p.head, *_heads_beside(p))} & set(rule.unless)


def _governed(verb: Token) -> Iterator[Token]:
    """The objects of a verb and of its prepositions, in the passive its subject, with the words before them."""
    for child in verb.children:
        if child.dep_ in ("dobj", "attr"):
            yield from (child, *child.conjuncts)
        elif child.dep_ in ("prep", "prt"):
            yield from (g for g in child.children if g.dep_ == "pobj")
    done = subject(verb) if is_passive(verb) else None
    if done is not None:
        yield from (done, *(c for c in done.children if c.dep_ in ("amod", "compound", "nmod")))


def _main_words(part: Part) -> Iterator[str]:
    """The words of a clause without those of the relative clauses in it."""
    told = part.head.doc[part.first : part.last + 1]
    aside = {t.i for r in told if r.dep_ == "relcl" and r.i != part.head.i for t in r.subtree}
    yield from (t.lower_ for t in told if t.i not in aside)


def _heads_beside(part: Part) -> Iterator[Token]:
    """What the head of a governed thing is made of: its compounds and, for "its need for", the words before it."""
    yield from (c for c in part.head.children if c.dep_ in ("compound", "amod", "nmod"))
