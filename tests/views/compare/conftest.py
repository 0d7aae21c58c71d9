from __future__ import annotations

from collections.abc import Callable

import pytest

from comity.model import Span
from comity.views.compare.model import Side
from comity.views.compare.told import Told


@pytest.fixture
def telling() -> Callable[..., Told]:
    """A release of some paragraphs as it is compared, without claims: what is printed alone is looked at."""

    def make(*paragraphs: str, account: str = "IN", issued: str = "2031-03-13") -> Told:
        text, spans = "", []
        for words in paragraphs:
            spans.append(Span(len(text), len(text) + len(words)))
            text += words + "\n\n"
        side = Side(f"release-{account}", "", (account,), issued, f"Talks ({account})", "readout", None, text)
        return Told(side, tuple(spans))

    return make
