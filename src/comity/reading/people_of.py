"""Puts the people of one release together: who is who across full names, surnames, titles and name orders."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from comity.lexicon import Lexicon
from comity.lexicon.load import HERE
from comity.lexicon.tables import Row, several, table
from comity.reading.mentions import Person, PersonMention, Sentence
from comity.reading.people import Found
from comity.reading.roles import minister_of
from comity.sources.parties import is_body

__all__ = ["People"]

_LEADERS = frozenset({"head_of_state", "head_of_government", "head_of_state_and_government"})

_VAGUE = frozenset({"unknown", "senior_official", "other_minister", "officer"})
"""Offices that a short title tells ("Secretary Austin"), and a fuller one elsewhere tells better."""

_MINISTRIES = (
    (re.compile(r"defen[cs]e|armed forces", re.IGNORECASE), "defence_minister"),
    (re.compile(r"foreign|external", re.IGNORECASE), "foreign_minister"),
)
"""Whose ministry publishes, by its name: there, "the Minister" is its own."""

_OF_STATES = frozenset(
    {"head_of_state", "head_of_government", "monarch", "crown_prince", "foreign_minister", "defence_minister"}
    | {"finance_minister", "home_minister", "trade_minister", "other_minister", "minister_of_state", "ambassador"}
)
"""Offices that a body has not."""

_POSTNOMINALS = re.compile(r"(?:,?\s+(?:[A-Z]{2,5}|[A-Z][a-z][A-Z]))+$")


class People:
    """The persons of a release, looked up by name or by office and state."""

    def __init__(self, lexicon: Lexicon, issuer: str | None, issued: date | None, office: str | None = None) -> None:
        self._ministry = next((m for pattern, m in _MINISTRIES if pattern.search(office or "")), None)
        self._lexicon = lexicon
        self._issuer = issuer
        self._issued = issued
        self.persons: list[Person] = []

    def learn(self, found: Iterable[Found]) -> None:
        """Take in the named people of a sentence (first pass)."""
        for one in found:
            if one.name:
                self._meet(self._at_home(one))

    def mention(self, one: Found, sentence: Sentence) -> PersonMention:
        """The mention of a found person or office, linked to the release's person where that is sure."""
        one = self._at_home(one)
        person = self.named(one.name) if one.name else None
        country, basis = one.country, "text"
        if country is None and person is not None:
            country, basis = person.country, person.country_basis
        if country is None and not one.plural:
            country, basis = self._assumed(one)
        role, office = one.role, self._office(one.role, country, one.office)
        if person is not None and person.office != "unknown" and (role is None or one.office in _VAGUE):
            role, office = (person.role if person.role and _within(role, person.role) else role), person.office
        return PersonMention(
            start=sentence.start + one.start,
            end=sentence.start + one.end,
            role=role,
            office=office,
            country=country,
            country_basis=basis,
            person=person,
            acting=one.acting or (person.acting if person else False),
            plural=one.plural,
        )

    def _at_home(self, one: Found) -> Found:
        """A title that elsewhere is another state's, where the issuer has it too: "Secretary of State" in Poland."""
        if not one.tells or not one.role or one.country == self._issuer:
            return one
        names = [n for h in self._lexicon.gazetteer.find(one.role) if len(h.printed) == len(one.role) for n in h.names]
        own = [n for n in names if n.kind == "title" and n.row["country"] == self._issuer]
        if not own or any(r["country"] == one.country for r in self._holding_rows(one.name, one.office)):
            return one
        return replace(one, country=None, office=own[0].code, tells=False)

    def _holding_rows(self, name: str | None, office: str) -> list[Row]:
        """Those who hold this office on the day of issue, by a name of which the last word is told."""
        words = _folded(name or "").split()
        day = self._issued.isoformat() if self._issued else ""
        return [
            r
            for r in (_by_surname().get(words[-1], []) if words and day else [])
            if _kin(r["office"]) == _kin(office)
            and r["from"] <= day
            and (not r["to"] or day[: len(r["to"])] <= r["to"])
        ]

    def _office(self, role: str | None, country: str | None, otherwise: str) -> str:
        """The office of a title in its own state: the Defence Secretary is a minister in Britain."""
        country = country or self._issuer
        if role == "Minister" and self._ministry and country == self._issuer:
            return self._ministry  # whose release it is
        otherwise = minister_of(role, otherwise)
        if not role or country is None:
            return otherwise
        if otherwise in ("head_of_state", "business_leader") and is_body(country):
            return "igo_head"
        if otherwise == "igo_head" and role.replace("-", " ") == "Secretary General" and not is_body(country):
            return "permanent_secretary"
        hit = next((h for h in self._lexicon.gazetteer.find(role) if h.reading("title")), None)
        if hit is None or (hit.start and otherwise == "unknown"):
            return otherwise
        own = [n.code for n in hit.names if n.kind == "title" and n.row["country"] == country]
        general = [n.code for n in hit.names if n.kind == "title" and not n.row["country"]]
        return own[0] if own and (not general or otherwise in (*general, "unknown")) else otherwise

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
            if _kin(p.office) == _kin(office) and office != "unknown"
            and (country is None or p.country in (None, country))
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
            fits = named if len(named) == 1 else fits or named[:1]  # of several Secretaries, the first is it
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
        fuller = one.office not in _VAGUE and (person.office in _VAGUE or " " not in (person.role or ""))
        if one.role and (person.role is None or fuller):
            person.role, person.office, person.acting = one.role, one.office, one.acting
        if one.country and (person.country is None or person.country_basis != "text"):
            person.country, person.country_basis = one.country, "text"
        self._from_table(person)
        person.office = self._office(person.role, person.country, person.office)

    def _from_table(self, person: Person) -> None:
        """State and office by the table of holders, for the day of issue; a name alone proves neither."""
        vague = person.office == "unknown" or (
            person.office in _VAGUE and " " not in (person.role or "")
        )  # "Minister X"
        if person.country and not vague:
            return
        hits = list(self._lexicon.gazetteer.find(person.name))
        rows = [n.row for h in hits if h.end - h.start == len(person.name) for n in h.names if n.kind == "holder"]
        words = person.name.split()
        if len(words) == 1 and person.country is None:
            rows = self._own_leader(person.name) or self._holding_rows(person.name, person.office)
        if not rows and len(words) > 2:
            brief = f"{words[0]} {words[-1]}"
            rows = [
                n.row
                for h in self._lexicon.gazetteer.find(brief)
                if h.printed == brief
                for n in h.names
                if n.kind == "holder"
            ]
        rows = rows or (_by_folded_name().get(_folded(person.name), []) if len(words) > 1 else [])
        if person.country:
            rows = [r for r in rows if r["country"] == person.country]
        if not rows:
            return
        day = self._issued.isoformat() if self._issued else ""
        rows = [r for r in rows if not day or r["from"] <= day or not is_body(r["country"])]
        serving = [r for r in rows if day and r["from"] <= day and (not r["to"] or day[: len(r["to"])] <= r["to"])]
        states = {r["country"] for r in serving or rows}
        if person.country is None and len(states) == 1:
            person.country, person.country_basis = states.pop(), "lexicon"
        if vague and serving and serving[0]["country"] == person.country:
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
        if is_body(self._issuer) and one.office in _OF_STATES:
            return None, "inferred"  # in a body's release, "the Prime Minister" is a state's
        return self._issuer, "inferred"


def _kin(office: str) -> str:
    """A president is a president, whether he leads the government or not."""
    return "head_of_state" if office == "head_of_state_and_government" else office


def _within(role: str | None, full: str) -> bool:
    """Whether a title is a short form of another: "Secretary" of "Secretary of Defense"."""
    return role is None or (" " not in role and role in full)


@cache
def _by_folded_name() -> dict[str, list[Row]]:
    """The holders of offices by their names without case, accents and hyphens ("El-Sisi", "el Sisi")."""
    found: dict[str, list[Row]] = {}
    for row in table(HERE / "data", "offices"):
        for name in {_folded(n) for n in (row["holder"], *several(row["aliases"]))}:
            found.setdefault(name, []).append(row)
    return found


@cache
def _by_surname() -> dict[str, list[Row]]:
    """The holders of offices by the last word of their names, folded."""
    found: dict[str, list[Row]] = {}
    for row in table(HERE / "data", "offices"):
        for name in {_folded(n).split()[-1] for n in (row["holder"], *several(row["aliases"]))}:
            found.setdefault(name, []).append(row)
    return found


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", name)
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", kept.replace("’", "").replace("'", "").casefold()))


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
