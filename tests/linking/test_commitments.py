"""A promise is known again when told again, and not confused with one near it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.linking.commitments import COMMITMENTS
from comity.linking.grouping import group
from comity.linking.wording import wording_of
from comity.model import Amount, Commitment, Kept, When

FERRIES = "build four ferries for the island line at the Ulsan yard"


def told(
    action: str,
    by: str = "NO",
    to: str = "KR",
    force: str = "committed",
    issued: str = "2031-05-04",
    due: str | None = None,
    amount: float | None = None,
) -> Kept:
    claim = Commitment(
        id=f"{action}/{by}/{to}/{force}/{issued}/{due}/{amount}", rule="r", evidence=(), action=action, force=force,
        by=tuple(by.split()), to=tuple(to.split()), due=When(due, "year", "text", due) if due else None,
        amount=Amount(amount, "USD", f"${amount}") if amount else None,
    )  # fmt: skip
    return Kept(claim, release=f"{by}-{issued}", issued=issued)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told(FERRIES), told("building four ferries at the Ulsan yard for the island line"), id="turned"),
        pytest.param(told(FERRIES, "NO KR", ""), told(FERRIES, "KR", "NO", issued="2031-05-05"), id="both, and one"),
        pytest.param(told(FERRIES), told(FERRIES, force="intends", issued="2033-01-01"), id="said again, softer"),
        pytest.param(told("support Nauru"), told("support for Nauru", issued="2034-01-01"), id="of a state"),
        pytest.param(
            told("reduce methane emissions from oil wells by 40 percent"),
            told("reiterated a reduction of methane emissions of oil wells by 40 percent"),
            id="reiterated",
        ),
        pytest.param(
            told("hold the next fisheries dialogue in Bergen"),
            told("holding the next fisheries dialogue in Bergen", "KR", "NO", issued="2031-05-04"),
            id="two accounts of one occasion",
        ),
        pytest.param(
            told("deliver two patrol boats", due="2032"), told("deliver two patrol boats", due="2032-06"), id="due"
        ),
        pytest.param(
            told("conduct Exercise Frost Heron off Bodo in May", "NO KR", "", due="2031-05"),
            told("that Exercise Frost Heron would be held in May with a minehunter", "KR NO", "", issued="2031-05-05"),
            id="one exercise by name, at one meeting",
        ),
        pytest.param(
            told("visit Norway", force="invited"),
            told("Norway", force="invited", issued="2031-05-05"),
            id="one invitation",
        ),
        pytest.param(
            told("support Tuvalu for as long as it takes", to="FR"),
            told("continue to provide Tuvalu with the support it needs", to="JP", issued="2032-11-04"),
            id="standing support",
        ),
        pytest.param(
            told("protect every lighthouse of Tuvalu", to="FR"),
            told("that Norway will protect every lighthouse of Tuvalu", to="JP", issued="2032-11-04"),
            id="of whom it is for, told to others",
        ),
        pytest.param(
            told("cease its whaling", "NO", "JP", "urged"),
            told("cease its whaling", "NO", "JP", "urged", issued="2032-11-04"),
            id="said of the one that is urged",
        ),
        pytest.param(
            told("continue cooperation on issues of common interest such as regional peace", "NO KR", ""),
            told(
                "continuing cooperation on issues of common interest, such as regional peace",
                "NO KR",
                "",
                issued="2031-05-20",
            ),
            id="weak words, soon after",
        ),
        pytest.param(
            told("train harbour pilots and tug masters on a simulator for two weeks each spring", "NO KR", ""),
            told("a spring course for tug masters and pilots", "KR NO", "", issued="2031-05-05"),
            id="like words at one meeting",
        ),
    ],
)
def test_the_same_promise(one: Kept, other: Kept) -> None:
    assert len(group([one, other], COMMITMENTS)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told(FERRIES), told(FERRIES.replace("four", "6"), issued="2031-06-01"), id="another number"),
        pytest.param(told(FERRIES), told(FERRIES.replace("Ulsan", "Geoje"), issued="2031-06-01"), id="another place"),
        pytest.param(told(FERRIES), told(f"never {FERRIES}"), id="negated"),
        pytest.param(told(FERRIES, "NO", "KR"), told(FERRIES, "NO", "JP"), id="to another"),
        pytest.param(told(FERRIES, "NO", "KR"), told(FERRIES, "KR", "JP"), id="by another"),
        pytest.param(
            told("train Kenyan pilots on simulators"), told("train Ghanaian pilots on simulators"), id="another state"
        ),
        pytest.param(
            told("fund school meals in coastal towns", amount=5e6),
            told("fund school meals in coastal towns", amount=9e6),
            id="another sum",
        ),
        pytest.param(
            told("continue exercise Blue Heron each spring"),
            told("continue exercise Iron Crane each spring"),
            id="another series",
        ),
        pytest.param(
            told("return the fishing boats", "NO", "KR", "urged"),
            told("return the fishing boats", "KR", "NO", "urged"),
            id="urged by the other side",
        ),
        pytest.param(
            told("return the fishing boats", force="urged"), told("return the fishing boats"), id="asked, not promised"
        ),
        pytest.param(
            told("hold the next fisheries dialogue in Bergen"),
            told("hold the next fisheries dialogue in Bergen", issued="2033-05-04"),
            id="the next one of another year",
        ),
        pytest.param(
            told("deliver two patrol boats", due="2032"), told("deliver two patrol boats", due="2035"), id="due later"
        ),
        pytest.param(told("support Nauru"), told("support Tuvalu", issued="2034-01-01"), id="of another state"),
        pytest.param(
            told("work together"), told("work together", issued="2032-01-01", force="intends"), id="says nothing"
        ),
        pytest.param(
            told("their immediate release", force="urged"),
            told("his immediate release", force="urged", issued="2032-01-01"),
            id="points to what was said before",
        ),
        pytest.param(
            told("train harbour pilots and tug masters on a simulator for two weeks each spring", "NO KR", ""),
            told("a spring course for tug masters and pilots", "KR NO", "", issued="2031-09-05"),
            id="like words at another meeting",
        ),
        pytest.param(
            told("widen trade with islands of the South Pacific", "NO KR", ""),
            told("study corals of the South Pacific", "KR NO", "", issued="2031-05-05"),
            id="the same region only",
        ),
        pytest.param(
            told("visit Norway", force="invited"),
            told("Norway", force="invited", issued="2032-05-05"),
            id="an invitation of another year",
        ),
        pytest.param(
            told("remain in close contact", "NO KR", ""),
            told("stay in close contact", "NO KR", "", issued="2031-05-20"),
            id="contact, at another talk",
        ),
        pytest.param(
            told("continue to support Tuvalu’s coast guard with equipment", to="TV"),
            told("provide a package of equipment to Tuvalu’s coast guard", to="TV", issued="2031-09-20", amount=9e6),
            id="support, and a sum of it",
        ),
        pytest.param(
            told("supply school radios to islands", to="FR"),
            told("supply school radios to islands", to="JP", issued="2032-11-04"),
            id="given to another, whom only the addressee tells",
        ),
        pytest.param(
            told("support Tuvalu for as long as it takes", to="FR"),
            told("support Nauru for as long as it takes", to="FR", issued="2032-11-04"),
            id="support of another",
        ),
    ],
)
def test_another_promise(one: Kept, other: Kept) -> None:
    assert len(group([one, other], COMMITMENTS)) == 2


def test_a_chain_of_likenesses_is_no_promise() -> None:
    words = [
        "ports",
        "ferries",
        "lighthouses",
        "pilots",
        "dredging",
        "cranes",
        "harbours",
        "breakwaters",
        "buoys",
        "charts",
    ]
    rows = [told("modernise " + " ".join(words[n : n + 6]), issued=f"2031-0{n + 1}-01") for n in range(5)]
    assert 1 < len(group(rows, COMMITMENTS)) < 5


@given(st.permutations(range(9)))
def test_the_order_of_arrival_does_not_matter(order: list[int]) -> None:
    rows = [
        told("support Tuvalu"), told("support for Tuvalu’s people", to="FR", issued="2033-01-01"),
        told(FERRIES), told(FERRIES, "KR", "NO"), told(FERRIES, force="intends", issued="2033-01-01"),
        told(FERRIES.replace("four", "6")), told("building ferries for the island line"),
        told("deepen ties"), told("deepen our ties", issued="2031-07-01"),
    ]  # fmt: skip
    assert group([rows[i] for i in order], COMMITMENTS) == group(rows, COMMITMENTS)


def test_equal_words_are_one_form_however_often_they_are_told() -> None:
    rows = [
        told("support the reconstruction of bridges", issued=f"2031-05-{n % 28 + 1:02}", force="intends")
        for n in range(500)
    ]
    assert len({COMMITMENTS.form(k) for k in rows}) == 1


def test_blocks_are_of_a_party_and_two_telling_words_or_of_a_few_days_of_a_pair_and_one() -> None:
    keys = [key.split("|") for key in COMMITMENTS.keys(told(FERRIES, "NO KR"))]
    of_party = [key for key in keys if key[0] in ("NO", "KR")]
    assert 0 < len(of_party) <= 20
    assert all("+" in words for _, words in of_party)
    of_days = [key for key in keys if key not in of_party]
    assert 0 < len(of_days) <= 10
    assert {pair for pair, _, _ in of_days} == {"KR+NO"}


def test_the_reason_is_said() -> None:
    (found,) = group(
        [told(FERRIES), told("building four ferries for the island line at Ulsan", issued="2032-01-01")], COMMITMENTS
    )
    assert "nearly the same words" in found.ties[0].reason
    assert "Ulsan" in found.ties[0].reason


@pytest.mark.parametrize(
    ("text", "strong", "numbers", "states", "negated"),
    [
        ("the first Norwegian ferry", {"ferr"}, {"1"}, {"NO"}, False),
        ("not to sell 1,500 trucks", {"sell", "truck"}, {"1500"}, set(), True),
        ("strengthen cooperation", set(), set(), set(), False),
    ],
)
def test_what_words_say(text: str, strong: set[str], numbers: set[str], states: set[str], negated: bool) -> None:  # noqa: FBT001
    words = wording_of(text)
    assert (words.strong, words.numbers, words.states, words.negated) == (strong, numbers, states, negated)
