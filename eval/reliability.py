"""How right the claims on the held-out sample are, and whether certainty says so: `reliability.py ../shared/corpus`.

Every claim that Comity made of a held-out sample was judged (judged/SAMPLE-verdicts.csv: right, partly, wrong). Reads
the sample, gives each claim of today the verdict on the claim of its kind that stood in the same words, and prints the
verdicts by issuer and kind, the reliability of `certainty` (right means right in every part) in ten equal bins, and the
expected calibration error with its 95 % interval over releases. `--svg FILE` draws the diagram.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from certainty import calibration, verdict_on
from judged import HERE, cases

from comity.evaluate.folding import KINDS
from comity.pipeline import Reader

WIDTH = 320


@dataclass(frozen=True)
class Judged:
    """A claim of today with its verdict; None where nobody has judged it."""

    release: str
    kind: str
    certainty: float
    verdict: str | None


def judged_claims(corpus: Path, sample: str) -> list[Judged]:
    """Every claim of today on the sample."""
    known: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (HERE / f"{sample}-verdicts.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            known[row["stem"]].append(row)
    reader, found = Reader(), []
    for case in cases(corpus, sample):
        reading = case.read(reader)
        for kind in KINDS if reading else ():
            for claim in getattr(reading, kind):
                row = verdict_on(claim, [r for r in known[case.stem] if r["kind"] == kind])
                found.append(Judged(case.stem, kind, claim.certainty, row["verdict"] if row else None))
    return found


def shares(name: str, found: list[Judged]) -> None:
    """One line of verdicts."""
    told = Counter(f.verdict for f in found)
    number = len(found) - told[None]
    if number:
        print(f"{name:12} {number:4} judged: right {told['right'] / number:.3f}, partly {told['partly'] / number:.3f}, "
              f"wrong {told['wrong'] / number:.3f}; {told[None]} new, not judged")  # fmt: skip


def diagram(chances: np.ndarray, right: np.ndarray) -> str:
    """The reliability diagram as SVG: a bar a bin, the diagonal where chance and outcome agree."""
    bins = np.minimum((chances * 10).astype(int), 9)
    step = WIDTH / 10
    bars = "".join(
        f'<rect x="{b * step + 2:.0f}" y="{WIDTH * (1 - right[bins == b].mean()):.0f}" width="{step - 4:.0f}" '
        f'height="{WIDTH * right[bins == b].mean():.0f}" fill="#4477aa"/>'
        f'<text x="{b * step + step / 2:.0f}" y="{WIDTH + 14}" text-anchor="middle">{(bins == b).sum()}</text>'
        for b in sorted(set(bins.tolist()))
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-30 -10 {WIDTH + 40} {WIDTH + 50}" font-size="10" '
        f'font-family="sans-serif"><rect width="{WIDTH}" height="{WIDTH}" fill="none" stroke="#999"/>{bars}'
        f'<path d="M0 {WIDTH}L{WIDTH} 0" stroke="#cc3311" fill="none"/>'
        f'<text x="{WIDTH / 2}" y="{WIDTH + 30}" text-anchor="middle">certainty, ten equal bins; claims in each</text>'
        f'<text x="-8" y="4" text-anchor="end">1</text><text x="-8" y="{WIDTH}" text-anchor="end">0</text></svg>\n'
    )


def main() -> None:
    """Read, print, draw where asked."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("corpus", type=Path)
    ask.add_argument("--sample", choices=("second", "third"), default="third")
    ask.add_argument("--svg", type=Path)
    told = ask.parse_args()
    found = judged_claims(told.corpus, told.sample)
    shares("all", found)
    for issuer in ("wh", "state", "kremlin", "pib"):
        shares(issuer, [f for f in found if f.release.startswith(issuer)])
    for kind in KINDS:
        shares(kind, [f for f in found if f.kind == kind])
    known = [f for f in found if f.verdict]
    chances, right = np.array([f.certainty for f in known]), np.array([f.verdict == "right" for f in known])
    bins = np.minimum((chances * 10).astype(int), 9)
    for b in sorted(set(bins.tolist())):
        here = bins == b
        print(f"certainty {b / 10:.1f} to {b / 10 + 0.1:.1f}: {here.sum():4} claims, right {right[here].mean():.2f}")
    releases = np.array([f.release for f in known])
    draws, names, errors = np.random.default_rng(7), np.unique(releases), []
    for _ in range(500):
        drawn = np.concatenate([np.flatnonzero(releases == r) for r in draws.choice(names, len(names))])
        errors.append(calibration(chances[drawn], right[drawn]))
    low, high = np.quantile(errors, (0.025, 0.975))
    print(f"expected calibration error {calibration(chances, right):.3f} ({low:.3f} to {high:.3f})")
    if told.svg:
        told.svg.write_text(diagram(chances, right), "utf-8")


if __name__ == "__main__":
    main()
