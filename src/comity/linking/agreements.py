"""Which tellings are of one agreement.

An agreement is known by its name in the lexicon, where it is one of its own; where the lexicon knows a type only
(an ACSA, an air services agreement), by the type and the parties; else by the words it is named with and the parties.
A bare "memorandum of understanding" is known again only near in time and in the same matter, and one that each side
names in its own words by its day, its subject and what the two names share.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations

from comity.linking.agreement_names import alike, levelled, matter, strong
from comity.linking.days import Days
from comity.linking.deeds import Deed, deed_of
from comity.linking.grouping import Kind
from comity.linking.joint_statements import tied_by_day
from comity.linking.known_agreements import described, of_one_family
from comity.linking.names import name_words
from comity.linking.settling import gather
from comity.linking.signatures import ANOTHER, WEEKS, by_signature
from comity.linking.stretches import months, precise
from comity.model import Kept, Tie

__all__ = ["AGREEMENTS"]

NEAR = 10
"""Days within which a bare name can mean the same paper."""
_RARE = 5
"""Words of a name by which it is looked for."""
_VAGUE = frozenset({"other", "general_defence"})


def _form(kept: Kept) -> str:
    deed = deed_of(kept)
    if not (deed.known and deed.known.single) and (deed.many or not (deed.parties or deed.known)):
        return f"alone|{kept.id}"
    return deed.form


def _keys(kept: Kept) -> Collection[str]:
    """The blocks of a telling, each bound to its parties: by its words in pairs, and one by one within weeks only."""
    deed = deed_of(kept)
    if deed.known and deed.known.single:
        deed = replace(deed, parties=deed.known.parties)
        if len(deed.parties) != 2:
            return ()
    elif deed.many or not deed.parties:
        return ()
    found = _keys_of_known(deed) if deed.known else _keys_of_name(deed)
    keys = {f"short|{short}" for short in deed.shorts} | found
    return {f"{deed.pair}|{key}" for key in keys} | (set() if deed.known else _keys_beyond_parties(deed))


def _keys_of_known(deed: Deed) -> set[str]:
    if deed.known is None:
        return set()
    told = sorted(deed.known.describing)
    keys = {f"known|{word}" for word in deed.known.about} | {f"known|{a} {b}" for a, b in combinations(told, 2)}
    return keys | {f"type|{name}" for name in (deed.known.name, *deed.known.families)}


def _keys_of_name(deed: Deed) -> set[str]:
    rare = sorted(deed.matter, key=lambda w: (w in name_words("common"), -len(w), w))[:_RARE]
    keys = {f"on|{' '.join(sorted(deed.matter))}"} | {f"on|{a} {b}" for a, b in combinations(sorted(rare), 2)}
    if rare:
        keys.add(f"known|{' '.join(sorted(rare[:2]))}")
    if deed.at:
        if precise(deed.at):
            keys.update(f"{deed.kind}|{month}" for month in _months(deed.at, NEAR))
        keys.update(f"on|{month}|{word}" for month in _months(deed.at, WEEKS) for word in rare[:3])
    return keys


def _keys_beyond_parties(deed: Deed) -> set[str]:
    """The blocks of what can be one though parties are left out: a telling name, a joint statement of a day."""
    keys = {f"words|{' '.join(sorted(deed.name))}"} if len(deed.name) > 3 else set()
    if deed.at and precise(deed.at):
        near = _months(deed.at, WEEKS)
        if len(deed.strong) > 1:
            keys |= {f"words|{month}|{' '.join(sorted(deed.matter))}" for month in near}
        keys |= {f"short|{month}|{short}" for month in near for short in deed.shorts}
        if deed.kind == "joint_statement":
            keys |= {f"{party}|said|{deed.at.first + n}" for party in deed.parties for n in (0, 1)}
    return keys


def _months(at: Days, later: int) -> tuple[str, ...]:
    return months(Days(at.first, at.last + later))


def _tie(a: Kept, b: Kept) -> Tie | None:
    one, other = deed_of(a), deed_of(b)
    found = _tied(one, other)
    if found is None or _clash(one, other):
        return None
    return Tie(a.id, b.id, *found)


def _tied(one: Deed, other: Deed) -> tuple[str, float] | None:
    if one.known and other.known:
        if one.known.single or other.known.single or one.parties != other.parties:
            return None
        same = one.known.name == other.known.name
        return ("the same type, the same parties", 0.9) if same else ("a type and its family, the same parties", 0.75)
    if one.known or other.known:
        known, told = (one, other) if one.known else (other, one)
        return _tied_by_description(told, known)
    if one.kind == other.kind == "joint_statement" and (found := tied_by_day(one, other)):
        return found
    days = one.at.gap(other.at) if one.at and other.at else 9999
    if one.parties != other.parties:
        return _tied_beyond_parties(one, other, days)
    return _tied_by_name(one, other, days)


def _tied_by_description(told: Deed, known: Deed) -> tuple[str, float] | None:
    if known.known is None or not _describes(told, known):
        return None
    sure = 0.7 if told.matter in known.known.matters else 0.6
    return "the same parties, described by subject and words", sure


def _describes(told: Deed, known: Deed) -> bool:
    """Whether the words of `told` say no more than the names and the subject of a known agreement do."""
    if known.known is None or told.parties != (known.known.parties if known.known.single else known.parties):
        return False
    abbreviated = bool(told.paper.short and told.paper.short in known.shorts)
    return abbreviated or known.known.is_described(told.kind, told.matter)


def _tied_beyond_parties(one: Deed, other: Deed, days: int) -> tuple[str, float] | None:
    """What ties two tellings of which one leaves parties out."""
    if not _akin(one.parties, other.parties) or days > WEEKS:
        return None
    if _abbreviates(one, other):
        return "an abbreviation and the name it stands for, and parties of which some are left out", 0.7
    one_side = min(len(one.parties), len(other.parties)) == 1 and len(one.strong) > 1 and days <= NEAR
    if one.matter == other.matter and (len(one.name) > 3 or one_side):
        return "the same name, and parties of which some are left out", 0.75
    return None


def _tied_by_name(one: Deed, other: Deed, days: int) -> tuple[str, float] | None:
    if _abbreviates(one, other):
        return "an abbreviation and the name it stands for", 0.85
    told, also = _names(one, other)
    same = matter(told) == matter(also) if strong(told) else bool(told) and told == also and days <= NEAR
    if one.kind != other.kind:
        sure = same and (days <= NEAR or (days <= ANOTHER and len(strong(told)) > 1))
        sure = sure or (alike(told, also) and _signed_at_once(one, other))
        return ("the same matter, loosely called another kind of paper", 0.6) if sure else None
    if same:
        return "the same name, the same parties", 0.9
    if not strong(told) or not strong(also):
        return _tied_bare(one, other) if days <= NEAR else None
    if one.kind == "joint_statement" and not one.paper.said & other.paper.said:
        return None
    if alike(told, also):
        return _tied_by_part(one, other, days)
    return ("the same day and subject, each side in its own words", 0.55) if _twins(one, other) else None


def _tied_by_part(one: Deed, other: Deed, days: int) -> tuple[str, float] | None:
    told, also = _names(one, other)
    if not (told < also or also < told):
        return "nearly the same name, the same parties", 0.8
    least, more = min(len(strong(told)), len(strong(also))), len(told ^ also)
    if (least > 1 and days <= WEEKS) or (days <= NEAR and more < 3):
        return "a shorter form of the name, the same parties, told within weeks", 0.65
    if _signed_at_once(one, other):
        return "a shorter form of the name, on one subject, signed at the same time", 0.6
    if least > 1 and _plan_and_paper(one, other):
        return "a shorter form of the name, a plan and the paper", 0.6
    signed = one.told and other.told and one.status == other.status and one.told.gap(other.told) > WEEKS
    return ("a shorter form of a long name, the same parties", 0.6) if least > 2 >= more and not signed else None


def _tied_bare(one: Deed, other: Deed) -> tuple[str, float] | None:
    if not one.strong and not other.strong:
        common = one.quoted & other.quoted
        enough = len(common) >= max(3, min(len(one.quoted), len(other.quoted)) / 2)
        if not (one.name <= other.name or other.name <= one.name):
            return None
        at_once = one.occasion is not None and one.occasion == other.occasion and len(common) > 1
        return ("told without a name, in the same words at the same time", 0.6) if enough or at_once else None
    bare, named = (other, one) if one.strong else (one, other)
    same = bare.name <= named.name <= bare.quoted | bare.name and not bare.paper.said ^ named.paper.said
    if same or _models(named.name) & bare.quoted:
        return "told without a name, on the matter of the name, at the same time", 0.6
    return None


def _models(told: frozenset[str]) -> frozenset[str]:
    """The words that are designations of a make, letters and digits in one ("30mkm")."""
    return frozenset(w for w in told if not w.isalpha() and not w.isdecimal())


def _names(one: Deed, other: Deed) -> tuple[frozenset[str], frozenset[str]]:
    told, also = levelled(one.paper, other.paper)
    return told | one.about, also | other.about


def _abbreviates(one: Deed, other: Deed) -> bool:
    return bool({one.paper.short} & other.shorts or {other.paper.short} & one.shorts)


def _signed_at_once(one: Deed, other: Deed) -> bool:
    """Whether both tell one step of one subject, on a day or in the year of that day."""
    if one.told is None or other.told is None or one.told.gap(other.told) or one.status != other.status:
        return False
    return one.subject == other.subject and one.subject not in _VAGUE and bool(one.strong and other.strong)


def _plan_and_paper(one: Deed, other: Deed) -> bool:
    """Whether one is planned and the other made of it, not years after."""
    if one.made == other.made or one.at is None or other.at is None:
        return False
    plan, paper = (other, one) if one.made else (one, other)
    return plan.at is not None and paper.at is not None and -WEEKS <= paper.at.first - plan.at.last <= ANOTHER


def _twins(one: Deed, other: Deed) -> bool:
    """Whether two sides can tell of one paper in their own words: at one time, on one subject, in half of the words."""
    if not (one.at and other.at and precise(one.at) and precise(other.at)) or one.at.gap(other.at) > NEAR:
        return False
    if not (one.accounts and other.accounts) or one.accounts & other.accounts or one.status != other.status:
        return False
    told, also = map(strong, _names(one, other))
    vague = {one.subject, other.subject} & _VAGUE
    if (one.subject != other.subject and not vague) or (told ^ also) & name_words("other_paper"):
        return False
    return len(told & also) >= max(2 if vague else 1, min(len(told), len(also)) / 2)


def _akin(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _clash(one: Deed, other: Deed) -> bool:
    """Whether two cannot be one agreement, whatever else ties them."""
    if not _akin(one.parties, other.parties):
        return True
    if one.known and other.known:
        return one.known.name != other.known.name and not of_one_family(one.known, other.known)
    if one.known or other.known:
        known, told = (one, other) if one.known else (other, one)
        return not _describes(told, known)
    if not _one_kind(one, other):
        return True
    if one.kind == "joint_statement" and one.told and other.told and one.told.gap(other.told) > 1:
        return True
    if one.paper.short or other.paper.short:
        # An abbreviation has no words that could tell against those of a name.
        return bool(one.paper.short and other.paper.short) and one.paper.short != other.paper.short
    words, also = _names(one, other)
    if not (strong(words) and strong(also)) or alike(words, also) or _twins(one, other):
        return False
    # Two that describe one that the lexicon knows need not be in the same words.
    told_of = [described(deed.kind, deed.matter, deed.parties) for deed in (one, other)]
    return not told_of[0] & told_of[1]


def _one_kind(one: Deed, other: Deed) -> bool:
    """Whether both are of one kind of paper, or one is called so loosely that it can be of the other's."""
    if one.kind == other.kind:
        return True
    if {one.kind, other.kind} == {"agreement", "mou"}:
        return (one if one.kind == "agreement" else other).paper.described or one.paper.loose or other.paper.loose
    return "joint_statement" not in (one.kind, other.kind) and (one.paper.loose or other.paper.loose)


def _settle(members: Sequence[Kept], ties: Sequence[Tie]) -> list[list[Kept]]:
    found = gather(members, ties, lambda a, b: _clash(deed_of(a), deed_of(b)))
    return [part for thing in found for part in by_signature(thing)]


AGREEMENTS: Kind[Kept] = Kind(_form, _keys, _tie, _settle)
"""How tellings of agreements are known again: one thing is one agreement with the steps of its life."""
