"""Comity reads official releases and keeps what states say they did together, with the quoted words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.pipeline import read
    from comity.record import open_record

__all__ = ["__version__", "open_record", "read"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the pipeline (and the language model's library) or the record only when it is asked for."""
    if name == "read":
        from comity.pipeline import read  # noqa: PLC0415

        return read
    if name == "open_record":
        from comity.record import open_record  # noqa: PLC0415

        return open_record
    raise AttributeError(name)
