"""What `brief export --format ftm` prints is what FollowTheMoney reads, whatever the articles hold."""

from __future__ import annotations

import json
import random
from importlib.util import find_spec
from typing import Any

import msgspec
import pytest
from hypothesis import given

from generator.config import Settings
from generator.edition import make_edition
from generator.model import Actor, Brief
from generator.render.escape import UNSAFE
from generator.render.forms import exported
from generator.render.ftm import ftm_entities
from tests.editions import flood, two_articles
from tests.made_briefs import bare, landslide
from tests.sample_brief import hostile_briefs
from tests.steps import steps

POINTERS = {"document", "resolved", "holder", "post", "organization", "proof"}
"""Properties whose values are ids of other entities."""


def entities(briefs: list[Brief]) -> list[dict[str, Any]]:
    """The entities as a program reads them."""
    lines = b"".join(exported("ftm", briefs, Settings())).splitlines()
    return [json.loads(line) for line in lines]


def only(found: list[dict[str, Any]], schema: str, **wanted: str) -> dict[str, Any]:
    """The properties of the one entity of a schema that has these values."""
    (entity,) = [
        entity["properties"]
        for entity in found
        if entity["schema"] == schema
        and all(value in entity["properties"].get(name, []) for name, value in wanted.items())
    ]
    return entity


def ids(found: list[dict[str, Any]]) -> dict[str, str]:
    """Name of an entity -> its id."""
    return {entity["properties"]["name"][0]: entity["id"] for entity in found if "name" in entity["properties"]}


@pytest.fixture(scope="module")
def found() -> list[dict[str, Any]]:
    return list(ftm_entities(two_articles()))


def test_an_article_says_what_is_known_of_it(found: list[dict[str, Any]]) -> None:
    assert only(found, "Article", fileName="landslide.txt") == {
        "title": ["Landslide Shuts Zenda Pass As Counts Differ"],
        "fileName": ["landslide.txt"],
        "mimeType": ["text/plain"],
        "language": ["eng"],
        "publishedAt": ["2026-03-13"],
        "publisher": ["Strelsau Desk"],
        "sourceUrl": ["https://example.org/landslide"],
        "peopleMentioned": ["Mira Voss", "Anton Rask"],
        "companiesMentioned": ["Health Ministry", "Black River Company"],
        "locationMentioned": ["Ruritania"],
    }
    assert only(found, "Article", fileName="flood.txt")["author"] == ["Mara Lind"]


def test_a_person_of_two_articles_is_one_entity_with_two_mentions(found: list[dict[str, Any]]) -> None:
    person = only(found, "Person", name="Anton Rask")
    assert person == {
        "name": ["Anton Rask"],
        "alias": ["A. Rask"],
        "position": ["Former Finance Minister", "heads", "Opposition lawmaker"],
    }
    resolved = [entity for entity in found if ids(found)["Anton Rask"] in entity["properties"].get("resolved", [])]
    assert [entity["properties"]["detectedSchema"] for entity in resolved] == [["Person"], ["Person"]]
    assert len({entity["properties"]["document"][0] for entity in resolved}) == 2


def test_a_lone_last_name_is_a_weak_alias(found: list[dict[str, Any]]) -> None:
    assert only(found, "Person", name="Mira Voss")["weakAlias"] == ["Voss"]
    assert "alias" not in only(found, "Person", name="Mira Voss")


def test_a_role_has_the_dates_of_its_articles_and_claims_no_start(found: list[dict[str, Any]]) -> None:
    held = only(found, "Occupancy", sourceUrl="https://example.org/landslide", status="current")
    assert held["date"] == ["2026-03-13"]
    assert held["holder"] == [ids(found)["Mira Voss"]]
    assert not [entity for entity in found if {"startDate", "endDate"} & set(entity["properties"])]
    later = entities(
        [landslide(), landslide("again.txt", published="2027-01-05"), landslide("no-date.txt", published=None)]
    )
    held = only(later, "Occupancy", status="current")
    assert held["date"] == ["2026-03-13", "2027-01-05"]
    assert len(held["proof"]) == 3


def test_former_roles_have_ended(found: list[dict[str, Any]]) -> None:
    (post,) = [entity["id"] for entity in found if entity["properties"].get("name") == ["Former Finance Minister"]]
    assert only(found, "Occupancy", post=post)["status"] == ["ended"]


def test_an_employer_that_is_an_actor_is_linked_and_another_is_told(found: list[dict[str, Any]]) -> None:
    assert only(found, "Position", name="heads") == {
        "name": ["heads"],
        "organization": [ids(found)["Black River Company"]],
        "country": ["suhh"],
    }
    assert only(found, "Position", name="Minister") == {"name": ["Minister"], "summary": ["Zenda"]}


def test_places_are_addresses_with_their_articles(found: list[dict[str, Any]]) -> None:
    place = only(found, "Address", name="Ruritania")
    assert place["full"] == ["Ruritania"]
    assert place["proof"] == [
        entity["id"] for entity in found if entity["properties"].get("fileName") == ["landslide.txt"]
    ]


def test_two_people_of_one_title_hold_two_posts_and_of_one_employer_one() -> None:
    def other(brief: Brief, name: str) -> Brief:
        return bare(brief.text, name, actors=tuple(_renamed(actor) for actor in brief.actors), published=None)

    found = entities([flood(), other(flood(), "other.txt")])
    posts = [entity["properties"]["name"] for entity in found if entity["schema"] == "Position"]
    assert sorted(posts) == [["Former Finance Minister"]] * 2 + [["Minister"]] * 2 + [["heads"]]
    assert sum(entity["schema"] == "Occupancy" for entity in found) == 6


def _renamed(actor: Actor) -> Actor:
    others = {"Anton Rask": "Joren Falk", "Mira Voss": "Ilse Maren"}
    if actor.name not in others:
        return actor
    return msgspec.structs.replace(actor, id=others[actor.name], name=others[actor.name], aliases=())


def test_the_order_of_the_articles_changes_nothing() -> None:
    briefs = [landslide(), flood(), landslide("b.txt", published=None)]
    wanted = entities(briefs)
    random.Random(1).shuffle(briefs)
    assert entities(briefs[::-1]) == wanted == entities(briefs)


def test_an_id_stays_when_an_article_comes_in(found: list[dict[str, Any]]) -> None:
    before = {entity["id"] for entity in found}
    more = {
        entity["id"] for entity in ftm_entities(make_edition([landslide(), flood(), flood("2027-01-01", "new.txt")]))
    }
    assert before <= more


def check_whole(found: list[dict[str, Any]]) -> None:
    """Each id once, every pointer leads to an entity, no value empty, doubled or able to act on a machine."""
    known = [entity["id"] for entity in found]
    assert len(known) == len(set(known))
    for entity in found:
        assert set(entity) == {"id", "schema", "properties"}
        for name, values in entity["properties"].items():
            assert values
            assert len(set(values)) == len(values)
            assert all(value and value == value.strip() and not UNSAFE.search(value) for value in values)
            assert name not in POINTERS or set(values) <= set(known)


@given(hostile_briefs())
def test_hostile_articles_give_whole_entities(brief: Brief) -> None:
    check_whole(entities([brief, landslide()]))


def crowd(count: int) -> list[Brief]:
    """Two articles that are a list of names."""
    names = tuple(
        Actor(id=f"a{n}", name=f"Person Number{n}", kind="person", rank=n + 1, salience=0.1) for n in range(count)
    )
    return [bare("A list.", f"{part}.txt", actors=names) for part in "ab"]


def test_the_work_grows_with_the_names() -> None:
    small, large = (make_edition(crowd(count)) for count in (200, 800))
    assert steps(lambda: list(ftm_entities(large))) < 4.4 * steps(lambda: list(ftm_entities(small)))


HOSTILE_NAMES = [
    "</script>",
    '"Mira Voss"',
    "'x'",
    "N" * 5000,
    "\u200b",
    "=1+1",
    "a\u2028b",
    "Ж" * 300,
    "\ud800",
    "”",
    "'",
    '""',
]


@pytest.mark.skipif(
    find_spec("followthemoney") is None, reason="followthemoney is not installed: pip install --group ftm"
)
class TestPackage:
    """The real package agrees with every entity."""

    def check(self, found: list[dict[str, Any]]) -> None:
        from followthemoney import model

        schemata = {entity["id"]: model.get(entity["schema"]) for entity in found}
        for entity in found:
            schema = model.get(entity["schema"])
            assert schema is not None, entity
            assert not schema.abstract
            schema.validate(entity)
            for name, values in entity["properties"].items():
                prop = schema.get(name)
                assert prop is not None, (entity["schema"], name)
                assert not prop.deprecated
                cleaned = [prop.type.clean(value) for value in values]
                assert cleaned == values or (prop.type.name == "address" and all(cleaned)), (name, values)
                if prop.range is not None:
                    assert all(schemata[value].is_a(prop.range) for value in values), (name, entity)
            assert all(name in entity["properties"] for name in schema.required), entity

    def test_two_articles(self, found: list[dict[str, Any]]) -> None:
        self.check(found)

    @pytest.mark.parametrize("name", HOSTILE_NAMES)
    @pytest.mark.parametrize("kind", ["person", "organization", "place"])
    def test_hostile_names(self, name: str, kind: Any) -> None:
        actor = Actor(id="a", name=name, aliases=(f"{name} alias", name), kind=kind, rank=1, salience=1)
        self.check(entities([bare("Some text.", f"{name[:20]}.txt", actors=(actor,), outlet=name, url=name)]))

    @given(hostile_briefs())
    def test_hostile_articles(self, brief: Brief) -> None:
        self.check(entities([brief]))
