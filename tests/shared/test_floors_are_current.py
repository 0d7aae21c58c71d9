"""The pinned floors are those of the gold and the releases that are here."""

from __future__ import annotations

from pathlib import Path

from comity.evaluate import floors_for, load_floors, load_gold
from comity.evaluate.gold import files_digest
from comity.evaluate.releases import find_releases


def test_floors_are_pinned_for_the_dev_gold(shared: Path) -> None:
    gold = load_gold(shared / "gold" / "dev")
    releases = find_releases(shared / "gold" / "releases", gold.documents)
    assert set(releases) == set(gold.documents)
    assert floors_for(gold.digest, files_digest(set(releases.values())), load_floors())
