"""Puts the people of one release together: who is who across full names, surnames, titles and name orders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from comity.lexicon import Lexicon
from comity.lexicon.load import HERE
from comity.lexicon.tables import Row, table
from comity.reading.mentions import Person, PersonMention, Sentence
from comity.reading.people import Found

__all__ = ["People"]

_LEADERS = frozenset({"head_of_state", "head_of_government", "head_of_state_and_government"})

_POSTNOMINALS = re.compile(r"(?:,?\s+(?:[A-Z]{2,5}|[A-Z][a-z][A-Z]))+$")


class People:
    """The persons of a release, looked up by name or by office and state."""

    def __init__(self, lexicon: Lexicon, issuer: str | None, issued: date | None) -> None:
        self._lexicon = lexicon
        self._issuer = issuer
        self._issued = issued
        self.persons: list[Person] = []

    def learn(self, found: Iterable[Found]) -> None:
        """Take in the named people of a sentence (first pass)."""
        for one in found:
            if one.name:
                self._meet(one)

    def mention(self, one: Found, sentence: Sentence) -> PersonMention:
        """The mention of a found person or office, linked to the release's person where that is sure."""
        person = self.named(one.name) if one.name else None
        country, basis = one.country, "text"
        if country is None and person is not None:
            country, basis = person.country, person.country_basis
        if country is None and not one.plural:
            country, basis = self._assumed(one)
        return PersonMention(
            start=sentence.start + one.start,
            end=sentence.start + one.end,
            role=one.role or (person.role if person else None),
            office=one.office if one.office != "unknown" else (person.office if person else "unknown"),
            country=country,
            country_basis=basis,
            person=person,
            acting=one.acting or (person.acting if person else False),
            plural=one.plural,
        )

    def named(self, name: str) -> Person | None:
        """The person of that name, full or surname only."""
        words = _words(clean_name(name))
        if not words:
            return None
        best = None
        for person in self.persons:
            known = _words(person.name)
            longer = len(known) > 1 and known == words[: len(known)]
            if longer or known == words or set(words) <= set(known) or (len(known) == 1 and known[0] == words[-1]):
                return person
            surname = len(words) > 1 and len(known) > 1 and words[-1] == known[-1] and words[0][0] == known[0][0]
            # "S Jaishankar" and "Subrahmanyam Jaishankar", "William Ruto" and "William Samoei Ruto"
            initial = min(len(words[0].strip(".")), len(known[0].strip("."))) == 1
            if surname and (initial or words[0] == known[0]):
                best = best or person
        return best

    def holding(
        self, office: str, country: str | None, before: Sequence[PersonMention], role: str | None = None
    ) -> Person | None:
        """The named person who holds this office in the release; the one last spoken of if there are several."""
        fits = [
            p for p in self.persons
            if p.office == office and office != "unknown" and (country is None or p.country in (None, country))
        ]  # fmt: skip
        if role:
            # "the Cabinet Secretary" after "Cabinet Secretary for Defence of Kenya"
            named = [
                p
                for p in self.persons
                if p.role
                and p.role.casefold().startswith(role.casefold())
                and (country is None or p.country in (None, country))
            ]
            fits = named if len(named) == 1 else fits
        if len(fits) <= 1:
            return fits[0] if fits else None
        for mention in reversed(before):
            if mention.person in fits:
                return mention.person
        return None

    def _meet(self, one: Found) -> None:
        name = clean_name(one.name or "")
        if not name:
            return
        person = self.named(name)
        if person is None:
            person = Person(name)
            self.persons.append(person)
        elif len(name.split()) > len(person.name.split()):
            person.name = name
        if one.role and (person.role is None or (person.office == "unknown" and one.office != "unknown")):
            person.role, person.office, person.acting = one.role, one.office, one.acting
        if one.country and (person.country is None or person.country_basis != "text"):
            person.country, person.country_basis = one.country, "text"
        self._from_table(person)

    def _from_table(self, person: Person) -> None:
        """State and office by the table of holders, for the day of issue; a name alone proves neither."""
        if person.country and person.office != "unknown":
            return
        hits = list(self._lexicon.gazetteer.find(person.name))
        rows = [n.row for h in hits if h.end - h.start == len(person.name) for n in h.names if n.kind == "holder"]
        words = person.name.split()
        if len(words) == 1 and person.country is None:
            rows = self._own_leader(person.name)
        if not rows and len(words) > 2:
            short = f"{words[0]} {words[-1]}"
            rows = [
                n.row
                for h in self._lexicon.gazetteer.find(short)
                if h.printed == short
                for n in h.names
                if n.kind == "holder"
            ]
        if person.country:
            rows = [r for r in rows if r["country"] == person.country]
        if not rows:
            return
        day = self._issued.isoformat() if self._issued else ""
        serving = [r for r in rows if day and r["from"] <= day and (not r["to"] or day[: len(r["to"])] <= r["to"])]
        states = {r["country"] for r in serving or rows}
        if person.country is None and len(states) == 1:
            person.country, person.country_basis = states.pop(), "lexicon"
        if person.office == "unknown" and serving:
            person.office = serving[0]["office"]

    def _own_leader(self, surname: str) -> list[Row]:
        """The issuer's leader on the day of issue, where a surname alone can be nobody else of the table."""
        day = self._issued.isoformat() if self._issued else ""
        rows = [
            r
            for r in table(HERE / "data", "offices")
            if r["country"] == self._issuer
            and r["office"] in _LEADERS
            and r["holder"].split()[-1] == surname
            and r["from"] <= day
            and (not r["to"] or day[: len(r["to"])] <= r["to"])
        ]
        return rows if len({r["holder"] for r in rows}) == 1 else []

    def _assumed(self, one: Found) -> tuple[str | None, str]:
        """A title without a state, in a state's own release, is usually its own; said as inferred."""
        if one.name is not None or one.role is None or self._issuer is None:
            return None, "inferred"
        return self._issuer, "inferred"


def _words(name: str) -> list[str]:
    """The words by which a name is known again; "Jr." is not one."""
    words = [w.strip(",") for w in name.casefold().split()]
    return [w for w in words if w not in ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv")] or words


def clean_name(name: str) -> str:
    """A name without post-nominals, stray brackets and capitals that only shout."""
    name = re.sub(r"\s+", " ", name).strip(' ,.()"“”')
    if re.search(r"(?:^| )(?:Jr|Sr)$", name):
        name += "."
    trimmed = _POSTNOMINALS.sub("", name)
    if len(trimmed.split()) >= 2:
        name = trimmed
    words = [w.title() if w.isupper() and len(w) > 3 else w for w in name.split()]
    return " ".join(words)
