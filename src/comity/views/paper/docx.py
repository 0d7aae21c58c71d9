"""A paper as a Word file: headings, lists, tables with head rows, and end notes that Word itself numbers."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from comity.errors import PaperError
from comity.views.paper.citing import clean, link_certainty
from comity.views.paper.layout import NOTES, Block, Closing, Heading, Points, blocks
from comity.views.paper.model import Cell, Paper, Paragraph, Picture, Remark, Said, Table
from comity.views.paper.numbering import number
from comity.views.paper.sizes import MILLIMETRES, Size, widths

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph as WordParagraph

__all__ = ["render"]

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can tell


def render(paper: Paper, *, size: Size = "A4") -> bytes:
    """The paper as the bytes of a .docx file; the same paper gives the same bytes.

    Raises PaperError where python-docx is not installed, or the picture is no PNG.
    """
    try:
        import docx  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise PaperError("Word files need a library", then="pip install 'comity[papers]', or use html") from error
    out = io.BytesIO()
    _Writing(paper, size).document.save(out)
    return _timeless(out)


class _Writing:
    """Writes the blocks of a paper one behind the other into a document."""

    def __init__(self, paper: Paper, size: Size) -> None:
        import docx  # noqa: PLC0415

        from comity.views.paper.word_notes import Endnotes  # noqa: PLC0415
        from comity.views.paper.word_styles import (  # noqa: PLC0415
            MARGIN,
            set_bullets,
            set_properties,
            set_sheet,
            set_styles,
        )

        self.document = docx.Document()
        set_styles(self.document, clean(paper.language))
        set_bullets(self.document)
        set_sheet(self.document, size, clean(paper.made_by))
        set_properties(self.document, paper)
        self.endnotes = Endnotes(self.document)
        self.numbering = number(paper)
        self.width = MILLIMETRES[size][0] - 2 * MARGIN
        self._head(paper)
        for block in blocks(paper):
            self._block(block)

    def _head(self, paper: Paper) -> None:
        self._text("Title", paper.title)
        self._sentences(self._paragraph("Normal"), (paper.coverage,))
        if paper.subtitle:
            self._text("Subtitle", paper.subtitle)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(text, level, new_page):
                heading = self._text(f"Heading{min(level, 6)}", text)
                heading.paragraph_format.page_break_before = new_page
            case Points(paragraphs):
                style = "ListBullet" if len(paragraphs) > 1 else "Normal"
                for paragraph in paragraphs:
                    self._sentences(self._paragraph(style), paragraph)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Closing(remark):
                if self.numbering.notes:
                    self._text("Heading1", NOTES)
                self._sentences(self._paragraph("Closing"), (remark,))

    def _paragraph(self, style: str) -> WordParagraph:
        """A paragraph of the style of that id; python-docx is slow at names."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = style  # noqa: SLF001
        return paragraph

    def _text(self, style: str, text: str) -> WordParagraph:
        from comity.views.paper.word_text import add_text  # noqa: PLC0415

        paragraph = self._paragraph(style)
        add_text(paragraph, text)
        return paragraph

    def _sentences(self, into: WordParagraph, sentences: Paragraph) -> None:
        from comity.views.paper.word_text import add_text  # noqa: PLC0415

        for i, said in enumerate(sentences):
            if i:
                into.add_run(" ")
            if isinstance(said, Remark):
                add_text(into, said.text, style="Remark")
                continue
            add_text(into, said.text)
            self._marks(into, said)
            if certainty := link_certainty(said):
                add_text(into, f" {certainty}", style="Certainty")

    def _marks(self, into: WordParagraph, resting: Said | Cell) -> None:
        from comity.views.paper.word_text import add_text  # noqa: PLC0415

        for i, n in enumerate(self.numbering.marks(resting)):
            if i:
                add_text(into, ",", style="EndnoteReference")
            self.endnotes.mark(into, n, self.numbering.notes[n - 1])

    def _table(self, table: Table) -> None:
        from docx.shared import Mm  # noqa: PLC0415

        from comity.views.paper.word_tables import set_row, set_table  # noqa: PLC0415
        from comity.views.paper.word_text import add_text  # noqa: PLC0415

        made = self.document.add_table(rows=1, cols=len(table.columns))
        shares = widths(table)
        set_table(made, [Mm(self.width * share / sum(shares)) for share in shares])
        for cell, name in zip(made.rows[0].cells, table.columns, strict=True):
            add_text(cell.paragraphs[0], name, style="Strong")
        set_row(made.rows[0], head=True)
        for row in table.rows:
            added = made.add_row()
            set_row(added)
            for cell, told in zip(added.cells, row, strict=True):
                add_text(cell.paragraphs[0], told.text)
                self._marks(cell.paragraphs[0], told)
        self.document.add_paragraph()

    def _picture(self, picture: Picture) -> None:
        from docx.image import exceptions  # noqa: PLC0415
        from docx.shared import Mm  # noqa: PLC0415

        try:
            shape = self.document.add_picture(io.BytesIO(picture.png), width=Mm(self.width))
        except (
            exceptions.UnrecognizedImageError,
            exceptions.InvalidImageStreamError,
            exceptions.UnexpectedEndOfFileError,
            UnicodeDecodeError,
        ) as error:
            raise PaperError("its picture is no PNG", then="leave the picture out") from error
        if shape.height > Mm(150):
            shape.width, shape.height = int(shape.width * Mm(150) / shape.height), Mm(150)
        told = shape._inline.docPr  # noqa: SLF001
        for side in "TBLR":
            shape._inline.set(f"dist{side}", "0")  # noqa: SLF001 - LibreOffice takes an eighth of an inch otherwise
        told.set("descr", clean(picture.caption))
        told.set("title", clean(picture.caption)[:255])
        around = self.document.paragraphs[-1].paragraph_format
        around.keep_with_next, around.line_spacing = True, 1.0  # a line of fixed height would cut it
        self._text("Caption", picture.caption)


def _timeless(file: io.BytesIO) -> bytes:
    """The same zip with one time for all of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            told = zipfile.ZipInfo(name, _EPOCH)
            told.compress_type, told.external_attr, told.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            new.writestr(told, old.read(name))
    return out.getvalue()
