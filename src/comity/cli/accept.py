"""`comity accept`: a decision about claims."""

from __future__ import annotations

from comity.cli.decisions import plain_decision

__all__ = ["command"]

command = plain_decision("accept", "Accept claims.", "Somebody looked, and they stand.")
