"""What else is known of a case: what was corrected, the same customer's others, the crowding its visit met."""

from typing import Any


def case(run: Any) -> Any:
    return run("complaints", "show", "1", "--json").json


def test_what_was_registered_is_corrected(team: Any, refused: Any) -> None:
    amend = ("complaints", "amend", 1, "--by", "李四")
    team("arrive", "A54321")
    ran = team(*amend, "--nature", "dispute", "--kind", "价格", "--customer", "陈先生", "--phone", "13800138000",
               "--plate", "A54321", "--wants", "退款", "--operation", "k")  # fmt: skip
    assert (ran.code, ran.out) == (0, "苏A·54321 · complaint corrected · No. 1 · 10:00\n")
    found = case(team)
    assert [found[key] for key in ("nature", "kind", "customer", "phone", "plate", "wants")] == [
        "dispute", "price", "陈先生", "138****8000", "苏A54321", "退款",
    ]  # fmt: skip
    assert [visit["received"] for visit in found["visits"]] == [None]
    assert found["words"] == "刹车失灵"
    assert team(*amend, "--nature", "inquiry", "--operation", "k").out == ran.out
    assert refused(*amend, "--kind", "price") == "Nothing of complaint No. 1 would change."
    assert refused(*amend) == "Nothing of complaint No. 1 would change."
    assert "“ask him” is not a phone number." in refused(*amend, "--phone", "ask him")
    assert "“storm” is not known here. Possible: service, " in refused(*amend, "--kind", "storm")
    assert "QQ1 does not look like a plate" in refused(*amend, "--plate", "QQ1")
    assert "QQ1 is an unusual plate; it was kept." in team(*amend, "--plate", "QQ1", "--unusual").err
    assert team(*amend, "--plate", "5432").code == 0
    assert case(team)["plate"] == "苏A54321"
    assert team(*amend, "--plate", "", "--customer", "").code == 0
    assert (case(team)["plate"], case(team)["customer"], case(team)["visits"]) == (None, "", [])


def test_other_cases_of_the_same_customer(team: Any) -> None:
    team("complaints", "add", "--words", "又漏油", "--plate", "A12345", "--kind", "product")
    assert case(team)["related"] == [2]
    shown = team("complaints", "show", 1).out.splitlines()
    at = shown.index("other cases of the same customer")
    assert shown[at + 1] == "  No. 2 · complaint · product quality · ordinary · registered · received 10:00"


def test_the_crowding_its_visit_met(run: Any, crowd: Any) -> None:
    run("act", "1", "divert", "--by", "王芳")
    run("complaints", "add", "--words", "等太久", "--plate", "A12341")
    (crowding,) = case(run)["crowdings"]
    assert (crowding["id"], crowding["kind"], crowding["acted_by"], crowding["action"]) == (
        1, "over_count", "王芳", "divert",
    )  # fmt: skip
    shown = run("complaints", "show", 1).out.splitlines()
    line = shown[shown.index("crowding during the visit") + 1]
    assert line.startswith("  No. 1 · over-count · crossed 09:59 · stands for 0:0")
    assert line.endswith("王芳 acted: divert: temporary parking, lounge, call ticket")
