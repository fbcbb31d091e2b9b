"""The register of agencies and outlets, ours and a project's own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.config import load
from generator.credit.agencies import builtin, known, load_agencies
from generator.errors import SettingsError
from generator.model import Agency

CONTINENTS = {
    "Africa": "DZ EG ET GH KE MA NG RW SD SN TN TZ UG ZA ZM ZW NA LS MZ AO",
    "Middle East": "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE",
    "Asia": "AF BD CN HK ID IN JP KH KR KZ LA LK MM MY NP PH PK SG TH TW UZ VN",
    "Europe": "AT BE BG CH CZ DE DK ES FI FR GB GR HU IE IT NL NO PL PT RO RS RU SE UA",
    "North America": "CA US",
    "Latin America": "AR BO BR CL CO CU EC GT JM MX NI PE SV UY VE",
    "Oceania": "AU FJ NZ",
}


def test_the_table_knows_the_world() -> None:
    rows = builtin().agencies
    assert len(rows) >= 170
    countries = {row.country for row in rows}
    assert None not in countries
    for continent, codes in CONTINENTS.items():
        assert set(codes.split()) <= countries, continent


def test_no_name_belongs_to_two() -> None:
    names = Counter(
        alias.casefold().removeprefix("the ").strip(" .")
        for row in builtin().agencies
        for alias in {n.casefold().removeprefix("the ").strip(" .") for n in (row.name, *row.aliases)}
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_homes_are_encrypted_and_not_shared() -> None:
    homes = Counter(row.home for row in builtin().agencies if row.home)
    assert all(home.startswith("https://") for home in homes)
    assert [home for home, times in homes.items() if times > 1] == []


@pytest.mark.parametrize("name", ["AP", "A.P.", "The Associated Press", "associated press", "AP."])
def test_agencies_are_known_by_all_their_names(name: str) -> None:
    agency = known(name)
    assert agency is not None
    assert agency.name == "Associated Press"


@pytest.mark.parametrize("name", ["Apple", "time", "Pa.", "science", ""])
def test_words_are_no_agencies(name: str) -> None:
    assert known(name) is None


def _file(folder: Path, text: str) -> Path:
    path = folder / "agencies.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_settings_of_a_project_hold_its_own_agencies(tmp_path: Path) -> None:
    assert load(tmp_path).agencies == ()
    _file(tmp_path, '[[agency]]\nname = "Zenda Post"\nkind = "outlet"\n')
    assert load(tmp_path).agencies == (Agency(name="Zenda Post", kind="outlet"),)
    (tmp_path / "brief.toml").write_text('[[agencies]]\nname = "Zenda Post"\nkind = "outlet"\n')
    with pytest.raises(SettingsError, match=r"agencies\.toml"):
        load(tmp_path)


def test_a_project_overrides_by_name_and_by_alias(tmp_path: Path) -> None:
    own = load_agencies(
        _file(
            tmp_path,
            """
            [[agency]]
            name = "Reuters"
            kind = "agency"
            country = "CA"

            [[agency]]
            name = "Zenda Courier"
            kind = "outlet"
            aliases = ["AP", "ZC"]
            home = "https://zenda.example"
            """,
        )
    )
    register = builtin().extended(own)
    reuters, courier, by_alias = register.known("Thomson Reuters"), register.known("ZC"), register.known("AP")
    assert reuters == Agency(name="Reuters", kind="agency", aliases=reuters.aliases if reuters else (), country="CA")
    assert courier is not None
    assert by_alias == courier == own[1]
    assert register.known("Associated Press") == builtin().known("Associated Press")
    assert len(register.agencies) == len(builtin().agencies) + 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[agency]\n", "not valid TOML"),
        ("name = 1\n", "it must hold entries [[agency]]"),
        ('[[agency]]\nname = "Zenda Post"\n', 'entry 1 ("Zenda Post"): Object missing required field `kind`'),
        ('[[agency]]\nname = "Zenda Post"\nkind = "paper"\n', "Invalid enum value 'paper'"),
        ('[[agency]]\nname = "Zenda Post"\nkind = "outlet"\nsite = "x"\n', "unknown field `site`"),
        ('[[agency]]\nname = "Zenda Post"\nkind = "outlet"\nhome = "javascript:1"\n', "$.home"),
        ('[[agency]]\nname = "Zenda Post"\nkind = "outlet"\ncountry = "Zenda"\n', "$.country"),
        ('[[agency]]\nkind = "outlet"\n', "entry 1: Object missing required field `name`"),
        (
            '[[agency]]\nname = "Zenda Post"\nkind = "outlet"\naliases = ["ZP"]\n'
            '[[agency]]\nname = "Zenda Press"\nkind = "agency"\naliases = ["ZP"]\n',
            '"ZP" is a name of both "Zenda Post" and "Zenda Press"',
        ),
    ],
)
def test_a_wrong_file_is_told_with_entry_and_remedy(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as error:
        load_agencies(_file(tmp_path, text))
    assert told in error.value.message
    assert str(tmp_path / "agencies.toml") in error.value.message
