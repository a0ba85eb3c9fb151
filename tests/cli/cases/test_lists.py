"""Channels and kinds of cases are the store's list: shipped entries in both languages, and own words (C1, C4)."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import GOOD, cases


@pytest.fixture
def policy(run: Any, home: Path) -> Any:
    """Load a policy of a few lines."""

    def load(*lines: str) -> Any:
        file = home / "policy.toml"
        file.write_text("\n".join(lines), encoding="utf-8")
        return run("policy", "load", file)

    return load


@pytest.mark.parametrize(
    ("channel", "key"),
    [
        ("传真", "fax"), ("fax", "fax"), ("转办", "passed_on"), ("Passed on by others", "passed_on"),
        ("厂家热线", "maker"),
        ("Maker's hotline", "maker"), ("企业微信", "wecom"), ("12315", "authority"), ("12315/12345", "authority"),
        ("汽车之家", "platform"), ("黑猫投诉", "platform"), ("信件", "letter"), ("letter", "letter"), ("电话", "phone"),
    ],
)  # fmt: skip
def test_a_table_reads_channels_in_either_language(run: Any, table: Any, channel: str, key: str) -> None:
    assert run("complaints", "import", table(GOOD.replace("phone", channel))).code == 0
    assert cases(run)[0]["channel"] == key


@pytest.mark.parametrize(
    ("kind", "key"),
    [("返修", "repair"), ("维修质量（返修）", "repair"), ("repair quality (rework)", "repair"), ("配件", "parts"),
     ("保险", "insurance"), ("insurance", "insurance"), ("销售承诺", "promise"), ("服务", "service")],
)  # fmt: skip
def test_kinds_by_key_or_word(run: Any, add: Any, kind: str, key: str) -> None:
    add("返修三次", "--kind", kind)
    assert cases(run)[0]["kind"] == key


def test_an_entry_of_the_stores_own_is_its_own_word(run: Any, add: Any, refused: Any, policy: Any) -> None:
    assert policy('channels = ["电话", "门店群", "fax"]', 'kinds = ["service", "二手车"]').code == 0
    shown = run("policy", "show", "--json").json
    # 电话 is what comes with the program, and no second entry.
    assert (shown["channels"], shown["kinds"]) == (["phone", "门店群", "fax"], ["service", "二手车"])
    add("买贵了", "--channel", "门店群", "--kind", "二手车")
    add("没人接电话")
    assert [(case["channel"], case["kind"]) for case in cases(run)] == [("门店群", "二手车"), ("phone", "service")]
    assert "门店群" in run("complaints", "show", "1", "--language", "en").out
    assert "“person” is not known here. Possible: phone, 门店群, fax." in refused(
        "complaints", "add", "--words", "x", "--channel", "person"
    )
    assert "Possible: service, 二手车." in refused("complaints", "amend", "1", "--kind", "price")


def test_an_entry_in_use_is_not_lost(run: Any, add: Any, policy: Any, home: Path) -> None:
    add("传真来的", "--channel", "fax")
    ran = policy('channels = ["phone"]')
    assert (ran.code, ran.err) == (
        1, "channels: “fax” stays in the list, 1 cases are on record under it. Put it back: fax.\n",
    )  # fmt: skip
    assert policy('channels = ["phone", "fax"]').code == 0
    assert policy('kinds = ["price"]').code == 1


@pytest.mark.parametrize("entries", ["[]", '[""]', '["群", " 群"]', '["a", "A"]', f'["{"长" * 21}"]'])
def test_what_is_no_list(policy: Any, entries: str) -> None:
    assert "is not right" in policy(f"channels = {entries}").err
