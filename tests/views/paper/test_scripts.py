from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.views.paper.scripts import broken, runs
from paper_builders import LONG_URL, LONG_WORD, NAMES


@pytest.mark.parametrize(
    ("name", "script", "language"),
    [
        ("latin", "", ""), ("cyrillic", "", ""), ("greek", "", ""), ("devanagari", "indic", ""),
        ("arabic", "arabic", ""),
        ("japanese", "han", "ja"), ("chinese", "han", "zh-CN"), ("taiwanese", "han", "ja"), ("korean", "korean", "ko"),
        ("hebrew", "hebrew", ""), ("thai", "thai", ""), ("amharic", "ethiopic", ""),
    ],
)  # fmt: skip
def test_a_name_is_one_run_of_its_script(name: str, script: str, language: str) -> None:
    cut = list(runs(f"By {NAMES[name]}, today"))
    if not script:
        assert [run.text for run in cut] == [f"By {NAMES[name]}, today"]
        return
    assert [(run.text, run.script, run.language) for run in cut] == [
        ("By ", "", ""), (NAMES[name], script, language), (", today", "", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("蔣嫻妳", ["zh-TW"]), ("国务委员", ["zh-CN"]), ("𠮷田", ["ja"]), ("髙﨑", ["ja"]),
        ("山田 and ひろみ", ["ja", "ja"]),
        ("陈丽华 or 山田", ["zh-CN", "ja"]),
    ],
)  # fmt: skip
def test_language_of_han_characters(text: str, languages: list[str]) -> None:
    assert [run.language for run in runs(text) if run.script] == languages


@given(st.text())
def test_runs_lose_nothing(text: str) -> None:
    assert "".join(run.text for run in runs(text)) == text


@given(st.text(), st.integers(1, 40))
def test_breaks_add_nothing_that_is_seen(text: str, room: int) -> None:
    assert broken(text, room).replace("\u200b", "") == text.replace("\u200b", "")


@pytest.mark.parametrize("word", [LONG_URL, LONG_WORD, NAMES["devanagari"].replace(" ", "") * 9, "x" * 500])
@pytest.mark.parametrize("room", [6, 25])
def test_no_part_of_a_long_word_is_longer_than_its_room_by_more_than_joined_letters(word: str, room: int) -> None:
    assert max(map(len, broken(word, room).split("\u200b"))) <= room + 4


@pytest.mark.parametrize("word", ["cooperation", NAMES["japanese"], NAMES["thai"] * 5])
def test_what_fits_or_breaks_by_itself_is_left_alone(word: str) -> None:
    assert broken(word) == word
