"""What a spelling names: a person, an organisation, a place, or nothing that acts; by rules, then by vote."""

from __future__ import annotations

from collections.abc import Callable

from generator.actors.countries import gazetteer
from generator.actors.form import Form, is_full_name
from generator.actors.given import is_given
from generator.actors.labels import Label
from generator.actors.nouns import SHIPS
from generator.actors.words import words


def tell_label(form: Form) -> tuple[Label, str]:
    """The label of a form and the rule that tells it."""
    for rule, function in KIND_RULES:
        label = function(form)
        if label is not None:
            return label, rule
    return "other", "none"


def _never(form: Form) -> Label | None:
    lists = words()
    if len(form.tokens) == 1 and len(form.text) < 2:
        return "other"
    return (
        "other"
        if all(t.lower() in lists.never or not t.isalpha() for t in form.tokens) and form.text.isalpha()
        else None
    )


def _title_alone(form: Form) -> Label | None:
    """ "President", "Members of Parliament"."""
    lists = words()
    if "of" in form.tokens and form.tokens[0].lower() in MEMBERS:
        return "other"
    return "other" if all(t.lower() in lists.titles or t.lower() in lists.honorifics for t in form.tokens) else None


def _people(form: Form) -> Label | None:
    """A demonym or a faith is no actor."""
    if form.text in gazetteer().adjectives or form.text.lower() in words().groups:
        return "group"
    return None


def _table(form: Form) -> Label | None:
    """What our tables know, unless it is a given name and the model saw a person more often: "Jordan scored twice"."""
    if form.votes["person"] * 2 > form.votes.total() and (
        is_given(form.text) or form.text not in gazetteer().countries
    ):
        return None
    if form.text in gazetteer().bodies:
        return "organization"
    table = gazetteer()
    known = form.text in table.countries or form.text in table.capitals or form.text in table.regions
    return "place" if known else None


def _head(form: Form) -> Label | None:
    """The head word tells the kind: the last one, or the first before "of"; a head word alone names nothing."""
    lists = words()
    last = form.tokens[-1].lower()
    opening = _before_joint(form.tokens).lower()
    if last in CENTRES and form.tokens[-2:-1] and form.tokens[-2].lower() in FACILITIES:
        return "place"
    heads: tuple[tuple[frozenset[str], Label], ...] = (
        (lists.other_heads, "other"), (lists.organization_heads, "organization"), (lists.place_heads, "place"),
    )  # fmt: skip
    for head in (opening, last) if opening != last else (last,):
        for listed, label in heads:
            if head in listed:
                if len(form.tokens) == 1:
                    return "other"
                if form.votes["person"] * 2 <= form.votes.total():
                    return label
    return None


def _before_joint(tokens: tuple[str, ...]) -> str:
    """The word that "of" or "for" follows, which tells the kind as the last word does: "Prize for Poetry"."""
    joint = next((i for i in range(1, len(tokens)) if tokens[i] in ("of", "for")), 0)
    if not joint:
        return tokens[-1]
    opens = tokens[joint] == "of" and tokens[0].lower() in words().organization_heads | words().place_heads
    return tokens[0] if opens else tokens[joint - 1]


def _body(form: Form) -> Label | None:
    """ "Ruritanian navy"."""
    return "organization" if any(name.rule == "country-body" for name in form.names) else None


def _vote(form: Form) -> Label | None:
    """Most votes; at a tie the label that came first."""
    return form.votes.most_common(1)[0][0] if form.votes else None


def _acronym(form: Form) -> Label | None:
    """ "PSPC" is nobody's name, whatever the model takes it for."""
    is_acronym = len(form.tokens) == 1 and 3 <= len(form.text) <= 6 and form.text.isalpha() and form.text.isupper()
    return "organization" if is_acronym and form.votes.most_common(1)[0][0] == "person" else None


def _code_name(form: Form) -> Label | None:
    """What stands in quotation marks everywhere is a code name or a title, unless it begins with a given name."""
    return "other" if form.marked == len(form.names) and not is_full_name(form) else None


def _peoples_plural(form: Form) -> Label | None:
    """Of what the model takes for a group, parties and movements act as bodies: "the Greens said"."""
    return "organization" if form.votes["group"] and form.text.lower() in PARTIES else None


def _head_alone(form: Form) -> Label | None:
    """ "the Council", which is the one council that the article names in full; else it is dropped."""
    return "organization" if any(name.rule == "head-alone" for name in form.names) else None


def _spelled_out(form: Form) -> Label | None:
    """What has a short form in brackets is a body: "Selmont Housing Programme (SHP)"."""
    is_programme = form.tokens[-1].lower() in ("program", "programme", "project")
    return "organization" if is_programme and any(name.rule == "spelled-out" for name in form.names) else None


def _vessel(form: Form) -> Label | None:
    """A ship or a flight: "HMS Selmont", "KX417"."""
    text = form.tokens[0]
    is_flight = len(form.tokens) == 1 and text[:2].isupper() and text[:2].isalpha() and text[2:].isdecimal()
    return "other" if text in SHIPS or (is_flight and 5 <= len(text) <= 6) else None


def _camel(form: Form) -> Label | None:
    """ "NorVark" is a brand, not a person or a place; "McFalt" and "DeFalt" are names."""
    text = form.text
    if len(form.tokens) > 1 or not text.isalpha() or text.istitle() or text[1:].islower() or text.isupper():
        return None
    at = next((i for i in range(1, len(text)) if text[i].isupper()), 0)
    if not at or text[:at].lower() in NAME_PREFIXES or (not text[1:at].islower() and at > 1):
        return None
    return "organization" if form.votes.most_common(1)[0][0] in ("person", "place") else None


def _member(form: Form) -> Label | None:
    """What everybody is one of: "a Selmonter", "a former Vaultist"."""
    return "group" if len(form.tokens) == 1 and form.indefinite == len(form.names) else None


def _with_article(form: Form) -> Label | None:
    """Nobody is called "the Falt"; a team, a paper, a band is: "the Selmont Giants"."""
    if form.articles * 2 <= len(form.names) or form.votes.most_common(1)[0][0] != "person" or is_full_name(form):
        return None
    return next((label for label, _ in form.votes.most_common() if label != "person"), "organization")


CENTRES = frozenset({"center", "centre", "complex"})
FACILITIES = frozenset(
    {"arts", "civic", "conference", "convention", "correctional", "detention", "entertainment", "exhibition", "leisure"}
    | {"refugee", "shopping", "sports", "trade", "visitor"}
)
NAME_PREFIXES = frozenset(
    {"al", "d", "da", "de", "del", "den", "der", "des", "di", "do", "du", "el", "fitz", "l", "la", "le", "lo", "mac"}
    | {"mc", "o", "st", "ter", "van", "ver", "vander", "von"}
)

MEMBERS = frozenset({"members", "ministers", "heads", "leaders", "president", "minister", "secretary", "register"})

PARTIES = frozenset(
    {"democrats", "republicans", "tories", "greens", "lib dems", "liberal democrats", "social democrats"}
)

KIND_RULES: tuple[tuple[str, Callable[[Form], Label | None]], ...] = (
    ("never", _never),
    ("title-alone", _title_alone),
    ("vessel", _vessel),
    ("people", _people),
    ("table", _table),
    ("country-body", _body),
    ("code-name", _code_name),
    ("acronym", _acronym),
    ("head-alone", _head_alone),
    ("spelled-out", _spelled_out),
    ("head-word", _head),
    ("party", _peoples_plural),
    ("member", _member),
    ("camel", _camel),
    ("article", _with_article),
    ("vote", _vote),
)
