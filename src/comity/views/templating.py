"""The templates of HTML: nothing that stands in them goes unescaped but what is our own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

__all__ = ["inline", "template"]


@cache
def template(name: str, *filters: tuple[str, Callable[..., Any]]) -> Template:
    """A template with its filters, each as (name, function)."""
    # Jinja2 itself escapes by the file's ending; ours is .j2, and nothing on the page may go unescaped.
    environment = Environment(
        loader=PackageLoader("comity.views"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= dict(filters)
    return environment.get_template(name)


def inline(name: str) -> Markup:
    """A file of our own beside the templates, trusted as it stands."""
    return Markup((files("comity.views") / "templates" / name).read_text("utf-8"))  # noqa: S704
