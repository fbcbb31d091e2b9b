"""What a name is that the register does not have: an agency, an outlet, a service or a person."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.credit.lists import is_domain
from generator.model import SourceKind

_SERVICE = re.compile(
    r"(?i:service|desk|bureau|unit|team|newsroom)$|^[A-Z][a-z]+\.[A-Z][a-z]+$|['\u2019]s [A-Z]\w+\.[A-Z]"
)
_AGENCY_WORD = re.compile(r"\b(?:agency|agence|agencia|agentur|newswires?|telegraph agency)\b", re.IGNORECASE)
_OUTLET_WORD = re.compile(
    r"\b(?:news|newspapers?|times|post|press|journal|tv|television|radio|fm|media|gazette|herald|tribune|daily|today"
    r"|network|magazine|online|review|mail|guardian|chronicle|observer|telegraph|insider|weekly|standard|globe|sun|star"
    r"|express|mirror|record|bulletin|broadcasting|channel|report|realities|website|sentinel|courier|dispatch|examiner"
    r"|advertiser|argus|enquirer|inquirer|ledger|messenger|monitor|spectator|statesman|independent|public|university"
    r"|institute|foundation|association|cent(?:er|re)|project|group|books|publishers?|reporter|pravda|gazeta|zeitung)\b",
    re.IGNORECASE,
)
# Words for outlets that are surnames too: "Yan Sun" reports, "The Zenda Sun" publishes.
_SURNAME = re.compile(r"[A-Z]\S* (?:Sun|Star|Post|Mail|Globe|Record|Standard|Press|Page|Day)")
_DOTTED = re.compile(r"\w\.(?:com|net|org|info|[a-z]{2})$")
_STATION = re.compile(r"[A-Z0-9/&-]{2,8}(?:-TV|-FM)?")

_HOUSE_ROLES = ("source", "original", "copyright")

Guess = Callable[[str, str], bool]
"""Takes a name and its role."""

GUESSES: tuple[tuple[str, SourceKind, Guess], ...] = (
    ("service", "service", lambda name, role: is_service(name)),
    ("agency-word", "agency", lambda name, role: _AGENCY_WORD.search(name) is not None),
    ("domain", "outlet", lambda name, role: is_domain(name) or _DOTTED.search(name) is not None),
    ("surname", "person", lambda name, role: role not in _HOUSE_ROLES and _SURNAME.fullmatch(name) is not None),
    ("outlet-word", "outlet", lambda name, role: _OUTLET_WORD.search(name) is not None or name.startswith("The ")),
    ("letters", "agency", lambda name, role: role == "source" and name.isupper() and " " not in name),
    (
        "station",
        "outlet",
        lambda name, role: _STATION.fullmatch(name) is not None and " " not in name and len(name) > 2,
    ),
    ("one-word", "outlet", lambda name, role: role == "source" and " " not in name),
)
"""(name, kind, question), the first that fits wins; what is left is what the cue says."""


def guess(name: str, role: str, default: SourceKind = "person") -> SourceKind:
    """The kind of a name by its words."""
    return next((kind for _, kind, fits in GUESSES if fits(name, role)), default)


def is_service(words: str) -> bool:
    """True of "Georgian Service", "Strelsau bureau", "Siberia.Realities"."""
    return _SERVICE.search(words.strip(" .")) is not None
