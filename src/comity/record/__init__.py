"""Keeping: what was read is kept with every version, every sighting and every decision; nothing is overwritten.

`open_record` opens a record; docs/record.md tells its tables and laws.
"""

from comity.record.store import Record, open_record

__all__ = ["Record", "open_record"]
