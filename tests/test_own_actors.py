"""actors.toml: the user's word always wins, and what fits no article is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check import likely_merges, unknown_actors
from generator.cli import main
from generator.config import Settings, load
from generator.edition import make_edition
from generator.edition.actors_file import load_actors
from generator.errors import SettingsError
from generator.model import Brief, Dossier, Edition, OwnActor
from generator.project import init_project
from generator.render.overview import published_edition
from generator.store import Store
from tests.made_briefs import landslide
from tests.test_same_actor import brief_of


def articles(*sides: str, kind: str = "person") -> list[Brief]:
    """A brief for each side of a line of the fixture: "Mira Voss (senator) + Lake Party"."""
    return [brief_of(side, kind, f"{n}.txt") for n, side in enumerate(sides)]


def written(folder: Path, text: str) -> tuple[OwnActor, ...]:
    (folder / "actors.toml").write_text(text, encoding="utf-8")
    return load_actors(folder / "actors.toml")


def made(briefs: list[Brief], *own: OwnActor) -> Edition:
    return make_edition(briefs, own)


def pages(edition: Edition) -> dict[str, int]:
    return {dossier.name: len(dossier.members) for dossier in edition.dossiers}


def page(edition: Edition, name: str) -> Dossier:
    (found,) = [dossier for dossier in edition.dossiers if dossier.name == name]
    return found


def test_names_that_are_merged_are_one_whatever_speaks_against_it() -> None:
    briefs = articles("Mira Voss (striker)", "Anna Holm (senator)", "Holm", "Voss")
    own = OwnActor(name="Mira Voss", merge=("Anna Holm", "Holm"))
    edition = made(briefs, own)
    assert pages(edition) == {"Mira Voss": 3, "Voss": 1}
    assert {join.rule for join in page(edition, "Mira Voss").joined} == {"own"}


def test_a_name_that_is_merged_with_itself_is_not_told_apart() -> None:
    briefs = articles("Mira Voss (striker)", "Mira Voss (senator)")
    assert len(made(briefs).dossiers) == 2
    assert pages(made(briefs, OwnActor(name="Mira Voss", merge=("Mira Voss",)))) == {"Mira Voss": 2}


def test_names_that_are_split_stay_two_even_by_way_of_others() -> None:
    briefs = articles("Mira Voss", "Mira A. Voss", "Mira Anna Voss")
    assert len(made(briefs).dossiers) == 1
    edition = made(briefs, OwnActor(name="Mira Voss", split=("Mira A. Voss",)))
    assert sorted(pages(edition).values()) == [1, 2]


def test_the_bearer_of_a_name_in_some_articles_is_somebody_else() -> None:
    briefs = articles("Mira Voss", "Mira Voss", "Mira Voss", "Mira Voss")
    edition = made(briefs, OwnActor(name="Mira Voss", articles=("1.txt", "[23].txt"), rename="Mira Voss (skater)"))
    assert pages(edition) == {"Mira Voss": 1, "Mira Voss (skater)": 3}
    assert page(edition, "Mira Voss (skater)").id == "mira-voss-skater"


def test_only_the_kind_that_is_meant_is_hidden() -> None:
    briefs = [
        *articles("Zenda"),
        *articles("Zenda", kind="place"),
        brief_of("Mira Voss + Zenda Holm", "person", "x.txt"),
    ]
    briefs[1] = brief_of("Zenda", "place", "place.txt")
    edition = made(briefs, OwnActor(name="Zenda", of_kind="person", hide=True), OwnActor(name="Zenda Holm", hide=True))
    assert sorted((dossier.name, dossier.kind) for dossier in edition.dossiers) == [
        ("Mira Voss", "person"),
        ("Zenda", "place"),
    ]
    assert (briefs[0].id, "one") not in edition.dossier_of
    assert page(edition, "Mira Voss").alongside == ()
    assert len(edition.briefs) == 3


def test_what_is_set_is_on_the_page() -> None:
    own = OwnActor(
        name="Voss", rename="Mira Voss", kind="organization", role="A choir of Zenda", aliases=("The Vosses",),
        wikidata="Q42", link="https://voss.example/",
    )  # fmt: skip
    (dossier,) = made(articles("Voss", "The Vosses"), own).dossiers
    assert (dossier.id, dossier.name, dossier.kind, dossier.role) == (
        "mira-voss",
        "Mira Voss",
        "organization",
        own.role,
    )
    assert (dossier.wikidata, dossier.link) == ("Q42", "https://voss.example/")
    assert dossier.aliases == ("The Vosses", "Voss")
    assert len(dossier.members) == 2


def test_merging_in_a_circle_makes_one() -> None:
    own = tuple(OwnActor(name=one, merge=(two,)) for one, two in [("Ada", "Bo"), ("Bo", "Cy"), ("Cy", "Ada")])
    assert pages(made(articles("Ada", "Bo", "Cy"), *own)) == {"Ada": 3}


def test_the_order_of_articles_changes_nothing_of_it() -> None:
    briefs = articles("Mira Voss", "M. Voss", "Voss", "Anna Holm", "Mira Voss (striker)", "Mira Voss (senator)")
    own = (OwnActor(name="Mira Voss", merge=("Voss",)), OwnActor(name="M. Voss", split=("Mira Voss",)))
    assert made(briefs, *own) == made(briefs[::-1], *own)


def test_what_fits_no_article_is_told_with_its_line(tmp_path: Path) -> None:
    text = """# Ours
[[actor]]
name = "Mira Foss"
hide = true

[[actor]]
name = "Anton Rask"
merge = ["A. Rask", "Bo Lind"]
split = ["Cy Holm"]

[[actor]]
name = "Anton Rask"
articles = ["cup-*.txt"]
hide = true
"""
    own = written(tmp_path, text)
    told = unknown_actors(articles("Mira Voss", "Anton Rask", "A. Rask"), Settings(actors=own))
    assert told == [
        'actors.toml:11: no article is called "cup-*.txt"',
        'actors.toml:2: no article names "Mira Foss"; did you mean "Mira Voss"?',
        'actors.toml:11: none of its articles names "Anton Rask"',
        'actors.toml:6: no article names "Bo Lind" (merge)',
        'actors.toml:6: no article names "Cy Holm" (split)',
    ]


def test_a_name_of_several_actors_is_told() -> None:
    own = (OwnActor(name="Mira Voss", link="https://voss.example/"),)
    (told,) = unknown_actors(articles("Mira Voss (striker)", "Mira Voss (senator)"), Settings(actors=own))
    assert told.startswith(
        'actors.toml, entry 1: "Mira Voss" is the name of 2 actors (person in 1, person in 1 articles)'
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[actor]\n", "not valid TOML"),
        ("name = 1\n", "it must hold entries [[actor]]"),
        ("actor = 1\n", "it must hold entries [[actor]]"),
        ("actor = [1]\n", "entry 1: Expected `object`, got `int`"),
        ('\n[[actor]]\nname = "Mira Voss"\n', ':2: entry 1 ("Mira Voss"): it says nothing'),
        ('[[actor]]\nhide = true\n', "entry 1: Object missing required field `name`"),
        ('[[actor]]\nname = "…"\nhide = true\n', '"…" is no name'),
        ('[[actor]]\nname = "Mira Voss"\nhidden = true\n', "unknown field `hidden`"),
        ('[[actor]]\nname = "Mira Voss"\nline = 3\n', "unknown field `line`"),
        ('[[actor]]\nname = "Mira Voss"\nkind = "company"\n', "Invalid enum value 'company'"),
        ('[[actor]]\nname = "Mira Voss"\nwikidata = "42"\n', "$.wikidata"),
        ('[[actor]]\nname = "Mira Voss"\nlink = "javascript:1"\n', "$.link"),
        ('[[actor]]\nname = "Ada"\nhide = true\n[[actor]]\nname = "ADA"\nhide = true\n', "an entry already in line 1"),
        (
            '[[actor]]\nname = "Ada"\nmerge = ["Bo"]\n[[actor]]\nname = "Bo"\nsplit = ["Ada"]\n',
            '"Bo" and "Ada" are split here, but merged by other entries',
        ),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told_with_entry_and_remedy(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        written(tmp_path, text)
    assert told in error.value.message
    assert str(tmp_path / "actors.toml") in error.value.message


def test_settings_hold_the_actors_of_a_project(tmp_path: Path) -> None:
    assert load(tmp_path).actors == ()
    own = written(tmp_path, '\n[[actor]]\nname = "Mira Voss"\nhide = true\n')
    assert load(tmp_path).actors == own == (OwnActor(name="Mira Voss", hide=True, line=2),)
    (tmp_path / "brief.toml").write_text('[[actors]]\nname = "Mira Voss"\n')
    with pytest.raises(SettingsError, match=r"actors\.toml"):
        load(tmp_path)


def test_suggestions_can_be_pasted(tmp_path: Path) -> None:
    briefs = articles(
        'Bill "Bo" Harlow', 'William "Bo" Harlow', "Rask + Lake Party", "Anton Rask + Lake Party", "Rask", "Ada Holm"
    )
    before = pages(made(briefs))
    entries = likely_merges(briefs, Settings())
    assert len(entries) == 2
    assert "# Anton Rask and Rask: last-name (named beside: Lake Party), 0.65\n" in "".join(entries)
    own = written(tmp_path, "\n".join(entries))
    assert unknown_actors(briefs, Settings(actors=own)) == []
    after = pages(made(briefs, *own))
    assert after == {'Bill "Bo" Harlow': 2, "Anton Rask": 2, "Rask": 1, "Ada Holm": 1, "Lake Party": 2}
    assert len(before) == len(after) + 1
    assert likely_merges(briefs, Settings(actors=own)) == []


def test_the_examples_of_a_new_project_are_right(tmp_path: Path) -> None:
    init_project(tmp_path)
    assert load(tmp_path).actors == ()
    lines = (tmp_path / "actors.toml").read_text(encoding="utf-8").splitlines()
    switched_on = [line.removeprefix("# ") for line in lines if line.startswith("# [[") or " = " in line]
    assert len(written(tmp_path, "\n".join(switched_on))) == 5


def test_sites_do_without_hidden_actors() -> None:
    hiding = Settings(actors=(OwnActor(name="Mira Voss", hide=True),))
    _, view = published_edition([landslide()], hiding)
    assert "Mira Voss" not in {dossier.name for dossier in view.dossiers}
    assert "Anton Rask" in {dossier.name for dossier in view.dossiers}
    assert "Mira Voss" in {actor.name for brief in view.briefs for actor in brief.actors}


def test_no_article_is_read_again_for_an_entry(tmp_path: Path) -> None:
    one, other = Settings(), Settings(actors=(OwnActor(name="Mira Voss", hide=True),))
    assert Store(tmp_path, one).key("a.txt", "0") == Store(tmp_path, other).key("a.txt", "0")


NAMES = st.sampled_from(["Mira Voss", "Voss", "M. Voss", "Mira A. Voss", "Anton Rask", "Rask", "Zenda", "Nobody"])
LISTS = st.lists(NAMES, max_size=2).map(tuple)
ENTRIES = st.builds(
    OwnActor,
    name=NAMES,
    articles=st.sampled_from([(), ("1.txt",), ("*",), ("[2-9].txt", "x")]),
    of_kind=st.sampled_from([None, "person", "place"]),
    merge=LISTS,
    split=LISTS,
    aliases=LISTS,
    rename=st.none() | NAMES,
    hide=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(NAMES, st.sampled_from(["person", "place"])), max_size=6),
    st.lists(ENTRIES, max_size=4).map(tuple),
)
def test_any_entries_give_each_actor_one_page_or_none(drawn: list[tuple[str, str]], own: tuple[OwnActor, ...]) -> None:
    briefs = [brief_of(name, kind, f"{n}.txt") for n, (name, kind) in enumerate(drawn)]
    edition = made(briefs, *own)
    shown = sorted(member for dossier in edition.dossiers for member in dossier.members)
    assert shown == sorted(edition.dossier_of)
    assert len(set(shown)) == len(shown)
    assert made(briefs[::-1], *own) == edition
    if not any(entry.hide for entry in own):
        assert len(shown) == len(briefs)


def test_check_prints_both(tmp_path: Path) -> None:
    init_project(tmp_path)
    (tmp_path / "actors.toml").write_text('[[actor]]\nname = "Nobody Atall"\nhide = true\n')
    done = CliRunner().invoke(main, ["check", "--project", str(tmp_path)])
    assert 'actors.toml:1: no article names "Nobody Atall"' in done.stdout
    done = CliRunner().invoke(main, ["check", "--project", str(tmp_path), "--suggest"])
    assert done.exit_code == 0
    assert "actors.toml" not in done.stdout
