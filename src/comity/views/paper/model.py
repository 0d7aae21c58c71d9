"""What a paper holds, whatever it is printed as: sections of sentences, each with the quoted words it rests on.

A sentence on the world (`Said`) has at least one note, and the note's quote stands in the record. What is said of the
record itself (`Remark`: how many releases, from when to when, that none of them tells of a thing) rests on counting it,
and is printed so that a reader can tell the two apart.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Cell", "Note", "Paper", "Paragraph", "Picture", "Remark", "Said", "Section", "Table"]


@dataclass(frozen=True, slots=True)
class Note:
    """What a sentence rests on: the words of one claim, who issued them and when, and where they stand.

    `issued` is the day of issue as EDTF; `account` the parties whose account it is (both, for a joint text); `review`
    the claim's status by people. A claim that a person typed in has no quote, and no release.
    """

    claim: str
    release: str
    quote: str
    issuer: str
    issued: str | None
    title: str | None = None
    url: str | None = None
    account: tuple[str, ...] = ()
    review: str = "machine"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence on the world, without marks; `certainty` is that of the link it rests on, where it rests on one."""

    text: str
    notes: tuple[Note, ...]
    certainty: float | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence on the record itself: what it counts, and what it does not tell."""

    text: str


Paragraph = tuple[Said | Remark, ...]
"""What is printed as one paragraph, or as one point of a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its words, and what they rest on."""

    text: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with points, a table or both under it, and sections within it."""

    heading: str
    points: tuple[Paragraph, ...] = ()
    table: Table | None = None
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what it shows in words, and itself as SVG and as PNG."""

    caption: str
    svg: str
    png: bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to be printed: `coverage` is its first line, `essentials` fit on a page, the `annex` has the rest.

    `day` is the day for which it is made (ISO 8601); `made_by` what made it, with its version; `language` that of its
    own sentences (BCP 47).
    """

    title: str
    subtitle: str | None
    day: str
    coverage: Remark
    essentials: tuple[Section, ...]
    annex: tuple[Section, ...] = ()
    picture: Picture | None = None
    made_by: str = ""
    language: str = "en"
