"""Scores predicted records against gold: by kind, strictly, over documents, and on empty documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from comity.evaluate.fields import FIELDS, judge, understood
from comity.evaluate.folding import KINDS, Record, records
from comity.evaluate.matching import pair_up

__all__ = ["Counts", "DocumentScore", "KindScore", "Miss", "Score", "score", "score_document"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Records found, extra and missed; adds up over documents and kinds."""

    found: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.found + other.found, self.extra + other.extra, self.missed + other.missed)

    def __bool__(self) -> bool:
        return bool(self.found or self.extra or self.missed)

    @property
    def precision(self) -> float:
        """Of what was predicted, how much is right; 0 where nothing was predicted."""
        return self.found / (self.found + self.extra) if self.found + self.extra else 0.0

    @property
    def recall(self) -> float:
        """Of what should be found, how much was; 0 where nothing should be."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A gold record that was missed, or a predicted one that is extra."""

    document: str
    kind: str
    what: Literal["missed", "extra"]
    record: Record


@dataclass(frozen=True, slots=True)
class KindScore:
    """One kind in one document: what was noticed and understood, and each field of the matched pairs."""

    noticed: Counts
    strict: Counts
    fields: tuple[Mapping[str, float], ...]
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document, kind by kind. `empty`: its gold holds nothing. `unread`: no prediction was had."""

    document: str
    kinds: Mapping[str, KindScore]
    empty: bool
    unread: bool

    @property
    def counts(self) -> Counts:
        """All kinds together."""
        return sum((k.noticed for k in self.kinds.values()), Counts())


@dataclass(frozen=True, slots=True)
class Score:
    """All documents; every figure is derived from theirs."""

    documents: tuple[DocumentScore, ...]

    def of(self, kind: str) -> Counts:
        """Records of one kind that were noticed."""
        return sum((d.kinds[kind].noticed for d in self.documents), Counts())

    def strict_of(self, kind: str) -> Counts:
        """Records of one kind that were understood."""
        return sum((d.kinds[kind].strict for d in self.documents), Counts())

    @property
    def all(self) -> Counts:
        """Every kind together (micro average)."""
        return sum((self.of(kind) for kind in KINDS), Counts())

    @property
    def strict(self) -> Counts:
        """Every kind together by the strict test."""
        return sum((self.strict_of(kind) for kind in KINDS), Counts())

    def field_accuracy(self, kind: str) -> dict[str, float | None]:
        """Mean rightness of each field over the matched pairs; None where nothing was matched."""
        judged = [pair for d in self.documents for pair in d.kinds[kind].fields]
        return {f: fmean(pair[f] for pair in judged) if judged else None for f in FIELDS[kind]}

    @property
    def scored(self) -> tuple[DocumentScore, ...]:
        """The documents that have an F1 of their own: some record is required, or something was extra."""
        return tuple(d for d in self.documents if not d.empty and d.counts)

    @property
    def mean_f1(self) -> float:
        """The mean F1 over documents; 0 where none has one."""
        return fmean(d.counts.f1 for d in self.scored) if self.scored else 0.0

    @property
    def empty(self) -> tuple[DocumentScore, ...]:
        """The documents whose gold holds nothing."""
        return tuple(d for d in self.documents if d.empty)

    @property
    def false_alarms(self) -> int:
        """Records predicted on documents that hold nothing."""
        return sum(d.counts.extra for d in self.empty)

    @property
    def unread(self) -> tuple[str, ...]:
        """The documents of which no prediction was had."""
        return tuple(d.document for d in self.documents if d.unread)

    @property
    def misses(self) -> tuple[Miss, ...]:
        """Everything missed or extra, document by document."""
        return tuple(m for d in self.documents for k in d.kinds.values() for m in k.misses)


def score(gold: Mapping[str, Record], predicted: Mapping[str, Record]) -> Score:
    """Score predictions against gold, by document id; a document without a prediction counts as missed."""
    return Score(tuple(score_document(doc, gold[doc], predicted.get(doc)) for doc in sorted(gold)))


def score_document(document: str, gold: Record, predicted: Record | None) -> DocumentScore:
    """Score one document; `predicted` is None where it could not be read."""
    read = predicted or {}
    kinds = {k: _score_kind(document, k, records(read, k), records(gold, k)) for k in KINDS}
    empty = not any(records(gold, k) for k in KINDS)
    return DocumentScore(document, kinds, empty=empty, unread=predicted is None)


def _score_kind(document: str, kind: str, predicted: list[Record], gold: list[Record]) -> KindScore:
    matched = pair_up(kind, predicted, gold)
    pairs = [(predicted[p.predicted], gold[p.gold]) for p in matched]
    taken, met = {p.predicted for p in matched}, {p.gold for p in matched}
    extra = [p for i, p in enumerate(predicted) if i not in taken]
    missed = [g for j, g in enumerate(gold) if j not in met and _required(g)]
    required = [(p, g) for p, g in pairs if _required(g)]
    right = sum(understood(kind, p, g) for p, g in required)
    wrong = len(required) - right
    return KindScore(
        noticed=Counts(len(required), len(extra), len(missed)),
        strict=Counts(right, len(extra) + wrong, len(missed) + wrong),
        fields=tuple(judge(kind, p, g) for p, g in pairs),
        misses=(*_misses(document, kind, "missed", missed), *_misses(document, kind, "extra", extra)),
    )


def _required(gold: Record) -> bool:
    return not gold.get("optional")


def _misses(document: str, kind: str, what: Literal["missed", "extra"], found: Iterable[Record]) -> Iterable[Miss]:
    return (Miss(document, kind, what, record) for record in found)
