"""What head office gets, however often it is sent, cut off or restored: each event once, in order, and proved."""

from contextlib import closing
from pathlib import Path
from typing import Any

import door
import pytest

from data.engine.connection import connect
from frontdesk.domain.values.clock import HOUR, ManualClock

Run = Any


def log_of(database: Path) -> list[tuple[int, str]]:
    with closing(connect(database)) as connection:
        return list(connection.execute("select seq, hash from events order by seq"))


def known(office: door.Door) -> list[tuple[int, str]]:
    return [(event["seq"], event["hash"]) for event in office.log]


@pytest.mark.parametrize("answers", [[], ["503", "cut"], ["", "lost", "", "cut"], ["", "cut", "", "503", "", "cut"]])
def test_whatever_becomes_of_an_answer_all_is_known_once(
    joined: Run, office: door.Door, database: Path, answers: list[str]
) -> None:
    office.behaves = list(answers)
    codes: list[int] = []
    while office.behaves or not codes or codes[-1] != 0:
        codes.append(joined("group", "send").code)
    assert codes[:-1] == [1] * (len(codes) - 1)
    assert known(office) == log_of(database)
    assert joined("staff", "add", "赵敏", "--post", "advisor").code == 0
    last = len(log_of(database))
    assert joined("group", "send").out == f"Head office knows everything up to event {last}.\n"
    assert known(office) == log_of(database)
    assert joined("group", "send", "--json").json["seq"] == last
    # Sent once more there is nothing but a sign of life.
    sent = len(office.posts)
    assert joined("group", "send").code == 0
    assert [post["events"] for post in office.posts[sent:]] == [[]]


def test_many_go_in_batches(joined: Run, office: door.Door, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from frontdesk.desk.group import batches

    monkeypatch.setattr(batches, "MOST", 4)
    monkeypatch.setattr(batches, "_LARGEST", 3000)
    assert joined("group", "send").code == 0
    assert known(office) == log_of(database)
    sizes = [len(post["events"]) for post in office.posts]
    assert max(sizes) <= 4
    assert len(sizes) > 2
    assert [post.get("beside") is not None for post in office.posts][-2:] == [True, True]
    assert not any("beside" in post for post in office.posts[:-2])


def test_the_state_and_what_is_in_the_way(
    joined: Run, office: door.Door, database: Path, machine: ManualClock, refused: Any
) -> None:
    last = len(log_of(database))
    said = joined("group", "status")
    assert said.out.splitlines()[-1] == f"known there: up to event 0 of {last}; {last} wait"
    joined("group", "send")
    assert f"up to event {last} of {last}; 0 wait" in joined("group", "status").out
    told = joined("group", "status", "--json").json
    assert (told["known"], told["last"], told["share"]) == ({"epoch": 1, "event": last}, last, "full")
    assert door.TOKEN not in str(told)
    machine.at += 24 * HOUR - 1
    assert "Head office has not" not in joined("doctor").out
    # What only asks is asked twice.
    office.behaves = ["lost"] * 4
    assert joined("group", "send").code == 1
    machine.at += 1
    assert "warning: Head office has not been heard of since 2026-05-29 10:00." in joined("doctor").out
    said = joined("group", "status").out
    assert "heard of last: 2026-05-29 10:00" in said
    assert "was not reached" in said
    joined("group", "send")
    assert "Head office has not" not in joined("doctor").out


def test_another_copy_that_went_on_is_a_fork_that_a_person_resolves(
    joined: Run, office: door.Door, database: Path, refused: Any, machine: ManualClock
) -> None:
    copy = database.with_name("copy.db")
    assert joined("backup", copy).code == 0
    assert joined("staff", "add", "赵敏", "--post", "advisor").code == 0
    assert joined("group", "send").code == 0
    kept = known(office)
    agreed = f"Head office and this store agree up to event {len(kept)}: there is nothing to decide."
    assert refused("group", "epoch") == agreed

    assert joined("restore", copy).code == 0
    said = refused("group", "send")
    assert said.startswith(f"Head office knows event {len(kept)} otherwise: another copy of this store has gone on")
    assert known(office) == kept
    assert said.endswith(
        "frontdesk group epoch lets this copy count, frontdesk restore --from-group takes the one at head office."
    )
    assert f"problem: {said}" in joined("doctor").out
    assert said in joined("group", "status").out
    assert joined("group", "epoch", "--by", "王芳").code == 0
    assert joined("group", "send").code == 0
    assert office.epoch == 2
    assert known(office) == log_of(database)
    assert [(event["seq"], event["hash"]) for event in office.events[1]] == kept
    assert "Head office" not in joined("doctor").out
    # The other copy does not come in any more.
    machine.at += 1000
    assert joined("restore", copy).code == 0
    assert refused("group", "send").startswith("Head office knows event")
    assert joined("group", "epoch").code == 0
    assert joined("group", "send").code == 0
    assert office.epoch == 3


@pytest.mark.parametrize("share", ["figures", "masked", "full"])
def test_what_leaves_the_house(crowd: Run, office: door.Door, type_token: Any, share: str) -> None:
    crowd("staff", "add", "李四", "--post", "advisor", "--phone", "13812345678")
    said = ("complaints", "add", "--customer", "曾小明", "--phone", "13811110001", "--plate", "苏A12341")
    assert crowd(*said, "--words", "方向盘抖得厉害，打我13811110001", "--kind", "service").code == 0
    type_token()
    assert crowd("group", "join", office.url, door.CODE, "--share", share).code == 0
    assert crowd("group", "send").code == 0
    told = office.bodies
    there = {name for name in ("13811110001", "曾小明", "方向盘", "苏A12341", "张三") if name in told}
    words = {"方向盘", "曾小明", "13811110001"}
    assert there == {"figures": set(), "masked": {"苏A12341", "张三"}, "full": words | {"苏A12341", "张三"}}[share]
    assert '\\"arrived_at\\"' in told
    assert "13812345678" not in told


def test_who_is_forgotten_is_forgotten_there_too(joined: Run, office: door.Door) -> None:
    said = ("complaints", "add", "--customer", "曾小明", "--phone", "13811110001", "--plate", "苏A12341")
    assert joined(*said, "--words", "方向盘抖得厉害", "--kind", "service").code == 0
    assert joined("complaints", "step", "1", "close_anyway", "--note", "四轮定位已做", "--by", "王芳").code == 0
    assert joined("group", "send").code == 0
    assert all(word in office.bodies for word in ("曾小明", "方向盘", "四轮定位"))
    assert joined("forget", "--phone", "13811110001", "--by", "王芳", "--yes").code == 0
    office.behaves = ["", "cut"]
    assert joined("group", "send").code == 1
    assert joined("group", "send").code == 0
    assert not any(word in office.bodies for word in ("曾小明", "方向盘", "四轮定位"))
