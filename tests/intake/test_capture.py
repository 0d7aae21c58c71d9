"""Sources are guarded before anything reads them, and told apart by their bytes."""

import hashlib
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from comity.errors import InputError, MissingInput, NoText, RefusedInput, UnknownFormat
from comity.intake import capture_bytes, files_in, open_source, read_texts

MOST = 1_000


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


def test_a_capture_holds_the_bytes_and_their_hash(tmp_path: Path) -> None:
    file = tmp_path / "release.md"
    file.write_bytes(b"# Talks\n\nThey met.")
    capture = open_source(file, max_bytes=MOST)
    assert capture.content == b"# Talks\n\nThey met."
    assert capture.sha256 == hashlib.sha256(capture.content).hexdigest()
    assert (capture.source, capture.media_type) == (str(file), "text/markdown")


def test_standard_input_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, error in ((b"They met.", None), (b"", MissingInput), (b"x" * (MOST + 1), RefusedInput)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        if error is None:
            assert open_source("-", max_bytes=MOST).content == content
        else:
            with pytest.raises(error):
                open_source("-", max_bytes=MOST)


@pytest.mark.parametrize("path", ["nowhere.md", "no\0where", "x" * 5_000])
def test_what_is_not_there_is_missing(tmp_path: Path, path: str) -> None:
    with pytest.raises(MissingInput):
        open_source(f"{tmp_path}/{path}", max_bytes=MOST)


def test_what_is_no_regular_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path, Path("/dev/zero")):
        with pytest.raises(RefusedInput):
            open_source(path, max_bytes=MOST)


def test_a_file_above_the_limit_is_refused_and_an_empty_one_has_no_text(tmp_path: Path) -> None:
    large, empty = tmp_path / "large.txt", tmp_path / "empty.txt"
    large.write_bytes(b"x" * (MOST + 1))
    empty.touch()
    with pytest.raises(RefusedInput, match="1,001"):
        open_source(large, max_bytes=MOST)
    with pytest.raises(NoText):
        open_source(empty, max_bytes=MOST)


def test_files_of_a_folder_are_sorted_and_hidden_ones_skipped(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", ".hidden.md", "sub/c.md", ".git/d.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [str(f.relative_to(tmp_path)) for f in files_in(tmp_path)] == ["a.md", "b.md", "sub/c.md"]
    with pytest.raises(MissingInput):
        list(files_in(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"They met.", "", "text/plain"),
        (b"They met.", "x.md", "text/markdown"),
        (b"They met.", "x.html", "text/html"),
        (b"**Talks**\n\nThey met.", "x.txt", "text/markdown"),
        (b"---\ntitle: x\n---\n\nThey met.", "", "text/markdown"),
        (b"<!DOCTYPE html><html><p>They met.</p>", "x.txt", "text/html"),
        (b"\n<html><p>They met.</p>", "", "text/html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>', "", "text/html"),
        (b'{"text": "a"}\n{"text": "b"}\n', "", "application/x-ndjson"),
        (b'{"text": "a"}', "", "application/json"),
        (b'[\n{"text": "a"}]', "", "application/json"),
        (b'{"text": "a"}', "x.jsonl", "application/x-ndjson"),
        (b"[Draft] They met.", "", "text/plain"),
        (b"%PDF-1.4\n...", "x.txt", "application/pdf"),
    ],
)
def test_the_format_is_told_from_the_bytes_first(content: bytes, name: str, media_type: str) -> None:
    assert capture_bytes(content, "-", name).media_type == media_type


@pytest.mark.parametrize(
    ("content", "looks"),
    [
        (zipped("word/document.xml"), "a Word file"),
        (zipped("other"), "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1", "old Office"),
        (b"{\\rtf1 x}", "RTF"),
        (b"a\x00b\x01c", "binary"),
        (b"\x81\x8d\x90 not text", "byte 0 is not UTF-8"),
        (bytes(range(256)), "UTF-8"),
        (b"<?xml version='1.0'?><rss><item/></rss>", "XML"),
    ],
)
def test_an_unknown_format_says_what_it_looks_like(content: bytes, looks: str) -> None:
    with pytest.raises(UnknownFormat, match=looks):
        capture_bytes(content, "x")


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><html><p>&a;</p></html>',
        b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><p>&a;</p></html>',
        '<!DOCTYPE html [<!ENTITY a "b">]><html><p>&a;</p></html>'.encode("utf-16"),
    ],
)
def test_markup_that_declares_entities_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedInput, match="entities"):
        capture_bytes(content, "x")


HOSTILE = [
    b"<html>" + b"<div>" * 20_000 + b"They met.",
    b"<html><body>" + b"<!--" * 50_000 + b"x",
    b"<html><body><p>x</p>" + b"<a '" * 20_000,
    b"<html><body><p>" + b"&" * 20_000,
    b'{"text": "' + b"\\ud800" * 1_000 + b'x"}',
    b'{"text": ' + b"[" * 50_000,
    b"[" * 50_000 + b"{",
    b'[{"text": "a"}, {"text"',
    b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nThey met.",
    b"---\n" + b"[" * 5_000 + b"\n---\nThey met.",
    b"---\n: : :\n\t- x\n---\nThey met.",
    b"---\n---\nThey met.",
    b"%PDF-1.4\n%%EOF",
    b"%PDF-",
    b"\xff\xfe\x00",
    b"\xef\xbb\xbf",
    b"\xef\xbb\xbf# Talks",
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_bytes_give_a_text_or_an_error_of_ours(content: bytes) -> None:
    try:
        items = list(read_texts(capture_bytes(content, "x")))
    except InputError:
        return
    assert items
    for item in items:
        assert isinstance(item, InputError) or item.text.encode("utf-8")
