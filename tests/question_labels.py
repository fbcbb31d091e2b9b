"""How well the five questions are answered, in the articles that were labelled: python -m tests.question_labels.

How to label (tests/labels/questions.jsonl; "answers" holds, for each question, [start, end) of every answer a desk
would take; a second mention in the same words need not be listed; an empty list: the text does not say):

- The main event is what the title tells; where the title is missing or a tease, what the deck or the first paragraphs
  tell. If those tell two (an announcement and the thing announced, a cause and what follows), both are right. A piece
  of advice, opinion or explanation tells what it says of its subject. Captions, notices and links do not count.
- who: who acts in it; of a passive clause the one it happens to, and the doer where named. The bare name, and the name
  with its role or apposition; the phrase in the title and in the text; of several, each and all together. No pronoun.
- what: its predicate from the verb (auxiliaries with it) to the last object, and the same up to the end of its clause.
  In a title without verb the noun phrase. With the subject too where that is a thing or the clause is short.
- when: dates of it (day, month, year, "this week", "last month") without preposition; with the time of day if said.
  Not the dateline, the date of publication, "recently", "in recent days", "now", what only names another event.
- where: places of it, small and large ("a Strelsau hotel", "Strelsau", "Ruritania"), without preposition; the place of
  a dateline if it happened there. Adjectives ("Ruritanian") and addresses of bodies that only speak are none.
- why: words for its cause, occasion or aim, with and without connective. how: means, manner, instrument, channel.

Score of an answer: F1 of its words with the best of the right answers; 0 where abstaining is right. Score of no
answer: 1 where abstaining is right, else 0. "given right" is the share of answers with a score of .5 or more.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

from generator import Brief
from generator.model import Question
from tests.label_texts import HALVES, Row, briefer, options, rows, seed, share

QUESTIONS: tuple[Question, ...] = get_args(Question)
WORD = re.compile(r"[^\W_]+")


def words(text: str) -> Counter[str]:
    """The words of a text, in lower case."""
    return Counter(WORD.findall(text.lower()))


def word_overlap(one: str, other: str) -> float:
    """F1 of the words of two texts."""
    mine, theirs = words(one), words(other)
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


def scored(row: Row, brief: Brief, question: Question) -> tuple[float, str | None, list[str]]:
    """Score of one question, the answer given, and the right ones."""
    right = [brief.text[start:end] for start, end in row["answers"][question]]
    given = next((answer.text for answer in brief.answers if answer.question == question), None)
    if given is None:
        return float(not right), None, right
    return max((word_overlap(given, one) for one in right), default=0.0), given, right


def main() -> None:
    """Prints the mean score of each question, and how far its answers can be trusted."""
    chosen = options(__doc__)
    made = briefer(chosen.cache)
    counts = {(question, half): Counter[str]() for question in QUESTIONS for half in HALVES}
    totals = dict.fromkeys(counts, 0.0)
    for row in rows("questions"):
        brief = made.brief_seed(seed(row))
        for question in QUESTIONS:
            score, given, right = scored(row, brief, question)
            for half in (row["half"], "whole"):
                totals[question, half] += score
                count = counts[question, half]
                count["texts"] += 1
                count["given"] += given is not None
                count["given right"] += given is not None and score >= 0.5
                count["silent right"] += given is None and not right
                count["silent wrong"] += given is None and bool(right)
            if chosen.misses and row["half"] == "tune" and score < 0.8:
                print(f"{row['file']} {question} {score:.2f}: {given!r} for {right}")
    for (question, half), count in counts.items():
        print(f"{question:5} {half:6} overlap {totals[question, half] / max(1, count['texts']):.3f};", end=" ")
        print(f"given right {share(count['given right'], count['given'])};", end=" ")
        print(f"silent {count['silent right']} right, {count['silent wrong']} wrong")


if __name__ == "__main__":
    main()
