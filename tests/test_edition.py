"""One actor in many articles is one actor; two people of one surname are two."""

from __future__ import annotations

import random

import msgspec
import pytest

from generator.edition import make_edition, name_key
from generator.model import Actor, Brief, Edition, Event, Mention, Quote, Role, Slice, Speaker
from generator.slugs import slugs_of
from tests.made_briefs import bare, landslide, made_quote, piece, titled, with_name


def actor(
    name: str, kind: str = "person", *, aliases: tuple[str, ...] = (), rank: int = 1, roles: tuple[Role, ...] = ()
) -> Actor:
    return Actor(
        id=name_key(name).replace(" ", "-"), name=name, kind=kind, aliases=aliases, rank=rank, salience=0.5, roles=roles
    )  # type: ignore[arg-type]


def edition(*actors: list[Actor]) -> Edition:
    return make_edition(bare(f"Article {n}.", f"{n}.txt", actors=tuple(group)) for n, group in enumerate(actors))


def names(made: Edition) -> dict[str, int]:
    return {dossier.name: len(dossier.members) for dossier in made.dossiers}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The Health Ministry", "Health Ministry"),
        ("U.N.", "UN"),
        ("MIRA VOSS", "Mira Voss"),
        ("Rask’s", "Rask"),
        ("Black-River", "Black River"),
    ],
)
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert name_key(one) == name_key(two)


def test_the_same_name_is_one_dossier_and_another_kind_is_another() -> None:
    made = edition(
        [actor("Mira Voss")], [actor("MIRA VOSS")], [actor("Mira Voss", "organization")], [actor("Mira Voss")]
    )
    assert sorted((dossier.kind, len(dossier.members)) for dossier in made.dossiers) == [
        ("organization", 1),
        ("person", 3),
    ]
    assert {dossier.name for dossier in made.dossiers} == {"Mira Voss"}
    assert len({dossier.id for dossier in made.dossiers}) == 2


def test_an_alias_that_only_one_organization_has_joins() -> None:
    who = actor("World Health Office", "organization", aliases=("WHO",))
    assert names(edition([who], [actor("WHO", "organization")])) == {"World Health Office": 2}
    other = actor("Women Help Others", "organization", aliases=("WHO",))
    assert len(edition([who], [other], [actor("WHO", "organization")]).dossiers) == 3


def test_a_lone_surname_joins_nobody() -> None:
    made = edition([actor("Anton Rask", aliases=("Rask",))], [actor("Rask")])
    assert names(made) == {"Anton Rask": 1, "Rask": 1}


def test_names_that_are_aliases_of_each_other_do_not_vanish() -> None:
    one = actor("North River Bank", "organization", aliases=("NRB Group",))
    two = actor("NRB Group", "organization", aliases=("North River Bank",))
    made = edition([one], [two])
    assert sum(len(dossier.members) for dossier in made.dossiers) == 2
    assert len(made.dossier_of) == 2


def test_roles_that_differ_in_case_are_one_and_keep_their_first_date() -> None:
    def brief(name: str, words: str, published: str | None) -> Brief:
        text = f"{words} Mira Voss spoke."
        return bare(text, name, published=published, actors=(actor("Mira Voss", roles=(piece(Role, text, words),)),))

    briefs = [
        brief("a.txt", "Interior Minister", "2024-01-02"),
        brief("b.txt", "interior minister", "2026-01-02"),
        brief("c.txt", "Prime Minister", "2025-01-02"),
        brief("d.txt", "Interior Minister", None),
    ]
    made = make_edition(briefs)
    (voss,) = made.dossiers
    dates = {item.id: item.published for item in made.briefs}
    roles = [(role.text, dates[role.first[0]], len(role.briefs)) for role in voss.roles]
    assert roles == [("Interior Minister", "2024-01-02", 3), ("Prime Minister", "2025-01-02", 1)]


def test_a_role_has_its_first_and_last_sight() -> None:
    def brief(name: str, published: str | None) -> Brief:
        text = "Mayor Mira Voss spoke."
        return bare(text, name, published=published, actors=(actor("Mira Voss", roles=(piece(Role, text, "Mayor"),)),))

    briefs = [brief("a.txt", "2024-01-02"), brief("b.txt", None), brief("c.txt", "2026-01-02"), brief("d.txt", "2025")]
    (role,) = make_edition(briefs).dossiers[0].roles
    names = {brief.id: brief.seed.name for brief in briefs}
    assert (names[role.first[0]], names[role.last[0]], len(role.briefs)) == ("a.txt", "c.txt", 4)


def test_spellings_are_counted_as_they_are_written() -> None:
    made = make_edition([landslide(), with_name(landslide(), "b.txt")])
    assert next(d for d in made.dossiers if d.name == "Mira Voss").spellings == (("Mira Voss", 2),)


def test_who_speaks_of_whom() -> None:
    text = "Mira Voss said Anton Rask and Rask lied. Rask said Voss is Mira Voss."

    def named(name: str, *places: int) -> Actor:
        mentions = tuple(Mention(start=at, end=at + len(name), kind="name", rule="made") for at in places)
        return msgspec.structs.replace(actor(name), mentions=mentions)

    def quote(number: int, who: str, words: str) -> Quote:
        speaker = piece(Speaker, text, who, name=who, actor=name_key(who).replace(" ", "-"))
        return made_quote(text, str(number), "indirect", [(words, False)], speaker=speaker, paragraph=1)

    actors = (named("Mira Voss", 0, text.rindex("Mira")), named("Anton Rask", text.index("Anton")))
    quotes = (quote(1, "Mira Voss", "Anton Rask and Rask lied"), quote(2, "Anton Rask", "Voss is Mira Voss"))
    made = make_edition([bare(text, f"{n}.txt", actors=actors, quotes=quotes) for n in range(3)])
    ties = {dossier.name: (dossier.speaks_of, dossier.spoken_of_by) for dossier in made.dossiers}
    assert ties == {
        "Mira Voss": ((("anton-rask", 3),), (("anton-rask", 3),)),
        "Anton Rask": ((("mira-voss", 3),), (("mira-voss", 3),)),
    }


def test_pages_say_why_spellings_are_one_and_who_else_has_the_name() -> None:
    def brief(name: str, words: str, spelled: str) -> Brief:
        text = f"{words} {spelled} spoke."
        return bare(text, name, actors=(actor(spelled, roles=(piece(Role, text, words),)),))

    briefs = [
        brief("a.txt", "Prime Minister", "Mira Voss"),
        brief("b.txt", "prime minister", "Voss"),
        brief("c.txt", "striker", "Mira Voss"),
    ]
    first, second = make_edition(briefs).dossiers
    (join,) = first.joined
    assert (join.rule, join.one, join.other, join.score) == ("last-name", "Mira Voss", "Voss", 0.8)
    assert join.because == ("role: prime minister",)
    assert (first.id, first.namesakes) == ("mira-voss", (second.id,))
    assert second.namesakes == ("mira-voss",)
    assert second.joined == ()


def test_a_last_name_means_whom_most_articles_are_about() -> None:
    def lake(*actors: Actor) -> list[Actor]:
        return [*actors, actor("Lake Party", "organization", rank=2)]

    groups = [[actor("Anton Rask")] for _ in range(5)]
    assert names(edition(*groups, lake(actor("Rask")), lake(actor("Anton Rask"))))["Anton Rask"] == 7
    assert names(edition(*groups[:3], lake(actor("Rask")), lake(actor("Anton Rask"))))["Rask"] == 1
    others = [[actor("Olga Rask")] for _ in range(2)]
    assert names(edition(*groups, *others, lake(actor("Rask")), lake(actor("Anton Rask"))))["Rask"] == 1
    assert names(edition(*groups, [actor("Rask")]))["Rask"] == 1


def test_the_dead_do_not_speak() -> None:
    def brief(name: str, published: str, status: str) -> Brief:
        text = f"{status} Mira Voss said it rains."
        who = piece(Speaker, text, "Mira Voss", name="Mira Voss", actor="mira-voss")
        quote = made_quote(text, name, "indirect", [("it rains", False)], speaker=who, paragraph=1)
        roles = (piece(Role, text, status, status="late"),) if status == "the late painter" else ()
        return bare(text, name, published=published, actors=(actor("Mira Voss", roles=roles),), quotes=(quote,))

    late, before, after = "the late painter", "2020-01-01", "2024-01-01"
    assert len(make_edition([brief("a.txt", before, late), brief("b.txt", after, "Now")]).dossiers) == 2
    assert len(make_edition([brief("a.txt", after, late), brief("b.txt", before, "Now")]).dossiers) == 1


def test_alongside_counts_briefs_and_no_places() -> None:
    made = edition(
        [actor("Mira Voss"), actor("Anton Rask"), actor("Zenda", "place")],
        [actor("Mira Voss"), actor("Anton Rask")],
        [actor("Mira Voss"), actor("Ilse Maren")],
    )
    (voss,) = [dossier for dossier in made.dossiers if dossier.name == "Mira Voss"]
    assert voss.alongside == (("anton-rask", 2), ("ilse-maren", 1))


def test_briefs_are_newest_first_and_those_without_a_date_last() -> None:
    dates = [None, "2026-01-02", "2025", "not a date", "2026-01-02T09:00:00Z"]
    made = make_edition(titled("T", f"{n}.txt", published=date) for n, date in enumerate(dates))
    assert [brief.published for brief in made.briefs] == [
        "2026-01-02",
        "2026-01-02T09:00:00Z",
        "2025",
        None,
        "not a date",
    ]


def test_the_order_of_the_seeds_changes_nothing() -> None:
    briefs = [
        landslide(),
        with_name(landslide(), "b.txt", published=None),
        *(titled("T", f"{n}.txt") for n in range(5)),
    ]
    made = make_edition(briefs)
    for seed in range(5):
        random.Random(seed).shuffle(briefs)
        assert make_edition(briefs) == made


def test_sources_are_credited_and_cited() -> None:
    cites = titled("Cites", "cites.txt", actors=(actor("Ruritanian Press Agency", "organization"),))
    made = make_edition([landslide(), cites])
    press, ap = made.sources
    assert (press.name, len(press.credited), len(press.cited)) == ("Ruritanian Press Agency", 1, 1)
    assert (ap.name, ap.written) == ("Associated Press", ("the AP",))


def test_days_join_events_of_one_date_and_put_those_without_a_year_last() -> None:
    text = "Rain fell."
    event = Event(start=0, end=10, text=text, rule="made", id="e1", date="--01-08", paragraph=1)
    made = make_edition([landslide(), with_name(landslide(), "b.txt"), bare(text, events=(event,))])
    assert [(day.date, len(day.events)) for day in made.days] == [("2026-03-12", 2), ("2019", 2), ("--01-08", 1)]


def test_slugs_are_safe_and_do_not_depend_on_order() -> None:
    items = [
        ("a", "The Road"),
        ("b", "the road!"),
        ("c", "Index"),
        ("d", "CON"),
        ("e", "道路"),
        ("f", "🏔"),
        ("g", "x" * 300),
        ("h", "../../etc"),
        ("i", "year"),
    ]
    slugs = slugs_of(items, "brief")
    assert slugs == slugs_of(reversed(items), "brief")
    assert len(set(slugs.values())) == len(items)
    assert all(slug.isascii() and set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for slug in slugs.values())
    assert not set(slugs.values()) & {"index", "con", "year", "the-road"}
    assert max(map(len, slugs.values())) <= 70


def test_a_long_title_keeps_its_slug_short_and_stable() -> None:
    title = Slice(start=0, end=5, text="Storm " * 50, rule="made")
    (slug,) = make_edition([bare("Storm", title=title)]).slugs.values()
    assert slug == "-".join(["storm"] * 10)
