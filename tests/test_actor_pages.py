"""What a reader finds on the page of an actor, and who has one."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from generator.config import Settings
from generator.edition import make_edition
from generator.edition.bodies import KIND_RULES
from generator.edition.joining import RULES
from generator.model import Actor, Brief, OwnActor
from generator.render.catalogue import Catalogue
from generator.render.catalogues import of_packages
from generator.render.dossiers import FOREMOST, pages_of
from generator.render.linked import page_data
from generator.render.overview import published_edition
from generator.render.site import render_site
from tests.editions import flood, spellings
from tests.made_briefs import bare, landslide, titled
from tests.site_reader import Html, dead_links, read_site
from tests.steps import steps
from tests.test_site import check_verbatim

OWN = (
    OwnActor(
        name="Mira Voss",
        of_kind="person",
        role="Our mayor",
        aliases=("The Iron Mayor",),
        wikidata="Q42",
        link="https://voss.example.org/",
    ),
)
SETTINGS = Settings(pdf=False, publish_text="full", actors=OWN)


def briefs() -> list[Brief]:
    return [*spellings(), landslide(), flood()]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("actors")
    render_site(briefs(), SETTINGS, folder, folder / "site", None)
    return folder


@pytest.fixture(scope="module")
def pages(project: Path) -> dict[str, Html]:
    return read_site(project / "site")


def words(project: Path, actor: str) -> str:
    """The words of an actor's page from its heading on, those of two elements apart."""
    page = (project / "site" / "actors" / actor / "index.html").read_text(encoding="utf-8")
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<h1>") :]).split())


@pytest.fixture(scope="module")
def voss(project: Path) -> str:
    return words(project, "mira-voss")


def test_pages_agree_with_the_articles_and_lead_somewhere(project: Path, pages: dict[str, Html]) -> None:
    assert dead_links(project / "site", pages) == []
    assert check_verbatim(project / "site", pages, briefs()) > 50


def test_spellings_have_counts_and_many_of_them_fold_away(voss: str) -> None:
    rest = "5 more spellings M. Voooss 1× , M. Vooss 1× , Mira A. Voss 1× , Voss 1× , The Iron Mayor Quotes CSV"
    plain = voss.replace("&nbsp; ", "")
    assert f"Also written: M. V{'o' * 15}ss 1× ," in plain
    assert f", M. Vooooss 1× {rest}" in plain


def test_the_words_and_links_of_the_project_are_shown(voss: str, pages: dict[str, Html]) -> None:
    assert "Our mayor" in voss
    links = set(pages["actors/mira-voss/index.html"].links)
    assert {"https://voss.example.org/", "https://www.wikidata.org/wiki/Q42"} <= links


def test_a_role_leads_to_its_first_and_last_article(voss: str) -> None:
    first, last = "Untitled article (one.txt), 2 Jan 2025 ¶1", "Untitled article (two.txt), 4 Mar 2026 ¶1"
    assert f"Mayor {first} to {last} 2" in voss


def test_who_speaks_of_whom_is_counted(voss: str, project: Path) -> None:
    assert "Speaks of Anton Rask 3 quotes" in voss
    assert "Spoken of by Mira Voss 3 quotes" in words(project, "anton-rask")


def test_a_page_says_why_it_is_one_and_who_else_has_the_name(voss: str, pages: dict[str, Html]) -> None:
    why = voss[voss.rindex("Why this is one page") :]
    assert "Mira A. Voss" in why
    assert "Others of this name: Mira Voss organization" in why
    links = pages["actors/mira-voss/index.html"].links
    assert [link for link in links if link.startswith("../../actors/mira-voss-")]


def test_every_reason_is_told_in_words() -> None:
    rules = {rule.name for _, table in RULES for rule in table} | {rule.name for rule in KIND_RULES}
    told = {name.removeprefix("why.") for name in of_packages("en") if name.startswith("why.")}
    assert rules | {"own"} == told


def test_the_data_of_a_page_is_that_of_the_export(project: Path) -> None:
    page = (project / "site" / "actors" / "mira-voss" / "index.html").read_text(encoding="utf-8")
    (shown,) = [part.split("</script>")[0] for part in page.split('<script type="application/ld+json">')[1:]]
    edition = make_edition(briefs(), OWN)
    (dossier,) = [dossier for dossier in edition.dossiers if dossier.id == "mira-voss"]
    data = json.loads(shown)
    assert data == page_data(dossier, Catalogue(edition))
    assert (data["sameAs"], data["url"]) == ("https://www.wikidata.org/entity/Q42", "https://voss.example.org/")
    assert data["jobTitle"][0] == "Our mayor"


def names(count: int, kind: str = "person") -> tuple[Actor, ...]:
    return tuple(
        msgspec.convert(
            {"id": f"a{n}", "name": f"Given{n} Family{n}", "kind": kind, "rank": n + 1, "salience": 0.1}, Actor
        )
        for n in range(count)
    )


def paged(*articles: Brief, **settings: int) -> set[str]:
    """Names of the actors that have a page."""
    chosen = Settings(**settings)  # type: ignore[arg-type]
    _, view = published_edition(articles, chosen)
    return {dossier.name for dossier in view.dossiers if dossier.page}


def test_the_setting_says_how_many_of_an_article_have_a_page() -> None:
    article = bare("A list.", "a.txt", actors=names(40))
    assert paged(article) == {f"Given{n} Family{n}" for n in range(5)}
    assert len(paged(article, actor_pages=12)) == 12
    assert paged(article, actor_pages=0) == set()


def test_who_is_quoted_or_in_two_articles_has_a_page_anyway() -> None:
    assert paged(landslide(), actor_pages=0) == {"Mira Voss", "Anton Rask"}
    both = bare("A list.", "a.txt", actors=names(9)), bare("A list!", "b.txt", actors=names(7))
    assert paged(*both, actor_pages=0) == {f"Given{n} Family{n}" for n in range(7)}


def test_who_is_quoted_beside_an_actor_is_told_apart_from_who_is_named(project: Path) -> None:
    _, view = published_edition([landslide(), flood()], Settings())
    voss = next(dossier for dossier in view.dossiers if dossier.name == "Mira Voss")
    beside = {other.name: (other.times, other.quoted) for other in voss.alongside.shown}
    assert beside["Anton Rask"] == (2, 1)
    assert beside["Black River Company"] == (2, 0)
    assert re.search(r"Anton Rask +\d briefs, both quoted in 1 ", words(project, "mira-voss"))


def test_a_place_of_one_article_has_no_page() -> None:
    assert paged(bare("A list.", actors=names(3, "place"))) == set()
    assert len(paged(bare("A list.", actors=names(3, "organization")))) == 3


def test_thousands_of_names_do_not_give_thousands_of_pages() -> None:
    articles = [bare(f"A list {n}.", f"{n}.txt", actors=names(3000)) for n in range(3)]
    assert len(paged(*articles, actor_pages=10_000)) == FOREMOST
    _, view = published_edition(articles, Settings())
    assert len(view.dossiers) == 3000, "those without a page stay in the tables"


def test_the_work_of_pages_grows_with_the_names() -> None:
    def catalogue(count: int) -> Catalogue:
        return Catalogue(make_edition([bare(f"A list {n}.", f"{n}.txt", actors=names(count)) for n in range(2)]))

    small, large = catalogue(200), catalogue(800)
    assert steps(lambda: pages_of(large, 5)) < 4.4 * steps(lambda: pages_of(small, 5))


def test_an_edition_without_actors_has_no_actor_page() -> None:
    assert paged(titled("Nobody", "a.txt")) == set()
