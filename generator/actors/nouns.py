"""Common nouns that say what the name beside them is: "the brokerage X", "X, a town"."""

from __future__ import annotations

from generator.actors.labels import Label

ORGANIZATION_NOUNS = frozenset(
    {"agency", "airline", "band", "brewer", "broadcaster", "brokerage", "carmaker", "carrier", "chain", "channel"}
    | {"charity", "club", "company", "conglomerate", "consultancy", "firm", "foundation", "giant", "group", "insurer"}
    | {"label", "lender", "line", "magazine", "manufacturer", "militia", "network", "newspaper", "nonprofit", "outlet"}
    | {"organisation", "organization", "paper", "party", "retailer", "startup", "start-up", "station", "studio"}
    | {"subsidiary", "supermarket", "tabloid", "team", "think-tank", "union", "website"}
)
PLACE_NOUNS = frozenset(
    {"airport", "area", "base", "capital", "city", "district", "hamlet", "island", "lake", "mountain", "municipality"}
    | {"neighborhood", "neighbourhood", "peninsula", "port", "province", "region", "river", "settlement", "suburb"}
    | {"town", "township", "village"}
)
THING_NOUNS = frozenset(
    {"aircraft", "album", "app", "award", "bill", "boat", "book", "brand", "browser", "car", "cat"}
    | {"championship", "competition", "console", "cyclone", "destroyer", "disease", "dog", "drug"}
    | {"exhibition", "ferry", "festival", "film", "freighter", "frigate", "game", "horse", "hurricane", "jet"}
    | {"language", "law", "missile", "movie", "musical", "novel", "opera", "operation", "painting", "phone"}
    | {"play", "prize", "program", "programme", "rocket", "satellite", "sculpture", "series", "ship", "show"}
    | {"smartphone", "software", "song", "spacecraft", "storm", "submarine", "tablet", "tanker", "tournament"}
    | {"trawler", "typhoon", "vaccine", "vessel", "virus", "yacht"}
)
PERSON_NOUNS = frozenset(
    {"boy", "child", "citizen", "girl", "graduate", "man", "mum", "native", "orphan", "parent", "pensioner", "person"}
    | {"refugee", "survivor", "teenager", "toddler", "woman", "youth"}
)
KINDS: tuple[tuple[frozenset[str], Label], ...] = (
    (ORGANIZATION_NOUNS, "organization"),
    (PLACE_NOUNS, "place"),
    (THING_NOUNS, "other"),
)
SHIPS = frozenset({"HMS", "USS", "HMAS", "HMCS", "HMC", "HMNZS", "INS", "KRI", "MS", "MT", "MV", "RMS", "RRS", "SS"})
"""What stands before the name of a ship."""
