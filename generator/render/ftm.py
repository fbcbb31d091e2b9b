"""An edition's actors as FollowTheMoney entities, the form of data that tools for investigations load.

An article is an Article. A person or an organization in it is a Mention of the article, `resolved` to a Person or an
Organization. A place is an Address, to which no Mention can be resolved; its articles are its `proof`. A role is a
Position and an Occupancy, whose `date` is when articles said so, first and last: none says when it began.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model import Brief, Dossier, DossierRole, Edition
from generator.render.catalogue import Catalogue
from generator.render.escape import line, safe_url

Entity = dict[str, Any]
"""`id`, `schema` and `properties`: name of a property -> list of texts."""

NAME, STRING, PLACE = 384, 1024, 250
"""Longest value of a property in code points, by its type: names, texts of one line, addresses."""
SCHEMATA = {"person": "Person", "organization": "Organization", "place": "Address"}
LISTED = {"person": "peopleMentioned", "organization": "companiesMentioned", "place": "locationMentioned"}
"""Kind -> property of an Article that lists such names."""
COUNTRIES = {"SU": "suhh"}
"""Codes that FollowTheMoney writes otherwise than ISO 3166-1 in small letters."""
LANGUAGES = {"en": "eng"}
STATUS = {"current": "current", "former": "ended", "late": "ended"}


def ftm_entities(edition: Edition) -> Iterator[Entity]:
    """All entities of an edition: each article with its mentions, newest first, then the actors with their roles."""
    catalogue = Catalogue(edition)
    for brief in edition.briefs:
        yield from _article(brief, catalogue)
    posts: set[str] = set()
    for dossier in edition.dossiers:
        yield _actor(dossier, catalogue)
        for role in dossier.roles if dossier.kind == "person" else ():
            position, occupancy = _held(dossier, role, catalogue)
            if position["id"] not in posts:
                yield position
            posts.add(position["id"])
            yield occupancy


def _article(brief: Brief, catalogue: Catalogue) -> Iterator[Entity]:
    known = [(actor, catalogue.edition.dossier_of.get((brief.id, actor.id), "")) for actor in brief.actors]
    names: dict[str, list[str]] = {}
    for actor, dossier_id in known:
        if dossier_id:
            names.setdefault(actor.kind, []).append(actor.name)
    document = article_id(brief.id)
    yield _entity(
        document,
        "Article",
        title=_texts([brief.title.text if brief.title else ""], STRING),
        fileName=_texts([brief.seed.name], STRING),
        mimeType=[brief.seed.media_type],
        language=[LANGUAGES.get(brief.language, "")],
        publishedAt=[catalogue.published(brief.id)],
        author=_texts([_author(brief.byline.text) if brief.byline else ""], STRING),
        publisher=_texts([brief.outlet or ""], STRING),
        sourceUrl=[safe_url(brief.url)],
        **{LISTED[kind]: _texts(found, PLACE if kind == "place" else NAME) for kind, found in names.items()},
    )
    for actor, dossier_id in known:
        if dossier_id and actor.kind != "place":
            yield _entity(
                _id("mention", brief.id, actor.id),
                "Mention",
                document=[document],
                name=_names([actor.name, *actor.aliases], actor.id),
                resolved=[actor_id(dossier_id)],
                detectedSchema=[SCHEMATA[actor.kind]],
            )


def _actor(dossier: Dossier, catalogue: Catalogue) -> Entity:
    short = [alias for alias in dossier.aliases if dossier.kind != "place" and _tells_little(alias)]
    properties = {
        "name": _names([dossier.name], dossier.id),
        "alias": _texts([alias for alias in dossier.aliases if alias not in short], NAME),
        "weakAlias": _texts(short, NAME),
        "country": _countries(dossier, catalogue),
        "wikidataId": [dossier.wikidata or ""],
    }
    roles = _texts([dossier.role or "", *(role.text for role in dossier.roles)], STRING)
    if dossier.kind == "place":
        briefs = dict.fromkeys(brief_id for brief_id, _ in dossier.members)
        proof = [article_id(brief_id) for brief_id in briefs]
        properties |= {"full": _texts(properties["name"], PLACE), "sourceUrl": [safe_url(dossier.link)], "proof": proof}
    else:
        properties |= {
            "position" if dossier.kind == "person" else "summary": roles,
            "website": [safe_url(dossier.link)],
        }
    return _entity(actor_id(dossier.id), SCHEMATA[dossier.kind], **properties)


def _held(dossier: Dossier, role: DossierRole, catalogue: Catalogue) -> tuple[Entity, Entity]:
    """A role as a post and who holds it; two people hold one post only where their articles name the same employer."""
    name = _names([role.text], "?")
    employer = catalogue.employer(role.first)
    words = role.first[1].employer
    is_body = employer is not None and employer.kind == "organization"
    post = _id("position", employer.id if employer else f"of {dossier.id}", name[0].casefold())
    position = _entity(
        post,
        "Position",
        name=name,
        organization=[actor_id(employer.id)] if employer and is_body else [],
        country=_countries(employer, catalogue) if employer else [],
        summary=_texts([words.text], STRING) if words and not is_body else [],
    )
    occupancy = _entity(
        _id("occupancy", dossier.id, post),
        "Occupancy",
        holder=[actor_id(dossier.id)],
        post=[post],
        date=catalogue.sights(role.briefs),
        status=[STATUS[role.last[1].status]],
        proof=[article_id(brief_id) for brief_id in role.briefs],
        sourceUrl=[safe_url(catalogue.briefs[brief_id].url) for brief_id in role.briefs],
    )
    return position, occupancy


def _countries(dossier: Dossier, catalogue: Catalogue) -> list[str]:
    return [COUNTRIES.get(code, code.lower()) for code in catalogue.countries(dossier)]


def article_id(brief_id: str) -> str:
    return _id("article", brief_id)


def actor_id(dossier_id: str) -> str:
    """Id of an actor's entity; it stays while the actor keeps the address of its page."""
    return _id("actor", dossier_id)


def _id(*parts: str) -> str:
    return hashlib.sha256("\0".join(("newsbrief", *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _entity(entity_id: str, schema: str, **properties: Iterable[str]) -> Entity:
    """An entity without empty properties, each value once."""
    filled = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": entity_id, "schema": schema, "properties": {name: found for name, found in filled.items() if found}}


def _names(texts: Iterable[str], fallback: str) -> list[str]:
    return _texts(texts, NAME) or [fallback]


def _texts(texts: Iterable[str], longest: int) -> list[str]:
    """Texts as FollowTheMoney keeps them: one composed line, nothing invisible, no quotation marks around all of it."""
    found = []
    for text in texts:
        visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
        shown = unicodedata.normalize("NFC", line(visible))[:longest].strip()
        while len(shown) > 1 and shown[0] in "\"'" and shown[-1] in "\"'":
            shown = shown[1:-1].strip()
        if shown:
            found.append(shown)
    return found


def _author(byline: str) -> str:
    """The names of a byline: "By Mara Lind" -> "Mara Lind"."""
    return byline[3:] if byline[:3].casefold() == "by " else byline


def _tells_little(name: str) -> bool:
    """True for a spelling that many actors may share: "Rask", "KCC"."""
    return " " not in name
