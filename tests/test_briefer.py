"""The stages together: what a whole brief promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import Briefer
from generator.errors import SeedError
from generator.render.exports import brief_json
from generator.verify import verify

BRIDGE = """Orvana Closes Two Bridges

The transport ministry of Orvania said on March 3 that two bridges over the river Mure would close until June.

"We cannot take risks," Transport Minister Lena Havel told reporters. "The bridges are old."

{middle}

The closure adds 25 minutes to the journey, the ministry said. The drivers said 40 minutes were more likely.

With reporting by AP and Reuters
"""
MARKS = ["“", "”", '"', "'", "‘", "’", "«", "»", "…", " —", ".", ",", "\n", "\n\n", "\u200b", "\u202e"]
WORDS = [
    " said",
    " Havel",
    " she",
    " 15 missiles",
    " The",
    " Orvania",
    " on March 3",
    " code-named",
    " without evidence",
]
PARTS = st.sampled_from([*MARKS, *WORDS, "{{ x }}", "<b>"])
TEXTS = st.lists(PARTS | st.text(max_size=12), max_size=30).map("".join)


@given(middle=TEXTS)
def test_every_slice_of_a_generated_article_is_right(briefer: Briefer, middle: str) -> None:
    text = BRIDGE.format(middle=middle)
    brief = briefer.brief(text)
    assert brief.text == text
    assert verify(brief_json(brief), text) == []


@given(text=TEXTS)
def test_a_text_gives_a_brief_or_a_reason(briefer: Briefer, text: str) -> None:
    try:
        brief = briefer.brief(text)
    except SeedError:
        return  # any other error fails the test
    assert verify(brief_json(brief), text) == []


def test_equal_texts_have_equal_briefs(briefer: Briefer) -> None:
    text = BRIDGE.format(middle="The mayor agreed.")
    assert briefer.brief(text) == Briefer().brief(text)


def test_many_come_in_order(briefer: Briefer) -> None:
    texts = [BRIDGE.format(middle=f"Mayor {name} Poe agreed.") for name in ("Ann", "Ben", "Cid")]
    assert [brief.text for brief in briefer.brief_many(texts)] == texts


@pytest.mark.parametrize("text", ["", " \n\n ", "Share\n\nFollow us\n"])
def test_a_text_without_an_article_is_refused(briefer: Briefer, text: str) -> None:
    with pytest.raises(SeedError) as refused:
        briefer.brief(text)
    assert refused.value.code in {"empty", "no_body"}


def test_voices_do_not_tell_capitals_apart(briefer: Briefer) -> None:
    text = BRIDGE.format(middle='"No," the drivers said. The drivers said: "Never." "Not now," the drivers said.')
    voices = [voice.name.casefold() for voice in briefer.brief(text).voices]
    assert len(voices) == len(set(voices))
