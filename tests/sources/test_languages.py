"""Languages of a release: by script, by small words, and by the model only where these leave it open."""

from __future__ import annotations

import pytest

from comity.sources.languages import languages_of, main_script

ENGLISH = "The two Ministers met in Tokyo and agreed to continue the exercises of their navies."


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        (ENGLISH, ("en",)),
        (f"‘हर काम देश के नाम’ {ENGLISH}", ("en", "hi")),
        (f"{ENGLISH} (林芳正)", ("en",)),
        (f"{ENGLISH} これは日本語の文章です。", ("en", "ja")),
        ("両大臣は東京で会談しました。これからも協力します。", ("ja",)),
        ("两国部长在东京举行会谈。", ("zh",)),
        ("Министры встретились в Токио.", ("ru",)),
        ("Міністри зустрілися в Токіо і домовилися.", ("uk",)),
        (
            "Le ministre des Armées a reçu son homologue à Paris pour un entretien sur la coopération.",
            ("fr",),
        ),
        ("", ()),
    ],
)
def test_tells_the_languages(text: str, languages: tuple[str, ...]) -> None:
    assert languages_of(text) == languages


def test_the_issuer_tells_which_language_uses_a_script() -> None:
    assert languages_of("नेपाल र भारतबीच वार्ता सम्पन्न", likely=("ne", "en")) == ("ne",)


def test_a_text_too_short_to_tell_is_what_the_file_says() -> None:
    assert languages_of("Communiqué", told="fr-FR") == ("fr",)


@pytest.mark.parametrize(("text", "script"), [(ENGLISH, "LATIN"), ("हर काम देश के नाम", "DEVANAGARI"), ("", "LATIN")])
def test_tells_the_main_script(text: str, script: str) -> None:
    assert main_script(text) == script
