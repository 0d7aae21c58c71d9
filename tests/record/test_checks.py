"""What a field can hold: real days, codes that exist, words of the vocabulary; and what a person's words mean by it."""

from __future__ import annotations

from typing import Any

import pytest

from comity.errors import DecisionRefused
from comity.record.checks import check_entered, fault_in, value_of


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("engagement", "date", "2024-02-29"),
        ("engagement", "date", "2024-02/2024-03-01"),
        ("engagement", "date", "../2024"),
        ("engagement", "date", "2024-05-01/.."),
        ("engagement", "date", "2024-21"),
        ("engagement", "date", None),
        ("engagement", "parties", ["IN", "ASEAN"]),
        ("engagement", "level", "defence_minister"),
        ("engagement", "level", None),
        ("engagement", "form", "port_call"),
        ("engagement", "place_country", "JP"),
        ("engagement", "place", "Tokyo"),
        ("engagement", "part_of", "0123456789abcdef"),
        ("engagement", "participants", [{"name": "Asha Rao", "role": None, "office": "defence_minister"}]),
        ("engagement", "participants", []),
        ("exercise", "edition", 5),
        ("exercise", "domains", ["sea", "amphibious"]),
        ("agreement", "subject", "space"),
        ("commitment", "to", []),
        ("commitment", "about", ["exercise"]),
        ("commitment", "amount", {"value": 5.5, "currency": "USD", "printed": "$5.5"}),
        ("relation", "established", 1952),
    ],
)
def test_what_fits(kind: str, field: str, value: Any) -> None:
    assert fault_in(kind, field, value) is None


@pytest.mark.parametrize(
    ("kind", "field", "value", "why"),
    [
        ("engagement", "date", "2020-99", "no date"),
        ("engagement", "date", "2024-13-45", "no date"),
        ("engagement", "date", "2023-02-29", "no date"),
        ("engagement", "date", "0000", "no date"),
        ("engagement", "date", "../..", "no date"),
        ("engagement", "date", "..", "no date"),
        ("engagement", "date", "", "no date"),
        ("engagement", "date", "2024-05-02/2024-05-01", "ends before it begins"),
        ("engagement", "date", 2024, "no date"),
        ("commitment", "due", "2024-01/2023", "ends before it begins"),
        ("engagement", "parties", ["in", "Japan"], "write IN"),
        ("engagement", "parties", ["Japan"], "write JP"),
        ("engagement", "parties", ["Nowhereland"], "no code"),
        ("engagement", "parties", ["IN", "IN"], "twice"),
        ("engagement", "parties", [], "names nobody"),
        ("engagement", "parties", None, "list of words"),
        ("commitment", "by", [], "names nobody"),
        ("engagement", "place_country", "Japan", "write JP"),
        ("engagement", "place_country", ["JP"], "code"),
        ("engagement", "level", "nonsense", "not one of"),
        ("engagement", "form", "nonsense", "not one of"),
        ("engagement", "status", None, "not one of"),
        ("engagement", "kind", ["talks"], "not one of"),
        ("engagement", "part_of", "zzz", "whole id"),
        ("engagement", "place", True, "holds words"),
        ("engagement", "place", {"a": 1}, "holds words"),
        ("engagement", "place", " ", "holds words"),
        ("engagement", "participants", ["a"], "list of people"),
        ("engagement", "participants", [{"name": "Z"}], "are needed"),
        ("engagement", "participants", [{"name": "Z", "role": None, "age": 4}], "not 'age'"),
        ("engagement", "participants", [{"name": None, "role": None}], "a name, a role or a number"),
        ("engagement", "participants", [{"name": "Z", "role": None, "office": "boss"}], "office"),
        ("engagement", "participants", [{"name": "Z", "role": None, "country": "Japan"}], "write JP"),
        ("engagement", "participants", [{"name": "Z", "role": None, "count": -1}], "count"),
        ("engagement", "date_detail", {"x": 1}, "no field"),
        ("engagement", "edition", -3, "whole number"),
        ("engagement", "edition", True, "whole number"),
        ("engagement", "order", 0, "whole number"),
        ("exercise", "domains", ["sea", "moon"], "not one of"),
        ("exercise", "focus", "asw", "list of words"),
        ("agreement", "subject", "cheese", "not one of"),
        ("commitment", "action", None, "holds words"),
        ("commitment", "about", ["cheese"], "not one of"),
        ("commitment", "amount", {"a": 1}, "is told as"),
        ("position", "stance", "likes", "not one of"),
        ("relation", "established", "1952", "year"),
        ("relation", "established", 0, "year"),
    ],
)  # fmt: skip
def test_what_does_not_fit(kind: str, field: str, value: Any, why: str) -> None:
    fault = fault_in(kind, field, value)
    assert fault is not None
    assert why in fault


@pytest.mark.parametrize(
    ("field", "told", "value"),
    [
        ("established", "1952", 1952),
        ("edition", "4", 4),
        ("edition", "-3", -3),
        ("edition", "fourth", "fourth"),
        ("date", "2024", "2024"),
        ("name", "2024", "2024"),
        ("place", "null", None),
        ("place", "true", True),
        ("place", '{"a": 1}', {"a": 1}),
        ("action", "[sic] to hold it", "[sic] to hold it"),
        ("action", '"null"', "null"),
        ("parties", '["IN", "JP"]', ["IN", "JP"]),
    ],
)
def test_words_are_taken_by_what_the_field_holds(field: str, told: str, value: Any) -> None:
    assert value_of(field, told) == value


@pytest.mark.parametrize(
    ("field", "told"), [("parties", "[IN"), ("parties", "IN,JP"), ("amount", "{"), ("participants", "")]
)
def test_a_list_that_is_no_json_is_refused(field: str, told: str) -> None:
    with pytest.raises(DecisionRefused, match="no JSON"):
        value_of(field, told)


@pytest.mark.parametrize(
    ("kind", "values", "why"),
    [
        ("nonsense", {"name": "x"}, "no kind of claim"),
        ("exercise", {"nonsense": "1"}, "no field 'nonsense'"),
        ("exercise", {"domain_detail": {"basis": "text"}}, "no field"),
        ("exercise", {"rule": "mine"}, "no field"),
        ("exercise", {"date": "2024-31"}, "no date"),
    ],
)
def test_what_cannot_be_entered_is_refused(kind: str, values: dict[str, Any], why: str) -> None:
    with pytest.raises(DecisionRefused, match=why):
        check_entered(kind, values)
