"""Whether a line break ends a paragraph or only breaks a sentence in the middle."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["ends_sentence", "joint", "wraps"]

_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Shri|Smt|Sh|Sri|Km|Kum|St|Gen|Lt|Maj|Brig|Col|Capt|Cdr|Cmde|Adm|Sgt|Hon|Rt|Rev"
    r"|vs|viz|H\.E|[A-Z]\.[A-Z]|(?<!nnexure )(?<!chedule )[A-HJ-UWYZ])\.$"
)
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(])(?:No|Nos|Rs|Art|Para|Sec|approx)\.$")
_ENDED = re.compile(r"[.!?:;…।॥。！？][\"'”’»)\]*]*$")
_LEADS_ON = re.compile(
    r"(?:^|[\s(“‘\"'])(?:"
    r"of|the|and|or|in|on|at|to|by|for|from|with|a|an|as|that|than|into|between|under|during|through|within|upon"
    r"|is|are|was|were|be|been|being|has|have|had|will|shall|would|its|their|his|her|this|these|those|our|which|who"
    r"|whose|not|per|via|against|towards|about|over|both|called|titled|namely|including|around|nearly|approximately|worth"
    r"|since|until|till|only|also|like|among|amongst|across|after|before|where|while|when|whom|each|every|some|any"
    r"|OF|THE|AND|IN|ON|AT|TO|BY|FOR|FROM|WITH|On|In|The|By|At|From|During|Under|With"
    r"|Shri|Smt|Dr|Mr|Mrs|Ms|Prof|Hon’ble|Hon'ble|Thiru|Lt|Col|Capt|INS|USS|HMS|H\.E"
    r")\.?$"
)  # fmt: skip
_CLOSES = re.compile(r"(?:[,;:!?)\]}%”’»…]|\.(?!\.?\d))")
_OPENS = re.compile(r"(?:^|\s)[(\[“‘«]$|[(\[“«]$|\s[\"']$")
_LOWER = re.compile(r"[\"'“‘(]?[a-zß-öø-ÿ](?![.)]\s|x\.\s)")
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com|t\.co/)")
_HANDLE = re.compile(r"[@#]\w")
_ONLY_HANDLE = re.compile(r"(?:^|\s)[@#]\w+$")
_ASIDE = re.compile(r"\((?![\divx]{1,4}\)|[a-z]\))\S")
_DASH = re.compile(r"[–—-]\s+[a-z]")
_SIGNED = re.compile(r"— ?[^a-z\s]|\*")
_QUANTITY = re.compile(r"[₹$€£¥]?\s?\d[\d,.–-]*\s?(?:%|[a-z]{3,}|[A-Z][a-z]+[/a-z])")
_POSSESSIVE = re.compile(r"\w(?:[’']s|(?<=s)[’'])$")
_MONEY = frozenset("₹$€£¥")
_GREETING = re.compile(
    r"(?:my |dear|friends|hello|greetings|sir\b|madam|excellenc|your |namaska|distinguished|ladies|colleagues"
    r"|brothers|hon[’'.o])[^.!?]{0,100},$",
    re.IGNORECASE,
)
_INITIALS_CUT = re.compile(r"^[A-Z][A-Za-z]*(?:\s?/\s?[A-Z][A-Za-z]*)+$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LIST_MARK = re.compile(r"(?:\(?[a-z]\)|\(?[ivx]{1,5}[.)])\s")
_TABLE_WIDTH = 25
_NARROW, _WIDE = 40, 100
_ONE_LINE = 60
_MOST = 0.75
_NEARLY = 0.8
_MANY, _MOST_OF_TABLES = 20, 0.25


def wraps(lines: Sequence[str], begins: Sequence[bool], goes_on: Sequence[bool]) -> list[bool]:
    """For each line, whether the break after it is the typewriter kind, set where the line was full.

    `begins` tells the lines that hold text, `goes_on` those that may belong to the line before. A break is
    a wrap where the next line's first word would not have fitted. It counts only in a text in which nearly
    all breaks inside paragraphs are of this kind, at one width of 40 to 100 columns.
    """
    flags = [False] * len(lines)
    inside = [i for i in range(len(lines) - 1) if begins[i] and goes_on[i + 1] and not lines[i].endswith(("  ", "\\"))]
    widths = sorted(len(lines[i].rstrip()) for i in inside if "](" not in lines[i] and "://" not in lines[i])
    if not widths:
        return flags
    width = widths[min(len(widths) - 1, len(widths) * 49 // 50)]
    if not _NARROW <= width <= _WIDE:
        return flags
    full = [i for i in inside if len(lines[i].rstrip()) + 1 + _first_word(lines[i + 1]) > width]
    most = len(full) >= _MOST * len(inside) and (len(full) > 1 or width >= _ONE_LINE)
    many = len(full) >= _MANY and len(full) >= _MOST_OF_TABLES * len(inside)
    if most or many:
        # A hand that wraps is less exact than a program: a nearly full line without an end was wrapped too.
        near = [i for i in inside if len(lines[i].rstrip()) >= _NEARLY * width and not ends_sentence(lines[i])]
        for i in (*full, *near):
            flags[i] = True
    return flags


def _first_word(line: str) -> int:
    # A no-break space keeps words together, so it is split at plain spaces alone.
    return len(line.lstrip(" \t").partition(" ")[0])


def joint(before: str, after: str, *, wrapped: bool = False, hard: bool = False) -> str | None:
    """What takes the place of the line break between two lines of text: " ", "" or None for a boundary.

    `before` is the paragraph so far, `after` the next line, both without white space at the ends.
    `wrapped` says that the line was broken because it was full, `hard` that the writer asked for the break.
    """
    if not before or not after:
        return ""
    if wrapped:
        return _glue(before, after)
    if _CLOSES.match(after) and (after[0] in ",;)]" or not _ENDED.search(before)):
        return ""
    if _INITIALS_CUT.match(before) and after.isalpha() and after.islower():
        return ""  # a sign-off cut in two: "VK/Sa", "vvy"
    if _OPENS.search(before) or before[-1] in _MONEY:
        return ""
    if _starts_anew(before, after):
        return None
    return _glue(before, after) if _goes_on(before, after, hard=hard) else None


def _starts_anew(before: str, after: str) -> bool:
    """Whether nothing in `after` can belong to the sentence of `before`."""
    if ends_sentence(before) and not (_BEFORE_NUMBER.search(before) and after[0].isdigit()):
        return True
    if _SIGNED.match(after) or before.endswith("*"):
        return True
    return bool(_ADDRESS.match(after)) and not _LEADS_ON.search(before)


def _goes_on(before: str, after: str, *, hard: bool) -> bool:
    """Whether `after` reads as the rest of the unfinished sentence `before`."""
    if _ASIDE.match(after) or (_LOWER.match(after) and not _LIST_MARK.match(after)):
        return True
    if _DASH.match(after) or _LEADS_ON.search(before) or _BEFORE_NUMBER.search(before):
        return True
    if hard:
        return False
    if before.endswith(",") or _ABBREVIATED.search(before):
        return not _GREETING.match(before)
    if len(before) <= _TABLE_WIDTH:
        return False
    if before[-1].islower() and not before[0].isdigit() and _QUANTITY.match(after):
        return True
    possessive = _POSSESSIVE.search(before) and before.count("‘") < before.count("’")
    return bool(possessive or _HANDLE.match(after) or _ONLY_HANDLE.search(before))


def _glue(before: str, after: str) -> str:
    if _CLOSES.match(after) or _OPENS.search(before):
        return ""
    if before[-1] == "-" and before[-2:-1].isalnum() and not after.startswith(("and ", "or ", "to ")):
        return ""
    if _CJK.match(before[-1]) and _CJK.match(after):
        return ""
    return " "


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence or a clause before a list does."""
    return bool(_ENDED.search(text)) and not _ABBREVIATED.search(text)
