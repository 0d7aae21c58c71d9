"""A table that cannot be used says which file and line; cells may hold several values."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.errors import LexiconError
from comity.lexicon.tables import COLUMNS, several, table

HEAD = "prefix,code,source\n"


def written(folder: Path, text: str, name: str = "ship_prefixes") -> Path:
    (folder / f"{name}.csv").write_text(text, "utf-8")
    return folder


def test_rows_are_read_by_column_and_may_have_more_columns(tmp_path: Path) -> None:
    rows = list(table(written(tmp_path, HEAD + "INS,IN,usage\n"), "ship_prefixes"))
    assert rows == [{"prefix": "INS", "code": "IN", "source": "usage"}]


def test_a_byte_order_mark_and_quoted_commas_are_no_trouble(tmp_path: Path) -> None:
    rows = list(table(written(tmp_path, "\ufeff" + HEAD + 'HMS,GB,"Navy, usage"\n'), "ship_prefixes"))
    assert rows[0]["prefix"] == "HMS"
    assert rows[0]["source"] == "Navy, usage"


def test_a_table_that_is_not_there_has_no_rows(tmp_path: Path) -> None:
    assert [list(table(tmp_path, name)) for name in COLUMNS] == [[] for _ in COLUMNS]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("prefix,source\nINS,usage\n", r"ship_prefixes\.csv: columns missing: code"),
        ("", r"ship_prefixes\.csv: columns missing: prefix, code"),
        (HEAD + "INS,IN,a,b\n", r"ship_prefixes\.csv: line 2 has a different number of values"),
        (HEAD + "INS,IN,a\nHMS,GB\n", r"ship_prefixes\.csv: line 3 has a different number of values"),
    ],
)
def test_a_damaged_table_is_told_by_file_and_line(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=told):
        list(table(written(tmp_path, text), "ship_prefixes"))


@pytest.mark.parametrize(
    ("cell", "values"),
    [("", ()), ("a", ("a",)), ("a|b", ("a", "b")), (" a | | b ", ("a", "b")), ("a, b", ("a, b",))],
)
def test_the_values_of_a_cell(cell: str, values: tuple[str, ...]) -> None:
    assert several(cell) == values
