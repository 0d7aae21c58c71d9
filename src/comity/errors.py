"""Every error that Comity raises, with a stable code each.

    ComityError
    ├── InputError        (input.*)     what was given cannot be read as a release
    │   ├── MissingInput  (input.missing)   no such file, or nothing on stdin
    │   ├── RefusedInput  (input.refused)   too large, a device, a DTD with entities: refused before parsing
    │   ├── UnknownFormat (input.format)    no reader for these bytes
    │   ├── NoText        (input.no_text)   it was read, but holds no text of a release
    │   └── Unread        (input.unread)    a fault of Comity's own; the release is passed over, the others are read
    ├── LexiconError      (lexicon.invalid) a row or rule that cannot be used; says file, row and why
    ├── SourceError       (source.invalid)  a house style file that cannot be used
    ├── GoldError         (gold.invalid)    a gold file or folder that cannot be scored
    ├── ClaimNotFound     (claim.missing)   `why` was asked about a claim that the release does not hold
    ├── ModelError        (model.missing)   the language model is not installed or not the expected one
    ├── LostProcess       (process.lost)    one of several reading processes died
    ├── RecordError       (record.refused)  the record cannot do what was asked of it
    │   ├── NoRecord          (record.missing)      there is no record there
    │   ├── RecordFull        (record.full)         the disk is full; what was acknowledged is safe
    │   ├── RecordUnreachable (record.unreachable)  the database does not answer, or others write for too long
    │   ├── RecordDamaged     (record.damaged)      what is stored is not what was stored
    │   └── NotKept           (record.not_kept)     the record holds no release, claim or entry of that id
    ├── DecisionRefused   (decision.refused)    a decision that cannot be taken: no such field, a value it cannot hold
    └── PaperError        (paper.unprinted)     a paper cannot be printed: a library is missing, or the picture is none

A message says what happened, to which file, and what to do next.
"""

from __future__ import annotations

__all__ = [
    "ClaimNotFound",
    "ComityError",
    "DecisionRefused",
    "GoldError",
    "InputError",
    "LexiconError",
    "LostProcess",
    "MissingInput",
    "ModelError",
    "NoRecord",
    "NoText",
    "NotKept",
    "PaperError",
    "RecordDamaged",
    "RecordError",
    "RecordFull",
    "RecordUnreachable",
    "RefusedInput",
    "SourceError",
    "UnknownFormat",
    "Unread",
]


class ComityError(Exception):
    """Base of all errors: `what` happened, to which `where`, and what to do `next`."""

    code = "comity"

    def __init__(self, what: str, *, where: str = "", then: str = "") -> None:
        self.what = what
        self.where = where
        self.then = then
        super().__init__(str(self))

    def __str__(self) -> str:
        """One line a person can act on."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} ({self.then})" if self.then else head


class InputError(ComityError):
    """What was given cannot be read as a release."""

    code = "input"


class MissingInput(InputError):
    """There is no such file, or nothing came on standard input."""

    code = "input.missing"


class RefusedInput(InputError):
    """The input is refused before anything parses it."""

    code = "input.refused"


class UnknownFormat(InputError):
    """No reader knows these bytes."""

    code = "input.format"


class NoText(InputError):
    """It was read, but holds no text of a release."""

    code = "input.no_text"


class Unread(InputError):
    """A fault of Comity's own ended the reading of this release; its cause is kept."""

    code = "input.unread"


class LexiconError(ComityError):
    """A row or rule of the lexicon cannot be used."""

    code = "lexicon.invalid"


class SourceError(ComityError):
    """A house style file cannot be used."""

    code = "source.invalid"


class GoldError(ComityError):
    """A gold file or folder cannot be scored."""

    code = "gold.invalid"


class ClaimNotFound(ComityError):
    """The release holds no claim of that id."""

    code = "claim.missing"


class ModelError(ComityError):
    """The language model is missing or is not the one that was measured."""

    code = "model.missing"


class RecordError(ComityError):
    """The record cannot do what was asked of it."""

    code = "record.refused"


class NoRecord(RecordError):
    """There is no record at that place."""

    code = "record.missing"


class RecordFull(RecordError):
    """There is no room left; what was acknowledged is safe."""

    code = "record.full"


class RecordUnreachable(RecordError):
    """The database does not answer, or others write for too long."""

    code = "record.unreachable"


class RecordDamaged(RecordError):
    """What is stored is not what was stored."""

    code = "record.damaged"


class NotKept(RecordError):
    """The record holds no release, claim or entry of that id."""

    code = "record.not_kept"


class DecisionRefused(ComityError):
    """A decision that cannot be taken as it is."""

    code = "decision.refused"


class LostProcess(ComityError):
    """One of several reading processes ended without an answer."""

    code = "process.lost"


class PaperError(ComityError):
    """A paper cannot be printed in the format that was asked for."""

    code = "paper.unprinted"
