"""Finds where a rule's pattern stands in a sentence's syntax: the actor, the trigger, and each thing it governs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.lexicon import Rule
from comity.lexicon.inflect import noun_forms, verb_forms
from comity.reading.mentions import Sentence
from comity.reading.syntax import extent, mood, negated, subject, word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Frames", "Match", "Part"]

_THING_DEPS = frozenset({"dobj", "attr", "acomp", "nsubjpass", "oprd", "dative"})
# Nouns of set phrases: "on behalf of", "with a view to".
_PHRASES = frozenset(
    {"behalf", "view", "accordance", "regard", "respect", "aim", "sidelines", "margins", "occasion", "terms"}
)
_BEHIND = frozenset({"xcomp", "acl", "advcl", "ccomp", "relcl", "conj", "appos", "pcomp", "dep", "pobj", "amod"})


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a trigger governs: its head word and its first and last token."""

    shape: str
    head: Token
    first: int
    last: int
    second: bool = False


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


class Frames:
    """The rules of some kinds, indexed by the words that trigger them."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._verbs: dict[str, list[Rule]] = {}
        self._nouns: dict[str, list[Rule]] = {}
        for rule in rules:
            for verb in rule.verb:
                for form in verb_forms(verb):
                    self._verbs.setdefault(form, []).append(rule)
            for noun in rule.noun:
                for form in noun_forms(noun):
                    self._nouns.setdefault(form, []).append(rule)

    @property
    def triggers(self) -> frozenset[str]:
        """All trigger words, lower case: a sentence without one of them needs no parsing."""
        return frozenset(self._verbs) | frozenset(self._nouns)

    def find(self, sentence: Sentence) -> Iterator[Match]:
        """Every match in a parsed sentence, in the order of the triggers."""
        if sentence.doc is None:
            return
        for token in sentence.doc:
            lower = word(token)
            if lower in self._verbs and _is_verb(token):
                for rule in self._verbs[lower]:
                    yield from _verb_match(rule, sentence, token)
            if lower in self._nouns and token.tag_.startswith("NN"):
                for rule in self._nouns[lower]:
                    yield from _noun_match(rule, sentence, token)


def _is_verb(token: Token) -> bool:
    return (
        token.tag_.startswith("VB") and token.dep_ not in ("amod", "compound", "aux", "auxpass")
    ) or token.dep_ == "ROOT"


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def _verb_match(rule: Rule, sentence: Sentence, verb: Token) -> Iterator[Match]:
    passive = _passive(verb)
    if (rule.voice == "active" and passive) or (rule.voice == "passive" and not passive):
        return
    things: list[Token | None] = [None]
    if rule.object:
        things = list(_things(verb, _forms(rule.object)))
    for thing in things:
        parts = tuple(_parts(rule.takes, thing if thing is not None else verb, verb))
        if rule.takes and not parts:
            continue
        match = Match(rule, sentence, verb, thing, _who(rule, verb, passive), parts, mood(verb), negated(verb))
        if _allowed(match):
            yield match


def _noun_match(rule: Rule, sentence: Sentence, noun: Token) -> Iterator[Match]:
    verb = _above(noun)
    # The parser often hangs "to Washington" on the verb above: it is looked for there too.
    parts = tuple(_parts(rule.takes, noun, verb if noun.dep_ in ("dobj", "nsubjpass", "pobj") else noun))
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
        negated(verb),
    )
    if _allowed(match):
        yield match


def _above(noun: Token) -> Token:
    """The verb that governs a noun, directly or through a preposition; the noun itself where there is none."""
    head = noun.head
    if head.dep_ in ("prep", "agent") and head.head.tag_.startswith("VB"):
        head = head.head
    return head if head.tag_.startswith("VB") else noun


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in noun_forms(word))


def _things(verb: Token, forms: frozenset[str]) -> Iterator[Token]:
    """The object nouns of a light verb among its children, their conjuncts and the objects of its prepositions."""
    for child in verb.children:
        if child.dep_ in _THING_DEPS or (child.dep_ == "nsubj" and child.i > verb.i):
            for noun in (child, *child.conjuncts):
                if word(noun) in forms:
                    yield noun
        elif child.dep_ in ("prep", "agent"):
            for noun in child.children:
                if noun.dep_ == "pobj" and word(noun) in forms:
                    yield noun


def _who(rule: Rule, verb: Token, passive: bool) -> Token | None:  # noqa: FBT001
    if rule.who == "object":
        return next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative")), None)
    if rule.who == "none":
        return None
    if passive and rule.who != "patient":
        agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
        return agent if agent is not None else subject(verb)
    return subject(verb)


def _owner(noun: Token) -> Token | None:
    """Whose the noun is: a possessive, "of X" or "by X"; else the subject of the verb above it."""
    for child in noun.children:
        if child.dep_ == "poss":
            later = _later_subject(noun) if child.tag_ == "PRP$" else None
            return later if later is not None else child
    for child in noun.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "by", "between", "from"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj" and (
                    grandchild.tag_ in ("NNP", "NNPS", "PRP")
                    or any(
                        c.lower_ in ("the", "his", "her", "our", "their", "both", "two") for c in grandchild.children
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
    for word in noun.ancestors:
        if word.tag_.startswith("VB"):
            found = next((c for c in word.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > noun.i), None)
            return found if found is None or found.tag_ != "PRP" else None
    return None


def _parts(takes: Iterable[str], anchor: Token, verb: Token) -> Iterator[Part]:
    """What the trigger governs, by the first shape of the rule that stands there."""
    for shape in takes:
        heads = list(_heads(shape, anchor, verb))
        if heads:
            for head, begin in heads:
                yield from _coordinated(shape, head, verb)
            return


def _heads(shape: str, anchor: Token, verb: Token) -> Iterator[tuple[Token, int | None]]:
    *preps, what = shape.split()
    find = _FINDERS[what]
    seen: set[int] = set()
    for head, begin in find(preps, anchor, verb):
        if (head.i not in seen and head.i > min(anchor.i, verb.i)) or (what in ("WHAT", "WHOM") and not preps):
            seen.add(head.i)
            yield head, begin


def _next(anchor: Token) -> Token | None:
    """The next word behind the anchor, adverbs and particles passed over."""
    doc, at = anchor.doc, anchor.i + 1
    while (
        at < len(doc)
        and (doc[at].tag_ in ("RB", "RBR", "RP") or doc[at].lower_ in ("also", ","))
        and doc[at].lower_ not in ("upon", "on", "to")
    ):
        at += 1
    return doc[at] if at < len(doc) else None


def _first_with(tag: str, start: Token) -> Token | None:
    doc = start.doc
    for at in range(start.i + 1, min(start.i + 4, len(doc))):
        if doc[at].tag_ == tag:
            return doc[at]
        if not doc[at].tag_.startswith("RB"):
            return None
    return None


def _infinitives(preps: list[str], anchor: Token, verb: Token) -> Iterator[tuple[Token, int | None]]:
    if len(preps) > 1 and not any(c.lower_ in preps[0].split("|") for c in verb.children):
        return  # "called ON Russia to ..."
    follows = _next(anchor)
    if follows is not None and follows.lower_ == "to":
        head = _first_with("VB", follows)
        if head is not None:
            yield head, None
            return
    for holder in (anchor, verb) if anchor.i != verb.i else (anchor,):
        for child in holder.children:
            if (
                child.i > anchor.i
                and child.dep_ in _BEHIND
                and any(g.lower_ == "to" and g.dep_ == "aux" for g in child.children)
            ):
                yield child, None
                return


def _gerunds(preps: list[str], anchor: Token, verb: Token) -> Iterator[tuple[Token, int | None]]:
    if not preps:
        follows = _next(anchor)
        if follows is not None and follows.tag_ == "VBG":
            yield follows, None
        return
    follows = _next(anchor)
    if follows is not None and follows.lower_ in preps[0].split("|"):
        head = _first_with("VBG", follows)
        if head is not None:
            yield head, None
            return
    for holder in (anchor, verb) if anchor.i != verb.i else (anchor,):
        for child in holder.children:
            if child.i > anchor.i and child.lower_ in preps[0].split("|"):
                for grandchild in child.children:
                    if grandchild.tag_ == "VBG" and grandchild.dep_ in ("pcomp", "pobj"):
                        yield grandchild, None
                        return


def _clauses(preps: list[str], anchor: Token, verb: Token) -> Iterator[tuple[Token, int | None]]:
    things = [
        c
        for c in verb.children
        if c.dep_ == "dobj" and c.lower_ in ("view", "hope", "belief", "expectation", "desire", "understanding")
    ]
    for holder in dict.fromkeys((verb, anchor, *things)):
        for child in holder.children:
            if child.i > anchor.i and child.dep_ in ("ccomp", "acl", "advcl", "relcl"):
                marked = any(g.lower_ in ("that",) for g in child.children)
                if marked or (child.dep_ == "ccomp" and not preps):
                    yield child, None
                    return


def _objects(preps: list[str], anchor: Token, verb: Token) -> Iterator[tuple[Token, int | None]]:
    if not preps:
        if _passive(verb):
            yield from ((c, None) for c in verb.children if c.dep_ == "nsubjpass")
        else:
            yield from ((c, None) for c in anchor.children if c.dep_ in ("dobj", "attr", "dative") and c.i > anchor.i)
        return
    words = preps[-1].split("|")
    for holder in (anchor, verb) if anchor.i != verb.i else (anchor,):
        for child in holder.children:
            if (
                child.i > min(anchor.i, verb.i)
                and child.lower_ in words
                and child.dep_ in ("prep", "agent", "prt", "dative")
            ):
                for prep in (child, *child.conjuncts):
                    found = [g for g in prep.children if g.dep_ in ("pobj", "pcomp") and g.lower_ not in _PHRASES]
                    yield from ((g, None) for g in found)
                if any(g.dep_ in ("pobj", "pcomp") and g.lower_ not in _PHRASES for g in child.children):
                    return


def _rest(verb: Token, thing: Token) -> int:
    """The last word of the prepositional phrases that follow an object ("support to Australia in its ...")."""
    ends = [c.right_edge.i for c in verb.children if c.i > thing.i and c.dep_ in ("prep", "dative")]
    stops = [c.left_edge.i for c in verb.children if c.i > thing.i and c.dep_ in ("conj", "advcl", "cc")]
    return max((e for e in ends if not stops or e < min(stops)), default=thing.i)


def _coordinated(shape: str, head: Token, verb: Token | None) -> Iterator[Part]:
    """The head and what is joined to it by "and", each with its own words."""
    what = shape.rsplit(maxsplit=1)[-1]
    joined = [head]
    if what in ("DO", "DOING", "CLAUSE"):
        joined += [c for c in _joined_verbs(head) if c.i > head.i]
    for number, one in enumerate(joined):
        later = [c for c in joined[number + 1 :] if one.left_edge.i <= c.i <= one.right_edge.i]
        first, last = extent(one, without=later)
        if what == "WHAT" and verb is not None and len(shape.split()) == 1:
            last = max(last, _rest(verb, one))
        if what == "DO":
            marks = [c.i for c in one.children if c.lower_ == "to" and c.dep_ == "aux"]
            first = max(first, marks[0] + 1) if marks else first
        if one.dep_ == "amod":  # "on continuing working-level consultations", read as an adjective
            last = max(last, extent(one.head)[1])
        if number:
            first = _after_joiner(one, first)
        yield from _listed(Part(shape, one, first, max(last, first), second=number > 0), what)


def _listed(part: Part, what: str) -> Iterator[Part]:
    """Cuts a list whose marks are repeated: "to A, to B and to C", "on A-ing and on B-ing"."""
    doc, cuts = part.head.doc, []
    if what in ("DO", "DOING"):
        tag = "VB" if what == "DO" else "VBG"
        marks = ("to",) if what == "DO" else ("on", "to", "in", "upon")
        for at in range(part.head.i + 2, part.last - 1):
            verb = _first_with(tag, doc[at])
            if doc[at].lower_ in marks and verb is not None and doc[at - 1].lower_ in (",", ";", "and", "&"):
                cuts.append((at, verb))
    begin, head, second = part.first, part.head, part.second
    for at, verb in cuts:
        yield Part(part.shape, head, begin, _before_joiner(doc[at]), second)
        begin, head, second = at + 1, verb, True
    yield Part(part.shape, head, begin, part.last, second)


def _before_joiner(token: Token) -> int:
    at = token.i - 1
    while at > 0 and (token.doc[at].lower_ in ("and", ",", ";", "&", "further", "also")):
        at -= 1
    return at


def _joined_verbs(head: Token) -> Iterator[Token]:
    for child in head.children:
        if (
            child.dep_ == "conj"
            and child.tag_[:2] == "VB"
            and (child.tag_ == head.tag_ or head.tag_ not in ("VB", "VBG"))
        ):
            if not any(g.dep_ in ("nsubj", "nsubjpass") for g in child.children) or head.dep_ == "ccomp":
                yield child
                yield from _joined_verbs(child)


def _after_joiner(head: Token, first: int) -> int:
    doc = head.doc
    while first < head.i and (
        doc[first].dep_ in ("cc", "punct") or doc[first].lower_ in ("and", "as", "well", "to", ",")
    ):
        first += 1
    return first


def _allowed(match: Match) -> bool:
    """The rule's `only` and `unless` words, looked for in the words it governs (or the whole sentence)."""
    rule = match.rule
    if not rule.only and not rule.unless:
        return True
    doc = match.head.doc
    if match.parts:
        words = {doc[i].lower_ for p in match.parts for i in range(p.first, p.last + 1)}
    else:
        words = {t.lower_ for t in doc}
    if rule.only and not words & set(rule.only):
        return False
    return not (rule.unless and words & set(rule.unless))


_FINDERS: Mapping[str, Callable[..., Iterator[tuple[Token, int | None]]]] = {
    "DO": _infinitives,
    "DOING": _gerunds,
    "CLAUSE": _clauses,
    "WHAT": _objects,
    "WHOM": _objects,
    "PLACE": _objects,
}
