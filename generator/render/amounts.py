"""Numbers as readers see them beside the words of the article: "80 or more", "1.2 million", "15 to 20"."""

from __future__ import annotations

from generator.model import Figure

#: From this size on a number is told in words of thousands: value, word.
_WORDS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount(figure: Figure) -> str:
    """The number of a figure, or its bounds; empty where it has neither.

    >>> from generator.model import Figure
    >>> amount(Figure(start=0, end=1, text="x", rule="count", id="f", low=80, unit="soldier", paragraph=1))
    '80 or more'
    """
    low, high = figure.low, figure.high
    if figure.value is not None:
        return f"about {number(figure.value)}" if figure.rule.endswith("/about") else number(figure.value)
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    if low is not None:
        return f"{number(low)} or more"
    return f"{number(high)} or fewer" if high is not None else ""


def number(value: float) -> str:
    """A number in at most four places that count, thousands apart; nothing is rounded off that words can't hold.

    >>> [number(n) for n in (15, 12345, 1200000000, 2.5, 1234567, 1e20)]
    ['15', '12,345', '1.2 billion', '2.5', '1,234,567', '1e+20']
    """
    if abs(value) >= 1e15:
        return f"{value:.4g}" if abs(value) < 1e300 else ""
    for size, word in _WORDS:
        share = value / size
        if 1 <= abs(share) < 1000 and f"{share:.4g}" == f"{share:.12g}":
            return f"{share:.4g} {word}"
    return f"{int(value):,}" if value == int(value) else f"{value:,.6g}"
