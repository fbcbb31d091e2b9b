"""The PDF says what the article says at the offsets printed beside it, whatever the article holds."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pypdf
import pytest
from hypothesis import given, settings

from generator.config import Settings
from generator.identity import text_hash
from generator.model import Brief, Paragraph, Quote, QuoteSpan, Slice
from generator.render.pdf import INSTALL, Press
from generator.render.publish import publish
from generator.render.shapes import BriefView
from generator.render.view import brief_view
from tests.sample_brief import SHA, TEXT, hostile_briefs, sample_brief

replace = msgspec.structs.replace
WHOLE = Settings(publish_share=1.0)


def view(brief: Brief, settings: Settings = WHOLE) -> BriefView:
    """What the PDF is made from."""
    return brief_view(publish(brief, settings), settings)


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """Fonts load once."""
    return Press("Strelsau Desk", tmp_path_factory.mktemp("pdf"))


def read(path: Path) -> tuple[pypdf.PdfReader, str]:
    """A PDF and its words without spaces and line breaks, which are the page's own."""
    reader = pypdf.PdfReader(io.BytesIO(path.read_bytes()))
    return reader, tight("".join(page.extract_text() for page in reader.pages))


def tight(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())


def made_of(text: str, **fields: object) -> Brief:
    """A brief of one paragraph and nothing else but what is given."""
    seed = sample_brief().seed
    paragraph = Paragraph(start=0, end=len(text), number=1)
    fields = {"paragraphs": (paragraph,)} | fields
    return Brief(id="f" * 12, seed=seed, text=text, text_sha256=text_hash(text), **fields)  # type: ignore[arg-type]


def whole_quote(text: str) -> Quote:
    """A text as one direct quote."""
    span = QuoteSpan(start=0, end=len(text), text=text, quoted=True)
    return Quote(
        id="q1",
        kind="direct",
        start=0,
        end=len(text),
        text=text,
        spans=(span,),
        paragraph=1,
        rule="model",
        confidence=0.9,
    )


def test_words_are_the_article_s_at_the_offsets_printed_beside_them(press: Press) -> None:
    _, words = read(press.print(view(sample_brief())))
    rows = re.findall(r"(?<=“)([^¶]*?)¶(\d)(\d+)–(\d+)model", words[words.index("QuoteSpeakerWhere") :])
    assert len(rows) == 2
    for cells, number, start, end in rows:
        article = re.split("[“”]", TEXT[int(start) : int(end)])
        assert tight(article[0]) == re.split("[“”]", cells)[0]
        paragraph = sample_brief().paragraphs[int(number) - 1]
        assert paragraph.start <= int(start) < paragraph.end
    for number, start, end in re.findall(r"¶(\d)(\d+)–(\d+)…?", words[words.index("Whereeachlinestands") :]):
        assert (int(start), int(end)) == (
            sample_brief().paragraphs[int(number) - 1].start,
            sample_brief().paragraphs[int(number) - 1].end,
        )


def test_every_slice_that_is_shown_is_there_letter_for_letter(press: Press) -> None:
    brief = sample_brief()
    _, words = read(press.print(view(brief)))
    slices: list[Slice | QuoteSpan | None] = [brief.title, brief.deck, brief.byline, brief.dateline]
    slices += [*brief.summary, *brief.claims, *brief.figures, *brief.events, *brief.credit]
    slices += [span for quote in brief.quotes for span in quote.spans]
    slices += [role for actor in brief.actors for role in actor.roles]
    for piece in slices:
        assert piece is not None
        assert tight(TEXT[piece.start : piece.end]) in words


def test_sections_stand_in_the_order_of_the_page(press: Press) -> None:
    reader, _ = read(press.print(view(sample_brief())))
    sections = [
        "Summary",
        "Who, what, when, where",
        "What is disputed",
        "Claims, as the article marks them",
        "Key actors",
        "Quotes",
        "Figures",
        "Timeline",
        "Sources",
        "Where each line stands",
    ]
    text = "\n".join(page.extract_text() for page in reader.pages)
    places = [text.index(f"\n{section}\n") for section in sections]
    assert places == sorted(places)


def test_states_of_a_speaker_are_told_apart(press: Press) -> None:
    _, words = read(press.print(view(sample_brief())))
    assert "she?perhapsFlaviaElphbergunsure:confidence0.30partlyquoted" in words
    assert "speakernotstatedreported" in words
    assert "InteriorMinisterFlaviaElphbergvia:toldRadioStrelsau" in words


def test_many_actors_take_rows_only_if_they_matter_speak_or_have_a_role(press: Press) -> None:
    brief = sample_brief()
    body = replace(brief.actors[2], kind="organization")
    crowd = [replace(body, id=f"a{n}", name=f"Guild{n}", rank=n, aliases=(f"G{n}",)) for n in range(4, 30)]
    town = replace(brief.actors[2], id="town", name="Town", rank=1, aliases=())
    _, words = read(press.print(view(replace(brief, actors=(town, *brief.actors, *crowd)))))
    assert "Guild10organizationG10" in words
    assert "Guild11(G11)·Guild12(G12)" in words
    assert "Alsonamed:Town·" in words
    late = replace(brief.actors[0], rank=99)
    _, words = read(press.print(view(replace(brief, actors=(*brief.actors[1:], *crowd, late)))))
    assert "FlaviaElphbergInteriorMinister¶2" in words


def test_an_empty_brief_says_what_is_missing(press: Press) -> None:
    reader, words = read(press.print(view(made_of("x"))))
    assert len(reader.pages) == 1
    for line in ("Untitledarticle(dam.txt)", "Datenotstated", "Nosummary:", "Thearticlenamesnobody.", "Noquotes:"):
        assert line in words
    assert "Disputedfigures" not in words
    assert "Claims,as" not in words


def test_it_is_tagged_titled_and_undated(press: Press) -> None:
    path = press.print(view(sample_brief()))
    reader, _ = read(path)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in path.read_bytes()
    assert reader.metadata is not None
    assert reader.metadata.title == "Strelsau Opens Dam Gates As Villages Wait"
    assert "/CreationDate" not in reader.metadata
    assert "/ModDate" not in reader.metadata
    assert b"CreateDate" not in path.read_bytes()
    assert float(reader.pages[0].mediabox.width) == pytest.approx(595.28, abs=0.01)


def test_links_go_to_paragraphs_and_to_the_original_alone(press: Press) -> None:
    reader, _ = read(press.print(view(sample_brief())))
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    addresses = {link["/A"]["/URI"] for link in links if "/A" in link and "/URI" in link["/A"]}
    assert addresses == {"https://news.example/dam?id=1&day=4"}
    assert len(links) > len(sample_brief().quotes)


def test_equal_views_give_equal_bytes_in_another_process(press: Press, tmp_path: Path) -> None:
    path = press.print(view(sample_brief()))
    code = (
        "from pathlib import Path; from tests.test_pdf import view, sample_brief, Press;"
        f"print(Press('Strelsau Desk', Path({str(tmp_path)!r})).print(view(sample_brief())))"
    )
    env = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "86400"}
    root = Path(__file__).parent.parent
    again = subprocess.run([sys.executable, "-c", code], cwd=root, env=env, capture_output=True, text=True, check=True)
    assert Path(again.stdout.strip()).read_bytes() == path.read_bytes()
    assert Path(again.stdout.strip()).name == path.name


def test_an_unchanged_view_is_not_set_again_and_a_changed_one_is(tmp_path: Path) -> None:
    press = Press("Desk", tmp_path / "cache")
    path = press.print(view(sample_brief()))
    path.write_bytes(b"kept")
    assert press.print(view(sample_brief())).read_bytes() == b"kept"
    other = press.print(view(replace(sample_brief(), outlet="Radio Zenda")))
    assert other != path
    assert other.read_bytes().startswith(b"%PDF")
    assert Press("Another Desk", tmp_path / "cache").print(view(sample_brief())) != path
    later = Press("Desk", tmp_path / "cache")
    later.print(view(sample_brief()))
    later.prune()
    assert list((tmp_path / "cache").iterdir()) == [path]


def test_a_project_s_own_template_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "pdf" / "brief.typ"
    own.parent.mkdir(parents=True)
    own.write_text('#set document(title: "Own", date: none)\nOwn #json(bytes(sys.inputs.brief)).heading')
    _, words = read(Press("Desk", tmp_path / "cache", tmp_path).print(view(sample_brief())))
    assert words.startswith("OwnStrelsau")


@settings(max_examples=min(settings.default.max_examples, 80))  # each takes up to a second
@given(hostile_briefs())
def test_hostile_text_is_set_and_stays_text(press: Press, brief: Brief) -> None:
    reader, words = read(press.print(view(brief)))
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert all(link["/A"].get("/S") == "/GoTo" for link in links if "/A" in link)
    for quote in brief.quotes:
        if quote.text.isascii() and quote.text.isprintable():
            assert tight(quote.text) in words


MARKUP = '#read("/etc/passwd") $x^2$ *b* _i_ `c` = h\\ @a <l> -- --- ... "q" \'s https://a.example // c /* d */ [e] ~f'


def test_markup_of_the_typesetter_is_printed(press: Press) -> None:
    piece = Slice(start=0, end=len(MARKUP), text=MARKUP, rule="lead")
    _, words = read(press.print(view(made_of(MARKUP, title=piece, summary=(piece,), quotes=(whole_quote(MARKUP),)))))
    assert words.count(tight(MARKUP)) == 4  # heading, summary, quote, evidence


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Зенда и Ελλάδα", "ЗендаиΕλλάδα"),
        ("prix: 5 € – «déjà» ½ ²", "prix:5€–«déjà»½²"),
        ("新聞 in Strelsau", "□□inStrelsau"),
        ("a 👩 b", "a□b"),
        ("a 👩\u200d🚒 b", "a□□b"),
        ('C:\\\U0001cf28 "\U0009fb3d', 'C:\\□"□'),
        ("a\ufeffb c\u00add e\u200bf", "abcdef"),
        ("a\x00b\x1b[31mc\u202ed\ud800e", "a�b�[31mc�d�e"),
        ("line\nbreak\ttab", "linebreaktab"),
    ],
)
def test_what_no_font_has_is_replaced_one_for_one(press: Press, text: str, printed: str) -> None:
    _, words = read(press.print(view(made_of(text, quotes=(whole_quote(text),)))))
    assert f"“{printed}”" in words
    assert ("□=notinthesefonts" in words) == ("□" in printed)


def test_thousands_of_characters_that_no_font_has_are_replaced_at_once(press: Press) -> None:
    text = "".join(chr(0x4E00 + number) + " " for number in range(2000))
    _, words = read(press.print(view(made_of(text, quotes=(whole_quote(text),)))))
    assert words.count("□") > 3500


def test_right_to_left_names_are_set(press: Press) -> None:
    actor = replace(sample_brief().actors[0], name="مرحبا", aliases=("שלום",))
    reader, words = read(press.print(view(replace(sample_brief(), actors=(actor,)))))
    assert "שלום" in words
    assert len(reader.pages) == 2


@pytest.mark.parametrize("length", [220, 5000])
def test_a_word_without_end_breaks_and_copies_whole(press: Press, length: int) -> None:
    word = "abcdefghij" * (length // 10)
    reader, words = read(press.print(view(made_of(word, quotes=(whole_quote(word),)))))
    lines = [line for page in reader.pages for line in page.extract_text().splitlines() if "defgh" in line]
    assert max(len(line) for line in lines) < 120
    assert sum(line.count("j") for line in lines) == 2 * length // 10
    assert length > 1000 or word in words


def test_nothing_of_a_quote_of_many_pages_is_cut_off(press: Press) -> None:
    text = " ".join(f"word{number}" for number in range(3000))
    reader, words = read(press.print(view(made_of(text, quotes=(whole_quote(text),)))))
    assert len(reader.pages) > 5
    assert all(f"word{number}" in words for number in range(3000))


def test_two_hundred_quotes_are_all_there(press: Press) -> None:
    text = " ".join(f"“Saying number {number}.”" for number in range(200))
    quotes = []
    for number in range(200):
        start = text.index(f"Saying number {number}.")
        end = start + len(f"Saying number {number}.")
        span = QuoteSpan(start=start, end=end, text=text[start:end], quoted=True)
        quotes.append(replace(whole_quote("x"), id=f"q{number}", start=start, end=end, text=span.text, spans=(span,)))
    _, words = read(press.print(view(made_of(text, quotes=tuple(quotes)))))
    assert all(f"“Sayingnumber{number}.”" in words for number in range(200))


def test_a_capped_brief_names_what_was_left_out(press: Press) -> None:
    capped = view(sample_brief(), Settings(publish_share=0.3))
    assert capped.omitted
    _, words = read(press.print(capped))
    assert tight(", ".join(capped.omitted)) in words
    assert "19villagesstoodunderwaterandthathelpcametoolate" not in words


def test_a_missing_typst_names_its_install_line() -> None:
    code = (
        "import sys; sys.modules['typst'] = None\n"
        "from pathlib import Path; from generator.render.pdf import Press\n"
        "from generator.errors import MissingPackage\n"
        "try: Press('x', Path('x'))\n"
        "except MissingPackage as error: print(error.message)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert INSTALL in said


def test_the_install_line_is_what_the_project_asks_for() -> None:
    project = (Path(__file__).parent.parent / "pyproject.toml").read_text()
    assert INSTALL.split("'")[1] in project


def test_sha_is_printed_short(press: Press) -> None:
    _, words = read(press.print(view(sample_brief())))
    assert f"sha256{SHA[:16]}…" in words
