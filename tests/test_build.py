"""`brief build` as a user runs it: what is made, kept, refused and said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import article, brief, project, snapshot

#: Runs `brief build` and fails if a room that only new work needs was imported.
UNCHANGED = """
import sys
from generator.cli import main
main(["build"], standalone_mode=False)
heavy = {"spacy", "mkdocs", "typst", "onnxruntime", "py3langid", "jinja2", "trafilatura", "lxml", "ftfy"}
loaded = heavy & set(sys.modules)
sys.exit(f"loaded {sorted(loaded)}" if loaded else 0)
"""


def page(title: str, hostile: str) -> str:
    """A saved page of the article, with something in it that must not get out."""
    paragraphs = "".join(f"<p>{line}</p>" for line in article().split("\n\n")[1:])
    return (
        f"<!doctype html><html lang=en><title>{title}</title><article><h1>{title}</h1>{paragraphs}{hostile}</article>"
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A project with good and bad seeds, built once; its folder and what the build said."""
    home = tmp_path_factory.mktemp("bad") / "project"
    project(
        home,
        {
            "a-bridges.txt": article(),
            "b-tunnel.txt": article("Orvana Opens A Tunnel", "Marek Tolan", "AFP").replace("bridges", "tunnels"),
            "c-same-title.txt": article("Orvana Opens A Tunnel", "Ilse Brandt").replace("two bridges", "a tunnel"),
            "d-again.txt": article(),
            "e-empty.txt": "",
            "f-furniture.txt": "Accessibility links\n\nBreaking News\n\nShare\n",
            "g-binary.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
            "h-german.txt": "Zwei Brücken gesperrt\n\n"
            + "Das Ministerium teilte am Montag mit, dass die beiden Brücken wegen Rissen gesperrt werden müssen. " * 9,
            "i-legacy.txt": article("Legacy Words").replace('"', "\u201c").encode("cp1252"),
            "j-page.html": page("Page With A Script", '<script>alert("x")</script><img src=x onerror=alert(1)>'),
            "k-wire.csv": "title,text\n"
            + "".join(
                f'Wire Story {number},"{article(agency=agency).replace(chr(34), chr(34) * 2)}"\n'
                for number, agency in enumerate(("dpa", "AFP"), 1)
            ),
            ".hidden.txt": article("Hidden"),
        },
    )
    done = brief("build", cwd=home)
    assert done.returncode == 0, done.stderr
    return home, done.stderr


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("d-again.txt", "duplicate"),
        ("e-empty.txt", "empty"),
        ("f-furniture.txt", "no_body"),
        ("g-binary.txt", "binary"),
        ("h-german.txt", "language"),
    ],
)
def test_each_bad_seed_is_named_with_its_reason(built: tuple[Path, str], name: str, code: str) -> None:
    lines = [line for line in built[1].splitlines() if name in line]
    assert any(f"({code})" in line for line in lines), built[1]


def test_good_seeds_are_built_beside_bad_ones(built: tuple[Path, str]) -> None:
    home, said = built
    pages = [path.parent.name for path in (home / "site" / "briefs").glob("*/index.html")]
    assert len(pages) == 7, pages
    assert "7 briefs built, 0 reused, 5 seeds skipped" in said
    assert not any(".hidden" in line for line in said.splitlines())


def test_nothing_active_of_a_page_reaches_the_site(built: tuple[Path, str]) -> None:
    shown = (built[0] / "site" / "briefs" / "page-with-a-script" / "index.html").read_text("utf-8")
    assert "cracks in the older of the two" in shown
    assert "alert(" not in shown
    assert "onerror" not in shown


def test_each_row_of_a_table_has_a_page(built: tuple[Path, str]) -> None:
    names = {path.parent.name for path in (built[0] / "site" / "briefs").glob("*/index.html")}
    assert {"wire-story-1", "wire-story-2"} <= names


def test_two_files_of_one_title_have_two_pages(built: tuple[Path, str]) -> None:
    pages = [path.read_text("utf-8") for path in (built[0] / "site" / "briefs").glob("*/index.html")]
    assert sum("Marek Tolan" in page for page in pages) == 1
    assert sum("Ilse Brandt" in page for page in pages) == 1


def test_an_unchanged_build_loads_nothing_and_rewrites_nothing(built: tuple[Path, str]) -> None:
    import subprocess
    import sys

    home, _ = built
    before = snapshot(home)
    done = subprocess.run([sys.executable, "-c", UNCHANGED], cwd=home, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "0 briefs built, 7 reused" in done.stderr
    assert snapshot(home) == before


def test_strict_fails_where_a_seed_was_skipped(built: tuple[Path, str]) -> None:
    assert brief("build", "--strict", "--quiet", cwd=built[0]).returncode == 1


def test_a_changed_seed_is_the_only_one_made_again(tmp_path: Path) -> None:
    home = project(tmp_path / "p", {"a.txt": article(), "b.txt": article("Second Bridge", "Jan Roth", "AFP")})
    assert "2 briefs built" in brief("build", cwd=home).stderr
    (home / "seeds" / "b.txt").write_text(article("Second Bridge", "Jana Roth", "dpa"), encoding="utf-8")
    assert "1 brief built, 1 reused" in brief("build", cwd=home).stderr
    assert any("Jana Roth" in p.read_text("utf-8") for p in (home / "site" / "briefs").glob("*/index.html"))


def test_bad_input_never_loses_good_output(tmp_path: Path) -> None:
    home = project(tmp_path / "p", {"a.txt": article()})
    assert brief("build", cwd=home).returncode == 0
    before = snapshot(home / "site")
    (home / "seeds" / "a.txt").write_text("", encoding="utf-8")
    done = brief("build", cwd=home)
    assert done.returncode == 1
    assert "(empty)" in done.stderr
    assert snapshot(home / "site") == before


def test_output_goes_where_it_is_asked_to(tmp_path: Path) -> None:
    home = project(tmp_path / "p", {"a.txt": article()})
    assert brief("build", "--output", "public", "--quiet", cwd=home).stderr == ""
    assert (home / "public" / "index.html").is_file()
    assert not (home / "site").exists()


@pytest.mark.parametrize(
    ("matter", "epoch", "code"),
    [("hold: true", "1600000000", "hold"), ("embargo: 2020-09-14", "1600000000", "embargo")],
)
def test_held_articles_stay_out(tmp_path: Path, matter: str, epoch: str, code: str) -> None:
    secret = f"---\n{matter}\n---\n# Secret Talks\n\n" + article("x", "Oto Veil").split("\n\n", 1)[1]
    home = project(tmp_path / "p", {"a.txt": article(), "secret.md": secret})
    done = brief("build", cwd=home, env={"SOURCE_DATE_EPOCH": epoch})
    assert f"({code})" in done.stderr
    assert not any(b"Oto Veil" in data for _, data in snapshot(home / "site").values())


def test_an_embargo_ends(tmp_path: Path) -> None:
    free = "---\nembargo: 2020-09-13\n---\n# Open Talks\n\n" + article("x", "Oto Veil").split("\n\n", 1)[1]
    home = project(tmp_path / "p", {"free.md": free})
    assert brief("build", cwd=home, env={"SOURCE_DATE_EPOCH": "1600000000"}).returncode == 0


@pytest.mark.parametrize(
    ("settings", "hint"),
    [("summary_sentences = 0", "summary_sentences"), ("colour = 1", "colour"), ("site_name = ", "TOML")],
)
def test_wrong_settings_are_named(tmp_path: Path, settings: str, hint: str) -> None:
    home = project(tmp_path / "p", {"a.txt": article()}, settings)
    done = brief("build", cwd=home)
    assert done.returncode == 1
    assert "brief.toml" in done.stderr
    assert hint in done.stderr
    assert "Traceback" not in done.stderr


def test_no_seeds_folder_says_what_to_do(tmp_path: Path) -> None:
    done = brief("build", cwd=tmp_path)
    assert done.returncode == 1
    assert "brief init" in done.stderr
