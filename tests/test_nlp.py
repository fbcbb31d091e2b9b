"""What is parsed of an article."""

from __future__ import annotations

from generator import Briefer
from generator.nlp import LONGEST_PASSAGE


def test_a_paragraph_without_end_is_read_so_far_and_said_so(briefer: Briefer) -> None:
    endless = "The clerk wrote down one more name, " * (LONGEST_PASSAGE // 30)
    text = "The List Of Names\n\nThe clerk of Orvana said on Monday that the list was long.\n\n" + endless + "\n"
    brief = briefer.brief(text)
    assert [notice.code for notice in brief.warnings] == ["long_paragraph"]
    assert max(mention.end for actor in brief.actors for mention in actor.mentions) < 120
    assert brief.paragraphs[-1].end - brief.paragraphs[-1].start > LONGEST_PASSAGE


def test_a_row_of_marks_without_end_is_not_parsed(briefer: Briefer) -> None:
    text = "The Row\n\nThe clerk of Orvana said on Monday: " + '"' * 30_000 + " It was long, the clerk said.\n"
    brief = briefer.brief(text)
    assert brief.paragraphs[-1].end == len(text) - 1
