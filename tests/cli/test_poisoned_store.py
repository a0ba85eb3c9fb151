"""Commands on a store with rows that no command would write: each still answers, and in whole sentences."""

import random
import re

import pytest
from poison import Poison
from rounds import Rounds

from frontdesk import cli
from frontdesk.desk.desk import Desk

QUESTIONS = (
    ("status",), ("status", "--json"), ("escalations",), ("escalations", "--json"), ("escalations", "1"),
    ("complaints", "list"), ("complaints", "list", "--json"), ("complaints", "show", "1"), ("duty",),
    ("complaints", "show", "2", "--json"), ("tickets",), ("tasks",), ("staff", "list"), ("policy", "show"),
    ("penalties",), ("penalties", "--json"), ("calendar", "show", "2026"),
    ("complaints", "export", "cases.csv"), ("complaints", "export", "cases.xlsx"),
    ("complaints", "print", "1", "form", "form.html"), ("complaints", "print", "2", "report", "report.html"),
    ("doctor",), ("doctor", "--json"),
)  # fmt: skip


@pytest.mark.usefixtures("config")
@pytest.mark.parametrize("dangling", [False, True])
def test_one_row_hides_no_other(
    desk: Desk,
    dangling: bool,
    rounds: Rounds,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(desk.path.parent)
    rows = Poison(desk.connection, random.Random(dangling), dangling=dangling)
    for turn in rounds(1, 10):
        size = rounds.of(150, 1000)
        assert rows.write(size) == size
        for number, question in enumerate(QUESTIONS):
            named = [word if "." not in word else f"{turn}-{number}{word}" for word in question]
            code = cli.main(["--database", str(desk.path), "--language", "en", *named])
            said = capsys.readouterr()
            assert code == 0 or (code == 1 and said.err), question
            assert "nexpected" not in said.err + said.out, question
            assert "Traceback" not in said.err + said.out, question


ODD = (
    ("insert into meta (key, value) values ('pace', '[]')", "setting of the database pace", "meta pace"),
    (
        "insert into visits (plate, purpose, arrived_at) values ('苏A12345', 'repair', 1)",
        "visit 1",
        "visits 1 cannot be shown as it is on record: stands nowhere",
    ),
    (
        "insert into calendars (year, days, put_at) values (2031, '[1]', 1)",
        "",
        "calendars 2031 cannot be shown as it is on record",
    ),
    (
        "insert into escalations (kind, subject, plate, crossed_at, raised_at, state, revision, plan, level, based_at,"
        " called_at, calls) values ('over_stay', 'visit:1', '', 1, 1, 'raised', 1, '{}', 0, 1, 1, 0)",
        "escalation 1",
        "escalations 1 cannot be shown as it is on record: plan",
    ),
    (
        "insert into steps (escalation_id, kind, level, due_at, at, role, who, delivered, detail)"
        " values (7, 'called', 1, 1, 1, 'x', '', 1, '')",
        "",
        "steps 1 cannot be shown as it is on record: role: x",
    ),
)


@pytest.mark.usefixtures("config")
@pytest.mark.parametrize(("written", "status", "doctor"), ODD)
def test_what_cannot_be_shown_is_named(
    desk: Desk, written: str, status: str, doctor: str, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.connection.execute("pragma foreign_keys = off")
    desk.connection.execute(written)
    assert cli.main(["--database", str(desk.path), "--language", "en", "status"]) == 0
    said = capsys.readouterr().err
    assert (f"cannot be shown as it is: {status}" in said) if status else not said
    assert cli.main(["--database", str(desk.path), "--language", "en", "doctor"]) == 1
    assert re.search(doctor, capsys.readouterr().out)
