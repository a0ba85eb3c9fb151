"""`frontdesk incidents news`, `investigate`, `assess`, `hazard`, `car`, `print`: what a script is told (8.1)."""

import json
from pathlib import Path
from typing import Any


def refused(ran: Any) -> str:
    assert ran.code == 1, ran.out
    return str(json.loads(ran.out)["error"])


def test_from_the_news_to_the_report(run: Any, home: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    run("arrive", "苏AD88321", "--by", "王芳")
    run("incidents", "report", "equipment", "zone", "--words", "<i>举升机</i>漏油", "--by", "王芳")
    run("incidents", "command", "1", "--by", "王芳")
    by = ("--by", "王芳", "--json")
    write = ("incidents", "news", "1", "public", "--text", "今日暂停", *by)
    assert [run(*write, "--operation", "n1").code for _ in range(2)] == [0, 0]
    assert refused(run("incidents", "news", "1", "public", "--send", *by)) == "unsigned_news"
    assert run("incidents", "news", "1", "public", "--sign", "1", *by).code == 0
    assert run("incidents", "news", "1", "public", "--send", *by).code == 0
    assert refused(run("incidents", "investigate", "1", "--cause", "x", "--responsible", "无", "--loss", "1", *by)) == (
        "incident_not_over"
    )
    assert refused(run("incidents", "car", "1", "d8832", "damaged", *by)) == "car_check_words"
    assert run("incidents", "car", "1", "d8832", "fit", *by).code == 0
    found = run("incidents", "aftermath", "1", "--json").json
    (news,) = found["news"]
    assert (news["signed"], bool(news["sent_at"]), news["version"]) == (True, True, 1)
    assert [each["result"] for each in found["cars"]] == ["fit"]
    for language in ("zh", "en"):
        assert run("incidents", "print", "1", home / f"{language}.html", "--language", language).code == 0
        page = (home / f"{language}.html").read_text(encoding="utf-8")
        assert "今日暂停" in page
        assert "<i>举升机" not in page
    assert run("incidents", "aftermath", "1", "--language", "zh").out.count("第 1 版") == 1
