"""What may be shown: never more than the share, the same decision at every call, nothing that points nowhere."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Settings
from generator.model import Brief, Claim, Event, Figure, Paragraph, Quote, QuoteSpan, Slice
from generator.render.publish import LONGEST_REMOVED, merge, publish
from generator.render.view import brief_view
from tests.made_briefs import bare, landslide, made_quote, piece


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Briefs of short words with items anywhere, overlapping and across paragraphs."""
    words = draw(
        st.lists(st.sampled_from(["so", "said", "“x”", "a\n\nb", "\n", "road", "🏔", "é́"]), min_size=1, max_size=40)
    )
    text = " ".join(words)
    points = st.integers(0, len(text))
    span = st.tuples(points, points).map(sorted).filter(lambda pair: pair[0] < pair[1])
    borders = sorted(draw(st.sets(points, max_size=6)))
    paragraphs = [
        Paragraph(start=start, end=end, number=number)
        for number, (start, end) in enumerate(zip(borders[::2], borders[1::2], strict=False), 1)
    ]

    def some(kind: type, **fields: object) -> tuple:
        found = draw(st.lists(span, max_size=4))
        return tuple(kind(start=start, end=end, text=text[start:end], rule="made", **fields) for start, end in found)

    quotes = tuple(
        Quote(
            id=f"q{number}",
            kind=draw(st.sampled_from(["direct", "mixed", "indirect"])),
            start=start,
            end=end,
            text=text[start:end],
            spans=(QuoteSpan(start=start, end=end, text=text[start:end], quoted=draw(st.booleans())),),
            paragraph=1,
            rule="made",
        )
        for number, (start, end) in enumerate(draw(st.lists(span, max_size=4)))
    )
    return bare(
        text,
        paragraphs=tuple(paragraphs),
        summary=some(Slice),
        quotes=quotes,
        events=some(Event, id="e", date="2020", paragraph=1),
        figures=some(Figure, id="f", unit="road", paragraph=1),
        removed=some(Slice),
    )


@given(briefs(), st.sampled_from([0.1, 0.5, 0.6, 1.0]))
def test_all_that_is_published_stays_below_the_share(brief: Brief, share: float) -> None:
    settings = Settings(publish_share=share)
    published = publish(brief, settings)
    view = brief_view(published, settings)
    body = {n for paragraph in brief.paragraphs for n in range(paragraph.start, paragraph.end)}
    cut = published.brief
    spans = [(item.start, item.end) for item in (*cut.summary, *cut.quotes, *cut.events, *cut.figures)]
    spans += [(part.start, part.end) for excerpt in view.excerpts for part in excerpt.parts]
    shown = {n for start, end in spans for n in range(start, end)} & body
    assert len(shown) <= share * len(body)
    assert round(100 * len(shown) / len(body) if body else 0) == view.share
    assert published == publish(brief, settings)


@given(briefs())
def test_every_paragraph_that_a_line_points_at_has_its_excerpt(brief: Brief) -> None:
    settings = Settings()
    view = brief_view(publish(brief, settings), settings)
    numbers = {excerpt.number for excerpt in view.excerpts}
    lines = [*view.summary, *(quote.words for quote in view.quotes), *(event.words for event in view.events)]
    assert {line.paragraph for line in lines} - {0} <= numbers
    for excerpt in view.excerpts:
        for part in excerpt.parts:
            assert part.text == brief.text[part.start : part.end]


@given(briefs())
def test_views_hold_no_null_and_quotes_read_as_the_article(brief: Brief) -> None:
    view = brief_view(publish(brief, Settings(publish_text="full")), Settings())
    assert b"null" not in msgspec.json.encode(view)
    for quote in view.quotes:
        for part in quote.parts:
            if part.kind in ("said", "told"):
                assert part.text == brief.text[part.start : part.end]


def test_merge_joins_what_touches() -> None:
    assert merge([(7, 9), (1, 3), (2, 5), (5, 6), (8, 8)]) == ((1, 6), (7, 9))


def test_a_space_between_two_pieces_is_no_gap() -> None:
    text = "The mayor said the bridge is old.\nNobody wept."
    pieces = [piece(Slice, text, words) for words in ("The mayor", "said", "old.", "Nobody wept.")]
    brief = bare(text, summary=tuple(pieces))
    shown = [text[start:end] for start, end in publish(brief, Settings(publish_share=0.9)).used]
    assert shown == ["The mayor said", "old.", "Nobody wept."]


def test_less_important_things_go_first() -> None:
    published = publish(landslide(), Settings(publish_share=0.45))
    assert len(published.brief.summary) == 2
    assert len(published.brief.disputes) == 1
    assert dict(published.omitted) != {}
    assert len(published.brief.events) < 2 or len(published.brief.quotes) < 3


def test_dropped_figures_and_quotes_leave_nothing_that_points_at_them() -> None:
    for share in (0.05, 0.1, 0.2, 0.3, 0.4, 0.5):
        brief = publish(landslide(), Settings(publish_share=share)).brief
        ids = {quote.id for quote in brief.quotes}
        assert all(set(voice.quotes) <= ids for voice in brief.voices)
        for dispute in brief.disputes:
            assert [brief.figures[index].text for index in dispute.figures] == ["14 people", "22 people"]


def test_what_did_not_fit_leaves_no_part_of_it_shown() -> None:
    text = "The mayor of Zenda claimed, without evidence, that the bridge had been sold. Nobody wept."
    claim = piece(
        Claim,
        text,
        text[:-13],
        id="c",
        kind="without_evidence",
        marker=piece(Slice, text, "without evidence"),
        paragraph=1,
    )
    event = piece(Event, text, "without evidence", id="e", date="2020", paragraph=1)
    brief = publish(bare(text, claims=(claim,), events=(event,)), Settings(publish_share=0.15)).brief
    assert (brief.claims, brief.events) == ((), ())


def test_long_removed_passages_are_counted_but_not_shown() -> None:
    text = "Rain fell.\n" + "Another article. " * 20
    other = piece(Slice, text, text[11:].strip())
    published = publish(bare(text, removed=(other, piece(Slice, text, "Rain fell."))), Settings())
    assert len(other.text) > LONGEST_REMOVED
    assert [line.text for line in published.brief.removed] == ["Rain fell."]
    assert dict(published.omitted) == {"removed": 1}


def test_marks_inside_a_quote_stay_and_paragraphs_do_not_run_together() -> None:
    text = "“He told me ‘go away’ at noon.\n\n“I went,” said Voss, “and stayed.”"
    spans = [("He told me ", True), ("go away", True), (" at noon.", True), ("I went,", True), ("and stayed.", True)]
    quote = made_quote(text, "00", "direct", spans, paragraph=1)
    view = brief_view(publish(bare(text, quotes=(quote,)), Settings(publish_text="full")), Settings())
    shown = "".join(" … " if part.kind == "cut" else part.text for part in view.quotes[0].parts)
    assert shown == "“He told me ‘go away’ at noon. “I went,” … “and stayed.”"
    assert view.quotes[0].ranges == ((1, 40), (54, 65))


def test_a_word_of_a_megabyte_is_no_context() -> None:
    text = "x" * 1_000_000 + " Voss spoke. " + "y" * 1_000_000
    brief = bare(text, summary=(piece(Slice, text, "Voss spoke."),))
    shown = publish(brief, Settings()).shown
    assert sum(end - start for start, end in shown) < 150
