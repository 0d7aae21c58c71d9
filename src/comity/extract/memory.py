"""What a release has told so far: the parties, people and things in focus as its sentences are read in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from comity.extract.actors import Actors, definite
from comity.extract.speech import Spoken
from comity.model import Agreement, Engagement, Exercise
from comity.reading.annotate import Annotated
from comity.reading.mentions import Person, PersonMention, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["HE", "THEY", "Memory"]

_BRIEFING = re.compile(r"\b(?:briefing|gaggle|interview|press call|background call)\b", re.IGNORECASE)
_HIM = re.compile(r"\bhim\b|\b(?:on|with|to|by|for|accorded|given|received|presented) her\b(?! [a-z]+ing)")
# `Anna Berg (retranslated): Thank you.`
# "King A of Norland (in English):"; some pages print the name and the office a second time, run together.
_SPEAKS = re.compile(
    r"(?:[ ,]+(?:(?:al-)?[A-Z][\w’'-]*|of|the|and))*\s*(?:\([A-Za-z ]{3,40}\)|\[[A-Za-z ]{3,40}\])?\s*:(?=\s|$)"
)
_WE_THE = re.compile(r"we,? the\b", re.IGNORECASE)
_JOINT_BY = re.compile(
    r"\W*(?:[A-Z][\w-]+ )?Joint (?:[A-Z][a-z]+ )?(?:Statement|Declaration|Communiqu[eé]) (?:by|of|between|from)\b"
)
THEY = frozenset({"they", "both", "them", "their"})
"""Pronouns of several."""
HE = frozenset({"he", "she", "him", "her", "his", "hers"})
"""Pronouns of one person."""
# Offices that a state's own releases name without their state.
_AT_HOME = frozenset({"legislator", "governor", "business_leader", "spokesperson"})


@dataclass(slots=True)
class Memory:
    """The running state of a release as its sentences are read in order."""

    source: Annotated
    focus: tuple[str, ...] = ()
    people: tuple[PersonMention, ...] = ()
    heard: list[PersonMention] = field(default_factory=list)
    speaker: PersonMention | None = None
    vessels: tuple[str, ...] = ()
    place_country: str | None = None
    subject: Actors = field(default_factory=Actors)
    it: Actors = field(default_factory=Actors)
    lead: str = ""
    authors: tuple[str, ...] = ()
    home: bool = False
    homely: bool = False
    quoted: Mapping[int, Spoken] = field(default_factory=dict)
    label: PersonMention | None = None
    voice: PersonMention | None = None
    day: date | None = None
    agreement: Agreement | None = None
    exercise: Exercise | None = None
    dialogue: Engagement | None = None

    @property
    def pair(self) -> tuple[str, ...]:
        """The parties in focus: of the last meeting told, else the release's own; nobody named in passing."""
        if len(self.focus) > 1:
            return self.focus
        passing = self.home and not self.source.event_page
        return self.source.parties if self.source.release.account and not passing else ()

    @property
    def _briefing(self) -> bool:
        title = self.source.release.title or ""
        return self.source.release.genre == "transcript" and _BRIEFING.search(title) is not None

    @property
    def issuer(self) -> str | None:
        """The state or body that publishes."""
        return self.source.release.issuer.country

    def pass_sentence(self, sentence: Sentence) -> None:
        """Move on: what a sentence named can be meant by the next."""
        named = [self.settle(m) for m in sentence.people]
        self.heard.extend(m for m in named if m.person is not None)
        if self.source.release.genre == "joint_text" and _WE_THE.match(sentence.text):
            named_here = (hit.reading("state") for hit in sentence.hits)
            codes = tuple(dict.fromkeys(name.code for name in named_here if name))
            bodies = (hit.reading("body") for hit in sentence.hits if hit.start < 60)
            ours = tuple(name.code for name in bodies if name)[:1]  # "We, the Leaders of the Group of Seven"
            ours = ours if len(self.source.release.account) < 2 else ()
            self.authors = codes if len(codes) > 1 else ours or self.authors
        if sentence.index < 3 and sentence.role == "body" and not self.authors and _JOINT_BY.match(sentence.text):
            codes = tuple(dict.fromkeys(n.code for hit in sentence.hits if (n := hit.reading("state"))))
            self.authors = codes if len(codes) > 1 else self.authors
        if sentence.vessels:
            self.vessels = tuple(dict.fromkeys(v.code for v in sentence.vessels))
        singles = [m for m in named if not m.plural and (m.country or m.person)]
        if singles and sentence.role not in ("title", "subtitle"):
            self.speaker = self._leading(singles, sentence)

    def hear(self, sentence: Sentence) -> None:
        """`Vladimir Putin: Good afternoon.` says who is speaking from here on; a quotation, who speaks in it."""
        text, reach = sentence.text, 40 if self.source.release.genre == "transcript" else 1
        label = next(
            (
                m
                for m in sentence.people
                if not m.plural and m.start - sentence.start < reach and _SPEAKS.match(text, m.end - sentence.start)
            ),
            None,
        )
        if label is not None:
            self.label = self.settle(label)
        elif sentence.role in ("title", "heading"):
            self.label = None
        quoted = self.quoted.get(sentence.index)
        self.voice = self.label if quoted is None else self._speaking(quoted[1])

    def spoken(self, token: Token, sentence: Sentence) -> bool:
        """Whether a word is somebody's direct speech: of who is named in a label, or inside a quotation."""
        quoted = self.quoted.get(sentence.index)
        if quoted is None:
            return self.label is not None
        return quoted[0].start <= sentence.start + token.idx < quoted[0].end

    def _speaking(self, quoted: PersonMention) -> PersonMention:
        """Whose words are quoted: an office without a state is of the issuer's own; a firm's chief is nobody's."""
        one = self.settle(quoted)
        known = one.office not in ("unknown", "business_leader")
        return self.assume(one, partner=False) if known else one

    def _leading(self, named: list[PersonMention], sentence: Sentence) -> PersonMention | None:
        """The person a sentence is about: its subject; a sentence about "he" stays with the one before."""
        if sentence.doc is None:
            return named[0]
        root = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
        head = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None) if root is not None else None
        if head is None:
            return named[0]
        if head.lower_ in HE and self.speaker is not None:
            return self.speaker
        if self.speaker is not None and _HIM.search(sentence.text):
            return self.speaker  # "The President will confer on him ...": the sentence is still about him
        at = sentence.start + head.idx
        if self.speaker is not None and definite(head) and self._is_person_noun(head):
            return self.speaker  # "In talks with the Ambassador, the CS said ..."
        return next(
            (m for m in named if m.start <= at < m.end),
            named[0] if head.lower_ not in THEY else self.speaker,
        )

    def _is_person_noun(self, head: Token) -> bool:
        row = self.source.lexicon.actor_nouns.get(head.lower_)
        return row is not None and row["meaning"] == "person"

    def assume(self, mention: PersonMention, *, partner: bool, here: str | None = None) -> PersonMention:
        """A person whose state is not told: a partner in talks is of the other party, who acts is of the issuer's.

        `here` is the state abroad where the sentence says that they met.
        """
        if mention.country is not None or mention.person is None:
            return mention
        spoken = self.source.release.genre == "transcript" and mention.role is None
        if partner and (self.home or mention.office in _AT_HOME or spoken):
            return mention
        others = [p for p in self.pair if p != self.issuer] or [p for p in self.source.parties if p != self.issuer]
        country = (here or (others[0] if others else None)) if partner else self.issuer
        if country is None:
            return mention
        mention.person.country, mention.person.country_basis = country, "inferred"
        return replace(mention, country=country, country_basis="inferred")

    def settle(self, mention: PersonMention) -> PersonMention:
        """Links an office without a name to the person who holds it in this release."""
        if mention.person is not None and mention.country is None and mention.person.country:
            return replace(mention, country=mention.person.country, country_basis=mention.person.country_basis)
        if mention.person is not None or mention.plural:
            return mention
        country = mention.country if mention.country_basis != "inferred" else None
        holding = self.source.people.holding
        # "The President" in a state's own release is its own, before it is the guest.
        person = holding(mention.office, country or self.issuer, self.heard, mention.role)
        if person is None or (person.country is None and country is None):
            person = holding(mention.office, country, self.heard, mention.role)
            if country is None and person is not None and not self._named_by(person, mention.start):
                return mention  # "The Minister received the Minister of Kenya, Ms X": the first is another
        if person is None:
            return mention
        return replace(mention, person=person, country=person.country or mention.country, country_basis="inferred")

    def _named_by(self, person: Person, at: int) -> bool:
        """Whether a person is named before an offset of the text."""
        mentions = (m for s in self.source.sentences if s.start < at for m in s.people)
        return any(m.person is person and m.start < at for m in mentions)

    def _one_person(self, offices: PersonMention) -> bool:
        """Whether somebody named in the release bears both: "Deputy Prime Minister and Foreign Minister X"."""
        return len(self._two) != 2 or any((offices.role or "") in (m.role or "") for m in self.heard)

    @property
    def _two(self) -> tuple[str, ...]:
        """The two in focus; of three that also met, the two whose release it is."""
        return self.pair if len(self.pair) == 2 else self.source.parties
