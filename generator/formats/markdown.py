"""`.md`: an article in Markdown, with front matter; the text is what a reader of the rendered page sees."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.front_matter import front_matter_plugin

from generator.config import Settings
from generator.decode import decode
from generator.formats import Draft
from generator.formats.compose import Piece, compose
from generator.formats.front_matter import read_block
from generator.formats.repair import repair
from generator.model import Metadata, Notice

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_WORDS = frozenset({"text", "text_special", "code_inline"})


def read_markdown(data: bytes, name: str, settings: Settings) -> Draft:
    """Renders Markdown to plain text: links are their words; pictures, code blocks and HTML are dropped."""
    source, decoding = decode(data, name)
    source, repairs = repair(source, entities=False)
    tokens = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).parse(source)
    metadata, notices = Metadata(), tuple[Notice, ...]()
    pieces: list[Piece] = []
    cells: list[str] = []
    for i, token in enumerate(tokens):
        if token.type == "front_matter":
            metadata, notices = read_block(token.content, name, settings)
        elif token.type == "inline":
            above = tokens[i - 1].type
            words = _words(token)
            if above in ("th_open", "td_open"):
                cells.append(words)
            else:
                pieces.append(Piece("heading" if above == "heading_open" else "paragraph", words))
        elif token.type == "tr_close":
            pieces.append(Piece("paragraph", " | ".join(cells)))
            cells = []
    text, parts = compose(pieces)
    return Draft(text=text, metadata=metadata, warnings=(*decoding, *repairs, *notices), parts=parts)


def _words(token: Token) -> str:
    """The words of a paragraph or heading, without its markup."""
    shown = "".join(
        child.content if child.type in _WORDS else _BREAKS.get(child.type, "") for child in token.children or ()
    )
    return "\n".join(line.strip() for line in shown.split("\n")).strip()
