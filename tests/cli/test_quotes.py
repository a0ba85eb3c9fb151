"""`frontdesk quotes`: what a script is told, and the paper (Q8)."""

import json
from pathlib import Path
from typing import Any


def test_given_listed_and_printed(run: Any, home: Path) -> None:
    run("staff", "add", "赵敏", "--post", "advisor")
    run("complaints", "add", "--words", "离合打滑", "--by", "赵敏")
    about = ("quotes", "add", "--case", "1", "--until", "2 weeks", "--by", "赵敏")
    asked = ("--asked", "<b>换</b>离合", "--line", "离合总泵 300-500", "--line", "工时 200")
    assert [run(*about, *asked, "--operation", "q1").code for _ in range(2)] == [0, 0]
    (quote,) = run("quotes", "list", "--case", "1", "--json").json["quotes"]
    assert (quote["total_min"], quote["total_max"], quote["state"], quote["matter"]) == (500, 700, "valid", None)
    assert quote["lines"][0] == {"what": "离合总泵", "min": 300, "max": 500}
    ran = run(*about, "--asked", "换", "--line", "泵 5", "--operation", "q1", "--json")
    assert json.loads(ran.out)["error"] == "operation_used"
    ran = run(*about, "--asked", "换", "--line", "泵", "--json")
    assert json.loads(ran.out)["error"] == "quote_line"
    assert run("quotes", "print", "1", home / "q.html", "--language", "zh").code == 0
    page = (home / "q.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;换&lt;/b&gt;离合" in page
    assert "<td>合计</td><td>500–700 元</td>" in page
