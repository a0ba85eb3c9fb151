"""`frontdesk progress record`: part of a plate is enough, of a car that has left too (P3)."""

from typing import Any


def test_a_car_that_has_left(run: Any) -> None:
    for name, post in (("李四", "advisor"), ("赵敏", "supervisor")):
        assert run("staff", "add", name, "--post", post).code == 0
    for verb in ("arrive", "receive", "work-order"):
        assert run(verb, "苏B55555", "--by", "李四").code == 0
    ran = run("progress", "assign", "55555", "repair", "刘军", "--minutes", "9" * 20, "--by", "赵敏")
    assert (ran.code, "1 to 10000 minutes" in ran.err) == (1, True)
    assert run("progress", "assign", "55555", "repair", "刘军", "--by", "赵敏").code == 0
    ran = run("progress", "part", "55555", "oil filter", "--quantity", "9" * 20, "--by", "赵敏")
    assert (ran.code, "1 to 9999 of it" in ran.err) == (1, True)
    assert run("progress", "part", "55555", "oil filter", "--quantity", "2", "--by", "赵敏").code == 0
    assert run("leave", "苏B55555", "--anyway", "--by", "李四").code == 0
    said = run("progress", "record", "5555").out
    assert all(each in said for each in ("苏B·55555", "mechanical job", "刘军", "oil filter ×2"))
    (record,) = run("progress", "record", "5555", "--json").json["progress"]
    (job,) = record["jobs"]
    assert (job["kind"], job["technician"], job["started_at"]) == ("repair", "刘军", None)
    ran = run("progress", "record", "77777")
    assert (ran.code, "never in repair" in ran.err) == (1, True)
    ran = run("progress", "figures", "--days", "0")
    assert (ran.code, "1 or more" in ran.err) == (2, True)
