"""Where a name begins and ends: titles, possessives, quotation marks and stray words are cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.actors.countries import gazetteer
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc, Token

POSSESSIVES = frozenset({"'s", "\u2019s", "'", "\u2019"})
JOINTS = frozenset(
    {"of", "for", "and", "&", "in", "on", "at", "to", "from", "with", "against", "de", "under", "over", "by"}
)
STRAY = frozenset({"after", "as", "at", "before", "by", "from", "into", "on", "since", "than", "via", "with"})
"""What stands in a name of a body only behind its head word: "Centre on Reefs", "Union from Below"."""
SCORE = re.compile(r"\d{1,3}[-\u2013:]\d{1,3}")
PREFIXES = frozenset({"anti", "ex", "non", "pan", "post", "pre", "pro"})
BRACKETS = frozenset('()[]{}"\u201c\u201d')
OPENERS = frozenset(
    {"the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "your", "former", "late", "ex"}
)


def trim(doc: Doc, first: int, last: int, is_person: bool) -> tuple[int, int] | None:
    """The borders of the name within tokens `first` to `last`, or None where no name is left."""
    first, last = _strip(doc, first, last)
    first = _past_prefix(doc, first, last, is_person)
    if not is_person:
        last = _before_stray(doc, first, last)
        first, last = _strip(doc, first, last)
    if is_person:
        first = _after_titles(doc, first, last)
        last = _before_words(doc, first, last)
        first, last = _strip(doc, first, last)
    if first >= last:
        return None
    last = _past_hyphens(doc, first, last, is_person)
    text = doc[first:last].text
    if not any(c.isupper() for c in text) and not text.startswith("al-"):
        return None
    return first, last


def widen(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The borders of a single word with the name words that the parse ties to it: "Odrin" before "Falt"."""
    alone = first
    while first > 0 and last - first < 3 and _is_loose(doc[first - 1]) and doc[first - 1].head.i == alone:
        first -= 1
    if first == alone and last < len(doc) and _is_loose(doc[last]) and doc[alone].head.i == last:
        last += 1
    return first, last


def _is_loose(token: Token) -> bool:
    """A capitalised name word that is in no entity and no title."""
    lists = words()
    return (
        token.pos_ == "PROPN"
        and not token.ent_type_
        and token.is_alpha
        and token.is_title
        and token.lower_ not in lists.titles | lists.honorifics | lists.never
    )


def _past_hyphens(doc: Doc, first: int, last: int, is_person: bool) -> int:
    """The end of a name that the model cuts at a hyphen: "Seo Min" in "Seo Min-jun", not "Seo" in "Seo-backed"."""
    while last + 1 < len(doc) and doc[last].text == "-" and not doc[last - 1].whitespace_ and not doc[last].whitespace_:
        part = doc[last + 1]
        is_given = is_person and last - first > 1 and len(part.text) <= 6 and part.pos_ not in ("VERB", "ADP")
        if not part.is_alpha or not (part.text[0].isupper() or is_given):
            break
        last += 2
    return last


def _strip(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Articles, punctuation and marks off the front; possessives, punctuation and marks off the end."""
    while first < last and doc[first].text in BRACKETS:
        first += 1
    last = next((i for i in range(first, last) if doc[i].text in BRACKETS), last)
    while first < last and (doc[first].lower_ in OPENERS or _is_mark(doc[first].text)):
        first += 1
    while first < last and (doc[last - 1].text in POSSESSIVES or _is_mark(doc[last - 1].text)):
        last -= 1
    return first, last


def _past_prefix(doc: Doc, first: int, last: int, is_person: bool) -> int:
    """Past an adjective with a hyphen: "Pan-democrat Odrin Falt", "Pro-Selmont Falt"; "Pro-Selmont League" is whole."""
    if first + 2 >= last or doc[first + 1].text != "-" or doc[first].whitespace_:
        return first
    is_adjective = doc[first + 2].is_lower or (is_person and doc[first].lower_ in PREFIXES)
    return first + 3 if is_adjective and first + 3 < last and doc[first + 3].text[:1].isupper() else first


def _before_stray(doc: Doc, first: int, last: int) -> int:
    """The end of a body's or a place's name before what is none of it: "Selmont on Monday", "Northmark 3-1"."""
    heads = words().organization_heads | words().place_heads
    for i in range(first + 1, last):
        token = doc[i]
        is_headed = any(t.lower_ in heads for t in doc[first:i])
        if token.lower_ in STRAY and not is_headed:
            return i
        if token.lower_ == "the" and doc[i - 1].lower_ not in JOINTS:
            return i
        if token.lower_ in ("of", "for") and i + 1 < last and doc[i + 1].pos_ == "NUM":
            return i
    while last - first > 1 and _is_tail(doc, first, last - 1, heads):
        last -= 1
    return last


def _is_tail(doc: Doc, first: int, i: int, heads: frozenset[str]) -> bool:
    """A score, a number behind a country, a title behind a body: "Selmont 3-1", "State Department Spokesperson"."""
    text = doc[i].text
    if SCORE.fullmatch(text) or (text.isdecimal() and doc[first:i].text in gazetteer().countries):
        return True
    return doc[i].lower_ in words().titles and text.istitle() and doc[i - 1].lower_ in heads


def _is_mark(text: str) -> bool:
    return not any(c.isalnum() for c in text)


def _after_titles(doc: Doc, first: int, last: int) -> int:
    """The token after "U.S. President", "Ruritanian navy spokesman" or "Mr.": the last title with a name behind it."""
    lists = words()
    for i in range(last - 2, first - 1, -1):
        if doc[i].lower_ in lists.titles or doc[i].lower_ in lists.honorifics:
            return i + 1
    while first < last - 1 and gazetteer().adjectives.get(doc[first].text) is not None:
        first += 1
    return first


def _before_words(doc: Doc, first: int, last: int) -> int:
    """The end of the capitals: "Rosa Klebb told" -> "Rosa Klebb"; particles may stand inside."""
    particles = words().particles
    end = first
    for i in range(first, last):
        text = doc[i].text
        if text[:1].isupper() or text[:1].isdigit() or (len(text) > 1 and text[1:2] == "-" and text[-1:].isupper()):
            end = i + 1
        elif text.split("-")[0].lower() in particles or _is_mark(text):
            continue
        elif any(c.isupper() for c in text):
            end = i + 1
        else:
            break
    return end


def past_owner(doc: Doc, first: int, last: int) -> int:
    """Past a country that owns the body: "Ruritania's Air Force" -> "Air Force"."""
    for i in range(first + 1, min(first + 4, last - 1)):
        if doc[i].text in POSSESSIVES and doc[first:i].text in gazetteer().countries:
            return i + 1
    return first
