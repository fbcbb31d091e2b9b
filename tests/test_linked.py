"""What `brief export --format jsonld` prints and actors' pages carry: JSON-LD that no text of a seed can break."""

from __future__ import annotations

import html
import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.config import Settings
from generator.edition import make_edition
from generator.model import Brief
from generator.render.catalogue import Catalogue
from generator.render.escape import UNSAFE, script
from generator.render.forms import exported
from generator.render.linked import ARTICLES, linked_nodes, page_data
from tests.editions import flood, two_articles
from tests.made_briefs import landslide
from tests.sample_brief import hostile_briefs


def nodes(briefs: list[Brief]) -> list[dict[str, Any]]:
    """The nodes as a program reads them."""
    document = json.loads(b"".join(exported("jsonld", briefs, Settings())))
    assert document["@context"] == "https://schema.org"
    return list(document["@graph"])


def only(found: list[dict[str, Any]], **wanted: str) -> dict[str, Any]:
    (node,) = [node for node in found if wanted.items() <= node.items()]
    return node


@pytest.fixture(scope="module")
def found() -> list[dict[str, Any]]:
    return list(linked_nodes(two_articles()))


def test_an_article_mentions_its_actors(found: list[dict[str, Any]]) -> None:
    article = only(found, headline="Landslide Shuts Zenda Pass As Counts Differ")
    assert [node["@id"].rsplit(":", 1)[1] for node in article.pop("mentions")] == [
        "mira-voss",
        "anton-rask",
        "health-ministry",
        "black-river-company",
        "ruritania",
    ]
    assert article == {
        "@type": "NewsArticle",
        "@id": f"urn:newsbrief:brief:{landslide().id}",
        "headline": "Landslide Shuts Zenda Pass As Counts Differ",
        "datePublished": "2026-03-13",
        "publisher": {"@type": "Organization", "name": "Strelsau Desk"},
        "inLanguage": "en",
        "url": "https://example.org/landslide",
    }


def test_a_person_has_present_titles_and_all_roles(found: list[dict[str, Any]]) -> None:
    person = only(found, name="Anton Rask")
    assert (person["@type"], person["alternateName"]) == ("Person", ["A. Rask"])
    assert person["jobTitle"] == ["heads"]
    assert [(role["roleName"], role.get("description")) for role in person["hasOccupation"]] == [
        ("Former Finance Minister", "former"),
        ("heads", None),
        ("Opposition lawmaker", "former"),
    ]
    assert person["affiliation"] == [
        {
            "@type": "OrganizationRole",
            "roleName": "heads",
            "subjectOf": [{"@id": f"urn:newsbrief:brief:{flood().id}"}],
            "affiliation": {
                "@type": "Organization",
                "@id": "urn:newsbrief:actor:black-river-company",
                "name": "Black River Company",
            },
        }
    ]


def test_a_role_names_its_first_and_last_article_and_claims_no_start() -> None:
    briefs = [landslide(f"{year}.txt", published=f"{year}-01-01") for year in (2024, 2025, 2026)]
    (role,) = only(nodes(briefs), name="Mira Voss")["hasOccupation"]
    first, last = (node["@id"] for node in role["subjectOf"])
    dates = {node["@id"]: node.get("datePublished") for node in nodes(briefs)}
    assert (dates[first], dates[last]) == ("2024-01-01", "2026-01-01")
    assert not {"startDate", "endDate"} & set(role)


def test_countries_stand_with_organizations_and_places_only(found: list[dict[str, Any]]) -> None:
    assert only(found, name="Black River Company")["address"] == {"@type": "PostalAddress", "addressCountry": "SU"}
    assert "address" not in only(found, name="Mira Voss")


def test_the_export_of_nothing_is_a_document() -> None:
    assert nodes([]) == []


def test_a_page_lists_the_newest_articles_only() -> None:
    briefs = [landslide(f"{n}.txt", published=f"2026-01-{n:02d}" if n < 29 else None) for n in range(1, ARTICLES + 9)]
    edition = make_edition(briefs)
    data = page_data(edition.dossiers[0], Catalogue(edition))
    assert len(data["subjectOf"]) == ARTICLES
    assert data["subjectOf"][0]["datePublished"] == "2026-01-28"


def texts(value: object) -> list[str]:
    """All texts in JSON."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    return [text for item in value for text in texts(item)] if isinstance(value, list) else [str(value)]


@given(hostile_briefs())
def test_hostile_articles_give_nodes_that_point_at_nodes(brief: Brief) -> None:
    found = nodes([brief, landslide()])
    known = [node["@id"] for node in found]
    assert len(known) == len(set(known))
    pointers = {node["@id"] for article in found for node in article.get("mentions", [])}
    roles = [role for node in found for role in node.get("hasOccupation", [])]
    assert pointers | {article["@id"] for role in roles for article in role["subjectOf"]} <= set(known)
    assert all(text and not UNSAFE.search(text) for text in texts(found))


@given(st.text(alphabet=st.characters(codec=None), max_size=60))
def test_a_script_of_data_is_one_line_without_markup_and_reads_back(text: str) -> None:
    shown = str(script({"name": text}))
    assert shown.isascii()
    assert len(shown.splitlines()) == 1
    assert not set("<>&'") & set(shown)
    assert json.loads(shown) == {"name": text}


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028\u2029", '"\\"', "&lt;"]
)
def test_markdown_takes_a_script_of_data_as_it_is(words: str) -> None:
    source = f'<script type="application/ld+json">{script([words])}</script>\n\n# After\n'
    shown = MarkdownIt("commonmark", {"html": True}).render(source)
    (data,) = re.findall(r"<script[^>]*>(.*?)</script>", shown)
    assert json.loads(data) == [words]
    assert shown.count("<script") == 1
    assert html.unescape(data) == data
