"""PDF files: pages, broken words, running heads, scans and damage."""

import pytest

from comity.errors import NoText, UnknownFormat
from comity.intake import capture_bytes, read_texts
from comity.model import Text

Line = tuple[int, int, str]


def pdf(*pages: list[Line]) -> bytes:
    """A PDF of lines of 12-point Helvetica, each at (x, y) points from the lower left corner."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        drawn = "\n".join(f"BT /F1 12 Tf {x} {y} Td ({words}) Tj ET" for x, y, words in lines)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    body = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return (body + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF\n").encode("latin-1")


def page(number: int, *paragraphs: list[str]) -> list[Line]:
    """A page with a running head, paragraphs parted by a gap, and a page number."""
    lines: list[Line] = [(72, 800, "Ministry of Defence, Examplia")]
    y = 760
    for paragraph in paragraphs:
        for words in paragraph:
            lines.append((72, y, words))
            y -= 14
        y -= 14
    return [*lines, (290, 40, str(number))]


FIRST = page(
    1,
    ["Talks held in Port Example"],
    [
        "The two ministers met in the old harbour to talk about coop-",
        "eration in the Indo-",
        "Pacific region.",
    ],
    ["They agreed to hold the next round of talks in the spring of the"],
)
SECOND = page(2, ["coming year in the other capital."], ["The visit ends on Tuesday."])


def read(content: bytes) -> Text:
    item = next(iter(read_texts(capture_bytes(content, "x.pdf"))))
    assert isinstance(item, Text)
    return item


def blocks(text: Text) -> list[str]:
    return [text.text[b.start : b.end] for b in text.blocks]


def test_lines_become_paragraphs_and_broken_words_are_joined() -> None:
    assert blocks(read(pdf(FIRST, SECOND))) == [
        "Ministry of Defence, Examplia",
        "Talks held in Port Example",
        "The two ministers met in the old harbour to talk about cooperation in the Indo-Pacific region.",
        "They agreed to hold the next round of talks in the spring of the coming year in the other capital.",
        "The visit ends on Tuesday.",
    ]


def test_pages_are_known_even_where_a_sentence_runs_over() -> None:
    text = read(pdf(FIRST, SECOND))
    assert text.page_of(text.text.index("Talks")) == 1
    assert text.page_of(text.text.index("of the coming")) == 1
    assert text.page_of(text.text.index("coming year")) == 2
    assert text.page_of(text.text.index("The visit ends")) == 2


def test_a_page_number_alone_on_its_line_is_no_text() -> None:
    assert "\n2" not in read(pdf(FIRST, SECOND)).text


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(NoText, match="scan"):
        read(pdf([], []))


@pytest.mark.parametrize("cut", [20, 200, 700])
def test_a_damaged_file_is_refused_without_a_traceback(cut: int) -> None:
    with pytest.raises((UnknownFormat, NoText)):
        read(pdf(FIRST)[:cut])
