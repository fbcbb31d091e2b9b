"""path -> Seed: encodings, metadata, refusals."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.decode import decode
from generator.errors import BrokenSeed, SeedError, SkippedSeed
from generator.formats.dates import read_date
from generator.formats.front_matter import read_front_matter
from generator.model import Metadata
from generator.parse import parse
from generator.read import read, seed_of
from tests.pairs import Pair, pairs

TEXT = (
    "Ferry Runs Aground\n\n\u201cNobody was hurt,\u201d the captain of the caf\u00e9 ferry said Monday \u2013 twice.\n"
)
SETTINGS = Settings()
FRONT_MATTER = pairs("front-matter.md")


def seed_file(folder: Path, data: bytes | str, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), codecs.BOM_UTF8 + TEXT.encode(), TEXT.encode("utf-16"), TEXT.encode("utf-16-be"),
     TEXT.encode("utf-32"), TEXT.encode("cp1252"), TEXT.replace("\n", "\r\n").encode(),
     TEXT.replace("\n", "\r").encode()],
    ids=["utf-8", "mark", "utf-16", "utf-16-be", "utf-32", "cp1252", "crlf", "cr"],
)  # fmt: skip
def test_encodings_that_leave_no_doubt(tmp_path: Path, data: bytes) -> None:
    seed = read(seed_file(tmp_path, data), SETTINGS)
    assert seed.text == TEXT
    assert seed.warnings == ()


@pytest.mark.parametrize(
    ("data", "code", "text"),
    [
        (TEXT.encode().replace(b"Nobody", b"No\xff\xfebody"), "encoding", "No\ufffd\ufffdbody"),
        (TEXT.replace("ran", "").encode("mac-roman"), "encoding", "ferry said"),
        (TEXT.replace("Monday", "Mon\x07\x1b[31mday").encode(), "control_characters", "Mon[31mday"),
        (TEXT.replace("Monday", "\u202eMonday").encode(), "direction_marks", " Monday"),
        (TEXT.replace("Ferry", "Ferry &amp; Boat &#8211;").encode(), "entities", "Ferry & Boat \u2013 Runs"),
        (TEXT.encode().decode("cp1252", "replace").encode(), "mojibake", "\u201cNobody was hurt,\u201d the"),
    ],
    ids=["gaps", "legacy", "controls", "directions", "entities", "mojibake"],
)
def test_doubts_are_said(tmp_path: Path, data: bytes, code: str, text: str) -> None:
    seed = read(seed_file(tmp_path, data), SETTINGS)
    assert [notice.code for notice in seed.warnings] == [code]
    assert text in seed.text


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "binary"),
        ("a.txt", b"%PDF-1.4\n", "binary"),
        ("a.txt", bytes(range(256)) * 8, "binary"),
        ("a.txt", b"\xff\xfea\x00\x00\xd8", "undecodable"),
        ("a.json", "{}", "parse"),
        ("a.zip", "PK", "unsupported"),
        ("a.toml", "title = 'Ferry'", "unsupported"),
        ("a", "Ferry", "unsupported"),
        ("a.md", "---\ntitle: [1]\n---\nFerry", "parse"),
        ("a.txt", "a " * 600, "too_large"),
    ],
)
def test_refused_files(tmp_path: Path, name: str, data: bytes | str, code: str) -> None:
    with pytest.raises(BrokenSeed) as caught:
        read(seed_file(tmp_path, data, name), Settings(largest_seed=1000) if code == "too_large" else SETTINGS)
    assert caught.value.code == code
    assert caught.value.message.startswith(name)


def test_unsupported_formats_name_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(BrokenSeed, match=r"\.txt, .*\.md"):
        read(seed_file(tmp_path, "", "a.docx"), SETTINGS)


@pytest.mark.parametrize(
    ("name", "advice"),
    [("a.txt.gz", "an archive. Unpack"), ("a.ZIP", "an archive. Unpack"), ("a.toml", "metadata without an article")],
)
def test_what_to_do_with_other_files(tmp_path: Path, name: str, advice: str) -> None:
    with pytest.raises(BrokenSeed, match=advice):
        read(seed_file(tmp_path, "", name), SETTINGS)


def test_things_that_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(SkippedSeed) as caught:
        read(tmp_path / "folder.txt", SETTINGS)
    assert caught.value.code == "not_a_file"
    with pytest.raises(BrokenSeed) as gone:
        read(tmp_path / "gone.txt", SETTINGS)
    assert gone.value.code == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SkippedSeed) as caught:
        read(tmp_path / "pipe.txt", SETTINGS)
    assert caught.value.code == "not_a_file"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    with pytest.raises(SeedError) as caught:
        read(tmp_path / "a.txt", SETTINGS)
    assert caught.value.code == "unreadable"


def test_a_name_with_a_line_end_does_not_break_the_message(tmp_path: Path) -> None:
    with pytest.raises(BrokenSeed) as caught:
        read(tmp_path / "a\nb.html", SETTINGS)
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("pair", FRONT_MATTER, ids=[pair.name for pair in FRONT_MATTER])
def test_front_matter(pair: Pair) -> None:
    try:
        metadata, _, notices = read_front_matter(pair.text + "\n", "a.md", SETTINGS)
    except BrokenSeed as error:
        line = error.message.split(":")[1]
        rows = [f"error {error.code}" + (f" at line {line}" if line.isdigit() else "")]
    else:
        default = Metadata()
        rows = [f"{key}: {getattr(metadata, key)}" for key in metadata.__struct_fields__
                if getattr(metadata, key) != getattr(default, key)]  # fmt: skip
        rows += [f"warning {notice.code}" for notice in notices]
    assert rows == list(pair.expected)


def test_metadata_of_a_text_file(tmp_path: Path) -> None:
    text = "---\ntitle: Ferry Runs Aground\npublished: 2031-03-03\n---\n\n" + TEXT.split("\n", 2)[2]
    article = parse(read(seed_file(tmp_path, text), SETTINGS), SETTINGS)
    assert article.text == text
    assert article.title is not None
    assert article.title.text == "Ferry Runs Aground"
    assert article.published == "2031-03-03"
    assert article.text[article.paragraphs[0].start :].startswith("\u201cNobody")
    assert {r.text for r in article.removed} == {"---", "published: 2031-03-03"}
    assert parse(seed_of(text), SETTINGS).published == "2031-03-03"


def test_metadata_that_names_another_language_refuses(tmp_path: Path) -> None:
    seed = read(seed_file(tmp_path, "---\nlanguage: de\n---\n" + TEXT), SETTINGS)
    with pytest.raises(SkippedSeed) as caught:
        parse(seed, SETTINGS)
    assert caught.value.code == "language"


MARKDOWN = """---
title: Ferry Runs Aground
url: https://courier.example/ferry
---

# Ferry Runs Aground

*The ferry* between [Zenda](https://zenda.example) and Strelsau ran
aground on **Monday**, the ministry said.

![A picture](ferry.jpg)

## Why it happened

> "The `radar` was off," the captain said.

```
code
```

<script>alert(1)</script>

- All 212 passengers were taken ashore.

| Ship | Built |
|------|-------|
| Ruritania | 1961 |

With reporting by TASS
"""


def test_markdown_is_what_a_reader_sees(tmp_path: Path) -> None:
    seed = read(seed_file(tmp_path, MARKDOWN, "a.md"), SETTINGS)
    assert seed.text.split("\n\n") == [
        "Ferry Runs Aground",
        "The ferry between Zenda and Strelsau ran aground on Monday, the ministry said.",
        "Why it happened",
        '"The radar was off," the captain said.',
        "All 212 passengers were taken ashore.",
        "Ship | Built",
        "Ruritania | 1961",
        "With reporting by TASS\n",
    ]
    article = parse(seed, SETTINGS)
    assert article.title is not None
    assert article.title.text == "Ferry Runs Aground"
    assert [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "subhead"] == ["Why it happened"]
    assert [line.text for line in article.credit] == ["With reporting by TASS"]
    assert article.url == "https://courier.example/ferry"


def test_a_title_that_the_markdown_does_not_show_is_put_above_it(tmp_path: Path) -> None:
    seed = read(
        seed_file(tmp_path, "---\ntitle: Ferry Runs Aground\n---\nThe ferry ran aground on Monday.\n", "a.md"), SETTINGS
    )
    assert seed.text == "Ferry Runs Aground\n\nThe ferry ran aground on Monday.\n"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2031-03-03", "2031-03-03"), ("2031-03-03T10:15:00+01:00", "2031-03-03T10:15:00+01:00"),
        ("Mar. 3, 2031", "2031-03-03"), ("3 March 2031", "2031-03-03"), ("Sept. 3, 2031", "2031-09-03"),
        ("March 3", None), ("2031", None), ("3", None),
        ("Ma 3, 2031", None), ("February 30, 2031", None), ("today", None), ("20310303", None), ("3.3.2031", None),
    ],
)  # fmt: skip
def test_dates(written: str, iso: str | None) -> None:
    assert read_date(written) == iso


def test_dates_in_numbers_need_an_order() -> None:
    assert read_date("03/04/2031", "DMY") == "2031-04-03"
    assert read_date("03/04/2031", "MDY") == "2031-03-04"
    assert read_date("2031/04/03", "YMD") == "2031-04-03"


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data, "a.txt")
    except BrokenSeed as error:
        assert error.code in {"binary", "undecodable"}  # noqa: PT017
    else:
        assert isinstance(text, str)


@given(st.text(alphabet="-:#[]{}&*!|>'\"%@ abtitlehod\n\t0", max_size=120))
def test_any_front_matter_is_read_or_refused(source: str) -> None:
    try:
        read_front_matter(f"---\ntitle: x\n{source}\n---\n", "a.md", SETTINGS)
    except BrokenSeed as error:
        assert error.code == "parse"  # noqa: PT017
