"""Text of a page -> one tree, without what shows nothing. No network, no entities, no markup out of scripts."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from generator.formats.page.runs import SILENT

# Words for screen readers only, beside those that everyone sees: "opens in a new window".
_UNSEEN = re.compile(r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden|is-vishidden|offscreen)(?:\s|$)")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")  # an encoding that is named is not that of our bytes


def parse(html: str) -> HtmlElement | None:
    """The tree of a page; None if there is none."""
    bare = _CONTROL.sub("", html)
    declaration = _DECLARATION.match(bare)
    bare = bare[declaration.end() :] if declaration else bare
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(bare.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    for element in tree.iter():
        if element.text and _CONTROL.search(element.text):
            element.text = _CONTROL.sub("", element.text)
        if element.tail and _CONTROL.search(element.tail):
            element.tail = _CONTROL.sub("", element.tail)
    return tree


def prune(tree: HtmlElement) -> HtmlElement:
    """Takes out of the tree what no reader sees; the words behind it stay."""
    for element in list(tree.iter(*SILENT)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter("span", "p", "div", "a", "h1", "h2", "h3")):
        if element.getparent() is not None and _UNSEEN.search(element.get("class") or ""):
            element.drop_tree()
    return tree


def linked_data(tree: HtmlElement) -> list[str]:
    """The scripts in which the page tells machines what it is."""
    return [script.text or "" for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()]
