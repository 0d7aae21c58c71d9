"""Markup inside a line of Markdown is resolved to what a reader would read."""

from __future__ import annotations

import html
import re

from comity.intake.traced import Edit, Traced

__all__ = ["resolved", "tags_resolved", "unescaped_twice"]

_BLOCK = "p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|blockquote|figure|figcaption|section|article|center|hr"
_QUIET = (
    "a|abbr|b|big|cite|code|col|colgroup|del|em|font|i|img|ins|mark|q|s|small|span|strike|strong|sub|sup"
    "|time|tt|u|picture|source|iframe|video|audio"
)
_ATTRIBUTES = r"(?:\s[^<>]{0,2000})?/?"
_TAG = re.compile(
    r"(?<!\\)(?:"
    rf"(?P<line><br{_ATTRIBUTES}>[ \t]*\n?)"
    rf"|(?P<block></?(?:{_BLOCK}){_ATTRIBUTES}>)"
    rf"|(?P<cell></?(?:td|th){_ATTRIBUTES}>)"
    rf"|(?P<quiet></?(?:{_QUIET}){_ATTRIBUTES}>)"
    r"|(?P<hidden><(?P<name>script|style)\b[^<>]{0,2000}>[^<]{0,100000}</(?P=name)>)"
    r"|(?P<comment><!--(?:[^-<]|-(?!->)|<(?!!--))*+-->)"
    r")",
    re.IGNORECASE,
)

_URL = r"[^()\s]*(?:\([^()\s]*\)[^()\s]*)*"
_TITLE = r"""(?:\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?"""
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w.-]{1,200})>"
    rf"|(?P<image>!\[[^\]]{{0,500}}\]\(<?{_URL}>?{_TITLE}\))"
    r"|(?P<open>\[(?!\^))"
    rf"|(?P<link>\]\(<?{_URL}>?{_TITLE}\))"
    r"|(?P<stars>\*+)"
    r"|(?P<bars>_+)"
    r"|(?P<paragraph>\n[^\S\n]*\n)",
)
_TWICE = re.compile(r"(?:\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2})+")


def unescaped_twice(text: Traced) -> Traced:
    r"""Characters that a JSON writer escaped twice (a literal `\u2019`) are themselves again."""
    if "\\u" not in text.text and "\\x" not in text.text:
        return text
    return text.sub(_TWICE, _once)


def _once(match: re.Match[str]) -> str:
    halves = match.group().encode("ascii").decode("unicode_escape")
    return halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def tags_resolved(text: Traced) -> Traced:
    """HTML tags in Markdown: a block begins a block, `<br>` ends a line, the others leave no trace."""
    if "<" not in text.text:
        return text
    return text.sub(_TAG, _tag)


def _tag(match: re.Match[str]) -> str:
    match match.lastgroup:
        case "line":
            return "  \n"
        case "block":
            return "\n\n"
        case "cell":
            return " "
        case _:
            return ""


def resolved(text: Traced) -> Traced:
    """Escapes, entities, links, images and emphasis; the number of lines stays the same."""
    return text.edited(_Inline(text.text).edits())


class _Inline:
    """One walk over the marks of a text; openers wait on a stack of their own kind."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Edit] = []
        self.links: list[int] = []
        self.waiting: dict[str, list[tuple[int, int]]] = {"*": [], "_": []}

    def edits(self) -> list[Edit]:
        for match in _TOKEN.finditer(self.text):
            match match.lastgroup:
                case "escaped":
                    self.change(match.start(), match.start() + 1)
                case "entity":
                    meant = html.unescape(match.group())
                    self.change(*match.span(), " " if meant.isspace() else meant)
                case "address":
                    self.change(match.start(), match.start() + 1)
                    self.change(match.end() - 1, match.end())
                case "image":
                    self.change(*match.span(), "\n" * match.group().count("\n"))
                case "open":
                    self.links.append(match.start())
                case "link":
                    self.link(match)
                case "stars" | "bars":
                    self.emphasis(match)
                case _:
                    self.links.clear()
                    self.waiting = {"*": [], "_": []}
        return sorted(self.found)

    def change(self, start: int, end: int, new: str = "") -> None:
        if end > start:
            self.found.append((start, end, new))

    def link(self, match: re.Match[str]) -> None:
        if self.links:
            opened = self.links.pop()
            self.change(opened, opened + 1)
            self.change(*match.span(), "\n" * match.group().count("\n"))

    def emphasis(self, match: re.Match[str]) -> None:
        start, end = match.span()
        before = self.text[start - 1] if start else "\n"
        after = self.text[end] if end < len(self.text) else "\n"
        kind, length = match.group()[0], end - start
        if kind == "_" and length > 2:
            return  # a blank to be filled in
        strong = kind == "*" and length > 1
        if strong:
            if self.alone(start, end):
                return
            self.change(start, end)
            if length != 3:
                return
        # "*Title *and": what stands before a closing star may be a space, as word processors leave it.
        closes = not before.isspace() or (kind == "*" and not after.isspace())
        closes = closes and not (kind == "_" and after.isalnum())
        opens = not after.isspace() and not (kind == "_" and (before.isalnum() or before in "/_"))
        stack = self.waiting[kind]
        # Of three stars one may close or open what a single one opens or closes.
        opener = (start, 0 if strong else length)
        if closes and stack and (strong or stack[-1][1] in (0, length)):
            opened, width = stack.pop()
            self.change(opened, opened + width)
            if not strong:
                self.change(start, end)
        elif opens:
            stack.append(opener)

    def alone(self, start: int, end: int) -> bool:
        """A line of stars and nothing else is a rule between parts, which a reader sees."""
        left = self.text.rfind("\n", max(0, start - 80), start)
        right = self.text.find("\n", end, end + 80)
        line = self.text[max(left + 1, start - 80) : right if right >= 0 else end + 80]
        return not line.strip(" \t*\u00a0") and line.count("*") >= 3
