from __future__ import annotations

from io import StringIO
from types import ModuleType

import pytest
from rich.console import Console

from comity.model import Reading
from comity.views.terminal import render


def printed(reading: Reading, width: int) -> str:
    stream = StringIO()
    render(reading, Console(file=stream, width=width))
    return stream.getvalue()


@pytest.mark.parametrize("width", [80, 120, 200])
def test_tables_stand_in_order_with_every_date_whole(width: int, built: ModuleType) -> None:
    told = printed(built.reading(), width)
    places = [told.index(f"\n{group} ") for group in ("Held", "Planned", "Promised", "Stated")]
    assert places == sorted(places)
    for words in ("~2024-11-20", "2024-11-19/..", "~2024-09", "~sea", "↳ ceremony ?", "<agree>"):
        assert words in told
    assert max(map(len, told.splitlines())) <= width


def test_the_end_says_how_much_is_inferred_and_what_is_worth_checking(built: ModuleType) -> None:
    told = printed(built.reading(), 200)
    assert "8 claims, each with its quote. 4 values are inferred (~)." in told
    assert "1 worth checking (?, certainty below 0.6): E3." in told
    assert "warning: place: Two places" in told


def test_a_range_of_days_is_not_cut_off(built: ModuleType) -> None:
    visit = built.reading().engagements[0]
    when = built.When("2024-11-19/2024-11-21", "range", "text", "19-21 November 2024")
    changed = built.Engagement(rule="r", evidence=visit.evidence, kind="visit", when=when, parties=("IN", "ID"))
    told = printed(built.reading(engagements=(changed,)), 80)
    assert "2024-11-19/" in told
    assert "2024-11-21" in told


def test_a_release_that_holds_nothing_says_so(built: ModuleType) -> None:
    assert "Nothing to record" in printed(Reading(built.release()), 100)


def test_brackets_in_a_release_are_words_and_not_styles(built: ModuleType) -> None:
    assert "[bold]Talks[/bold] held" in printed(Reading(built.release(title="[bold]Talks[/bold] held")), 100)
