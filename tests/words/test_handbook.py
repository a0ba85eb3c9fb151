"""The handbook: the same pages in both languages, the screen's own words in it, and Chinese broken as it may be."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from babel.messages import pofile
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from written_pages import MARK, WRITERS
from written_pages import page as written

from frontdesk.words import i18n
from frontdesk.words.breaking import breaks
from frontdesk.words.handbook import pages
from frontdesk.words.handbook.markdown import THEME, PageMarkdown
from frontdesk.words.handbook.pages import PAGES, TOPICS

EVERY_PAGE = [
    pytest.param(language, topic, id=f"{language}-{topic}") for language in i18n.LANGUAGES for topic in TOPICS
]


@pytest.fixture(autouse=True)
def english_afterwards(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "en")  # put back at the end: `use` changes it
    yield
    i18n.use("en")


def by_hand(language: str, topic: str) -> str:
    return (PAGES / language / f"{topic}.md").read_text(encoding="utf-8").partition(MARK)[0]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_page_is_there_and_no_other(language: str) -> None:
    assert sorted(file.stem for file in (PAGES / language).iterdir()) == sorted(TOPICS)
    i18n.use(language)
    titles = [page.title for page in pages.pages()]
    assert len(set(titles)) == len(titles)
    assert all(titles)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_page_is_named_on_the_first(language: str) -> None:
    named = re.findall(r"`(?:frontdesk handbook )?(\w+)`", by_hand(language, "start"))
    assert set(TOPICS) - {"start"} <= set(named)


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_have_the_same_headings_in_number(topic: str) -> None:
    """Nobody reads less because of their language."""
    of_each = [re.findall(r"^#+ ", by_hand(language, topic), re.MULTILINE) for language in i18n.LANGUAGES]
    assert abs(len(of_each[0]) - len(of_each[1])) <= 1


@pytest.mark.parametrize(("language", "topic"), EVERY_PAGE)
def test_a_page_that_is_named_is_there(language: str, topic: str) -> None:
    text = by_hand(language, topic)
    named = re.findall(r"`frontdesk handbook (\w+)`", text)
    named += re.findall(r"(?:见|看|on the page|[Ss]ee|is in) `(\w+)`", text)
    assert set(named) <= set(TOPICS)


@pytest.mark.parametrize(("language", "topic"), EVERY_PAGE)
def test_words_in_quotation_marks_stand_on_the_screen_exactly_so(language: str, topic: str) -> None:
    with (i18n.LOCALES / "zh" / "LC_MESSAGES" / "frontdesk.po").open("rb") as file:
        catalogue = pofile.read_po(file, "zh", "frontdesk")
    said = [str(message.string if language == "zh" else message.id) for message in catalogue if message.id]
    quoted = re.findall(r"“([^”]+)”", by_hand(language, topic))
    assert [words for words in quoted if not any(words in each for each in said)] == []


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("topic", WRITERS)
def test_what_the_program_wrote_is_what_it_would_write_now(topic: str, language: str) -> None:
    text = (PAGES / language / f"{topic}.md").read_text(encoding="utf-8")
    assert text.partition(f"{MARK}\n")[2] == written(topic, language), "python -m tests.support.written_pages"


@pytest.mark.parametrize("width", [40, 72, 80])
@pytest.mark.parametrize(("language", "topic"), EVERY_PAGE)
def test_every_page_fits_the_terminal(language: str, topic: str, width: int) -> None:
    i18n.use(language)
    console = Console(file=None, theme=THEME, width=width, record=True, quiet=True)
    rows = console.render_lines(PageMarkdown(pages.page(topic).text), pad=False)
    wide = ["".join(segment.text for segment in row) for row in rows]
    assert [row for row in wide if cell_len(row) > width] == []


def test_chinese_fills_its_lines() -> None:
    """Rich alone puts a run of Chinese onto the next line whole, and leaves a gap."""
    text = "按 F6。" + "预检区里的车达到这么多就是超量" * 6
    console = Console(theme=THEME, width=40)
    rows = console.render_lines(PageMarkdown(text), pad=False)
    lengths = [cell_len("".join(segment.text for segment in row)) for row in rows]
    assert min(lengths[:-1]) >= 39


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("到店这么久，就算", 10, ["到店这么", "久，就算"]),  # no line begins with a comma
        ("车牌 苏A12345 到店", 10, ["车牌 ", "苏A12345 ", "到店"]),
        ("one two three", 7, ["one two ", "three"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("写着“超量”", 6, ["写着", "“超量”"]),
        ("", 5, [""]),
    ],
)
def test_where_a_line_ends(text: str, width: int, rows: list[str]) -> None:
    ends = [0, *breaks(text, width), len(text)]
    assert [text[begin:end] for begin, end in pairwise(ends)] == rows


@given(st.text("ab1，。“”（）中文 ", max_size=60), st.integers(2, 30))
def test_nothing_is_lost_and_everything_fits(text: str, width: int) -> None:
    ends = [0, *breaks(text, width), len(text)]
    rows = [text[begin:end] for begin, end in pairwise(ends)]
    assert "".join(rows) == text
    assert all(cell_len(row.rstrip()) <= width for row in rows)


def test_the_guide_for_developers_is_beside_the_program() -> None:
    assert (Path(PAGES).parent / "ARCHITECTURE.md").is_file()
