"""The text of a page as runs: what stands between two borders of blocks, with the element that holds it.

The extractor gives text without its place. A run gives the place back: whatever the extractor chose is found again
among the runs, and rules can ask in what box it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from generator.formats.page.blocks import key, spaced

# Elements that browsers set as blocks: https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that show no words of the article.
SILENT = (
    "script", "style", "noscript", "template", "button", "svg", "math", "iframe", "object", "embed", "select",
    "textarea", "input", "audio", "video", "canvas",
)  # fmt: skip


@dataclass(slots=True)
class Run:
    """Words between two borders of blocks."""

    text: str
    element: HtmlElement
    """The innermost block around them."""
    plain: str
    """The words that are no links."""
    start: int = 0
    """Where its key starts among the keys of all runs."""
    key: str = field(default="")
    """As blocks.key."""

    @property
    def end(self) -> int:
        """Where its key ends."""
        return self.start + len(self.key)

    @property
    def linked(self) -> float:
        """Share of the letters that are links."""
        return 1 - len(key(self.plain)) / len(self.key) if self.key else 0.0

    @property
    def is_heading(self) -> bool:
        """True inside h1 to h6."""
        return self.element.tag in HEADINGS

    def around(self) -> Iterator[HtmlElement]:
        """The element and those around it, from the inside out."""
        yield self.element
        yield from self.element.iterancestors()


def read_runs(tree: HtmlElement) -> tuple[Run, ...]:
    """All runs in the body element of a page, in order."""
    reader = _Reader()
    body = tree.find("body")
    for event, element in () if body is None else etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            reader.open(element)
        else:
            reader.close(element)
    at = 0
    for run in reader.runs:
        run.start = at
        run.key = key(run.text)
        at = run.end
    return tuple(reader.runs)


class _Reader:
    """Collects words until a block starts or ends, or two line breaks follow each other."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._blocks: list[HtmlElement] = []
        self._words: list[str] = []
        self._plain: list[str] = []
        self._links = 0
        self._broken = False  # the last thing seen was a line break

    def open(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS:
            self._flush()
            self._blocks.append(element)
        elif element.tag == "br":
            if self._broken:
                self._flush()
            self._words.append(" ")
            self._broken = True
        elif element.tag == "a":
            self._links += 1
        self._add(element.text)

    def close(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS:
            self._flush()
            self._blocks.pop()
        elif element.tag == "a":
            self._links -= 1
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if not text.isspace():
            self._broken = False
        self._words.append(text)
        if not self._links:
            self._plain.append(text)

    def _flush(self) -> None:
        text = spaced("".join(self._words))
        if text and self._blocks:
            self.runs.append(Run(text, self._blocks[-1], spaced(" ".join(self._plain))))
        self._words, self._plain, self._broken = [], [], False
