"""The words that the coded fields of claims may hold, and the codes of states and bodies."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from comity.lexicon.load import HERE
from comity.lexicon.tables import several, table

__all__ = ["LISTS", "OFFICES", "WORDS", "codes", "meant"]

OFFICES = frozenset(
    {
        "head_of_state", "head_of_government", "head_of_state_and_government", "monarch", "crown_prince",
        "de_facto_leader", "deputy_head", "foreign_minister", "defence_minister", "finance_minister", "home_minister",
        "trade_minister", "other_minister", "minister_of_state", "national_security_adviser", "special_envoy",
        "permanent_secretary", "senior_official", "ambassador", "charge", "chief_of_defence", "army_chief",
        "navy_chief", "air_chief", "coastguard_chief", "theatre_commander", "flag_officer", "officer", "speaker",
        "legislator", "igo_head", "igo_official", "governor", "business_leader", "spokesperson", "delegation",
        "unknown",
    }
)  # fmt: skip
"""The ladder of offices, for people and for the level of an engagement."""

WORDS: Mapping[tuple[str, str], frozenset[str]] = {
    ("engagement", "kind"): frozenset({"talks", "dialogue", "summit", "visit", "call", "ceremony", "conference"}),
    ("engagement", "form"): frozenset(
        {
            "two_plus_two", "ministerial", "call_on", "delegation_level", "one_to_one", "policy_dialogue",
            "staff_talks", "working_group", "joint_commission", "state_visit", "official_visit", "working_visit",
            "goodwill_visit", "site_visit", "transit", "port_call", "ship_visit", "aircraft_visit", "expo",
            "signing_ceremony", "ceremony", "guard_of_honour", "wreath_laying", "unveiling", "reception", "welcome",
            "address", "business_forum", "cultural_visit", "training_exchange", "border_meeting", "press_event",
            "letter",
        }
    ),
    ("engagement", "level"): OFFICES,
    ("engagement", "status"): frozenset(
        {"proposed", "invited", "planned", "ongoing", "held", "postponed", "cancelled"}
    ),
    ("exercise", "status"): frozenset(
        {"proposed", "planned", "ongoing", "held", "continuing", "postponed", "cancelled"}
    ),
    ("exercise", "domain"): frozenset({"land", "sea", "air", "cyber", "space", "joint", "unknown"}),
    ("exercise", "parties_complete"): frozenset({"stated", "partial", "unknown"}),
    ("agreement", "kind"): frozenset(
        {"treaty", "agreement", "mou", "arrangement", "loi", "joint_statement", "contract", "other"}
    ),
    ("agreement", "subject"): frozenset(
        {
            "logistics", "information_security", "equipment_technology", "training", "research", "general_defence",
            "maritime", "trade", "other", "status_of_forces", "basing_access", "co_production", "procurement", "space",
            "cyber", "nuclear", "medical", "peacekeeping", "hadr", "border", "intelligence", "mutual_defence",
            "consultation", "non_aggression", "investment", "visa", "culture", "science",
        }
    ),
    ("agreement", "status"): frozenset(
        {
            "proposed", "negotiating", "concluded", "signed", "ratified", "in_force", "operational", "extended",
            "terminated",
        }
    ),
    ("commitment", "force"): frozenset(
        {"agreed", "committed", "intends", "invited", "urged", "need_expressed", "offered", "requested"}
    ),
    ("position", "stance"): frozenset(
        {"supports", "welcomes", "acknowledges", "reaffirms", "concerned", "opposes", "condemns"}
    ),
}  # fmt: skip
"""The words of a field that holds one, by kind of claim and field."""

LISTS: Mapping[tuple[str, str], frozenset[str]] = {
    ("exercise", "domains"): frozenset(
        {"land", "sea", "air", "cyber", "space", "amphibious", "special_forces", "coast_guard"}
    ),
    ("exercise", "format"): frozenset(
        {
            "ftx", "cpx", "ttx", "live_fire", "passex", "corpat", "harbour_phase", "sea_phase", "skills_competition",
        }
    ),
    ("exercise", "focus"): frozenset(
        {
            "warfighting", "asw", "air_defence", "surface", "air_combat", "strike", "amphibious", "mountain", "jungle",
            "desert", "urban", "airborne", "cbrn", "counter_terrorism", "mine_warfare", "logistics", "c2",
            "peacekeeping", "humanitarian", "hadr", "sar", "medical", "evacuation", "submarine_rescue",
            "maritime_security", "anti_piracy", "mda", "vbss", "capacity_building",
        }
    ),
    ("commitment", "about"): frozenset(
        {
            "exercise", "equipment_technology", "defence_industry", "investment", "logistics", "training", "education",
            "research", "maritime", "air", "land", "cyber", "space", "intelligence", "information_security", "hadr",
            "peacekeeping", "counter_terrorism", "border", "nuclear", "health", "climate", "energy", "trade", "finance",
            "transport", "people_to_people", "visit", "dialogue", "agreement", "other",
        }
    ),
}  # fmt: skip
"""The words of a field that holds several, by kind of claim and field."""

_CODED = ("states", "bodies", "services", "lookalikes")


@cache
def codes(folder: Path | None = None) -> frozenset[str]:
    """The codes of all states and bodies that the lexicon knows, with those of a user's own folder."""
    places = (HERE / "data", *((folder,) if folder else ()))
    return frozenset(row["code"] for place in places for name in _CODED for row in table(place, name))


def meant(told: str, folder: Path | None = None) -> str | None:
    """The code of the one state or body of which `told` is a name, or the code in other letters."""
    return _by_name(folder).get(told.strip().casefold())


@cache
def _by_name(folder: Path | None) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for place in (HERE / "data", *((folder,) if folder else ())):
        for row in (*table(place, "bodies"), *table(place, "states")):
            for name in (row["name"], *several(row["aliases"]), row["code"]):
                found[name.casefold()] = row["code"]
    return found
