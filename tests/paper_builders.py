"""A small paper of our own for the tests of its printers: every kind of block, many scripts, hostile words."""

from __future__ import annotations

import struct
import zlib

from comity.views.paper.model import Cell, Note, Paper, Picture, Remark, Said, Section, Table

LONG_URL = "https://releases.example.org/" + "a-very-long-path/" * 12 + "release?id=1234567890&language=en"
LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 5
NAMES = {
    "latin": "Þórdís Kolbrún Reykfjörð Gylfadóttir",
    "vietnamese": "Nguyễn Thị Hương",
    "cyrillic": "Ольга Петренко",
    "greek": "Ελένη Παπαδοπούλου",
    "devanagari": "राजेश्वरी शर्मा",
    "japanese": "山田ひろみ防衛大臣",
    "chinese": "陈丽华",
    "taiwanese": "陳麗華",
    "korean": "김하늘",
    "arabic": "وزير الخارجية",
    "hebrew": "שרה לוי",
    "thai": "สมชาย ใจดี",
    "bengali": "মেঘনা দাস",
    "tamil": "கவிதா குமார்",
    "georgian": "ნინო ბერიძე",
    "armenian": "Անահիտ Սարգսյան",
    "amharic": "አበበ በቀለ",
}
HOSTILE = {
    "typst": '#import "x.typ": * #panic("read") $x^2$ *bold* _it_ [content] <label> @ref `raw` ~ // gone /* gone */',
    "markup": '<script>alert(1)</script> & <b>bold</b> "quoted" {{ 7*7 }} {% raw %}',
    "markdown": "# no heading | no | cell [no](link) ![no](picture) \\back [^9]: no note",
    "control": "a\x00b\x07c\ufffed\ud800e\x1bf",
    "field": '{ HYPERLINK "https://example.com" } ]]> <w:t>',
}
SVG = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="120"
 onload="alert(1)"><script>alert(2)</script><image xlink:href="https://example.com/x.png" width="5" height="5"/>
<rect x="20" y="20" width="160" height="40" fill="#0b5f8a"/><text x="20" y="90" font-family="sans-serif"
 font-size="16">Talks, 2031 to 2034</text></svg>"""


def png(width: int, height: int) -> bytes:
    """A PNG of one colour."""

    def chunk(name: bytes, held: bytes) -> bytes:
        return struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x0b\x5f\x8a" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def note(claim: str, quote: str, **told: object) -> Note:
    """A note on a claim, issued by a ministry of Kenya unless told otherwise."""
    values: dict[str, object] = {
        "release": f"r-{claim}", "issuer": "Ministry of Defence", "issued": "2031-05-02", "account": ("KE",),
        "title": "Talks in Nairobi", "url": "https://releases.example.org/2031/05/02/talks",
    }  # fmt: skip
    return Note(claim=claim, quote=quote, **(values | told))  # type: ignore[arg-type]


TALKS = note("c-talks", "The two Ministers met in Nairobi and agreed to meet every year.")
JOINT = note("c-joint", "Both sides welcomed the signing.", account=("KE", "TZ"), issued="2031-06", review="accepted")
TYPED = Note("c-typed", "", "", "", None)
NAMED = tuple(
    Said(f"{name} spoke for the delegation ({script}).", (note(f"c-{script}", f"In his words: {name} · {name}."),))
    for script, name in NAMES.items()
)
SHOWN = tuple(
    Said(f"{kind}: {text}", (note(f"c-hostile-{kind}", f"{text} said the {kind}", title=text),))
    for kind, text in HOSTILE.items()
)
WIDE = Table(
    ("Date", "What", "Who", "Where", "What came of it", "A very long name of a column"),
    (
        (
            Cell("2031-05-02", (TALKS,)), Cell("Talks of the Ministers of Defence"), Cell("KE, TZ"), Cell("Nairobi"),
            Cell("A yearly meeting was agreed, and a working group on what the two sides call “the lake”.", (JOINT,)),
            Cell(LONG_WORD),
        ),
        (Cell("2031-06"), Cell("|pipes| and *stars*"), Cell(""), Cell(NAMES["arabic"]), Cell(LONG_URL), Cell("7")),
        *(tuple(map(Cell, (f"2032-{i:02}", "Call", "KE, TZ", "", "None told", ""))) for i in range(1, 13)),
    ),
)  # fmt: skip


def paper() -> Paper:
    """Kenya and Tanzania on an invented day."""
    return Paper(
        title="Kenya and Tanzania: the state of play",
        subtitle="Before the talks of July 2031",
        day="2031-07-01",
        coverage=Remark("This paper rests on 14 releases, issued from 2030-01-04 to 2031-06-30."),
        essentials=(
            Section(
                "Since the last talks",
                points=(
                    (
                        Said("The Ministers of Defence met in Nairobi.", (TALKS,)),
                        Said("They agreed to meet yearly.", (TALKS, JOINT)),
                    ),
                    (
                        Said("The agreement was signed in June.", (JOINT,), certainty=0.82),
                        Remark("No release tells when it enters into force."),
                    ),
                    (Said("An officer was told of it.", (TYPED,)),),
                    (Said(f"A long word: {LONG_WORD}", (note("c-long", "Short.", url=LONG_URL),)),),
                ),
            ),
            Section("Who speaks", points=tuple((s,) for s in NAMED)),
        ),
        annex=(
            Section("Hostile words", points=tuple((s,) for s in SHOWN)),
            Section("Meetings", table=WIDE, sections=(Section("Within", points=((Remark("None is told."),),)),)),
        ),
        picture=Picture("Talks by year, with 山田 and राजेश्वरी", SVG, png(400, 120)),
        made_by="Comity 0.0.0",
    )  # fmt: skip


WORKED = ("the lake patrols", "the grain corridor", "the rail gauge", "visas for students", "the fisheries line")
HEADS = ("The relationship", "Last and next", "To raise", "Agreements", "Not done")


def full_page() -> Paper:
    """A paper whose essentials are 40 sentences, each with a note of 40 words of its own, and an annex."""
    return Paper(
        title="Kenya and Tanzania: all that there is to say",
        subtitle="As of 1 July 2031; what is new is new since 2 May 2031",
        day="2031-07-01",
        coverage=Remark(
            "Rests on 61 releases: 40 of Kenya (Ministry of Defence) and 21 of Tanzania (Prime Minister’s Office), "
            "issued from 4 January 2030 to 30 June 2031; none of the 612 claims in them has been looked at by people."
        ),
        essentials=tuple(
            Section(head, points=tuple(_point(f"{part}{i}", what) for i, what in enumerate(WORKED)))
            for part, head in enumerate(HEADS)
        ),
        annex=(Section("All meetings", points=tuple(_point(f"a{i}", what) for i, what in enumerate(WORKED * 4))),),
        made_by="Comity 0.0.0",
    )


def _point(key: str, what: str) -> tuple[Said, ...]:
    """One sentence on one line, or (three times of five) two sentences on two."""
    quote = " ".join([f"In round {key} both delegations spoke of {what} at length,", *["and then of that again,"] * 6])
    agreed = Said(f"Kenya and Tanzania agreed in round {key} of the talks to go on with {what}.", (note(key, quote),))
    if what in WORKED[:2]:
        return (agreed,)
    more = f"By Kenya’s account the next round on {what} is due in Arusha in October."
    return agreed, Said(more, (note(f"{key}-next", f"Next: {quote}"),))
