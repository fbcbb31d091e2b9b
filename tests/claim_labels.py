"""Our own labels of claims: statements that an article itself marks as unproven or contested.

    python -m tests.claim_labels [--misses] [--cache FOLDER]

How claims are labelled (title, deck, subheads and body; not inside quotation marks, captions or links):

- An item is the word that marks ("marker"), the "kind", the statement marked ("scope", null where no words of it stand
  in the sentence) and who makes it ("speaker": the subject of the marker, or whom the clause is from, as in "allegedly
  fired, police said"; null if nobody; absent where the marker stands in what somebody says of other things). One item
  a marker, again if it comes again.
- "alleged": claim and allege with a statement, noun or verb; alleged, allegedly; accuse and accusation of a deed;
  purported. "suspected" of a thing or deed is alleged or unverified: either is right.
- "unverified": reportedly, "is said to", "is reported to", unconfirmed, "could not verify", speculated.
- "without_evidence": without offering evidence, offered no evidence, unfounded. It is the one item asked for although
  the same statement is "claimed" as well (that marker is open).
- "denied": deny, "denial" with what is denied, reject a rumour or an accusation. The allegation that is denied is open.
- "unclear": it is not (immediately) clear, known, certain; unknown, undetermined, a mystery, hard to tell, with what is
  not known; "disputed" of a fact is unclear or denied: either is right.
- None: according to, says, argues, suggests, insists, warns; charged with, convicted, "the suspect"; may, might,
  appears, probably; denied entry, bail or a request; a claim to land, asylum, a title; "did not deny".
- Open: nouns without their statement ("these allegations"), "blamed for", "pleaded not guilty", "is thought to",
  believed, apparently, possibly; dismissed, disagree; "claimed responsibility"; too early to say; "the accused".

All items of every text are labelled; a second reader labelled a third (tests/agreement.py). Rows without items are
texts read to the end that have none.
"""

from __future__ import annotations

from collections import Counter

from generator import Brief
from tests.label_texts import (
    HALVES,
    Row,
    Span,
    asked,
    briefer,
    is_said_by,
    kept,
    not_asked,
    options,
    overlap,
    paired,
    rates,
    rows,
    seed,
    share,
)

#: A scope is held if so much of it is in the statement; a statement is tight if so much of both is shared.
HELD, TIGHT = 0.9, 0.5


def scored(row: Row, brief: Brief) -> tuple[Counter[str], list[str]]:
    """Counts of a text, and its misses."""
    count: Counter[str] = Counter()
    misses: list[str] = []
    items, found = row["items"], kept(row, brief.claims)
    spans = [(claim.marker.start, claim.marker.end) for claim in found]
    pairs = paired(items, spans, lambda item, one: found[one].kind in items[item]["kind"])
    ignored = not_asked(items, spans, pairs)
    count["asked"] = len(asked(items))
    count["found"] = len(found) - len(ignored)
    for item, one, right in pairs:
        label, claim = items[item], found[one]
        if label.get("open"):
            continue
        count["right"] += right
        if not right:
            misses.append(f"{claim.kind} for {label['kind']}: {_around(brief.text, *spans[one])}")
            continue
        if label["scope"]:
            count["scoped"] += 1
            share_of, tight = _scope((claim.start, claim.end), tuple(label["scope"]))
            count["scope right"] += share_of > 0
            count["scope held"] += share_of >= HELD
            count["scope tight"] += tight >= TIGHT
            if share_of < HELD:
                misses.append(f"scope {claim.text!r}: {_around(brief.text, *label['scope'])}")
        if "speaker" not in label:
            continue
        count["said"] += 1
        said = is_said_by(brief, claim.speaker, label["speaker"])
        count["said right"] += said
        if not said:
            name = claim.speaker.text if claim.speaker else None
            misses.append(f"speaker {name!r}: {_around(brief.text, *spans[one])}")
    seen = {item for item, _, _ in pairs}
    misses += [
        f"missed {label['kind']}: {_around(brief.text, label['start'], label['end'])}"
        for item, label in enumerate(items)
        if item not in seen and not label.get("open")
    ]
    paired_found = {one for _, one, _ in pairs} | ignored
    misses += [
        f"false {claim.kind}: {_around(brief.text, *spans[one])}"
        for one, claim in enumerate(found)
        if one not in paired_found
    ]
    return count, misses


def _scope(found: Span, wanted: Span) -> tuple[float, float]:
    """How much of the wanted words was found, and how much of all words of both they share."""
    shared = overlap(found, wanted)
    lengths = (found[1] - found[0]) + (wanted[1] - wanted[0])
    return shared / (wanted[1] - wanted[0]), shared / (lengths - shared)


def _around(text: str, start: int, end: int) -> str:
    return repr(f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 30]}")


def main() -> None:
    """Prints how many claims, scopes and speakers are right; with --misses those of the half to tune on."""
    chosen = options(__doc__)
    made = briefer(chosen.cache)
    counts = {half: Counter[str]() for half in HALVES}
    for row in rows("claims"):
        count, misses = scored(row, made.brief_seed(seed(row)))
        counts[row["half"]] += count
        counts["whole"] += count
        if chosen.misses and row["half"] == "tune":
            print(*(f"{row['file']}: {miss}" for miss in misses), sep="\n")
    for half, count in counts.items():
        print(f"{half:6} claims {rates(count)}; of those right: scope", end=" ")
        print(f"{share(count['scope right'], count['scoped'])}, speaker {share(count['said right'], count['said'])}")
        print(f"       scopes held to nine tenths {share(count['scope held'], count['scoped'])}", end="; ")
        print(f"with no more than as many words again {share(count['scope tight'], count['scoped'])}")


if __name__ == "__main__":
    main()
