"""Numbers as readers see them beside the words of the article: "at least 80", "1.2 million", "15 to 20"."""

from __future__ import annotations

from generator.model import Figure
from generator.render.messages import Messages

#: From this size on a number is told in words of thousands: value, message.
_WORDS = ((1e12, "number.trillion"), (1e9, "number.billion"), (1e6, "number.million"))


def amount(figure: Figure, say: Messages) -> str:
    """The number of a figure, or its bounds; empty where it has neither.

    >>> from generator.model import Figure
    >>> amount(Figure(start=0, end=1, text="x", rule="count", id="f", low=80, unit="soldier", paragraph=1), Messages())
    'at least 80'
    """
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        return say("number.span", low=number(low, say), high=number(high, say))
    if low is not None and high is None:
        return say("number.at_least", n=number(low, say))
    if high is not None and low is None:
        return say("number.at_most", n=number(high, say))
    told = low if figure.value is None else figure.value
    if told is None:
        return ""
    return say("number.about", n=number(told, say)) if figure.rule.endswith("/about") else number(told, say)


def number(value: float, say: Messages) -> str:
    """A number in at most four places that count, thousands apart; nothing is rounded off that words can't hold.

    >>> [number(n, Messages()) for n in (15, 12345, 1200000000, 2.5, 1234567, 1e20)]
    ['15', '12,345', '1.2 billion', '2.5', '1,234,567', '1e+20']
    """
    if abs(value) >= 1e15:
        return say.number(f"{value:.4g}") if abs(value) < 1e300 else ""
    for size, word in _WORDS:
        share = value / size
        if 1 <= abs(share) < 1000 and f"{share:.4g}" == f"{share:.12g}":
            return say.counted(word, share, say.number(f"{share:.4g}"))
    return say.number(f"{int(value):,}" if value == int(value) else f"{value:,.6g}")
