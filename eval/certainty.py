"""Fits the weights of certainty: `python eval/certainty.py ../shared [--write]`.

Reads every coded release that may be used for development (the dev gold, the judged samples "development", "first"
and "second", our own, the demo, the challenge), marks each claim as noticed and as right by the scorer, and fits two
logistic regressions over the claims' features. Prints what ten-fold cross-validation by release says of them (expected
calibration error over ten equal bins with its 95 % interval, precision and recall with and without the claims that
would be passed over); `--write` writes the weights to the lexicon.

Rules were made for the coded releases, so they flatter: the sum for `right` is shifted and scaled to the claims of
the freshest verdicts (Platt 1999), each judged by weights fitted without its release.

Beside the coded releases there are verdicts on single claims (judged/verdicts.csv: right, partly, wrong): a claim of
today is judged by the verdict on the claim of its kind that stood in the same words.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import own
from corpus import corpus
from judged import cases
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from comity import demo
from comity.errors import InputError
from comity.evaluate.fields import understood
from comity.evaluate.folding import KINDS, records
from comity.evaluate.matching import pair_up
from comity.extract.certainty import features
from comity.extract.read import read_claims
from comity.intake import capture_bytes, read_texts
from comity.lexicon import load
from comity.model import Claim
from comity.model.shape import claim_shape
from comity.reading.annotate import Annotated, annotate
from comity.sources import read_masthead

VERDICTS = Path(__file__).parent / "judged" / "verdicts.csv"
WEIGHTS = Path(__file__).parents[1] / "src" / "comity" / "lexicon" / "data" / "certainty.csv"
SOURCE = "fitted by eval/certainty.py"
FRESH = frozenset({"2", "3"})
"""The batches of verdicts on releases that no rule was made for: they say how sure is too sure."""
OFTEN = 12
"""How many claims a word must stand in to be given a weight."""
TESTS = Path(__file__).parents[1] / "tests"


@dataclass(frozen=True)
class Row:
    """A claim as the fitting sees it. `noticed` is None where the gold record is optional."""

    release: str
    kind: str
    names: tuple[str, ...]
    noticed: bool | None
    right: bool
    fresh: bool = False


def releases(shared: Path) -> Iterator[tuple[str, bytes, str, dict[str, Any]]]:
    """Every release of the development sets: its name, its bytes, the name of its file, its records."""
    folders = (
        (shared / "gold" / "dev", shared / "gold" / "releases"),
        (TESTS / "demo" / "expected", Path(demo.__file__).parent / "releases"),
        (TESTS / "challenge" / "expected", TESTS / "challenge" / "releases"),
    )
    for gold, texts in folders:
        for file in sorted(gold.glob("*.json")):
            text = next((f for f in texts.iterdir() if f.stem == file.stem), None)
            if text is not None:
                yield file.stem, text.read_bytes(), text.name, json.loads(file.read_text("utf-8"))
    for case in cases(shared / "corpus", "development", "first", "second"):
        yield case.stem, case.content, f"{case.stem}.jsonl", case.gold


def sources(shared: Path) -> Iterator[tuple[str, dict[str, Any], Annotated]]:
    """Every release of the development sets, ours among them, with its records and its mentions."""
    for name, content, file, gold in releases(shared):
        for source in annotated(content, file):
            yield name, gold, source
    for row in own.releases("development"):
        yield row["id"], row, annotate(own.release_of(row), load())


def annotated(content: bytes, file: str) -> Iterator[Annotated]:
    """A release with its mentions; none where it holds no text."""
    capture = capture_bytes(content, file)
    text = next(iter(read_texts(capture)))
    if not isinstance(text, InputError):
        yield annotate(read_masthead(capture, text), load())


def rows(shared: Path) -> Iterator[Row]:
    """Every claim that Comity makes of the coded releases, however unlikely, with what the scorer says of it."""
    for name, gold, source in sources(shared):
        reading = read_claims(source, least=0.0)
        for kind in KINDS:
            claims = getattr(reading, kind)
            told, wanted = [claim_shape(c) for c in claims], records(gold, kind)
            pairs = {p.predicted: wanted[p.gold] for p in pair_up(kind, told, wanted)}
            for number, claim in enumerate(claims):
                match = pairs.get(number)
                yield Row(
                    name,
                    kind,
                    tuple(features(claim, source)),
                    None if match is not None and match.get("optional") else match is not None,
                    match is not None and understood(kind, told[number], match),
                )


def judged_rows(shared: Path) -> Iterator[Row]:
    """The claims on which there is a verdict."""
    verdicts: dict[str, list[dict[str, str]]] = {}
    with VERDICTS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            verdicts.setdefault(row["release"], []).append(row)
    texts = corpus(shared / "corpus")
    for release, known in verdicts.items():
        content = json.dumps(texts[release], ensure_ascii=False).encode()
        for source in annotated(content, f"{release}.jsonl"):
            reading = read_claims(source, least=0.0)
            for kind in KINDS:
                for claim in getattr(reading, kind):
                    verdict = verdict_on(claim, [v for v in known if v["kind"] == kind])
                    if verdict:
                        wrong, right = verdict["verdict"] == "wrong", verdict["verdict"] == "right"
                        fresh = verdict["batch"] in FRESH
                        yield Row(release, kind, tuple(features(claim, source)), not wrong, right, fresh)


def verdict_on(claim: Claim, known: list[dict[str, str]]) -> dict[str, str] | None:
    """The verdict on the claim that stood in the same words, at least two thirds of both."""
    here = claim.evidence[0]
    for row in sorted(known, key=lambda v: v["rule"] != claim.rule):
        start, end = int(row["start"]), int(row["end"])
        shared = min(end, here.end) - max(start, here.start)
        if shared * 3 >= 2 * max(end - start, here.end - here.start):
            return row
    return None


def fitted(matrix: Any, labels: np.ndarray, strength: float) -> LogisticRegression:
    """A logistic regression; `strength` is the inverse of the penalty."""
    return LogisticRegression(C=strength, max_iter=4000).fit(matrix, labels)


def logit(chances: np.ndarray) -> np.ndarray:
    """The sums behind chances."""
    return np.log(chances / (1 - chances))


def scaled(chances: np.ndarray, right: np.ndarray) -> tuple[float, float]:
    """Scale and shift that bring the sums behind some chances nearest to what was right."""
    model = LogisticRegression(C=1e6).fit(logit(chances).reshape(-1, 1), right)
    return float(model.coef_[0][0]), float(model.intercept_[0])


def calibration(chances: np.ndarray, right: np.ndarray) -> float:
    """The expected calibration error over ten equal bins."""
    bins = np.minimum((chances * 10).astype(int), 9)
    return float(sum(abs(chances[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean() for b in set(bins)))


def main() -> None:
    """Read, cross-validate, print; write the weights where asked."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("shared", type=Path)
    ask.add_argument("--write", action="store_true")
    ask.add_argument("--strength", type=float, default=0.1)
    told = ask.parse_args()
    found = [*rows(told.shared), *judged_rows(told.shared)]
    vectors = DictVectorizer()
    often = Counter(name for r in found for name in r.names if " word " in name)
    kept_names = [[n for n in r.names[1:] if " word " not in n or often[n] >= OFTEN] for r in found]
    matrix = vectors.fit_transform([dict.fromkeys(names, 1.0) for names in kept_names])
    groups = np.array([r.release for r in found])
    known = np.array([r.noticed is not None for r in found])
    noticed = np.array([bool(r.noticed) for r in found])
    right = np.array([r.right for r in found])
    chance = {"noticed": np.zeros(len(found)), "right": np.zeros(len(found))}
    for train, test in GroupKFold(10).split(matrix, groups=groups):
        kept = train[known[train]]
        chance["noticed"][test] = fitted(matrix[kept], noticed[kept], told.strength).predict_proba(matrix[test])[:, 1]
        chance["right"][test] = fitted(matrix[train], right[train], told.strength).predict_proba(matrix[test])[:, 1]
    fresh = np.array([r.fresh for r in found])
    told_before = calibration(chance["right"][fresh], right[fresh])
    scale, shift = scaled(chance["right"][fresh], right[fresh])
    chance["right"] = 1 / (1 + np.exp(-(scale * logit(chance["right"]) + shift)))
    print(f"fresh claims {fresh.sum()}: error {told_before:.3f}, scaled by {scale:.2f} and {shift:+.2f}")
    share = noticed[known].mean()
    print(f"{len(found)} claims of {len(set(groups))} releases; {share:.3f} of those required or extra are noticed")
    for least in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = known & (chance["noticed"] >= least)
        spared = noticed[kept].sum() / noticed[known].sum()
        print(f"least {least:.2f}: precision {noticed[kept].mean():.3f}, of the noticed kept {spared:.3f}")
    draws = np.random.default_rng(7)
    names = np.unique(groups)
    errors = []
    for _ in range(200):
        drawn = np.concatenate([np.flatnonzero(groups == g) for g in draws.choice(names, len(names))])
        errors.append(calibration(chance["right"][drawn], right[drawn]))
    low, high = np.quantile(errors, (0.025, 0.975))
    print(f"expected calibration error {calibration(chance['right'], right):.3f} ({low:.3f} to {high:.3f})")
    if told.write:
        models = fitted(matrix[known], noticed[known], told.strength), fitted(matrix, right, told.strength)
        factors, shifts = (1.0, scale), (0.0, shift)
        with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(("feature", "noticed", "right", "source"))
            for at, name in enumerate(vectors.get_feature_names_out()):
                weights = (f * m.coef_[0][at] for m, f in zip(models, factors, strict=True))
                out.writerow((name, *(f"{w:.4f}" for w in weights), SOURCE))
            begin = (f * m.intercept_[0] + s for m, f, s in zip(models, factors, shifts, strict=True))
            out.writerow(("any", *(f"{w:.4f}" for w in begin), SOURCE))


if __name__ == "__main__":
    main()
