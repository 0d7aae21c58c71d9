"""Times the brief of the busiest pairs of a record: `bench/briefs.py RECORD [--pairs 20] [--as-of DATE]`.

Told are, for each pair, how many claims name it, and the time of gathering and writing its brief, without printing it;
the lexicon and the libraries are loaded before. Exit 1 where one takes a second or more.
"""

from __future__ import annotations

import argparse
import re
import sys
import time

from sqlalchemy import select

from comity.lexicon.load import HERE
from comity.lexicon.tables import table
from comity.record import Record, open_record
from comity.record.selecting import NOW, Clock
from comity.record.tables import counts
from comity.record.tags import pair_tag
from comity.views.brief.brief import brief_of
from comity.views.brief.dossier import gather

MOST = 1.0


def busiest(record: Record, number: int) -> list[tuple[str, str, int]]:
    """The pairs of states and bodies that most claims name, and how many do."""
    codes = sorted({row["code"] for name in ("states", "bodies") for row in table(HERE / "data", name)})
    named = {pair_tag(a, b): (a, b) for n, a in enumerate(codes) for b in codes[:n]}
    with record.reading() as connection:
        rows = connection.execute(select(counts.c.tag, counts.c.n).where(counts.c.tag.like("pair%"))).all()
    found = [(*named[row.tag], row.n) for row in rows if re.fullmatch(r"pair\w+", row.tag) and row.tag in named]
    return sorted(found, key=lambda one: (-one[2], one[:2]))[:number]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record")
    parser.add_argument("--pairs", type=int, default=20)
    parser.add_argument("--as-of")
    told = parser.parse_args()
    clock = Clock(told.as_of) if told.as_of else NOW
    day = told.as_of or time.strftime("%Y-%m-%d")
    slow = 0
    with open_record(told.record) as record:
        pairs = busiest(record, told.pairs)
        with record.reading() as connection:
            brief_of(gather(connection, pairs[-1][:2], day, clock=clock))
        for a, b, claims in pairs:
            wall, cpu = time.perf_counter(), time.process_time()
            with record.reading() as connection:
                paper = brief_of(gather(connection, (a, b), day, clock=clock))
            took, spent = time.perf_counter() - wall, time.process_time() - cpu
            slow += took >= MOST
            sections = sum(len(one.points) for one in paper.essentials)
            print(f"{a}-{b:<6} {claims:>6} claims  {took:6.2f} s  {spent:6.2f} s of CPU  {sections} points on the page")
    print(f"{slow} of {len(pairs)} took {MOST:.0f} s or more")
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
