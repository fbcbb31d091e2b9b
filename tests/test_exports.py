"""What the JSON and the CSV say is letter for letter the article's, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given

from generator import cli
from generator.config import Settings
from generator.model import Brief
from generator.render.exports import brief_json, published_json, quotes_csv
from generator.render.forms import FORMS, exported
from generator.verify import verify
from tests.sample_brief import TEXT, hostile_briefs, sample_brief


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV file as a program reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def named(brief: Brief, words: str) -> Brief:
    """The sample with another outlet, as a seed's metadata may give it."""
    return msgspec.structs.replace(brief, outlet=words)


def test_json_reads_back_as_the_same_brief() -> None:
    assert msgspec.json.decode(brief_json(sample_brief()), type=Brief) == sample_brief()


def test_json_keeps_the_order_of_the_model() -> None:
    assert list(json.loads(brief_json(sample_brief()))) == [field.name for field in msgspec.structs.fields(Brief)]


def test_published_json_lacks_the_text_alone() -> None:
    whole, published = json.loads(brief_json(sample_brief())), json.loads(published_json(sample_brief()))
    assert whole.pop("text") == TEXT
    assert published == whole


@given(hostile_briefs())
def test_hostile_json_fits_its_article(brief: Brief) -> None:
    problems = verify(brief_json(brief), brief.text)
    assert [p for p in problems if "aliases" not in p] == []


def test_csv_holds_each_quote_letter_for_letter() -> None:
    found = rows(quotes_csv([sample_brief()]))
    assert [row["text"] for row in found] == [quote.text for quote in sample_brief().quotes]
    assert [TEXT[int(row["start"]) : int(row["end"])] for row in found] == [row["text"] for row in found]
    assert [(row["speaker"], row["actor"]) for row in found] == [
        ("Interior Minister Flavia Elphberg", "Flavia Elphberg"),
        ("she", "Flavia Elphberg"),
        ("", ""),
    ]
    assert found[0]["via"] == "told Radio Strelsau"
    assert found[0]["title"] == "Strelsau Opens Dam Gates As Villages Wait"


def test_csv_of_no_quotes_is_its_head() -> None:
    assert quotes_csv([]).startswith(b'\xef\xbb\xbf"brief","title"')
    assert quotes_csv([]).count(b"\r\n") == 1


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\t=1", "  =1", "\n=1", "＝1+1", '="a""b"'])
def test_a_formula_is_guarded_and_the_guard_is_named(words: str) -> None:
    [row, *_] = rows(quotes_csv([named(sample_brief(), words)]))
    assert row["outlet"] == "'" + words
    assert row["guarded"] == "outlet"


@pytest.mark.parametrize("words", ["'=1", "a=1", "“=1”", "1-2", "", 'plain, "quoted"\nand broken'])
def test_what_is_no_formula_is_left_alone(words: str) -> None:
    [row, *_] = rows(quotes_csv([named(sample_brief(), words)]))
    assert (row["outlet"], row["guarded"]) == (words, "")


@given(hostile_briefs())
def test_taking_the_guard_off_gives_the_article(brief: Brief) -> None:
    found = rows(quotes_csv([brief]))
    assert len(found) == len(brief.quotes)
    for row in found:
        assert not any(cell.lstrip()[:1] in {*"=+-@＝＋－＠"} for cell in row.values() if cell)
        words = row["text"][1:] if "text" in row["guarded"].split() else row["text"]
        article = brief.text[int(row["start"]) : int(row["end"])]
        assert len(words) == len(article)
        assert all(a == b or a == "\ufffd" for a, b in zip(words, article, strict=True))
        assert words == article or any(not c.isprintable() for c in article)


@pytest.mark.parametrize("form", [name for name, _ in FORMS])
def test_the_command_prints_every_form(form: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cli, "_all", lambda project: [sample_brief()])
    done = CliRunner().invoke(cli.main, ["export", "--all", "--project", str(tmp_path), "--format", form])
    assert done.exit_code == 0, done.output
    assert done.stdout_bytes == b"".join(exported(form, [sample_brief()], Settings()))
    assert b"Flavia Elphberg" in done.stdout_bytes


def test_the_command_knows_every_form_and_the_readme_too() -> None:
    (option,) = [option for option in cli.main.commands["export"].params if option.name == "form"]
    assert list(option.type.choices) == [name for name, _ in FORMS]
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in readme for name, _ in FORMS)


def test_one_file_as_json_is_its_brief_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cli, "_brief", lambda file: sample_brief())
    done = CliRunner().invoke(cli.main, ["export", str(tmp_path / "dam.txt")])
    assert done.stdout_bytes == brief_json(sample_brief())
