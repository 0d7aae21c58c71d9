"""Who is meant: keeps track of the parties and people in focus, and resolves "they", "both sides", "he", "we"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from comity.extract.actors import (
    Actors,
    because,
    codes_around,
    companions,
    definite,
    has_both,
    joined,
    merge,
    named_beside,
    one_for_each,
    outsiders,
    own_meeting,
    party_at,
    person_at,
    person_reason,
    row_of_people,
    stateless,
    two_offices,
)
from comity.lexicon.tables import Row
from comity.model import Agreement, Engagement, Exercise
from comity.reading.annotate import Annotated
from comity.reading.mentions import PersonMention, Sentence
from comity.reading.syntax import subject, word

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Actors", "Context"]

_BRIEFING = re.compile(r"\b(?:briefing|gaggle|interview|press call|background call)\b", re.IGNORECASE)
_HIM = re.compile(r"\bhim\b|\b(?:on|with|to|by|for|accorded|given|received|presented) her\b(?! [a-z]+ing)")
# `Anna Berg (retranslated): Thank you.`
# "King A of Norland (in English):"; some pages print the name and the office a second time, run together.
_SPEAKS = re.compile(
    r"(?:[ ,]+(?:(?:al-)?[A-Z][\w’'-]*|of|the|and))*\s*(?:\([A-Za-z ]{3,40}\)|\[[A-Za-z ]{3,40}\])?\s*:(?=\s|$)"
)
_WE_THE = re.compile(r"we,? the\b", re.IGNORECASE)
_THEY = frozenset({"they", "both", "them", "their"})
_WE = frozenset({"we", "us", "our", "ours"})
_YOU = frozenset({"you", "your"})
_HE = frozenset({"he", "she", "him", "her", "his", "hers"})
_IT = frozenset({"it", "its"})
# Offices that a state's own releases name without their state.
_AT_HOME = frozenset({"legislator", "governor", "business_leader", "spokesperson"})
_OWN_OFFICES = frozenset({"government", "cabinet", "ministry", "department", "administration"})
_I = frozenset({"i", "my", "me"})


def _speaks(gathering: Token) -> bool:
    """`The meeting reaffirmed ...` tells what its parties did; `the meeting will continue` tells of the meeting."""
    modal = any(c.tag_ == "MD" for c in gathering.head.children)
    return gathering.dep_ in ("nsubj", "nsubjpass") and not modal


@dataclass(slots=True)
class Context:
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
    voice: PersonMention | None = None
    day: date | None = None
    agreement: Agreement | None = None
    exercise: Exercise | None = None
    dialogue: Engagement | None = None

    @property
    def pair(self) -> tuple[str, ...]:
        """The parties in focus: of the last meeting told, else the release's own."""
        if len(self.focus) > 1:
            return self.focus
        return self.source.parties if self.source.release.account else ()

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
            self.authors = codes if len(codes) > 1 else self.authors
        if sentence.vessels:
            self.vessels = tuple(dict.fromkeys(v.code for v in sentence.vessels))
        singles = [m for m in named if not m.plural and (m.country or m.person)]
        if singles and sentence.role not in ("title", "subtitle"):
            self.speaker = self._leading(singles, sentence)

    def hear(self, sentence: Sentence) -> None:
        """In a transcript, `Vladimir Putin: Good afternoon.` says who is speaking from here on."""
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
            self.voice = self.settle(label)
        elif sentence.role in ("title", "heading"):
            self.voice = None

    def _leading(self, named: list[PersonMention], sentence: Sentence) -> PersonMention | None:
        """The person a sentence is about: its subject; a sentence about "he" stays with the one before."""
        if sentence.doc is None:
            return named[0]
        root = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
        head = next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None) if root is not None else None
        if head is None:
            return named[0]
        if head.lower_ in _HE and self.speaker is not None:
            return self.speaker
        if self.speaker is not None and _HIM.search(sentence.text):
            return self.speaker  # "The President will confer on him ...": the sentence is still about him
        at = sentence.start + head.idx
        if self.speaker is not None and definite(head) and self._is_person_noun(head):
            return self.speaker  # "In talks with the Ambassador, the CS said ..."
        return next(
            (m for m in named if m.start <= at < m.end),
            named[0] if head.lower_ not in _THEY else self.speaker,
        )

    def _is_person_noun(self, head: Token) -> bool:
        row = self.source.lexicon.actor_nouns.get(head.lower_)
        return row is not None and row["meaning"] == "person"

    def assume(self, mention: PersonMention, *, partner: bool) -> PersonMention:
        """A person whose state is not told: a partner in talks is of the other party, who acts is of the issuer's."""
        if mention.country is not None or mention.person is None:
            return mention
        spoken = self.source.release.genre == "transcript" and mention.role is None
        if partner and (self.home or mention.office in _AT_HOME or spoken):
            return mention
        others = [p for p in self.pair if p != self.issuer] or [p for p in self.source.parties if p != self.issuer]
        country = (others[0] if others else None) if partner else self.issuer
        if country is None:
            return mention
        mention.person.country, mention.person.country_basis = country, "inferred"
        return replace(mention, country=country, country_basis="inferred")

    def doer(self, who: Token | None, head: Token, sentence: Sentence) -> Actors:
        """Who does what a verb says; where the parser gives a main verb no subject, the one the sentence opens with."""
        actors = self.actors(who, sentence)
        if actors or who is not None:
            beside = [self._one(token, sentence) for token in companions(head)]
            return merge([actors, *(a for a in beside if a)]) if actors and beside else actors
        if head.i == 0 and head.tag_ == "VBG" and self.source.release.genre == "joint_text":
            return self._authors(head.text)  # "RECALLING the ...;": the preamble of a joint text
        if head.i == 0 and (head.tag_ in ("VBD", "VBN") or head.lower_.endswith("ed")):
            # "Emphasized the importance of ...": a list of what the person spoken of did.
            one = self.speaker
            return (
                self.subject if self.subject or one is None else Actors((one.country,) if one.country else (), (one,))
            )
        if head.tag_ == "VBZ" and all(t.tag_ == "RB" for t in head.doc[: head.i]):
            # "Requests the Commission to ...": the body that issues the decision speaks.
            return Actors(self.source.release.account)
        verb = head
        while verb.dep_ == "conj" and verb.head.i != verb.i:
            verb = verb.head
        opening = next((m for m in sentence.people if m.start - sentence.start < 25 and not m.plural), None)
        if verb.dep_ == "ROOT" and opening is not None and sentence.start + head.idx > opening.end:
            one = self.settle(opening)
            return Actors((one.country,) if one.country else (), (one,))
        return self._right_before(head, sentence)

    def _right_before(self, verb: Token, sentence: Sentence) -> Actors:
        """`On 9 March 2026 President X met ...`: the person right before a verb that the parser gave no subject."""
        begin = sentence.start + verb.idx
        near = (m for m in sentence.people if not m.plural and m.person is not None and 0 < begin - m.end < 3)
        one = next(near, None) if verb.tag_ in ("VBD", "VBZ") else None
        if one is None:
            return Actors()
        settled = self.assume(self.settle(one), partner=False)
        return Actors((settled.country,) if settled.country else (), (settled,))

    def holder(self, who: Token | None, head: Token, sentence: Sentence) -> Actors:
        """Who takes a stance or makes a promise: its subject, or the sentence's own subject.

        The latter for verbs that the parser hung on a noun near by.
        """
        actors = self.doer(who, head, sentence)
        if (
            actors
            or (who is not None and who.lower_ == "you")
            or head.dep_ in ("relcl", "acl", "ccomp")
            or (who is not None and who.tag_ == "WDT")
        ):
            return actors
        if self._unsaid(head):
            return self._plural(head.text)
        if who is not None and who.tag_ in ("NNP", "NNPS"):
            beside = named_beside(who, sentence)
            if beside is not None:
                one = self.assume(self.settle(beside), partner=False)
                return Actors((one.country,) if one.country else (), (one,), person_reason(one))
        root = next((t for t in head.doc if t.dep_ == "ROOT"), None)
        main = subject(root) if root is not None and root.i < head.i else None
        if main is None and root is not None and root.i == 0:
            return self.doer(None, root, sentence)  # "Emphasized the need for X, recognizing Y"
        return self.actors(main, sentence) if main is not None else actors

    def _unsaid(self, head: Token) -> bool:
        """`The importance of X was stressed`, on a page about a meeting: by those who met."""
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in head.children)
        told = any(c.dep_ == "agent" for c in head.children) or self.voice is not None
        return passive and not told and head.dep_ == "ROOT" and self.source.event_page and not self.home

    def owner(self, thing: Token | None, sentence: Sentence) -> Actors:
        """Whose a noun is: `the visit underscores our support` tells a stance of ours, though no one acts."""
        whose = next((c for c in thing.children if c.dep_ == "poss"), None) if thing is not None else None
        return self.actors(whose, sentence)

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
        if person is None:
            return mention
        return replace(mention, person=person, country=person.country or mention.country, country_basis="inferred")

    def actors(self, token: Token | None, sentence: Sentence) -> Actors:
        """Whom a phrase stands for; empty where it names no actor."""
        if token is None:
            return Actors()
        found: list[Actors] = []
        for head in dict.fromkeys((token, *joined(token), *row_of_people(token, sentence))):
            one = self._one(head, sentence)
            if one and found and one.parties == found[0].parties and stateless(sentence, head):
                # "Secretary Blinken and the Foreign Minister": the second is the other side's.
                others = tuple(p for p in self.pair if p not in one.parties)
                one = Actors(others) if len(others) == 1 else one
            if one:
                found.append(one)
        return merge(found)

    def _one(self, head: Token, sentence: Sentence) -> Actors:
        word = head.lower_
        pronoun = self._pronoun(word, head, sentence) if head.text != "US" else None
        if pronoun is not None:
            return pronoun
        mention = person_at(sentence, head)
        if mention is not None and two_offices(mention) and not self._one_person(mention):
            return self._plural(mention.role or "", self._two)
        if mention is not None and not mention.plural:
            mention = self.settle(mention)
            if mention.country is None and mention.person is not None and mention.person.country:
                mention = replace(mention, country=mention.person.country, country_basis=mention.person.country_basis)
            if mention.country is None and head.dep_ in ("nsubj", "nsubjpass", "poss") and mention.role:
                mention = self.assume(mention, partner=False)
            parties = (mention.country,) if mention.country else ()
            return Actors(parties, (mention,), person_reason(mention))
        ship = next((v for v in sentence.vessels if v.start <= head.idx < v.end), None)
        if ship is not None:
            return Actors((ship.code,))
        code = party_at(sentence, head)
        if code is not None:
            return Actors((code,))
        return self._noun(head, sentence)

    def _pronoun(self, word: str, head: Token, sentence: Sentence) -> Actors | None:
        printed = head.text
        if word in _THEY:
            return self._of_this_sentence(head, sentence) or self._plural(printed)
        if word in _WE | _I and self._briefing:
            return Actors()  # a spokesperson's "we" is as often the press office as the state
        if word in _YOU:
            return self._addressed(printed)
        if word in _WE | _I and self.voice is not None and self.voice.country:
            voice = self.voice
            return Actors(
                (voice.country or "",),
                (voice,),
                (because("by", (voice.country or "",), printed, "the person who is speaking"),),
            )
        if word in _WE:
            return self._authors(printed)
        one = self._antecedent(head, sentence) if word in _HE else None
        if one is not None:
            one = self.assume(one, partner=False)
            parties = (one.country,) if one.country else ()
            return Actors(parties, (one,), (because("by", parties, printed, "the person last spoken of"),))
        if word in _IT:
            here = self._whose_clause(head, sentence) or self._named_before(head, sentence)
            here = here or (self.it if word == "it" else self.subject)
            return here if here.parties else None
        if word in ("former", "latter") and definite(head) and len(self.focus) == 2 and head.dep_ == "nsubj":
            return Actors((self.focus[0 if word == "former" else 1],))
        if word in _I:
            parties = (self.issuer,) if self.issuer else ()
            return Actors(parties, (), (because("by", parties, printed, "the speaker of this text"),))
        return None

    def _named_before(self, head: Token, sentence: Sentence) -> Actors:
        """`Though Kenya is small, it ...`: the party that an earlier subject of the sentence names."""
        earlier = (t for t in head.doc[: head.i] if t.dep_ == "nsubj" and person_at(sentence, t) is None)
        codes = [code for t in earlier if (code := party_at(sentence, t)) is not None]
        return Actors(tuple(codes[-1:]))

    def _addressed(self, printed: str) -> Actors | None:
        """`your visit to Norland`, said by one of two: the other's."""
        if self.voice is None or self.voice.country not in self.pair or len(self.pair) != 2:
            return None
        other = tuple(p for p in self.pair if p != self.voice.country)
        return Actors(other, (), (because("parties", other, printed, "the one who is spoken to"),))

    def _authors(self, printed: str) -> Actors:
        account = self.authors or self.source.release.account
        return Actors(account, (), (because("by", account, printed, "the authors of this text"),))

    def author(self, head: Token, sentence: Sentence) -> Actors:
        """Who tells what a clause says: the subject of the verb above it, else the speaker or the authors."""
        verb = head
        while verb.dep_ == "conj" and verb.head.i != verb.i:
            verb = verb.head
        if verb.dep_ == "ROOT" or verb.head.i == verb.i:
            voice = self.voice.country if self.voice is not None else None
            return Actors((voice,)) if voice else self._authors("")
        if verb.dep_ == "ccomp" and verb.head.tag_.startswith("VB"):
            who = subject(verb.head)  # nobody's: "Please know that our friendship endures"
            return self.doer(who, verb.head, sentence) if who is not None else self._authors("")
        return Actors()

    def _antecedent(self, head: Token, sentence: Sentence) -> PersonMention | None:
        """The person that "he" or "she" means: one named earlier in the sentence, else the last spoken of."""
        at = sentence.start + head.idx
        earlier = [m for m in sentence.people if m.end <= at and not m.plural]
        if not earlier:
            return self.speaker
        # "he" is who the sentence is about; "her visit" behind "talks with X" is X's.
        return self.settle(
            earlier[-1] if head.tag_ == "PRP$" and head.head.lower_ in ("visit", "trip", "tour", "stay") else earlier[0]
        )

    def _one_person(self, offices: PersonMention) -> bool:
        """Whether somebody named in the release bears both: "Deputy Prime Minister and Foreign Minister X"."""
        return len(self._two) != 2 or any((offices.role or "") in (m.role or "") for m in self.heard)

    @property
    def _two(self) -> tuple[str, ...]:
        """The two in focus; of three that also met, the two whose release it is."""
        return self.pair if len(self.pair) == 2 else self.source.parties

    def _gathered(self, printed: str) -> Actors:
        """`The Meeting welcomed ...`: a body's own meeting speaks for the body, not for it and its host."""
        bodies = [p for p in self.pair if len(p) > 2 and own_meeting(p, self.source.release.text)]
        both = self._plural(printed)
        if len(bodies) == 1 and len(self.pair) == 2:
            return replace(both, parties=tuple(bodies))
        return both

    def _whose_clause(self, pronoun: Token, sentence: Sentence) -> Actors:
        """`Korea let Romania know that it is ready`: it is who says so in the clause above."""
        verb = next((a for a in pronoun.ancestors if a.dep_ == "ccomp" and a.head.tag_.startswith("VB")), None)
        who = subject(verb.head) if verb is not None and pronoun.dep_ == "nsubj" else None
        if who is None or who.i >= pronoun.i or who.tag_ == "PRP":
            return Actors()
        told = self.actors(who, sentence)
        return Actors(told.parties) if len(told.parties) == 1 else Actors()

    def _of_this_sentence(self, pronoun: Token, sentence: Sentence) -> Actors:
        """`A and B touched upon X when they met`: they are those who act in this very sentence."""
        root = next((t for t in pronoun.doc if t.dep_ == "ROOT"), None)
        main = next((c for c in root.children if c.dep_ == "nsubj"), None) if root is not None else None
        beside = list(joined(main)) if main is not None else []
        if main is None or main.tag_ == "PRP" or main.i >= pronoun.i or not beside or pronoun in beside:
            return Actors()
        told = self.actors(main, sentence)
        return told if len(told.parties) > 1 else Actors()

    def _plural(self, printed: str, meant: tuple[str, ...] = ()) -> Actors:
        both = meant or self.pair
        if len(both) == 1 and len(both[0]) == 2:
            return Actors()  # "both sides" are never one state
        return Actors(both, self.people, (because("by", both, printed, "the parties last told to have met"),))

    def _noun(self, head: Token, sentence: Sentence) -> Actors:
        nouns = self.source.lexicon.actor_nouns
        row = nouns.get(head.lower_) or nouns.get(word(head))  # "BRICS Energy Summit" is one token
        if row is None:  # "both governments, those of Kenya and India"
            return Actors(tuple(codes_around(head, sentence))) if head.lower_ == "those" else Actors()
        codes = tuple(dict.fromkeys(codes_around(head, sentence)))
        printed = sentence.doc[head.left_edge.i : head.i + 1].text if sentence.doc is not None else head.text
        if row["meaning"] == "vessel":
            return Actors(codes or self.vessels[:1])
        if row["meaning"] == "gathering":
            own = tuple(p for p in self.source.named if own_meeting(p, head.text)) if " " in head.text else ()
            if own and _speaks(head):
                return Actors(own)
            return self._gathered(printed) if _speaks(head) and definite(head.left_edge.head) else Actors()
        if row["number"] == "plural":
            beside = one_for_each(head, codes, sentence)
            if beside:
                return Actors(codes, beside)
            return self._several(row, head, codes, printed)
        if row["meaning"] == "counterpart":
            other = tuple(p for p in self.pair if self.speaker is None or p != self.speaker.country)
            return Actors(codes or other[:1])
        return Actors(codes[:1]) if codes else self._single(row, head, printed, sentence)

    def _several(self, row: Row, head: Token, codes: tuple[str, ...], printed: str) -> Actors:
        """`The two Ministers`, `both navies`, `other countries`: those in focus, unless others are named or meant."""
        if len(codes) > 1:
            return Actors(codes, self.people if set(codes) <= set(self.pair) else ())
        if len(codes) == 1 and row["meaning"] == "people" and not has_both(head):
            return Actors(codes)
        if any(c.lower_ in ("other", "many", "some", "several", "all") for c in head.children):
            return Actors(codes)
        own = any(c.dep_ == "compound" and c.lower_ in _OWN_OFFICES for c in head.children)
        if own and self.issuer and self.source.event_page:
            return Actors(codes or (self.issuer,))
        page = self.source.event_page  # whose title names the parties, so others are told apart
        if outsiders(head, named=page) and (page or not codes):
            return Actors(codes)
        return self._plural(printed)

    def _single(self, row: Row, head: Token, printed: str, sentence: Sentence) -> Actors:
        """`The Minister`, `her country`, `the Government`: one whom the phrase itself does not name."""
        one = self.speaker
        if row["meaning"] == "person" and definite(head) and one is not None:
            why = because("by", (one.country or "",), printed, "the person last spoken of")
            return Actors((one.country,) if one.country else (), (one,), (why,))
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        if row["meaning"] == "party" and owner is not None:
            return Actors(self._one(owner, sentence).parties[:1])
        if head.lower_ == "delegation" and definite(head) and one is not None and one.country:
            return Actors((one.country,), (), (because("by", (one.country,), printed, "the person last spoken of"),))
        if row["meaning"] == "party" and head.lower_ in _OWN_OFFICES and self.issuer:
            return Actors((self.issuer,), (), (because("by", (self.issuer,), printed, "the issuer's own"),))
        return Actors()
