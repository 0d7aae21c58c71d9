"""Agreements by how far they have come, each with the steps of its life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comity.linking.lives import Step, life, stage
from comity.model import Agreement
from comity.views.brief.dossier import Dossier, Thing
from comity.views.brief.saying import by_the_account, on_day, parties
from comity.views.paper.model import Paragraph
from comity.views.wording import spoken

__all__ = ["agreement", "by_stage", "is_joint_text", "joint_texts"]

_STAGES: Mapping[str, tuple[str, ...]] = {
    "In force or in operation": (
        "in_force", "operational", "amended", "renewed", "extended", "ratified", "notified", "provisionally_applied",
    ),
    "Signed or concluded": ("signed", "concluded", "initialled", "text_agreed", "approved"),
    "Under way": ("proposed", "announced", "negotiating"),
    "Ended": ("suspended", "expired", "superseded", "terminated"),
}  # fmt: skip
_STEP = {
    "in_force": "in force", "operational": "put into operation", "negotiating": "under negotiation",
    "text_agreed": "text agreed", "provisionally_applied": "provisionally applied",
}  # fmt: skip
_NO_DAY = frozenset({"in_force", "negotiating"})


def by_stage(dossier: Dossier) -> Iterator[tuple[str, list[Thing]]]:
    """The stages that have agreements, each with these, the last told first; joint texts aside."""
    told = [thing for thing in dossier.agreements if not is_joint_text(thing)]
    for name, stages in _STAGES.items():
        inside = [thing for thing in told if stage(thing.entry) in stages]
        if inside:
            yield name, sorted(inside, key=lambda t: (t.last_told, t.id), reverse=True)


def joint_texts(dossier: Dossier) -> list[Thing]:
    """Joint statements and the like, the last first."""
    return sorted((t for t in dossier.agreements if is_joint_text(t)), key=lambda t: (t.day, t.id), reverse=True)


def agreement(dossier: Dossier, thing: Thing) -> Paragraph:
    """An agreement in a sentence: its name, what it is about, its steps by day, whose account that is."""
    claim = thing.head
    if not isinstance(claim, Agreement):
        raise TypeError(thing.id)
    about = "" if claim.subject == "other" else f"{spoken(claim.subject)} "
    name = claim.name or f"An {about}{spoken(claim.kind)}".replace("An l", "A l").replace("An m", "A m")
    steps = [_step(one, thing) for one in life(thing.entry)]
    told = by_the_account(thing.accounts, dossier.asked)
    wider = f", of {parties(claim.parties)}" if dossier.between(thing) and len(claim.parties) < 6 else ""
    text = f"{name}{wider}: {', '.join(dict.fromkeys(steps))}{f', {told}' if told else ''}."
    by_id = {kept.id: kept for kept in thing.entry.members}
    firsts = [by_id[step.claims[0]] for step in life(thing.entry)]
    return (dossier.said(text, thing, *firsts),)


def _step(step: Step, thing: Thing) -> str:
    verb = _STEP.get(step.status, spoken(step.status))
    if step.date:
        return f"{verb} {on_day(step.date)}"
    told = min((k.issued for k in thing.entry.members if k.id in step.claims and k.issued), default="")
    return f"{verb} (told {on_day(told)})" if told else verb


def is_joint_text(thing: Thing) -> bool:
    """Whether it is a joint statement, and no agreement in the narrower sense."""
    return isinstance(thing.head, Agreement) and thing.head.kind == "joint_statement"
