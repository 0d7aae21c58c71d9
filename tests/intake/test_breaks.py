"""Line breaks in the middle of a sentence are joined; those between paragraphs stay."""

import pytest

from comity.intake.breaks import joint, wraps

JOINED = [
    ("concluded her call at Ponta Example on", "16 Aug 2026", " "),
    ("concluded her call at Ponta Example on 16 Aug 2026", ", as part of the voyage", ""),
    ("demonstrations and practical drills", ". The programme goes on", ""),
    ("INS Example has now set sail. On", "21 Aug 2026", " "),
    ("The two navies have been", "holding salvage drills", " "),
    ("on the invitation of Shri", "Arun Example", " "),
    ("was received by Dr.", "Arun Example", " "),
    ("an outlay of Rs.", "500 crore", " "),
    ("a contract worth ₹", "500 crore", ""),
    ("the report, “", "Ports of Tomorrow", ""),
    ("the report, “Ports of Tomorrow", "”, gives an account", ""),
    ("The Minister of Defence,", "Mr Example, spoke", " "),
    ("held in 150 years of", "Vande Mataram", " "),
    ("a group of ministers from more than", "40 countries", " "),
    ("the programme reaches in all its parts", "60% growth", " "),
    ("the meeting of the tourism ministers – a first", "– closed today", " "),
    ("As India marks its day of honour, the Hon’ble", "@VPExample", " "),
    ("SPADE", "(Space Example), launched in May", " "),
    ("a long-", "term plan", ""),
    ("both short-", "and long-term plans", " "),
    ("VK/Sa", "vvy", ""),
]
PARTED = [
    ("Ministry of Defence", "Talks held in Port Example"),
    ("The visit ended today.", "The next one is in May."),
    ("The visit ended today.", "e-Learning was discussed."),
    ("The aims are:", "stronger ties"),
    ("Key points", "Trade rose by a tenth"),
    ("Ports", "60.96"),
    ("Mumbai Port", "73.00"),
    ("Sl. No.", "State"),
    ("Details are given in Annexure I.", "Council of Research"),
    ("pays homage to the fallen", "— Office of Example (@example)"),
    ("pays homage to the fallen", "https://example.org/x"),
    ("*****", "ABC/DE"),
    ("reply in the House today", "*****"),
    ("My dear fellow citizens,", "Peace is dear to us."),
    ("the groups named", "a) traders"),
    ("the groups named", "(ii) traders"),
]


@pytest.mark.parametrize(("before", "after", "glue"), JOINED)
def test_a_break_inside_a_sentence_is_joined(before: str, after: str, glue: str) -> None:
    assert joint(before, after) == glue


@pytest.mark.parametrize(("before", "after"), PARTED)
def test_a_break_between_paragraphs_stays(before: str, after: str) -> None:
    assert joint(before, after) is None


def test_a_break_that_was_asked_for_is_joined_only_where_a_sentence_plainly_goes_on() -> None:
    assert joint("MINISTRY OF DEFENCE,", "GOVERNMENT OF EXAMPLIA", hard=True) is None
    assert joint("met with the", "minister", hard=True) == " "


WRAPPED = """Lieutenant General Example, Commander of the Land Forces of Ruritania
visited General Headquarters in the capital today and called on General
Sample, Chief of Army Staff, who thanked him for the help of his country
in the exercise of last year."""


def test_full_lines_are_wraps_and_lines_of_a_letterhead_are_not() -> None:
    lines = WRAPPED.split("\n")
    assert wraps(lines, [True] * 4, [True] * 4) == [True, True, True, False]
    head = ["MINISTRY OF DEFENCE", "GOVERNMENT OF EXAMPLIA", "Port Example, 5 May 2026"]
    assert wraps(head, [True] * 3, [True] * 3) == [False] * 3
