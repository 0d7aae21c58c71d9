"""Every setting, its default and one line of meaning.

A flag beats the environment (`COMITY_*`), which beats `./comity.toml`, the user's config, the default.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run."""

    max_bytes: int = 20_000_000
    """The largest document that is read, in bytes; a larger one is refused."""
    lexicon: Path | None = None
    """A folder of your own rows and rules, read beside the built-in ones."""

    record: str = "comity.db"
    """The record: a path, or the address postgresql://… of a team's."""
    who: str = ""
    """Who decides, as it stands under decisions; the name of the user where it is not told."""

    @classmethod
    def load(cls, folder: Path | None = None, **flags: Any) -> Settings:
        """Settle the settings for a run started in `folder` (default: the working directory)."""
        home = Path(os.environ.get("XDG_CONFIG_HOME", "~/.config")).expanduser() / "comity" / "comity.toml"
        told: dict[str, Any] = {}
        for file in (home, (folder or Path.cwd()) / "comity.toml"):
            if file.is_file():
                told |= tomllib.loads(file.read_text("utf-8"))
        for field in fields(cls):
            value = os.environ.get(f"COMITY_{field.name.upper()}")
            if value:
                told[field.name] = value
        told |= {name: value for name, value in flags.items() if value is not None}
        known = {field.name for field in fields(cls)}
        values = {name: value for name, value in told.items() if name in known}
        if "max_bytes" in values:
            values["max_bytes"] = int(values["max_bytes"])
        if "lexicon" in values:
            values["lexicon"] = Path(values["lexicon"]).expanduser()
        return cls(**values)
