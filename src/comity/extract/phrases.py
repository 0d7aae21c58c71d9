"""Whom a phrase stands for: "they", "both sides", "he", "we", "the two Ministers", by what was told before."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from comity.extract.actors import (
    Actors,
    because,
    codes_around,
    definite,
    has_both,
    joined,
    merge,
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
from comity.extract.memory import HE, THEY, Memory
from comity.lexicon.load import HERE
from comity.lexicon.tables import Row, table
from comity.reading.mentions import PersonMention, Sentence
from comity.reading.syntax import subject, telling, word
from comity.sources.parties import is_body

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Phrases"]

_WE = frozenset({"we", "us", "our", "ours"})
_YOU = frozenset({"you", "your"})
_IT = frozenset({"it", "its"})
_I = frozenset({"i", "my", "me"})
_COUNTED = frozenset({"two", "three", "four"})  # "the two agreed"
_STYLES = frozenset({"majesty", "highness", "excellency"})
_SERVICES = frozenset({"Army", "Navy", "Guard", "Military"})  # "the Coast Guard plans": the issuer's own
_OF_A_BODY = frozenset({"states", "countries", "governments", "nations"})
_COUNTS = {"three": 3, "four": 4, "five": 5}
_MEN = re.compile(r"\b(?:King|Prince|Emir|Amir|Sultan|Sheikh|Mr|Shri)\b")
_WOMEN = re.compile(r"\b(?:Queen|Princess|Sheikha|Ms|Mrs|Smt|Madam)\b")
_THOSE = frozenset({"those", "friends", "neighbours", "neighbors"})  # "our Norwegian friends"
_ORGANS = frozenset({"authority", "council", "commission", "committee", "assembly", "board", "secretariat", "bureau"})
_OWN_OFFICES = frozenset({"government", "cabinet", "ministry", "department", "administration"})


def _speaks(gathering: Token) -> bool:
    """`The meeting reaffirmed ...` tells what its parties did; `the meeting will continue` tells of the meeting."""
    modal = any(c.tag_ == "MD" for c in gathering.head.children)
    return gathering.dep_ in ("nsubj", "nsubjpass") and not modal


@cache
def _kingdoms() -> frozenset[str]:
    """The states whose formal name says so."""
    return frozenset(row["code"] for row in table(HERE / "data", "states") if "Kingdom of" in row["formal"])


class Phrases(Memory):
    """Resolves the phrases of a sentence to parties and people."""

    __slots__ = ()

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
            if mention.country is None and head.dep_ in ("nsubj", "nsubjpass", "poss", "ROOT") and mention.role:
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
        if word in THEY:
            return self._of_this_sentence(head, sentence) or self._plural(printed)
        if word in _WE | _I:
            return self._first_person(word, head, sentence)
        if word in _YOU:
            return self._addressed(printed)
        one = self._antecedent(head, sentence) if word in HE else None
        if one is not None:
            one = self.assume(one, partner=False)
            parties = (one.country,) if one.country else ()
            return Actors(parties, (one,), (because("by", parties, printed, "the person last spoken of"),))
        if word in _IT:
            here = self._whose_clause(head, sentence) or self._named_before(head, sentence)
            here = here or (self.it if word == "it" else self.subject)
            return here if here.parties else None
        if word in _COUNTED and definite(head) and head.dep_ in ("nsubj", "nsubjpass", "pobj"):
            return self._plural(printed)
        if word in ("former", "latter") and definite(head) and len(self.focus) == 2 and head.dep_ == "nsubj":
            return Actors((self.focus[0 if word == "former" else 1],))
        return None

    def _first_person(self, word: str, head: Token, sentence: Sentence) -> Actors:
        """`We` and `I`: the state of who is speaking, else the authors; nobody where a firm's chief is quoted."""
        voice, printed = self.voice, head.text
        if self._briefing:
            return Actors()  # a spokesperson's "we" is as often the press office as the state
        if voice is not None and self.spoken(head, sentence) and (voice.country or self.label is None):
            if voice.country is None:
                return Actors()
            why = because("by", (voice.country,), printed, "the person who is speaking")
            return Actors((voice.country,), (voice,), (why,))
        if word in _WE:
            return self._authors(printed)
        parties = (self.issuer,) if self.issuer else ()
        return Actors(parties, (), (because("by", parties, printed, "the speaker of this text"),))

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
        account = self.authors or self._signers() or self.source.release.account
        return Actors(account, (), (because("by", account, printed, "the authors of this text"),))

    def _signers(self) -> tuple[str, ...]:
        """Of a joint text that only one of its two states is known to have issued: both."""
        release = self.source.release
        if release.genre != "joint_text" or len(release.account) != 1 or len(self.source.parties) < 2:
            return ()
        bodies = [p for p in self.source.parties[1:] if len(p) > 2 and own_meeting(p, release.title or "")]
        if len(bodies) == 1 and len(release.account[0]) == 2:
            return tuple(bodies)  # "Declaration of the CELAC Summit", printed by the state that chairs it
        return self.source.parties if all(len(code) == 2 for code in self.source.parties) else ()

    def _antecedent(self, head: Token, sentence: Sentence) -> PersonMention | None:
        """The person that "he" or "she" means: one named earlier in the sentence, else the last spoken of."""
        at = sentence.start + head.idx
        earlier = [m for m in sentence.people if m.end <= at and not m.plural]
        if not earlier:
            return self._fitting(head.lower_)
        # "he" is who the sentence is about; "her visit" behind "talks with X" is X's.
        return self.settle(
            earlier[-1] if head.tag_ == "PRP$" and head.head.lower_ in ("visit", "trip", "tour", "stay") else earlier[0]
        )

    def _fitting(self, pronoun: str) -> PersonMention | None:
        """The person last spoken of whom "he" or "she" fits: behind "the King received Ms X", "her" is Ms X's."""
        other = _MEN if pronoun in ("she", "her", "hers") else _WOMEN
        one = self.speaker
        if one is None or not other.search(one.role or ""):
            return one
        return next((m for m in reversed(self.heard) if not other.search(m.role or "") and m.country), one)

    def _gathered(self, printed: str) -> Actors:
        """`The Meeting welcomed ...`: a body's own meeting speaks for the body, not for it and its host."""
        bodies = [p for p in self.pair if len(p) > 2 and own_meeting(p, self.source.release.text)]
        both = self._plural(printed)
        if len(bodies) == 1 and len(self.pair) == 2:
            return replace(both, parties=tuple(bodies))
        return both

    def _whose_clause(self, pronoun: Token, sentence: Sentence) -> Actors:
        """`Korea let Romania know that it is ready`: it is who says so, or lets it be known, in the clause above."""
        verb = next((a for a in pronoun.ancestors if a.dep_ == "ccomp" and a.head.tag_.startswith("VB")), None)
        who = subject(telling(verb)) if verb is not None and pronoun.dep_ == "nsubj" else None
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

    def several(self, head: Token | None, sentence: Sentence) -> tuple[str, ...]:
        """The states that a phrase names as acting together: "the Ministers of A and B", "the meeting of A and B"."""
        row = self.source.lexicon.actor_nouns.get(head.lower_) if head is not None else None
        if head is None or row is None or row["meaning"] not in ("gathering", "people", "parties"):
            return ()
        codes = tuple(dict.fromkeys(codes_around(head, sentence)))
        return codes if len(codes) > 1 else ()

    def _counted(self, head: Token) -> tuple[str, ...]:
        """`Our three countries`: the states that the release names, where they are as many."""
        count = next((_COUNTS[c.lower_] for c in head.children if c.lower_ in _COUNTS), 0)
        named = tuple(code for code in self.source.named if len(code) == 2)
        return named if count == len(named) else ()

    def _plural(self, printed: str, meant: tuple[str, ...] = ()) -> Actors:
        both = meant or self.pair
        if len(both) == 1 and len(both[0]) == 2:
            return Actors()  # "both sides" are never one state
        return Actors(both, self.people, (because("by", both, printed, "the parties last told to have met"),))

    def _noun(self, head: Token, sentence: Sentence) -> Actors:
        nouns = self.source.lexicon.actor_nouns
        row = nouns.get(head.lower_) or nouns.get(word(head))  # "BRICS Energy Summit" is one token
        if row is None and head.lower_ == "those" and any(c.lower_ in ("present", "attending") for c in head.children):
            return self._plural(head.text)
        body = tuple(dict.fromkeys(codes_around(head, sentence))) if head.lower_ in _ORGANS else ()
        if len(body) == 1 and is_body(body[0]):
            return Actors(body)  # "the Council of the African Union"
        if row is None:  # "both governments, those of Kenya and India"
            return Actors(tuple(codes_around(head, sentence))) if head.lower_ in _THOSE else Actors()
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
        members = head.lower_ in _OF_A_BODY and not has_both(head) and not self.source.event_page
        if len(codes) == 1 and len(codes[0]) > 2 and members:
            return Actors(codes)  # "ASEAN Member States"
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
        return self._plural(printed, () if codes else self._counted(head))

    def _kingdom(self) -> tuple[str, ...]:
        """`The Kingdom`: the issuer where it is one, else the only one named."""
        if self.issuer in _kingdoms():
            return (self.issuer,)
        named = tuple(code for code in self.source.named if code in _kingdoms())
        return named if len(named) == 1 else ()

    def _single(self, row: Row, head: Token, printed: str, sentence: Sentence) -> Actors:
        """`The Minister`, `her country`, `the Government`: one whom the phrase itself does not name."""
        one = self.speaker
        side = self._host_or_guest(head)
        if side is not None:
            return Actors((side,), (), (because("by", (side,), printed, "who receives and who is received"),))
        known = definite(head) or (head.lower_ in _STYLES and any(c.dep_ == "poss" for c in head.children))
        if row["meaning"] == "person" and known and one is not None:
            why = because("by", (one.country or "",), printed, "the person last spoken of")
            return Actors((one.country,) if one.country else (), (one,), (why,))
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        if row["meaning"] == "party" and owner is not None:
            return Actors(self._one(owner, sentence).parties[:1])
        if head.lower_ == "delegation" and definite(head) and one is not None and one.country:
            return Actors((one.country,), (), (because("by", (one.country,), printed, "the person last spoken of"),))
        if head.lower_ == "kingdom":
            return Actors(self._kingdom())
        if row["meaning"] == "party" and head.lower_ in _OWN_OFFICES and self.issuer:
            return Actors((self.issuer,), (), (because("by", (self.issuer,), printed, "the issuer's own"),))
        abroad = len(self.pair) > 1 and not self.source.within
        if abroad and head.text in _SERVICES and definite(head) and self.issuer and len(self.issuer) == 2:
            return Actors((self.issuer,), (), (because("by", (self.issuer,), printed, "the issuer's own"),))
        return Actors()

    def _host_or_guest(self, head: Token) -> str | None:
        """`The host`, `his guest`, `the visitor`: of two, the one in whose country they meet, or the other."""
        if head.lower_ not in ("host", "guest", "visitor") or len(self.pair) != 2 or self.issuer not in self.pair:
            return None
        if not definite(head) and not any(c.dep_ == "poss" for c in head.children):
            return None
        host = self.place_country if self.place_country in self.pair else self.issuer
        return host if head.lower_ == "host" else next(p for p in self.pair if p != host)
