"""Knows a promise again when it is told again: by the other side, by a fact sheet, in a later statement.

Who promises may be told otherwise ("both agreed", "India will"), and so may the force (agreed, committed, will). What
is promised has to be near the same in the words that bear meaning; numbers, names and negation must not contradict.
Tellings of one day or nearly, between the same sides, are mostly of one meeting: there a looser wording is enough.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import combinations

from comity.linking.cohesion import cohesive
from comity.linking.grouping import Kind
from comity.linking.pledges import Pledge, pledge_of
from comity.linking.wording import Wording, agree, shared, spoken
from comity.model import Commitment, Kept, Tie

__all__ = ["COMMITMENTS"]

_SAME_EVENT = 240
"""Days between two tellings of a meeting or visit to come that may mean the same one: most recur each year."""

_SAME_WORDS = 45
"""Days between two tellings that point to what was said before, and may point to the same."""

_SAME_TALK = 3
"""Days between two accounts of one meeting."""

_LIKE, _HELD, _LONGER, _MOST, _SURER = 0.72, 0.88, 0.6, 0.7, 0.78
"""Shares of the words in common: of both; of the shorter, and then of both; of the strong words of the shorter; of
both where the sides are not told alike."""

_ENOUGH, _SAID = 2.6, 1.5
"""Weights of what two wordings share: at all; and where they have no strong word."""

_LOOSE_HELD, _LOOSE_LIKE, _LOOSE_ENOUGH = 0.7, 0.56, 2.3
"""The same shares and weight for two accounts of one meeting."""

_OF_A_STATE = 0.8
"""The weight of a state that both name."""


def _told(kept: Kept) -> Pledge:
    if not isinstance(kept.claim, Commitment):
        raise TypeError(f"{kept.id} is no commitment")
    return pledge_of(kept.claim)


def _form(kept: Kept) -> str:
    told = _told(kept)
    claim = kept.claim
    if not isinstance(claim, Commitment) or told.says_little:  # "continue to do so": only its own release knows what
        return f"{kept.release}|{told.action}|{','.join(sorted(told.by))}|{','.join(sorted(told.to))}|{told.asks}"
    words = told.words
    parts = (words.strong, words.weak, words.numbers, words.named, words.states)
    when = (kept.issued or "")[: 10 if told.contact else 7] if told.once or told.points or told.contact else ""
    return "|".join((
        ",".join(sorted(told.by)), ",".join(sorted(told.to)), "asks" if told.asks else claim.force[:4],
        *(" ".join(sorted(part)) for part in parts), "not" if words.negated else "",
        (claim.due.edtf or "") if claim.due else "", when, claim.amount.printed if claim.amount else "",
    ))  # fmt: skip


def _keys(kept: Kept) -> Collection[str]:
    told = _told(kept)
    words = told.words
    near = _keys_of_the_talk(kept, told)
    if told.says_little:
        return near
    parties = told.sides if told.mutual else told.by
    telling = words.longest[:5]
    keys = {f"{a}+{b}" for a, b in combinations(sorted(telling), 2)}
    if len(telling) < 2 or len(words.strong) < 2:
        keys.add("+".join(sorted((*words.strong, *words.weak, *words.states))))
    if _stands_by(told):
        keys.add(f"for {'+'.join(sorted((*told.head[0], *told.head[1])))}")
    return near | {f"{party}|{key}" for party in parties for key in keys}


def _keys_of_the_talk(kept: Kept, told: Pledge) -> set[str]:
    """Blocks of the days around the telling: a name or a strong word between the same two."""
    if not kept.issued or len(kept.issued) < 10 or len(told.sides) < 2:
        return set()
    days = date.fromisoformat(kept.issued[:10]).toordinal() // (_SAME_TALK + 1)
    pair = "+".join(sorted(told.sides)[:2])
    words = (*told.words.longest[:4], "invited") if told.invites else told.words.longest[:4]
    return {f"{pair}|{bucket}|{word}" for bucket in (days, days + 1) for word in words}


def _tie(a: Kept, b: Kept) -> Tie | None:
    one, other = _told(a), _told(b)
    if one.asks != other.asks or not _may_be_alike(one, other):
        return None
    talk = a.release != b.release and one.sides == other.sides and _days_fit(a, b, _SAME_TALK)
    if not (_dues_fit(one, other) and _times_fit(a, b, one, other)) or not _sums_fit(one, other, talk=talk):
        return None
    if not agree(one.words, other.words):
        return None
    if talk and _invite(one, other):
        return Tie(a.id, b.id, f"invitations at one meeting, between {_between(one, other)}", 0.7)
    if one.says_little or other.says_little or not _sides_fit(one, other):
        return None
    stands = _stands_by(one) and one.head == other.head
    if (one.points or other.points) and not stands and not _days_fit(a, b, _SAME_WORDS):
        return None
    why = _how_alike(a, b, one, other, talk=talk)
    if not why:
        return None
    certainty = min(0.95, 0.45 + _like(one.words, other.words) / 2)
    return Tie(a.id, b.id, f"{why}, between {_between(one, other)}", round(certainty, 2))


def _may_be_alike(one: Pledge, other: Pledge) -> bool:
    """Whether more than a glance is needed: for most pairs of a block it is not."""
    few = min(len(one.words.strong), len(other.words.strong)) < 2
    stands = one.head == other.head and _stands_by(one)
    return few or stands or len(one.words.strong & other.words.strong) > 1 or one.invites


def _how_alike(a: Kept, b: Kept, one: Pledge, other: Pledge, *, talk: bool) -> str:
    """How the words of two tellings are alike; "" where they are not enough."""
    words, others = one.words, other.words
    if (words.strong, words.weak, words.states) == (others.strong, others.weak, others.states):
        return "the same words"
    if _stands_by(one) and one.head == other.head:
        return f"the same support, of {', '.join(sorted(one.head[1]))}"
    surer = one.sides == other.sides or _like(words, others) >= _SURER
    if surer and (
        _near(words, others) or (one.sides == other.sides and _days_fit(a, b, _SAME_WORDS) and _weakly(words, others))
    ):
        return f"nearly the same words ({_common(one, other)})"
    if talk and _loosely(one, other):
        return f"at one meeting, in like words ({_common(one, other)})"
    return ""


def _common(one: Pledge, other: Pledge) -> str:
    stems = one.words.strong & other.words.strong or one.words.weak & other.words.weak
    return ", ".join(spoken(one.action, stems)[:4])


def _stands_by(told: Pledge) -> bool:
    """Whether it is a standing pledge that says no more than whom it is for: "support Nauru as long as it takes"."""
    weak, states = told.head
    return bool(weak and states) and not told.once and not told.asks and told.amount is None


def _like(a: Wording, b: Wording) -> float:
    """The share of all that two wordings say that they have in common."""
    states = _OF_A_STATE * len(a.states & b.states)
    whole = a.weight + b.weight + _OF_A_STATE * (len(a.states) + len(b.states))
    return 2 * (shared(a, b) + states) / whole if whole else 0.0


def _near(a: Wording, b: Wording) -> bool:
    """Whether two wordings share most of what they say, and enough of it."""
    states = _OF_A_STATE * len(a.states & b.states)
    common = shared(a, b) + states
    held = common / min(a.weight + _OF_A_STATE * len(a.states), b.weight + _OF_A_STATE * len(b.states))
    like = _like(a, b)
    strong = len(a.strong & b.strong)
    return (
        common >= _ENOUGH
        and _strongly(a, b)
        and strong >= (_MOST * min(len(a.strong), len(b.strong)))
        and (like >= _LIKE or (held >= _HELD and like >= _LONGER))
    )


def _weakly(a: Wording, b: Wording) -> bool:
    """Whether two wordings without a strong word share nearly all they say: they are told soon after one another."""
    return not (a.strong | b.strong) and shared(a, b) >= _SAID and _like(a, b) >= _SURER


def _loosely(one: Pledge, other: Pledge) -> bool:
    """Whether two accounts of one meeting may tell of one promise: of one occasion by name, or in most of the words."""
    a, b = one.words, other.words
    if one.once and other.once and len(a.named & b.named) > 1 and not a.numbers ^ b.numbers:
        return True
    common = shared(a, b)
    held = common / min(a.weight, b.weight)
    return _strongly(a, b) and common >= _LOOSE_ENOUGH and held >= _LOOSE_HELD and _like(a, b) >= _LOOSE_LIKE


def _strongly(a: Wording, b: Wording) -> bool:
    """Whether two strong words are the same, and not as a name alone ("the Middle East")."""
    common = a.strong & b.strong
    return len(common) > 1 and bool(common - (a.named & b.named))


def _invite(a: Pledge, b: Pledge) -> bool:
    """Whether both invite the same to come to the same."""
    visits = (a.once or a.says_little) and (b.once or b.says_little)
    return a.invites and b.invites and (a.by, a.to) == (b.by, b.to) and visits and bool(a.words.states & b.words.states)


def _sides_fit(a: Pledge, b: Pledge) -> bool:
    """Whether the same sides may be meant: one telling may say "both", or leave out to whom."""
    if not a.by & b.by:  # "Norway will host the talks" and "Korea will host" are not one, "hold" is
        return not a.asks and a.mutual and b.mutual and a.sides == b.sides
    if a.asks and ((a.to and b.to and not a.to & b.to) or a.by & b.to - b.by):
        return False
    if not a.asks and a.by == b.by and _of_the_same(a, b):
        return True  # whom a pledge is for is named in it, whoever it is told to
    if len(a.by) > 1 and len(b.by) > 1:
        return a.sides <= b.sides or b.sides <= a.sides
    return a.sides <= b.sides or b.sides <= a.sides or len(a.sides & b.sides) > 1


def _of_the_same(a: Pledge, b: Pledge) -> bool:
    """Whether two pledges name for whom they are; or one does, whom the other is made to in nearly the same words."""
    states, others = a.words.states, b.words.states
    if states == others:
        return bool(states)
    whom = (states or a.to) & (others or b.to)
    return bool(whom) and len(a.words.strong & b.words.strong) > 2 and _like(a.words, b.words) >= _SURER


def _sums_fit(a: Pledge, b: Pledge, *, talk: bool) -> bool:
    """Whether the sums fit: a sum is a promise of its own beside one that names none, except at one meeting."""
    if a.amount is None and b.amount is None:
        return True
    return a.amount == b.amount if a.amount and b.amount else talk


def _dues_fit(a: Pledge, b: Pledge) -> bool:
    if a.due is None or b.due is None:
        return True
    return (a.due[0] <= b.due[1] and b.due[0] <= a.due[1]) or a.due[0][:4] == b.due[0][:4]


def _times_fit(a: Kept, b: Kept, one: Pledge, other: Pledge) -> bool:
    if one.contact and other.contact:
        return _days_fit(a, b, 1)  # each talk has its own promise to keep in touch
    return not (one.once or other.once) or _days_fit(a, b, _SAME_EVENT)


def _days_fit(a: Kept, b: Kept, most: int) -> bool:
    if not a.issued or not b.issued:
        return True
    if len(a.issued) < 10 or len(b.issued) < 10:
        return a.issued[:4] == b.issued[:4]
    return abs((date.fromisoformat(a.issued) - date.fromisoformat(b.issued)).days) <= most


def _between(a: Pledge, b: Pledge) -> str:
    return ", ".join(sorted(a.sides & b.sides))


COMMITMENTS: Kind[Kept] = Kind(_form, _keys, _tie, cohesive)
"""How promises are known again."""
