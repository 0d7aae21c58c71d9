"""Agreements told in other words: by the other side, by an abbreviation, years later; and their near neighbours."""

from __future__ import annotations

from comity.linking.agreements import AGREEMENTS
from linking.tables import shown_by
from linking.tellings import agreement as told

SEALED = "Agreement on the Safe Handling of Sealed Cargo"

ONE = [
    # a known type, and words that stand before or around it
    ("a principle agreed", [told("agreement in principle on a Reciprocal Access Agreement"), told("RAA")]),
    (
        "a known type behind the kind of paper",
        [
            told("Agreement on Reciprocal Provision of Supplies and Services"),
            told("RPSS Agreement", edtf="2035", status="operational"),
        ],
    ),
    (
        "one agreement of the pair, called by a sister's name",
        [
            told("RPSS", "IN JP", "2022", status="operational"),
            told("Japan-India ACSA", "IN JP", "2021-07-11", status="in_force"),
        ],
    ),
    (
        "described by what its family is about",
        [told("accord on supplies and services", "IN JP"), told("India-Japan ACSA", "IN JP", "2020-09-09")],
    ),
    (
        "the text of a treaty",
        [told("text of the Reciprocal Access Agreement", status="text_agreed"), told("Reciprocal Access Agreement")],
    ),
    (
        "negotiations on it",
        [
            told("negotiations on a Free Trade Agreement", status="negotiating", issued="2028-01-01"),
            told("FTA", status="concluded"),
        ],
    ),
    ("its renewal", [told("renewal of the Defence Cooperation Agreement"), told("Defence Cooperation Agreement")]),
    (
        "the logistics pact",
        [
            told("Mutual Logistics Support Arrangement", subject="logistics", edtf="2029-01-01"),
            told("logistics pact", kind="treaty", subject="logistics", status="operational"),
        ],
    ),
    # abbreviations
    (
        "an abbreviation that no initials make, told once beside the name",
        [
            told(SEALED, quote=f"the two signed the {SEALED} (HARBOX)", edtf="2029-02-03"),
            told("HARBOX", status="in_force", issued="2031-01-01"),
        ],
    ),
    (
        "an abbreviation said to be one",
        [
            told(SEALED, quote=f"the {SEALED}, known as HARBOX, was signed"),
            told("HARBOX Agreement", status="ratified", issued="2033-01-01"),
        ],
    ),
    (
        "an abbreviation with the kind of paper",
        [
            told("Fjord Patrol Access Arrangement", kind="arrangement"),
            told("FPAA agreement", status="in_force", issued="2033-05-05"),
        ],
    ),
    (
        "an abbreviation of the matter alone, and fewer parties",
        [
            told("CFS agreement", "CL KE NO PE", issued="2031-06-19"),
            told("document on the establishment of the Common Fishery Space", "KE NO", kind="other"),
        ],
    ),
    (
        "an abbreviation within the name",
        [told("MoU on SAR training", kind="mou"), told("MoU on search and rescue training", kind="mou")],
    ),
    # the same day in the words of the other side
    (
        "the other side's words",
        [
            told("memorandum of understanding on counter-USV drills", kind="mou", subject="training", by="KE"),
            told(
                "MoU on the training of crews against uncrewed surface vessels by drills",
                kind="mou",
                subject="training",
                by="NO",
            ),
        ],
    ),
    (
        "a narrower and a wider word",
        [
            told("MoU on the exchange of radar pictures", kind="mou", subject="equipment_technology", by="NO"),
            told(
                "MoU on Sharing Radar Data",
                kind="mou",
                subject="equipment_technology",
                edtf="2031-06-14",
                by="KE",
            ),
        ],
    ),
    (
        "material and equipment",
        [
            told("MoU on procurement of defence material", kind="mou", subject="equipment_technology", by="NO"),
            told("memorandum in the field of military material", kind="mou", subject="equipment_technology", by="KE"),
        ],
    ),
    (
        "an adjective for a noun",
        [
            told("MoU on Agriculture", kind="mou", status="proposed", issued="2030-01-01"),
            told("MoU on Agricultural Cooperation", kind="mou"),
        ],
    ),
    # words of time and standing
    (
        "the year of the plan",
        [
            told("MoU on kelp farming this year", kind="mou", status="proposed"),
            told("MoU on kelp farming", kind="mou", issued="2031-12-01"),
        ],
    ),
    (
        "by the end of the year",
        [
            told("agreement on seafarers' certificates by the end of the year", status="proposed"),
            told("Agreement on Seafarers' Certificates", edtf="2032-03-01", issued="2032-03-02"),
        ],
    ),
    (
        "the number of years it is for",
        [
            told("five-year agreement on seed potatoes", edtf="2031-06-14"),
            told("Agreement on Seed Potatoes", edtf="2031-06-14", issued="2034-01-01"),
        ],
    ),
    # a life over years
    (
        "proposed, signed, in force, put into operation",
        [
            told("agreement on the handling of sealed cargo", status="proposed", issued="2027-01-01"),
            told(SEALED, edtf="2029-02-03", issued="2029-02-04"),
            told(SEALED, edtf="2030-05-01", status="in_force", issued="2030-05-02"),
            told("sealed cargo handling agreement", status="operational", issued="2031-03-03"),
        ],
    ),
    (
        "told by its day of signature years later",
        [
            told("Agreement on the Rescue of Stranded Whales", edtf="2029-02-03", issued="2029-02-04"),
            told("whale agreement", edtf="2029-02-03", issued="2033-01-01"),
        ],
    ),
    (
        "renewed with a new signature",
        [
            told("Sealed Cargo Agreement", edtf="2021-03-04", issued="2021-03-05"),
            told("Sealed Cargo Agreement", edtf="2026-03-04", status="renewed", issued="2026-03-05"),
            told("Sealed Cargo Agreement", edtf="2026-03-04", issued="2026-03-06"),
        ],
    ),
    (
        "suspended, then taken up again",
        [
            told("Sealed Cargo Agreement", edtf="2021-03-04"),
            told("sealed cargo accord", edtf="2024-03-04", status="suspended", issued="2024-03-05"),
            told("Sealed Cargo Agreement", edtf="2027", status="in_force", issued="2027-03-06"),
        ],
    ),
    (
        "a plan, and the longer name it was signed by",
        [
            told("agreement on radar pictures", status="negotiating", issued="2030-09-01"),
            told("Agreement on the Exchange of Radar Pictures of Arctic Waters", edtf="2031-06-14"),
        ],
    ),
    # bare names
    (
        "a contract without a name, for the same model",
        [
            told(
                "contract", kind="contract", edtf="2031-06-14", quote="a contract was signed to supply 18 PB-40K boats"
            ),
            told("contract to deliver to Kenya 18 PB-40K vessels", kind="contract"),
        ],
    ),
    (
        "the word in capitals, for what the title names",
        [
            told("Accords", "KE US", title="Kenya Signs the Artemis Accords", quote="signed the Accords"),
            told("Artemis Accords", "NO", issued="2032-01-01"),
        ],
    ),
    (
        "a stray word before the name",
        [told("As Artemis Accords", "KE US"), told("Artemis Accords", "NO")],
    ),
    (
        "loosely called a pact",
        [
            told("MoU on whale rescue", kind="mou", edtf="2031-06-14"),
            told("whale rescue pact", kind="treaty", edtf="2031-06", issued="2031-09-01"),
        ],
    ),
    (
        "the other party left out",
        [
            told("Agreement on Stranded Whale Calves", "KE"),
            told("Stranded Whale Calves Agreement", issued="2031-06-16"),
        ],
    ),
    # told a second time round: subjects, days, and what others call it
    (
        "two descriptions of one that the lexicon knows",
        [
            told("General Security of Military Information Agreement", "JP KR", "2016-11-23"),
            told("pact on military information", "JP KR", status="suspended"),
            told("information protection agreement", "JP KR", "2023", status="in_force", subject="other"),
        ],
    ),
    (
        "a memorandum that later releases call an arrangement",
        [
            told("MoU on Mutual Berthing Support", kind="mou", subject="logistics", edtf="2029-06-08"),
            told("berthing arrangement", kind="arrangement", subject="logistics", edtf="2029", issued="2031-08-01"),
        ],
    ),
    (
        "letters of intent for one system, by its make and by its use",
        [
            told("letter of intent on the purchase of short-range air defence missiles", kind="loi", by="KE"),
            told("letter of intent for Skua air defence systems", kind="loi", by="NO", subject="equipment_technology"),
        ],
    ),
    (
        "the treaty on, the treaty concerning",
        [
            told("Treaty concerning the Delimitation of the Shelf", kind="treaty", edtf="2028-01-05"),
            told("shelf delimitation treaty", kind="treaty", status="ratified", edtf="2029-05-06"),
        ],
    ),
    (
        "plurals and hyphens",
        [told("Agreement on Sea-Pilots' Licences"), told("Sea Pilot Licence Agreement", issued="2036-01-01")],
    ),
    (
        "with the government departments spelt out",
        [
            told("Agreement between the Government of Kenya and the Government of Norway on Tidal Power"),
            told("Agreement on tidal power", edtf="2030", status="in_force"),
        ],
    ),
    (
        "with the year it was signed in",
        [told("2019 Agreement on Tidal Power", status="in_force"), told("Tidal Power Agreement", edtf="2019-04-05")],
    ),
    (
        "initials with small words left out",
        [told("Agreement on the Prevention of Incidents at Sea"), told("PIS Agreement", issued="2034-01-01")],
    ),
    (
        "renewed for five years",
        [
            told("MoU on veterinary medicine", kind="mou", edtf="2019", issued="2024-12-05"),
            told("MoU on veterinary medicine", kind="mou", status="renewed", edtf="2024-12-04", issued="2024-12-05"),
        ],
    ),
    (
        "its extension, told as a name",
        [
            told("extension of the Tidal Power Agreement", status="extended"),
            told("Tidal Power Agreement", edtf="2025-01-01"),
        ],
    ),
    (
        "talks begun, ended, and the signature",
        [
            told("Agreement on Social Insurance", status="negotiating", edtf="2026-02", issued="2026-03-01"),
            told("social insurance agreement", status="text_agreed", edtf="2028-02", issued="2028-03-01"),
            told("Agreement on Social Insurance", edtf="2029-02-03", issued="2029-02-03"),
        ],
    ),
    (
        "an abbreviation first told after the signature",
        [
            told("Treaty on Shared Rivers", kind="treaty", edtf="2029-02-03"),
            told(
                "Treaty on Shared Rivers",
                kind="treaty",
                edtf="2030-02-03",
                status="in_force",
                quote='the Treaty on Shared Rivers ("RIVERPACT") entered into force',
            ),
            told("RIVERPACT", kind="treaty", status="operational", issued="2032-01-01"),
        ],
    ),
]

TWO = [
    (
        "one abbreviation, other parties",
        [
            told(SEALED, quote=f"the {SEALED} (HARBOX)"),
            told("HARBOX", "CL PE", status="in_force"),
        ],
    ),
    (
        "two memoranda that one release tells apart",
        [
            told("MoU on wave energy", kind="mou", subject="energy", by="KE", release="one"),
            told("MoU on energy from kelp", kind="mou", subject="energy", by="KE", release="one"),
        ],
    ),
    (
        "a plan for another paper on the same ground",
        [
            told("MoU on radar training", kind="mou", subject="training", by="KE"),
            told("MoU on radar maintenance", kind="mou", subject="equipment_technology", by="NO"),
        ],
    ),
    (
        "the same field, nothing else in common",
        [
            told("MoU on diving schools", kind="mou", subject="training", by="KE"),
            told("MoU on mountain schools", kind="mou", subject="training", by="NO", issued="2031-09-01"),
        ],
    ),
    (
        "a sister type of a pair that has both",
        [told("Japan-Australia RAA", "AU JP"), told("Japan-Australia ACSA", "AU JP")],
    ),
    (
        "the same type with another partner",
        [told("Reciprocal Access Agreement", "JP PH"), told("Reciprocal Access Agreement", "GB JP")],
    ),
    (
        "the agreement and its protocol",
        [told("Sealed Cargo Agreement"), told("Protocol to the Sealed Cargo Agreement")],
    ),
    (
        "an amendment",
        [told("Sealed Cargo Agreement"), told("amendment to the Sealed Cargo Agreement")],
    ),
    (
        "a contract and a pact",
        [
            told("contract on seed potatoes", kind="contract", issued="2021-01-01"),
            told("agreement on seed potatoes", issued="2031-01-01"),
        ],
    ),
    (
        "a shorter name, years later",
        [
            told("Agreement on Fisheries", edtf="2020-01-01", issued="2020-01-02"),
            told("Agreement on Fisheries Research", edtf="2030-01-01", issued="2030-01-02"),
        ],
    ),
    (
        "what was signed on one day and on another",
        [
            told("Agreement on Whales", edtf="2029-02-03", issued="2033-01-01"),
            told("Agreement on Stranded Whales", edtf="2031-05-07", issued="2033-01-01"),
        ],
    ),
    (
        "contracts for two models",
        [
            told("contract", kind="contract", edtf="2031-06-14", quote="a contract to supply 18 PB-40K boats"),
            told("contract to deliver 6 PB-60 vessels", kind="contract"),
        ],
    ),
    (
        "two letters of intent of one day",
        [
            told("letter of intent on air defence missiles", kind="loi", by="KE"),
            told("letter of intent on coastal patrol boats", kind="loi", by="NO"),
        ],
    ),
    (
        "a memorandum and an agreement of the same pair, both by name",
        [
            told("MoU on Tidal Power", kind="mou", edtf="2024-01-01", issued="2024-01-02"),
            told("Agreement on Tidal Power", edtf="2029-01-01", issued="2029-01-02"),
        ],
    ),
    (
        "two pacts on neighbouring matters",
        [told("fisheries pact", subject="maritime"), told("fish disease pact", subject="health", issued="2034-01-01")],
    ),
    (
        "a sister of the pair that is still negotiated",
        [
            told("India-Australia ECTA", "AU IN", "2022-12-29", status="in_force"),
            told("Comprehensive Economic Cooperation Agreement", "AU IN", status="negotiating"),
        ],
    ),
    (
        "for as many years, on other matters",
        [
            told("five-year MoU on seal health", kind="mou", status="proposed", edtf="2031-05"),
            told("five-year Memorandum of Understanding", kind="mou", quote="a five-year MoU of the rescue agencies"),
        ],
    ),
    (
        "of one release, each by its name",
        [
            told("MoU on Cyber Cooperation", kind="mou", release="one"),
            told("MoU on Cybersecurity Cooperation", kind="mou", release="one"),
        ],
    ),
    (
        "protection of information and of investments",
        [told("Agreement on the Protection of Classified Information"), told("Agreement on Investment Protection")],
    ),
]


test_these_tell_of_one_agreement, test_these_tell_of_two_agreements, test_the_order_of_arrival_does_not_matter = (
    shown_by(ONE, TWO, AGREEMENTS)
)
