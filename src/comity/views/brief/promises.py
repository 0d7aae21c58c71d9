"""Promises: who promised what in which words, what became of it, and what is open."""

from __future__ import annotations

from collections.abc import Sequence

from comity.linking.bounds import bounds, days_between
from comity.model import Commitment
from comity.views.brief.dossier import Dossier
from comity.views.brief.saying import by_the_account, cut, on_day, parties, possessive
from comity.views.entries import title
from comity.views.ledger import Promise
from comity.views.paper.model import Paragraph, Remark, Said

__all__ = ["OPEN", "by_side", "fates", "made_since", "moot", "open_ones", "promise", "weight"]

OPEN = ("open", "repeated", "in_progress")
_LONG, _SHOWN = 220, 2
_SOON = 31
"""Days: what was due sooner after it was promised is not raised once that is over."""
_VERBS = {
    "agreed": "agreed", "committed": "undertook", "intends": "announced the intention", "offered": "offered",
    "urged": "urged", "need_expressed": "saw a need", "requested": "asked", "invited": "invited",
}  # fmt: skip
_TO_SOMEBODY = frozenset({"offered", "urged", "requested", "invited"})


def promise(dossier: Dossier, told: Promise) -> Said:
    """A promise in a sentence, in its own words: "India says that both agreed" where only India says so."""
    one, first = told.head, told.first
    when = on_day(first.issued)
    to = f" {parties(one.to)}" if one.to and one.force in _TO_SOMEBODY else ""
    verb = _VERBS.get(one.force, "said")
    accounts = tuple(sorted({party for claim in told.entry.claims() for party in claim.according_to}))
    account = by_the_account(accounts, one.by if set(one.by) <= set(dossier.asked) else dossier.asked)
    both = set(one.by) == set(dossier.asked) and len(one.by) > 1
    who = parties(one.by) if one.by else "It was said that somebody"
    if account and both:
        says = parties([code for code in accounts if code in dossier.asked] or accounts[:2])
        plural = "say" if " and " in says else "says"
        who, account = f"{says} {plural} that {'both' if len(one.by) == 2 else 'all'}", ""
    due = f" (due {on_day(one.due.edtf)})" if one.due and one.due.edtf else ""
    action = cut(one.action, _LONG)
    says_that = action.startswith("that ") and one.force == "agreed" and not account
    words = f" {action}" if says_that else f": {action.removeprefix('that ')}"
    text = f"{who} {verb}{to} {when}{f', {account}' if account else ''}{words}{due}."
    return dossier.said(f"{text[:1].upper()}{text[1:]}".replace("  ", " "), told)


def fates(dossier: Dossier, told: Promise) -> Paragraph:
    """What the record suggests became of a promise, with the reason, in sentences that rest on what is told since."""
    said: list[Said | Remark] = []
    word = {"fulfilled": "Suggested as done", "in_progress": "Suggested as under way"}.get(told.fate.status)
    first = told.first.issued or ""
    later = [(follow, thing) for follow, thing in told.since if (follow.told or "") > first]
    shown = [(follow, thing) for follow, thing in later if (follow.told or "") <= dossier.day]
    for follow, thing in shown[:_SHOWN] if word else ():
        when = f" {on_day(follow.day)}" if follow.day else ""
        text = f"{word}: {cut(title(thing), 120)}, {follow.becomes.replace('_', ' ')}{when} ({follow.reason})."
        said.append(dossier.shown(text, thing, follow.certainty))
    if word and not shown:
        said.append(Remark("Its own release tells how it is to be done; no later one in the record tells of it."))
    if told.fate.status == "repeated":
        last = told.entry.members[-1]
        said.append(Said(f"Told again {on_day(last.issued)}.", (dossier.note(last),)))
    if told.fate.overdue:
        said.append(Remark(f"Due by {on_day(told.fate.overdue)[3:]}; no release in the record tells that it was done."))
    elif told.fate.status == "open":
        said.append(Remark("No later release in the record tells of it."))
    return tuple(said)


def open_ones(dossier: Dossier) -> list[Promise]:
    """The checkable promises between those asked for alone that nothing shows to be done, the oldest first."""
    told = [p for p in dossier.promises if p.fate.checkable and p.fate.status in OPEN]
    return sorted(told, key=lambda p: (p.first.issued or "", p.entry.id))


def by_side(dossier: Dossier, told: Sequence[Promise]) -> list[tuple[str, list[Promise]]]:
    """Promises by who is to act: all together, then each side."""
    sides: list[tuple[str, list[Promise]]] = []
    together = [p for p in told if len(_actors(p.head)) != 1]
    if together:
        sides.append(("On both sides" if len(dossier.asked) == 2 else "On several sides", together))
    for code in dossier.asked:
        own = [p for p in told if _actors(p.head) == {code}]
        if own:
            sides.append((f"On {possessive(parties([code]))} side", own))
    return sides


def weight(told: Promise) -> tuple[object, ...]:
    """Which promises an officer would raise first: written ones; overdue, then with a date or a sum, or under way."""
    one = told.head
    steps = bool(told.since)
    return (
        told.first.genre == "transcript", not told.fate.overdue, not (one.due and one.due.edtf), one.amount is None,
        not steps,
        one.force not in ("agreed", "committed"), -len(told.entry.members), told.first.issued or "", told.entry.id,
    )  # fmt: skip


def moot(told: Promise, day: str) -> bool:
    """Whether nobody would raise it any more: it was for the days after it was made, and these are long over."""
    span = bounds(told.head.due.edtf) if told.head.due else None
    first = told.first.issued
    if span is None or not first or len(first) < 10:
        return False
    return span[1] < day and days_between(first, span[1]) < _SOON


def made_since(dossier: Dossier) -> list[Promise]:
    """The checkable promises made since the day from which on things are new."""
    return [p for p in dossier.promises if p.fate.checkable and (p.first.issued or "") > dossier.since]


def _actors(one: Commitment) -> set[str]:
    """Who is to act: the one who is urged or asked, else those who promise."""
    return set(one.to if one.force in ("urged", "requested") and one.to else one.by)
