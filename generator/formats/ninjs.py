"""ninjs, the IPTC's news in JSON, 1.x to 3.x -> Fields.

Source: https://iptc.org/std/ninjs/userguide/. Names of version 3 are those of version 2 with capitals inside
(`pubStatus`, `contentType`), so capitals do not count here.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.formats.fields import Fields

_PLAIN, _MARKED = ("text/plain",), ("application/xhtml+xml", "text/html")
_BODY_KEYS = ("body_xhtml", "body_html", "body_text")
"""Version 1, the ones that keep the paragraphs first."""
_DATES = ("contentcreated", "firstcreated", "versioncreated")
_NOT_USABLE = ("withheld", "canceled")


def article_in_ninjs(record: dict[str, object]) -> Fields | None:
    """What a ninjs item says; None if the record is none, or holds no text."""
    item = {key.casefold(): value for key, value in record.items()}
    body = _body(item)
    if not body or not ({"uri", "guid", "standard", "bodies", "pubstatus"} & item.keys()):
        return None
    return Fields(
        title=_string(item.get("headline")) or _main(item.get("headlines")),
        deck=_string(item.get("description_text")) or _main(item.get("descriptions")),
        byline=_string(item.get("byline")) or _string(item.get("by")),
        body=body,
        metadata={
            "published": next((day for key in _DATES if (day := _string(item.get(key)))), None),
            "url": next((url for key in ("uri", "url") if (url := _string(item.get(key))).startswith("http")), None),
            "outlet": _main(item.get("infosources"), "name") or _string(item.get("copyrightholder")) or None,
            "language": _string(item.get("language")) or None,
            "embargo": _string(item.get("embargoed")) or None,
            "hold": _string(item.get("pubstatus")).casefold() in _NOT_USABLE,
        },
    )


def _body(item: dict[str, object]) -> str:
    for kinds in (_MARKED, _PLAIN, ("",)):
        for entry in _items(item.get("bodies")):
            kind = _string(entry.get("contenttype")).casefold().split(";")[0].strip()
            if kind in kinds and _string(entry.get("value")):
                return _string(entry["value"])
    return next((body for key in _BODY_KEYS if (body := _string(item.get(key)))), "")


def _main(values: object, key: str = "value") -> str:
    """The entry whose role is "main", else the first."""
    found = [item for item in _items(values) if _string(item.get(key))]
    found.sort(key=lambda item: _string(item.get("role")) != "main")
    return _string(found[0][key]) if found else ""


def _items(values: object) -> Iterator[dict[str, object]]:
    for value in values if isinstance(values, list) else ():
        if isinstance(value, dict):
            yield {str(key).casefold(): inner for key, inner in value.items()}


def _string(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
