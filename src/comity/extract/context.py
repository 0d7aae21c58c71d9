"""Who is meant in a clause: who does, says or holds what its verb tells, where the grammar tells it and where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.extract.actors import Actors, companions, merge, named_beside, person_reason
from comity.extract.phrases import Phrases
from comity.reading.mentions import Sentence
from comity.reading.syntax import subject

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Actors", "Context"]


class Context(Phrases):
    """The running state of a release, asked who acts."""

    __slots__ = ()

    def doer(self, who: Token | None, head: Token, sentence: Sentence) -> Actors:
        """Who does what a verb says; where the parser gives a main verb no subject, the one the sentence opens with."""
        actors = self.actors(who, sentence)
        if who is not None and who.lower_ == "i" and who.i > 0 and who.nbor(-1).lower_ == "and":
            actors = merge([actors, self._before_me(who, sentence)])
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
        right_before = self._right_before(head, sentence)
        if right_before:
            return right_before
        opening = next((m for m in sentence.people if m.start - sentence.start < 25 and not m.plural), None)
        if verb.dep_ == "ROOT" and opening is not None and sentence.start + head.idx > opening.end:
            one = self.assume(self.settle(opening), partner=False)
            return Actors((one.country,) if one.country else (), (one,))
        return Actors()

    def _before_me(self, me: Token, sentence: Sentence) -> Actors:
        """`My counterpart from Kenya, Mr X, and I met`: the one who is named first."""
        begin = sentence.start + me.idx
        named = (m for m in reversed(sentence.people) if m.end <= begin and begin - m.end < 8)
        one = next((m for m in named if not m.plural), None)
        if one is None:
            return Actors()
        settled = self.assume(self.settle(one), partner=True)
        return Actors((settled.country,) if settled.country else (), (settled,))

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
