"""What the words of a promise say: the words that carry meaning, the numbers, the names, and whether it is negated."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from comity.lexicon import load

__all__ = ["Wording", "agree", "phrase", "shared", "spoken", "stems_of", "wording_of"]

_STOP_WORDS = (
    "a an the this that these those and or but nor of to in on at by for from with into onto over under upon as than "
    "then so such also both all any each every other others another own their they them we us our you your he she his "
    "her it its i my who whom which what when where while whether how there here is are was were be been being am do "
    "does did done doing have has had having will would shall should can could may might must not no never neither "
    "about above across after against along among amid around before behind between beyond during following including "
    "through throughout toward towards until unless within without via per out up down off once only just even very "
    "more most much many some few further again still ever always already well however therefore thus together jointly "
    "said say says told one sides side both parties party countries country nations nation"
)
_STOP = frozenset(_STOP_WORDS.split())

_WEAK_WORDS = (
    "continue continuation support strengthen deepen expand expansion enhance promote promotion advance increase "
    "improve improvement foster boost intensify work cooperate cooperation cooperative collaborate collaboration "
    "partner partnership effort commit commitment need ensure make take provide provision develop development "
    "engage engagement address achieve achievement help build building maintain pursue explore facilitate "
    "facilitation encourage accelerate discuss discussion consult consultation dialogue relation relationship tie "
    "issue matter area field challenge opportunity common mutual shared share joint bilateral multilateral "
    "trilateral international regional global world region people government leader minister president secretary "
    "way step action measure progress important importance strategic close closely full fully new great strong "
    "robust concrete comprehensive various relevant respective framework mechanism initiative capability capacity "
    "exchange interest future time year month week today tomorrow day look forward hope want remain keep bring give "
    "get go come see use ally alliance free open peace peaceful security stability prosperity economic economy "
    "political defence defense friend friendship coordinate coordination reiterate reaffirm"
)
_WEAK = frozenset(_WEAK_WORDS.split())
"""Words that stand in promises of every kind; alone they do not make two promises the same."""

_NEGATION = re.compile(
    r"\b(?:not|never|no longer|refrain\w*|abstain\w*|cease\w*|stop\w*|end(?:ing|s)?(?= (?:its|their|the|all|support))|"
    r"without (?!prejudice|delay|preconditions?)|n[’']t|halt\w*|suspend\w*|withdraw\w*|oppos\w*|prevent\w*)\b|n[’']t\b",
    re.IGNORECASE,
)

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d[\d,.]*\d|\d")

_NUMBER_WORDS = {
    w: str(n)
    for n, words in enumerate((
        "", "first inaugural", "second two", "third three", "fourth four", "fifth five", "sixth six", "seventh seven",
        "eighth eight", "ninth nine", "tenth ten", "eleventh eleven", "twelfth twelve",
    ))
    for w in words.split()
}  # fmt: skip
_SPELT = {
    "defence": "defense", "defences": "defenses", "programme": "program", "programmes": "programs",
    "centre": "center", "centres": "centers", "labour": "labor", "neighbour": "neighbor",
    "neighbouring": "neighboring", "mou": "memorandum", "mous": "memorandum",
}  # fmt: skip
"""Words that are spelt in two ways, or shortened."""

_BOTH = re.compile(
    r"\btwo (?=(?:\w+ )?(?:sides|part(?:y|ies)|countries|nations|states|leaders|ministers|governments|presidents)\b)",
    re.IGNORECASE,
)
"""Where "two" only means both."""

_SHORTEST, _LONGEST, _TELLING = 3, 8, 4
"""Of a run of words that two texts share: its least and most words, and what its words and the strong of them count."""

_SUFFIXES = ("isations", "izations", "isation", "ization", "ations", "ation", "ments", "ment", "ings", "ing", "ities",
             "ity", "ions", "ion", "ies", "ied", "ers", "er", "ized", "ised", "ed", "es", "s", "e", "y")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """The meaning-bearing parts of a few words; stems, all folded."""

    strong: frozenset[str]
    weak: frozenset[str]
    numbers: frozenset[str]
    named: frozenset[str]
    states: frozenset[str]
    negated: bool

    @property
    def weight(self) -> float:
        """How much is said: a strong word counts one, a name or a number more, a weak word little."""
        return _weight(self.strong, self.weak, self.numbers, self.named)

    @property
    def longest(self) -> tuple[str, ...]:
        """The telling words, longest first; names and numbers before others."""
        first = sorted(self.named | self.numbers, key=lambda w: (-len(w), w))
        return (*first, *sorted(self.strong - self.named, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=262144)
def wording_of(text: str) -> Wording:
    """The wording of a promise, topic or name."""
    plain, states = _without_parties(_BOTH.sub("", text))
    strong, weak, numbers, named = set(), set(), set(), set()
    for match in _TOKEN.finditer(plain):
        printed = match.group().removesuffix("’s").removesuffix("'s")
        word = _fold(printed)
        if word[:1].isdigit():
            numbers.add(word.replace(",", "").rstrip("."))
        elif word in _NUMBER_WORDS:
            numbers.add(_NUMBER_WORDS[word])
        elif word in _STOP or len(word) < 2:
            continue
        elif stem(word) in _weak_stems():
            weak.add(stem(word))
        else:
            strong.add(stem(word))
            if printed[:1].isupper() and match.start() > 0:
                named.add(stem(word))
    return Wording(
        frozenset(strong), frozenset(weak), frozenset(numbers), frozenset(named), states,
        bool(_NEGATION.search(text)),
    )  # fmt: skip


def _without_parties(text: str) -> tuple[str, frozenset[str]]:
    """The text without the states and bodies it names (in any form), and these."""
    kept, at, parties = [], 0, set()
    for hit in load().gazetteer.find(text):
        party = hit.reading("state", "adjective", "demonym", "body")
        if party is None or any(n.kind in ("exercise", "agreement", "dialogue", "lookalike") for n in hit.names):
            continue
        parties.add(party.code)
        kept.append(text[at : hit.start])
        at = hit.end
    return " ".join((*kept, text[at:])), frozenset(parties)


def shared(a: Wording, b: Wording) -> float:
    """The weight of what two wordings have in common."""
    return _weight(
        a.strong & b.strong, a.weak & b.weak, a.numbers & b.numbers, (a.named | b.named) & a.strong & b.strong
    )


def spoken(text: str, stems: frozenset[str]) -> list[str]:
    """The words of a text that have these stems, in its order, each once."""
    words = [m.group() for m in _TOKEN.finditer(text)]
    told = {stem(_fold(w.removesuffix("’s").removesuffix("'s"))): w for w in reversed(words)}
    return [w for one, w in reversed(told.items()) if one in stems]


def phrase(text: str, other: str) -> str:
    """The longest run of words in `text` that stands in `other` too, "" where none of three words says anything."""
    words, stems = _run(text)
    _, others = _run(other)
    there = frozenset(others)
    shared = [one in there for one in stems]
    if sum(shared) < _SHORTEST:  # as it mostly is
        return ""
    line, weak = f" {' '.join(others)} ", _weak_stems()
    for size in range(min(len(stems), _LONGEST), _SHORTEST - 1, -1):
        for at in range(len(stems) - size + 1):
            if not all(shared[at : at + size]):
                continue
            run = stems[at : at + size]
            telling = sum(one not in weak for one in run)
            if telling and telling + size >= _TELLING and f" {' '.join(run)} " in line:
                return " ".join(words[at : at + size])
    return ""


@lru_cache(maxsize=65536)
def _run(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a text that are no stop words, as printed and as stems."""
    words = [m.group() for m in _TOKEN.finditer(text)]
    kept = [(w, stem(folded)) for w in words if (folded := _fold(w.removesuffix("’s"))) not in _STOP]
    return tuple(w for w, _ in kept), tuple(s for _, s in kept)


def agree(a: Wording, b: Wording) -> bool:
    """Whether nothing that tells things apart differs: numbers, names, states, negation; one may tell less."""
    if a.negated != b.negated:
        return False
    pairs = ((a.numbers, b.numbers), (a.states, b.states), (a.named - b.strong, b.named - a.strong))
    return all(not (x - y and y - x) for x, y in pairs)


def stems_of(words: str) -> frozenset[str]:
    """The stems of words told one after another."""
    return frozenset(stem(_fold(word)) for word in words.split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, so that the forms of one word are one; at least four letters stay."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 5 and word[-1] == word[-2] else word


def _weight(strong: frozenset[str], weak: frozenset[str], numbers: frozenset[str], named: frozenset[str]) -> float:
    return len(strong) + 0.3 * len(weak) + 0.8 * len(numbers) + 0.5 * len(named)


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.casefold().replace("’", "'"))
    folded = "".join(c for c in plain if not unicodedata.combining(c) and c not in "-'")
    return _SPELT.get(folded, folded)


@cache
def _weak_stems() -> frozenset[str]:
    return frozenset(stem(w) for w in _WEAK)
