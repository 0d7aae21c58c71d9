"""The words that offices are made of, for titles that no table lists ("Minister of Hi-tech Industry")."""

from __future__ import annotations

__all__ = ["HEADS", "JOINERS", "MODIFIERS", "NEVER_NAMES", "PORTFOLIO", "office_of"]

HEADS = frozenset(
    """Minister Secretary President Premier Chancellor Chief Commander Commandant Ambassador Commissioner Director Official
    Adviser Advisor Representative Envoy Governor Chair Chairman Chairperson Chairwoman Speaker King Queen Emir Amir
    Sultan Prince Princess Counsellor Counselor Administrator Coordinator Undersecretary Lady Gentleman Senator
    Congressman Congresswoman Consul Mayor Inspector Controller Deputy Head Pope Emperor Spokesperson Spokesman
    Vice-President Councillor Councilor Marshal""".split()
)
MODIFIERS = frozenset(
    """Acting Deputy First Second Third Vice Former Then Assistant Associate Senior Principal Special Joint Additional Under Union
    State Foreign Defence Defense Prime Crown Executive Federal Chief Permanent Presidential National Security
    Cabinet Home Interior Finance Trade External Military Naval Air Army Navy Parliamentary High Secretary
    Minister Managing General Political Economic Regional Interim Royal Attorney Strategic Command Inspector
    Commander""".split()
)
PORTFOLIO = frozenset(
    """Affairs Security Policy Control Assistance Cooperation Co-operation Industry Industries Defense Defence Forces Force
    Command Staff Department State Trade Commerce Energy Environment Health Education Science Technology Finance
    Economy Interior Justice Culture Tourism Transport Agriculture Navy Army Republic Council Committee Office
    Economic Military Operations Nations Union Parliament Relations Development Treasury Homeland Intelligence
    Group Government International Foreign Home Climate Labour Labor Planning Shipping Ports Railways Petroleum
    Power Information Broadcasting Communications Communication Media Religion Youth Sports Water Fisheries
    Mines Law Strategy Production Research Innovation Investment Hi-tech Digital Transformation General Europe
    Assembly Senate House Representatives Bank Commission Agency Mission Region East Asia Africa America Levant
    Pacific Western Eastern Southern Northern Central Naval Air Strategic Joint Chiefs""".split()
)
JOINERS = frozenset({"of", "for", "on", "to"})
NEVER_NAMES = frozenset(
    """The In On At During After Before Later Today Yesterday Following And Or But As For To From With By This These
    That Their His Her Its Our We They He She It Both Also While When January February March April May June July
    August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    Readout Statement Joint Exercise Government Ministry Department Republic Sides Side Ministers Leaders
    Delegation Delegations Excellency Excellencies Meeting Visit Talks Call Summit Dialogue Agreement""".split()
)
_OFFICES = (
    ("acting", ""),
    ("first lady", "unknown"),
    ("prime minister", "head_of_government"),
    ("premier", "head_of_government"),
    ("foreign minister", "foreign_minister"),
    ("defence minister", "defence_minister"),
    ("defense minister", "defence_minister"),
    ("finance minister", "finance_minister"),
    ("vice president", "deputy_head"),
    ("deputy", "senior_official"),
    ("assistant", "senior_official"),
    ("minister of state", "minister_of_state"),
    ("minister", "other_minister"),
    ("crown prince", "crown_prince"),
    ("ambassador", "ambassador"),
    ("envoy", "special_envoy"),
    ("representative", "special_envoy"),
    ("speaker", "speaker"),
    ("senator", "legislator"),
    ("governor", "governor"),
    ("spokes", "spokesperson"),
    ("commander", "officer"),
    ("president", "head_of_state"),
    ("king", "monarch"),
    ("queen", "monarch"),
    ("emir", "monarch"),
    ("amir", "monarch"),
    ("sultan", "monarch"),
    ("secretary", "senior_official"),
    ("director", "senior_official"),
    ("official", "senior_official"),
    ("advis", "senior_official"),
)


def office_of(role: str) -> str:
    """A word of the office ladder for a title that no table holds; `unknown` where its words do not tell."""
    folded = role.casefold()
    for words, office in _OFFICES:
        if office and words in folded:
            return office
    return "unknown"
