"""Every command of the handbook's page of commands runs: its help, and once on a short day at a store."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import postgres
import pytest
from written_pages import leaves

from frontdesk.commands import parser
from frontdesk.commands.concerns import CONCERNS, Concern
from frontdesk.domain.values.clock import MINUTE, ManualClock
from frontdesk.files.playbook_file import shipped
from frontdesk.files.playbook_text import to_toml
from frontdesk.words.handbook.pages import PAGES

NOT_RUN = {
    "demo", "guard", "reception", "manager", "workshop", "lounge", "watch",  # go on until they are stopped
    "serve", "serve unpair",  # tests/web
    "group serve", "group status", "group office", "group report",  # of head office: tests/group
    "group compose", "group stores add", "group stores token", "group stores rename", "group stores remove",
    "group readers add", "group readers code", "group readers remove", "group readers list",
    "group templates add", "group templates list", "group templates show", "group templates status",
    "group templates withdraw",
    "service install", "service remove", "service status",  # change the machine: tests/cli/machine
    "explain",  # tests/cli/escalations: of a crowding that nobody acted on
    "setup",  # asks, and only where there is no store: tests/cli/test_setup.py
    "reviews cause", "reviews take-proposed",  # of a crowding in a month that is over: tests/store/learning
    "messages release",  # of a text that a program sends: tests/store/messages
    "weather decide", "weather resume", "weather move", "weather later", "weather served",
    "weather declined",  # each follows from the one before: tests/cli/weather
    "group join", "group leave", "group epoch", "group send",
    "group offered", "group accept", "group decline",  # need a head office: tests/cli/group
    "outlook",  # of twenty earlier days: tests/cli/test_outlook.py
    "doctor",  # plays a sound: tests/cli/machine
}  # fmt: skip

DAY = (Path(__file__).parents[1] / "data/every_command.txt").read_text(encoding="utf-8")
"""`@5`: five minutes pass. `fire = …`: its number is `{fire}` from then on."""

LAMP = """
key = "lamp"
title = "夜间巡视"
facts = [{ key = "dark", title = "天黑" }]
steps = [
    { key = "look", title = "看灯", evidence = "check" },
    { key = "note", title = "记下", evidence = "words", after = ["look"] },
    { key = "lock", title = "锁门", after = ["look"] },
]
"""


def commands() -> list[str]:
    """Every command that can be typed to its end."""
    return [command.prog.removeprefix("frontdesk ") for command in leaves(parser.build())]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_stands_on_the_page(language: str) -> None:
    page = (PAGES / language / "commands.md").read_text(encoding="utf-8")
    found = re.findall(r"^## `frontdesk (.*)`$", page, re.MULTILINE)
    assert len(found) == len(commands()) > 60
    assert all(f"{line} ".startswith(f"{command} ") for line, command in zip(found, commands(), strict=True))


@pytest.mark.parametrize("concern", CONCERNS, ids=lambda concern: concern.names[0])
def test_a_concern_names_exactly_its_commands(concern: Concern) -> None:
    found = {command.prog.split()[1] for command in leaves(parser.build(concern))}
    assert found == set(concern.names)


@pytest.mark.parametrize("command", sorted(NOT_RUN))
def test_what_does_not_run_here_has_help(run: Any, command: str) -> None:
    assert run(*command.split(), "--help").code == 0


def test_every_command_runs_once(run: Any, machine: ManualClock, home: Path, database: Path) -> None:
    (home / "no_group.toml").write_text("group_meeting_s = 0\n")
    (home / "settings.toml").write_text(f'language = "en"\nforecast_from = "folder:{home}/weather"\n')
    (home / "weather").mkdir()
    (home / "weather" / "days.json").write_text(json.dumps({"days": [
        {"day": f"2026-05-{day}", "sky": "rain", "low": 12, "high": 18} for day in (29, 30, 31)
    ]}))  # fmt: skip
    (home / "policy.toml").write_text("undo_s = 60\n")
    (home / "five.toml").write_text("over_count = 5\n")
    (home / "lamp.toml").write_text(LAMP, encoding="utf-8")
    own = shipped("zh")["fire"]._replace(title="火警")
    (home / "own.toml").write_text(to_toml(own), encoding="utf-8")
    (home / "things.csv").write_text("name,sort\nJack,tool\n")
    (home / "contacts.csv").write_text("name,sort,phone\nTowing,towing,95518\n")
    (home / "plan.txt").write_text("一、预检区满时先疏导。\n", encoding="utf-8")
    days = [{"name": "元旦", "date": "2031-01-01", "isOffDay": True}]
    (home / "year.json").write_text(json.dumps({"year": 2031, "days": days}))
    (home / "log.csv").write_text("plate,arrived,received,left\n苏A12345,10:00,10:01,10:30\n")
    done: set[str] = set()
    numbers: dict[str, str] = {}
    for line in DAY.strip().splitlines():
        if line.startswith("@"):
            machine.at += int(line[1:]) * MINUTE
            continue
        name, _, line = line.rpartition(" = ")  # noqa: PLW2901 - what is run
        ran = run(*(word.replace("HOME", str(home)).format_map(numbers) for word in shlex.split(line)))
        assert ran.code == 0, (line, ran.out, ran.err)
        if name:
            numbers[name] = re.findall(r"No\. (\d+)", ran.out)[0]
            (numbers[name],) = re.findall(r"No\. (\d+)", ran.out)[:1]
        done |= {command for command in commands() if f"{line} ".startswith(f"{command} ")}
    assert done | NOT_RUN == set(commands())
    if not postgres.why_not():
        from at_head_office import unlike_its_store

        # Whatever a command keeps, head office has it too: of every table each row.
        assert unlike_its_store(database) == {}
