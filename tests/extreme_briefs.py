"""Briefs that are too long, too short, too many or too strange: each of these a page has to bear."""

# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Callable

from generator.model import Brief, Claim, Cue, Dispute, Event, Figure, Headline, Slice, Source
from tests.drafts import Draft
from tests.made_briefs import bare, landslide, with_name

PREMIER = "Flavia Brandeck"
"""Speaks in every third article, and 180 times in one."""
LONG_WORD = "Strelsauertalsperrenverwaltungsgesetzbuch" * 4
HEADLINE = (
    "After Nine Days of Rain, Four Landslides, Two Resignations and One Very Long Night in the Town Hall of Hentzau, the "
    "Council Agrees That the Bridge to Zenda Was Never Meant to Carry Anything Heavier Than a Bishop on His Mule"
)  # fmt: skip
ARABIC, ARABIC_NAME = "سترلسو تغلق جسر زندا بعد ليلة طويلة", "رودين هنتزاو"
HEBREW, HEBREW_NAME = "הנצאו פותחת את שער זנדה", "מירון סטרלסאו"
ARABIC_WORDS, HEBREW_WORDS = "لن ننتظر شتاء آخر في هنتزاو", "אף אחד לא שאל אותנו על הגשר"
HOSTILE = (
    'Anna "Nan" O\'Hara-Zenda',
    "Bank of Hentzau & Sons <Holding>",
    "</script><script>alert(1)</script>",
    "*Rolf* [Lauter](javascript:alert(1)) `|` {{ brief }}",
    "&amp; Söhne &lt;b&gt;",
)
FILLER = (
    "The clerk wrote it all down in a hand so small that it had to be read to the house a second time, by candlelight."
)


def _titled(name: str, title: str, published: str | None, outlet: str | None = None) -> Draft:
    draft = Draft(name)
    made = draft.line(Slice, title, confidence=0.9)
    head = {field: getattr(made, field) for field in Slice.__struct_fields__}
    draft.fields |= {"title": made, "headline": Headline(**head), "published": published, "outlet": outlet}
    return draft


def _said(draft: Draft, words: str, name: str, **actor: str) -> None:
    draft.open()
    said = draft.say("direct", [(words, True)])
    draft.add(" ")
    cue = draft.piece(Cue, "said", lemma="say")
    draft.add(" ")
    draft.quote(said, cue, speaker=draft.speaker(name, **actor))
    draft.add(".")
    draft.close()


def everything() -> Brief:
    return landslide()


def reprint() -> Brief:
    """The same article in another paper."""
    return with_name(landslide(), "reprint.txt", outlet="River Post")


def long_headline() -> Brief:
    draft = _titled(
        "long-headline.txt", f"{HEADLINE:.220}", "2026-04-01", "The Very Long Name of a Paper of Upper Ruritania"
    )
    draft.fields["deck"] = draft.line(Slice, f"{HEADLINE} {HEADLINE}")
    draft.put("summary", draft.sentence(f"{HEADLINE}, said the clerk, who had counted."))
    _said(draft, "We are still here,", PREMIER, role="the Prime Minister who had not slept")
    draft.sentence(FILLER * 4)
    return draft.brief()


def no_title_no_date() -> Brief:
    draft = Draft("scan-0007.txt")
    draft.put("summary", draft.sentence("Rain fell on the village of Hentzau all night."))
    draft.sentence("Nobody counted the drops, and the gauge on the church tower was full before midnight.")
    return draft.brief()


def many_quotes() -> Brief:
    """Two hundred quotes."""
    draft = _titled("minutes.txt", "The Minutes of the Longest Sitting", "2026-03-30", "Strelsau Desk")
    draft.put("summary", draft.sentence("The house of Ruritania sat for two days and two nights."))
    others = ("Anton Rask", "Mira Voss", "Sapt Tarlen", "Rosa Holf")
    for number in range(200):
        name = others[number // 10 % 4] if number % 10 == 9 else PREMIER
        _said(draft, f"To point {number + 1} I say what I said of the point before it,", name)
        draft.sentence(FILLER)
    return draft.brief()


def many_sources() -> Brief:
    draft = _titled("sources.txt", "Thirty Papers Count the Votes of Zenda", "2025-11-02")
    draft.put("summary", draft.sentence("Thirty papers counted the votes of Zenda, and two of them agreed."))
    draft.sentence(FILLER * 3)
    start, _ = draft.add("With reporting by ")
    for number in range(30):
        name = f"{('Upper', 'Lower', 'Old')[number % 3]} Ruritania {('Gazette', 'Wire')[number % 2]} {number + 1}"
        draft.add(", " if number else "")
        draft.put("sources", draft.piece(Source, name, name=name, as_written=name, kind="outlet", role="source"))
    draft.put("credit", draft.since(Slice, start))
    draft.close()
    return draft.brief()


def right_to_left() -> Brief:
    """Names and words in Arabic and Hebrew letters in an English article."""
    draft = _titled("right-to-left.txt", f"{ARABIC} ({HEBREW})", "2026-02-11", "צנדה היום")
    draft.put("summary", draft.sentence(f"{ARABIC_NAME} met {HEBREW_NAME} at the gate of Zenda (at 9:30)."))
    _said(draft, f"{ARABIC_WORDS}!", ARABIC_NAME, role="وزير")
    _said(draft, f"{HEBREW_WORDS}?", HEBREW_NAME)
    draft.sentence(FILLER * 3)
    start, _ = draft.add("With reporting by ")
    draft.put(
        "sources",
        draft.piece(Source, "زندا اليوم", name="زندا اليوم", as_written="زندا اليوم", kind="outlet", role="source"),
    )
    draft.put("credit", draft.since(Slice, start))
    draft.close()
    return draft.brief()


def unbroken() -> Brief:
    """Words without a place to break."""
    draft = _titled("unbroken.txt", f"{LONG_WORD} Read Aloud", "2025-10-10", LONG_WORD)
    draft.put(
        "summary", draft.sentence(f"The {LONG_WORD} was read aloud at https://example.org/{'zenda/' * 30}minutes.")
    )
    _said(draft, f"{LONG_WORD}!", f"Rolf {LONG_WORD}", role=f"{LONG_WORD}-reader")
    draft.sentence(FILLER * 8)
    start, _ = draft.add("With reporting by ")
    draft.put(
        "sources", draft.piece(Source, LONG_WORD, name=LONG_WORD, as_written=LONG_WORD, kind="outlet", role="source")
    )
    draft.put("credit", draft.since(Slice, start))
    draft.close()
    return draft.brief()


def hostile_names() -> Brief:
    """Names that look like markup."""
    draft = _titled(
        "hostile.txt",
        "# <img src=x onerror=alert(1)> & \"Quotes\" 'of' [Zenda](//zenda.example)",
        "2025-09-09",
        "<b>Desk</b>",
    )
    draft.put(
        "summary",
        draft.sentence("The register of Hentzau has names that nobody can spell & some <that> nobody can read."),
    )
    for name in HOSTILE:
        _said(draft, f"My name is {name}, and so is my son's,", name, role="<i>clerk</i>")
        draft.sentence(FILLER)
    return draft.brief()


def nearly_empty() -> Brief:
    return bare("Rain.", "empty.txt")


def many_actors() -> Brief:
    draft = _titled("guests.txt", "Who Came to the Coronation", "2024-06-01")
    draft.put("summary", draft.sentence("Sixty guests came to the coronation in Strelsau."))
    for number in range(60):
        draft.open()
        role = f"{('third', 'fourth', 'last')[number % 3]} cousin of the {('queen', 'king', 'bishop')[number % 3]}"
        draft.name(f"{chr(65 + number % 26)}ona {chr(66 + number // 3)}andeck-Tarlen", role=role)
        draft.add(
            " came in a coach with six horses and left on foot, as the custom of the valley asks of all who are kin."
        )
        draft.close()
    return draft.brief()


def many_dates() -> Brief:
    """Events over a thousand years, some of them without a year."""
    draft = _titled("chronicle.txt", "A Chronicle of Zenda", "2023")
    draft.put("summary", draft.sentence("The chronicle of Zenda goes back to the year 1026."))
    for number in range(60):
        draft.open()
        known = (f"{1026 + 17 * number}", f"{1950 + number}-0{number % 9 + 1}", f"--1{number % 3}-0{number % 9 + 1}")[
            number % 3
        ]
        draft.put("events", draft.item(Event, f"The bridge of Zenda fell for time number {number + 1}", date=known))
        draft.add(", as the chronicle has it in a note that was added later in another ink and by another hand.")
        draft.close()
    return draft.brief()


def many_counts() -> Brief:
    """One dispute of twelve figures and nine claims."""
    draft = _titled("counts.txt", "Twelve Counts of the Same Cattle", "2026-03-28T23:59:00+02:00", "River Post")
    draft.put("summary", draft.sentence("Twelve offices counted the cattle of Hentzau, each of them twice."))
    for number in range(12):
        draft.open()
        speaker = draft.speaker(f"Office {chr(65 + number)}", kind="organization")
        draft.add(" put it at ")
        amount = 1_234_567 + 1_000 * number
        figure = draft.item(Figure, f"more than {amount:,} head of cattle", low=amount, unit="cow", speaker=speaker)
        draft.put("figures", figure)
        draft.add(", calves not counted, and said that all the others had used last year's fences, which were moved.")
        draft.close()
    draft.put("disputes", Dispute(unit="cow", figures=tuple(range(12))))
    for number in range(9):
        draft.open()
        marker = draft.piece(Slice, "It could not be verified")
        draft.add(" that ")
        draft.put(
            "claims", draft.item(Claim, f"herd {number + 1} was counted at night", kind="unverified", marker=marker)
        )
        draft.add(", the office said in a letter of eleven pages that it did not want to see printed anywhere.")
        draft.close()
    return draft.brief()


EXTREMES: tuple[Callable[[], Brief], ...] = (
    everything,
    reprint,
    long_headline,
    no_title_no_date,
    many_quotes,
    many_sources,
    right_to_left,
    unbroken,
    hostile_names,
    nearly_empty,
    many_actors,
    many_dates,
    many_counts,
)
