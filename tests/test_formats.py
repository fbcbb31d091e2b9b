"""Files of every format -> articles: FILE in tests/fixtures/files has its expected rows in FILE.expected."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.errors import BriefError, SeedError
from generator.formats import FORMATS, format_of
from generator.formats.fragment import pieces_of
from generator.parse import parse
from generator.read import articles, read, read_raw
from tests.conftest import ROOT
from tests.steps import steps

FILES = ROOT / "tests" / "fixtures" / "files"
EXPECTED = sorted(FILES.glob("*.expected"))
SETTINGS = Settings(columns={"title": "kopf", "published": "wann", "text": "inhalt"})
KEYS = ("published", "outlet", "url", "language", "hold", "embargo")


def rows(path: Path) -> Iterator[str]:
    """What is read from a file, one fact a row."""
    settings = SETTINGS if path.name.startswith("named-") else Settings()
    try:
        for raw in articles(path, settings, path.name):
            if isinstance(raw, SeedError):
                yield f"{raw.name}: refused {raw.code}"
                continue
            yield f"{raw.name}:"
            try:
                seed = read_raw(raw, settings)
                article = parse(seed, settings)
            except SeedError as error:
                yield f"  refused {error.code}"
                continue
            for name, part in (("title", article.title), ("deck", article.deck), ("byline", article.byline)):
                if part is not None:
                    yield f"  {name}: {part.text}"
            for key in KEYS:
                value = article.published if key == "published" else getattr(seed.metadata, key)
                if value:
                    yield f"  {key}: {value}"
            for paragraph in article.paragraphs:
                yield f"  {paragraph.kind}: {article.text[paragraph.start : paragraph.end]}"
            yield from (f"  removed {removed.rule}: {removed.text}" for removed in article.removed)
            yield from (f"  warning {notice.code}" for notice in article.warnings)
    except SeedError as error:
        yield f"refused {error.code}"


@pytest.mark.parametrize("expected", EXPECTED, ids=[path.stem for path in EXPECTED])
def test_file(expected: Path) -> None:
    assert list(rows(expected.with_suffix(""))) == expected.read_text(encoding="utf-8").splitlines()


def test_every_fixture_has_its_rows() -> None:
    beside = {"metadata.csv", "sidecar.toml", "sidecar-over.json", "sidecar-broken.toml"}
    files = {path.name for path in FILES.iterdir() if path.suffix != ".expected"} - beside
    assert files == {path.stem for path in EXPECTED}


def test_the_longest_suffix_names_the_format() -> None:
    assert format_of("CRAWL.WARC.GZ") is FORMATS[".warc.gz"]
    assert format_of("a.b.txt") is FORMATS[".txt"]
    assert format_of("a.gz") is None
    assert format_of("txt") is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_tables_as_programs_save_them(tmp_path: Path, encoding: str, mark: str) -> None:
    words = "“Nobody was hurt,” the captain of the café ferry said on Monday evening."
    rows = [["title", "text"], ["Ferry Runs Aground", f'"{words}"']]
    path = tmp_path / "wire.csv"
    path.write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    assert words in read(path, Settings()).text


def test_one_article_of_several_can_be_named(tmp_path: Path) -> None:
    path = FILES / "list.json"
    assert read(path, Settings()).name == "list.json#a1"
    assert [notice.code for notice in read(path, Settings()).warnings] == ["several_articles"]
    second = read(path.with_name("list.json#2"), Settings())
    assert "Port Of Hentzau" in second.text
    assert second.warnings == ()
    with pytest.raises(SeedError) as caught:
        read(path.with_name("list.json#9"), Settings())
    assert caught.value.code == "empty"
    with pytest.raises(SeedError) as broken:
        read(FILES / "lines.jsonl#2", Settings())
    assert broken.value.code == "parse"


def test_a_file_whose_name_holds_a_number_sign_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "story #3.txt"
    path.write_text((FILES / "in-table.txt").read_text("utf-8"), "utf-8")
    assert read(path, Settings()).name == "story #3.txt"


def test_a_long_record_does_not_hide_the_others(tmp_path: Path) -> None:
    record = '{"title": "Ferry Runs Aground", "text": "%s"}\n'
    path = tmp_path / "wire.jsonl"
    path.write_text(record % "short" + record % ("x" * 5000) + record % "last", "utf-8")
    found = list(articles(path, Settings(largest_seed=1000), path.name))
    assert [raw.name for raw in found] == ["wire.jsonl#1", "wire.jsonl#2", "wire.jsonl#3"]
    assert [raw.code if isinstance(raw, SeedError) else "" for raw in found] == ["", "too_large", ""]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("name,title\na.txt,x\n", "no column `file`"),
        ("file,title\na.txt,x,y\n", ":2: more cells than columns"),
        ("file,title\na.txt,x\n./a.txt,y\n", ":3: a second row for a.txt"),
        ('file,title\na.txt,"x\n', "Correct this line"),
    ],
)
def test_a_broken_table_stops_the_build(tmp_path: Path, table: str, problem: str) -> None:
    """It may hold the embargo of any article."""
    (tmp_path / "a.txt").write_text((FILES / "in-table.txt").read_text("utf-8"), "utf-8")
    (tmp_path / "metadata.csv").write_text(table, "utf-8")
    with pytest.raises(BriefError, match=problem) as caught:
        read(tmp_path / "a.txt", Settings())
    assert not isinstance(caught.value, SeedError)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["a.toml", "a.json", "metadata.csv"])
def test_metadata_is_never_read_through_a_link(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text('title = "Secret"', "utf-8")
    (tmp_path / "a.txt").write_text((FILES / "in-table.txt").read_text("utf-8"), "utf-8")
    (tmp_path / name).symlink_to(tmp_path / "secret")
    with pytest.raises(BriefError, match="may not be a link"):
        read(tmp_path / "a.txt", Settings())


def test_a_table_of_the_seeds_folder_names_files_of_its_folders(tmp_path: Path) -> None:
    inner = tmp_path / "seeds" / "march"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text((FILES / "in-table.txt").read_text("utf-8"), "utf-8")
    (tmp_path / "seeds" / "metadata.csv").write_text("file,outlet\nmarch/a.txt,The Zenda Courier\n", "utf-8")
    (tmp_path / "metadata.csv").write_text("no table at all", "utf-8")
    assert read(inner / "a.txt", Settings()).metadata.outlet == "The Zenda Courier"


def test_a_build_finds_the_table_of_its_seeds_whatever_their_folder_is_called(tmp_path: Path) -> None:
    (tmp_path / "march").mkdir()
    (tmp_path / "march" / "a.txt").write_text((FILES / "in-table.txt").read_text("utf-8"), "utf-8")
    (tmp_path / "metadata.csv").write_text("file,hold\nmarch/a.txt,true\n", "utf-8")
    for raw in articles(tmp_path / "march" / "a.txt", Settings(seeds="."), "march/a.txt"):
        assert not isinstance(raw, SeedError)
        assert read_raw(raw, Settings()).metadata.hold


def test_half_a_character_in_a_list_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "wire.json"
    path.write_text(
        '[{"id": "a/b", "title": "Caf\u00e9 \\ud83d Opens", "text": "\u201cIt is open,\u201d she said."}]', "utf-8"
    )
    seed = read(path, Settings())
    assert seed.name == "wire.json#1"
    assert seed.text == "Caf\u00e9 \ufffd Opens\n\n\u201cIt is open,\u201d she said.\n"
    assert [notice.code for notice in seed.warnings] == ["surrogates"]


def test_bytes_that_a_table_cannot_decode_are_reported(tmp_path: Path) -> None:
    path = tmp_path / "wire.csv"
    path.write_bytes(
        b"title,text\n"
        + b"Ferry,It ran aground on Monday evening.\n" * 5000
        + b"Ferry Again,The caf\xe9 ferry ran aground on Tuesday.\n"
    )
    *_, last = articles(path, Settings(), path.name)
    assert not isinstance(last, SeedError)
    seed = read_raw(last, Settings())
    assert "caf\ufffd ferry" in seed.text
    assert [notice.code for notice in seed.warnings] == ["surrogates"]


@given(st.text(alphabet="<>/pbhr1liscript=\"' a&;!-\n", max_size=200))
def test_any_fragment_gives_plain_pieces(source: str) -> None:
    for piece in pieces_of(source):
        assert piece.text == " ".join(piece.text.split()) != ""


@given(st.binary(max_size=200), st.sampled_from([".json", ".jsonl", ".csv", ".tsv"]))
def test_any_file_is_read_or_refused(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    try:
        for raw in articles(path, Settings(), path.name):
            if not isinstance(raw, SeedError):
                read_raw(raw, Settings())
    except SeedError:
        pass


@pytest.mark.parametrize(
    "make",
    [
        lambda n: ("a.csv", "title,text\n" + 'Ferry,"It ran aground on Monday.\n\nNobody was hurt."\n' * n),
        lambda n: ("a.jsonl", '{"title": "Ferry", "text": "<p>It ran aground.</p>"}\n' * n),
        lambda n: ("a.json", '{"title": "Ferry", "text": "' + "<p>It ran aground.</p>" * n + '"}'),
        lambda n: ("a.json", '{"title": "Ferry", "text": "' + "It ran aground.\\n" * n + '"}'),
        lambda n: ("a.txt", "It ran aground, â€œon Mondayâ€\x9d.\n" * n),
    ],
    ids=["table", "lines", "markup", "plain", "mojibake"],
)
def test_cost_grows_with_the_size(tmp_path: Path, make: Callable[[int], tuple[str, str]]) -> None:
    def cost(n: int) -> int:
        name, source = make(n)
        (tmp_path / name).write_text(source, "utf-8")
        found = articles(tmp_path / name, Settings(), name)
        return steps(lambda: [read_raw(raw, Settings()) for raw in found if not isinstance(raw, SeedError)])

    cost(10)  # imports
    assert cost(400) < 2.3 * cost(200)
