"""Tables of a Word file: columns of fixed width, a head row that is repeated on each page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Length
from docx.table import Table, _Row

__all__ = ["set_row", "set_table"]


def set_table(table: Table, columns: Sequence[Length]) -> None:
    """Fix the widths of the columns, so that long words break within them."""
    table.autofit = False
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="BBBBBB"/>' for side in ("top", "bottom", "insideH"))
    table._tbl.tblPr.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>"))  # noqa: SLF001
    for column, width in zip(table.columns, columns, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def set_row(row: _Row, *, head: bool = False) -> None:
    """A row that no page's end cuts; a head row tells what the columns hold, on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    for name in ("w:cantSplit", *(("w:tblHeader",) if head else ())):
        properties.append(OxmlElement(name))
    for cell in row.cells:
        cell.paragraphs[0]._p.style = "TableText"  # noqa: SLF001 - by its id: python-docx is slow at names
