from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from paper_builders import NAMES

FONTS = Path(str(files("comity.views.paper"))) / "fonts"
FILES = sorted(path.name for path in FONTS.iterdir() if path.suffix in {".ttf", ".otf"})
ORDINARY = "“quote” — ‘so’ … № § € ₹ ¥ £ ½ → ✓ • · – ¿ ß Ł ő ş ı ğ ā ʻ Ђ ў Є Ά"


@dataclass(frozen=True)
class Told:
    """What a font says of itself."""

    family: str
    licence: str
    letters: frozenset[int]


@pytest.fixture(scope="module")
def fonts() -> dict[str, Told]:
    return {name: told(FONTS / name) for name in FILES}


def told(file: Path) -> Told:
    with TTFont(file, lazy=True) as font:
        names = font["name"]
        return Told(names.getBestFamilyName(), names.getDebugName(13), frozenset(font.getBestCmap()))


@pytest.mark.parametrize("said", [*NAMES.values(), ORDINARY, "𠮷田 髙橋 國務院 말씀 뷁 《习近平》 ｶﾅ ＡＢ"])
def test_every_character_has_a_glyph(fonts: dict[str, Told], said: str) -> None:
    held = set[int]().union(*(font.letters for font in fonts.values()))
    assert [c for c in said if ord(c) not in held] == []


def test_fonts_are_all_named_in_what_sets_the_paper(fonts: dict[str, Told]) -> None:
    source = (files("comity.views") / "templates" / "paper.typ").read_text("utf-8")
    named = set(re.findall(r'"(Noto [^"]+)"', source))
    assert named == {font.family for font in fonts.values()}


def test_fonts_are_small_free_and_told_of(fonts: dict[str, Told]) -> None:
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 12_000_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")
    readme = (FONTS / "README.md").read_text("utf-8")
    for name, font in fonts.items():
        assert "Open Font License" in font.licence
        assert re.search(re.sub(r"^Noto(?:Serif|Sans|Naskh)?|-.*$", "", name) or name.partition("-")[0], readme)
