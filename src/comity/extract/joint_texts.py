"""Joint texts: a release that is itself what several states agreed to say, or tells of such a text in its title."""

from __future__ import annotations

import re

from comity.extract.context import Context
from comity.extract.names import parties_inside
from comity.extract.quoting import evidence
from comity.extract.subjects import subject_of
from comity.model import Agreement, When
from comity.reading.mentions import Sentence
from comity.sources.parties import is_body

__all__ = ["joint_text"]

_OWN_WORDS = re.compile(r"\b(?:statement|declaration|message|communiqu[eé])\b", re.IGNORECASE)
_JOINT = re.compile(r"\bjoint (?:press |ministerial )?(?:statement|declaration|message|communiqu[eé])\b", re.IGNORECASE)
# "We, the leaders of ...", "Signed by the Governments of ...": who speaks where a statement is not called joint.
_SPEAKERS = re.compile(
    r"\b[Ww]e,? the (?:[\w’' ]{3,40} )?(?:leaders|ministers|[Hh]eads|[Gg]overnments|representatives|envoys|members)\b"
    r"[^.;]{0,60}? of\b"
    r"|^(?:Signed|Issued|Endorsed|Supported) (?:jointly )?by (?:the )?"
    r"(?:[Gg]overnments|states|countries|[Mm]inisters|delegations)\b"
)
# A headline that tells of a text is not its name.
_ADOPTED = re.compile(
    r"(?:An? |The )?(?P<name>joint [a-z ]{0,20}(?:statement|declaration|communiqu[eé])) (?:was|is|has been) ",
    re.IGNORECASE,
)
_DEFENCE = re.compile(r"\bdefen[cs]e|\bmilitary|AUKUS|armed forces", re.IGNORECASE)


def joint_text(context: Context, title: Sentence | None) -> Agreement | None:
    """A joint statement of several issuers is itself an agreed text, concluded on its day of issue."""
    release = context.source.release
    if title is None or release.title is None:
        return None
    authors = _authors(context, title)
    if not authors:
        return None
    issued = release.issued
    subject = subject_of(release.title)
    told = _ADOPTED.match(release.title)
    if subject == "other" and len(_DEFENCE.findall(release.text)) > 2:
        subject = "general_defence"
    return Agreement(
        rule="agreement.joint-text",
        evidence=(evidence(release, title.span),),
        name=told["name"] if told else release.title,
        kind="joint_statement",
        subject=subject,
        parties=authors,
        status="concluded",
        when=When(issued.edtf, issued.precision, "dateline", issued.printed) if issued else None,
    )


def _authors(context: Context, title: Sentence) -> tuple[str, ...]:
    """Whose text it is; nothing where it is the issuer's own."""
    source = context.source
    account = source.release.account
    if source.release.genre == "joint_text":
        if len(account) > 1 or (account and is_body(account[0])):  # the members of a body speak through it
            return account
        told = (*parties_inside(0, len(title.text), title), *(m.country for m in title.people))
        named = [c for c in dict.fromkeys(told) if c and c not in account]
        body = next((c for c in named if is_body(c)), None)
        other = body or (named[0] if len(named) == 1 and _JOINT.search(title.text) else None)
        return (*account, other) if other else ()
    if source.release.genre != "statement" or not _OWN_WORDS.search(title.text):
        return ()
    for sentence in source.sentences:
        spoken = _SPEAKERS.search(sentence.text) if sentence.role != "title" else None
        speakers = parties_inside(spoken.end(), len(sentence.text), sentence) if spoken else ()
        states = tuple(c for c in speakers if not is_body(c))
        if len(states) > 2:
            return states
    return ()
