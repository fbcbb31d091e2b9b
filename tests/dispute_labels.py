"""How many disputes are found, and how many of those found are right: in the labelled articles and in invented stories.

    python -m tests.dispute_labels [--misses] [--cache FOLDER]

The articles are those of tests/labels/figures.jsonl (see tests/figure_labels.py), the invented stories those of
tests/labels/made_disputes.md and made_disputes_report.md, one story an article or several; half of the stories have
nothing disputed. A dispute of an article is right if it holds both figures of a labelled pair; one of a story if it
holds the expected figures and no other. What a dispute within a brief says again over briefs counts once.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from generator import Brief, Briefer
from generator.edition.story_disputes import story_disputes
from generator.model import Figure
from tests import figure_labels
from tests.label_texts import HALVES, briefer, options, overlap, rows, seed, share
from tests.made_disputes import FILES, Case, Wanted, cases

Group = frozenset[tuple[int, str]]
"""(Index of the brief, Figure.id) of the figures of a dispute."""


def scored(case: Case, briefs: tuple[Brief, ...]) -> tuple[Counter[str], list[str]]:
    """Counts of an invented story, and its misses."""
    figures = {(number, figure.id): figure for number, brief in enumerate(briefs) for figure in brief.figures}
    groups = disputes_of(briefs)
    wanted = [_figure(briefs[want.article], want) for want in case.dispute]
    group = frozenset(
        (want.article, figure.id) for want, figure in zip(case.dispute, wanted, strict=True) if figure is not None
    )
    shown = [figure for figure in wanted if figure is not None]
    is_seen = len(group) == len(wanted) and group in groups
    count = Counter(asked=int(bool(wanted)), found=len(groups), right=0, seen=0)
    count["figures"], count["figures found"] = len(wanted), len(shown)
    count["figures framed"] = sum(figure.about is not None for figure in shown)
    misses = [
        f"no dispute: {[figures[key].text for key in sorted(found)]}"
        for found in groups
        if not wanted or found != group
    ]
    if wanted and is_seen:
        count["right"] = count["seen"] = 1
        count["speakers"] = len(wanted)
        for want, figure in zip(case.dispute, wanted, strict=True):
            assert figure is not None
            said_by = _said_by(briefs[want.article], figure)
            count["speakers right"] += want.speaker in said_by
            if want.speaker not in said_by:
                misses.append(f"speaker {sorted(said_by)} of {figure.text!r} is {want.speaker!r}")
    elif wanted:
        misses.append(f"dispute missed: {[(f.text, f.speaker and f.speaker.text, f.about) for f in shown]}")
    return count, misses


def disputes_of(briefs: tuple[Brief, ...]) -> list[Group]:
    """The disputes within briefs and over briefs; one that is a part of another is left out."""
    number_of = {brief.id: number for number, brief in enumerate(briefs)}
    within = [
        frozenset((number, brief.figures[index].id) for index in dispute.figures)
        for number, brief in enumerate(briefs)
        for dispute in brief.disputes
    ]
    over = [
        frozenset((number_of[brief_id], figure_id) for brief_id, figure_id in dispute.figures)
        for dispute in (story_disputes(briefs) if len(briefs) > 1 else ())
    ]
    return [*over, *(group for group in within if not any(group <= other for other in over))]


def _figure(brief: Brief, want: Wanted) -> Figure | None:
    """The figure that the words of a label hold."""
    span = want.start, want.end
    return max(
        (figure for figure in brief.figures if overlap(span, (figure.start, figure.end))),
        key=lambda figure: overlap(span, (figure.start, figure.end)),
        default=None,
    )


def _said_by(brief: Brief, figure: Figure) -> set[str]:
    """The names under which a figure's speaker may be labelled."""
    if figure.speaker is None:
        return {brief.outlet or "-"}
    actor = brief.actor(figure.speaker.actor)
    mentions = actor.mentions if actor else ()
    return {figure.speaker.text, figure.speaker.name, *(brief.text[m.start : m.end] for m in mentions)}


def _articles(made: Briefer, show: bool) -> dict[str, Counter[str]]:
    """Counts of the labelled articles by half."""
    counts = {half: Counter[str]() for half in HALVES}
    for row in rows("figures"):
        count, misses = figure_labels.scored(row, made.brief_seed(seed(row)))
        kept = Counter({name: count[f"disputes {name}"] for name in ("asked", "found", "right", "seen")})
        counts[row["half"]] += kept
        counts["whole"] += kept
        if show and row["half"] == "tune":
            print(*(f"{row['file']}: {miss}" for miss in misses if "dispute" in miss), sep="\n")
    return counts


def _stories(made: Briefer, show: bool) -> dict[str, Counter[str]]:
    """Counts of the invented stories by half."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for half in FILES:
        for case in cases(half):
            count, misses = scored(case, tuple(made.brief_seed(seed) for seed in case.seeds))
            kind = "one brief" if len(case.seeds) == 1 else "several briefs"
            for name in (half, "whole", f"{half} {kind}", f"whole {kind}"):
                counts[name] += count
            if show and half == "tune":
                print(*(f"{case.name}: {miss}\n" for miss in misses), sep="", end="")
    return counts


def _line(what: str, count: Counter[str]) -> str:
    line = f"{what:16} P {share(count['right'], count['found'])}, R {share(count['seen'], count['asked'])}"
    if not count["figures"]:
        return line
    found, framed = (share(count[f"figures {what}"], count["figures"]) for what in ("found", "framed"))
    line += f"; figures {found}, framed {framed}"
    return f"{line}, speakers {share(count['speakers right'], count['speakers'])}"


def all_of_them(made: Briefer) -> Counter[str]:
    """Counts over labelled articles and invented stories, both halves."""
    return _articles(made, False)["whole"] + _stories(made, False)["whole"]


def main() -> None:
    """Prints precision and recall by half; with --misses those of the half to tune on."""
    chosen = options(__doc__)
    made = briefer(chosen.cache)
    articles, stories = _articles(made, chosen.misses), _stories(made, chosen.misses)
    for half in HALVES:
        print(_line(f"{half} articles", articles[half]))
        print(_line(f"{half} stories", stories[half]))
        for kind in ("one brief", "several briefs"):
            print(_line(f"  {kind}", stories[f"{half} {kind}"]))
        print(_line(f"{half} both", articles[half] + stories[half]))


if __name__ == "__main__":
    main()
