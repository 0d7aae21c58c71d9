"""The entry point: the group of commands, and what becomes of every error."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from comity import __version__
from comity.cli.lazy import Entry, LazyGroup
from comity.cli.session import Session, common
from comity.errors import ComityError

__all__ = ["ENTRIES", "app", "main"]

FAILED, INTERRUPTED = 1, 130

ENTRIES = (
    Entry("read", "What a release says, as records with quotes.", "Begin here"),
    Entry("add", "Keep releases in a record.", "Begin here"),
    Entry("brief", "Where two parties stand, a note to each sentence.", "Begin here"),
    Entry("search", "Find claims by words, parties, kinds, days and people.", "The record"),
    Entry("timeline", "What two parties did and plan to do.", "The record"),
    Entry("ledger", "Promises and what became of them.", "The record"),
    Entry("coverage", "What the record has, of whom, from when to when.", "The record"),
    Entry("show", "A release, claim, entry or person.", "The record"),
    Entry("why", "Why a claim was made: rule, quote, inferences.", "Look closer"),
    Entry("evaluate", "Score readings against gold.", "Look closer"),
    Entry("review", "Claims that wait to be looked at.", "Begin here"),
    Entry("compare", "Two releases side by side, or a series of statements.", "Look closer"),
    Entry("diff", "What this version reads differently.", "The record"),
    Entry("import", "Decisions taken in a spreadsheet.", "Decide"),
    Entry("enter", "A claim made without a release.", "Decide"),
    Entry("accept", "Accept claims.", "Decide"),
    Entry("reject", "Reject claims.", "Decide"),
    Entry("unsure", "Mark claims as unsure.", "Decide"),
    Entry("correct", "Correct fields of a claim.", "Decide"),
    Entry("undo", "Take back a decision.", "Decide"),
    Entry("merge", "Say that entries are one thing.", "Decide"),
    Entry("split", "Say that claims are something else.", "Decide"),
    Entry("verify", "Check that a record is whole, and mend what can be.", "Keep it safe"),
    Entry("backup", "Write a record into one file.", "Keep it safe"),
    Entry("restore", "Make a record of a backup.", "Keep it safe"),
    Entry("copy", "Copy a record, or take one over into another.", "Keep it safe"),
    Entry("withdraw", "Erase a release for legal reasons.", "Keep it safe"),
    Entry("demo", "Read the releases that come with Comity.", "This installation"),
    Entry("doctor", "Check what is installed and what is missing.", "This installation"),
)


@click.group(cls=LazyGroup, entries=ENTRIES, invoke_without_command=True)
@click.version_option(__version__, prog_name="comity", message="%(prog)s %(version)s")
@common
@click.pass_context
def app(ctx: click.Context) -> None:
    """Read the official releases in which states say what they did together.

    Every record carries the exact words it rests on.
    """
    ctx.ensure_object(Session)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and end the process: 0 done, 1 something failed, 2 wrong usage, 130 interrupted."""
    session = Session()
    try:
        code = _run(arguments, session)
    except BrokenPipeError:
        # Whoever read our output (head, less) has gone; what is still buffered has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FAILED
    sys.exit(code)


def _run(arguments: Sequence[str] | None, session: Session) -> int:
    try:
        told = app.main(arguments, prog_name="comity", standalone_mode=False, obj=session)
        sys.stdout.flush()
    except click.Abort:
        session.fail("interrupted")
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BrokenPipeError:
        raise
    except (ComityError, OSError) as error:
        return _failed(session, str(error))
    except Exception as error:  # noqa: BLE001 - a person gets one line; --debug shows the rest
        return _failed(session, f"unexpected {type(error).__name__}: {error} (run again with --debug, and report it)")
    return told if isinstance(told, int) else 0


def _failed(session: Session, message: str) -> int:
    if session.debug:
        traceback.print_exc()
    session.fail(message)
    return FAILED
