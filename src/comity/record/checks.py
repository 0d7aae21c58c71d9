"""Whether a field of a claim can hold a value that a person gives: the words of the vocabulary, dates, codes, lists."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from comity.errors import DecisionRefused
from comity.model.days import days_of
from comity.record.vocabulary import LISTS, OFFICES, WORDS, codes, meant
from comity.settings import Settings

__all__ = ["check_entered", "check_value", "fault_in", "value_of"]

_SEASON = re.compile(r"(\d{4})-(2[1-4]|3[3-6])", re.ASCII)
_SEASON_BEGINS = {"21": 3, "22": 6, "23": 9, "24": 12, "33": 1, "34": 4, "35": 7, "36": 10}
_SEASON_DAYS = 92
_CLAIM_ID = re.compile(r"[0-9a-f]{16}")
_NUMBER = re.compile(r"-?\d{1,9}", re.ASCII)
_NUMBERS = frozenset({"edition", "order", "established"})
_STRUCTURED = frozenset(
    {"parties", "by", "to", "about", "domains", "format", "focus", "vessels", "participants", "amount"}
)
_PERSON = {"name": "str", "role": "str", "office": "str", "country": "str", "acting": "bool", "count": "int"}
_LATEST_YEAR = 9999

Fault = str | None
Check = Callable[[str, str, Any], Fault]
"""What is wrong with a value, from the kind of claim, the field and the value."""


def fault_in(kind: str, field: str, value: Any) -> str | None:
    """What is wrong with a value for a field, in words; None where it fits. Null fits where a field may be empty."""
    check = _FIELDS.get(kind, {}).get(field)
    return check(kind, field, value) if check else f"{kind} has no field {field!r} that a person gives"


def check_entered(kind: str, values: Mapping[str, Any]) -> None:
    """Look through what a person wants to type in as a claim.

    Raises:
        DecisionRefused: there is no such kind or field, or a field cannot hold its value.
    """
    if kind not in _FIELDS:
        raise DecisionRefused(f"{kind} is no kind of claim", then=f"one of {', '.join(_FIELDS)}")
    for field, value in values.items():
        check_value(kind, field, value, kind)


def check_value(kind: str, field: str, value: Any, where: str) -> None:
    """Look at one value that a person gives; `where` names the claim it is for.

    Raises:
        DecisionRefused: there is no such field, or it cannot hold the value.
    """
    if fault := fault_in(kind, field, value):
        known = field in _FIELDS[kind]
        then = "see “What fields hold” in docs/record.md" if known else f"one of {', '.join(_FIELDS[kind])}"
        raise DecisionRefused(fault, where=f"{where} {field}" if known else where, then=then)


def value_of(field: str, told: str) -> Any:
    """A value as a person writes it, by what the field holds: a number, JSON, or the words themselves.

    Raises:
        DecisionRefused: the field holds a list or an object, and it is no JSON.
    """
    bare = told.strip()
    if field in _NUMBERS and _NUMBER.fullmatch(bare):
        return int(bare)
    if field in _STRUCTURED or bare[:1] in {"[", "{", '"'} or bare in {"null", "true", "false"}:
        try:
            return json.loads(bare)
        except (ValueError, RecursionError) as error:
            if field in _STRUCTURED:
                then = 'write it as ["IN", "JP"]' if field not in {"participants", "amount"} else "see docs/record.md"
                raise DecisionRefused(f"{told!r} is no JSON", where=field, then=then) from error
    return told


def _words(_kind: str, field: str, value: Any) -> Fault:
    fits = value is None or (isinstance(value, str) and value.strip())
    return None if fits else f"{field} holds words, or null"


def _text(_kind: str, field: str, value: Any) -> Fault:
    return None if isinstance(value, str) and value.strip() else f"{field} holds words"


def _word(kind: str, field: str, value: Any) -> Fault:
    words = WORDS[kind, field]
    fits = isinstance(value, str) and value in words
    return None if fits else f"{value!r} is not one of {', '.join(sorted(words))}"


def _word_or_none(kind: str, field: str, value: Any) -> Fault:
    return None if value is None else _word(kind, field, value)


def _word_list(kind: str, field: str, value: Any) -> Fault:
    words = LISTS[kind, field]
    if fault := _list(kind, field, value):
        return fault
    other = [one for one in value if one not in words]
    return f"{other[0]!r} is not one of {', '.join(sorted(words))}" if other else None


def _list(_kind: str, field: str, value: Any) -> Fault:
    fits = isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)
    if not fits:
        return f"{field} is a list of words"
    return f"{field} names one thing twice" if len(set(value)) < len(value) else None


def _parties(kind: str, field: str, value: Any) -> Fault:
    if fault := _list(kind, field, value):
        return fault
    if not value and field != "to":  # a promise may be made to nobody in particular
        return f"{field} names nobody"
    return next((fault for one in value if (fault := _uncoded(one))), None)


def _party(_kind: str, field: str, value: Any) -> Fault:
    if value is None:
        return None
    return _uncoded(value) if isinstance(value, str) else f"{field} is the code of a state or body"


def _uncoded(told: str) -> Fault:
    folder = Settings.load().lexicon
    if told in codes(folder):
        return None
    code = meant(told, folder)
    return f"{told!r} is no code of a state or body{f': write {code}' if code else ''}"


def _date(_kind: str, _field: str, value: Any) -> Fault:
    if value is None:
        return None
    parts = value.split("/") if isinstance(value, str) else []
    first, last = (_first(parts[0]), _last(parts[-1])) if parts else (None, None)
    open_ended = len(parts) == 2 and parts != ["..", ".."]
    if len(parts) > 2 or not first or not last or (".." in parts and not open_ended):
        return f"{value!r} is no date such as 2022-09-08, 2022-09, 2022 or 2022-09-07/2022-09-10"
    return f"{value!r} ends before it begins" if first > last else None


def _first(part: str) -> date | None:
    season = _SEASON.fullmatch(part)
    told = days_of(f"{season[1]}-{_SEASON_BEGINS[season[2]]:02}") if season else days_of(part)
    return date.min if part == ".." else told[0] if told else None


def _last(part: str) -> date | None:
    if _SEASON.fullmatch(part) and (first := _first(part)):
        return min(first, date.max - timedelta(days=_SEASON_DAYS)) + timedelta(days=_SEASON_DAYS)
    told = days_of(part)
    return date.max if part == ".." else told[1] if told else None


def _count(_kind: str, field: str, value: Any) -> Fault:
    fits = value is None or (_is_int(value) and value >= 1)
    return None if fits else f"{field} is a whole number from 1"


def _year(_kind: str, field: str, value: Any) -> Fault:
    fits = value is None or (_is_int(value) and 1 <= value <= _LATEST_YEAR)
    return None if fits else f"{field} is a year"


def _claim(_kind: str, field: str, value: Any) -> Fault:
    fits = value is None or (isinstance(value, str) and _CLAIM_ID.fullmatch(value))
    return None if fits else f"{field} is the whole id of a claim"


def _people(_kind: str, field: str, value: Any) -> Fault:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        return f'{field} is a list of people, each as {{"name": …, "role": …}}'
    return next((fault for one in value if (fault := _fault_in_person(one))), None)


def _fault_in_person(one: Mapping[str, Any]) -> Fault:
    wrong = sorted(set(one) - set(_PERSON))
    if wrong or not {"name", "role"} <= set(one):
        told = f"not {wrong[0]!r}" if wrong else "name and role are needed, and may be null"
        return f"of a person, {', '.join(_PERSON)} are told; {told}"
    for key, value in one.items():
        if key == "acting":
            fits = isinstance(value, bool)
        elif key == "count":
            fits = value is None or (_is_int(value) and value >= 1)
        elif key == "office":
            fits = isinstance(value, str) and value in OFFICES
        else:
            fits = value is None or (isinstance(value, str) and bool(value.strip()))
        if not fits:
            return f"{value!r} cannot be the {key} of a person"
    if one.get("country") and (fault := _uncoded(one["country"])):
        return fault
    return None if one["name"] or one["role"] or one.get("count") else "a person has a name, a role or a number"


def _amount(_kind: str, field: str, value: Any) -> Fault:
    if value is None:
        return None
    fits = (
        isinstance(value, dict)
        and set(value) == {"value", "currency", "printed"}
        and (_is_int(value["value"]) or isinstance(value["value"], float))
        and all(isinstance(value[key], str) and value[key].strip() for key in ("currency", "printed"))
    )
    return None if fits else f'{field} is told as {{"value": 5000000, "currency": "USD", "printed": "$5 million"}}'


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_PLACED: Mapping[str, Check] = {"date": _date, "place": _words, "place_country": _party}
_FIELDS: Mapping[str, Mapping[str, Check]] = {
    "engagement": {
        "kind": _word, "form": _word_or_none, "name": _words, "series": _words, "edition": _count, **_PLACED,
        "parties": _parties, "level": _word_or_none, "status": _word, "part_of": _claim, "order": _count,
        "participants": _people, "vessels": _list,
    },
    "exercise": {
        "name": _words, "series": _words, "edition": _count, "domain": _word, "domains": _word_list,
        "format": _word_list, "focus": _word_list, "parties": _parties, "parties_complete": _word, **_PLACED,
        "status": _word, "vessels": _list,
    },
    "agreement": {
        "name": _words, "kind": _word, "subject": _word, "parties": _parties, "status": _word, "date": _date,
        "occasion": _words,
    },
    "commitment": {
        "by": _parties, "to": _parties, "force": _word, "action": _text, "about": _word_list, "due": _date,
        "condition": _words, "purpose": _words, "amount": _amount,
    },
    "position": {"by": _parties, "stance": _word, "topic": _text},
    "relation": {"parties": _parties, "label": _words, "established": _year},
}  # fmt: skip
"""The fields that a person may give, by kind of claim; details, quotes and accounts are not among them."""
