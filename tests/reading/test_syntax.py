"""The simple questions that are asked of a sentence's tree."""

from __future__ import annotations

import pytest

from comity.reading.syntax import extent, mood, negated, parse, subject, word


def verb_of(text: str, verb: str):  # noqa: ANN201 - spaCy's own type
    (doc,) = parse([(text, [])])
    return next(token for token in doc if token.text == verb)


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("The Ministers agreed to meet.", "agreed", "past"),
        ("The Ministers will agree.", "agree", "future"),
        ("The Ministers have agreed.", "agreed", "perfect"),
        ("The Ministers agree.", "agree", "present"),
        ("The Ministers would agree.", "agree", "conditional"),
        ("The Ministers should agree.", "agree", "conditional"),
        ("It was agreed by the Ministers.", "agreed", "past"),
        ("The Ministers plan to agree.", "agree", "infinitive"),
        ("After agreeing, the Ministers left.", "agreeing", "gerund"),
        ("The Ministers will meet and sign the pact.", "sign", "future"),
    ],
)
def test_mood(text: str, verb: str, told: str) -> None:
    assert mood(verb_of(text, verb)) == told


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("The two Ministers agreed to meet.", "agreed", "Ministers"),
        ("The two Ministers agreed to meet.", "meet", "Ministers"),
        ("India condemned the attack and pledged help.", "pledged", "India"),
        ("India hopes that Japan will come.", "come", "Japan"),
        ("Signed today.", "Signed", None),
    ],
)
def test_subject(text: str, verb: str, told: str | None) -> None:
    found = subject(verb_of(text, verb))
    assert (found.text if found else None) == told


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        ("India did not agree.", "agree", True),
        ("India has never agreed.", "agreed", True),
        ("India agreed.", "agreed", False),
    ],
)
def test_negated(text: str, verb: str, told: bool) -> None:  # noqa: FBT001
    assert negated(verb_of(text, verb)) is told


def test_names_become_one_word_and_a_sentence_is_never_cut() -> None:
    text = "He met President Joseph R. Biden, Jr. The U.S. side agreed."
    at = text.index("President"), text.index(" The U.S.")
    (doc,) = parse([(text, [(*at, "smith")])])
    assert "President Joseph R. Biden, Jr." in [token.text for token in doc]
    assert len(list(doc.sents)) == 1
    assert doc.text == text


@pytest.mark.parametrize(
    ("joined", "told"),
    [
        ("India-Japan Defence Policy Dialogue (DPD)", "dialogue"),
        ("Conference on Disarmament", "conference"),
        ("Meeting of Defence Ministers", "meeting"),
    ],
)
def test_the_word_of_a_joined_name_is_its_head(joined: str, told: str) -> None:
    text = f"They held the {joined} today."
    start = text.index(joined)
    (doc,) = parse([(text, [(start, start + len(joined), "summit")])])
    assert word(next(token for token in doc if token.text == joined)) == told


def test_the_extent_of_a_phrase_without_what_is_joined_to_it() -> None:
    agreed = verb_of("The Ministers agreed to open an office and to train pilots.", "agreed")
    opened, trained = (next(t for t in agreed.doc if t.text == told) for told in ("open", "train"))
    first, last = extent(agreed)
    assert agreed.doc[first : last + 1].text.rstrip(".") == agreed.doc.text.rstrip(".")
    first, last = extent(opened, without=[trained])
    assert agreed.doc[first : last + 1].text in ("to open an office", "to open an office and")
