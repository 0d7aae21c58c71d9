"""End notes of a Word file: the part that holds them, its links, and the marks that lead to them.

python-docx has no end notes, so the part, its two separators and the lines of the settings that name them are made
here, as Office Open XML (ISO/IEC 29500-1, 17.11) asks for.
"""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from comity.views.paper.citing import NO_QUOTE, cite
from comity.views.paper.model import Note
from comity.views.paper.word_text import add_text

__all__ = ["Endnotes"]

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"
_SEPARATORS = "".join(
    f'<w:endnote w:type="{kind}" w:id="{i}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    f"</w:pPr><w:r><w:{kind}/></w:r></w:p></w:endnote>"
    for i, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_KIND = '<w:pos w:val="docEnd"/><w:numFmt w:val="decimal"/>'
_NAMED = f'<w:endnotePr {{}}>{_KIND}<w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
_STYLE = '<w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr>'
# What may only stand behind w:endnotePr in the settings.
_BEHIND = ("compat", "docVars", "rsids", "mathPr", "themeFontLang", "clrSchemeMapping", "shapeDefaults",
           "decimalSymbol", "listSeparator")  # fmt: skip


class Endnotes:
    """The end notes of one document; each is written at its first mark, and later marks refer to that one."""

    def __init__(self, document: Document) -> None:
        package = document.part.package
        root = parse_xml(f"<w:endnotes {nsdecls('w', 'r')}>{_SEPARATORS}</w:endnotes>")
        self._part = XmlPart(PackURI("/word/endnotes.xml"), _TYPE, root, package)
        self._root = root
        self._written: set[int] = set()
        document.part.relate_to(self._part, RELATIONSHIP_TYPE.ENDNOTES)
        settings = document.settings.element
        behind = next((e for e in settings if e.tag.rpartition("}")[2] in _BEHIND), None)
        named = parse_xml(_NAMED.format(nsdecls("w")))
        if behind is None:
            settings.append(named)
        else:
            behind.addprevious(named)
        # Word takes the figures from the settings, LibreOffice from the section.
        sheet = document.sections[0]._sectPr  # noqa: SLF001
        sheet.find(qn("w:pgSz")).addprevious(parse_xml(f"<w:endnotePr {nsdecls('w')}>{_KIND}</w:endnotePr>"))

    def mark(self, paragraph: Paragraph, number: int, note: Note) -> None:
        """Put the mark of a note behind what stands in the paragraph."""
        if number in self._written:
            self._refer(paragraph, number)
            return
        self._written.add(number)
        self._write(number, note)
        bookmark = f'{nsdecls("w")} w:id="{number}"'
        paragraph._p.append(parse_xml(f'<w:bookmarkStart {bookmark} w:name="_Note{number}"/>'))  # noqa: SLF001
        mark = f'<w:endnoteReference w:id="{number}"/>'
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{_STYLE}{mark}</w:r>"))  # noqa: SLF001
        paragraph._p.append(parse_xml(f"<w:bookmarkEnd {bookmark}/>"))  # noqa: SLF001

    def _refer(self, paragraph: Paragraph, number: int) -> None:
        """A field that shows the number of an end note which is written elsewhere, and leads to it."""
        field = (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> NOTEREF _Note{number} \\f \\h </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            f"<w:t>{number}</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
        for piece in field:
            paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{_STYLE}{piece}</w:r>"))  # noqa: SLF001

    def _write(self, number: int, note: Note) -> None:
        endnote = parse_xml(
            f'<w:endnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="EndnoteText"/></w:pPr>'
            f"<w:r>{_STYLE}<w:endnoteRef/></w:r><w:r><w:tab/></w:r></w:p></w:endnote>"
        )
        self._root.append(endnote)
        paragraph = Paragraph(endnote[0], self._part)
        cited = cite(note)
        source = f"{cited.source}, " if cited.source else ""
        add_text(paragraph, f"“{cited.quote}” — {source}" if cited.quote else f"{NO_QUOTE} — {source}")
        if cited.link:
            self._link(paragraph, cited.address, cited.link)
        elif cited.address:
            add_text(paragraph, cited.address)
        add_text(paragraph, f"{', ' if cited.address else ''}claim {cited.claim}")

    def _link(self, paragraph: Paragraph, words: str, target: str) -> None:
        relation = self._part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}" w:history="1"/>')
        start = len(paragraph._p)  # noqa: SLF001
        add_text(paragraph, words, style="Hyperlink")
        for run in list(paragraph._p)[start:]:  # noqa: SLF001
            link.append(run)
        paragraph._p.append(link)  # noqa: SLF001
