"""The command `comity`: thin, one file a command, each loaded only when it is called."""

from comity.cli.main import main

__all__ = ["main"]
