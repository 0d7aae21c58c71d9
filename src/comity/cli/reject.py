"""`comity reject`: a decision about claims."""

from __future__ import annotations

from comity.cli.decisions import plain_decision

__all__ = ["command"]

command = plain_decision("reject", "Reject claims.", "They are not what the release says.")
