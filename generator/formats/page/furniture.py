"""What the extractor takes for the body and a reader does not: an ordered table of rules, the first that fits wins.

A rule looks at where a text stands, at the names that many sites give to their boxes, and at what the page says of
itself; few look at words, and none knows a site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.clean.single import single_rules
from generator.formats.page.blocks import key
from generator.formats.page.body import Piece, says_who_reported
from generator.formats.page.boxes import Facts, Rule, is_caption, is_of_links, named, names_of, shows_picture
from generator.lines import Line

LAST = 6
"""Pieces; notes on the author and calls to readers stand no further from the end of the body."""
WALL_SHARE = 0.05
"""Share of the letters of the body that a notice to subscribers may hold; what holds more is what they pay for."""

DECK_NAMES = frozenset(
    {"deck", "dek", "standfirst", "subtitle", "subhead", "subheadline", "description", "excerpt", "summary", "tagline"}
)
"""What sites call the line below the title."""

_SENTENCE_END = re.compile("[.\u2026:;][\"'\u201d\u2019)\\]]*$")


def sort_out(
    pieces: Sequence[Piece], facts: Facts, off: Collection[str] = ()
) -> tuple[list[Piece], list[tuple[Piece, str]]]:
    """The pieces kept, and those removed with the name of the rule. A credit line stays in whatever box it stands.

    `off` names rules that are not applied.
    """
    kept, removed = list(pieces), list[tuple[Piece, str]]()
    for name, rule in (row for row in RULES if row[0] not in off):
        out = {i for i in rule(kept, facts) if name == "repeated" or not says_who_reported(kept[i].text)}
        removed += [(piece, name) for i, piece in enumerate(kept) if i in out]
        kept = [piece for i, piece in enumerate(kept) if i not in out]
    removed.sort(key=lambda pair: pair[0].start)
    return kept, removed


def no_words(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """An ornament: neither letter nor digit."""
    return (i for i, piece in enumerate(pieces) if not piece.key)


def title_again(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """The title of the page, wherever it stands."""
    return (i for i, piece in enumerate(pieces) if piece.key in facts.titles)


def above_title(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """What stands above the visible title: the section, a bar of links; unless much of the body does."""
    if facts.title_at is None:
        return ()
    above = [i for i, piece in enumerate(pieces) if 0 <= piece.start < facts.title_at]
    return above if sum(len(pieces[i].key) for i in above) < 0.3 * facts.total else ()


def deck_again(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """What the page calls its description, above the body; a first paragraph with the same words is none."""
    parents = Counter(piece.run.element.getparent() for piece in pieces if piece.run is not None)
    for i, piece in enumerate(pieces[:4]):
        if piece.key in facts.decks and piece.run is not None:
            alone = parents[piece.run.element.getparent()] <= 2
            if alone or piece.is_heading or names_of(piece.run.element) & DECK_NAMES:
                yield i


# The words before a link to another article: "Also read:", "RELATED |", "More on the strike:".
_POINTER = re.compile(
    r"(?:also |now |don'?t )?(?:read|see|watch|listen|more|miss|next|related|recommended|continue reading)\b"
    r"(?:\W*\w+){0,4}\W*",
    re.IGNORECASE,
)


def read_more(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """ "Also read: Port Strike Enters Third Week", where the headline is a link."""
    for i, piece in enumerate(pieces):
        if piece.run is not None and piece.run.linked >= 0.4 and _POINTER.fullmatch(piece.run.plain):
            yield i


def links_only(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """A paragraph or heading that is one link and no statement: a headline of another article."""
    for i, piece in enumerate(pieces):
        if piece.run is not None and piece.run.linked > 0.9 and not _SENTENCE_END.search(piece.text):
            yield i


_CONTACT = re.compile(r"\?.{0,120}(?:\S@\S|e-?mail|contact|get in touch|tell us|let us know)", re.IGNORECASE)


def tip_line(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """ "Do you know more? Write to tips@example.com"."""
    return (i for i, piece in enumerate(pieces) if len(piece.text) < 300 and _CONTACT.search(piece.text))


_DOES = re.compile(r"\s(?:is|has|was|covers|writes|reports|works|joined|can)\b")


def author_note(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """ "Ann Poe covers the ports" near the end, where Ann Poe wrote the article."""
    for i, piece in enumerate(pieces[-LAST:], max(0, len(pieces) - LAST)):
        if i and any(_DOES.match(piece.text.removeprefix(author)) for author in facts.authors):
            yield i


def byline_again(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """The names of the authors, with "By" or without."""
    names = "".join(key(author) for author in facts.authors)
    return (i for i, piece in enumerate(pieces) if names and piece.key in (names, "by" + names))


def pull_quote(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """Words in a box that a paragraph has too."""
    keys = [piece.key for piece in pieces]
    for i, piece in enumerate(pieces):
        boxed = any(element.tag in ("blockquote", "figure", "q") for element in facts.boxes(piece))
        if boxed and len(piece.key) >= 20 and any(piece.key in other for j, other in enumerate(keys) if j != i):
            yield i


def repeated(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """A paragraph that stood before, word for word: the page holds the body twice."""
    seen: set[str] = set()
    for i, piece in enumerate(pieces):
        if piece.text.count(" ") >= 7 and piece.key in seen:
            yield i
        seen.add(piece.key)


_CALL = re.compile(
    r"(?:please )?(?:follow|subscribe|sign up|click here|for more|download|join|like us)\b", re.IGNORECASE
)


def last_call(pieces: Sequence[Piece], facts: Facts) -> Iterable[int]:
    """ "For more stories like this, see our news page", with a link, below the article."""
    for i in range(max(1, len(pieces) - LAST), len(pieces)):
        run = pieces[i].run
        if run is not None and run.linked and _CALL.match(run.text):
            yield i


def _worded(name: str) -> Rule:
    """Lines that the rule of that name in data/furniture.toml knows by their words alone."""

    def rule(pieces: Sequence[Piece], facts: Facts) -> Iterator[int]:
        is_furniture = dict(single_rules())[name]
        for i, piece in enumerate(pieces):
            if is_furniture(Line(i, i, piece.text, i, i, piece.text.count(" ") + 1)):
                yield i

    return rule


RULES: tuple[tuple[str, Rule], ...] = (
    ("no-words", no_words),
    ("title", title_again),
    ("above-title", above_title),
    ("deck", deck_again),
    ("caption", named("caption captions figcaption credit credits", test=is_caption)),
    ("picture", named("image images", test=shows_picture)),
    ("related", named("related recirc recirculation recommended recommendation recommendations trending popular "
                       "promo teaser outbrain taboola readmore similar", test=is_of_links)),
    ("newsletter", named("newsletter newsletters signup subscribe subscription optin")),
    ("author-box", named("author authors bio biography contributor byline")),
    ("comments-block", named("comment comments disqus")),
    ("advertisement-box", named("advert advertisement ads sponsored sponsor")),
    ("wall", named("paywall regwall registration login", WALL_SHARE)),
    ("pull-quote-box", named("pullquote pullquotes")),
    ("side-box", named("sidebar factbox infobox aside complementary dialog tooltip summary takeaways highlights")),
    ("byline", byline_again),
    *(
        (name, _worded(name))
        for name in ("newsletter-box", "advertisement", "comments-box", "copyright", "update-stamp", "reader-notice",
            "photo-credit")
    ),
    ("read-more", read_more),
    ("links-only", links_only),
    ("tip-line", tip_line),
    ("author-note", author_note),
    ("pull-quote", pull_quote),
    ("repeated", repeated),
    ("last-call", last_call),
)  # fmt: skip
"""(name, what it removes), in order."""
