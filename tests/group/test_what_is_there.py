"""What head office holds of customers, in any column of any table: what the store shares, and nobody forgotten."""

import io
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from every_text import every_text, found
from folded_rows import differences
from psycopg import Connection
from served import beside

from frontdesk.cli import main
from frontdesk.domain.values.clock import SystemClock
from frontdesk.group import stores
from frontdesk.process import priority
from frontdesk.words import i18n

DAY = """
staff add 王芳 --post manager --phone 13800138009
staff add 赵敏 --post advisor
staff add 李建国 --post director
arrive 苏A12341 --new --by 赵敏
complaints add --customer 曾小明 --phone 13811110001 --plate 苏A12341 --words 方向盘抖得厉害打13811110001 --kind service
complaints step 1 note --note 曾先生说周五来取车 --by 赵敏
complaints step 1 ask_material --note 请曾先生带上购车合同 --by 赵敏
messages add 曾先生您的车好了 --name 曾小明 --plate A12341 --phone 13811110001 --by 赵敏
messages wish 13811110001 --no-texts --by 赵敏
appointments add 15:30 --plate A12341 --customer 曾小明 --phone 13811110001 --work 检查方向机异响 --by 赵敏
rescues add "G25高速1184公里" A12341 --customer 曾小明 --phone 13811110001 --symptom 离合器打滑冒烟 --by 赵敏
orders add 机油两桶 --customer 曾小明 --phone 13811110001 --by-when 18:00 --by 赵敏
meetings plan customer 1 --at "2 days" --by 赵敏
"""
ENDED = """
rescues result 1 cancelled_by_customer --words 曾先生自己走了 --by 赵敏
orders withdrawn 2 --by 赵敏
meetings cancel 3 --why 不见了 --by 赵敏
complaints step 1 not_needed --note 曾先生说不用了 --by 赵敏
complaints step 1 close_anyway --note 曾先生同意 --by 王芳
appointments cancel 1 --why 曾先生不来了 --by 赵敏
messages withdraw 1 --why 曾先生来过了 --by 赵敏
"""
NAMES, NUMBER = {"曾小明", "曾先生"}, "13811110001"
WORDS = {"方向盘抖得厉害", "周五来取车", "带上购车合同", "检查方向机异响", "离合器打滑冒烟", "1184公里"}
OWN = r"[a-z][a-z0-9_]*|\d{4}-\d{2}(-\d{2})?"


def at_ten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(priority, "_STEPS", -20)
    patch.setattr(SystemClock, "now", lambda _: 1_780_020_000_000)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a customer in every place that holds one."""
    path = tmp_path_factory.mktemp("made") / "desk.db"
    with pytest.MonkeyPatch.context() as patch:
        at_ten(patch)
        for name, value in (
            ("DATABASE", str(path)),
            ("CONFIG", str(path.with_name("settings.toml"))),
            ("LANGUAGE", "en"),
        ):
            patch.setenv(f"FRONTDESK_{name}", value)
        for line in DAY.strip().splitlines():
            assert main(shlex.split(line)) == 0, line
    return path


@pytest.fixture
def store(
    made: Path, database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Any]:
    """Runs commands at a copy of it."""
    at_ten(monkeypatch)
    shutil.copy(made, database)

    def run(line: str, typed: str = "") -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
        capsys.readouterr()
        code = main(shlex.split(line))
        said = capsys.readouterr()
        assert code == 0, (line, said.err)
        return said.out

    yield run
    i18n.use("en")


@pytest.fixture
def joined(store: Callable[..., str], office: str, connection: Connection[Any]) -> Iterator[Callable[[str], str]]:
    """Joins with so much shared, or anew, and sends."""
    token = stores.add(connection, "S1", "一店", "江苏", 0)
    with beside(office) as url:

        def join(share: str) -> str:
            said = store(f"group join {url} S1 --share {share} --by 王芳", token)
            store("group send")
            return said

        yield join


def test_masked_no_customer_is_there(joined: Any, store: Any, connection: Connection[Any]) -> None:
    joined("masked")
    assert found(connection, {*NAMES, *WORDS, NUMBER, "13800138009"}) == {}
    assert found(connection, {"苏A12341", "赵敏"}).keys() == {"苏A12341", "赵敏"}
    store("complaints step 1 note --note 曾先生又来电13811110001 --by 赵敏")
    store("group send")
    assert found(connection, {*NAMES, NUMBER}) == {}


def test_with_figures_nothing_is_there_that_anybody_typed(joined: Any, connection: Connection[Any]) -> None:
    joined("figures")
    texts = [each for each in every_text(connection) if each[0].startswith("folded.")]
    assert len(texts) > 50
    assert [each for each in texts if each[1] and not re.fullmatch(OWN, each[1])] == []
    kept = {column for column, _text in every_text(connection) if column.startswith("public.event_bodies.")}
    assert kept == {"public.event_bodies.changes"}
    assert found(connection, {*NAMES, *WORDS, NUMBER, "苏A12341", "赵敏", "王芳", "机油"}) == {}


def test_who_is_forgotten_is_nowhere(joined: Any, store: Any, connection: Connection[Any], database: Path) -> None:
    joined("full")
    assert found(connection, {*NAMES, *WORDS}).keys() == {*NAMES, *WORDS}
    for line in ENDED.strip().splitlines():
        store(line)
    store("forget --phone 13811110001 --by 王芳 --yes")
    store("group send")
    assert found(connection, {*NAMES, *WORDS, NUMBER}) == {}
    assert differences(database, connection, stores.every(connection)[0].id) == {}


def test_shared_otherwise_what_was_sent_before_is_as_is_shared_now(
    joined: Any, store: Any, connection: Connection[Any], database: Path
) -> None:
    joined("full")
    (number,) = [each.id for each in stores.every(connection)]
    assert NUMBER in str(found(connection, {NUMBER}))
    assert "shared otherwise with head office" in joined("masked")
    assert found(connection, {*NAMES, *WORDS, NUMBER}) == {}
    joined("figures")
    assert found(connection, {*NAMES, *WORDS, NUMBER, "苏A12341", "赵敏"}) == {}
    assert "shared otherwise" not in joined("figures")
    # The other way the whole of it comes, also what was there before.
    joined("full")
    assert found(connection, {*NAMES, *WORDS}).keys() == {*NAMES, *WORDS}
    (known,) = stores.every(connection)
    assert (known.epoch, known.share, known.trouble) == (4, "full", None)
    assert differences(database, connection, number, 4) == {}
    epochs = connection.execute("select epoch, count(*) from events group by epoch order by epoch").fetchall()
    # Less: all that went before goes. More: what it is the whole of goes.
    assert [epoch for epoch, _count in epochs] == [4]
    on_record = connection.execute("select count(*) from events where kind = 'group_shared'").fetchone()
    assert on_record == (3,)


def test_a_file_changed_by_hand_is_on_record_too(
    joined: Any, store: Any, connection: Connection[Any], config: Path
) -> None:
    joined("full")
    (file,) = config.parent.rglob("group.toml")
    file.write_text(file.read_text().replace('"full"', '"masked"'))
    store("group send")
    store("group send")
    assert found(connection, {*NAMES, NUMBER}) == {}
    kinds = connection.execute("select kind, count(*) from events where kind like 'group%' group by 1 order by 1")
    assert kinds.fetchall() == [("group_joined", 1), ("group_shared", 1)]


def test_left_and_joined_again_with_less_nothing_of_before_stays(
    joined: Any, store: Any, connection: Connection[Any], database: Path
) -> None:
    joined("full")
    store("group leave --by 王芳")
    joined("masked")
    assert found(connection, {*NAMES, *WORDS, NUMBER}) == {}
    store("group leave --by 王芳")
    joined("masked")
    (known,) = stores.every(connection)
    assert (known.epoch, known.share, known.trouble) == (2, "masked", None)
