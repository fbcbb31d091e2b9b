"""Furniture: each rule on texts of its own, the user's switches, and what holds for any lines."""

from __future__ import annotations

import re
import time
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.body import read_body
from generator.clean import clean
from generator.clean.neighbours import NEIGHBOUR_RULES
from generator.clean.single import LONGEST, single_rules, single_table
from generator.closing import CLOSING_RULES
from generator.config import Settings
from generator.errors import SettingsError
from generator.glued import GLUED_RULES, cut_glued
from generator.head import ABOVE_TITLE, HEAD_RULES, read_head
from generator.lines import Line, split_lines
from generator.parse import parse
from generator.read import seed_of
from generator.switches import BESIDE_BYLINE, FORMAT_RULES, rule_names
from tests.furniture_pairs import Pair, pairs, parts_of, shortened
from tests.steps import steps

SETTINGS = Settings()
USERS = {"furniture-lines", "furniture-patterns"}
"""Rules that do nothing before a user writes some."""


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.file}: {pair.name}")
def test_pair(pair: Pair) -> None:
    assert shortened(parts_of(pair.text), pair.expected) == list(pair.expected)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.file}: {pair.name}")
def test_pair_with_invisible_characters(pair: Pair) -> None:
    if pair.text.startswith("---"):
        return  # a block of metadata is read by its own rules
    hidden = re.sub(r"(?<=[a-z]{2}) (?=[a-z]{2})", "\u00a0\u200b", pair.text)
    rows = [row.replace("\u200b", "") for row in parts_of(hidden)]
    assert shortened(rows, pair.expected) == list(pair.expected)


@pytest.mark.parametrize("rule", [name for name in rule_names() if name not in {*USERS, *FORMAT_RULES}])
def test_a_rule_that_is_switched_off_is_missed(rule: str) -> None:
    """Each rule of each table is needed by a pair, and does nothing when it is switched off."""
    named = "beside-byline" if rule == "byline-box" else rule  # the box gives the byline, and the rest stands beside it
    needing = [pair for pair in pairs() if any(row.startswith(f"removed {named}:") for row in pair.expected)]
    assert needing
    missed = 0
    for pair in needing:
        rows = parts_of(pair.text, Settings(rules_off=(rule,)))
        assert rule != named or not any(row.startswith(f"removed {rule}:") for row in rows), pair.name
        missed += shortened(rows, pair.expected) != list(pair.expected)
    assert missed


def test_every_table_is_known_to_the_switches() -> None:
    tables = ([row.name for row in single_table()], *([row[0] for row in t] for t in (NEIGHBOUR_RULES, HEAD_RULES)))
    named = {name for table in tables for name in table} | {row[0] for row in (*CLOSING_RULES, *GLUED_RULES)}
    assert named | {"front-matter", ABOVE_TITLE, BESIDE_BYLINE} | USERS | set(FORMAT_RULES) == set(rule_names())


def test_an_unknown_rule_is_an_error_of_the_settings() -> None:
    with pytest.raises(SettingsError, match=r"'captions'.*'caption'"):
        parse(seed_of(pairs()[0].text), Settings(rules_off=("captions",)))
    with pytest.raises(SettingsError, match="'xyz'"):
        parse(seed_of(pairs()[0].text), Settings(rules_off=("caption", "xyz")))


def test_pairs_differ_in_more_than_names() -> None:
    def masked(pair: Pair) -> str:
        words = re.sub(r"\d+", "1", pair.text)
        return re.sub(r"(?<!^)(?<![.!?\n] )\b[A-Z][\w'-]*", "X", words, flags=re.MULTILINE).casefold()

    assert len(pairs()) >= 120
    assert max(Counter(map(masked, pairs())).values()) == 1
    assert max(Counter((pair.file, pair.name) for pair in pairs()).values()) == 1


def test_pairs_hold_text_that_only_looks_like_furniture() -> None:
    kept = [pair for pair in pairs() if not any(row.startswith("removed") for row in pair.expected)]
    assert len(kept) >= 25


def test_lines_and_patterns_of_an_own_outlet() -> None:
    text = (
        "Ferry Runs Aground Off Zenda\n\nThe ferry between Zenda and Strelsau ran aground on Monday.\n\n"
        "Zenda Courier, since 1881\n\nFerry times: 8 and 10\n\nAll passengers were taken ashore before night fell.\n"
    )
    settings = Settings(furniture_lines=("Zenda Courier, since 1881",), furniture_patterns=(r"Ferry times: .*",))
    rows = parts_of(text, settings)
    assert "removed furniture-lines: Zenda Courier, since 1881" in rows
    assert "removed furniture-patterns: Ferry times: 8 and 10" in rows
    off = Settings(furniture_lines=settings.furniture_lines, rules_off=("furniture-lines",))
    assert not any("furniture-lines" in row for row in parts_of(text, off))


def test_a_wrong_pattern_is_an_error_of_the_settings() -> None:
    with pytest.raises(SettingsError, match="furniture_patterns"):
        clean(split_lines("a"), Settings(furniture_patterns=("(",)))


def test_the_gentle_strength_spares_what_may_be_a_heading() -> None:
    lines = split_lines("Politics\n\nTopics\n\nPhoto: Jan Novak\n\nHome » World » Graustark\n\nAdvertisement")
    assert [line.text for line in clean(lines, SETTINGS)[0]] == []
    kept, removed = clean(lines, SETTINGS, gentle=True)
    assert [line.text for line in kept] == ["Politics", "Topics", "Home » World » Graustark"]
    assert [r.rule for r in removed] == ["photo-credit", "advertisement"]


def test_the_gentle_strength_removes_no_more_than_the_full_one() -> None:
    for pair in pairs():
        lines = split_lines(pair.text)
        full, gentle = (clean(lines, SETTINGS, gentle=is_gentle)[1] for is_gentle in (False, True))
        sentences = {r.line for r in gentle if r.line.is_prose} - {r.line for r in full}
        assert not sentences, pair.name


PIECES = st.one_of(
    st.sampled_from([line for pair in pairs() for line in pair.text.split("\n")]),
    st.text(max_size=60),
    st.text(alphabet='aB .\n\u200b\u00a0\u00ad"\u201c\u2014()-,:\u2028\t\u2022\u00a9', max_size=40),
)
TEXTS = st.lists(PIECES, max_size=30).map("\n".join)


@given(TEXTS, st.booleans())
def test_cleaning_sorts_lines_and_changes_none(text: str, gentle: bool) -> None:
    lines = split_lines(text)
    kept, removed = clean(lines, SETTINGS, gentle=gentle)
    assert sorted([*kept, *(r.line for r in removed)], key=lambda line: line.start) == list(lines)
    assert list(kept) == sorted(kept, key=lambda line: line.start)
    assert [r.line for r in removed] == sorted((r.line for r in removed), key=lambda line: line.start)


@given(TEXTS)
def test_no_line_is_left_that_its_words_give_away(text: str) -> None:
    """What cleaning kept holds no furniture of one line, but for labels that stand alone between two sentences."""
    kept, _ = clean(split_lines(text), SETTINGS)
    spared = {row.name for row in single_table() if not row.between}
    for line in kept:
        assert not any(is_furniture(line) for name, is_furniture in single_rules() if name not in spared), line


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.file}: {pair.name}")
def test_cleaning_what_was_cleaned_loses_no_sentence(pair: Pair) -> None:
    kept, _ = clean(split_lines(pair.text), SETTINGS)
    again, _ = clean(kept, SETTINGS)
    assert [line for line in again if line.is_prose] == [line for line in kept if line.is_prose]


@given(TEXTS)
def test_cut_lines_are_slices_and_are_cut_once(text: str) -> None:
    lines = split_lines(text)
    kept, removed = cut_glued(text, lines)
    assert len(kept) == len(lines)
    pieces = sorted((line.start, line.end) for line in (*kept, *(r.line for r in removed)))
    assert all(a_end <= b_start for (_, a_end), (b_start, _) in pairwise(pieces))
    assert all(line.text and line.start < line.end for line in kept)


def _read_whole(text: str) -> object:
    kept, removed = clean(split_lines(text), SETTINGS)
    head = read_head(kept, removed)
    return read_body(text, head.body, removed, head.title)


MANY = {
    "sentences": "The ferry number {} ran aground off Zenda in thick fog.\n\n",
    "one sentence": "The ferry ran aground off Zenda in thick fog.\n\n",
    "copies": "The ferry {0} ran aground off Zenda.\n\nThe ferry {0} ran aground off Zenda.\n\n",
    "advertisements": "Advertisement\n\n",
    "comment boxes": "Leave a comment\n\n",
    "labels": "Related stories\n\nFerry number {} runs aground off Zenda\n\n",
    "counters": "{} of 900 |\n\nA ferry\n\n",
    "bios": "Ann Poe is a reporter in Strelsau.\n",
    "quotes": '"The ferry ran aground and ran aground."\n\n',
    "short": "ok {}\n",
    "capitals": "FERRY RUNS AGROUND OFF ZENDA IN FOG\n\nThe ferry ran aground off Zenda in fog.\n\n",
    "stamps": "March 3, 2031\n\nFerry runs aground\n\nMarch 3, 2031\n\n",
    "credits": "(Reporting by Ann Poe in Zenda)\n\n",
    "glued": "Image copyright AFP Image caption A ferry in dock The ferry ran aground off Zenda in fog.\n\n",
}


@pytest.mark.parametrize("kind", MANY)
def test_twice_the_lines_cost_twice_the_work(kind: str) -> None:
    def cost(count: int) -> int:
        text = "A Title Of Five Words\n\n" + "".join(MANY[kind].format(i) for i in range(count))
        return steps(lambda: _read_whole(text))

    cost(10)
    assert cost(600) < 2.3 * cost(300)


def test_many_glued_lines_cost_linear_work() -> None:
    def cost(count: int) -> int:
        text = MANY["glued"] * count
        lines = split_lines(text)
        return steps(lambda: cut_glued(text, lines))

    assert cost(400) < 2.2 * cost(200)


WORDS = (
    "by ", "a ", "share ", "read more ", "photo: ", "image caption ", "image source ", "home » ", "tags: ", "© 2031 ",
    "sign up for ", "(", "this photo ", "march 3, 2031 ", "10:15 gmt ", "#a ", "• ", "comments ", "x/", "copyright ",
    "advertisement ", "get the latest ", "follow us on x ", "you have read ", "- ", "1", "skip to content ", "a. ",
    "@a ", "published ", "posted 10:15 ", "home > ", "2031-03-03 ", "march 3, 2031 10:15 ",
    "all contents © ", "10:15 /", "10:15 am ", "4 min read ", "terms ", "x ", "poe ", "ann poe is a ",
)  # fmt: skip


@pytest.mark.timeout(20)
@pytest.mark.parametrize("word", WORDS)
def test_no_pattern_takes_long(word: str) -> None:
    """A line as long as patterns look at, of one word over and over, with an end that lets every match fail."""
    text = (word * LONGEST)[: LONGEST - 1].rstrip() + "\u00a7"
    line = Line(1, 1 + len(text), text, 0, 1, text.count(" ") + 1)
    start = time.process_time()
    for _, is_furniture in single_rules():
        is_furniture(line)
    for _, part in GLUED_RULES:
        part(text)
    assert time.process_time() - start < 0.5
