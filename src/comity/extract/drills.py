"""Drills: where a sentence names an exercise, or describes one that has no name of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.lexicon.gazetteer import Name
from comity.model import Span
from comity.reading.annotate import PARTY_KINDS
from comity.reading.mentions import Sentence
from comity.reading.time.words import MONTH_NAME

__all__ = ["Drill", "drills", "quote_of", "worth"]

_NOUN = re.compile(
    r"\b(?:exc?ercises?|drills?|wargames?|war games?|PASSEX|CORPAT|manoeuvres|maneuvers|EX|coordinated patrols?"
    r"|maritime cooperative activit(?:y|ies)|(?:exercis|train|drill)(?:ing|ed) (?:together|jointly|alongside|with)"
    r"|the \w+ (?:of|in) (?:the|this|their|a) series"
    r"|(?:goodwill|bilateral|joint|combined) training|(?:joint|combined) (?:naval |maritime |sea )?patrols?)\b",
    re.IGNORECASE,
)
_CAP = r"[A-Z][\w’\-–]*"
_SERIES = rf"{_CAP}(?:\s+(?:(?:du|de|ul|al|e)\s+)?{_CAP}|\s+\d{{1,4}}\b|\s+[IVX]+\b)*"
_KINDS = (
    r"(?:joint|combined|bilateral|trilateral|multilateral|multinational|naval|maritime|military|air|army"
    r"|annual|field|post|special)"
)
_PRINTED = re.compile(
    # "Exercise X"; "the joint exercise X"; "joint training “X of the Y 3”"; "drills, X 2021"; "the exercise, named X"
    rf"\b(?:Exercises?|Ex|EXERCISES?|EX)[\s\-–]+(?P<after>{_SERIES})"
    rf"|\b{_KINDS}\s+(?:[a-z\-]+\s+){{0,3}}(?:exercises?|drills?),?\s+(?P<behind>(?!Ex\b|Exercise){_SERIES})"
    rf"|\b(?:[Ee]xercises?|EXERCISES?|[Tt]raining|[Dd]rills?"
    rf"|Ex)[\s\-–]+[‘'“\"(](?P<inside>{_CAP}(?:\s+[\w’\-–]+){{0,7}}?)[’'”\")]"
    rf"|\b[Ee]xercises?,?\s+(?:code-?named|named|called|titled|dubbed|known as)\s+[‘'“\"]?(?P<named>{_SERIES})"
    rf"|\b[Ee]xercise\b[^.;]{{0,80}}?[\s,]\s*(?:(?:has been|was|is|to be)\s+)?(?:code-?named|named|called|dubbed"
    r"|titled|christened)\s+"
    rf"[‘'“\"]?(?P<since>{_SERIES})"
    # "completed “X 25,” the seventh of the series", "the exercise that both still call X"
    rf"|[‘“\"'](?P<serial>{_CAP}(?:\s+[\w’\-–]+){{0,5}}?),?[’”\"'],?\s+the\s+[\w-]+\s+(?:of|in)\s+(?:the|this|their|a)\s+"
    r"series\b"
    rf"|\b[Ee]xercise\s+(?:that|which)\s+(?:[a-z]+\s+){{1,4}}call\s+[‘“\"']?(?P<call>{_SERIES})"
    r"|[‘“\"'](?P<quoted>[A-Z][\w\-– ]{2,40}?)[’”\"'](?=\s+(?:[a-z\-]+\s+){0,4}(?:exercises?|drills?|training"
    r"|man(?:oeuvres|euvers)|patrols?)\b)"
    # "the exercise Desert Oryx", "the Khan Steppe peacekeeping exercise", "Desert Oryx XV, the fifteenth naval drill"
    rf"|\bexc?ercises?,?\s+[‘'“\"]?(?P<plain>(?!Ex\b|Exercise){_SERIES})"
    rf"|(?P<before>{_CAP}\s+{_CAP}(?:\s+{_CAP})?)\s+(?:[a-z\-]+\s+){{0,3}}(?:exercise|drill)\b"
    r"(?!,?\s+[‘'“\"(]?[A-Z])"
    rf"|(?P<beside>{_SERIES}(?:/\d{{4}})?),\s+(?:the|an?|their|its)\s+(?:[\w\-]+\s+){{0,5}}(?:exercise|drill)\b"
)
_GROUPS = ("after", "behind", "inside", "named", "serial", "call", "since", "quoted", "plain", "before", "beside")
_NO_NAME = re.compile(
    rf"(?:The|In|On|At|From|With|Between|Director|Control|Commander|INS|HMS|USS|{MONTH_NAME}|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|Exercises?|Area|Regulations?|Phase|PASSEX)\b"
)
_ADJECTIVE = (
    r"[A-Z][\w’'\-–.]*|\([A-Z]{2,6}\)|first|inaugural|maiden|second|third|joint|combined|trilateral|bilateral"
    r"|multilateral|multinational|"
    r"naval|maritime|military|air|army|fighter|passing|passage|tabletop|table-top|table|top|live-fire|field"
    r"|training|command|post|search|and|"
    r"rescue|of|the|disaster|relief|sea|special|forces|annual|major|anti-submarine|air-defen[cs]e|missile"
    r"|defen[cs]e|engineer|partnership"
)
_DESCRIBED = re.compile(
    rf"(?P<name>(?:(?:{_ADJECTIVE})\s+)+"
    r"(?:exercises?|drills?|Exercises?|Drills?|PASSEX|EXERCISE)(?:\s+\((?P<short>[A-Z]{3,10})\))?"
    r"|(?:inaugural|first-ever|maiden|joint|bilateral|trilateral|combined)(?:\s+[a-z\-]+){1,4}\s+(?:exercise|drill)\b"
    r"|PASSEX|(?:scheduled\s+|joint\s+|multilateral\s+)?(?i:(?:multilateral\s+)?maritime\s+cooperative\s+activit(?:y|ies))"
    r"|(?:exercis|train|drill)(?:ing|ed)\s+(?:together|jointly|alongside|with)"
    r"|(?:goodwill|bilateral|joint|combined)\s+(?:[a-z\-]+\s+)?training(?=\s+(?:with|between|alongside|involving)\b)"
    r"|(?:joint|combined|coordinated)\s+(?:naval\s+|maritime\s+|sea\s+)?patrol(?=\s+(?:with|between|in|along|off|on|since|alongside)\b)"
    r"|(?:(?<=\bwill\s)|(?<=\bto\s))exercise\s+(?:together"
    r"|jointly|alongside|with)"
    r"|(?<=\bnew\s)exercise|exercises?(?=\s+(?:between|with|involving)\s))"
)
_MILITARY = re.compile(
    r"\b(?:joint|bilateral|trilateral|multilateral|multinational|military|naval|maritime|army|air|fighter"
    r"|passing|passage|tabletop|table-top|"
    r"live-fire|field|navy|navies|forces|PASSEX|inaugural|fleet|command post|counter-terror\w*|anti-submarine"
    r"|combined|exercising|exercised|trained|training|drilled|drilling|transit|rescue|goodwill|patrol|coordinated)\b",
    re.IGNORECASE,
)
_VERB_USE = re.compile(
    r"\b(?:to|will|would|must|can|should|may|not)\s+exercise\b(?!\s+(?:together|jointly|alongside|with))"
    r"|\bexercis(?:e|ing|ed)\s+(?:restraint|"
    r"caution|control|power|right|their|its|his|authority|jurisdiction|leadership)",
    re.IGNORECASE,
)
_FORCES = re.compile(
    r"\b(?:forces?|troops|navy|navies|army|armies|military|soldiers|marines|fleet|ships?|defen[cs]e|defend)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Drill:
    """Where an exercise is told: its printed name (None where unnamed) and its row of the table."""

    start: int
    end: int
    name: str | None
    row: Name | None


def worth(sentence: Sentence) -> bool:
    """Whether a sentence has a word for an exercise, or the name of one."""
    return bool(
        _NOUN.search(sentence.text)
        or re.search(r"\b(?:joint|combined|bilateral)\b.{0,40}\btraining\b|\bexercise\s+together\b", sentence.text)
    ) or any(h.reading("exercise") for h in sentence.hits)


def drills(sentence: Sentence) -> list[Drill]:
    """The exercises of a sentence: the named ones, and those described beside them as others ("a new exercise")."""
    named = _named(sentence)
    described = _described(sentence)
    if not named:
        return described
    apart = [d for d in described if _apart(d, named, sentence.text)]
    return sorted([*named, *apart], key=lambda d: d.start)


def _apart(described: Drill, named: list[Drill], text: str) -> bool:
    """Whether a description is of another exercise than those named ("hold an air exercise, building on X")."""
    if any(d.start - 14 < described.end and described.start < d.end + 14 for d in named):
        return False
    return re.search(r"\b(?:an?|another|one more)\s+(?:\w+ly\s+)?$", text[: described.start]) is not None


def _named(sentence: Sentence) -> list[Drill]:
    text = sentence.text
    found: list[Drill] = []
    noun = _NOUN.search(text) is not None
    for hit in sentence.hits:
        name = hit.reading("exercise")
        if name is None or re.fullmatch(
            r"(?:(?:field training|command post|passing|passage|table-?top|live[- ]fire) exercise|passex)",
            hit.printed.casefold(),
        ):
            continue
        if name.row.get("ambiguous") == "yes" and not _beside_noun(text, hit.start, hit.end, noun=noun):
            continue
        if re.search(r"\b(?:formerly|previously)(?: known as| called| named)?\W+$", text[: hit.start]):
            continue
        if _goes_on(text, hit.end, sentence):
            continue
        short = len(hit.printed) < 6 and hit.printed.isupper() and not _FORCES.search(text)
        if short and not re.search(r"[Ee]xercise|[‘“\"']$", text[max(0, hit.start - 40) : hit.start]):
            continue  # an abbreviation that has other meanings where no forces are spoken of
        if any(m.start - sentence.start < hit.end and hit.start < m.end - sentence.start for m in sentence.people):
            continue
        number = re.match(r"[’'”\"]?[\s\-–]{0,2}\d{1,2}\b(?!\s*(?:[A-Z][a-z]+|to\b|[-–]|%))", text[hit.end :])
        end = hit.end + (number.end() if number else 0)
        found.append(Drill(hit.start, end, text[hit.start : end], name))
    for match in _PRINTED.finditer(text):
        group = next(g for g in _GROUPS if match[g])
        start, end = match.span(group)
        if not any(d.start < end and start < d.end for d in found) and _is_name(match[group], group, start, sentence):
            found.append(Drill(start, end, match[group], None))
    return sorted(found, key=lambda d: d.start)


def _goes_on(text: str, end: int, sentence: Sentence) -> bool:
    """`Exercise Alon Bay` is not Alon: another word of the name follows that no table knows."""
    after = re.match(r"\s(?!Phase\b|Edition\b|Iteration\b)([A-Z][a-z]{2,})\b", text[end:])
    if after is None or _PLAIN_WORDS.match(after[1]) or re.match(r"(?:Exercise|Ex)\b", after[1]):
        return False
    at = end + after.start(1)
    known = any(h.start <= at < h.end for h in sentence.hits) or any(d.start <= at < d.end for d in sentence.dates)
    return not known and re.search(r"\b[Ee]xercise\W+(?:[A-Z]\w+\W+){0,2}\w+$", text[:end]) is not None


def _is_name(name: str, group: str, start: int, sentence: Sentence) -> bool:
    bracketed = sentence.text[start - 1 : start] == "("
    if _NO_NAME.match(name) or (group == "inside" and bracketed and re.fullmatch(r"[A-Z]{3,10}", name)):
        return False
    if group in ("before", "beside"):
        return _is_series(name, start, sentence)
    if group not in ("behind", "plain"):
        return True
    # Behind a small "exercise" stands as often who holds it, or where.
    return not any(
        h.start == start and h.reading(*PARTY_KINDS, "place", "title", "honorific")  # type: ignore[arg-type]
        for h in sentence.hits
    )


_PLAIN_WORDS = re.compile(
    r"\b(?:Joint|Combined|Naval|Navy|Army|Air|Force|Forces|Military|Maritime|Defen[cs]e|Security|Special|Coast|Guard|Command"
    r"|Field|Post|Training|Ministry|Group|Corps|Marine|Marines|Peace|Support|Disaster|Relief|Annual|First|Second|Third"
    r"|Amphibious|Tabletop|Table|Passing|Passage|Cooperation|Cyber|Counter|Anti|International|National|Regional|Search"
    r"|Rescue|Operations?|Fleet|Meeting|Dialogue|Conference|Summit|Agreement|Ministers?|Chiefs?|Day|Edition|Iteration)\b"
)


def _is_series(name: str, start: int, sentence: Sentence) -> bool:
    """Whether capitalised words before "exercise" are its own name, and not a kind, a service or a party."""
    end = start + len(name)
    if _PLAIN_WORDS.search(name) or name.isupper() or " " not in name:
        return False
    if any(m.start - sentence.start < end and start < m.end - sentence.start for m in sentence.people):
        return False
    return not any(h.start < end and start < h.end and not h.reading("exercise") for h in sentence.hits)


def _beside_noun(text: str, start: int, end: int, *, noun: bool) -> bool:
    quoted = text[max(0, start - 1) : start] in ("‘", "“", "'", '"') and noun
    before, after = text[max(0, start - 14) : start], text[end : end + 25]
    return (
        quoted
        or bool(
            re.search(r"\b(?:exercises?|ex)\W+$", before, re.IGNORECASE)
            or re.match(r"[’”'\"]?[\s\-–]*(?:\d{2,4}|[IVX]+\b)?\W*\s*(?:exercise|drill|edition)", after, re.IGNORECASE)
        )
        or (noun and text[start:end].isupper())
    )


def _described(sentence: Sentence) -> list[Drill]:
    text = sentence.text
    found = []
    for match in _DESCRIBED.finditer(text):
        phrase = match["name"]
        if _VERB_USE.search(text[max(0, match.start() - 12) : match.end() + 15]):
            continue
        start = match.start() + len(phrase) - len(re.sub(r"^(?:the|The|of|and|A|An|This|In|During)\s+", "", phrase))
        printed = text[start : match.end()]
        proper = bool(
            re.search(
                r"[A-Z][a-z]+.*(?:Exercise|PASSEX|Drill)\b|PASSEX|\([A-Z]{3,}\)(?!.*drills)|^pass(?:ing|age) exercise$"
                r"|^(?:[A-Z]\w+\s+){3,}exercise$",
                printed,
            )
        )
        if phrase == "exercise" and not _FORCES.search(text):
            continue
        if (
            not proper
            and not _MILITARY.search(phrase)
            and phrase != "exercise"
            and "cooperative" not in phrase
            and not re.match(r"\s+(?:between|involving)\s", text[match.end() :])
            and not re.match(r"(?:exercise|train|drill)\w* (?:together|jointly|alongside|with)", phrase)
        ):
            continue
        found.append(Drill(start, match.end(), printed if proper else None, None))
    return found


def quote_of(spot: Drill, sentence: Sentence) -> Span:
    """The clause around the name: up to the commas or stops that hold it, at most some thirty words."""
    text = sentence.text
    start = max((m.end() for m in re.finditer(r"[;:]\s|,\s(?=and\b|which\b|while\b)", text[: spot.start])), default=0)
    stop = re.search(r";|,\s(?:which|while|and)\b", text[spot.end :])
    end = spot.end + stop.start() if stop else len(text)
    while len(text[start:end].split()) > 40 and start < spot.start:
        start = min(spot.start, text.find(" ", start) + 1 or spot.start)
    if len(text[start:end].split()) > 45:
        end = spot.end + len(" ".join(text[spot.end : end].split()[:20]))
    piece = text[start:end].rstrip(" .,;:")
    return Span(sentence.start + start, sentence.start + start + len(piece))
