"""Claims to look at as rows of a spreadsheet, with columns to decide in; and the decisions back out of such rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from comity.errors import DecisionRefused
from comity.model import Kept
from comity.views.cells import as_csv, plain
from comity.views.entries import parties, status, when, where, who
from comity.views.wording import what

__all__ = ["COLUMNS", "read_sheet", "row_of", "write_sheet"]

COLUMNS = (
    "claim", "kind", "when", "where", "parties", "people", "what", "status", "quote", "certainty", "review",
    "issued", "title", "release", "seen", "decision", "field", "value", "why",
)  # fmt: skip
"""The last four are for the reader; `seen` says which words and values the row showed, and is not to be changed."""
_DELIMITERS = ",;\t"


def row_of(kept: Kept, seen: str) -> dict[str, Any]:
    """A claim as a row."""
    claim = kept.claim
    told = (
        claim.id, claim.kind_name, when(claim), where(claim), parties(claim), who(claim), what(claim), status(claim),
        claim.quote, round(claim.certainty, 3), kept.review, kept.issued or "", kept.title or "", kept.release, seen,
        "", "", "", "",
    )  # fmt: skip
    return dict(zip(COLUMNS, told, strict=True))


def write_sheet(rows: Iterable[Mapping[str, Any]], file: Path) -> int:
    """Write rows to a CSV or Excel file, by the file's name; gives how many.

    Raises:
        DecisionRefused: the name ends in neither, or the library for Excel is missing.
    """
    told = list(rows)
    if file.suffix.lower() == ".csv":
        file.write_text(as_csv(told, COLUMNS), "utf-8-sig", newline="")
    else:
        _write_excel(told, file)
    return len(told)


def read_sheet(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV or Excel file that decide something, each with the number of its line.

    Raises:
        DecisionRefused: it cannot be read, or has no columns to decide in.
    """
    rows = _csv_rows(file) if file.suffix.lower() == ".csv" else _excel_rows(file)
    head: Sequence[str] | None = None
    for number, row in enumerate(rows, start=1):
        if head is None:
            head = [str(cell or "").strip() for cell in row]
            missing = {"claim", "decision"} - set(head)
            if missing:
                told = f"it has no column {', '.join(sorted(missing))}"
                raise DecisionRefused(told, where=str(file), then="write one with `comity review --to`")
            continue
        values = {name: plain(cell) for name, cell in zip(head, row, strict=False)}
        if values.get("claim") and values.get("decision"):
            yield number, values


def _write_excel(rows: Sequence[Mapping[str, Any]], file: Path) -> None:
    openpyxl = _excel(file)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "claims"
    sheet.append(COLUMNS)
    for row in rows:
        sheet.append([row[name] for name in COLUMNS])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # words, also where they begin like a formula
    sheet.freeze_panes = "A2"
    widths = {"quote": 70, "what": 40, "title": 40, "people": 30}
    for index, name in enumerate(COLUMNS, start=1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(index)].width = widths.get(name, 14)
    choice = openpyxl.worksheet.datavalidation.DataValidation(
        type="list", formula1='"accept,reject,unsure,correct"', allow_blank=True
    )
    sheet.add_data_validation(choice)
    choice.add(f"P2:P{max(2, len(rows) + 1)}")
    book.save(file)


def _excel_rows(file: Path) -> Iterator[Sequence[Any]]:
    openpyxl = _excel(file)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    except Exception as error:
        raise DecisionRefused("it is no Excel file", where=str(file), then="save it as .xlsx or .csv") from error
    yield from book.active.iter_rows(values_only=True)


def _csv_rows(file: Path) -> Iterator[Sequence[Any]]:
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionRefused("it cannot be read", where=str(file), then="save it as CSV in UTF-8") from error
    head = text.partition("\n")[0]
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))


def _excel(file: Path) -> Any:
    if file.suffix.lower() != ".xlsx":
        raise DecisionRefused("a sheet is a .csv or .xlsx file", where=str(file), then="name it so")
    try:
        import openpyxl  # noqa: PLC0415 - an extra
        import openpyxl.utils  # noqa: PLC0415
        import openpyxl.worksheet.datavalidation  # noqa: PLC0415
    except ImportError as error:
        raise DecisionRefused(
            "Excel files need a library", where=str(file), then="pip install 'comity[sheets]', or use .csv"
        ) from error
    return openpyxl
