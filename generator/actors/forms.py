"""Names -> forms: each spelling once, with its further occurrences found again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.actors.countries import gazetteer
from generator.actors.form import Form, cast_votes
from generator.actors.given import is_given
from generator.actors.kinds import tell_label
from generator.actors.names import Name, is_suffixed, name_at
from generator.actors.words import words

if TYPE_CHECKING:
    from generator.nlp import Doc, Passage


def find_forms(names: Iterable[Name], passages: tuple[Passage, ...]) -> list[Form]:
    """The forms that name an actor, in order of their first place; names that the model missed are found again."""
    forms: dict[str, Form] = {}
    for name in names:
        doc = passages[name.passage].doc
        form = forms.setdefault(name.text, Form(name.text, tuple(t.text for t in doc[name.first : name.last])))
        cast_votes(form, name, doc)
    common, alone, adjectives = _common_words(passages), _alone(passages), _adjectives(passages)
    for form in forms.values():
        if f"{form.text}n" in adjectives and form.text.endswith("a") and not is_given(form.text):
            form.votes["place"] += 2 * len(form.names)
        last = forms.get(form.tokens[-1])
        is_place = last is not None and last.votes["place"] > last.votes["person"]
        if alone[form.tokens[-1]] and not alone[form.tokens[0]] and not is_place and _may_be_person(form):
            form.votes["person"] += 2
        form.label, form.rule = tell_label(form)
        if len(form.tokens) == 1 and form.rule == "vote" and not form.text.isupper():
            written_small = common[form.text.lower()]
            if written_small and form.openings == len(form.names):
                form.label, form.rule = "other", "common-word"
    _pass_over_owned(forms)
    _pass_over_versions(forms)
    kept = {text: form for text, form in forms.items() if form.label in ("person", "organization", "place")}
    _find_again(kept, passages)
    kept = {text: form for text, form in kept.items() if form.names}
    return sorted(kept.values(), key=lambda form: (form.names[0].start, form.text))


def _pass_over_owned(forms: dict[str, Form]) -> None:
    """A last name and a thing: "Klebb Quartz" beside "Rosa Klebb" and "Quartz"."""
    people = [form for form in forms.values() if form.label == "person" and len(form.tokens) > 1]
    owners = {form.tokens[-1] for form in people if is_given(form.tokens[0])}
    for form in people:
        thing = forms.get(" ".join(form.tokens[1:]))
        if form.tokens[0] in owners and thing is not None and thing.label != "person":
            form.label, form.rule = "other", "owned"


def _pass_over_versions(forms: dict[str, Form]) -> None:
    """A product has versions: "Norvark Sailor 9", and then "Norvark Sailor" too."""
    for form in forms.values():
        stem = form.tokens[:-1]
        if not stem or not VERSION.fullmatch(form.tokens[-1]) or NUMBERED.intersection(t.lower() for t in stem):
            continue
        for thing in (form, forms.get(" ".join(stem))):
            if thing is not None and thing.rule == "vote":
                thing.label, thing.rule = "other", "version"


VERSION = re.compile(r"\d{1,2}(\.\d{1,3}){0,2}")
NUMBERED = frozenset(
    {"apollo", "article", "avenue", "camp", "chamber", "channel", "court", "district", "fm", "fox", "gate"}
    | {"group", "highway", "interstate", "news", "pier", "platform", "point", "radio", "room", "route"}
    | {"sector", "station", "street", "studio", "team", "terminal", "tv", "unit", "ward", "zone"}
)
"""Places and bodies that go by a number: "Channel 4", "Terminal 2"."""


def _common_words(passages: tuple[Passage, ...]) -> Counter[str]:
    """Words that the article writes in lower case: "Outreach" at the head of a list item is none of its actors."""
    return Counter(token.text for passage in passages for token in passage.doc if token.is_lower and token.is_alpha)


def _adjectives(passages: tuple[Passage, ...]) -> frozenset[str]:
    """Capitalised words that say of what people or place a thing is: "Zendan" tells that Zenda is no body."""
    return frozenset(
        token.text
        for passage in passages
        for token in passage.doc
        if token.is_title and (token.ent_type_ == "NORP" or token.tag_ == "JJ" or token.dep_ in ("amod", "compound"))
    )


def _alone(passages: tuple[Passage, ...]) -> Counter[str]:
    """How often each capitalised word stands inside a sentence without another one beside it."""
    count: Counter[str] = Counter()
    for passage in passages:
        doc = passage.doc
        for token in doc:
            if token.is_title and token.pos_ == "PROPN":
                beside = (doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc))
                count[token.text] += not any(other.text[:1].isupper() for other in beside)
    return count


def _may_be_person(form: Form) -> bool:
    """Two or three capitalised words without a head word: people are cut to their last name, bodies to the first."""
    lists = words()
    heads = lists.organization_heads | lists.place_heads | lists.other_heads | lists.bodies
    tokens = form.tokens
    return (
        2 <= len(tokens) <= 3
        and not form.marked
        and all(t.isalpha() and t.istitle() for t in tokens)
        and heads.isdisjoint(t.lower() for t in tokens)
        and not gazetteer().country_of(tokens[0])
    )


def _find_again(forms: dict[str, Form], passages: tuple[Passage, ...]) -> None:
    """Adds the places of known forms that no rule saw, and the last names of known persons, longest first."""
    sequences: dict[str, dict[tuple[str, ...], str]] = {}
    for form in list(forms.values()):
        sequences.setdefault(form.tokens[0], {})[form.tokens] = form.text
        if form.label == "person" and len(form.tokens) > 1 and len(form.tokens[-1]) > 2:
            last = (form.tokens[-1],)
            if last[0][0].isupper() and last[0].lower() not in words().never:
                sequences.setdefault(last[0], {}).setdefault(last, last[0])
            elif "-" in form.tokens[2:]:
                sequences.setdefault(form.tokens[0], {}).setdefault(form.tokens[:1], form.tokens[0])
    widths = {token: sorted({len(s) for s in known}, reverse=True) for token, known in sequences.items()}
    _find_whole(forms, passages, sequences, widths)
    taken: dict[int, set[int]] = {}
    for form in forms.values():
        for name in form.names:
            taken.setdefault(name.passage, set()).update(range(name.first, name.last))
    for number, passage in enumerate(passages):
        doc, used = passage.doc, taken.get(number, set())
        i = 0
        while i < len(doc):
            width = _match(doc, i, sequences, widths, used)
            if width:
                text = sequences[doc[i].text][tuple(t.text for t in doc[i : i + width])]
                form = forms.setdefault(text, Form(text, (text,), label="person", rule="last-name"))
                label = form.label
                form.names.append(name_at(passage, number, i, i + width, label, "again"))
            i += width or 1
    for form in forms.values():
        form.names.sort(key=lambda name: name.start)


def _find_whole(
    forms: dict[str, Form],
    passages: tuple[Passage, ...],
    sequences: dict[str, dict[tuple[str, ...], str]],
    widths: dict[str, list[int]],
) -> None:
    """Widens a lone word to the known person it begins: of "Valda Moor" the model may see "Valda", and "Moor" apart."""
    at = {(name.passage, name.first): name for form in forms.values() for name in form.names}
    gone: set[tuple[int, int]] = set()
    for (passage, first), name in sorted(at.items()):
        if name.last - first > 1 or (passage, first) in gone:
            continue
        doc = passages[passage].doc
        for width in (w for w in widths.get(doc[first].text, ()) if first + w <= len(doc)):
            text = sequences[doc[first].text].get(tuple(t.text for t in doc[first : first + width]))
            inside = [(passage, i) for i in range(first, first + width) if (passage, i) in at]
            if width > 1 and text and forms[text].label == "person" and at[inside[-1]].last <= first + width:
                gone.update(inside)
                whole = name_at(passages[passage], passage, first, first + width, "person", "again")
                forms[text].names.append(whole)
                break
    for form in forms.values():
        form.names = [n for n in form.names if (n.passage, n.first) not in gone or n.rule == "again"]


def _match(
    doc: Doc,
    i: int,
    sequences: dict[str, dict[tuple[str, ...], str]],
    widths: dict[str, list[int]],
    used: set[int],
) -> int:
    """How many tokens from `i` on are a known form that stands free; 0 where none does."""
    known = sequences.get(doc[i].text)
    if known is None or i in used:
        return 0
    for width in (width for width in widths[doc[i].text] if i + width <= len(doc)):
        tokens = tuple(t.text for t in doc[i : i + width])
        if tokens in known and used.isdisjoint(range(i, i + width)):
            if (width == 1 and not _is_free(doc, i)) or is_suffixed(doc, i):
                continue
            return width
    return 0


def _is_free(doc: Doc, i: int) -> bool:
    """A single word is part of a longer name if a capitalised name word stands beside it: "Klebb Foundation"."""
    after = doc[i + 1] if i + 1 < len(doc) else None
    if after is not None and after.pos_ in ("PROPN", "ADJ") and after.text[:1].isupper():
        return False
    before = doc[i - 1] if i else None
    if (
        before is not None
        and before.pos_ == "PROPN"
        and before.text[:1].isupper()
        and before.ent_type_ == doc[i].ent_type_ != ""
    ):
        return False
    return doc[i].pos_ in ("PROPN", "NOUN", "ADJ", "X")
