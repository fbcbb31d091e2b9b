"""The part of the vocabulary of schema.org that our pages use, written from its documentation, and what breaks it.

https://schema.org/Quotation, /ItemList, /ListItem, /WebPage, /NewsArticle, /Person, /Role: each type with the types
above it and the properties of its own, each property with what it may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

ABOVE = {
    "Action": "Thing",
    "Article": "CreativeWork",
    "CollectionPage": "WebPage",
    "ContactPoint": "StructuredValue",
    "CreativeWork": "Thing",
    "Intangible": "Thing",
    "ItemList": "Intangible",
    "ListItem": "Intangible",
    "NewsArticle": "Article",
    "Occupation": "Intangible",
    "Organization": "Thing",
    "OrganizationRole": "Role",
    "Person": "Thing",
    "Place": "Thing",
    "PostalAddress": "ContactPoint",
    "Quotation": "CreativeWork",
    "Role": "Intangible",
    "StructuredValue": "Intangible",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
}
"""Type -> the type that it is a kind of."""
OWN = {
    "Thing": {"alternateName", "description", "mainEntityOfPage", "name", "sameAs", "subjectOf", "url"},
    "CreativeWork": {
        *("about", "abstract", "author", "creator", "datePublished", "hasPart", "headline", "inLanguage", "isBasedOn"),
        *("isPartOf", "mainEntity", "mentions", "publisher", "text"),
    },
    "ItemList": {"itemListElement", "itemListOrder", "numberOfItems"},
    "ListItem": {"item", "nextItem", "position", "previousItem"},
    "Organization": {"address"},
    "Person": {"affiliation", "hasOccupation", "jobTitle", "worksFor"},
    "Place": {"address"},
    "PostalAddress": {"addressCountry"},
    "Quotation": {"spokenByCharacter"},
    # A role stands between two things and repeats the property that joins them.
    "Role": {"affiliation", "endDate", "hasOccupation", "roleName", "startDate"},
}
"""Type -> properties that it adds."""
TEXT, NUMBER, ADDRESS = "text", "number", "address"
HOLDS = {
    **{name: {TEXT} for name in ("alternateName", "description", "headline", "name", "roleName", "text", "jobTitle")},
    **{name: {TEXT} for name in ("datePublished", "inLanguage", "addressCountry")},
    **{name: {ADDRESS} for name in ("url", "sameAs")},
    **{name: {NUMBER} for name in ("position", "numberOfItems")},
    "about": {"Thing"},
    "address": {"PostalAddress"},
    "affiliation": {"Organization", "OrganizationRole"},
    "hasOccupation": {"Occupation", "Role"},
    "isBasedOn": {"CreativeWork"},
    "isPartOf": {"CreativeWork"},
    "item": {"Thing"},
    "itemListElement": {"ListItem"},
    "mainEntity": {"Thing"},
    "mentions": {"Thing"},
    "publisher": {"Organization", "Person"},
    "spokenByCharacter": {"Organization", "Person"},
    "subjectOf": {"CreativeWork"},
}
"""Property -> what its values may be; "affiliation" of a role also holds a Place, where a country employs."""


def kinds(name: str) -> list[str]:
    """A type and all that it is a kind of.

    >>> kinds("Quotation")
    ['Quotation', 'CreativeWork', 'Thing']
    """
    found = [name]
    while found[-1] in ABOVE:
        found.append(ABOVE[found[-1]])
    return found


def wrongs(document: dict[str, Any]) -> list[str]:
    """What a document of JSON-LD says that the vocabulary does not allow, or that points at nothing in it."""
    said = [] if document.get("@context") == "https://schema.org" else ["no context"]
    body = {name: value for name, value in document.items() if name != "@context"}
    nodes = list(_nodes(body))
    types = {node["@id"]: node["@type"] for node in nodes if "@id" in node and "@type" in node}
    told = [node["@id"] for node in nodes if "@id" in node and len(node) > 1]
    said += [f"told twice: {name}" for name in sorted(set(told)) if told.count(name) > 1]
    for node in nodes:
        said += _wrongs(node, types)
    return said


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(part)


def _wrongs(node: dict[str, Any], types: dict[str, str]) -> Iterator[str]:
    if set(node) == {"@id"}:
        if node["@id"] not in types:
            yield f"points at nothing: {node['@id']}"
        return
    name = node.get("@type", "")
    if name not in ABOVE:
        yield f"no such type: {name!r}"
        return
    allowed = set().union(*(OWN.get(kind, set()) for kind in kinds(name)))
    for key, value in node.items():
        if key.startswith("@"):
            continue
        if key not in allowed:
            yield f"{name} has no {key}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not HOLDS[key] & set(_kinds_of(one, types)):
                yield f"{name}.{key} is {one!r}"


def _kinds_of(value: Any, types: dict[str, str]) -> list[str]:
    if isinstance(value, dict):
        return kinds(value.get("@type") or types.get(value.get("@id", ""), ""))
    if isinstance(value, bool) or value in ("", None):
        return []
    return [NUMBER] if isinstance(value, int) else [TEXT, ADDRESS]
