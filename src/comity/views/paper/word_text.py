"""Text and fonts of a Word file: each run names fonts that its script is set in on the usual systems."""

from __future__ import annotations

from collections.abc import Mapping

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from comity.views.paper.citing import clean
from comity.views.paper.scripts import RIGHT_TO_LEFT, runs

__all__ = ["BODY", "HEADING", "add_text", "set_fonts"]

BODY, HEADING = "Cambria", "Calibri"
_EAST_ASIAN, _COMPLEX = "Yu Gothic", "Times New Roman"

_EAST: Mapping[str, str] = {
    "ja": "Yu Gothic",
    "ko": "Malgun Gothic",
    "zh-CN": "Microsoft YaHei",
    "zh-TW": "Microsoft JhengHei",
}
_OTHERS: Mapping[str, str] = {
    "indic": "Nirmala UI",
    "thai": "Leelawadee UI",
    "khmer": "Leelawadee UI",
    "myanmar": "Myanmar Text",
    "ethiopic": "Ebrima",
    "thaana": "MV Boli",
}


def set_fonts(
    properties: BaseOxmlElement, latin: str, *, east_asian: str = _EAST_ASIAN, complex_script: str = _COMPLEX
) -> None:
    """Name the fonts of run properties, and no theme's."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        style = properties.find(qn("w:rStyle"))
        properties.insert(0 if style is None else 1, fonts)
    fonts.attrib.clear()
    for name, font in (("ascii", latin), ("hAnsi", latin), ("eastAsia", east_asian), ("cs", complex_script)):
        fonts.set(qn(f"w:{name}"), font)


def add_text(paragraph: Paragraph, text: str, *, style: str | None = None) -> None:
    """Put text at the end of a paragraph, a run for each script; a space at its ends is kept. `style` is an id."""
    said = clean(f".{text}.")[1:-1]
    for part in runs(said):
        run = paragraph.add_run(part.text)
        run._r.style = style  # noqa: SLF001 - by its id: an end note does not know the document's styles by name
        if not part.script:
            continue
        properties = run._r.get_or_add_rPr()  # noqa: SLF001
        if part.language:
            set_fonts(properties, _EAST[part.language], east_asian=_EAST[part.language])
            properties.find(qn("w:rFonts")).set(qn("w:hint"), "eastAsia")
        elif part.script in _OTHERS:
            set_fonts(properties, _OTHERS[part.script], complex_script=_OTHERS[part.script])
            paragraph.paragraph_format.line_spacing = 1.0  # letters that are stacked need the line their font asks for
        if part.script in RIGHT_TO_LEFT:
            run.font.rtl = True
