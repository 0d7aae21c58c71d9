"""What is looked at of a telling of an agreement: its name taken apart, its parties, its step and the day of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from comity.linking.agreement_names import PaperName, bare_word, defined, matter, paper_name, strong, telling_words
from comity.linking.days import Days, days_of, ends_of
from comity.linking.known_agreements import Known, known_agreement, titled
from comity.linking.lives import CARRIED_ON, MADE, agreement_of
from comity.linking.named_months import named_month
from comity.linking.names import parties_in
from comity.linking.stretches import months
from comity.model import Kept

__all__ = ["Deed", "deed_of"]

_KINDS = {"treaty": "agreement", "agreement": "agreement", "arrangement": "agreement", "other": "agreement"}


@dataclass(frozen=True, slots=True)
class Deed:
    """What is looked at of a telling.

    `known` is the lexicon's row; `name` are the words that tell it from others; `about` the states that its name
    tells and that are no parties; `at` is the day of the step (`told`), or of issue where no day is told; `named` is
    the month of signature its name tells; `quoted` are the words of the quote, where the name alone tells too little.
    """

    known: Known | None
    paper: PaperName
    name: frozenset[str]
    about: frozenset[str]
    shorts: frozenset[str]
    many: bool
    kind: str
    subject: str
    parties: frozenset[str]
    status: str
    at: Days | None
    told: Days | None
    named: Days | None
    occasion: str | None
    accounts: frozenset[str]
    quoted: frozenset[str] = frozenset()

    @property
    def pair(self) -> str:
        """Its parties as one word."""
        return ",".join(sorted(self.parties))

    @property
    def matter(self) -> frozenset[str]:
        """What it is on."""
        return matter(self.name)

    @property
    def strong(self) -> frozenset[str]:
        """The words of its name that few agreements share."""
        return strong(self.name)

    @property
    def made(self) -> bool:
        """Whether it is signed, and planned no more."""
        return self.status in MADE

    @property
    def form(self) -> str:
        """All that is looked at, as one string; of a type that the lexicon knows, the month is enough."""
        if self.known and self.known.single:
            return f"known|{self.known.name}"
        if self.known and not self.many:
            standing = (self.made, self.status in CARRIED_ON, ends_of(self.told) if self.status == "signed" else None)
            return f"type|{self.known.name}|{self.pair}|{months(self.at)[0] if self.at else ''}|{standing}"
        paper = (self.paper.line, self.paper.described, sorted(self.paper.inner), self.paper.short, sorted(self.shorts))
        named = (*paper, self.kind, self.subject, self.status, sorted(self.accounts))
        bare = "" if self.strong else f"|{self.occasion}|{sorted(self.quoted)}"
        return f"own|{self.pair}|{named}|{ends_of(self.at)}|{ends_of(self.told)}|{ends_of(self.named)}{bare}"


def deed_of(kept: Kept) -> Deed:
    """What is looked at of a telling.

    Raises:
        TypeError: it is no telling of an agreement.
    """
    claim = agreement_of(kept)
    name = claim.name or ""
    word = bare_word(name)
    known = titled(word, kept.title) if word and kept.title else None
    bare = not strong(telling_words(known or name))
    named = named_month(name, claim.quote, days_of(kept.issued)) if claim.status in MADE else None
    return _read(
        known or name,
        (claim.kind, claim.subject, claim.status),
        claim.parties,
        (claim.when.edtf if claim.when else None, kept.issued, named),
        claim.occasion,
        frozenset(claim.according_to),
        (claim.quote if bare else "", defined(name, claim.quote)),
    )


@lru_cache(maxsize=65536)
def _read(
    name: str,
    kind: tuple[str, str, str],
    parties: tuple[str, ...],
    days: tuple[str | None, str | None, Days | None],
    occasion: str | None,
    accounts: frozenset[str],
    quoted: tuple[str, frozenset[str]],
) -> Deed:
    told = days_of(days[0])
    known = known_agreement(name, frozenset(parties))
    # A state that is no party is what the paper is about: a statement of seven "on Ukraine".
    about = frozenset(code.casefold() for code in parties_in(name) - set(parties)) if known is None else frozenset()
    paper = paper_name(name)
    return Deed(
        known=known,
        paper=paper,
        name=telling_words(known.name) if known else paper.words | about,
        about=about,
        shorts=paper.shorts | quoted[1] | ({known.short.casefold()} - {""} if known else set()),
        many=not (known and known.single) and paper.many,
        kind="agreement" if known else _KINDS.get(kind[0], kind[0]),
        subject=known.subject if known else kind[1],
        parties=frozenset(parties),
        status=kind[2],
        at=told or days_of(days[1]),
        told=told,
        named=days[2],
        occasion=occasion,
        accounts=accounts,
        quoted=telling_words(quoted[0]) if quoted[0] else frozenset(),
    )
