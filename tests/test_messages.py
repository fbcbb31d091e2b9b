"""What newsbrief itself says: whole in every language, all of it asked for, and nowhere written into a template."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import jinja2
import pytest
from babel import Locale
from jinja2 import nodes

from generator.config import Message
from generator.credit.cues import CUES, VERBS
from generator.credit.notices import NOTICES
from generator.errors import BuildError
from generator.model.article import SourceKind
from generator.model.brief import ActorKind, ClaimKind, Question, QuoteKind, RoleStatus
from generator.paths import templates
from generator.render.amounts import number
from generator.render.catalogues import of_packages, shipped, slots
from generator.render.dates import date_view
from generator.render.joins import BECAUSE
from generator.render.messages import Messages
from tests.conftest import ROOT

ENGLISH = of_packages("en")
TEMPLATES = templates()
JINJA = sorted(path for folder in ("site", "overrides") for path in (TEMPLATES / folder).rglob("*") if path.is_file())
SCRIPTS = sorted((TEMPLATES / "assets").glob("*.js"))
ASKING = ("t", "bold", "plain")
"""What templates call to say something."""
WORD = re.compile(r"[^\W\d_]{2,}")
VALUES = ("page", "true", "article", "website")
"""Of aria-current and og:type."""
MACHINES = r'<meta (?:http-equiv|name="(?:viewport|color-scheme|robots|twitter:card)")[^>]*>'
"""What no reader reads."""
NAMED = ("DOMContentLoaded", "Enter", "Escape", "NFKD")
"""Events, keys, a form of Unicode."""
WORDS = re.compile(r"^[A-Z]|[^\W\d_]{2,} [^\W\d_]{2,}")
"""A text that looks like words for readers: it begins with a capital letter or has two words."""


def texts(message: Message) -> list[str]:
    return [message] if isinstance(message, str) else list(message.values())


def parsed(path: Path) -> nodes.Template:
    return jinja2.Environment().parse(path.read_text(encoding="utf-8"))


def asked() -> Iterator[tuple[str, bool, set[str]]]:
    """Each message that a template names: its name or the group of it, whether it is whole, the slots it is given."""
    for path in JINJA:
        for call in parsed(path).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ASKING:
                given = {keyword.key for keyword in call.kwargs}
                for const in call.args[0].find_all(nodes.Const) if not isinstance(call.args[0], nodes.Const) else ():
                    if "." in str(const.value):
                        yield str(const.value), not isinstance(call.args[0], nodes.Concat), given
                if isinstance(call.args[0], nodes.Const):
                    yield call.args[0].value, True, given
        for call in parsed(path).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "word":
                yield f"{call.args[0].as_const()}.", False, set()
    for name, group in re.findall(r't\("([\w.-]+?)(\.?)"', (TEMPLATES / "pdf" / "brief.typ").read_text("utf-8")):
        yield name + group, not group, set(slots(ENGLISH.get(name, "")))


@pytest.mark.parametrize("language", shipped())
def test_every_language_says_everything_with_the_same_slots_and_its_own_plural_forms(language: str) -> None:
    messages = of_packages(language)
    assert list(messages) == list(ENGLISH)
    forms = {*Locale.parse(language).plural_form.tags, "other"}
    for name, message in messages.items():
        assert slots(message) == slots(ENGLISH[name]), name
        assert isinstance(message, str) == isinstance(ENGLISH[name], str), name
        assert isinstance(message, str) or set(message) == forms, name
        assert all(text.strip() == text != "" for text in texts(message)), name
        assert not any(re.search(r"[<>&]|{[^a-z]|}}", text) for text in texts(message)), name


def test_german_is_one_of_the_languages() -> None:
    assert shipped() == ["de", "en"]


def test_templates_ask_for_messages_that_are_there_and_fill_their_slots() -> None:
    for name, whole, given in asked():
        wanted = [name] if whole else [known for known in ENGLISH if known.startswith(name)]
        assert wanted, name
        for known in wanted:
            assert known in ENGLISH
            assert given >= slots(ENGLISH[known]), known


def test_every_message_is_asked_for() -> None:
    code = "".join(p.read_text("utf-8") for p in (ROOT / "generator" / "render").glob("*.py") if p.name != "frame.py")
    overrides = "".join(p.read_text("utf-8") for p in (TEMPLATES / "overrides").rglob("*.html"))
    script = "".join(path.read_text("utf-8") for path in SCRIPTS if path.name.startswith("search"))
    mkdocs = (ROOT / "mkdocs.yml").read_text("utf-8")
    known = {name for name, whole, _ in asked() if whole}
    groups = {name for name, whole, _ in asked() if not whole}
    typst = (TEMPLATES / "pdf" / "brief.typ").read_text("utf-8")
    for name, message in ENGLISH.items():
        group, _, last = name.partition(".")
        said = name in known or any(map(name.startswith, groups)) or f'"{name}"' in code + typst
        said |= f'"{group}.{{' in code or f'say.word("{group}", ' in code  # f"month.{month}"
        said |= group == "frame" and f"label.{last} " in overrides
        if group in ("frame", "nav"):
            said |= re.search(rf"(?:- |: ){re.escape(str(message))}[:}}\n]", mkdocs) is not None
        if group == "search_script":
            said |= re.search(rf'WORDS\.{last}\b|"{last}"', script) is not None or last in get_args(ActorKind)
        assert said, name


KINDS = [
    ("kind", {*get_args(ActorKind), *get_args(SourceKind)}),
    ("kind_heading", {*get_args(ActorKind), *get_args(SourceKind)}),
    ("kind_plural", {*get_args(ActorKind)}),
    ("claim", {*get_args(ClaimKind)}),
    ("status", {*get_args(RoleStatus)} - {"current"}),
    ("because", {name for name, _ in BECAUSE}),
]


@pytest.mark.parametrize(("group", "values"), KINDS)
def test_what_a_brief_may_hold_has_a_word(group: str, values: set[str]) -> None:
    assert {name.partition(".")[2] for name in ENGLISH if name.startswith(f"{group}.")} == values


def test_wordings_questions_and_roles_have_a_word() -> None:
    roles = {role for row in (*CUES, *VERBS) for role in row.roles} | {row.role for row in NOTICES}
    wanted = {f"role.{role}" for role in roles | {"byline", "additional_reporting"} if role != "source"}
    wanted |= {f"wording.{kind}" for kind in get_args(QuoteKind)} | {f"question.{word}" for word in get_args(Question)}
    assert wanted <= set(ENGLISH)


def bare_words(source: str) -> list[str]:
    """Words of a template outside of tags, expressions, comments and code, and in attributes that readers read."""
    source = re.sub(r"\A(.*?)---\n.*?---\n", r"\1", source, flags=re.DOTALL)  # front matter: keys of YAML
    tokens = jinja2.Environment().lex(source)
    text = "".join(value if kind == "data" else " " for _, kind, value in tokens)
    text = re.sub(MACHINES, " ", text)
    read = re.findall(r'(?:aria-label|title|placeholder|alt|data-l|content)="([^"]*)"', text)
    text = re.sub(r'<code>.*?</code>|<[^<>]*>| lang="[^"]*"|{ #[^{}]*}|&\w+;', " ", text, flags=re.DOTALL)
    return WORD.findall(" ".join([text, *read]))


def printed(node: nodes.Node) -> Iterator[str]:
    """Texts that a template prints as they stand in its expressions."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr | nodes.Concat | nodes.Or | nodes.And | nodes.Output):
        for part in node.iter_child_nodes(exclude=("test",)):
            yield from printed(part)


@pytest.mark.parametrize("path", JINJA, ids=lambda path: path.name)
def test_no_template_of_the_site_holds_words_of_its_own(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert bare_words(source) == []
    tree = parsed(path)
    outputs = [text for output in tree.find_all(nodes.Output) for text in printed(output)]
    assert [text for text in outputs if WORD.search(text) and not text.startswith("nb-") and text not in VALUES] == []
    consts = [const.value for const in tree.find_all(nodes.Const) if isinstance(const.value, str)]
    assert [text for text in consts if WORDS.search(text) and not text.startswith("'self'")] == []


def test_a_word_in_a_template_is_found() -> None:
    assert bare_words('{# Not this #}<p aria-label="Loud">{{ t("a.b") }} Said</p> {{ "x" }}') == ["Said", "Loud"]


def typst_words(source: str) -> list[str]:
    """Words that a template of the PDF sets as they stand: in content, headings and strings that look like words."""
    source = re.sub(r"(?<![:\"])//.*", "", source)
    strings = re.findall(r'"((?:[^"\\]|\\.)*)"', source)
    found = [text for text in strings if WORDS.search(text)]
    source = re.sub(r'"(?:[^"\\]|\\.)*"', "", source)
    while pair := re.search(r"\[([^\[\](){}]*)\]|\([^\[\](){}]*\)|\{[^\[\](){}]*\}", source):
        found += _set(pair[1] or "")
        source = f"{source[: pair.start()]}\1{source[pair.end() :]}"
    return found + _set(re.sub(r"(?m)^#.*", "", source))


def _set(content: str) -> list[str]:
    code = r"#(?:if|for|show|set)\b[^\1]*\1+(?:\s*else(?: if[^\1]*)?\s*\1+)*|#let\b.*|#[\w.-]+\1*"
    return re.findall(r"[^\W\d_]{2,}", re.sub(code.replace(r"\1", "\1"), " ", content))


def test_the_template_of_the_pdf_holds_no_words_of_its_own() -> None:
    words = typst_words((TEMPLATES / "pdf" / "brief.typ").read_text("utf-8"))
    assert [word for word in words if word != "Libertinus Serif"] == []
    assert typst_words('#if a.b() == 1 [= Loud #t("x.y")#if c [said #d.e]]') == ["said", "Loud"]
    assert typst_words('#small("Not stated")\n= Heading') == ["Not stated", "Heading"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_holds_words_of_its_own(path: Path) -> None:
    source = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)
    literals = [found[0] or found[1] for found in re.findall(r'"([^"\n]*)"|`([^`]*)`', source)]
    words = [re.sub(r"\$\{[^{}]*\}", "", text) for text in literals if not text.startswith(("nb-", ".", "("))]
    assert [text for text in words if WORDS.search(text) and text not in NAMED] == []


def test_values_go_through_the_door_and_markup_stays() -> None:
    say = Messages()
    hostile = "<b>\x07{n} & co</b>\n"
    assert str(say.markup("brief.also", names=hostile)) == "also &lt;b&gt;\ufffd{n} &amp; co&lt;/b&gt;&#10;"
    assert say("brief.also", names=hostile) == f"also {hostile}"
    assert str(say.bold("count.quotes", n=1)) == "<b>1</b> quote"
    with pytest.raises(BuildError, match=r"brief\.also is not given its 'names'"):
        say("brief.also")
    with pytest.raises(ValueError, match="null"):
        say.markup("brief.also", names=None)


def test_numbers_and_dates_are_those_of_the_language() -> None:
    say = Messages("de")
    assert [number(n, say) for n in (12345, 2.5, 1e6, 1.2e6)] == ["12.345", "2,5", "1 Million", "1,2 Millionen"]
    assert [date_view(text, say).long for text in ("2026-03-12", "2026-03", "--03-12")] == [
        "12. März 2026",
        "März 2026",
        "12. März",
    ]
    assert date_view("2026-09-12", say).short == "12. Sept. 2026"
    assert (say.country("FR"), Messages().country("FR"), say.country("")) == ("Frankreich", "France", "")


def test_a_kind_of_a_language_says_what_that_language_says() -> None:
    say = Messages("de-AT", {"count.quotes": {"one": "{n} Wort", "other": "{n} Worte"}})
    assert say("brief.summary") == "Zusammenfassung"
    assert say("count.quotes", n=2) == "2 Worte"


def test_plural_forms_are_those_of_the_language() -> None:
    polish = {"one": "{n} cytat", "few": "{n} cytaty", "many": "{n} cytatów", "other": "{n} cytatu"}
    say = Messages("pl", {"count.quotes": polish})
    assert [say("count.quotes", n=n) for n in (1, 3, 5, 22)] == ["1 cytat", "3 cytaty", "5 cytatów", "22 cytaty"]
    assert say("count.briefs", n=3) == "3 briefs"  # not said in Polish
