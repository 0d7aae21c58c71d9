"""What is found in a record, by words and by all else, the same on both databases."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from sqlalchemy import insert, select

from comity.errors import RecordError
from comity.linking.relink import relink
from comity.model import Agreement, Commitment, Engagement, Exercise, Position, Relation
from comity.record import Record, deciding
from comity.record import search as searching
from comity.record.clock import stamp
from comity.record.deciding import Decision
from comity.record.digests import sealed
from comity.record.marks import snippet
from comity.record.search import Query, Results, facets_of, search
from comity.record.standing import restand
from comity.record.tables import claims, counts, listed, withdrawals
from comity.record.tags import facets, pair_tag, tag
from record_builders import add, claim, day, person, told

TALKS = claim(
    Engagement, "The ministers met in São Tomé for talks on maritime security.", kind="talks", parties=("IN", "JP"),
    when=day("2024-08-20"), place="São Tomé",
    participants=(person("Amara Okoye", "IN"), person("Kenji Mori-Tanaka", "JP")),
)  # fmt: skip
DRILL = claim(
    Exercise, "Exercise Amber Gale, a joint drill of India/Japan, ended today.", name="Amber Gale", series="Amber Gale",
    parties=("IN", "JP"), when=day("2024-08"), status="held",
)  # fmt: skip
NEXT_DRILL = claim(
    Exercise, "The next Amber Gale is planned for 2025.", name="Amber Gale", series="Amber Gale", parties=("IN", "JP"),
    when=day("2025"), status="planned",
)  # fmt: skip
SIGNED = claim(
    Agreement, "They signed the Ports Agreement, which speaks of ports.", name="Ports Agreement", parties=("IN", "KE"),
    when=day("2023-05-02"), status="signed",
)  # fmt: skip
PROMISE = claim(
    Commitment, "Kenya will exercise care over the ports of call.", by=("KE",), to=("IN",), force="committed",
    action="exercise care over the ports of call",
)  # fmt: skip
STANCE = claim(Position, "Both sides support freedom of navigation.", by=("IN", "JP"), stance="supports", topic="seas")
LABEL = claim(Relation, "The two are strategic partners since long ago.", parties=("KE", "JP"), label="Partners")

SAID = {
    one.quote: name
    for name, one in (
        ("talks", TALKS), ("drill", DRILL), ("next drill", NEXT_DRILL), ("signed", SIGNED), ("promise", PROMISE),
        ("stance", STANCE), ("label", LABEL),
    )
}  # fmt: skip
EVERY = {"talks", "drill", "next drill", "signed", "promise", "stance", "label"}


@pytest.fixture
def kept(record: Record) -> Record:
    """A small record: India and Japan in 2024, India and Kenya in 2023, Kenya and Japan on an untold day."""
    add(record, told([TALKS, DRILL, NEXT_DRILL, STANCE], "2024-08-21", title="Statement on the visit"))
    add(record, told([SIGNED, PROMISE], "2023-05-03", title="Readout of the call", issuer="KE"))
    add(record, told([LABEL], "2024-01-05", title="Greetings", issuer="JP"))
    return record


def found(record: Record, **query: Any) -> Results:
    with record.reading() as connection:
        return search(connection, Query(**query))


def names(results: Results) -> list[str]:
    return [SAID[hit.quote] for hit in results.hits]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ministers", {"talks"}),
        ("MINISTER met", {"talks"}),  # endings and case are folded; all words are needed
        ("ministers ports", set()),
        ("ministers OR navigation", {"talks", "stance"}),
        ("ports agreement OR call", {"signed", "promise"}),  # OR stands between its two neighbours only
        ("ports AND agreement", {"signed"}),
        ("exercise", {"drill", "promise"}),
        ("exercise -drill", {"promise"}),
        ("exercise NOT drill", {"promise"}),
        ('exercise -"joint drill"', {"promise"}),
        ("-exercise", EVERY - {"drill", "promise"}),
        ('"freedom of navigation"', {"stance"}),
        ('"navigation of freedom"', set()),
        ("“freedom of navigation”", {"stance"}),
        ("navig*", {"stance"}),
        ("nav*", {"stance"}),
        ("na*", set()),  # too short to mean a beginning: the word itself is looked for
        ("sao tome", {"talks"}),
        ("SÃO", {"talks"}),
        ("japan", {"drill"}),  # a stroke does not join what stands beside it
        ("mori-tanaka", {"talks"}),
        ("statement visit", {"talks", "drill", "next drill", "stance"}),  # the title of the release
        ("of the", {"stance", "drill", "promise", "signed"}),
        ("ministers OR", {"talks"}),
        ("OR ministers", {"talks"}),
        ("ministers 🙂 ***", {"talks"}),
        ("", EVERY),
        ("   ", EVERY),
    ],
)  # fmt: skip
def test_words_are_found_as_people_mean_them(kept: Record, words: str, expected: set[str]) -> None:
    assert set(names(found(kept, words=words))) == expected


@pytest.mark.parametrize(
    "words",
    [
        '"', '""', '"ports', "*", "* *", "-", "--", '-"', "(", ")", "ports)", "NEAR", "NEAR(ports call, 3)",
        "words:ports", "tags : kindexercise0", "ports ^", "a:b:c", "{words} : x", "'; DROP TABLE claims; --", "\\", "%",
        "ports & !call", "<->", "\x00ports", "🙂", "\ud800", "NOT", "AND AND", "OR OR OR", "- - -a", "कखग", "港",
        "x" * 100_000, "ports " * 5000, '"' * 999, "(" * 2000, "a OR " * 3000, "-x " * 3000,
    ],
)  # fmt: skip
def test_nothing_written_is_an_error(kept: Record, words: str) -> None:
    found(kept, words=words)


@pytest.mark.parametrize("words", ["🙂", "***", '""', "&", "kindexercise0", "reviewmachine0"])
def test_what_is_no_word_of_a_release_finds_nothing(kept: Record, words: str) -> None:
    assert found(kept, words=words).total == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"pair": ("JP", "IN")}, ["next drill", "stance", "talks", "drill"]),
        ({"party": "KE"}, ["label", "promise", "signed"]),
        ({"party": "KE", "pair": ("KE", "JP")}, ["label"]),
        ({"kind": "exercise"}, ["next drill", "drill"]),
        ({"kind": "exercise", "status": "planned"}, ["next drill"]),
        ({"status": "supports"}, ["stance"]),
        ({"status": "committed"}, ["promise"]),
        ({"series": "amber gale"}, ["next drill", "drill"]),
        ({"person": "Okoye Amara"}, ["talks"]),
        ({"person": "Tanaka"}, ["talks"]),
        ({"person": "Amara Tanaka"}, ["talks"]),  # all words are needed, of whomever
        ({"person": "Ports"}, []),  # a place or a promise is nobody
        ({"first": "2024-08"}, ["next drill", "stance", "talks", "drill"]),
        ({"last": "2024"}, ["stance", "talks", "drill", "label", "promise", "signed"]),
        ({"first": "2024-08-20", "last": "2024-08-20"}, ["talks"]),
        ({"first": "2025-01-02"}, []),
        ({"first": "2025", "last": "2024"}, []),
        ({"as_of": "2023-05-03"}, ["promise", "signed"]),
        ({"as_of": "2023"}, ["promise", "signed"]),
        ({"as_of": "2024-01-05", "party": "JP"}, ["label"]),
        ({"review": "machine", "kind": "relation"}, ["label"]),
        ({"review": "accepted"}, []),
        ({"words": "drill", "pair": ("IN", "JP"), "kind": "exercise", "last": "2024"}, ["drill"]),
        ({"words": "-drill", "kind": "exercise"}, ["next drill"]),
        ({"words": "ports", "kind": "agreement", "as_of": "2024"}, ["signed"]),
        ({"kind": "relation", "status": "signed"}, []),
    ],
)
def test_filters_hold_together_and_the_newest_come_first(
    kept: Record, query: dict[str, Any], expected: list[str]
) -> None:
    results = found(kept, **query)
    assert names(results) == expected
    assert results.total == len(expected)


@pytest.mark.parametrize("query", [{}, {"party": "IN"}, {"words": "the"}, {"first": "2023", "words": "ports OR drill"}])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_show_each_claim_once_in_the_order_of_the_whole(kept: Record, query: dict[str, Any], limit: int) -> None:
    whole, pages, before = found(kept, **query), list[str](), None
    for _ in range(10):
        page = found(kept, **query, limit=limit, before=before)
        pages += names(page)
        assert page.total == whole.total
        before = page.next
        if before is None:
            break
    assert pages == names(whole)


def test_the_most_fitting_come_first_where_words_are_few(kept: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    ranked = found(kept, words="ports")
    assert ranked.ranked
    assert names(ranked) == ["signed", "promise"]  # the older one says it more often
    monkeypatch.setattr(searching, "MOST", 1)
    newest = found(kept, words="ports")
    assert not newest.ranked
    assert names(newest) == ["promise", "signed"]
    assert (newest.total, newest.more, newest.releases) == (1, True, None)


def test_equally_fitting_claims_stand_newest_first(record: Record) -> None:
    for issued in ("2023-01-01", "2024-01-01", "2022-01-01"):
        add(record, told([claim(Position, "All want calm seas.", by=("IN",), topic="x")], issued, body=issued))
    hits = found(record, words="calm").hits
    assert [hit.kept.issued for hit in hits] == ["2024-01-01", "2023-01-01", "2022-01-01"]


def test_a_hit_says_what_it_is(kept: Record) -> None:
    (hit,) = found(kept, words="minister security").hits
    assert (hit.kept.kind, hit.day, hit.status, hit.parties) == ("engagement", "2024-08-20", "held", ("IN", "JP"))
    assert hit.entry
    assert [hit.quote[start:end] for start, end in hit.marks] == ["ministers", "security"]
    assert snippet(hit.quote, hit.marks, opening="[", closing="]", around=12) == "The [ministers] met in São…"


@pytest.mark.parametrize(
    ("query", "claims_and_releases"),
    [({}, (7, 3)), ({"party": "KE"}, (3, 2)), ({"words": "ports"}, (2, 1)), ({"kind": "exercise"}, (2, 1))],
)
def test_claims_and_their_releases_are_counted(
    kept: Record, query: dict[str, Any], claims_and_releases: tuple[int, int]
) -> None:
    results = found(kept, **query)
    assert (results.total, results.releases) == claims_and_releases


def test_many_claims_are_told_as_they_are_kept_count_of(kept: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "MOST", 1)
    assert (found(kept, party="IN").total, found(kept, party="IN").more) == (6, False)
    assert found(kept, pair=("IN", "JP"), kind="exercise").total == 2
    assert found(kept, party="IN", first="2023").more


def recounted(record: Record) -> dict[str, int]:
    with record.reading() as connection:
        rows = connection.execute(select(listed.c.tags, listed.c.place))
        return dict(Counter(one for row in rows for one in facets(row.tags, row.place)))


def kept_counts(record: Record) -> dict[str, int]:
    with record.reading() as connection:
        return {row.tag: row.n for row in connection.execute(select(counts)) if row.n}


def test_facets_are_those_of_the_pair_the_party_or_all(kept: Record) -> None:
    assert found(kept).facets == {
        "kind": {"engagement": 1, "exercise": 2, "agreement": 1, "commitment": 1, "position": 1, "relation": 1},
        "status": {"committed": 1, "held": 2, "planned": 1, "signed": 1, "supports": 1},
        "year": {"2023": 2, "2024": 4, "2025": 1},
    }
    assert found(kept, party="KE").facets["year"] == {"2023": 2, "2024": 1}
    assert found(kept, pair=("KE", "IN"), words="ports").facets["kind"] == {"agreement": 1, "commitment": 1}
    assert found(kept, as_of="2024").facets == {}
    with kept.reading() as connection:
        assert facets_of(connection, pair_tag("IN", "JP"))["status"] == {"held": 2, "planned": 1, "supports": 1}
        assert facets_of(connection, tag("party", "FR")) == {"kind": {}, "status": {}, "year": {}}


def test_counts_that_are_kept_equal_a_recount_after_every_change(kept: Record) -> None:
    assert kept_counts(kept) == recounted(kept)
    decide(kept, TALKS.quote, "correct", "status", "cancelled")
    assert kept_counts(kept) == recounted(kept)
    decide(kept, SIGNED.quote, "reject")
    assert kept_counts(kept) == recounted(kept)


def test_a_withdrawn_release_is_found_no_more(kept: Record) -> None:
    with kept.writing() as connection:
        release = connection.execute(select(claims.c.release).where(claims.c.quote == SIGNED.quote)).scalar_one()
        at = stamp(connection)
        row = {"release": release, "who": "A. Reader", "why": "asked for", "at": at}
        connection.execute(insert(withdrawals), [sealed(withdrawals, row)])
        relink(connection, restand(connection, [release]), at)
    assert found(kept, words="ports").total == 0
    assert found(kept, party="KE").total == 1
    assert kept_counts(kept) == recounted(kept)


def decide(record: Record, quote: str, verb: str, field: str | None = None, new: Any = None) -> None:
    """Let a person decide on the claim of a quote."""
    with record.writing() as connection:
        decided_on = connection.execute(select(claims.c.id).where(claims.c.quote == quote)).scalar_one()
        at = stamp(connection)
        taken = Decision(verb, "A. Reader", field=field, new=new)
        relink(connection, deciding.decide(connection, decided_on, taken, at), at)


def test_a_correction_changes_what_is_found(kept: Record) -> None:
    decide(kept, DRILL.quote, "correct", "parties", ["IN", "FR"])
    assert names(found(kept, pair=("IN", "FR"))) == ["drill"]
    assert names(found(kept, pair=("IN", "JP"), kind="exercise")) == ["next drill"]
    assert names(found(kept, review="corrected")) == ["drill"]
    decide(kept, DRILL.quote, "correct", "name", "Ochre Tide")
    assert names(found(kept, words="ochre")) == ["drill"]


def test_what_is_rejected_is_found_only_when_asked_for(kept: Record) -> None:
    decide(kept, DRILL.quote, "reject")
    assert names(found(kept, kind="exercise")) == ["next drill"]
    assert names(found(kept, words="drill")) == []
    assert set(names(found(kept))) == EVERY - {"drill"}
    assert names(found(kept, review="rejected")) == ["drill"]
    assert found(kept).facets["kind"]["exercise"] == 1


@pytest.mark.parametrize(
    "query", [{"first": "2024-02-30"}, {"last": "yesterday"}, {"as_of": "24-1-1"}, {"first": "0000"}, {"limit": 0}]
)
def test_a_day_that_is_none_is_told(query: dict[str, Any]) -> None:
    with pytest.raises(RecordError):
        Query(**query)


def test_an_empty_record_holds_nothing(record: Record) -> None:
    results = found(record, words="ports")
    assert (results.hits, results.total, results.releases, results.next) == ((), 0, 0, None)
    assert found(record).facets == {"kind": {}, "status": {}, "year": {}}
