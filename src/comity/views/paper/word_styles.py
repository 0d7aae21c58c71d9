"""Styles, sheet, footer and properties of a Word file."""

from __future__ import annotations

from datetime import date, datetime

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

from comity.views.paper.citing import clean
from comity.views.paper.model import Paper
from comity.views.paper.sizes import MILLIMETRES, Size
from comity.views.paper.word_text import BODY, HEADING, add_text, set_fonts

__all__ = ["MARGIN", "set_bullets", "set_properties", "set_sheet", "set_styles"]

MARGIN = 17.0
_INDENT = "227"  # twentieths of a point: 4 mm
_LINE = 12.25  # points from line to line of the body, whichever font a reader has
_INK, _SOFT, _LINK = RGBColor(0, 0, 0), RGBColor(0x59, 0x59, 0x59), RGBColor(0x0B, 0x5F, 0x8A)
# Style, font, points, colour.
_PARAGRAPHS = (
    ("Normal", BODY, 10, _INK),
    ("Title", HEADING, 18, _INK),
    ("Subtitle", HEADING, 10.5, _SOFT),
    *((f"Heading {level}", HEADING, points, _INK) for level, points in enumerate((11.5, 10.5, 10, 10, 10, 10), 1)),
    ("Caption", BODY, 9, _SOFT),
    ("Closing", BODY, 9, _SOFT),
    ("Table Text", BODY, 9, _INK),
    ("endnote text", BODY, 8, _INK),
)
# Points above and below; those of Heading 3 and deeper are of Heading 2.
_AROUND = {"Title": (Pt(0), Pt(3)), "Subtitle": (Pt(0), Pt(0)), "Heading 1": (Pt(8), Pt(1))}


def set_styles(document: Document, language: str) -> None:
    """Fonts, sizes and colours of every style that a paper uses, and the language of its text."""
    styles = document.styles
    # Word's own styles have names in small letters, and ids as in "EndnoteText".
    noting = styles.add_style("endnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    noting.element.styleId, noting.base_style = "EndnoteText", styles["Normal"]
    referring = styles.add_style("endnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    referring.element.styleId = "EndnoteReference"
    for name in ("Closing", "Table Text"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name in ("Hyperlink", "Remark", "Certainty"):
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER, builtin=name == "Hyperlink")
    for name, font, points, colour in _PARAGRAPHS:
        style = _paragraph_style(document, name)
        style.font.size, style.font.color.rgb = Pt(points), colour
        style.font.italic = name == "Caption"
        set_fonts(style.element.get_or_add_rPr(), font)
        _set_complex(style, points)
        if name in {"Title", "Subtitle"} or name.startswith("Heading"):
            style.font.bold = name != "Subtitle"
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.line_spacing = 1.0
            style.paragraph_format.space_before, style.paragraph_format.space_after = _AROUND.get(name, (Pt(4), Pt(1)))
    for name in ("Title", "Subtitle"):  # the template has a line under it, and letters that stand apart
        style = _paragraph_style(document, name).element
        for told in (*style.iter(qn("w:pBdr")), *style.iterfind(f"{qn('w:rPr')}/{qn('w:spacing')}")):
            told.getparent().remove(told)
    spaced = _paragraph_style(document, "Normal").paragraph_format
    spaced.space_after, spaced.line_spacing = Pt(3), Pt(_LINE)
    noted = _paragraph_style(document, "endnote text").paragraph_format
    noted.space_after, noted.line_spacing = Pt(2), 1.0
    noted.left_indent, noted.first_line_indent = Mm(6), Mm(-6)
    _paragraph_style(document, "Closing").paragraph_format.space_before = Pt(18)
    celled = _paragraph_style(document, "Table Text").paragraph_format
    celled.space_before, celled.space_after, celled.line_spacing = Pt(1.5), Pt(1.5), 1.0
    _character_style(document, "endnote reference").font.superscript = True
    link = _character_style(document, "Hyperlink").font
    link.color.rgb, link.underline = _LINK, True
    remark, certainty = (_character_style(document, name).font for name in ("Remark", "Certainty"))
    remark.italic, remark.color.rgb = True, _SOFT
    certainty.size, certainty.color.rgb = Pt(8.5), _SOFT
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    set_fonts(defaults, BODY)
    told = defaults.find(qn("w:lang"))
    if told is not None:
        told.set(qn("w:val"), language)


def set_bullets(document: Document) -> None:
    """The point of a list as a character that every font has, not as one of the font Symbol, and near its text."""
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        said, properties = level.find(qn("w:lvlText")), level.find(qn("w:rPr"))
        if said.get(qn("w:val")) == "\uf0b7":
            said.set(qn("w:val"), "•")
            set_fonts(properties, BODY)
        if level.find(qn("w:pStyle")) is not None and level.find(qn("w:pStyle")).get(qn("w:val")) == "ListBullet":
            placed = level.find(qn("w:pPr"))
            placed.remove(placed.find(qn("w:tabs")))
            placed.find(qn("w:ind")).set(qn("w:left"), _INDENT)
            placed.find(qn("w:ind")).set(qn("w:hanging"), _INDENT)


def set_sheet(document: Document, size: Size, made_by: str) -> None:
    """The size of the sheet, its margins, and a footer with what made it and the page's number."""
    section = document.sections[0]
    width, height = MILLIMETRES[size]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.footer_distance = Mm(9)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if made_by:
        add_text(footer, f"{made_by} · ", style="Certainty")
    _field(footer, "PAGE")
    add_text(footer, " / ", style="Certainty")
    _field(footer, "NUMPAGES")


def set_properties(document: Document, paper: Paper) -> None:
    """Title, author, language and the day for which it is made, as the file's properties."""
    day = date.fromisoformat(paper.day)
    _drop_thumbnail(document)
    told = document.core_properties
    told.title, told.subject = clean(paper.title)[:255], clean(paper.subtitle or "")[:255]
    told.author = told.last_modified_by = clean(paper.made_by)[:255]
    told.comments, told.language = clean(paper.coverage.text)[:255], clean(paper.language)
    told.created = told.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - it takes naive UTC
    told.revision = 1


def _drop_thumbnail(document: Document) -> None:
    """The picture of an empty page that comes with the template."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def _field(paragraph: Paragraph, name: str) -> None:
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" {name} "><w:r><w:rPr><w:rStyle w:val="Certainty"/></w:rPr>'
    paragraph._p.append(parse_xml(f"{field}<w:t>1</w:t></w:r></w:fldSimple>"))  # noqa: SLF001


def _set_complex(style: ParagraphStyle, points: float) -> None:
    """The size of Arabic, Hebrew or Devanagari is told apart from that of Latin."""
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(points * 2)))
    plain = properties.find(qn("w:sz"))
    plain.addnext(size)


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    return style


def _character_style(document: Document, name: str) -> CharacterStyle:
    style = document.styles[name]
    if not isinstance(style, CharacterStyle):
        raise TypeError(name)
    return style
