"""English verb and noun forms of the words that rules name, so that no lemmatizer has to run."""

from __future__ import annotations

from functools import cache

__all__ = ["noun_forms", "verb_forms"]

# Past and past participle where they are not regular; facts of English grammar.
_IRREGULAR: dict[str, tuple[str, ...]] = {
    "be": ("am", "is", "are", "was", "were", "been", "being"),
    "become": ("became", "become"),
    "bear": ("bore", "borne"),
    "begin": ("began", "begun"),
    "bind": ("bound",),
    "bring": ("brought",),
    "build": ("built",),
    "buy": ("bought",),
    "call": ("called",),
    "come": ("came", "come"),
    "cut": ("cut",),
    "deal": ("dealt",),
    "do": ("did", "done"),
    "draw": ("drew", "drawn"),
    "feel": ("felt",),
    "fight": ("fought",),
    "find": ("found",),
    "fly": ("flew", "flown"),
    "forget": ("forgot", "forgotten"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "grow": ("grew", "grown"),
    "have": ("has", "had"),
    "hear": ("heard",),
    "hold": ("held",),
    "keep": ("kept",),
    "know": ("knew", "known"),
    "lay": ("laid",),
    "lead": ("led",),
    "leave": ("left",),
    "lend": ("lent",),
    "let": ("let",),
    "lie": ("lay", "lain"),
    "lose": ("lost",),
    "make": ("made",),
    "mean": ("meant",),
    "meet": ("met",),
    "pay": ("paid",),
    "put": ("put",),
    "ring": ("rang", "rung"),
    "say": ("said",),
    "see": ("saw", "seen"),
    "seek": ("sought",),
    "sell": ("sold",),
    "send": ("sent",),
    "set": ("set",),
    "show": ("showed", "shown"),
    "sit": ("sat",),
    "speak": ("spoke", "spoken"),
    "spend": ("spent",),
    "stand": ("stood",),
    "strike": ("struck",),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "tell": ("told",),
    "tie": ("tied", "tying"),
    "think": ("thought",),
    "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld",),
    "win": ("won",),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
_DOUBLED = frozenset({
    "admit", "beg", "begin", "commit", "concur", "confer", "defer", "get", "occur", "permit", "plan", "prefer", "put",
    "recommit", "refer", "regret", "run", "set", "ship", "sit", "stop", "submit", "transfer", "wrap",
})  # fmt: skip
# Doubled in British English, not in American.
_EITHER = frozenset({"cancel", "equip", "label", "signal", "travel"})
_VOWELS = "aeiou"


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb, lower case: `agree` gives agree, agrees, agreed, agreeing."""
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        third, past, gerund = lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    elif lemma in _DOUBLED:
        third, past, gerund = lemma + "s", lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
        past = (lemma if lemma.endswith("e") else stem) + ("d" if lemma.endswith("e") else "ed")
        gerund = stem + "ing"
    pasts = _IRREGULAR.get(lemma, (past,))
    doubled = (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing") if lemma in _EITHER else ()
    return frozenset({lemma, third, gerund, *pasts, *doubled})


@cache
def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural of a noun, lower case."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return frozenset({lemma, lemma[:-1] + "ies"})
    if lemma.endswith(("s", "x", "ch", "sh")):
        return frozenset({lemma, lemma + "es"})
    return frozenset({lemma, lemma + "s"})
