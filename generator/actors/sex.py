"""Whether a person is "he" or "she" in an article: by honorific, role, given name and the article's own pronouns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from generator.actors.given import given_names
from generator.actors.groups import Group

if TYPE_CHECKING:
    from generator.nlp import Passage

Sex = Literal["he", "she"]

PRONOUNS: dict[str, Sex] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}

HE_WORDS = frozenset(
    {"mr", "mr.", "sir", "lord", "king", "prince", "duke", "emperor", "tsar", "monk", "priest", "actor", "gentleman"}
    | {"father", "brother", "son", "husband", "uncle", "nephew", "grandfather", "grandson", "stepfather", "widower"}
    | {"boyfriend", "godfather", "brother-in-law", "father-in-law", "son-in-law", "half-brother", "dad"}
    | {"man", "boy", "businessman", "chairman", "congressman", "councilman", "fireman", "fisherman", "policeman"}
    | {"postman", "salesman", "spokesman", "statesman", "assemblyman", "footman", "headmaster", "cameraman"}
)
SHE_WORDS = frozenset(
    {"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "madam", "queen", "princess", "duchess", "baroness", "empress"}
    | {"nun", "actress", "mother", "sister", "daughter", "wife", "aunt", "niece", "grandmother", "granddaughter"}
    | {"stepmother", "widow", "girlfriend", "godmother", "sister-in-law", "mother-in-law", "daughter-in-law", "mum"}
    | {"half-sister", "woman", "girl", "businesswoman", "chairwoman", "congresswoman", "councilwoman", "policewoman"}
    | {"spokeswoman", "sportswoman", "assemblywoman", "headmistress", "waitress", "heiress", "hostess"}
)

WORD_WEIGHT, NAME_WEIGHT, MOST_VOTES = 3, 2, 4
"""An honorific or a role counts for more than a given name; the article's pronouns for at most so much."""


def sex_of(person: Group, passages: tuple[Passage, ...], votes: Counter[Sex]) -> Sex | None:
    """What all evidence says together; None where it says nothing or both."""
    weights: Counter[Sex] = Counter()
    near = [role_head(role.text) for role in person.roles]
    near += [passages[n.passage].doc[n.first - 1].lower_ for n in person.names if n.first > 0]
    for words, sex in ((HE_WORDS, "he"), (SHE_WORDS, "she")):
        if not words.isdisjoint(near):
            weights[sex] += WORD_WEIGHT  # type: ignore[index]
    longest = max(person.names, key=lambda name: name.last - name.first)
    first = longest.text.split()[0].lower() if longest.last - longest.first > 1 else ""
    given = given_names().get(first) or given_names().get(first.split("-")[0])
    if given == "he" or given == "she":
        weights[given] += NAME_WEIGHT
    surplus = votes["he"] - votes["she"]
    weights["he" if surplus > 0 else "she"] += min(abs(surplus), MOST_VOTES)
    if weights["he"] == weights["she"]:
        return None
    return "he" if weights["he"] > weights["she"] else "she"


def word_sex(word: str) -> Sex | None:
    """ "captain" -> None, "brother" -> "he"."""
    return "he" if word in HE_WORDS else "she" if word in SHE_WORDS else None


def role_head(role: str) -> str:
    """The word that a role turns on: "prime minister's wife" -> "wife", "mother of the king" -> "mother"."""
    text = role.lower().split(",")[0]
    for joint in (" of ", " for ", " at ", " in ", " to ", " and ", " on ", " with ", " from ", " behind "):
        text = text.split(joint)[0]
    return (text.split() or [""])[-1]
