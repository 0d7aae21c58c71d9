"""Which tellings are of one agreement, the dated steps of its life, and how far it has come.

An agreement is known by its name in the lexicon, where it is one of its own; where the lexicon knows a type only
(an ACSA, an air services agreement), by the type and the parties; else by the words it is named with and the parties.
A bare "memorandum of understanding" is known again only near in time and in the same matter.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.fuzz import token_set_ratio

from comity.lexicon.tables import several
from comity.linking.grouping import Kind
from comity.linking.names import (
    SMALL,
    Span,
    content,
    folded,
    gather,
    gist,
    months,
    parties_in,
    rows,
    span,
    without_parties,
    words,
)
from comity.model import Agreement, Entry, Kept, Tie

__all__ = ["AGREEMENTS", "STAGES", "Step", "life", "stage"]

STAGES = (
    "proposed", "announced", "negotiating", "concluded", "initialled", "text_agreed", "approved", "signed",
    "provisionally_applied", "ratified", "notified", "in_force", "operational", "amended", "renewed", "extended",
    "suspended", "expired", "superseded", "terminated",
)  # fmt: skip
"""The steps in the order in which an agreement takes them."""

ANOTHER = 730
"""Days after a signature from which a second one is of another agreement of the same name."""
WEEKS = 60
"""Days within which words that many agreements share still mean the same one."""
NEAR = 10
"""Days within which a bare name can mean the same paper."""
_MADE = frozenset(STAGES[STAGES.index("signed") :])
_KINDS = {"treaty": "agreement", "agreement": "agreement", "arrangement": "agreement", "other": "agreement"}
_KIND_WORDS = frozenset({
    "agreement", "agreements", "memorandum", "memoranda", "understanding", "understandings", "mou", "mous",
    "treaty", "treaties", "arrangement", "arrangements", "letter", "letters", "intent", "statement", "statements",
    "joint", "declaration", "declarations", "communique", "communiques", "contract", "contracts", "pact", "pacts",
    "deal", "deals", "accord", "accords", "convention", "conventions", "document", "documents", "text", "draft",
    "bilateral", "trilateral", "multilateral", "new", "signed", "signing", "press", "release", "government",
    "governments", "republic", "federation", "ministry", "minister", "ministers", "department", "two", "both",
    "sides", "side", "following", "between", "session", "visit",
})  # fmt: skip
_COMMON = frozenset({
    "cooperation", "collaboration", "partnership", "program", "plan", "action", "issue", "matter", "field", "area",
    "development", "mutual", "framework", "establishment", "meeting", "implementation", "promotion", "strategic",
    "comprehensive", "intergovernmental", "international", "relation", "friendship", "work", "strengthening",
    "general", "ministerial", "dialogue", "protocol", "additional", "interim", "vision", "roadmap", "package",
    "administrative", "executive", "technical", "political", "implementing", "interdepartmental", "preferential",
    "crucial", "important", "historic", "annex", "term", "reference", "leader", "foreign", "summit", "national",
})  # fmt: skip
_VAGUE = frozenset({"other", "general_defence"})
_ARTICLES = frozenset({"the", "a", "an"})
_FILLING = frozenset({"cooperation", "collaboration", "creation", "establishment", "field", "area", "issue", "matter"})
_LINKS = frozenset({
    "agreement", "agreements", "deal", "pact", "accord", "accords", "treaty", "in", "on", "of", "with", "for",
    "between", "at", "by", "as", "to", "from", "that", "which", "the", "signed", "concluded", "framework",
    "commitments",
})  # fmt: skip
_ORDINALS = frozenset({
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
})  # fmt: skip
_ANOTHER_PAPER = frozenset({"framework", "protocol", "annex", "amendment", "addendum", "roadmap", "supplement"})
_PAPERS = ("statement", "declaration", "communique", "vision", "press")
_MANY = re.compile(
    r"\b(?:memoranda|agreements|mous|contracts|documents|treaties|arrangements|statements)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHORT = re.compile(r"\(([A-Z][A-Za-z&-]{1,9}[A-Z])s?\)")
_ASIDE = re.compile(r"\([^)]*\)")
_INITIALS = re.compile(r"[A-Z][A-Z&-]{2,9}")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the lexicon: `single` where it is one agreement and no type of them."""

    name: str
    short: str
    families: tuple[str, ...]
    parties: frozenset[str]
    subject: str
    ambiguous: bool
    single: bool


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is looked at of a telling. `at` is the day of the step, or of issue where no day is told."""

    row: _Row | None
    name: frozenset[str]
    shorts: frozenset[str]
    short: str | None
    many: bool
    papers: frozenset[str]
    kind: str
    subject: str
    parties: frozenset[str]
    status: str
    at: Span | None
    told: Span | None
    occasion: str | None
    quoted: frozenset[str] = frozenset()

    @property
    def pair(self) -> str:
        return ",".join(sorted(self.parties))

    @property
    def matter(self) -> frozenset[str]:
        """The words of its name without those that say no more than "on"; all of them where it has no others."""
        return self.name - _FILLING or self.name

    @property
    def strong(self) -> frozenset[str]:
        """The words of its name that few agreements share."""
        return self.name - _COMMON


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of an agreement: when, which claims tell it, and on whose account."""

    status: str
    date: str | None
    claims: tuple[str, ...]
    accounts: tuple[str, ...]


def life(entry: Entry) -> tuple[Step, ...]:
    """The steps of an agreement as told, in the order of time; one without a day stands before the next higher one.

    A step told without a day is that of the same name with one, where only one such is told.
    """
    steps: list[Step] = []
    told = sorted(((c.status, c.when.edtf if c.when else None, c) for c in map(_agreement, entry.members)), key=_finest)
    for status, edtf, claim in told:
        same = [s for s in steps if s.status == status and _one_day(s.date, edtf)]
        if len(same) == 1:
            accounts = tuple(sorted({*same[0].accounts, *claim.according_to}))
            steps[steps.index(same[0])] = replace(same[0], claims=(*same[0].claims, claim.id), accounts=accounts)
        else:
            steps.append(Step(status, edtf, (claim.id,), tuple(sorted(set(claim.according_to)))))
    return _in_order(steps)


def stage(entry: Entry) -> str:
    """The furthest step that any release tells; none is inferred: being put into operation is not entry into force."""
    return max((_agreement(kept).status for kept in entry.members), key=_rank)


def _finest(told: tuple[str, str | None, Agreement]) -> tuple[int, str, str, str]:
    days = span(told[1])
    return ((days.last - days.first).days if days else 99999, told[1] or "", told[0], told[2].id)


def _one_day(one: str | None, other: str | None) -> bool:
    a, b = span(one), span(other)
    return a is None or b is None or a.gap(b) == 0


def _in_order(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Dated steps by their first day, and each undated one before the first dated one of a later rank."""
    dated = sorted((s for s in steps if span(s.date)), key=lambda s: (_first(s.date), _rank(s.status), s.claims))
    undated = sorted((s for s in steps if not span(s.date)), key=lambda s: (_rank(s.status), s.claims))
    for step in undated:
        later = (n for n, other in enumerate(dated) if _rank(other.status) > _rank(step.status))
        dated.insert(next(later, len(dated)), step)
    return tuple(dated)


def _first(edtf: str | None) -> date:
    days = span(edtf)
    return days.first if days else date.max


def _rank(status: str) -> int:
    return STAGES.index(status) if status in STAGES else -1


def _form(kept: Kept) -> str:
    deed = _deed(kept)
    if deed.row and deed.row.single:
        return f"known|{deed.row.name}"
    if deed.row and not deed.many:
        standing = (deed.status in _MADE, deed.told if deed.status == "signed" else None)
        return f"type|{deed.row.name}|{deed.pair}|{_month(deed.at)}|{standing}"
    if deed.many or not deed.parties:
        return f"alone|{kept.id}"
    named = (
        sorted(deed.name),
        sorted(deed.shorts),
        deed.kind,
        sorted(deed.papers),
        deed.subject,
        deed.status,
        deed.at,
        deed.told,
    )
    return f"own|{deed.pair}|{named}" + ("" if deed.strong else f"|{deed.occasion}|{sorted(deed.quoted)}")


def _month(when: Span | None) -> str:
    return months(when)[0] if when else ""


def _keys(kept: Kept) -> Collection[str]:
    """The blocks of a telling, each bound to its parties: by its words in pairs, and one by one within weeks only."""
    deed = _deed(kept)
    if deed.row and deed.row.single:
        deed = replace(deed, parties=deed.row.parties)
        if len(deed.parties) != 2:
            return ()
    elif deed.many or not deed.parties:
        return ()
    keys = {f"short|{short}" for short in deed.shorts}
    if deed.row:
        told = sorted(deed.name | _subject_words(deed.row))
        keys |= {f"known|{word}" for word in told} | {f"known|{a} {b}" for a, b in combinations(told, 2)}
        keys |= {f"type|{name}" for name in (deed.row.name, *deed.row.families)}
        return {f"{deed.pair}|{key}" for key in keys}
    rare = sorted(deed.matter, key=lambda w: (w in _COMMON, -len(w), w))[:3]
    keys.add(f"{deed.kind}|{' '.join(sorted(deed.matter))}")
    keys.update(f"{deed.kind}|{a} {b}" for a, b in combinations(sorted(rare), 2))
    if deed.kind == "agreement" and rare:
        keys.add(f"known|{' '.join(sorted(rare[:2]))}")
    if deed.at:
        near, weeks = (months(Span(deed.at.first, deed.at.last + timedelta(days=n))) for n in (NEAR, WEEKS))
        if deed.at.precise:
            keys.update(f"{deed.kind}|{month}" for month in near)
        keys.update(f"{deed.kind}|{month}|{word}" for month in weeks for word in rare)
    return {f"{deed.pair}|{key}" for key in keys} | _keys_beyond_parties(deed)


def _keys_beyond_parties(deed: _Deed) -> set[str]:
    """The blocks of what can be one though parties are left out: a long name, a joint statement of a day."""
    keys = {f"words|{' '.join(sorted(deed.name))}"} if len(deed.name) > 3 else set()
    if deed.kind == "joint_statement" and deed.at and deed.at.precise:
        keys |= {f"{party}|said|{deed.at.first + timedelta(days=n)}" for party in deed.parties for n in (0, 1)}
    return keys


def _subject_words(row: _Row) -> frozenset[str]:
    return frozenset() if row.subject in _VAGUE else frozenset(content(row.subject))


def _tie(a: Kept, b: Kept) -> Tie | None:
    one, other = _deed(a), _deed(b)
    found = _tied(one, other)
    if found is None or _clash(one, other):
        return None
    return Tie(a.id, b.id, *found)


def _tied(one: _Deed, other: _Deed) -> tuple[str, float] | None:
    if one.row and other.row:
        if one.row.single or other.row.single or one.parties != other.parties:
            return None
        same = one.row.name == other.row.name
        return ("the same type, the same parties", 0.9) if same else ("a type and its family, the same parties", 0.75)
    if one.row or other.row:
        known, described = (one, other) if one.row else (other, one)
        return ("the same parties, described by subject and words", 0.6) if _describes(described, known) else None
    if one.kind == other.kind == "joint_statement" and (found := _tied_by_day(one, other)):
        return found
    return _tied_by_name(one, other)


def _describes(told: _Deed, known: _Deed) -> bool:
    """Whether the words of `told` say no more than the name and the subject of a known agreement do."""
    if known.row is None or told.parties != (known.row.parties if known.row.single else known.parties):
        return False
    if told.kind != "agreement" or not told.name or not told.strong:
        return bool(told.short and told.short in known.shorts)
    subject = _subject_words(known.row)
    return told.matter <= known.name | subject and (len(told.matter) > 1 or told.matter <= subject)


def _tied_by_day(one: _Deed, other: _Deed) -> tuple[str, float] | None:
    if one.at is None or other.at is None or not (one.at.precise and other.at.precise) or one.at.gap(other.at) > 1:
        return None
    if one.parties == other.parties and _one_paper(one, other):
        return "a joint statement of the same parties on the same day", 0.85
    if _akin(one.parties, other.parties) and len(one.name & other.name) > 1 and _alike(one.name, other.name):
        return "a joint statement of the same name on the same day", 0.8
    return None


def _one_paper(one: _Deed, other: _Deed) -> bool:
    """Whether two joint statements of one day can be one: a few states issue one a day, a grouping may several."""
    if one.strong and other.strong:
        return one.matter == other.matter or (bool(one.papers & other.papers) and _alike(one.name, other.name))
    if one.strong or other.strong:
        bare, named = (other, one) if one.strong else (one, other)
        return one.papers == other.papers and bool(_few_states(one.parties) or named.strong & bare.quoted)
    return _few_states(one.parties) or len(one.quoted & other.quoted) > 2


def _few_states(parties: frozenset[str]) -> bool:
    return len(parties) < 4 and all(len(party) == 2 for party in parties)


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are nearly the same words, or one is a shorter form of the other."""
    if (one ^ other) & (_ORDINALS | _ANOTHER_PAPER):
        return False
    if one <= other or other <= one:
        return True
    near = token_set_ratio(" ".join(sorted(one)), " ".join(sorted(other))) >= 92
    return near and len(one & other) / len(one | other) >= 0.6


def _tied_by_name(one: _Deed, other: _Deed) -> tuple[str, float] | None:
    days = one.at.gap(other.at) if one.at and other.at else 9999
    if one.parties != other.parties:
        same = len(one.name) > 3 and one.name == other.name and days <= WEEKS and _akin(one.parties, other.parties)
        return ("the same name, and parties of which some are left out", 0.75) if same else None
    if (one.short or other.short) and ({one.short} & other.shorts or {other.short} & one.shorts):
        return "an abbreviation and the name it stands for", 0.85
    same = one.matter == other.matter if one.strong else bool(one.name) and one.name == other.name and days <= NEAR
    if same:
        return "the same name, the same parties", 0.9
    if not one.strong or not other.strong:
        return _tied_bare(one, other) if days <= NEAR else None
    other_paper = one.kind == "joint_statement" and not one.papers & other.papers
    if _alike(one.name, other.name) and not other_paper:
        shorter = one.name < other.name or other.name < one.name
        if not shorter:
            return "nearly the same name, the same parties", 0.8
        several = min(len(one.strong), len(other.strong)) > 1 and days <= WEEKS
        if several or (days <= NEAR and len(one.name ^ other.name) < 3):
            return "a shorter form of the name, the same parties, told within weeks", 0.65
    return None


def _tied_bare(one: _Deed, other: _Deed) -> tuple[str, float] | None:
    if not one.strong and not other.strong:
        common = one.quoted & other.quoted
        enough = len(common) >= max(3, min(len(one.quoted), len(other.quoted)) / 2)
        if not (one.name <= other.name or other.name <= one.name):
            return None
        at_once = one.occasion is not None and one.occasion == other.occasion and len(common) > 1
        return ("told without a name, in the same words at the same time", 0.6) if enough or at_once else None
    bare, named = (other, one) if one.strong else (one, other)
    same = bare.name <= named.name <= bare.quoted | bare.name and not bare.papers ^ named.papers
    return ("told without a name, on the matter of the name, at the same time", 0.6) if same else None


def _clash(one: _Deed, other: _Deed) -> bool:
    """Whether two cannot be one agreement, whatever else ties them."""
    if one.kind != other.kind or not _akin(one.parties, other.parties):
        return True
    if one.row and other.row:
        return one.row.name != other.row.name and not _of_one_family(one.row, other.row)
    if one.row or other.row:
        known, told = (one, other) if one.row else (other, one)
        return not _describes(told, known)
    if one.kind == "joint_statement" and one.told and other.told and one.told.gap(other.told) > 1:
        return True
    if {one.short} & other.shorts or {other.short} & one.shorts:
        return False
    return bool(one.strong and other.strong) and not _alike(one.name, other.name)


def _of_one_family(one: _Row, other: _Row) -> bool:
    return bool({one.name, one.short} & set(other.families) or {other.name, other.short} & set(one.families))


def _settle(members: Sequence[Kept], ties: Sequence[Tie]) -> list[list[Kept]]:
    found = gather(members, ties, lambda a, b: _clash(_deed(a), _deed(b)))
    return [part for thing in found for part in _by_signature(thing)]


def _by_signature(thing: list[Kept]) -> list[list[Kept]]:
    """One agreement for each signature years after another: a renewed one takes the place of the first."""
    deeds = {kept.id: _deed(kept) for kept in thing}
    signed = sorted(d.told for d in deeds.values() if d.status == "signed" and d.told)
    starts = [day for n, day in enumerate(signed) if n == 0 or (day.first - signed[n - 1].last).days > ANOTHER]
    if not starts or any(d.row and d.row.single for d in deeds.values()):
        return [thing]
    parts: dict[int, list[Kept]] = {}
    for kept in thing:
        parts.setdefault(_signature(deeds[kept.id], starts), []).append(kept)
    return list(parts.values())


def _signature(deed: _Deed, starts: Sequence[Span]) -> int:
    """Which of the signatures a telling belongs to: the last before it, or the next one where it tells of a plan."""
    if deed.at is None:
        return len(starts) - 1
    before = [n for n, start in enumerate(starts) if (start.first - deed.at.last).days <= WEEKS]
    if deed.status in _MADE:
        # What was in force years before the first signature told is an agreement that went before.
        early = not before and (starts[0].first - deed.at.last).days > ANOTHER
        return before[-1] if before else (-1 if early else 0)
    return min(len(before), len(starts) - 1)


def _deed(kept: Kept) -> _Deed:
    claim = _agreement(kept)
    bare = not _name_words(claim.name or "") - _COMMON
    return _read(
        claim.name or "",
        (claim.kind, claim.subject, claim.status),
        claim.parties,
        (claim.when.edtf if claim.when else None, kept.issued),
        claim.occasion,
        claim.quote if bare else "",
    )


@lru_cache(maxsize=65536)
def _read(
    name: str,
    kind: tuple[str, str, str],
    parties: tuple[str, ...],
    days: tuple[str | None, str | None],
    occasion: str | None,
    quote: str,
) -> _Deed:
    told = span(days[0])
    row = _row(name, frozenset(parties))
    # A state that is no party is what the paper is about: a statement of seven "on Ukraine".
    about = frozenset(code.casefold() for code in parties_in(name) - set(parties)) if row is None else frozenset()
    own = _name_words(row.name if row else name) | about
    return _Deed(
        row=row,
        name=own,
        shorts=frozenset(_shorts(name) | ({row.short.casefold()} - {""} if row else set())),
        short=name.casefold() if _INITIALS.fullmatch(name) else None,
        many=not (row and row.single) and _several(name, own),
        papers=frozenset(paper for paper in _PAPERS if paper in folded(name)),
        kind="agreement" if row else _KINDS.get(kind[0], kind[0]),
        subject=row.subject if row else kind[1],
        parties=frozenset(parties),
        status=kind[2],
        at=told or span(days[1]),
        told=told,
        occasion=occasion,
        quoted=_name_words(quote) if quote else frozenset(),
    )


def _several(name: str, own: frozenset[str]) -> bool:
    """Whether a name stands for several papers ("trade agreements"), and not for one that is named so ("Accords")."""
    found = _MANY.search(name)
    return bool(found and (name[: found.end()].islower() or not own - _COMMON))


@lru_cache(maxsize=65536)
def _name_words(name: str) -> frozenset[str]:
    """The words that tell an agreement from others: not its parties, its years or what kind of paper it is."""
    return frozenset(w for w in gist(_ASIDE.sub(" ", name)) if w not in _KIND_WORDS and not w.isdecimal())


@lru_cache(maxsize=65536)
def _shorts(name: str) -> set[str]:
    """The abbreviations a name is printed with or can be abbreviated to."""
    found = {short.casefold() for short in _SHORT.findall(name)}
    if _INITIALS.fullmatch(name):
        return found | {name.casefold()}
    initials = [w for w in words(without_parties(_SHORT.sub(" ", name))) if w not in SMALL]
    if len(initials) > 2:
        line = "".join(w[0] for w in initials)
        found |= {line, line[:-1]} if initials[-1] in _KIND_WORDS else {line}
    return {short for short in found if len(short) > 2}


@lru_cache(maxsize=65536)
def _row(name: str, parties: frozenset[str]) -> _Row | None:
    """The lexicon's row for a name; for a type of agreement the one row of these parties that is of that type."""
    found = next((known for known in _named(name) if _fits(known, parties)), None)
    if found and found.single:
        return found
    named = [row for row in _by_unparted_name().get(_unparted(name), ()) if row.parties <= parties]
    if len(named) == 1:
        return named[0]
    if found is None:
        return None
    kin = {row.name: row for row in _singles().get(parties, ()) if {found.name, found.short} & set(row.families)}
    return next(iter(kin.values())) if len(kin) == 1 else found


def _unparted(name: str) -> tuple[str, ...]:
    return content(without_parties(_ASIDE.sub(" ", name)))


def _fits(row: _Row, parties: frozenset[str]) -> bool:
    """Whether parties can be those of a row: a release may name one of two states, or others beside them."""
    if not row.single or not row.parties or not parties:
        return True
    return _akin(row.parties, parties) or not (row.ambiguous or len(row.parties) == len(parties) == 2)


@lru_cache(maxsize=65536)
def _named(name: str) -> tuple[_Row, ...]:
    """The rows whose name stands at the head of a printed name, the longest first, with nothing but links after it."""
    for start in (name, without_parties(name), _ASIDE.sub(" ", name), _ASIDE.sub(" ", without_parties(name))):
        line = [w for w in words(start) if w not in _ARTICLES and not _YEAR.fullmatch(w)]
        for begin in (0, 1) if line and line[0] in {"new", "historic"} else (0,):
            if found := _at_head(line[begin:], name):
                return found
    return ()


def _at_head(line: list[str], printed: str) -> tuple[_Row, ...]:
    for length in range(min(len(line), 16), 0, -1):
        rest = line[length:]
        if (rest and rest[0] not in _LINKS) or (length == 1 and not _capitals(line[0], printed)):
            continue
        if found := _index().get(" ".join(line[:length])):
            return found
    return ()


def _capitals(word: str, printed: str) -> bool:
    """Whether a single word stands in capitals, as abbreviations do ("ICE", "SORT")."""
    return any(w.casefold() == word and w[:1].isupper() and w[1:2].isupper() for w in re.findall(r"[\w-]+", printed))


@cache
def _index() -> dict[str, tuple[_Row, ...]]:
    found: dict[str, tuple[_Row, ...]] = {}
    for row in rows("agreements"):
        known = _Row(
            name=row["name"],
            short=row["abbreviation"],
            families=tuple(several(row["family"])),
            parties=frozenset(several(row["parties"])),
            subject=row["subject"],
            ambiguous=row["ambiguous"] == "yes",
            single=bool(row["parties"] or row.get("signed")),
        )
        for name in dict.fromkeys((row["name"], row["abbreviation"], *several(row["aliases"]))):
            line = " ".join(w for w in words(name) if w not in _ARTICLES and not _YEAR.fullmatch(w))
            if line:
                found[line] = (*found.get(line, ()), known)
    return found


@cache
def _singles() -> dict[frozenset[str], tuple[_Row, ...]]:
    """The agreements of two parties, by the parties."""
    found: dict[frozenset[str], tuple[_Row, ...]] = {}
    for row in sorted({row for named in _index().values() for row in named}, key=lambda r: r.name):
        if row.single and len(row.parties) == 2:
            found[row.parties] = (*found.get(row.parties, ()), row)
    return found


@cache
def _by_unparted_name() -> dict[tuple[str, ...], tuple[_Row, ...]]:
    """The agreements of parties that their names tell, by what is left of the name without them."""
    found: dict[tuple[str, ...], tuple[_Row, ...]] = {}
    for row in sorted({row for named in _index().values() for row in named if row.parties}, key=lambda r: r.name):
        found[_unparted(row.name)] = (*found.get(_unparted(row.name), ()), row)
    return found


def _agreement(kept: Kept) -> Agreement:
    if not isinstance(kept.claim, Agreement):
        raise TypeError(f"not an agreement: {kept.kind} {kept.id}")
    return kept.claim


AGREEMENTS: Kind[Kept] = Kind(_form, _keys, _tie, _settle)
"""How tellings of agreements are known again: one thing is one agreement with the steps of its life."""
