"""Relations: what a relationship is called, and how old it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from comity.extract.context import Context
from comity.extract.names import parties_inside
from comity.extract.quoting import evidence
from comity.model import Relation, Span, When
from comity.reading.mentions import Sentence
from comity.reading.time import founded, resolve

__all__ = ["relations"]

_OWN = re.compile(
    r"\b(?:relations|ties|friendship|partnership|alliance|diplomatic|accession|membership)\b", re.IGNORECASE
)


# The anniversary of a treaty is told with the treaty.
_OF_A_TEXT = re.compile(
    r"\s*of\s+(?:(?:the|our|their|its|signing|of|conclusion|major|bilateral|historic|\w+ship)\s+)*"
    r"(?:[A-Z]\w+\s+){0,4}(?:[Tt]reaty|[Aa]greement|[Dd]eclaration|[Pp]act|[Aa]ccords?|[Mm]emorandum)\b"
)
_NO_LABEL = re.compile(
    r"\b(?:Public|Private|Limited|Liability|Vaccine|Building|Digital|Trade|Bank|Business|Climate|Energy"
    r"|Americas|Forum|Youth|Health)\b"
)
_TWO = re.compile(r"[A-Z][\w. ]*[-–].*\b(?:partnership|alliance|friendship)$")
_WE = re.compile(
    r"\b(?:we|our|they|their|both|two|three|sides|leaders|[Mm]inisters|[Pp]residents|bilateral|relations|ties)\b"
)


def relations(sentence: Sentence, context: Context) -> Iterator[Relation]:
    """The labels and founding years of relationships that a sentence tells."""
    if sentence.role in ("title", "subtitle", "heading"):
        return
    labels = list(_labels(sentence, context))
    labels += [n for n in _bonds(sentence, context) if not any(_meet(n, o) for o in labels)]
    for age in _ages(sentence, context):
        own = next((n for n in labels if _is_of(age, n, sentence)), None)
        if own is not None:  # "the 70th anniversary of the Alliance": one relation, its name and its age
            labels.remove(own)
        yield replace(age, label=own.label) if own is not None else age
    yield from labels


def _is_of(age: Relation, named: Relation, sentence: Sentence) -> bool:
    """Whether an anniversary is that of the relation named just behind it."""
    return (
        any(
            re.match(rf"\s*(?:of|in)\s+(?:\w+\s+){{0,2}}?{re.escape(named.label or '')}", sentence.text[a.end :])
            for a in sentence.anniversaries
        )
        and len(set(age.parties) & set(named.parties)) > 1
    )


def _labels(sentence: Sentence, context: Context) -> Iterator[Relation]:
    for match in context.source.lexicon.pattern("relation.label").finditer(sentence.text):
        label = re.sub(
            r"^(?:(?:The|This|In|Our|Their|As|And|and|[A-Z][a-z]+(?:ening|ancing|ering|aching|ding))\s+)+",
            "",
            match[0].strip(),
        )
        start = match.end() - len(label)
        parties = _parties(start, match.end(), sentence, context)
        if any(
            (h.start < match.end() and start < h.end and h.reading("agreement", "dialogue", "exercise"))
            or (h.start < match.end() <= h.end and h.reading("body"))  # "the U.S.-EU partnership" only begins with one
            for h in sentence.hits
        ):
            continue
        if _organisation(label, start, match.end(), sentence) or _OFFICE.search(sentence.text[:start]):
            continue
        if _TWO.match(label) and len(parties_inside(start, match.end(), sentence)) < 2:
            continue  # "the Asia-Pacific partnership" names no two sides
        if _NO_LABEL.search(label) or (len(parties) > 1 and not _tied(start, match.end(), sentence, context)):
            continue
        if len(parties) < 2 or label in ("Partnership", "Friendship", "Relationship", "Alliance"):
            continue
        own = parties_inside(start, match.end(), sentence)
        if "NATO All" in label:  # "Major Non-NATO Ally" names who is no side of it
            parties = tuple(c for c in (*parties, *context.pair) if c != "NATO")
        since = _since(start, match.end(), sentence, context)
        span = _around(sentence, start, match.end())
        yield Relation(
            rule="relation.label",
            evidence=(evidence(context.source.release, span),),
            parties=own if len(own) > 1 else tuple(dict.fromkeys(parties)),
            label=label,
            established=int(since.edtf[:4]) if since and since.edtf else None,
            established_detail=since,
        )


def _meet(one: Relation, other: Relation) -> bool:
    """Whether two labels stand in the same words of a sentence."""
    return one.evidence[0].span.meets(other.evidence[0].span) and bool(_words(one) & _words(other))


def _words(told: Relation) -> set[str]:
    return {w.removesuffix("s").replace("allie", "ally") for w in (told.label or "").casefold().split()}


def _bonds(sentence: Sentence, context: Context) -> Iterator[Relation]:
    """What a state is called to another ("our closest ally"), and the names of what binds them."""
    text = sentence.text
    for rule in ("relation.partner", "relation.bond", "relation.shared"):
        for match in context.source.lexicon.pattern(rule).finditer(text):
            start, end = match.span("label")
            parties = _two(match.start(), end, sentence, context)
            if len(parties) != 2 or _NO_BOND.search(text[max(0, match.start() - 40) : end + 12]):
                continue
            since = _since(start, end, sentence, context)
            yield Relation(
                rule=rule,
                evidence=(evidence(context.source.release, _around(sentence, start, end)),),
                parties=parties,
                label=match["label"],
                established=int(since.edtf[:4]) if since and since.edtf else None,
                established_detail=since,
            )


# Whom nobody names, or who is one of many: "with our allies and key partners".
_NO_BOND = re.compile(
    r"\b(?:other|many|several|various|all|some|these|those|number of|such|with|support of|help of|group of)\s+"
    r"(?:of\s+)?"
    r"(?:(?:our|its|their|the)\s+)?(?:\w+\s+){0,3}(?:partners|allies|friends)\b|\bif\b|\bprivate\b"
)
_BEHIND = re.compile(r"\s+(?:of|to|for|with|between|linking|uniting)\s+(?:the\s+)?[^,.;]{2,60}")


def _two(start: int, end: int, sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The two sides of a bond: who is told before it, and whose partner that is; one alone stands across from us."""
    text = sentence.text
    behind = _BEHIND.match(text, end)
    left = max(text.rfind(";", 0, start), text.rfind(":", 0, start), start - 90, 0)
    inside = parties_inside(start, behind.end() if behind else end, sentence)
    near = (*parties_inside(left, start, sentence), *inside)
    near = inside if len(inside) == 2 else tuple(dict.fromkeys(near))
    if "US" not in near and _AMERICA.search(text[start:end]):
        near = (*near, "US")
    if len(near) > 2 and (pair := _joined(start, sentence)):
        return pair
    if len(near) != 1:
        return near
    others = [c for c in (*context.pair, context.issuer) if c and c != near[0]]
    return (near[0], others[0]) if others and _OURS.search(text[max(0, start - 30) : end]) else ()


_AMERICA = re.compile(r"\bAmerica[’']s\b")


def _joined(end: int, sentence: Sentence) -> tuple[str, ...]:
    """The two states joined right before the word for what they are: "Kenya and Peru, close allies"."""
    told = [h for h in sentence.hits if h.end <= end + 1 and h.reading("state")][-2:]
    codes = tuple(name.code for h in told if (name := h.reading("state")))
    near = len(told) > 1 and re.fullmatch(r"\W*\w{0,12}\W*", sentence.text[told[1].end : end]) is not None
    joined = near and re.fullmatch(r",? and (?:the )?", sentence.text[told[0].end : told[1].start]) is not None
    return codes if joined else ()


_OURS = re.compile(r"\b(?:our|we|us|its|their|they|your|both|two)\b", re.IGNORECASE)

_RAISED = re.compile(
    r"\b(?:establish|elevat|upgrad|launch|rais|forg|form|announc|proclaim|declar|enter|lift|sign|creat"
    r"|buil[dt]|beg[au]n|set up)"
    r"\w*\b[^.;]{0,90}$"
)
_SINCE = re.compile(
    r"(?:\s+(?:with|between)\s+(?:the\s+)?[A-Z][\w ]{2,40})?"
    r",?\s+(?:(?:signed|established|launched|announced|concluded|that began|begun|formed)\s+)?(?:since|in|on)\s+$"
    r"|[^.;]{0,40}\bdat(?:es|ed|ing) (?:back )?to\s+$"
)
_AT_ONCE = re.compile(r"(?:\s+(?:of|for|in) (?:the )?[A-Z]?[\w ]{3,25})?,?\s+(?:(?:back|early|late)\s+)?(?:in|on)\s+$")


_AHEAD = re.compile(r"\b(?:will|would|shall|to|could|may|should)(?: be| \w+ly)*\s*$")


def _since(start: int, end: int, sentence: Sentence, context: Context) -> When | None:
    """Since when it is called so: "Comprehensive Partners since 2022", "raised their ties to a ... in July 2024"."""
    text = sentence.text
    for mention in sentence.dates:
        if (
            mention.start < end
            or mention.start - end > 45
            or mention.kind in ("deadline", "vague", "decade", "fiscal_year")
        ):
            continue
        between = text[end : mention.start]
        if re.search(r"\bsince\b", mention.printed) and not between.strip(" ,"):
            between += "since "
        raised = _RAISED.search(text[:start])
        if raised is not None and _AHEAD.search(text[: raised.start()]):
            continue
        if _SINCE.match(between) and ("since" in between or raised or len(between.split()) > 1):
            return resolve(mention, context.source.issued, "past")
        if raised and (
            _AT_ONCE.match(between) or (not between.strip() and mention.printed.startswith(("this ", "last ")))
        ):
            return resolve(mention, context.source.issued, "past")
    return None


def _organisation(label: str, start: int, end: int, sentence: Sentence) -> bool:
    """`The International Seed Alliance`: what is called an alliance by its name, and not between states."""
    if label == "NATO Alliance":
        return True
    named = label.endswith(" Alliance") and not _OF_STATES.search(label)
    return named and len(parties_inside(start, end, sentence)) < 2


_OF_STATES = re.compile(
    r"\b(?:Atlantic|Trans-?[Aa]tlantic|Transatlantic|Strategic|Comprehensive|Global|Security|Defen[cs]e"
    r"|Military|Enduring"
    r"|Ironclad|Great|Bilateral|Trilateral|Political|Special|Treaty)\b"
)
# "Adviser for Regional Partnership and Training": an office, or a part of one.
_OFFICE = re.compile(
    r"\b(?:Directors?|Advis[eo]rs?|Secretary|Secretaries|Coordinator|Minister|Ministry|Department|Division"
    r"|Head|Chief|Manager"
    r"|Office|Officer|Envoy|Centre|Center|Bureau|Unit|Committee|Programme)\s+(?:for|of"
    r"|on)\s+(?:the\s+)?(?:[A-Z][\w&]+\s+)?$"
)


def _ages(sentence: Sentence, context: Context) -> Iterator[Relation]:
    issued = context.source.issued
    told = context.source.lexicon.pattern("relation.established", re.IGNORECASE).search(sentence.text)
    parties = _parties(told.start(), told.end(), sentence, context) if told else ()
    year = told and (told["year"] or told["since"] or (issued and str(issued.year - int(told["ago"]))))
    if told and year and len(parties) > 1:
        span = Span(sentence.start + told.start(), sentence.start + told.end())
        yield Relation(
            rule="relation.established",
            evidence=(evidence(context.source.release, span),),
            parties=parties,
            established=int(year),
            established_detail=When(year, "year", "relative" if told["ago"] else "text", told["ago"] or year),
        )
        return
    for anniversary in sentence.anniversaries:
        near = sentence.text[max(0, anniversary.start - 80) : anniversary.end + 80]
        if not _OWN.search(near) or _OF_A_TEXT.match(sentence.text[anniversary.end :]):
            continue
        year_founded = founded(anniversary, issued)
        parties = _parties(anniversary.start, anniversary.end, sentence, context)
        if year_founded is None or len(parties) < 2:
            continue
        piece = sentence.text.rstrip(" .")
        yield Relation(
            rule="relation.anniversary",
            evidence=(evidence(context.source.release, Span(sentence.start, sentence.start + len(piece))),),
            parties=parties,
            established=year_founded,
            established_detail=When(str(year_founded), "year", "relative", anniversary.printed),
        )


def _parties(start: int, end: int, sentence: Sentence, context: Context) -> tuple[str, ...]:
    near = parties_inside(max(0, start - 90), min(len(sentence.text), end + 90), sentence)
    return near if len(near) > 1 else tuple(dict.fromkeys((*near, *context.pair)))


def _tied(start: int, end: int, sentence: Sentence, context: Context) -> bool:
    """Whether a label is told of the parties: another party is named near it, or both sides are spoken of."""
    near = parties_inside(max(0, start - 90), min(len(sentence.text), end + 90), sentence)
    return any(code != context.issuer for code in near) or _WE.search(sentence.text) is not None


def _around(sentence: Sentence, start: int, end: int) -> Span:
    text = sentence.text
    left, right = text.rfind(" ", 0, max(0, start - 40)) + 1, text.find(" ", min(len(text), end + 45))
    piece = text[left : right if right > 0 else len(text)].rstrip(" .,;:")
    return Span(sentence.start + left, sentence.start + left + len(piece))
