"""Our own labels of figures: numbers with what they count, who says them, and which do not agree.

    python -m tests.figure_labels [--misses] [--cache FOLDER]

How figures are labelled (title, deck, subheads and body; no captions, credits, advertisements, links to other texts):

- A figure is a number with what it counts: "15 missiles", "at least 80 sailors", "dozens", "half of the voters",
  "40 percent", "$1.2 billion". So are durations ("for 31 years", "every 30 minutes"), measures, votes, a crowd
  ("Attendance: 12,000"), a range ("12 to 18 hours": one figure), a number whose noun stands elsewhere ("licensed for
  140") and "two governments".
- None: ages in any form, dates, years, times, "two weeks ago" and other words that date, scores, ordinals, ranks,
  levels, addresses, phone numbers, list numbers, names ("9/11", "F-16", "COVID-19", "FTSE 100"), "one of", "twice".
- Open: a number in a compound before its noun ("six-month", "14-story"), unless money or percent; "a" and "one" as
  articles ("an hour", "one witness"); "past 20 years"; a value repeated in another measure in brackets ("(31 miles)");
  names of coins and notes; "1 in 10"; "a mother of four"; "the two of us"; idle talk ("two weeks or five weeks").
- The number: "value" as said; "low" for at least, over, more than, "10,000+"; "high" for up to, under, no more than,
  "cannot exceed"; both for a range. "about" is a value said with about, some, around, roughly, estimated, nearly or
  almost, also a fraction in words: value or a bound may carry it. Nothing for "dozens", "thousands", "several dozen".
- The unit is the singular of the noun counted, without what qualifies it; several where readers may differ (the noun
  of a fraction; "person" for those killed). A percentage counts "percent", money its coin, with the ISO code only
  where the sign or the paper's country leaves no doubt (a plain "$" in a paper of Canada: not judged).
- The speaker is the mention that the text says the number is from: who says, writes, shows, finds; the last word
  before or behind it if a quote goes on. null where the reporter states it. Absent where that is doubtful.
- A pair of "disputes": two figures of one text about the same thing that cannot both be true, whoever says them; also
  where the article itself says which is wrong. No pair: other times, rounding, other subsets, what would have been.

All items of every text are labelled; a second reader labelled a third (tests/agreement.py).
"""

from __future__ import annotations

from collections import Counter

from generator import Brief
from generator.model import Figure
from tests.label_texts import (
    HALVES,
    Row,
    asked,
    briefer,
    is_said_by,
    kept,
    not_asked,
    options,
    paired,
    rates,
    rows,
    seed,
    share,
)

SAME = {"people": "person", "persons": "person", "per cent": "percent", "%": "percent", "percentage": "percent"}
CENTS = 100


def has_number(label: Row, figure: Figure) -> bool:
    """True if the figure has the labelled value or bounds."""
    scale = CENTS if "cent" in label["unit"] and figure.unit == "dollar" else 1
    if "about" in label:
        return any(_same(label["about"] / scale, number) for number in (figure.value, figure.low, figure.high))
    if "low" in label or "high" in label:
        return all(
            _same(label[name] / scale, getattr(figure, name)) if name in label else getattr(figure, name) is None
            for name in ("low", "high")
        )
    return figure.value is None if "value" not in label else _same(label["value"] / scale, figure.value)


def _same(wanted: float, number: float | None) -> bool:
    return number is not None and abs(wanted - number) <= abs(wanted) * 1e-3


def has_unit(label: Row, figure: Figure) -> bool:
    """True if the figure counts what is labelled."""
    unit = figure.unit.casefold()
    names = {SAME.get(name, name) for name in (unit, unit.split()[-1] if unit.split() else unit)}
    wanted = {name.casefold() for name in label["unit"]} | ({"dollar"} if "cent" in label["unit"] else set())
    return bool(names & wanted)


def scored(row: Row, brief: Brief) -> tuple[Counter[str], list[str]]:
    """Counts of a text, and its misses."""
    count: Counter[str] = Counter()
    misses: list[str] = []
    text, items, found = brief.text, row["items"], kept(row, brief.figures)
    spans = [(figure.start, figure.end) for figure in found]
    pairs = paired(
        items,
        spans,
        lambda item, one: has_number(items[item], found[one]) and has_unit(items[item], found[one]),
    )
    count["asked"] = len(asked(items))
    ignored = not_asked(items, spans, pairs)
    count["found"] = len(found) - len(ignored)
    of_label: dict[int, Figure] = {}
    for item, one, right in pairs:
        label, figure = items[item], found[one]
        of_label[item] = figure
        if label.get("open"):
            continue
        count["right"] += right
        count["overlapping"] += 1
        if "currency" in label:
            count["money"] += 1
            count["money right"] += label["currency"] == figure.currency
        if not right:
            said = (figure.value, figure.low, figure.high, figure.unit, figure.currency)
            misses.append(f"wrong {said}: {_around(text, label)}")
        if "speaker" in label:
            kind = "said" if label["speaker"] else "stated"
            ok = is_said_by(brief, figure.speaker, label["speaker"])
            count[kind] += 1
            count[f"{kind} right"] += ok
            if not ok:
                misses.append(f"speaker {figure.speaker and figure.speaker.text!r}: {_around(text, label)}")
    missed = [label for item, label in enumerate(items) if item not in of_label and not label.get("open")]
    misses += [f"missed: {_around(text, label)}" for label in missed]
    paired_found = {one for _, one, _ in pairs} | ignored
    misses += [f"false {f.value, f.unit}: {f.text!r}" for one, f in enumerate(found) if one not in paired_found]
    disputes, more = _score_disputes(row, brief, of_label)
    return count + disputes, misses + more


def _score_disputes(row: Row, brief: Brief, of_label: dict[int, Figure]) -> tuple[Counter[str], list[str]]:
    """A dispute is right if it holds both figures of a labelled pair."""
    count: Counter[str] = Counter()
    groups = [{brief.figures[index].id for index in dispute.figures} for dispute in brief.disputes]
    wanted = [{of_label[item].id for item in pair if item in of_label} for pair in row["disputes"]]
    hits = [[len(pair) > 1 and pair <= group for pair in wanted] for group in groups]
    seen = [any(hit[at] for hit in hits) for at in range(len(wanted))]
    count["disputes asked"] = len(wanted)
    count["disputes found"] = len(groups)
    count["disputes right"] = sum(any(hit) for hit in hits)
    count["disputes seen"] = sum(seen)
    misses = [f"dispute missed: {pair}" for pair, is_seen in zip(row["disputes"], seen, strict=True) if not is_seen]
    for dispute, hit in zip(brief.disputes, hits, strict=True):
        if not any(hit):
            misses.append(f"no dispute: {[brief.figures[index].text for index in dispute.figures]}")
    return count, misses


def _around(text: str, label: Row) -> str:
    return repr(text[max(0, label["start"] - 30) : label["end"] + 30])


def main() -> None:
    """Prints how many figures, speakers and disputes are right; with --misses those of the half to tune on."""
    chosen = options(__doc__)
    made = briefer(chosen.cache)
    counts = {half: Counter[str]() for half in HALVES}
    for row in rows("figures"):
        count, misses = scored(row, made.brief_seed(seed(row)))
        counts[row["half"]] += count
        counts["whole"] += count
        if chosen.misses and row["half"] == "tune":
            print(*(f"{row['file']}: {miss}" for miss in misses), sep="\n")
    for half, count in counts.items():
        said, stated = count["said"], count["stated"]
        print(f"{half:6} figures {rates(count)}; overlapping {share(count['overlapping'], count['asked'])}", end="")
        print(f", currency {share(count['money right'], count['money'])}")
        print(f"{half:6} attribution {share(count['said right'] + count['stated right'], said + stated)}", end="")
        print(
            f": said by somebody {share(count['said right'], said)}, by nobody {share(count['stated right'], stated)}"
        )
        print(f"{half:6} disputes P {share(count['disputes right'], count['disputes found'])}", end="")
        print(f", R {share(count['disputes seen'], count['disputes asked'])}")


if __name__ == "__main__":
    main()
