"""What a learned reader would add to the rules: `python eval/learned.py ../shared/corpus` (needs `.[fit]`).

For each verb of each sentence a logistic regression over its syntax (the verb, its subject and what kind of party
that is, what it governs, its auxiliaries, the verb above, the words around) tells whether a promise or a stance hangs
on it. It is trained on the judged samples "development" and "first" and on the own development releases, and tried on
"second". Printed for each threshold: its precision and recall alone; how many of the records that no rule finds it
would find; and for how many verbs beyond every record it would speak up. What it was worth: docs/quality.md.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import own
from judged import cases
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from comity.errors import InputError
from comity.extract.read import read_claims
from comity.intake import capture_bytes, read_texts
from comity.lexicon import load
from comity.model import Release
from comity.reading.annotate import PARTY_KINDS, annotate
from comity.reading.mentions import Sentence
from comity.reading.syntax import mood, negated, parse, subject
from comity.reading.triage import triage
from comity.sources import read_masthead

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS = ("commitments", "positions")
THRESHOLDS = (0.3, 0.4, 0.5)
TRIED = "second"


@dataclass
class Verb:
    """A verb of a release; `told` are the kinds of the records that hang on it, `within` of those it stands in."""

    sample: str
    release: str
    at: int
    depth: int
    names: frozenset[str]
    claimed: frozenset[str]
    told: set[str] = field(default_factory=set)
    within: set[str] = field(default_factory=set)
    chance: float = 0.0


@dataclass
class Wanted:
    """A record that a reader should find, with the verbs of its quote."""

    sample: str
    kind: str
    verbs: list[Verb]


def releases(corpus: Path) -> Iterator[tuple[str, Release, dict[str, Any]]]:
    """The releases of the samples, with their records."""
    for sample in ("development", "first", TRIED):
        for case in cases(corpus, sample):
            capture = capture_bytes(case.content, f"{case.stem}.jsonl")
            text = next(iter(read_texts(capture)))
            if not isinstance(text, InputError):
                yield sample, read_masthead(capture, text), case.gold
    for row in own.releases("development"):
        yield "own", own.release_of(row), row


def stem(word: str) -> str:
    """The word without its commonest endings."""
    return re.sub(r"(?:ing|ied|ies|ed|es|s|e)$", "", word.lower()) or word


def party(token: Token | None, sentence: Sentence, account: set[str]) -> str:
    """What a subject is to the issuer: its own, of another, a pronoun, or a plain noun."""
    if token is None:
        return "none"
    if token.tag_ in ("PRP", "PRP$", "WDT", "WP", "DT"):
        return token.lower_
    at = sentence.start + token.idx
    person = next((m for m in sentence.people if m.start <= at < m.end), None)
    if person is not None:
        return "own person" if person.country in account else "person"
    for hit in sentence.hits:
        if token.left_edge.idx <= hit.start <= token.right_edge.idx:
            name = hit.reading(*PARTY_KINDS)  # type: ignore[arg-type]
            if name is not None:
                return "own party" if name.code in account else "party"
    return f"noun {stem(token.text)}"


def features(verb: Token, sentence: Sentence, account: set[str]) -> Iterator[str]:
    """What is known of a verb."""
    word, who = stem(verb.text), party(subject(verb), sentence, account)
    yield from (f"verb {word}", f"{verb.dep_} {verb.tag_}", f"who {who}", f"verb {word} who {who.split()[0]}")
    yield from (f"mood {mood(verb)}", f"negated {negated(verb)}", f"role {sentence.role}")
    for child in verb.children:
        yield f"{child.dep_} {stem(child.text)}"
        yield f"verb {word} {child.dep_}"
        if child.dep_ in ("aux", "auxpass"):
            yield f"{child.lower_} {who.split()[0]}"
        for below in child.children:
            if child.dep_ in ("prep", "agent", "dobj", "attr", "acomp", "nsubjpass"):
                yield f"{child.lower_ if child.dep_ == 'prep' else child.dep_} {below.dep_} {stem(below.text)}"
    yield f"above {stem(verb.head.text)} {verb.dep_}"
    yield f"above is {party(subject(verb.head), sentence, account) if verb.head.tag_.startswith('VB') else 'no verb'}"
    yield from (f"near {t.lower_}" for t in verb.doc[max(0, verb.i - 3) : verb.i + 4])


def verbs_of(sample: str, release: Release, gold: dict[str, Any]) -> tuple[list[Verb], list[Wanted]]:
    """The verbs of a release and what should be found there."""
    found: list[Verb] = []
    if triage(release, load()).kept:
        source = annotate(release, load())
        reading = read_claims(source, least=0.0)
        claims = [(kind, c.evidence[0]) for kind in KINDS for c in getattr(reading, kind)]
        rows = [s for s in source.sentences if s.role in ("body", "item")]
        for sentence, doc in zip(rows, parse((s.text, []) for s in rows), strict=True):
            for token in doc:
                if token.tag_.startswith("VB") and token.dep_ not in ("aux", "auxpass", "amod", "compound"):
                    at, account = sentence.start + token.idx, set(release.account)
                    claimed = frozenset(kind for kind, quote in claims if quote.start <= at < quote.end)
                    names = frozenset(features(token, sentence, account))
                    depth = len(list(token.ancestors))
                    found.append(Verb(sample, release.id, at, depth, names, claimed))
    wanted = []
    for kind in KINDS:
        for record in gold.get(kind) or ():
            words = r"\s+".join(map(re.escape, record["evidence"].split()))
            span = re.search(words, release.text)
            inside = [v for v in found if span and span.start() <= v.at < span.end()]
            for number, verb in enumerate(sorted(inside, key=lambda v: (v.depth, v.at))):
                (verb.within if number else verb.told).add(kind)
            if not record.get("optional"):
                wanted.append(Wanted(sample, kind, inside))
    return found, wanted


def tell(kind: str, verbs: list[Verb], wanted: list[Wanted]) -> None:
    """Train for one kind, try, print."""
    seen = [v for v in verbs if v.sample != TRIED and kind not in v.within]
    tried = [v for v in verbs if v.sample == TRIED]
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(v.names, 1.0) for v in seen])
    model = LogisticRegression(C=0.1, max_iter=600).fit(matrix, np.array([kind in v.told for v in seen]))
    chances = model.predict_proba(vectors.transform([dict.fromkeys(v.names, 1.0) for v in tried]))[:, 1]
    for verb, chance in zip(tried, chances, strict=True):
        verb.chance = float(chance)
    plain = [v for v in tried if kind not in v.within]
    average = average_precision_score([kind in v.told for v in plain], [v.chance for v in plain])
    asked = [w for w in wanted if w.sample == TRIED and w.kind == kind and w.verbs]
    missed = [w for w in asked if not any(kind in v.claimed for v in w.verbs)]
    print(f"{kind}: trained on {len(seen)} verbs, {sum(kind in v.told for v in seen)} of them told; "
          f"average precision {average:.3f}; rules miss {len(missed)} of {len(asked)}")  # fmt: skip
    for least in THRESHOLDS:
        loud = [v for v in tried if v.chance >= least]
        right = sum(kind in v.told | v.within for v in loud)
        alone = sum(any(v.chance >= least for v in w.verbs) for w in asked)
        more = sum(any(v.chance >= least for v in w.verbs) for w in missed)
        beyond = sum(not (v.told or v.within or v.claimed) for v in loud)
        print(f"  at {least}: precision {right / max(len(loud), 1):.2f}, recall {alone / len(asked):.2f}; "
              f"of the missed {more} found, and {beyond} told beyond any record")  # fmt: skip


def main() -> None:
    """Read, train, try."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpus", type=Path)
    verbs: list[Verb] = []
    wanted: list[Wanted] = []
    for sample, release, gold in releases(ask.parse_args().corpus):
        more, asked = verbs_of(sample, release, gold)
        verbs += more
        wanted += asked
    for kind in KINDS:
        tell(kind, verbs, wanted)


if __name__ == "__main__":
    main()
