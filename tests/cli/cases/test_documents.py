"""`frontdesk complaints print`: the form for quality and the closing report, as pages to print (C5, C9, C10)."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from private import is_private

from frontdesk.domain.values.clock import HOUR, ManualClock

HOSTILE = [
    "<script>alert(1)</script>", "{{7*7}}", "{% include 'form.html.j2' %}", "</td></table><h1>x", '" onload="x',
    "&lt;b&gt;", "\u202eevil\u202c", "[/b]", "<!--", "]]>", "{{ self.__init__ }}",
]  # fmt: skip


class Page(HTMLParser):
    """What a page says, and the tags it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attributes}
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1:] != ["style"]:
            self.texts.append(data.strip())


TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "dl", "div", "dt", "dd", "table",
    "thead", "tbody", "tr", "th", "td", "section", "br", "footer",
}  # fmt: skip


@pytest.fixture
def printed(run: Any, machine: ManualClock, tmp_path: Path) -> Any:
    run("staff", "add", "王芳", "--post", "manager")

    def print_one(document: str, *more: str) -> Page:
        path = tmp_path / f"{document}{len(list(tmp_path.iterdir()))}.html"
        ran = run("complaints", "print", 1, document, path, *more)
        assert ran.code == 0, ran.err
        return Page(path.read_text(encoding="utf-8"))

    return print_one


def add(run: Any, words: str = "刹车失灵", *more: str) -> None:
    said = (f"--words={words}", "--phone", "13800138000", "--plate", "A12345", f"--customer={words[:60]}")
    assert run("complaints", "add", *said, *more).code == 0


def step(run: Any, name: str, *more: object) -> None:
    assert run("complaints", "step", 1, name, *more, "--by", "王芳").code == 0


def test_the_form_before_and_after_quality_answered(run: Any, printed: Any) -> None:
    add(run, "刹车失灵\n很危险", "--severity", "major", "--wants", "换车", "--nature", "dispute")
    empty = printed("form")
    assert empty.texts.count("Complaint form for the quality department") == 1
    assert {"No. 1", "2026-05-29 10:00", "138****8000", "苏A·12345", "major", "dispute", "换车"} <= set(empty.texts)
    assert "刹车失灵\n很危险" in empty.texts
    step(run, "to_quality", "--note", "为什么？")
    asked = printed("form")
    assert {"为什么？", "2026-05-29 10:00 王芳 · answer due 2026-06-01 18:00"} <= set(asked.texts)
    step(run, "quality", "--note", "换泵", "--investigation", "漏油", "--analysis", "老化", "--measure", "复检")
    answered = printed("form")
    texts = answered.texts
    assert [texts[texts.index(name) + 1] for name in (
        "question to quality", "what was found", "why it came to it", "what keeps it from coming back",
        "quality's written answer",
    )] == ["为什么？", "漏油", "老化", "复检", "换泵"]  # fmt: skip
    assert {"handed over by", "quality department", "passed on to the customer by"} <= set(texts)


def test_an_open_field_has_room_to_write(run: Any, printed: Any, tmp_path: Path) -> None:
    add(run)
    printed("form")
    text = next(tmp_path.glob("form*.html")).read_text(encoding="utf-8")
    assert text.count('<div class="text room"></div>') == 5


def test_the_report(run: Any, printed: Any, machine: ManualClock) -> None:
    add(run)
    draft = printed("report")
    assert "Closing report (draft: the case is not closed)" in draft.texts
    step(run, "to_quality", "--note", "为什么？")
    step(run, "answer", "--note", "马上处理", "--spoken")
    machine.at += 9 * HOUR
    step(run, "promise", "--until", "2026-06-02", "--note", "免费更换")
    step(
        run, "close_anyway", "--note", "客户失联", "--cause", "批次缺陷", "--measures", "换泵", "--improvement", "复检"
    )
    report = printed("report")
    texts = report.texts
    assert "Closing report" in texts
    assert {"handler", "customer", "head of the outlet", "signature, date", "printed 2026-05-29 19:00"} <= set(texts)
    assert {"met 2026-05-29 10:00", "promised “免费更换”", "owed no longer since 2026-05-29 19:00"} <= set(texts)
    assert "马上处理\nspoken, to be written up" in texts
    assert [texts[texts.index(name) + 1] for name in (
        "the cause", "the measures taken", "the result", "what is improved",
    )] == ["批次缺陷", "换泵", "客户失联", "复检"]  # fmt: skip
    assert "为什么？\n2026-05-29 10:00 王芳" in texts


def test_what_was_late_says_so(run: Any, printed: Any, machine: ManualClock) -> None:
    add(run)
    machine.at += 9 * HOUR
    step(run, "answer", "--note", "x")
    assert "met 2026-05-29 19:00 · late" in printed("report").texts


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_somebody_wrote_stays_text(run: Any, printed: Any, text: str) -> None:
    add(run, text, f"--wants={text}")
    step(run, "assign", f"--note={text}")
    step(run, "to_quality", f"--note={text}")
    step(run, "quality", *(f"--{name}={text}" for name in ("note", "investigation", "analysis", "measure")))
    step(run, "pass_on")
    step(run, "promise", f"--note={text}", "--until", "2026-06-02")
    step(run, "close_anyway", *(f"--{name}={text}" for name in ("note", "cause", "measures", "result", "improvement")))
    said = text.strip("\u202e\u202c")
    for document, count in (("form", 9), ("report", 15)):
        page = printed(document)
        assert page.tags <= TAGS
        assert page.attributes <= {"lang", "charset", "http-equiv", "content", "class"}
        assert sum(said in each for each in page.texts) >= count
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", "".join(page.texts))
        assert "49" not in page.texts


def test_it_is_whole_in_itself_and_private(run: Any, printed: Any, tmp_path: Path) -> None:
    add(run)
    for document in ("form", "report"):
        printed(document)
    for path in tmp_path.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "size: A4" in text
        assert not re.search(r"https?://|src=|href=|url\(|@import", text)
        assert "13800138000" not in text
        assert is_private(path)


def test_in_chinese(run: Any, printed: Any, tmp_path: Path) -> None:
    add(run, "漏油", "--severity", "major")
    page = printed("report", "--language", "zh")
    assert {"重大", "电话", "已登记", "时限", "首次答复"} <= set(page.texts)
    assert 'lang="zh-CN"' in next(tmp_path.glob("report*.html")).read_text(encoding="utf-8")


def test_a_drill_says_so_and_a_store_its_name(run: Any, printed: Any, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('store_name = "<江南店>"\n', encoding="utf-8")
    run("policy", "load", policy)
    add(run, "漏油", "--drill")
    assert {"drill", "<江南店>"} <= set(printed("form").texts)


def test_what_is_refused(run: Any, printed: Any, refused: Any, tmp_path: Path) -> None:
    add(run)
    command = ("complaints", "print", 1, "form")
    assert "Right would be a name that ends in .html." in refused(*command, tmp_path / "form.pdf")
    taken = tmp_path / "taken.html"
    taken.write_text("mine")
    assert refused(*command, taken) == f"{taken} exists already. Choose another name."
    assert taken.read_text() == "mine"
    assert "There is no folder" in refused(*command, tmp_path / "none" / "form.html")
    assert refused("complaints", "print", 9, "form", tmp_path / "x.html") == "There is no complaint No. 9."
    assert [path.name for path in tmp_path.glob("*.html")] == ["taken.html"]


def test_for_a_script(run: Any, printed: Any, tmp_path: Path) -> None:
    add(run)
    answer = run("complaints", "print", 1, "report", tmp_path / "r.HTML", "--json").json
    assert answer == {"done": "print", "number": 1, "document": "report", "file": str(tmp_path / "r.HTML")}


def test_of_a_case_that_was_opened_again_the_report_is_a_draft(run: Any, printed: Any, tmp_path: Path) -> None:
    add(run)
    for step in ("answer", "resolve", "confirm"):
        run("complaints", "step", 1, step, "--note", "x")
    run("complaints", "step", 1, "close", "--cause", "人手不足")
    assert {"Closing report", "人手不足"} <= set(printed("report").texts)
    for path in tmp_path.glob("report*.html"):
        path.unlink()
    run("complaints", "step", 1, "reopen", "--note", "客户不满意")
    page = printed("report")
    assert "Closing report (draft: the case is not closed)" in page.texts
    earlier = next(text for text in page.texts if text.startswith("earlier closing report"))
    # What it was closed with is there, as what it was.
    assert "人手不足" in page.texts[page.texts.index(earlier) :]
    assert "人手不足" not in page.texts[page.texts.index("the cause", page.texts.index("人手不足")) :]


@pytest.mark.parametrize("document", ["form", "report"])
def test_a_printed_page_carries_the_end_of_the_chain_that_doctor_takes(run: Any, printed: Any, document: str) -> None:
    add(run)
    end = re.search(r"chain of events: (\d+-[0-9a-f]{16})", " ".join(printed(document).texts))
    assert end is not None
    add(run, "异响")
    assert "noted in the log and in backups: 1. All agree." in run("doctor", "--end", end[1]).out
    assert "the events were rewritten" in run("doctor", "--end", end[1].replace("-", "-0000")[: len(end[1])]).out
