"""Texts built by hand, one line a block, and the release that is read from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from comity.model import Block, Capture, Release, Text
from comity.sources import read_masthead

if TYPE_CHECKING:
    from collections.abc import Callable


def built(*lines: str, **metadata: str) -> Text:
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block(start, start + len(line)))
        start += len(line) + 2
    return Text("\n\n".join(lines), tuple(blocks), metadata=metadata)


@pytest.fixture
def release() -> Callable[..., Release]:
    """Reads the release that some lines and metadata make."""

    def read(*lines: str, **metadata: str) -> Release:
        return read_masthead(Capture("by hand", "0" * 64, "text/plain", b""), built(*lines, **metadata))

    return read


@pytest.fixture
def roles() -> Callable[[Release], list[tuple[str, str]]]:
    """The blocks of a release as role and text."""
    return lambda release: [(b.role, release.text[b.start : b.end]) for b in release.content.blocks]
