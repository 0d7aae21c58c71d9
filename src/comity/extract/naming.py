"""How instruments are named: the nouns, what stands before them, and what they say of themselves behind them."""

from __future__ import annotations

import re

from comity.reading.time.words import MONTH_NAME

__all__ = ["BODY", "FIRST_HEAD", "FROM_FIRST", "NAMED"]

_HEAD = (
    r"[Mm]emorand(?:um|a) of (?:[Uu]nderstanding|[Aa]rrangement|[Aa]greement|[Cc]o-?operation|[Ii]ntent)"
    r"|[Mm]emorand(?:um|a)"
    r"|MoUs?|MOUs?|MoCs?|MOCs?|LoIs?|LOIs?|[Ll]etters? of [Ii]ntent|(?:[Jj]oint )?(?:[Dd]eclaration"
    r"|[Ss]tatement) of [Ii]ntent"
    r"|[Tt]erms of [Rr]eference|[Rr]ecord of (?:[Mm]eeting|[Dd]iscussions?)|Compact|Charter"
    r"|[Jj]oint (?:[Pp]ress |[Mm]inisterial |[Ll]eaders['’] )?(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu[eé]|Message)"
    r"|(?:[Aa]greed |[Ss]ummary )?Minutes|[Aa]greed minutes"
    r"|minutes of (?:the |their )?(?:\w+ ){0,2}(?:meeting|session)(?: of the (?:[A-Z][\w-]*(?:\s+(?=[A-Z]))?)+)?"
    r"|[Tt]reaty of (?:friendship|alliance|peace|amity|extradition|commerce|co-?operation)(?: and [a-z-]+)*"
    r"|[Aa]mendments?(?= to\b)"
    r"|Vision Statement|[Cc]ommuniqu[eé]|Declaration"
    r"|[Rr]oadmap|(?:Action|Work|Executive|executive|Cooperation) (?:Plan|plan|[Pp]rogram(?:me)?)"
    r"|plan of (?:[a-z]+ )?co-?operation|Plan of (?:Action|[A-Z]\w+ Cooperation|Cooperation)"
    r"|Program(?:me)? of Cooperation"
    r"|Partnership Program(?:me)?|Framework|Technical Arrangement|Implementing Arrangement|Arrangements?|arrangement"
    r"|Partnership Agreement"
    r"|[Aa]greements?(?! (?:on|over|about) the (?:text|terms|wording|draft) of)|[Tt]reaty|[Tt]reaties"
    r"|[Pp]rotocols?(?: of (?:[Aa]mendment|[Aa]ccession)(?= to\b))?|[Cc]onventions?|[Pp]acts?|Accords?"
    r"|accord|[Cc]ontracts?"
    r"|Covenant|Amendment|Addendum|Adjustment|Standard Operating Procedures?|Final Act|Statute|compact"
    r"|(?:FTA|BIT|PTA|CEPA|CECA|ECTA|TEPA|CETA|MRA|DTAA|MLAT)s?"
    r"|[Dd]eal|[Ll]oan|declaration|[Ss]tatements?|[Dd]ocuments?|plan"
    r"|[Ss]trategic [Pp]artnership|[Pp]rogram(?:me)?|[Ee]xchanges? of [Nn]otes"
    r"|[Ee]xchanges? of [Ll]etters|[Ll]etters? of [Ee]xchange|[Aa]nnex(?:es)?|[Aa]ddend(?:um|a)"
    r"|(?<!of )understanding(?= (?:on|about|concerning)\b)"
    r"|[Dd]eclarations"
    r"|(?<=exchanged )[Nn]otes(?= (?:concerning|regarding|for))|Plan(?= for| of|\b)"
)
_CAP = (
    r"(?:(?:Partnership|Cooperation|Framework|Vision|Programme|Compact):|\d{1,3}[- ]?[Yy]ear"
    r"|[A-Z][\w’'.\-–−&]*|\d{4}(?:[-–]\d{2,4})?)"
)
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
    r"|amending|modifying|establishing|governing|creating|granting|covering|outlining"
    r"|providing\s+for)\s+(?:the\s+)?(?:U\.S\.|[A-Za-z])"
    r"(?:U\.S\.|,\s(?=[a-z\-]+(?:\s[a-z]+)?(?:,\s[a-z\-]+(?:\s[a-z]+)?)*,?\sand\s(?!an?\s|the\s|to\s)[a-z])"
    r"|,\s(?:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?,\s)*and\s(?=[A-Z])"
    r"|,\s(?=[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?:,\s[A-Z][\w-]+(?:\s[A-Z][a-z]+)?)*\sand\s[A-Z][a-z-]+\s(?:between|with|was|were|in|on|for|which|that)\b)|[^.;,()“”\"]){3,110}"
)
BODY = (
    r"(?:the\s+)?[A-Z][\w.’'&\-]*(?:\s+(?:(?:of|the|for|de|and)\s+)*(?:[A-Z][\w.’'&\-]*|\([A-Z][\w\-]*\)|&)"
    r"|,\s+[A-Z][\w’'\-]*(?=,))*"
)
_OF = (
    rf"(?:\s+of\s+(?:\d{{1,2}}\s+)?(?:(?:{MONTH_NAME})\s+)?(?:19|20)\d\d(?=\s+(?:between|on|with)\b))?"
    r"(?:\s+of\s+(?!USD|US\$|INR|EUR|Rs)(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)\s+)?(?:[A-Z][\w’'\-]*)"
    r"(?:(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)*,?\s+and\s+(?:[A-Z][a-z]+\s)?(?:Assistance|Support"
    r"|Cooperation|Co-operation|Security|Trade|Commerce|Navigation|Alliance|Partnership)"
    r"|\s+(?:(?:and|of|in|the)\s+)*[A-Z][\w’'\-]*)*)?"
)
_TAIL = rf"(?:{_OF}{_BETWEEN}{_ABOUT}|{_OF}\s+between\s+{BODY}\s+and\s+{BODY}|\s+with\s+{BODY}|{_OF})"
NAMED = re.compile(
    rf"(?P<lead>(?:(?<![\w-])(?:{_LEAD}))*)(?<![\w–\-])(?P<head>(?:{_HEAD}))\b{_OTHER}(?P<abbr>\s+\([A-Z][A-Za-z]{{1,9}}\))?"
    rf"(?P<tail>{_TAIL})"
)
# "Agreement on Strategic Partnership in Green Energy": told from its first noun, the second is what it is about.
FROM_FIRST = re.compile(rf"(?:{_HEAD})\b{_TAIL}")
FIRST_HEAD = re.compile(
    r"(?:[A-Z0-9][\w’–-]*\s+)*?(?P<head>Agreement|Memorandum of \w+|MoU|MOU|Treaty|Joint Statement"
    r"|Declaration|Protocol|Convention"
    r"|Contract|Arrangement|Letter of Intent|Terms of Reference)\s+(?:on|of|for|to|concerning|regarding|between)\b"
)
