"""From a clean text to a release: who published it, where and when, under which title, and what is furniture.

1. the profile is recognised                     recognise.py, profiles/*.yml
2. blocks are cut where masthead stands inside   lines.py
3. every line gets its part                      labels.py, datelines.py
4. dates and places are settled                  issue.py, calendars.py
5. genre and co-issuers                          genre.py, co_issuers.py
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from comity import lexicon as lexicons
from comity.lexicon import Lexicon
from comity.model import Capture, Notice, Release, Text
from comity.sources.co_issuers import co_issuers_of
from comity.sources.datelines import Dateline, country_of_place, opening_dateline, read_dateline
from comity.sources.genre import genre_of
from comity.sources.identity import release_id
from comity.sources.issue import settle_issue
from comity.sources.labels import Labeller, told_subtitles
from comity.sources.languages import languages_of, main_script
from comity.sources.lines import Line, blocks_of, lines_of, title_spans
from comity.sources.profile import GENERIC, Profile, profiles
from comity.sources.recognise import is_a_state, issuer_of, recognise

__all__ = ["read_masthead"]

_HEAD = 1500
_NOT_BODY = frozenset({"masthead", "title", "subtitle", "sign_off", "furniture"})
_SPACE = re.compile(r"\s+")


def read_masthead(capture: Capture, text: Text, *, lexicon: Lexicon | None = None) -> Release:
    """The release that a capture's text is, with its blocks labelled.

    What is told nowhere stays None; `warnings` name what disagrees or is missing.

    Raises:
        SourceError: a profile or a genre rule cannot be used.
        LexiconError: the lexicon cannot be used.
    """
    lexicon = lexicon or lexicons.load()
    metadata = text.metadata
    profile = recognise(metadata, [text.text[b.start : b.end] for b in text.blocks])
    title = _SPACE.sub(" ", metadata.get("title", "")).strip() or None
    lines, opening = _labelled(text, profile, title, lexicon)
    body = "\n".join(line.text for line in lines if line.role not in _NOT_BODY)
    head = [line for line in lines if line.role == "masthead"]
    issuer = issuer_of(profile, metadata, _letterhead(head, profile, lexicon), lexicon)
    issue = settle_issue(metadata, head, opening, profile, lexicon)
    title = title or " ".join(line.text for line in _first_run(lines, "title")) or None
    genre = genre_of(title, body, otherwise=profile.genre)
    co_issuers = co_issuers_of(issuer, title, body, lexicon) if genre == "joint_text" else ()
    warnings = [*issue.warnings]
    if issuer.country is None and not co_issuers:
        warnings.append(
            Notice("issuer_unknown", "no state or body is told as issuer, so whose account it is stays open")
        )
    return Release(
        id=release_id(body, issue.when.edtf if issue.when else None),
        sha256=capture.sha256,
        source=capture.source,
        media_type=capture.media_type,
        languages=languages_of(text.text, likely=profile.languages, told=metadata.get("language")),
        genre=genre,
        title=title,
        subtitles=_subtitles(lines, text),
        release_number=_number(head, profile),
        url=metadata.get("url") or None,
        retrieved=None,
        issuer=issuer,
        co_issuers=co_issuers,
        place=issue.place,
        place_country=country_of_place(issue.place, profile, lexicon) if issue.place else None,
        issued=issue.when,
        calendars=issue.calendars,
        sign_off=_sign_off(lines, profile),
        content=replace(text, blocks=blocks_of(lines)),
        profile=profile.id,
        warnings=tuple(warnings),
    )


def _labelled(text: Text, profile: Profile, title: str | None, lexicon: Lexicon) -> tuple[list[Line], Dateline | None]:
    """The lines with their parts, and the dateline that the first sentence of the body opens with."""
    generic = profiles()[GENERIC]
    labeller = Labeller(profile, generic, lexicon, title, told_subtitles(text.metadata), main_script(text.text))
    lines = labeller.label(lines_of(text, _cuts(text.text, profile, generic, title)))
    first = next((i for i, line in enumerate(lines) if line.role not in _NOT_BODY), None)
    if first is None:
        return lines, None
    found = opening_dateline(lines[first].text, profile, lexicon)
    if found is None:
        return lines, None
    length, dateline = found
    line = lines[first]
    printed = line.text[:length].rstrip()
    top = replace(line, end=line.start + len(printed), text=printed).labelled_as("masthead")
    rest = replace(line, start=line.start + length, text=line.text[length:])
    return [*lines[:first], top, rest, *lines[first + 1 :]], dateline


def _cuts(text: str, profile: Profile, generic: Profile, title: str | None) -> Iterator[tuple[int, int]]:
    for pattern in () if profile.id == GENERIC else profile.posted:  # the general ones know whole lines only
        yield from (match.span() for match in pattern.finditer(text[:_HEAD]))
    for pattern in (*profile.ends, *generic.ends):
        yield from (match.span() for match in pattern.finditer(text))
    if title:
        yield from title_spans(text, title, within=_HEAD)


def _letterhead(head: Sequence[Line], profile: Profile, lexicon: Lexicon) -> list[str]:
    """The lines of the masthead that may name an office, without what a dateline tells."""
    generic = profiles()[GENERIC]
    marks = (*profile.posted, *generic.posted, *profile.numbers, *generic.numbers)
    made: list[str] = []
    for line in head:
        place = opening_dateline(f"{line.text} A", profile, lexicon) and not is_a_state(line.text, lexicon)
        if any(mark.fullmatch(line.text) for mark in marks) or place:
            continue
        dateline = None if is_a_state(line.text, lexicon) else read_dateline(line.text, profile, lexicon)
        made.append(dateline.left if dateline else line.text)
    return [line for line in made if line]


def _first_run(lines: Sequence[Line], role: str) -> Iterator[Line]:
    started = False
    for line in lines:
        if line.role == role:
            started = True
            yield line
        elif started:
            return


def _subtitles(lines: Sequence[Line], text: Text) -> tuple[str, ...]:
    return tuple(line.text for line in lines if line.role == "subtitle") or told_subtitles(text.metadata)


def _number(head: Sequence[Line], profile: Profile) -> str | None:
    for line in head:
        for pattern in (*profile.numbers, *profiles()[GENERIC].numbers):
            match = pattern.fullmatch(line.text)
            if match:
                return match["number"]
    return None


def _sign_off(lines: Sequence[Line], profile: Profile) -> str | None:
    for line in lines:
        if line.role != "sign_off":
            continue
        for pattern in profile.sign_off:
            match = pattern.fullmatch(line.text)
            if match and match.groupdict().get("sign_off"):
                return match["sign_off"].strip()
    return None
