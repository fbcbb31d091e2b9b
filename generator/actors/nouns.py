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
    {
        "award",
        "bill",
        "browser",
        "car",
        "championship",
        "competition",
        "console",
        "disease",
        "exhibition",
        "festival",
        "jet",
    }
    | {
        "language",
        "law",
        "musical",
        "opera",
        "painting",
        "phone",
        "prize",
        "sculpture",
        "smartphone",
        "software",
        "tablet",
    }
    | {"tournament", "virus"}
    | {
        "aircraft",
        "album",
        "app",
        "boat",
        "book",
        "brand",
        "cat",
        "cyclone",
        "destroyer",
        "dog",
        "drug",
        "ferry",
        "film",
    }
    | {
        "freighter",
        "frigate",
        "game",
        "horse",
        "hurricane",
        "missile",
        "movie",
        "novel",
        "operation",
        "play",
        "program",
    }
    | {"programme", "rocket", "satellite", "series", "ship", "show", "song", "spacecraft", "storm", "submarine"}
    | {"tanker", "trawler", "typhoon", "vaccine", "vessel", "yacht"}
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
