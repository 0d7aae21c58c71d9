"""Gold files and the digests that say which gold and which releases a score was measured on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from comity.errors import GoldError
from comity.evaluate.folding import KINDS, Record

__all__ = ["Gold", "files_digest", "load_gold"]


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold of a folder: its documents by id, and the digest of the files they stand in."""

    folder: Path
    documents: Mapping[str, Record]
    digest: str


def load_gold(folder: Path) -> Gold:
    """Read every DOCID.json of `folder` that holds at least one of the six lists.

    Raises:
        GoldError: no such folder, a file that is not JSON, a list that is none, or no gold at all.
    """
    if not folder.is_dir():
        raise GoldError("is not a folder", where=str(folder), then="give the folder of the DOCID.json files")
    files = sorted(folder.glob("*.json"))
    read = {file.stem: _read(file) for file in files}
    documents = {name: gold for name, gold in read.items() if any(k in gold for k in KINDS)}
    if not documents:
        raise GoldError("holds no gold", where=str(folder), then="a gold file is DOCID.json with the lists by kind")
    return Gold(folder, documents, files_digest(file for file in files if file.stem in documents))


def _read(file: Path) -> Record:
    try:
        gold = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"cannot be read: {error}", where=str(file), then="repair it") from error
    if not isinstance(gold, dict):
        raise GoldError("holds no JSON object", where=str(file), then="a gold file is one object with lists")
    for kind in KINDS:
        listed = gold.get(kind, [])
        if not isinstance(listed, list) or not all(isinstance(record, dict) for record in listed):
            raise GoldError(f"{kind} is no list of records", where=str(file), then="repair it")
    return gold


def files_digest(files: Iterable[Path]) -> str:
    """The sha256 over names and contents of the files, whatever folder they stand in."""
    digest = hashlib.sha256()
    for file in sorted(files, key=lambda f: f.name):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        digest.update(f"{file.name}\0{content}\n".encode())
    return digest.hexdigest()
