"""Steps 4 of a release's way: every sentence with its names, people, dates and editions, before any parsing."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from comity.lexicon import Hit, Lexicon
from comity.lexicon.tables import several
from comity.model import Release, Span
from comity.reading import sentences
from comity.reading.beside import with_names_beside
from comity.reading.cards import without_cards
from comity.reading.mentions import PersonMention, Sentence, Vessel
from comity.reading.people import Found, find_people
from comity.reading.people_of import People
from comity.reading.time import find_anniversaries, find_dates, find_editions
from comity.sources.profile import profiles

__all__ = ["PARTY_KINDS", "READ", "Annotated", "annotate", "of_a_name", "titled", "told_apart"]

PARTY_KINDS = ("state", "body", "service", "adjective", "demonym")
_HEADLINES = frozenset({"title", "subtitle", "heading"})
READ = frozenset({"title", "subtitle", "heading", "body", "item", "caption"})


@dataclass(slots=True)
class Annotated:
    """A release with its sentences; `parties` are its main parties, the issuer's own first.

    `within` says that a state tells of its own affairs, and of others only in passing.
    """

    release: Release
    lexicon: Lexicon
    issued: date | None
    sentences: list[Sentence]
    people: People
    parties: tuple[str, ...] = ()
    named: Counter[str] = field(default_factory=Counter)
    event_page: bool = False
    within: bool = False


def annotate(release: Release, lexicon: Lexicon) -> Annotated:
    """Sentences and their mentions, with the people of the release put together."""
    issued = _day(release)
    issuer = release.issuer.country
    people = People(lexicon, issuer, issued, release.issuer.name)
    event_page = _event_page(release)  # whose titles are sentences
    rows = list(_sentences(release, lexicon, issuer))
    found = [with_names_beside(s.text, s.hits, find_people(s.text, s.hits)) for s in rows]
    for one, sentence in zip(found, rows, strict=True):
        if sentence.role not in _HEADLINES:
            people.learn(one)
    for one, sentence in zip(found, rows, strict=True):
        if sentence.role in _HEADLINES:  # "Joey Hood Visits Tunisia": the body knows where the name ends
            people.learn(f for f in one if f.name and (event_page or people.named(f.name) is None))
    for sentence, here in zip(rows, found, strict=True):
        sentence.people = tuple(_mentions(people, sentence, here))
        sentence.hits = tuple(h for h in sentence.hits if not _of_a_person(h, sentence))
    result = Annotated(release, lexicon, issued, rows, people, event_page=event_page)
    result.named = _named(rows)
    result.within = _within(result)
    result.parties = _main_parties(result)
    return result


def _event_page(release: Release) -> bool:
    """Whether the issuer gives each event a page of its own, with the event's date and place at its head."""
    profile = profiles().get(release.profile)
    return profile is not None and profile.event_pages


def _day(release: Release) -> date | None:
    edtf = release.issued.edtf if release.issued else None
    return date.fromisoformat(edtf) if edtf and len(edtf) == 10 else None


def _sentences(release: Release, lexicon: Lexicon, issuer: str | None) -> Iterator[Sentence]:
    text = release.text
    cards = _event_page(release)
    index = 0
    for number, block in enumerate(release.content.blocks):
        if block.role not in READ:
            continue
        shouted = text[block.start : block.end].isupper()
        for span in sentences.split(text, _unnumbered(text, block.span)):
            piece = text[span.start : span.end]
            if cards:
                piece = without_cards(piece)
            yield Sentence(
                index=index,
                start=span.start,
                end=span.end,
                text=piece,
                role=block.role,
                block=number,
                hits=told_apart(lexicon.gazetteer.find(piece, issuer=issuer, shouted=shouted), piece, text),
                dates=tuple(find_dates(piece)),
                editions=tuple(find_editions(piece)),
                anniversaries=tuple(find_anniversaries(piece)),
                vessels=tuple(_vessels(piece, lexicon)),
            )
            index += 1


_NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•\-–*])\s+")


def _unnumbered(text: str, span: Span) -> Span:
    """A paragraph without its number or bullet."""
    mark = _NUMBER.match(text, span.start, span.end)
    return Span(mark.end(), span.end) if mark else span


def told_apart(hits: Iterable[Hit], piece: str, text: str) -> tuple[Hit, ...]:
    """The names of a piece without those that only look like a party's.

    Such as New Jersey, Georgia in a release of the United States, a town in Missouri, the Tokyo Olympics, the head of
    a file number; nor is an abbreviation one that the release itself explains otherwise: "the National Art Museum
    (NAM)".
    """

    def stands(hit: Hit) -> bool:
        twin = hit.reading("lookalike")
        if twin is not None and not any(word in text for word in several(twin.row["unless"])):
            return False
        if _OF_A_THING.match(piece, hit.end) and hit.reading("capital") and not hit.reading(*PARTY_KINDS):  # type: ignore[arg-type]
            return False
        if (_OF_A_STATE.match(piece, hit.end) and hit.reading("state")) or _FILE.match(piece, hit.end):
            return False
        capitals = sum(c.isupper() for c in hit.printed)
        return not (capitals > 1 and len(hit.printed) < 6 and hit.printed.isalpha() and _otherwise(hit, text))

    return tuple(hit for hit in hits if stands(hit))


# "Cuba, New York, and Mexico, Missouri,": towns that bear the names of states.
_OF_A_STATE = re.compile(
    r",\s(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Idaho|Illinois|Indiana|Iowa|Kansas|"
    r"Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|"
    r"New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|"
    r"South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming)(?=[,.;]|$)"
)


# A city that names a thing which is nobody's any more: its games, its stock exchange.
_OF_A_THING = re.compile(
    r"\s(?:(?:19|20)\d\d\s)?(?:Olympics?|Paralympics?|Asian Games|Games|Marathon|Stock Exchange|Consensus|Biennale|"
    r"Film Festival|Fashion Week)\b"
)
_FILE = re.compile(r"[-/]\d+[-/]\w|/\d")  # "EAC-2023-0006", "EAC/25/N00788"


def _otherwise(hit: Hit, text: str) -> bool:
    """Whether the words before "(ABC)" begin with its letters, and are none of the names that ABC stands for."""
    at = next((text.find(f"({hit.printed}{end}") for end in (")", "s)") if f"({hit.printed}{end}" in text), -1)
    if at < 0 or (hit.reading("body") and len(re.findall(rf"\b{hit.printed}\b", text[:at])) > 3):
        return False  # not explained, or only after it was often used as known: a play on the body's name
    words = [w for w in re.findall(r"[^\W\d_][\w’'.-]*", text[max(0, at - 120) : at]) if w[:1].isupper()]
    letters = "".join(c for c in hit.printed if c.isupper())
    explained = words[-len(letters) :]
    if "".join(w[0] for w in explained) != letters:
        return False
    folded = " ".join(explained).casefold()
    return not any(
        folded in " ".join(w for w in known.split() if w[:1].isupper()).casefold().replace("-", " ")
        for name in hit.names
        for known in (name.row.get("name", ""), *several(name.row.get("aliases", "")))
    )


def _vessels(text: str, lexicon: Lexicon) -> Iterator[Vessel]:
    """Ships named with a prefix: `INS Sudarshini`, `JS Kaga`."""
    if not any(p in text for p in lexicon.ship_prefixes):
        return
    for match in lexicon.ship_names.finditer(text):
        yield Vessel(match.start(), match.end(), match[0], lexicon.ship_prefixes[match[1]])


def _mentions(people: People, sentence: Sentence, found: Sequence[Found]) -> Iterator[PersonMention]:
    taken = [(f.start, f.end) for f in found]
    mentions = [people.mention(f, sentence) for f in found]
    # A person already known by full name is often named again by one name alone ("Putin", "Koizumi").
    for person in people.persons:
        names = person.name.split()
        for word in dict.fromkeys((person.name, names[-1].rstrip("."), names[0])):  # the full name first
            if len(word) < 3 or word in ("Jr", "Sr"):
                continue
            at = sentence.text.find(word)
            while at >= 0:
                end = at + len(word)
                whole = not sentence.text[max(0, at - 1) : at].isalnum() and not sentence.text[end : end + 1].isalnum()
                if whole and not any(s < end and at < e for s, e in taken) and not _inside_other(sentence, at, end):
                    taken.append((at, end))
                    mentions.append(
                        PersonMention(
                            sentence.start + at, sentence.start + end, person.role, person.office,
                            person.country, person.country_basis, person, person.acting,
                        )
                    )  # fmt: skip
                at = sentence.text.find(word, end)
    yield from sorted(mentions, key=lambda m: m.start)


def _inside_other(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the words belong to another name ("Washington Treaty", "Bush House")."""
    return any(h.start <= start and end <= h.end and not h.reading("holder", "place") for h in sentence.hits)


# A border, a coast: where something is, not who takes part.
_BORDER = re.compile(r"\b(?:borders? (?:with|of|to)|bordering|off the coast of|frontier with)(?: the)? $")


def _of_a_person(hit: Hit, sentence: Sentence) -> bool:
    """Whether the name of a city or a people is part of a person's: "Ivo de Lima", "David Turk"."""
    if hit.reading("capital", "demonym") is None or hit.reading("state", "body", "service", "holder", "title"):
        return False
    at = sentence.start + hit.start
    return any(
        m.person is not None and m.start < at < m.end and hit.printed in m.person.name.split()[1:]
        for m in sentence.people
    )


def _named(rows: Sequence[Sentence]) -> Counter[str]:
    """How often each party is named, the title and the first sentences counting more."""
    counts: Counter[str] = Counter()
    body = 0
    for sentence in rows:
        lead = sentence.role in ("title", "subtitle") or body < 3
        body += sentence.role in ("body", "item")
        weight = 3 if lead else 1
        for hit in sentence.hits:
            name = hit.reading(*PARTY_KINDS)  # type: ignore[arg-type]
            if _BORDER.search(sentence.text, 0, hit.start):
                continue
            if name:
                counts[name.code] += weight
            counts.update(dict.fromkeys(of_a_name(hit), weight))
        for mention in sentence.people:
            if mention.country and (mention.person or mention.country_basis == "text"):
                counts[mention.country] += weight
    return counts


def titled(rows: Iterable[Sentence]) -> tuple[str, ...]:
    """The parties that the title names, by their names and by the people of theirs that it names."""
    codes: list[str] = []
    for sentence in rows:
        if sentence.role == "title":
            names = (hit.reading(*PARTY_KINDS, "capital") for hit in sentence.hits)  # type: ignore[arg-type]
            codes += [name.code for name in names if name]
            codes += [m.country for m in sentence.people if m.country and m.person is not None]
    return tuple(dict.fromkeys(codes))


def _within(annotated: Annotated) -> bool:
    """Whether a state tells of its own affairs: its title names nobody else, and its sentences but few others."""
    account = set(annotated.release.account)
    if len(account) != 1 or any(len(c) > 2 for c in account) or set(titled(annotated.sentences)) - account:
        return False
    if any(h.reading("dialogue", "exercise", "agreement") for s in annotated.sentences[:3] for h in s.hits):
        return False
    if any(_side_by_side(s, account) for s in annotated.sentences):
        return False
    body = [s for s in annotated.sentences if s.role in ("body", "item")]
    return 5 * sum(len(set(_parties(s)) - account) for s in body) < len(body)


_AND = re.compile(r"(?:,? and (?:the )?|[-–/])")


def _side_by_side(sentence: Sentence, account: set[str]) -> bool:
    """Whether a sentence names the issuer together with another: "Norland and Kenya will host a summit"."""
    named = [(h, name.code) for h in sentence.hits if (name := h.reading("state", "body"))]
    return any(
        len({a, b} & account) == 1 and _AND.fullmatch(sentence.text[one.end : other.start])
        for (one, a), (other, b) in itertools.pairwise(named)
    )


def _parties(sentence: Sentence) -> Iterator[str]:
    """Every party that a sentence names, by its names and by its people."""
    names = (hit.reading(*PARTY_KINDS) for hit in sentence.hits)  # type: ignore[arg-type]
    yield from (name.code for name in names if name)
    yield from (m.country for m in sentence.people if m.country and m.person is not None)


def of_a_name(hit: Hit) -> tuple[str, ...]:
    """The usual parties of a named dialogue, agreement or exercise of two or three."""
    name = hit.reading("dialogue", "agreement", "exercise", "capital")
    if name is None or hit.reading(*PARTY_KINDS):  # type: ignore[arg-type]
        return ()
    if name.row.get("ambiguous") == "yes":  # "the vision of Shakti" is no exercise
        return ()
    parties = (name.code,) if name.kind == "capital" else several(name.row["parties"])
    return parties if len(parties) < 4 else ()


_ROW = re.compile(r"(?:,|,? and|,? &|[-–/])(?: the)? ?")


def _in_a_row(rows: Iterable[Sentence]) -> tuple[str, ...]:
    """Three or more states that the title names in a row: "Kenya, India and Peru end patrol"."""
    best: tuple[str, ...] = ()
    for sentence in rows:
        row: list[str] = []
        last = 0
        hits = sentence.hits if sentence.role == "title" else ()
        for hit, code in ((h, name.code) for h in hits if (name := h.reading("state", "adjective"))):
            if not _ROW.fullmatch(sentence.text, last, hit.start):
                row = []
            row.append(code)
            last = hit.end
            best = max(best, tuple(dict.fromkeys(row)), key=len)
    return best if len(best) > 2 else ()


_OF_THREE = re.compile(r"\b(?:[Tt]rilateral|[Tt]ripartite|[Tt]hree-way)\b")


def _third(annotated: Annotated, others: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """The two that a trilateral meeting of the title or the first sentence is held with."""
    lead = [s for s in annotated.sentences if s.role in ("title", "body")][:2]
    if len(others) < 2 or not any(_OF_THREE.search(s.text) for s in lead):
        return ()
    (most, one), (next_most, other) = others[:2]
    apart = len(others) == 2 or 2 * others[2][0] <= next_most
    states = len(one) == len(other) == 2
    return (one, other) if states and apart and 2 * next_most >= most else ()


def _main_parties(annotated: Annotated) -> tuple[str, ...]:
    """The release's own parties: the issuers', then the other most named state or body of title and lead."""
    account = list(annotated.release.account)
    if len(account) > 1:
        return tuple(account)
    if annotated.event_page and account:
        partners = [code for code in titled(annotated.sentences) if code not in account]
        if partners:
            return (*account, *partners)
    three = _in_a_row(annotated.sentences)
    others = [(n, c) for c, n in annotated.named.items() if c not in account]
    most = max((n for n, _ in others), default=0)
    if account and account[0] in three and all(2 * annotated.named[code] >= most for code in three[1:]):
        return (*account, *(code for code in three if code not in account))
    third = _third(annotated, sorted(others, reverse=True))
    if account and third:
        return (*account, *third)
    if not others or annotated.within:
        return tuple(account)
    top = max(n for n, _ in others)
    best = [c for n, c in others if n == top]
    if not account:
        ranked = [c for c, _ in annotated.named.most_common(2)]
        return tuple(ranked)
    if top == 1:
        return tuple(account)  # one named in passing is no party to all
    equals = [code for code in titled(annotated.sentences) if code in best] if len(best) > 1 else []
    return (*account, *(equals or best[:1]))
