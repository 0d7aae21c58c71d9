"""A group of commands that loads a command's module only when that command is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from keyword import iskeyword
from typing import Any

import click

__all__ = ["Entry", "LazyGroup"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A command that exists: its name, what it is for in one line, the heading it stands under."""

    name: str
    purpose: str
    heading: str

    @property
    def module(self) -> str:
        """The module that holds it as `command`."""
        return f"comity.cli.{self.name}{'_' * iskeyword(self.name)}"


class LazyGroup(click.Group):
    """Lists its commands from a table, so that `--help` imports none of them."""

    def __init__(self, *args: Any, entries: Sequence[Entry] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = {entry.name: entry for entry in entries}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load the command, or None where there is none of that name."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        command: click.Command = import_module(entry.module).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands under their headings."""
        for heading in dict.fromkeys(entry.heading for entry in self.entries.values()):
            with formatter.section(heading):
                formatter.write_dl([(e.name, e.purpose) for e in self.entries.values() if e.heading == heading])
