"""`frontdesk handbook`: a page, the list of pages, a search."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from frontdesk.words.handbook.pages import PAGES, TOPICS


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_is_shown_as_it_is_written(run: Any, language: str) -> None:
    ran = run("handbook", "guard", "--language", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (PAGES / language / "guard.md").read_text(encoding="utf-8")


def test_without_a_topic_there_is_the_first_page_and_the_list(run: Any) -> None:
    said = run("handbook").out
    assert said.startswith("# Handbook")
    assert all(f"| `{topic}` |" in said for topic in TOPICS)


def test_the_marks_of_the_program_are_not_shown(run: Any) -> None:
    assert "<!--" not in run("handbook", "policy").out


@pytest.mark.parametrize("asked", ["reception", "Reception", "Reception desk", " reception desk "])
def test_a_page_is_found_by_its_title_too(run: Any, asked: str) -> None:
    assert run("handbook", asked, "--json").json["topic"] == "reception"


def test_in_chinese_by_its_chinese_title(run: Any) -> None:
    answer = run("handbook", "接待台", "--language", "zh", "--json").json
    assert (answer["topic"], answer["title"], answer["language"]) == ("reception", "接待台", "zh")


def test_a_page_that_is_not_there(run: Any, refused: Any) -> None:
    said = refused("handbook", "cars")
    assert said.startswith("The handbook has no page “cars”. It has start, guard, ")
    ran = run("handbook", "汽车", "--language", "zh", "--json")
    assert ran.code == 1
    assert json.loads(ran.out)["error"] == "no_page"
    assert ran.err.startswith("手册里没有“汽车”这一页。")


def test_words_are_found_with_their_page_and_heading(run: Any) -> None:
    found = run("handbook", "--search", "Deputy", "--json").json["found"]
    assert {"guard", "manager", "escalations"} <= {each["topic"] for each in found}
    assert all("deputy" in each["line"].casefold() for each in found)
    assert {each["topic"] for each in run("handbook", "guard", "--search", "deputy", "--json").json["found"]} == {
        "guard"
    }
    said = run("handbook", "--search", "叫号牌", "--language", "zh").out
    assert "reception · 接待台 · 休息室\n" in said
    assert run("handbook", "--search", "飞碟", "--language", "zh").out == "手册里没有“飞碟”。\n"


def test_it_needs_neither_settings_nor_a_database(run: Any, config: Path, database: Path) -> None:
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("langauge = 1\n")
    assert run("handbook", "guard").code == 0
    assert not database.exists()


@pytest.mark.parametrize(("lines", "paged"), [(400, False), (20, True)])
def test_in_a_terminal_it_is_laid_out_and_paged_where_it_does_not_fit(
    run: Any, capsys: Any, monkeypatch: pytest.MonkeyPatch, lines: int, paged: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("pydoc.pager", lambda text: asked.append(os.environ["LESSCHARSET"]))
    monkeypatch.setenv("LESSCHARSET", "")
    monkeypatch.delenv("LESSCHARSET")
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", str(lines))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run("handbook", "guard").code == 0
    # The pager would ask the language of the machine, which may not be installed there.
    assert asked == (["utf-8"] if paged else [])
