"""Instruments: where a sentence names an agreement, an arrangement, a treaty."""

from __future__ import annotations

import re
from dataclasses import replace

from comity.extract.naming import FIRST_HEAD, FROM_FIRST, NAMED
from comity.extract.spot import Spot
from comity.extract.trimming import INDEFINITE, before_its_place, kind_before, runs_on, trim_tail
from comity.reading.mentions import Sentence

__all__ = ["spots", "tells_of_one", "together"]

# Words that name an instrument only where it is signed.
_WEAK = re.compile(
    r"(?:deal|loan|strategic partnership|program(?:me)?|exchange of (?:notes|letters)|[Aa]nnex(?:es)?"
    r"|(?<!of )understanding"
    r"|declarations?|statements?"
    r"|documents?|plan|compact|amendments?|[Mm]inutes(?: of .*)?|Adjustment|Procedures?)$|^Plan$"
    r"|(?:Deal|Loan|Strategic Partnership|Program(?:me)?|Exchange of Notes|Documents?|(?<!Joint )Statements?)$"
)


_AN_INSTRUMENT = re.compile(
    r"\b(?:sign|ratif|conclud|adopt|agreed|enter|initial|renew|extend|exchang|approv|announc|reach|join"
    r"|acced|includ|implement|force|terminat|withdr|under|party|compl|took effect"
    r"|negotiat|open|launch|start|work|ended|end(?=s\b)|expir|laps|prolong|brought|bring|finali|updat|amend"
    r"|suspend|draft|seal|pen(?=ned)|put|affix|execut|inked|inking|consent|vote|voting|concur|activat|wrap|hammer"
    r"|brought|clos|prepar|pipeline|cancel|revok|expire|appl|effect|work|agree|formali|depos)\w*\b"
)


def tells_of_one(text: str) -> bool:
    """Whether a sentence may tell a step of an instrument, so that its grammar is wanted."""
    return _AN_INSTRUMENT.search(text) is not None and NAMED.search(text) is not None


_ARTICLES = (
    r"(?:(?:the|an?|its|their|one|two|three|several|number|package|series|of|our)\s+){0,4}"
    r"(?:(?!with\b|by\b|at\b|after\b)[\w,.$€£’'\-]+\s+){0,3}$"
)


_SIGNS = re.compile(
    rf"\b(?:(?:co-)?sign(?:ed|ing|s)?(?: of)?|inked|conclud\w+|adopt(?:ed|ing|s|ion of)|initiall?ed|penned|sealed"
    rf"|agreed(?: on| upon)?|reached"
    rf"|(?:put|affixed|set) (?:his|her|their|its) (?:signatures?|names?) to"
    rf"|exchanged|exchange of)\s+{_ARTICLES}"
)


_STRIKES = re.compile(rf"\b(?:secured|struck|brokered|reached|clinched|agreed (?:to|on|upon)|announced)\s+{_ARTICLES}")


_STRUCK = re.compile(r"(?:deal|compact)$", re.IGNORECASE)


_PLACED = re.compile(
    r"(?!Press|Opening|Closing|Policy|Mission|Media|Oral|Written|Official|National|Public|The|A"
    r"|Fact)[A-Z]\w+(?: [A-Z]\w+)? (?:Statement|Declaration)"
)


_ISSUES = re.compile(r"\b(?:issued|released|endorsed|approved|adopted|issuing|issuance of|adoption of)\s+(?:the|a)\s+$")


_ISSUED = re.compile(r",?\s+(?:which |that )?(?:was |were )?(?:issued|released|endorsed|approved|adopted)\b")


_SIGNED = re.compile(
    r"(?:\W+(?:which |that )?(?:(?:was|were|has been|is) )?(?:also )?"
    r"|[^.;]{3,60} (?:was|were|has been|have been) (?:also )?)"
    r"(?:signed|adopted)\b(?! (?:off|into law))|\W+(?:took (?:effect|hold)|(?:came|entered) into (?:force"
    r"|effect)|was (?:reached|struck))\b"
)


def spots(sentence: Sentence) -> list[Spot]:
    """The instruments a sentence names or describes, in their order."""
    text = sentence.text
    found: list[Spot] = []
    after = 0
    while (match := NAMED.search(text, after)) is not None:
        start, after = match.start(), match.end("head")
        lead = re.match(
            r"(?:The|This|An?|Among|In|On|Under|These|During|His|Its|Their|Both|And|For|Since the|Since)\s+", match[0]
        )
        start += lead.end() if lead and start + lead.end() <= match.start("head") else 0
        start = _behind_its_owner(start, match.start("head"), sentence)
        start = kind_before(sentence, start, match.start("head"))
        first = FIRST_HEAD.match(match["lead"])
        whole = FROM_FIRST.match(text, match.start() + first.start("head")) if first else None
        stop = runs_on(sentence, match.end("head"), max(match.end(), whole.end() if whole else 0))
        plain = start == match.start("head") and INDEFINITE.search(text[:start]) is not None
        name = trim_tail(text[start:stop], match.end("head") - start, plain=plain)
        name = before_its_place(name, start, sentence)
        end = start + len(name)
        if found and re.fullmatch(r"\s*(?:\d{4}\s*)?\([^)]*", text[found[-1].end : start]):
            # "the Communiqué (Jaipur Declaration)": a second name of the same
            if "herea" in text[found[-1].end : start] or "herei" in text[found[-1].end : start]:
                continue  # "(hereafter the Agreement)"
            shut = text.find(")", end) + 1
            found[-1] = replace(found[-1], end=shut or end, name=text[found[-1].start : shut or end])
            continue
        after = max(after, end)
        head = _whole_head(match)
        if _WEAK.search(head) and not _stands(head, name, text[:start], text[end:]):
            continue
        if re.search(r"\b(?:Act|Bill)$", name) or _A_LAW.match(text, end):
            continue  # "the Convention on Seeds Implementation Act"
        head_end = match.end("head")  # a name behind it is what it is about
        hit = next((h for h in sentence.hits if h.start < head_end and start < h.end and h.reading("agreement")), None)
        if hit is not None and hit.start >= start and hit.end > end:  # "Amendment to the Protocol" is one name
            after = end = hit.end
            name = text[start:end]
        if hit is not None and hit.start < start and not (found and hit.start < found[-1].end):
            start = hit.start
            name = text[start:end]
        found.append(Spot(start, end, name, head, hit.reading("agreement") if hit else None))
    return sorted([*found, *_known(sentence, found)], key=lambda s: s.start)


def _behind_its_owner(start: int, head: int, sentence: Sentence) -> int:
    """`Kenya's Visiting Forces Agreement with Peru`: whose it is, is no part of its name."""
    owner = re.compile(r"(?:[A-Z][\w.]*\s){0,2}[A-Z][\w.]*[’']s?\s+").match(sentence.text, start, head)
    named = owner and any(h.reading("state") and start <= h.start and h.end <= owner.end() for h in sentence.hits)
    return owner.end() if owner and named else start


_A_LAW = re.compile(r"\s+(?:(?:Implementation|Enforcement|Accountability)\s+)?(?:Act|Bill|Law|Fund|Commissioner)\b")


def _whole_head(match: re.Match[str]) -> str:
    """The noun that tells the kind, with the word that makes a statement one of several ("joint")."""
    head = match["head"]
    first = FIRST_HEAD.match(match["lead"])
    if first is not None:  # "Agreement on Military [Framework]"
        return first["head"]
    kind = re.search(r"(?:Action|Work|Executive|Cooperation)\s+$", match["lead"])
    if kind is not None and re.match(r"P(?:lan|rogram)", head):  # "the Opioid Action [Plan]"
        return kind[0] + head
    joint = re.search(r"statement|declaration", head, re.IGNORECASE) and re.search(r"\b[Jj]oint\b", match["lead"])
    return f"Joint {head.capitalize()}" if joint and "oint" not in head else head


# "the Economic Partnership document", "the 2025 cooperation plan": more than a plain word.
_OF_A_KIND = re.compile(r"^(?:[A-Z][\w’-]+\s+){2}|\b(?:co-?operation|action|work|exchange|exercise) plan$")


def _stands(head: str, name: str, before: str, after: str) -> bool:
    """Whether a word that may mean anything is an instrument here: it is signed, adopted or, as a deal, struck."""
    if re.search(r"(?:documents?|plan)$", name, re.IGNORECASE) and not _OF_A_KIND.search(name):
        return False  # what they are about is not told
    struck = _STRUCK.search(head) and _STRIKES.search(before)
    placed = _PLACED.fullmatch(name)  # "issued the Batumi Statement"
    struck = struck or (placed and _ISSUES.search(before)) or (placed and _ISSUED.match(after))
    return bool(struck or _SIGNS.search(before) or _SIGNED.match(after))


def _known(sentence: Sentence, found: list[Spot]) -> list[Spot]:
    """The instruments of the table whose names hold none of the words for an instrument."""
    more = []
    for hit in sentence.hits:
        row = hit.reading("agreement")
        if row is None or re.match(r"\s+(?!Agreement|Treaty)[A-Z][a-z]", sentence.text[hit.end :]):
            continue
        if any(s.start < hit.end and hit.start < s.end for s in found) or row.row.get("ambiguous") == "yes":
            continue
        if sentence.text[hit.start - 1 : hit.start] == "-" or re.match(
            r"\s+(?:systems?|forces|missiles?|submarines?|nuclear|partners|programmes?)\b", sentence.text[hit.end :]
        ):
            continue
        more.append(Spot(hit.start, hit.end, hit.printed, hit.printed, row))
    return more


_JOINED = re.compile(
    r"\s*,?\s*(?:and|or|as well as|,)?\s*(?:on\s+|of\s+)?(?:the|an?|its|their|two|three)?\s*(?:draft\s+|\w+ly\s+)?",
    re.IGNORECASE,
)


_NEXT_OF_LIST = re.compile(r"(?:,|\band|\bas well as)\s+(?:an?|two|three|four|five)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


def together(found: list[Spot], sentence: Sentence) -> list[tuple[Spot, int, int]]:
    """Each instrument with the stretch of all that are named in one breath ("a Treaty and a Protocol was signed")."""
    groups: list[list[Spot]] = []
    for spot in found:
        if groups and (
            _JOINED.fullmatch(sentence.text[groups[-1][-1].end : spot.start])
            or _enumerated(groups[-1][-1].end, spot.start, sentence)
        ):
            groups[-1].append(spot)
        else:
            groups.append([spot])
    return [(spot, group[0].start, group[-1].end) for group in groups for spot in group]


def _enumerated(end: int, start: int, sentence: Sentence) -> bool:
    """Whether the next instrument of a list follows: a comma or `and`, an article, and no verb of its own between."""
    between = sentence.text[end:start]
    return (
        sentence.doc is not None
        and _NEXT_OF_LIST.search(between) is not None
        and not any(t.pos_ in ("VERB", "AUX") for t in sentence.doc if end <= t.idx < start)
    )
