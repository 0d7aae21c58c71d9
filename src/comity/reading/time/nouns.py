"""The nouns beside a number that tell whether it counts an edition, a thing, or makes a year."""

from __future__ import annotations

__all__ = [
    "COUNTED",
    "EVENT_NOUNS",
    "MILITARY_UNITS",
    "NOT_EDITIONS",
    "NOT_SERIES",
    "NUMBERED_THINGS",
    "RULERS",
]


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


EVENT_NOUNS = _words(
    "edition editions iteration iterations round rounds meeting meetings dialogue dialogues summit summits",
    "exercise exercises session sessions talks conference conferences ministerial ministerials consultation",
    "consultations forum forums fora committee committees commission commissions 2\\+2 two-plus-two passex",
    "patrol patrols corpat workshop workshops seminar seminars symposium drill drills manoeuvres maneuvers",
    "wargame wargames phase leg assembly congress review group council exchange colloquium conclave expo",
    "exhibition tabletop",
)
"""What an ordinal word must count to be an edition (already fit for a pattern)."""

MILITARY_UNITS = _words(
    "corps battalion regiment division brigade squadron fleet army wing infantry marine air_force",
)

NOT_EDITIONS = _words(
    "lieutenant lt century centuries anniversary birthday birth floor street avenue president king emperor",
    "place position rank largest biggest most highest parallel meridian amendment day week month year",
    "quarter grade standard class percentile generation gen schedule instalment",
    "installment prime_minister governor",
    "secretary time lady deputy sea_lord woman man person half term pillar party parties country countries",
    "nation nations world responder responders dose line step steps batch",
)
"""What comes after an ordinal that is a rank, a time or a thing."""

NUMBERED_THINGS = _words(
    "chapter annex schedule part article section title type category level grade class tier group block war",
    "phase mk mark basel volume vol appendix protocol stage figure table module cluster zone area paper list",
    "king queen pope emperor prince",
)
"""What stands before a Roman numeral that is no edition."""

RULERS = _words(
    "charles elizabeth philip felipe abdullah mohammed muhammad mohamed louis paul francis benedict",
    "margrethe gustaf gustav albert hamad henri carl carlos nicholas",
    "peter catherine alexander william george james",
    "henry edward frederick frederik pius tawadros theodore bartholomew leo hassan",
    "faisal letsie mswati harald",
    "haakon olav john rama hussein constantine",
)
"""Names of rulers and popes that carry a number."""

NOT_SERIES = _words(
    "act bill rules resolution agenda vision year years fy fiscal article chapter section rule annex page",
    "para route highway flight boeing airbus room gate platform ward sector phase class type grade top under",
    "over about nearly only group schedule volume number no covid clause order tejas dornier mirage sukhoi",
    "posted since in by from of until till during before after between around some another least most the",
    "and or on at for to within budget census windows level step day days night batch unit units block part",
    "table figure than almost approximately with regulation regulations policy code spring summer autumn",
    "fall winter late early mid into as circa through against",
)
"""What stands before a number that makes no name of an exercise or meeting."""

COUNTED = _words(
    "km kms kilometre kilometer kilometres kilometers metre meter metres meters m ft feet foot kg kgs ton",
    "tons tonne tonnes mw gw kw mwh nm mm cm mile miles nautical acres hectare hectares sq percent per",
    "dollars rupees euros yen crore crores lakh lakhs million billion thousand hundred hrs hours troops",
    "personnel soldiers sailors people persons officers men women cadets students participants delegates",
    "units seats seater rounds words trainees beneficiaries villages schools hospitals families households",
    "children refugees aircraft vehicles vessels ships missiles tanks dead casualties scholarships companies",
    "startups houses homes jobs farmers members athletes volunteers visitors applications projects patients",
    "litres doses tablets years days months weeks police guests peacekeepers migrants prisoners civilians",
    "workers employees stations",
)
"""What is counted by a number of four digits that is no year."""
