"""An edition's actors as linked data: JSON-LD in the words of schema.org.

A role has no start and no end, because no article says one: its `subjectOf` are the first and the last article that
say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.model import ActorKind, Brief, Dossier, DossierRole, Edition
from generator.render.catalogue import Catalogue
from generator.render.escape import line, safe_url

Node = dict[str, Any]
"""A thing of JSON-LD."""

CONTEXT = "https://schema.org"
TYPES: dict[ActorKind, str] = {"person": "Person", "organization": "Organization", "place": "Place"}
WIKIDATA = "https://www.wikidata.org/entity/"
ARTICLES = 30
"""Articles that an actor's own page lists in its data: the newest ones."""


def linked_nodes(edition: Edition) -> Iterator[Node]:
    """The nodes of an edition: each article with the actors it mentions, newest first, then the actors."""
    catalogue = Catalogue(edition)
    for brief in edition.briefs:
        ids = (edition.dossier_of.get((brief.id, actor.id)) for actor in brief.actors)
        mentions = [{"@id": actor_iri(dossier_id)} for dossier_id in dict.fromkeys(ids) if dossier_id]
        yield filled(article_node(brief, catalogue) | {"mentions": mentions})
    for dossier in edition.dossiers:
        yield actor_node(dossier, catalogue)


def page_data(dossier: Dossier, catalogue: Catalogue) -> Node:
    """The data that an actor's page carries: the actor and the newest articles about it, whole in itself."""
    newest = dict.fromkeys(brief_id for brief_id, _ in dossier.members[:ARTICLES])
    articles = [filled(article_node(catalogue.briefs[brief_id], catalogue)) for brief_id in newest]
    return {"@context": CONTEXT} | actor_node(dossier, catalogue) | {"subjectOf": articles}


def article_node(brief: Brief, catalogue: Catalogue) -> Node:
    """The article of a brief."""
    return article(
        brief.id,
        headline=brief.title.text if brief.title else "",
        published=catalogue.published(brief.id),
        outlet=brief.outlet or "",
        language=brief.language,
        url=safe_url(brief.url),
    )


def article(brief_id: str, *, headline: str, published: str, outlet: str, language: str, url: str) -> Node:
    """An article; fields that nobody states are empty."""
    return {
        "@type": "NewsArticle",
        "@id": article_iri(brief_id),
        "headline": line(headline),
        "datePublished": published,
        "publisher": {"@type": "Organization", "name": line(outlet)} if outlet else {},
        "inLanguage": language,
        "url": url,
    }


def actor_node(dossier: Dossier, catalogue: Catalogue) -> Node:
    """A person, an organization or a place."""
    countries = catalogue.countries(dossier) if dossier.kind != "person" else []
    roles = [(role, words) for role in dossier.roles if (words := line(role.text))]
    own = line(dossier.role or "")
    node: Node = {
        "@type": TYPES[dossier.kind],
        "@id": actor_iri(dossier.id),
        "name": line(dossier.name) or dossier.id,
        "alternateName": [name for alias in dossier.aliases if (name := line(alias))],
        "address": {"@type": "PostalAddress", "addressCountry": countries[0]} if len(countries) == 1 else {},
    }
    node |= {"url": safe_url(dossier.link), "sameAs": WIKIDATA + dossier.wikidata if dossier.wikidata else ""}
    if dossier.kind == "person":
        titles = [own, *(words for role, words in roles if role.last[1].status == "current")]
        node["jobTitle"] = list(dict.fromkeys(filter(None, titles)))
        node["hasOccupation"] = [_occupation(role, words) for role, words in roles]
        node["affiliation"] = [_affiliation(role, words, catalogue) for role, words in roles if role.first[1].employer]
    else:
        node["description"] = list(dict.fromkeys(filter(None, [own, *(words for _, words in roles)])))
    return filled(node)


def _occupation(role: DossierRole, words: str) -> Node:
    """A role over time."""
    return _role("Role", role, words) | {"hasOccupation": {"@type": "Occupation", "name": words}}


def _affiliation(role: DossierRole, words: str, catalogue: Catalogue) -> Node:
    """The employer that the first article of a role names."""
    employer, named = catalogue.employer(role.first), role.first[1].employer
    body: Node = {"@type": "Organization", "name": line(named.text) if named else ""}
    if employer is not None:
        body = {"@type": TYPES[employer.kind], "@id": actor_iri(employer.id), "name": line(employer.name)}
    return _role("OrganizationRole", role, words) | {"affiliation": body}


def _role(kind: str, role: DossierRole, words: str) -> Node:
    """What schema.org puts between an actor and what it is: the name of the tie, and who says it first and last."""
    status = role.last[1].status
    articles = dict.fromkeys((role.first[0], role.last[0]))
    return filled(
        {
            "@type": kind,
            "roleName": words,
            "description": "" if status == "current" else status,
            "subjectOf": [{"@id": article_iri(brief_id)} for brief_id in articles],
        }
    )


def article_iri(brief_id: str) -> str:
    return f"urn:newsbrief:brief:{brief_id}"


def actor_iri(dossier_id: str) -> str:
    """Name of an actor in data; it stays while the actor keeps the address of its page."""
    return f"urn:newsbrief:actor:{dossier_id}"


def filled(node: Node) -> Node:
    """The node without what nobody states."""
    return {key: value for key, value in node.items() if value not in ("", [], {})}
