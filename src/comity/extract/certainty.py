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
_WORD = re.compile(r"[A-Za-z]{2,}")
_STATE_FIELDS = ("kind", "status", "force", "stance")


def _bucket(value: int, *edges: int) -> str:
    return str(bisect_right(edges, value))


def features(claim: Claim, source: Annotated) -> Iterator[str]:
    """What is known of a claim, as the names of the weights that it sums; last the words of its quote."""
    kind = claim.kind_name
    quote = claim.evidence[0]
    sentence = _sentence_of(quote.start, source)
    release = source.release
    account = set(release.account)
    sides = {getattr(s, "code", s) for s in (getattr(claim, "by", None) or getattr(claim, "parties", None) or ())}
    side = "own" if sides and sides <= account else "joint" if sides & account else "other" if sides else "nobody"
    abroad = [
        h for h in sentence.hits if (n := h.reading("state", "body", "demonym", "adjective")) and n.code not in account
    ]
    here = quote.start - sentence.start, quote.end - sentence.start
    inside = [h for h in abroad if here[0] <= h.start < here[1]]
    foreign = sum(n for code, n in source.named.items() if code not in account)
    yield "any"
    yield kind
    yield f"rule {claim.rule}"
    yield f"{kind} in {release.genre}"
    yield f"{kind} in {sentence.role}"
    yield f"{kind} by {side}"
    if source.within:
        yield f"{kind} by {side} within"
    yield f"{kind} by {side} names {'quote' if inside else 'sentence' if abroad else 'nobody'}"
    yield f"{kind} sides {_bucket(len(sides), 1, 2, 3, 4, 6)}"
    yield f"{kind} foreign {_bucket(foreign, 1, 3, 6, 12, 25)}"
    yield f"{kind} at {_bucket(source.sentences.index(sentence), 1, 3, 6, 12, 30)}"
    yield f"{kind} of {_bucket(len(source.sentences), 6, 12, 25, 60)}"
    yield f"{kind} long {_bucket(len(quote.quote.split()), 5, 10, 20, 35)}"
    for name, pattern in (
        ("first", _FIRST),
        ("second", _SECOND),
        ("open", _OPEN),
        ("between", _BETWEEN),
        ("home", _AT_HOME),
    ):
        if pattern.search(quote.quote if name != "open" else sentence.text):
            yield f"{kind} {name}"
    if "?" in sentence.text:
        yield f"{kind} asked"
    for inference in claim.inferences:
        yield f"{kind} inferred {inference.field}: {inference.reason}"
    for name in _STATE_FIELDS:
        value = getattr(claim, name, None)
        if value:
            yield f"{kind} {name} {value}"
    if kind in ("engagement", "exercise", "agreement"):
        when = getattr(claim, "when", None)
        yield f"{kind} dated {when.basis if when else 'not'}"
        yield f"{kind} {'named' if getattr(claim, 'name', None) else 'unnamed'}"
    if kind == "engagement":
        people = getattr(claim, "participants", ())
        yield f"{kind} people {_bucket(len(people), 1, 2, 3)}"
        yield f"{kind} {'placed' if getattr(claim, 'place', None) else 'unplaced'}"
    for word in sorted({w.casefold() for w in _WORD.findall(quote.quote)}):
        yield f"{kind} word {word}"


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
