"""Reads a YAML file of ours, by the loader in C where it is built: it is eight times as fast as the one in Python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

__all__ = ["read_entries"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_entries(file: Path) -> Any:
    """What the file holds: plain values only.

    Raises:
        yaml.YAMLError: it is not readable as YAML.
    """
    return yaml.load(file.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader either way
