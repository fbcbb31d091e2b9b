"""The tables of countries, bodies, regions, words and given names hold together."""

from __future__ import annotations

import re

from generator.actors.countries import gazetteer
from generator.actors.given import given_names, is_given
from generator.actors.words import Words, words


def test_every_state_is_in_the_table() -> None:
    countries = {country.code: country for country in gazetteer().countries.values() if country.name != "Scotland"}
    assert len(countries) >= 195
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries)
    without_capital = {country.name for country in countries.values() if not country.capitals}
    assert without_capital <= {
        "Monaco", "San Marino", "Sao Tome and Principe", "Seychelles", "Singapore", "Vatican City", "Hong Kong",
        "Macau",         "Gibraltar", "Soviet Union",
    }  # fmt: skip


def test_spellings_lead_to_one_country() -> None:
    table = gazetteer()
    for spelling, code in {
        "U.S.": "US", "America": "US", "American": "US", "Americans": "US", "Britain": "GB", "Dutch": "NL", "DRC": "CD",
        "Iraqi": "IQ", "Iraqis": "IQ", "Swiss": "CH", "Myanmar": "MM", "Burma": "MM", "Kosovar": "XK", 
        "South Korean": "KR",
    }.items():  # fmt: skip
        country = table.country_of(spelling)
        assert country is not None
        assert country.code == code
    assert not set(table.countries) & set(table.adjectives)
    for spelling in (*table.countries, *table.adjectives, *table.capitals, *table.bodies, *table.regions):
        assert spelling == spelling.strip() != ""
    codes = {country.code for country in table.countries.values()}
    for body in (*table.bodies.values(), *table.regions.values()):
        assert body.country is None or body.country in codes


def test_words_are_single_and_lower_case() -> None:
    for field in Words.__struct_fields__:
        listed = getattr(words(), field)
        assert listed, field
        assert [word for word in sorted(listed) if word != word.lower() or " " in word] == []
    lists = words()
    assert not lists.organization_heads & lists.other_heads
    assert not lists.place_heads & lists.other_heads


def test_given_names() -> None:
    assert given_names()["rosa"] == "she"
    assert given_names()["boris"] == "he"
    assert given_names()["kerry"] == "both"
    assert is_given("Jean-Luc")
    assert not is_given("Ministry")
