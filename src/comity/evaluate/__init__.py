"""How well readings agree with gold: matching, field accuracy, pinned floors."""

from comity.evaluate.floors import Floors, breaches, floors_for, load_floors
from comity.evaluate.gold import Gold, load_gold
from comity.evaluate.score import DocumentScore, Score, score, score_document

__all__ = [
    "DocumentScore", "Floors", "Gold", "Score", "breaches", "floors_for", "load_floors", "load_gold", "score",
    "score_document",
]  # fmt: skip
