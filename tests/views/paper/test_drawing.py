from __future__ import annotations

import pytest
from lxml import etree

from comity.errors import PaperError
from comity.views.paper.drawing import drawn
from comity.views.paper.model import Picture
from paper_builders import SVG

SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def of(inner: str, attributes: str = "") -> str:
    return drawn(Picture("A picture", f"<svg {SPACE} {attributes}>{inner}</svg>", b""))


@pytest.mark.parametrize(
    ("inner", "gone"),
    [
        ("<script>alert(1)</script>", "alert"), ('<rect onclick="alert(1)"/>', "alert"),
        ("<foreignObject><b>x</b></foreignObject>", "foreignObject"), ('<a href="javascript:alert(1)"/>', "alert"),
        ('<image xlink:href="https://example.com/x.png"/>', "example.com"), ('<use href="file:///x"/>', "file:"),
        ("<!-- --><?xml-stylesheet href='x'?>", "stylesheet"),
        ('<a><animate attributeName="href" to="javascript:alert(1)"/></a>', "alert"),
        ('<image href="data:image/svg+xml,x"/>', "data:"),
    ],
)  # fmt: skip
def test_what_acts_is_taken_out(inner: str, gone: str) -> None:
    assert gone not in of(inner)


@pytest.mark.parametrize(
    "inner",
    [
        '<use href="#a"/>',
        '<image href="data:image/png;base64,AA=="/>',
        "<text>山田 &amp; Co</text>",
        "<title>x</title>",
    ],
)
def test_what_draws_is_kept(inner: str) -> None:
    assert inner in of(inner)


def test_text_behind_what_is_taken_out_is_kept() -> None:
    assert "kept" in of("<text><script>x</script>kept</text>")


def test_it_has_a_name_and_can_be_scaled() -> None:
    root = etree.fromstring(drawn(Picture("Talks “by year”", SVG, b"")))
    assert (root.get("role"), root.get("aria-label")) == ("img", "Talks “by year”")
    assert root.get("viewBox") == "0 0 400 120"
    assert 'viewBox="0 0 9 9"' in of("", 'width="400" height="120" viewBox="0 0 9 9"')


@pytest.mark.parametrize("svg", ["", "words", "<svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&c;</svg>", "<html/>"])
def test_what_is_no_svg_is_refused(svg: str) -> None:
    with pytest.raises(PaperError, match="no SVG"):
        drawn(Picture("A", svg, b""))
