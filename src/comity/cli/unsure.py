"""`comity unsure`: a decision about claims."""

from __future__ import annotations

from comity.cli.decisions import plain_decision

__all__ = ["command"]

command = plain_decision("unsure", "Mark claims as unsure.", "Somebody looked, and could not tell.")
