"""Why a claim was made: the rule that found it, the words it rests on, and each value that was worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from comity.errors import ClaimNotFound
from comity.model.claims import Claim
from comity.model.reading import Reading
from comity.views.wording import what

__all__ = ["RuleText", "explain", "explain_claim", "find_claim"]


class RuleText(Protocol):
    """What a reader can be told of a rule: `comity.lexicon.rules.Rule`."""

    @property
    def id(self) -> str:
        """The stable id."""
        ...

    @property
    def name(self) -> str:
        """The rule in words."""
        ...

    @property
    def pattern(self) -> str:
        """The pattern on one line."""
        ...

    @property
    def why(self) -> str:
        """The reason for the rule, or ''."""
        ...

    @property
    def file(self) -> str:
        """The file the rule stands in."""
        ...


def find_claim(reading: Reading, claim_id: str) -> Claim:
    """The claim whose id begins with `claim_id`.

    Raises:
        ClaimNotFound: no claim of the release, or more than one, has such an id.
    """
    found = [claim for claim in reading.claims() if claim_id and claim.id.startswith(claim_id)]
    exact = [claim for claim in found if claim.id == claim_id]
    if len(exact or found) == 1:
        return (exact or found)[0]
    where = reading.release.source
    if found:
        ids = ", ".join(claim.id for claim in found)
        raise ClaimNotFound(f"{claim_id} is the beginning of several ids: {ids}", where=where, then="give more of it")
    raise ClaimNotFound(
        f"no claim {claim_id} in this release", where=where, then="`comity read FILE --json` shows the ids"
    )


def explain(reading: Reading, claim_id: str, rules: Mapping[str, RuleText]) -> str:
    """Lines that tell how a claim came about.

    Raises:
        ClaimNotFound: no claim of the release, or more than one, has an id beginning so.
    """
    return explain_claim(find_claim(reading, claim_id), reading.release.text, rules)


def explain_claim(claim: Claim, text: str, rules: Mapping[str, RuleText]) -> str:
    """Lines that tell how a claim came about; `text` is the text of its release."""
    return "\n".join(
        [
            f"{claim.kind_name} {claim.id}: {what(claim)}",
            f"certainty {claim.certainty:.2f}, according to {', '.join(claim.according_to) or 'nobody told'}",
            "",
            *_rule(claim, rules),
            "",
            *_quotes(text, claim),
            "",
            *_inferences(claim),
        ]
    )


def _rule(claim: Claim, rules: Mapping[str, RuleText]) -> Iterator[str]:
    rule = rules.get(claim.rule)
    if rule is None:
        yield f"rule     {claim.rule} (not among the rules of this lexicon)"
        return
    yield f"rule     {rule.id}: {rule.name}"
    yield f"pattern  {rule.pattern}"
    if rule.why:
        yield f"why      {' '.join(rule.why.split())}"
    yield f"stands   in {rule.file}"


def _quotes(text: str, claim: Claim) -> Iterator[str]:
    if not claim.evidence:
        yield "quotes   none: typed in by a person"
    for evidence in claim.evidence:
        page = f", page {evidence.page}" if evidence.page else ""
        holds = text[evidence.start : evidence.end] == evidence.quote
        told = "" if holds else " - NOT what stands there"
        yield f"quotes   {evidence.start}-{evidence.end}{page}: “{evidence.quote}”{told}"


def _inferences(claim: Claim) -> Iterator[str]:
    if not claim.inferences:
        yield "inferred nothing: every value is printed as it stands"
    for step in claim.inferences:
        yield f"inferred {step.field} = {step.value} ({step.basis}, from “{step.printed}”): {step.reason}"
