"""Who did it, where and when, and whether it is so at all: what the words around a deed say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.attribution import is_wide, subject_of
from generator.attribution.subjects import TIMES
from generator.dates import MONTHS, WEEKDAYS
from generator.disputes.deeds import verbs_above
from generator.model import Mood
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

#: Prepositions that do not say where or when.
_NO_PLACE = word_list("placeless_words")
#: How many prepositions hang on each other in one place: "in an explosion | at a factory | in Tannebach".
_NESTED = 3
_MAY = frozenset({"may", "might", "could", "would", "should", "can"})
_PERHAPS = frozenset({"possibly", "perhaps", "maybe", "probably", "likely"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "to"})
_PLANS = word_list("intentions")
_DENIALS = frozenset({"deny", "denial", "reject", "dismiss", "refute"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
DAYS = frozenset(WEEKDAYS) | {"today", "yesterday", "tomorrow"}
#: Words of a stretch of time rather than a moment.
SPANS = frozenset(
    ["year", "years", "month", "months", "week", "weeks", "decade", "decades", "since", "season", "annual", "annually"]
)
#: Words for a figure that somebody gave before.
_BEFORE = word_list("earlier_figures")
#: Words for a figure of each day or of a mean day.
_EACH = word_list("rates")


def lemmas(head: Token) -> tuple[str, ...]:
    """A noun and the names and nouns before it; of adjectives those of a people: "Ruritanian"."""
    before = (token for token in head.children if token.dep_ in ("compound", "amod", "nmod"))
    named = (token for token in before if token.pos_ in ("NOUN", "PROPN") or token.text[:1].isupper())
    return _sorted(_word(token) for token in (head, *named))


def _word(token: Token) -> str:
    """Names keep their capital: a place called Zenda is told from a dam."""
    return str(token.text if token.pos_ == "PROPN" else token.lemma_.lower())


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({word for word in words if word.strip()}))


def agents(verb: Token, noun: Token) -> tuple[str, ...]:
    """Who acts: the subject, "which" and "who" followed to their noun; pronouns name nobody."""
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "pobj" and subject.head.lower_ == "from":
        # "3,000 people were evacuated from the valley"
        return ()
    if subject is None or subject.i == noun.i or subject.pos_ in ("PRON", "NUM") or noun.dep_ == "nsubj":
        return ()
    return lemmas(subject)


def settings(verb: Token, noun: Token, objects: bool = True) -> tuple[str, ...]:
    """Where and at what: the nouns behind the prepositions of a deed and of what it was done to, nested ones too."""
    found = [word for place in _places(verb, noun) if place.ent_type_ not in TIMES for word in _named(place)]
    if objects and noun.dep_ == "nsubj":
        # "Nine rockets had hit the base."
        found += [_word(child) for child in verb.children if child.dep_ == "dobj"]
    return _sorted(found)


def _named(place: Token) -> list[str]:
    """ "Cape Orlo": all words of a name."""
    names = [child.text for child in place.children if child.dep_ == "compound" and child.pos_ == "PROPN"]
    return [*names, _word(place)]


def _places(verb: Token, noun: Token) -> list[Token]:
    found: list[Token] = []
    waiting = [(head, _NESTED) for head in (verb, noun)]
    while waiting:
        head, left = waiting.pop()
        if is_wide(head):
            continue
        for child in head.children:
            if child.dep_ == "advmod" and child.pos_ == "ADV" and left == _NESTED:
                # "Further downstream in Altkirch seven people drowned."
                waiting.append((child, left - 1))
            if child.dep_ != "prep" or child.lower_ in _NO_PLACE:
                continue
            for place in child.children:
                if place.dep_ != "pobj" or place.i in (verb.i, noun.i) or any(c.tag_ == "CD" for c in place.children):
                    continue
                if place.pos_ in ("NOUN", "PROPN"):
                    found.append(place)
                    if left > 1:
                        waiting.append((place, left - 1))
    return found


def dates(verb: Token, noun: Token) -> tuple[str, ...]:
    """Words of the dates that hang on a deed: days, months, years, "earlier", "each"."""
    heads = [place for place in _places(verb, noun) if place.ent_type_ in TIMES]
    heads += [c for c in verb.children if c.ent_type_ in TIMES and c.dep_ in ("npadvmod", "advmod")]
    words = [part for head in heads for part in (head, *head.children)]
    owners = [poss for place in _places(verb, noun) for poss in place.children if poss.dep_ == "poss"]
    words += [owner for owner in owners if owner.ent_type_ in TIMES]
    found = {word.lower_ for word in words if _is_date(word)}
    for child in (*verb.children, *noun.children):
        if child.lower_ == "since":
            found.add("since")
        if child.lower_ in _BEFORE and child.dep_ in ("advmod", "amod"):
            found.add("earlier")
        if child.lower_ in ("now", "currently") and child.dep_ == "advmod":
            found.add("later")
        if child.lower_ in ("daily", "average", "each", "every"):
            found.add("each")
    if noun.i + 2 < len(noun.doc):
        following = noun.nbor(1).lower_, noun.nbor(2).lower_
        if following[0] in ("a", "per", "each", "every", "an") and following[1] in _EACH:
            found.add("each")
    if any(c.lower_ in ("a", "per", "each", "every") for c in _timed(verb)):
        # "11,000 people visited the fair a day"
        found.add("each")
    if any(c.lower_ == "on" and any(n.lower_ == "average" for n in c.children) for c in verb.children):
        found.add("each")
    return _sorted(found)


def _timed(verb: Token) -> list[Token]:
    """The words before the dates that hang on a verb without a preposition."""
    heads = (c for c in verb.children if c.dep_ == "npadvmod" and c.lower_ in _EACH)
    return [word for head in heads for word in head.children]


def _is_date(word: Token) -> bool:
    """True for words that tell days apart: "Monday", "May", "2031", "3", "last year"; not "early" or "night"."""
    text: str = word.lower_
    return text in DAYS or text in MONTHS or text in SPANS or text[:1].isdigit() or text in ("last", "ago")


def mood(verb: Token) -> Mood:
    """Whether a deed is told as done, denied, possible or planned."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "mark" and child.lower_ in _CONDITIONS):
            return "not" if child.dep_ == "neg" else "may"
        if (child.dep_ == "aux" and child.lower_ in _MAY) or (child.dep_ == "advmod" and child.lower_ in _PERHAPS):
            return "may"
        if child.dep_ in ("aux", "auxpass") and child.lower_ in _WILL and child.lower_ != "to":
            return "will"
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "be" and any(c.lower_ == "to" for c in verb.children):
        # "The works is to shut five plants."
        return "will"
    below = verb
    for above in verbs_above(verb):
        lemma = above.lemma_.lower()
        if lemma in _DENIALS:
            return "not"
        if below.dep_ == "xcomp" and lemma in _PLANS:
            return "will"
        if below.dep_ in ("ccomp", "acl", "relcl") and lemma in _PLANS and lemma in ("expect", "plan", "forecast"):
            return "will"
        if below.dep_ == "acl" and any(child.lower_ == "no" for child in above.children):
            # "There is no plan to dismiss 1,500 people."
            return "not"
        if any(child.dep_ == "neg" for child in above.children) and below.dep_ in ("xcomp", "acl"):
            return "not"
        below = above
    return "is"
