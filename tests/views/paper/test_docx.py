from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree

from comity.errors import PaperError
from comity.views.paper.citing import clean
from comity.views.paper.docx import render
from comity.views.paper.layout import blocks, resting
from comity.views.paper.model import Picture
from comity.views.paper.numbering import number
from paper_builders import LONG_URL, NAMES, TALKS, paper

ROUNDING = 1000  # EMU, of which a millimetre has 36,000
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module")
def made() -> bytes:
    return render(paper())


@pytest.fixture(scope="module")
def parts(made: bytes) -> dict[str, etree._Element]:
    """Every part that is XML, parsed."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {n: etree.fromstring(archive.read(n)) for n in archive.namelist() if n.endswith((".xml", ".rels"))}


def words(element: etree._Element) -> str:
    """The text, with [n] where an end note is marked, or marked again by a field."""
    told = []
    for e in element.iter():
        if e.tag == f"{W}t":
            told.append(e.text or "")
        elif e.tag == f"{W}endnoteReference":
            told.append(f"[{e.get(f'{W}id')}]")
    return "".join(told)


def test_every_sentence_and_cell_has_its_marks(parts: dict[str, etree._Element]) -> None:
    told, numbering = re.sub(r"[\[\]]", "", words(parts["word/document.xml"])), number(paper())
    for block in blocks(paper()):
        for said in resting(block):
            text = clean(said.text).replace("[", "").replace("]", "")
            assert text + ",".join(map(str, numbering.marks(said))) in told


def test_every_note_is_an_end_note_that_is_marked_once(parts: dict[str, etree._Element]) -> None:
    notes = number(paper()).notes
    endnotes = parts["word/endnotes.xml"].findall(f"{W}endnote")
    ids = [str(i) for i in range(1, len(notes) + 1)]
    assert [f.get(f"{W}id") for f in endnotes] == ["-1", "0", *ids]
    assert [f.get(f"{W}type") for f in endnotes[:2]] == ["separator", "continuationSeparator"]
    assert [e.get(f"{W}id") for e in parts["word/document.xml"].iter(f"{W}endnoteReference")] == ids
    for endnote, note in zip(endnotes[2:], notes, strict=True):
        assert clean(note.quote) in words(endnote)
        assert words(endnote).endswith(f"claim {note.claim}")
        assert len(list(endnote.iter(f"{W}endnoteRef"))) == 1


def test_endnotes_are_named_in_settings_content_types_and_relationships(parts: dict[str, etree._Element]) -> None:
    settings = parts["word/settings.xml"]
    named = settings.find(f"{W}endnotePr")
    assert named is not None
    assert [e.get(f"{W}id") for e in named.iter(f"{W}endnote")] == ["-1", "0"]
    section = parts["word/document.xml"].find(f".//{W}sectPr/{W}endnotePr")
    for told in (named, section):
        assert told.find(f"{W}numFmt").get(f"{W}val") == "decimal"
    assert settings.index(named) < settings.index(settings.find(f"{W}compat"))
    types = {e.get("PartName"): e.get("ContentType") for e in parts["[Content_Types].xml"]}
    assert types["/word/endnotes.xml"].endswith("wordprocessingml.endnotes+xml")
    kinds = [e.get("Type").rpartition("/")[2] for e in parts["word/_rels/document.xml.rels"]]
    assert kinds.count("endnotes") == 1
    styles = {e.get(f"{W}styleId") for e in parts["word/styles.xml"].iter(f"{W}style")}
    used = {e.get(f"{W}val") for p in parts.values() for e in p.iter(f"{W}pStyle", f"{W}rStyle")}
    assert used <= styles


def test_endnotes_link_to_the_releases(parts: dict[str, etree._Element]) -> None:
    targets = {e.get("Id"): e.get("Target") for e in parts["word/_rels/endnotes.xml.rels"]}
    links = [targets[e.get(f"{R}id")] for e in parts["word/endnotes.xml"].iter(f"{W}hyperlink")]
    assert links == [note.url for note in number(paper()).notes if note.url]
    assert LONG_URL in links


def test_later_marks_of_a_note_are_fields_that_refer_to_the_first(parts: dict[str, etree._Element]) -> None:
    document = parts["word/document.xml"]
    fields = [e.text.split()[1] for e in document.iter(f"{W}instrText") if "NOTEREF" in e.text]
    assert fields == ["_Note1", "_Note2", "_Note1", "_Note2"]
    assert set(fields) <= {e.get(f"{W}name") for e in document.iter(f"{W}bookmarkStart")}


def test_the_head_is_title_coverage_subtitle(made: bytes) -> None:
    head = docx.Document(io.BytesIO(made)).paragraphs[:4]
    assert [(p.style.name if p.style else "", p.text[:16]) for p in head] == [
        ("Title", "Kenya and Tanzan"), ("Normal", "This paper rests"), ("Subtitle", "Before the talks"),
        ("Heading 1", "Since the last t"),
    ]  # fmt: skip


def test_headings_lists_and_tables_are_real(made: bytes, parts: dict[str, etree._Element]) -> None:
    document = docx.Document(io.BytesIO(made))
    heads = [
        (p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name.startswith(("Title", "Head"))
    ]
    assert heads == [
        ("Title", "Kenya and Tanzania: the state of play"), ("Heading 1", "Since the last talks"),
        ("Heading 1", "Who speaks"), ("Heading 1", "Annex"), ("Heading 2", "Hostile words"), ("Heading 2", "Meetings"),
        ("Heading 3", "Within"), ("Heading 1", "Notes"),
    ]  # fmt: skip
    assert sum(p.style is not None and p.style.name == "List Bullet" for p in document.paragraphs) == 4 + len(NAMES) + 5
    (table,) = document.tables
    heads_of_rows = [e.find(f"{W}trPr/{W}tblHeader") is not None for e in parts["word/document.xml"].iter(f"{W}tr")]
    assert heads_of_rows == [True, *[False] * 14]
    assert [cell.text for cell in table.rows[0].cells][:2] == ["Date", "What"]


@pytest.mark.parametrize(("size", "millimetres"), [("A4", (210, 297)), ("Letter", (216, 279))])
def test_sheet_and_columns_within_it(size: str, millimetres: tuple[int, int]) -> None:
    document = docx.Document(io.BytesIO(render(paper(), size=size)))  # type: ignore[arg-type]
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == millimetres
    room = section.page_width - section.left_margin - section.right_margin
    assert sum(column.width for column in document.tables[0].columns) <= room + ROUNDING
    assert all(shape.width <= room + ROUNDING for shape in document.inline_shapes)


def test_properties_picture_and_page_numbers(made: bytes, parts: dict[str, etree._Element]) -> None:
    told = docx.Document(io.BytesIO(made)).core_properties
    assert (told.title, told.author, told.language) == ("Kenya and Tanzania: the state of play", "Comity 0.0.0", "en")
    assert told.created.date().isoformat() == "2031-07-01"
    (picture,) = parts["word/document.xml"].iter("{*}docPr")
    assert picture.get("descr") == "Talks by year, with 山田 and राजेश्वरी"
    footer = next(part for name, part in parts.items() if re.match(r"word/footer\d", name))
    assert [e.get(f"{W}instr").strip() for e in footer.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    ("name", "attribute", "font"),
    [
        ("japanese", "eastAsia", "Yu Gothic"), ("chinese", "eastAsia", "Microsoft YaHei"),
        ("korean", "eastAsia", "Malgun Gothic"), ("devanagari", "cs", "Nirmala UI"), ("thai", "cs", "Leelawadee UI"),
    ],
)  # fmt: skip
def test_fonts_by_script(parts: dict[str, etree._Element], name: str, attribute: str, font: str) -> None:
    run = next(e for e in parts["word/document.xml"].iter(f"{W}r") if words(e) == NAMES[name])
    assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}{attribute}") == font


@pytest.mark.parametrize("name", ["arabic", "hebrew"])
def test_right_to_left(parts: dict[str, etree._Element], name: str) -> None:
    run = next(e for e in parts["word/document.xml"].iter(f"{W}r") if words(e) == NAMES[name])
    assert run.find(f"{W}rPr/{W}rtl") is not None


def test_the_same_paper_gives_the_same_bytes(made: bytes) -> None:
    assert render(paper()) == made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in archive.namelist()


@pytest.mark.parametrize("png", [b"", b"no picture", b"\x89PNG\r\n\x1a\n cut off"])
def test_a_picture_that_is_none_is_refused(png: bytes) -> None:
    with pytest.raises(PaperError, match="no PNG"):
        render(replace(paper(), picture=Picture("A", "<svg/>", png)))


def test_a_paper_without_notes_or_sections_is_printed() -> None:
    assert TALKS.quote.encode() not in render(replace(paper(), essentials=(), annex=(), picture=None))
