from __future__ import annotations

import pytest

from comity.views.paper.citing import cite, clean, link_certainty
from comity.views.paper.model import Note, Said
from paper_builders import JOINT, TALKS, TYPED, note


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("  two\n\tlines\u00a0here ", "two lines here"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("half \ud800 of a pair", "half of a pair"),
        ("never a character \ufffe\ufdd0", "never a character"),
        ("turned \u202egnp.exe\u202c back", "turned gnp.exe back"),
        ("\u2067isolated\u2069", "isolated"),
        ("\ufeffmarked", "marked"),
        ("kept: क्\u200dष e\u0301 \u200eA\u200f", "kept: क्\u200dष e\u0301 \u200eA\u200f"),
    ],
)
def test_clean(given: str, printed: str) -> None:
    assert clean(given) == printed


@pytest.mark.parametrize(
    ("told", "source"),
    [
        (TALKS, "Ministry of Defence, 2031-05-02, “Talks in Nairobi”, the account of KE"),
        (JOINT, "Ministry of Defence, 2031-06, “Talks in Nairobi”, the joint account of KE and TZ, accepted on review"),
        (note("c", "q", issued=None, title=None, account=()), "Ministry of Defence, date of issue not told"),
        (TYPED, ""),
    ],
)
def test_source(told: Note, source: str) -> None:
    assert cite(told).source == source


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("https://example.org/a b<c>\"d'é", "https://example.org/a%20b%3Cc%3E%22d'%C3%A9"),
        ("javascript:alert(1)", None),
        ("file:///etc/hosts", None),
        ("releases/one.html", None),
        ("https://", None),
        (None, None),
    ],
)
def test_only_pages_on_the_web_are_links(url: str | None, link: str | None) -> None:
    assert cite(note("c", "q", url=url)).link == link


@pytest.mark.parametrize(("certainty", "printed"), [(None, ""), (0.82, "(link 0.82)"), (1.0, "(link 1.00)")])
def test_link_certainty(certainty: float | None, printed: str) -> None:
    assert link_certainty(Said("a", (TALKS,), certainty)) == printed
