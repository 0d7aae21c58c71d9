"""Instruments: where a sentence names an agreement, an arrangement, a treaty."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from comity.extract.spot import Spot
from comity.reading.mentions import Sentence
from comity.reading.time.words import MONTH_NAME

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["spots", "tells_of_one", "together"]

_HEAD = (
    r"[Mm]emorand(?:um|a) of (?:[Uu]nderstanding|[Aa]rrangement|[Aa]greement|[Cc]o-?operation|[Ii]ntent)"
    r"|[Mm]emorand(?:um|a)"
    r"|MoUs?|MOUs?|MoCs?|MOCs?|LoIs?|LOIs?|[Ll]etters? of [Ii]ntent|(?:[Jj]oint )?(?:[Dd]eclaration"
    r"|[Ss]tatement) of [Ii]ntent"
    r"|[Tt]erms of [Rr]eference|[Rr]ecord of (?:[Mm]eeting|[Dd]iscussions?)|Compact|Charter"
    r"|[Jj]oint (?:[Pp]ress |[Mm]inisterial |[Ll]eaders['’] )?(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé]|Message)"
    r"|(?:[Aa]greed |[Ss]ummary )?Minutes|[Aa]greed minutes"
    r"|minutes of (?:the |their )?(?:\w+ ){0,2}(?:meeting|session)(?: of the (?:[A-Z][\w-]*(?:\s+(?=[A-Z]))?)+)?"
    r"|[Tt]reaty of (?:friendship|alliance|peace|amity|extradition|commerce|co-?operation)(?: and [a-z-]+)*|[Aa]mendments?(?= to\b)"
    r"|Vision Statement|[Cc]ommuniqu[eé]|Declaration"
    r"|[Rr]oadmap|(?:Action|Work|Executive|executive|Cooperation) (?:Plan|plan|[Pp]rogram(?:me)?)|plan of (?:[a-z]+ )?co-?operation|Plan of (?:Action|[A-Z]\w+ Cooperation|Cooperation)"
    r"|Program(?:me)? of Cooperation"
    r"|Partnership Program(?:me)?|Framework|Technical Arrangement|Implementing Arrangement|Arrangements?|arrangement"
    r"|Partnership Agreement"
    r"|[Aa]greements?(?! (?:on|over|about) the (?:text|terms|wording|draft) of)|[Tt]reaty|[Tt]reaties|[Pp]rotocols?(?: of (?:[Aa]mendment|[Aa]ccession)(?= to\b))?|[Cc]onventions?|[Pp]acts?|Accords?|accord|[Cc]ontracts?"
    r"|Covenant|Amendment|Addendum|Adjustment|Standard Operating Procedures?|Final Act|Statute|compact|(?:FTA|BIT|PTA|CEPA|CECA|ECTA|TEPA|CETA|MRA|DTAA|MLAT)s?"
    r"|[Dd]eal|[Ll]oan|declaration|[Ss]tatements?|[Dd]ocuments?|plan"
    r"|[Ss]trategic [Pp]artnership|[Pp]rogram(?:me)?|[Ee]xchange of [Nn]otes"
    r"|(?<=exchanged )[Nn]otes(?= (?:concerning|regarding|for))|Plan(?= for| of|\b)"
)
_CAP = r"(?:(?:Partnership|Cooperation|Framework|Vision|Programme|Compact):|\d{1,3}[- ]?[Yy]ear|[A-Z][\w’'.\-–−&]*|\d{4}(?:[-–]\d{2,4})?)"
_LEAD = (
    rf"{_CAP}\s+(?:(?:of|on|and|for|to)\s+|[–-]\s+)?|non-binding\s+|five-year\s+|[a-z]+-[a-z]+\s+"
    r"|(?:first|second|third|executive|bilateral|joint|new|draft)\s+(?=[a-zE])|(?:ship\s+repair"
    r"|security\s+assistance|defen[cs]e|free\s+trade|visa\s+waiver|extradition|air\s+services)\s+"
    r"|(?:cooperation|logistics|trade|peace|framework|tripartite|trilateral|intergovernmental|sectoral|integration)\s+"
    r"|[$€£]\s?[\d.,]+\s+(?:million|billion)\s+"
)
_OTHER = (
    r"(?!\s+(?:Cent(?:re|er)|Hall|Officers?|Division|Department|Secretariat|Foundation|Bodies|Organi[sz]ation"
    r"|flights?))"
)
_BETWEEN = (
    r"(?:\s+(?:between|among|with(?! a view| focus))\s+(?:the\s+)?(?:(?:[\w’'&.\-]+,?|\([\w\- ]+\))\s+){1,18}?"
    r"(?=on\b|for\b|to\b|in\b|concerning\b|regarding\b|was\b|were\b|$))?"
)
_ABOUT = (
    rf"\s*(?:(?:[Oo]n|[Ff]or|to)(?!\s+(?:the\s+)?(?:\d|{MONTH_NAME}\b|behalf\b|signature\b|\w+ years\b))"
    rf"|[Ff]or\s+(?!(?:19|20)\d\d\b)\d{{1,4}}(?!\s+(?:years?|months?|weeks?|days?|percent|{MONTH_NAME})\b)"
    r"|to\s+the\s+(?:19|20)\d\d(?=\s+[A-Z])|[Cc]oncerning|[Rr]egarding"
    r"|[Rr]elat(?:ed|ing)\s+to"
    r"|in\s+the\s+(?:fields?|areas?|sectors?)\s+of|in(?=\s+(?:the\s+)?[a-z])"
    r"|amending|modifying|establishing|governing|creating|granting|covering|outlining|providing\s+for)\s+(?:the\s+)?(?:U\.S\.|[A-Za-z])"
    r"(?:U\.S\.|,\s(?=[a-z\-]+(?:\s[a-z]+)?(?:,\s[a-z\-]+(?:\s[a-z]+)?)*,?\sand\s(?!an?\s|the\s|to\s)[a-z])|,\s(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s)*and\s(?=[A-Z])|,\s(?=[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,\s[A-Z][\w-]+(?:\s[A-Z][a-z]+)?)*\sand\s[A-Z][a-z-]+\s(?:between|with|was|were|in|on|for|which|that)\b)|[^.;,()“”\"]){3,110}"
)
_BODY = (
    r"(?:the\s+)?[A-Z][\w.’'&\-]*(?:\s+(?:(?:of|the|for|de|and)\s+)*(?:[A-Z][\w.’'&\-]*|\([A-Z][\w\-]*\)|&)"
    r"|,\s+[A-Z][\w’'\-]*(?=,))*"
)
_OF = (
    rf"(?:\s+of\s+(?:\d{{1,2}}\s+)?(?:(?:{MONTH_NAME})\s+)?(?:19|20)\d\d(?=\s+(?:between|on|with)\b))?"
    r"(?:\s+of\s+(?!USD|US\$|INR|EUR|Rs)(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)\s+)?(?:[A-Z][\w’'\-]*)"
    r"(?:(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)*,?\s+and\s+(?:[A-Z][a-z]+\s)?(?:Assistance|Support|Cooperation|Co-operation|Security|Trade|Commerce|Navigation|Alliance|Partnership)"
    r"|\s+(?:(?:and|of|in|the)\s+)*[A-Z][\w’'\-]*)*)?"
)
_TAIL = rf"(?:{_OF}{_BETWEEN}{_ABOUT}|{_OF}\s+between\s+{_BODY}\s+and\s+{_BODY}|\s+with\s+{_BODY}|{_OF})"
_NAMED = re.compile(
    rf"(?P<lead>(?:(?<![\w-])(?:{_LEAD}))*)(?<![\w–\-])(?P<head>(?:{_HEAD}))\b{_OTHER}(?P<abbr>\s+\([A-Z][A-Za-z]{{1,9}}\))?"
    rf"(?P<tail>{_TAIL})"
)
# "Agreement on Strategic Partnership in Green Energy": told from its first noun, the second is what it is about.
_FROM_FIRST = re.compile(rf"(?:{_HEAD})\b{_TAIL}")
# Words that name an instrument only where it is signed.
_WEAK = re.compile(
    r"(?:deal|loan|strategic partnership|program(?:me)?|exchange of notes|declaration|statements?|documents?|plan|compact|amendments?|[Mm]inutes(?: of .*)?|Adjustment|Procedures?)$|^Plan$"
    r"|(?:Deal|Loan|Strategic Partnership|Program(?:me)?|Exchange of Notes|Documents?|(?<!Joint )Statements?)$"
)
_AN_INSTRUMENT = re.compile(
    r"\b(?:sign|ratif|conclud|adopt|agreed|enter|initial|renew|extend|exchang|approv|announc|reach|join|acced|includ|implement|force|terminat|withdr|under|party|compl|took effect"
    r"|negotiat|open|launch|start|work|ended|end(?=s\b)|expir|laps|prolong|brought|bring|finali|updat|amend|suspend|draft)\w*\b"
)


def tells_of_one(text: str) -> bool:
    """Whether a sentence may tell a step of an instrument, so that its grammar is wanted."""
    return _AN_INSTRUMENT.search(text) is not None and _NAMED.search(text) is not None


_ARTICLES = (
    r"(?:(?:the|an?|its|their|one|two|three|several|number|package|series|of|our)\s+){0,4}"
    r"(?:(?!with\b|by\b|at\b|after\b)[\w,.$€£’'\-]+\s+){0,3}$"
)
_SIGNS = re.compile(
    rf"\b(?:(?:co-)?sign(?:ed|ing|s)?(?: of)?|inked|conclud\w+|adopt(?:ed|ing|s|ion of)|initiall?ed|exchanged|exchange of)\s+{_ARTICLES}"
)
_STRIKES = re.compile(rf"\b(?:secured|struck|brokered|reached|clinched|agreed (?:to|on|upon)|announced)\s+{_ARTICLES}")
_STRUCK = re.compile(r"(?:deal|compact)$", re.IGNORECASE)
_PLACED = re.compile(
    r"(?!Press|Opening|Closing|Policy|Mission|Media|Oral|Written|Official|National|Public|The|A|Fact)[A-Z]\w+(?: [A-Z]\w+)? (?:Statement|Declaration)"
)
_ISSUES = re.compile(r"\b(?:issued|released|endorsed|approved|adopted|issuing|issuance of|adoption of)\s+(?:the|a)\s+$")
_ISSUED = re.compile(r",?\s+(?:which |that )?(?:was |were )?(?:issued|released|endorsed|approved|adopted)\b")
_SIGNED = re.compile(
    r"(?:\W+(?:which |that )?(?:(?:was|were|has been|is) )?(?:also )?"
    r"|[^.;]{3,60} (?:was|were|has been|have been) (?:also )?)"
    r"(?:signed|adopted)\b(?! (?:off|into law))|\W+(?:took (?:effect|hold)|(?:came|entered) into (?:force|effect)|was (?:reached|struck))\b"
)


def spots(sentence: Sentence) -> list[Spot]:
    """The instruments a sentence names or describes, in their order."""
    text = sentence.text
    found: list[Spot] = []
    after = 0
    while (match := _NAMED.search(text, after)) is not None:
        start, after = match.start(), match.end("head")
        lead = re.match(
            r"(?:The|This|An?|Among|In|On|Under|These|During|His|Its|Their|Both|And|For|Since the|Since)\s+", match[0]
        )
        start += lead.end() if lead and start + lead.end() <= match.start("head") else 0
        start = _kind_before(sentence, start, match.start("head"))
        first = _FIRST_HEAD.match(match["lead"])
        whole = _FROM_FIRST.match(text, match.start() + first.start("head")) if first else None
        stop = _runs_on(sentence, match.end("head"), max(match.end(), whole.end() if whole else 0))
        plain = start == match.start("head") and _INDEFINITE.search(text[:start]) is not None
        name = _trim_tail(text[start:stop], match.end("head") - start, plain=plain)
        name = _before_its_place(name, start, sentence)
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


_A_LAW = re.compile(r"\s+(?:(?:Implementation|Enforcement|Accountability)\s+)?(?:Act|Bill|Law|Fund|Commissioner)\b")


def _kind_before(sentence: Sentence, start: int, head: int) -> int:
    """Where the words begin that tell what kind of instrument it is (a *science* agreement, a *ceasefire* deal)."""
    if sentence.doc is None or not sentence.text[head].islower():
        return start
    left = [t for t in sentence.doc if t.idx < start][-5:]
    while left and _tells_kind(left[-1], start, head):
        start = left.pop().idx
    return start


# Words that praise an instrument or tell its place among others, not what it is about.
_NO_KIND = frozenset(
    (
        "new following subsequent remaining recent important historic landmark existing current proposed "
        "possible future similar relevant such other same said several many various final further major "
        "significant key good last next early earlier previous own legal formal written special single "
        "separate specific general additional necessary fair lasting permanent successful initial preliminary "
        "common full strong clear mutual concrete draft able long-awaited ambitious comprehensive bilateral "
        "multilateral international regional global corresponding respective appropriate certain verbal "
        "temporary unprecedented urgent great above aforementioned first second third basic fundamental "
        "legally updated revised intergovernmental interagency interdepartmental governmental contractual big "
        "large equitable"
    ).split()
)


def _tells_kind(word: Token, start: int, head: int) -> bool:
    """Whether the word before an instrument's noun says what it is about: *naval*, *visiting forces*, *maritime*."""
    if word.tag_ in ("NN", "NNP", "HYPH"):
        return True
    if word.tag_ == "JJ" and word.head.idx < start:
        return True
    if word.text.isdigit() and word.i and word.nbor(-1).tag_ == "NNP" and word.nbor(-1).idx > start - 25:
        return True  # "the Arrow 3 contract"
    inside = start <= word.head.idx <= head and not word.doc.text[head:].split(maxsplit=1)[0].rstrip(".,;:").endswith(
        "s"
    )
    return inside and word.tag_ in ("NNS", "NNPS", "JJ", "VBG") and word.lower_ not in _NO_KIND


def _runs_on(sentence: Sentence, head: int, end: int) -> int:
    """Where the sentence goes on behind a name: before its next finite verb, and what joins that to the name."""
    verb = next(
        (t for t in sentence.doc or () if head < t.idx < end and t.tag_ in ("VBD", "VBZ", "MD") and t.text.islower()),
        None,
    )
    if verb is None:
        return end
    return head + len(
        re.sub(
            r"(?:,?\s+(?:which|that|who|and|but|also|has|have|\w+ly|is|are|was|were))*\s*$",
            "",
            sentence.text[head : verb.idx],
        )
    )


def _before_its_place(name: str, start: int, sentence: Sentence) -> str:
    """The name without the place of signing: "a roadmap on cyber defence [in Paris] on 6 May"."""
    found = re.search(r"\s+(?:in|at) [A-Z][\w’. -]{2,30}$", name)
    if found is None or not re.match(
        rf"\s*(?:,\s*)?(?:[A-Z]\w+,\s+)?(?:on (?:the )?\d|(?:on )?{MONTH_NAME}\b|on [A-Z]\w+day|(?:yester|to)day|last |earlier|this |\.?$)",
        sentence.text[start + len(name) :],
    ):
        return name
    at = start + found.start()
    place = any(h.reading("capital", "place") and at < h.start <= at + 5 for h in sentence.hits)
    signed = place and re.search(r"\b(?:sign|ink|initial|conclud|adopt|exchang)\w*\b", sentence.text[:start])
    return name[: found.start()] if signed else name


_FIRST_HEAD = re.compile(
    r"(?:[A-Z0-9][\w’–-]*\s+)*?(?P<head>Agreement|Memorandum of \w+|MoU|MOU|Treaty|Joint Statement|Declaration|Protocol|Convention"
    r"|Contract|Arrangement|Letter of Intent|Terms of Reference)\s+(?:on|of|for|to|concerning|regarding|between)\b"
)


def _whole_head(match: re.Match[str]) -> str:
    """The noun that tells the kind, with the word that makes a statement one of several ("joint")."""
    head = match["head"]
    first = _FIRST_HEAD.match(match["lead"])
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


_GOES_ON = re.compile(
    r"\s+(?:was|were|is|are|has|have|had|will|would|shall|which|that|during|signed|issued|concluded|entered"
    r"|including|through|"
    r"at the|in the presence|in (?:the )?near|as well|with a view|with focus|by the|under the|under which"
    r"|aims?|aimed|focus\w+|"
    r"worth|valued|for the (?:period|years?|next|coming)|with effect|valid|with (?:(?:his|her|their|its|an?(?= [a-z]))\b|(?:the )?(?:[A-Z]\w+ ){0,3}(?:Minister|President|Secretary|Chancellor|King|Ambassador))|whose|after|before|when|since|until|from (?=\d)|titled|today|also|not|expired?s?|lapsed|done|declared|approved|"
    r"(?:and|or|as well as) (?:signed|agreed|discuss(?:ed)?|welcomed?|explored?|reaffirm(?:ed)?|the|an?|to sign|their|its|his)|"
    r"to (?:be|further|provide|enhance|support|ensure|expand|strengthen|deepen|collaborate|work)|"
    rf"of (?=(?:19|20)\d\d\b(?! (?:between|on|with)\b))|(?:to|for|of) (?=(?:19|20)\d\d\b(?![-–]))|in \d{{4}}|on (?:the )?\d+|within (?:this|the)|(?:in|on|by|this|last) {MONTH_NAME}"
    rf"|last (?:year|month|week))\b"
)


_WHO = re.compile(r"(?<=\w)\s+(?:between|among|with (?:the )?(?=[A-Z]))\b")


# "the Agreement between Iceland and the United States": nothing of it is left out.
_SIDES = re.compile(
    r"(?:(?:\s+of\s+[^,;.]{4,20}?)?\s+(?:between|among)|\s+of(?=\s+the\s+[^,;.]{0,30}?(?:Republic|Federation|Kingdom|Government|Union)\b))\s+"
    rf"{_BODY}(?:,\s+(?:the\s+)?[A-Z]\w+)*,?\s+and\s+{_BODY}"
    r"(?=[,.;]|\s+(?:has|have|had|was|were|is|will|would|shall|which|that|entered|expired|came|remains?|lapsed|on|concerning|regarding)\b|$)"
)
_INDEFINITE = re.compile(r"\b(?:an?|new|signed|signing of)\s$")
_PURPOSE = re.compile(r"\s+to\s+(?!be\b|the\b|an?\b)[a-z]")


def _trim_tail(name: str, head_end: int, *, plain: bool = False) -> str:
    """Cut a described name where its sentence goes on; a `plain` word for an instrument is known by its purpose."""
    if plain and _PURPOSE.match(name, head_end):
        ends = [m.start() for m in (_GOES_ON.search(name, head_end + 6),) if m]
        return name[: min(ends, default=len(name))].rstrip(" ,.;:–-")
    between = re.search(
        r"\b(?:between|among|with(?! a view| focus))\b(?:(?!\b(?:was|were|is|has|have|had|entered|signed|will|expired|"
        r"lapsed)\b).)*?"
        r"\b(?:on|for|concerning|regarding|in the field)\b",
        name,
    )
    between = between if between and between.start() < head_end + 12 else None
    sides = _SIDES.match(name, head_end)
    kept = max(between.end() if between else 0, sides.end() if sides else 0, head_end)
    head, name = name[:kept], name[kept:]
    # "on co-operation between A and B" says too little without its parties.
    who = None if between or re.match(r"\s+\w+\s+co-?operation\s+between", name) else _WHO.search(name)
    ends = [m.start() for m in (_GOES_ON.search(name), who) if m]
    if len(re.findall(r"\b[A-Z]", head)) > 2:  # a name of its own needs no purpose to be known by
        ends += [m.start() for m in (_PURPOSE.search(name),) if m]
    whole = head + name[: min(ends, default=len(name))]
    return re.sub(r"(?:\s+(?:and|or|of|the|in|on|for|to|with|which|that))+$", "", whole.rstrip(" ,.;:–-"))
