"""How sure a claim is: a small weighted sum over what is known of it, fitted on judged releases.

The weights are data (`certainty.csv`, made by `eval/certainty.py` from releases that a careful reader had coded).
Two sums are kept for each feature: `noticed`, whether there is such a record at all, and `right`, whether its
parties, its status, force or stance, and its date are right too. `right` is the certainty that is told; a claim whose
`noticed` is low is not told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from math import exp

from comity.model import Claim
from comity.reading.annotate import Annotated
from comity.reading.mentions import Sentence

__all__ = ["certainty", "features"]

_FIRST = re.compile(r"\b(?:I|we|our|us|my)\b", re.IGNORECASE)
_SECOND = re.compile(r"\byour?s?\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:if|would|could|may|might|whether|perhaps|hypothetical)\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:bilateral|trilateral|multilateral|partners?|partnership|cooperat\w+|collaborat\w+|ties|relations\w*|"
    r"countries|nations|international|global|regional|world|joint\w*|both|mutual\w*|shared|alliance|allies)\b",
    re.IGNORECASE,
)
_AT_HOME = re.compile(
    r"\b(?:Congress|Senate|Parliament|Cabinet|farmers?|students?|citizens?|youth|states and union territories|"
    r"domestic|families|workers|communities|startups?|start-ups|industry|ministries|departments?|scheme|mission)\b",
    re.IGNORECASE,
)
_SOUNDS = {"first": _FIRST, "second": _SECOND, "between": _BETWEEN, "home": _AT_HOME}
_WORD = re.compile(r"[A-Za-z]{2,}")
_STATE_FIELDS = ("kind", "status", "force", "stance")


def _bucket(value: int, *edges: int) -> str:
    return str(bisect_right(edges, value))


def features(claim: Claim, source: Annotated) -> Iterator[str]:
    """What is known of a claim, as the names of the weights that it sums."""
    sentence = _sentence_of(claim.evidence[0].start, source)
    yield "any"
    yield claim.kind_name
    yield f"rule {claim.rule}"
    yield from (f"{claim.kind_name} {told}" for told in _of_its_sides(claim, sentence, source))
    yield from (f"{claim.kind_name} {told}" for told in _of_its_place(claim, sentence, source))
    yield from (f"{claim.kind_name} {told}" for told in _of_its_words(claim, sentence))
    yield from (f"{claim.kind_name} {told}" for told in _of_its_fields(claim))


def _of_its_sides(claim: Claim, sentence: Sentence, source: Annotated) -> Iterator[str]:
    """Whose claim it is, and who else is named beside it."""
    quote, account = claim.evidence[0], set(source.release.account)
    sides = {getattr(s, "code", s) for s in (getattr(claim, "by", None) or getattr(claim, "parties", None) or ())}
    side = "own" if sides and sides <= account else "joint" if sides & account else "other" if sides else "nobody"
    names = ((h, h.reading("state", "body", "demonym", "adjective")) for h in sentence.hits)
    abroad = [hit.start + sentence.start for hit, name in names if name and name.code not in account]
    inside = any(quote.start <= at < quote.end for at in abroad)
    yield f"by {side}"
    if source.within:
        yield f"by {side} within"
    yield f"by {side} names {'quote' if inside else 'sentence' if abroad else 'nobody'}"
    yield f"sides {_bucket(len(sides), 1, 2, 3, 4, 6)}"
    foreign = sum(n for code, n in source.named.items() if code not in account)
    yield f"foreign {_bucket(foreign, 1, 3, 6, 12, 25)}"


def _of_its_place(claim: Claim, sentence: Sentence, source: Annotated) -> Iterator[str]:
    """Where it stands in what sort of release."""
    yield f"in {source.release.genre}"
    yield f"in {sentence.role}"
    yield f"at {_bucket(sentence.index, 1, 3, 6, 12, 30)}"
    yield f"of {_bucket(len(source.sentences), 6, 12, 25, 60)}"
    yield f"long {_bucket(len(claim.evidence[0].quote.split()), 5, 10, 20, 35)}"


def _of_its_words(claim: Claim, sentence: Sentence) -> Iterator[str]:
    """What its words sound like, and each of them."""
    quote = claim.evidence[0].quote
    yield from (name for name, pattern in _SOUNDS.items() if pattern.search(quote))
    if _OPEN.search(sentence.text):
        yield "open"
    if "?" in sentence.text:
        yield "asked"
    yield from (f"word {word}" for word in sorted({w.casefold() for w in _WORD.findall(quote)}))


def _of_its_fields(claim: Claim) -> Iterator[str]:
    """What it tells, and how each value was come by."""
    yield from (f"inferred {i.field}: {i.reason}" for i in claim.inferences)
    told = ((name, getattr(claim, name, None)) for name in _STATE_FIELDS)
    yield from (f"{name} {value}" for name, value in told if value)
    if claim.kind_name in ("engagement", "exercise", "agreement"):
        when = getattr(claim, "when", None)
        yield f"dated {when.basis if when else 'not'}"
        yield "named" if getattr(claim, "name", None) else "unnamed"
    if claim.kind_name == "engagement":
        yield f"people {_bucket(len(getattr(claim, 'participants', ())), 1, 2, 3)}"
        yield "placed" if getattr(claim, "place", None) else "unplaced"


def _sentence_of(start: int, source: Annotated) -> Sentence:
    """The sentence that holds a place of the text."""
    at = bisect_right(source.sentences, start, key=lambda s: s.start)
    return source.sentences[max(at - 1, 0)]


def certainty(claim: Claim, source: Annotated) -> tuple[float, float]:
    """The chance that there is such a record, and the chance that it is right in every part; 0 to 1."""
    weights = source.lexicon.certainty
    sums = [weights.get(name, (0.0, 0.0)) for name in features(claim, source)]
    noticed, right = _chance(sum(s[0] for s in sums)), _chance(sum(s[1] for s in sums))
    # What a rule that was not there at the fitting says (a user's own, say) is never passed over.
    return (noticed if f"rule {claim.rule}" in weights else 1.0), right


def _chance(total: float) -> float:
    return 1.0 / (1.0 + exp(-total))
