"""The published JSON Schema describes what the program really writes."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from generator.briefer import Briefer
from generator.model import SCHEMA_VERSION, Brief, Quote, Role
from generator.render.exports import brief_json, published_json, schema, schema_json
from tests.sample_brief import hostile_briefs, sample_brief


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    """Validates against the schema, which is itself valid."""
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def names(struct: type[msgspec.Struct], required: bool) -> set[str]:
    """Field names of a struct: all, or those that have no default."""
    return {field.name for field in msgspec.structs.fields(struct) if not required or field.required}


@pytest.mark.parametrize("struct", [Brief, Quote, Role])
def test_names_are_those_of_the_model(struct: type[msgspec.Struct]) -> None:
    found = schema()["$defs"][struct.__name__]
    assert set(found["properties"]) == names(struct, required=False)
    assert set(found["required"]) == names(struct, required=True) - ({"text"} if struct is Brief else set())


def test_whole_and_published_output_is_valid(validator: Draft202012Validator) -> None:
    for output in (brief_json(sample_brief()), published_json(sample_brief())):
        assert list(validator.iter_errors(json.loads(output))) == []


def test_output_of_a_real_run_is_valid(validator: Draft202012Validator, briefer: Briefer) -> None:
    brief = briefer.brief(sample_brief().text)
    assert list(validator.iter_errors(json.loads(brief_json(brief)))) == []


def test_hostile_output_is_valid(validator: Draft202012Validator) -> None:
    @given(hostile_briefs())
    def holds(brief: Brief) -> None:
        assert list(validator.iter_errors(json.loads(brief_json(brief)))) == []

    holds()


@pytest.mark.parametrize(
    ("path", "value"),
    [("id", None), ("quotes", {}), ("quotes", [{"kind": "direct"}]), ("title", "words"), ("schema_version", 1)],
)
def test_output_of_another_form_is_refused(validator: Draft202012Validator, path: str, value: Any) -> None:
    assert not validator.is_valid(json.loads(brief_json(sample_brief())) | {path: value})


def test_fields_of_a_later_version_are_welcome(validator: Draft202012Validator) -> None:
    assert validator.is_valid(json.loads(brief_json(sample_brief())) | {"mood": "grim"})


def test_it_names_its_version_and_describes_its_fields() -> None:
    assert schema()["$id"].endswith(SCHEMA_VERSION)
    assert schema()["$defs"]["Slice"]["properties"]["start"]["description"] == "First code point."
    assert schema()["$defs"]["Role"]["properties"]["start"]["description"] == "First code point."
    assert json.loads(schema_json()) == schema()
