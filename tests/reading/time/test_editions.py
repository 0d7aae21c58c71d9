"""Which holding of a series is meant, and what looks like one and is none."""

import pytest

from comity.reading.time import find_editions


@pytest.mark.parametrize(
    ("text", "printed", "number", "year", "kind"),
    [
        ("the 2nd India-Japan 2+2", "2nd", 2, None, "ordinal"),
        ("28TH SINGAPORE-INDIA EXERCISE", "28TH", 28, None, "ordinal"),
        ("the eighth edition of the exercise", "eighth", 8, None, "ordinal"),
        ("Eighth edition of MILAN", "Eighth", 8, None, "ordinal"),
        ("the twenty-first meeting", "twenty-first", 21, None, "ordinal"),
        ("13th Round of talks", "13th", 13, None, "ordinal"),
        ("26th Malabar", "26th", 26, None, "ordinal"),
        ("the first trilateral naval exercise", "first", 1, None, "ordinal"),
        ("COP26", "26", 26, None, "ordinal"),
        ("XIV edition", "XIV", 14, None, "roman"),
        ("Nomadic Elephant XIV", "XIV", 14, None, "roman"),
        ("EX-SAMPRITI-IX", "IX", 9, None, "roman"),
        ("DUSTLIK-V", "V", 5, None, "roman"),
        ("the inaugural rescue exercise", "inaugural", 1, None, "word"),
        ("the first-ever joint drill", "first-ever", 1, None, "word"),
        ("the maiden edition", "maiden", 1, None, "word"),
        ("JIMEX 22", "22", None, 2022, "year"),
        ("JIMEX-22", "22", None, 2022, "year"),
        ("Veer Guardian 26", "26", None, 2026, "year"),
        ("Exercise 2026", "2026", None, 2026, "year"),
        ("Malabar 2020", "2020", None, 2020, "year"),
        ("MILAN 2T22", "2T22", None, 2022, "year"),
    ],
)
def test_editions(text: str, printed: str, number: int | None, year: int | None, kind: str) -> None:
    (edition,) = find_editions(text)
    assert (edition.printed, edition.number, edition.year, edition.kind) == (printed, number, year, kind)
    assert edition.flags == ()


@pytest.mark.parametrize(
    "text",
    [
        "2nd Lieutenant", "the 21st century", "for the first time", "First Lady", "First Deputy Minister",
        "3rd of May", "2nd September 2022", "September 26", "In 2022", "King Charles III",
        "World War II", "Chapter VII", "COVID-19", "F-16", "MiG 29", "Nearly 26 countries", "Article 51",
        "the 75th anniversary", "his maiden visit", "its city’s 2040 plan", "the 80th Independence Day",
        "The Russians – I know", "the second day of the exercise",
    ],
)  # fmt: skip
def test_what_is_no_edition(text: str) -> None:
    assert find_editions(text) == []


def test_units_and_persons_are_flagged() -> None:
    assert find_editions("XVII Corps")[0].flags == ("unit",)
    assert find_editions("President John Smith III")[0].flags == ("person",)
