"""Holdings told by year, by number, by fiscal year, before and after they were moved; and their near neighbours."""

from __future__ import annotations

from comity.linking.exercises import EXERCISES
from linking.tables import shown_by
from linking.tellings import exercise as told

ONE = [
    # year in one, number in the other
    (
        "a number in the words of the quote",
        [
            told(
                "Fjord Lantern", status="planned", issued="2030-03-11", quote="agreed to hold the sixth Fjord Lantern"
            ),
            told("Fjord Lantern", "2031-02-25/2031-03-09", edition=6, issued="2031-02-24", status="planned"),
        ],
    ),
    (
        "a number in the quote, as digits and before the word exercise",
        [
            told("Fjord Lantern", issued=None, quote="the 6th edition of Exercise 'Fjord Lantern' was praised"),
            told("Fjord Lantern", "2031-02", edition=6),
        ],
    ),
    (
        "a number, told in the year",
        [told("Fjord Lantern", edition=4, issued="2031-05-20"), told("Fjord Lantern 2031", issued="2033-01-01")],
    ),
    (
        "a number under way in the year",
        [
            told("Fjord Lantern IV", status="ongoing", issued="2031-05-20"),
            told("Fjord Lantern", "2031", issued="2033-01-01"),
        ],
    ),
    (
        "a plan by number, early in the year",
        [
            told("Fjord Lantern", edition=4, status="planned", issued="2031-02-20"),
            told("Fjord Lantern 31", issued="2032-01-01"),
        ],
    ),
    # fiscal years
    (
        "a fiscal year in the quote",
        [
            told(
                "Fjord Lantern",
                status="planned",
                issued="2030-03-01",
                parties=("JP", "NO"),
                by="JP",
                quote="hold Fjord Lantern in fiscal year 2031",
            ),
            told("Fjord Lantern", "2032-02-25/2032-03-09", issued="2032-03-10", parties=("JP", "NO")),
        ],
    ),
    (
        "a fiscal year of two numbers",
        [
            told("Fjord Lantern", status="planned", issued="2030-03-01", quote="hold Fjord Lantern in FY 2031-32"),
            told("Fjord Lantern", "2032-02-25/2032-03-09", issued="2032-03-10"),
        ],
    ),
    (
        "a fiscal year as dates",
        [
            told("Fjord Lantern", "2031-04/2032-03", status="planned", issued="2030-03-01"),
            told("Fjord Lantern", "2032-02-25/2032-03-09", issued="2032-03-10"),
        ],
    ),
    # moved
    (
        "postponed and held later",
        [
            told("Fjord Lantern", "2031-03", status="planned", issued="2031-01-10"),
            told("Fjord Lantern", "2031-09", status="postponed", issued="2031-02-20"),
            told("Fjord Lantern", "2031-09-04/2031-09-12", issued="2031-09-13"),
        ],
    ),
    (
        "postponed without a new date",
        [
            told("Fjord Lantern", "2031-03", status="postponed", issued="2031-02-20"),
            told("Fjord Lantern", "2031-09-04/2031-09-12", issued="2031-09-13"),
        ],
    ),
    (
        "postponed into the next year, by its number",
        [
            told("Fjord Lantern", "2031-10", status="postponed", edition=3, issued="2031-09-20"),
            told("Fjord Lantern III", "2032-09-04/2032-09-12", issued="2032-09-13"),
        ],
    ),
    (
        "a season, and days that follow close on it",
        [
            told("Fjord Lantern", "2031-21", status="planned", issued="2031-01-10"),
            told("Fjord Lantern", "2031-06-04/2031-06-12", issued="2031-06-13"),
        ],
    ),
    # names
    (
        "an abbreviation beside a name of common words",
        [
            told("Kenya-Norway Maritime Exercise (KENOMEX)", "2031-05-02/2031-05-09"),
            told("KENOMEX 31", issued="2033-01-01"),
        ],
    ),
    (
        "an abbreviation beside a name of its own",
        [
            told("Polar Baobab Rescue Trial (POBAREX)", "2031-05-02/2031-05-09"),
            told("POBAREX-31", issued="2033-01-01"),
        ],
    ),
    (
        "two words written as one",
        [told("FJORDLANTERN 31", issued="2033-01-01"), told("Fjord-Lantern", "2031-05-02/2031-05-09")],
    ),
    (
        "a slip in a name that no list knows",
        [told("Fjord Lantren", "2031-05-02/2031-05-09"), told("Fjord Lantern", "2031-05-03", status="ongoing")],
    ),
    (
        "a phase and an abbreviated year with an apostrophe",
        [
            told("Fjord Lantern '31 (Harbour Phase)", issued="2033-01-01"),
            told("Fjord Lantern", "2031-05-02/2031-05-09"),
        ],
    ),
    (
        "a name with the kind of exercise",
        [
            told("multinational amphibious exercise Fjord Lantern", "2031-05-02/2031-05-09"),
            told("Fjord Lantern", "2031-05"),
        ],
    ),
    (
        "one side left out",
        [told("Fjord Lantern 2031", parties=("KE",)), told("Fjord Lantern", "2031-05-02/2031-05-09")],
    ),
    (
        "unnamed in one release, on the same days",
        [told(None, "2031-05-02/2031-05-09"), told("Fjord Lantern", "2031-05-02/2031-05-08")],
    ),
    (
        "a number in figures before the year",
        [told("Fjord Lantern 36-2031", issued="2031-06-01"), told("36th Fjord Lantern", issued="2034-01-01")],
    ),
    (
        "the plan of the next one, and that it was held",
        [
            told("Fjord Lantern", edition=7, status="planned", issued="2029-10-18"),
            told("Fjord Lantern", "2031-04-27/2031-05-11", edition=7, status="ongoing", issued="2031-04-28"),
        ],
    ),
    (
        "by the month, and by the days",
        [
            told("Fjord Lantern", "2031-05", status="planned", issued="2030-10-18"),
            told("Fjord Lantern", "2031-05-27/2031-06-11", issued="2031-06-12"),
        ],
    ),
    (
        "over the turn of the year",
        [
            told("Fjord Lantern", "2030-12-31/2031-01-13", edition=18, status="planned", issued="2030-12-28"),
            told("Fjord Lantern 2030", issued="2031-03-01"),
        ],
    ),
    (
        "half a year",
        [
            told("Fjord Lantern", "2031-41", status="planned", issued="2031-02-01"),
            told("Fjord Lantern", "2031-09-04/2031-09-12", issued="2031-09-13"),
        ],
    ),
    (
        "put off twice",
        [
            told("Fjord Lantern", "2031-02", status="planned", issued="2030-12-01"),
            told("Fjord Lantern", "2031-06", status="postponed", issued="2031-01-20"),
            told("Fjord Lantern", "2031-10", status="postponed", issued="2031-05-20"),
            told("Fjord Lantern", "2031-10-04/2031-10-12", issued="2031-10-13"),
        ],
    ),
    (
        "quotes and dashes in the name",
        [told("Exercise “Fjord – Lantern”", "2031-05-02"), told("EX FJORD LANTERN", "../2031-05-09")],
    ),
    (
        "parties in the name",
        [
            told("Kenya-Norway Joint Exercise Fjord Lantern", "2031-05-02"),
            told("Fjord Lantern-31", issued="2032-01-01"),
        ],
    ),
]

TWO = [
    (
        "numbers in the quotes",
        [
            told("Fjord Lantern", status="planned", quote="to hold the sixth Fjord Lantern"),
            told("Fjord Lantern", status="planned", quote="to hold the seventh Fjord Lantern"),
        ],
    ),
    (
        "a number that belongs to something else",
        [
            told("Fjord Lantern", "2031-05", edition=4, quote="Fjord Lantern, held beside the 9th Naval Symposium"),
            told("Fjord Lantern", "2031-10", edition=9),
        ],
    ),
    (
        "two fiscal years",
        [
            told("Fjord Lantern", status="planned", quote="hold Fjord Lantern in fiscal year 2031"),
            told("Fjord Lantern", status="planned", quote="hold Fjord Lantern in fiscal year 2033"),
        ],
    ),
    (
        "planned for spring, another held in autumn",
        [
            told("Fjord Lantern", "2031-03", status="planned", issued="2031-01-10"),
            told("Fjord Lantern", "2031-10", issued="2031-10-30"),
        ],
    ),
    (
        "called off, and the one of the next year",
        [
            told("Fjord Lantern", "2031-05", status="cancelled", issued="2031-04-10"),
            told("Fjord Lantern", "2032-05", issued="2032-06-10"),
        ],
    ),
    (
        "postponed, and the one of the year after the next",
        [
            told("Fjord Lantern", "2031-05", status="postponed", issued="2031-04-10"),
            told("Fjord Lantern", "2033-05", issued="2033-06-10"),
        ],
    ),
    (
        "a number, told in the year after",
        [told("Fjord Lantern", edition=4, issued="2033-05-20"), told("Fjord Lantern 2031", issued="2033-01-01")],
    ),
    (
        "names a slip apart, months apart",
        [told("Fjord Lantern", "2031-05-02/2031-05-09"), told("Fjord Lantren", "2031-09-02/2031-09-09")],
    ),
    (
        "names that one word tells apart",
        [told("Polar Baobab", "2031-05-02/2031-05-09"), told("Polar Shield", "2031-05-02/2031-05-09")],
    ),
    (
        "an abbreviation of other parties",
        [
            told("Kenya-Norway Maritime Exercise (KENOMEX)", "2031-05-02/2031-05-09"),
            told("KENOMEX 31", parties=("CL", "PE")),
        ],
    ),
    (
        "held, and put off the next time",
        [
            told("Fjord Lantern", "2030-10", issued="2030-10-30"),
            told("Fjord Lantern", "2031-04", status="postponed", issued="2031-03-10"),
        ],
    ),
    (
        "first of a name, and second",
        [
            told("Fjord Lantern", "2030-05", quote="the first Exercise Fjord Lantern ended"),
            told("Fjord Lantern", "2030-06", quote="the second Exercise Fjord Lantern began"),
        ],
    ),
    (
        "the year before, told in the same release",
        [
            told("Fjord Lantern", "2031-05-02/2031-05-09", edition=4, release="one"),
            told("Fjord Lantern", "2030", release="one"),
        ],
    ),
]


test_these_tell_of_one_holding, test_these_tell_of_two_holdings, test_the_order_of_arrival_does_not_matter = shown_by(
    ONE, TWO, EXERCISES
)
