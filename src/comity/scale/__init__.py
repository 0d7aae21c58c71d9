"""The same pipeline over many releases: one process or several, and always one order."""

from comity.scale.many import read_captures, read_many

__all__ = ["read_captures", "read_many"]
