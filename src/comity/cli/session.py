"""What holds for one run of the command: how much it says, and the options that every command takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import click

__all__ = ["Session", "common", "session"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@dataclass(slots=True)
class Session:
    """How much is said on stderr. Flags may stand before or after the command's name."""

    quiet: bool = False
    verbose: bool = False
    debug: bool = False

    def say(self, message: str) -> None:
        """A progress message, unless -q."""
        if not self.quiet:
            click.echo(message, err=True)

    def detail(self, message: str) -> None:
        """A message for -v."""
        if self.verbose:
            click.echo(message, err=True)

    def fail(self, message: str) -> None:
        """A failure is always told."""
        click.echo(f"comity: {message}", err=True)


def session() -> Session:
    """The session of the running command."""
    return click.get_current_context().find_root().ensure_object(Session)


def _set(ctx: click.Context, option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if value and option.name:
        setattr(ctx.find_root().ensure_object(Session), option.name, True)


def common(command: Decorated) -> Decorated:
    """Give a command -q, -v and --debug."""
    for names, told in (
        (("--debug",), "Show a traceback on an error."),
        (("-v", "--verbose"), "Say more on stderr."),
        (("-q", "--quiet"), "Say only what failed."),
    ):
        option = click.option(*names, is_flag=True, expose_value=False, callback=_set, is_eager=True, help=told)
        command = option(command)
    return command
