"""Briefs in the states that a page must look meant in: nothing known, one sentence, 200 quotes, right-to-left names."""

from __future__ import annotations

from generator.model import Actor, Brief, Headline, Mention, Role, Slice, Speaker
from tests.made_briefs import bare, made_quote, paragraphs, piece, reference

LONG_TITLE = (
    "Council of the northern valleys votes, after a night of speeches in which nobody gave way and two members left, "
    "to close the Zenda Pass to lorries of more than twelve tonnes until the engineers of the Black River Company say"
)
RIGHT_TO_LEFT = """כביש ההר נסגר, שרה אומרת
وزيرة الداخلية ميرا فوس said the road is closed. "الطريق مغلق حتى إشعار آخر," ميرا فوس told reporters in Strelsau.
"הדרך סגורה," said דנה לביא, mayor of Hentzau. She gave no date, she said, "until the engineers of the valley agree."
"""


def untold() -> Brief:
    """A text of which nothing is known: no title, date, summary, quote, credit line."""
    return bare("Rain fell on the village of Hentzau all night.\nNobody counted the drops.", "untold.txt")


def one_sentence() -> Brief:
    text = "The bridge of Hentzau is open."
    return bare(text, "one.txt", headline=piece(Headline, text, text, rule="lead"), summary=(piece(Slice, text, text),))


def long_headline() -> Brief:
    """A headline of more than 200 characters, an actor with many spellings, a speaker nobody states."""
    body = 'Councillor Hendrika Zoutman-Vlieger said nothing. "It is a road, not a promise," somebody shouted.'
    text = f"{LONG_TITLE}\n{body}"
    name = "Hendrika Zoutman-Vlieger"
    at = text.index(name)
    actor = Actor(
        id="hendrika-zoutman-vlieger",
        name=name,
        kind="person",
        aliases=tuple(f"Zoutman {form}" for form in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")),
        roles=(piece(Role, text, "Councillor", status="former"),),
        mentions=(Mention(start=at, end=at + len(name), kind="name", rule="made"),),
        rank=1,
        salience=0.9,
    )
    return bare(
        text,
        "long-headline.txt",
        paragraphs=paragraphs(text, 1, 2),
        title=piece(Slice, text, LONG_TITLE),
        headline=piece(Headline, text, LONG_TITLE, rule="title"),
        actors=(actor,),
        quotes=(made_quote(text, "00", "direct", [("It is a road, not a promise,", True)], paragraph=1),),
    )


def right_to_left() -> Brief:
    """Names and quotes in Arabic and Hebrew letters inside English sentences."""
    text = RIGHT_TO_LEFT
    title = text.partition("\n")[0]
    voss, lavi = "ميرا فوس", "דנה לביא"
    actors = tuple(
        Actor(
            id=slug,
            name=name,
            kind="person",
            roles=(piece(Role, text, role),),
            mentions=(Mention(start=text.index(name), end=text.index(name) + len(name), kind="name", rule="made"),),
            rank=rank,
            salience=1 / rank,
        )
        for rank, (slug, name, role) in enumerate(
            [("mira-fws", voss, "وزيرة الداخلية"), ("dnh-lbya", lavi, "mayor of Hentzau")], 1
        )
    )
    quotes = (
        made_quote(
            text,
            "00",
            "direct",
            [("الطريق مغلق حتى إشعار آخر,", True)],
            speaker=piece(Speaker, text, voss, after=text.index("آخر"), name=voss, actor="mira-fws"),
            paragraph=1,
        ),
        made_quote(
            text,
            "00",
            "direct",
            [("הדרך סגורה,", True)],
            speaker=piece(Speaker, text, lavi, name=lavi, actor="dnh-lbya"),
            paragraph=2,
        ),
    )
    return bare(
        text,
        "right-to-left.txt",
        outlet="وكالة روريتانيا",
        paragraphs=paragraphs(text, 1, 3),
        title=piece(Slice, text, title),
        headline=piece(Headline, text, title, rule="title"),
        summary=(piece(Slice, text, "وزيرة الداخلية ميرا فوس said the road is closed."),),
        actors=actors,
        quotes=quotes,
    )


def many_quotes(count: int = 200) -> Brief:
    """An article with this many quotes, a paragraph each, by two speakers in turn."""
    names = ("Mira Voss", "Anton Rask")
    lines = [f'"We counted {number} lorries on the road," {names[number % 2]} said.' for number in range(count)]
    text = "\n".join(["Two ministers count lorries", *lines])
    seed = reference("many-quotes.txt", text)
    quotes = []
    at = 0
    for number in range(count):
        words = f"We counted {number} lorries on the road,"
        at = text.index(words, at)
        name = names[number % 2]
        speaker = piece(Speaker, text, name, after=at, name=name, actor=name.lower().replace(" ", "-"), confidence=0.9)
        quotes.append(
            made_quote(text, seed.sha256, "direct", [(words, True)], after=at, speaker=speaker, paragraph=number + 1)
        )
    title = piece(Slice, text, text.partition("\n")[0])
    return bare(
        text,
        seed.name,
        title=title,
        headline=piece(Headline, text, title.text, rule="title"),
        paragraphs=paragraphs(text, 1, count + 1),
        quotes=tuple(quotes),
        actors=tuple(
            Actor(id=name.lower().replace(" ", "-"), name=name, kind="person", rank=rank, salience=0.5)
            for rank, name in enumerate(names, 1)
        ),
    )
