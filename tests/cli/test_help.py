"""What can be typed, said in both languages; wrong usage; starting fast."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from frontdesk import __version__
from frontdesk.words import i18n

COMMANDS = [
    [], ["demo"], ["guard"], ["reception"], ["manager"], ["workshop"], ["lounge"], ["status"],
    ["arrive"], ["receive"], ["work-order"], ["hand-over"], ["move"], ["leave"], ["turn-away"], ["undo"],
    ["escalations"], ["acknowledge"], ["tell"], ["act"], ["explain"], ["tasks"], ["done"],
    ["tickets"], ["tickets", "list"], ["tickets", "call"], ["tickets", "no-show"], ["tickets", "restore"],
    ["tickets", "return"], ["tickets", "renew"],
    ["duty"], ["duty", "list"], ["duty", "set"], ["duty", "end"], ["watch"],
    ["complaints"], ["complaints", "list"], ["complaints", "show"], ["complaints", "add"],
    ["complaints", "import"], ["complaints", "export"], ["complaints", "step"], ["complaints", "amend"],
    ["complaints", "print"], ["complaints", "templates"], ["complaints", "templates", "list"],
    ["complaints", "templates", "set"], ["complaints", "templates", "remove"],
    ["penalties"], ["penalties", "list"], ["penalties", "propose"], ["penalties", "sign"], ["penalties", "appeal"],
    ["penalties", "uphold"], ["penalties", "counter"],
    ["staff"], ["staff", "list"], ["staff", "add"], ["staff", "remove"],
    ["policy"], ["policy", "show"], ["policy", "load"], ["replay"], ["doctor"], ["backup"], ["restore"],
    ["service"], ["service", "install"], ["service", "remove"], ["service", "status"],
    ["settings"], ["settings", "check"], ["settings", "show"], ["completion"], ["uninstall"], ["handbook"],
]  # fmt: skip


@pytest.mark.parametrize("language", sorted(i18n.LANGUAGES))
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help(run: Any, command: list[str], language: str) -> None:
    ran = run(*command, "--language", language, "--help")
    assert (ran.code, ran.err) == (0, "")
    for option in ("--database", "--by", "--json", "--operation", "--language"):
        assert option in ran.out
    is_chinese = any("\u4e00" <= letter <= "\u9fff" for letter in ran.out)
    translated = (i18n.LOCALES / "zh" / "LC_MESSAGES" / "frontdesk.mo").exists()
    assert is_chinese == (language == "zh" and translated)


@pytest.mark.parametrize("columns", ["80", "100"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_help_stands_in_columns_of_the_terminal(
    run: Any, command: list[str], columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run(*command, "--language", "zh", "--help").out.splitlines()
    laid_out = lines[: lines.index(STEPS_BEGIN)] if STEPS_BEGIN in lines else lines
    assert max(map(cell_len, laid_out)) <= int(columns)
    common = lines[lines.index("各命令通用选项：") :]
    named = [re.match(r"  --(?:database|by|json|operation|language)(?: \S+)?  +(?=\S)", line) for line in common]
    assert len({cell_len(found[0]) for found in named if found}) == 1


STEPS_BEGIN = "步骤（带 * 的须写 --note）："


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (["staff", "add"], "guard 门卫"),
        (["duty", "set"], "deputy 值班副经理"),
        (["act"], "repair 移至待修区"),
        (["complaints", "add"], "major 重大"),
        (["complaints", "step"], "--clock 时限"),
        (["complaints", "step"], "first_answer 首次答复"),
        (["complaints", "step"], "assign 指派"),
    ],
)
def test_a_value_to_choose_is_said_with_its_word(run: Any, command: list[str], says: str) -> None:
    told = run(*command, "--language", "zh", "--help").out
    assert says in re.sub(r"\n +", "", told)


WRONG = pytest.mark.parametrize(
    "arguments",
    [
        ["fly"], ["arive"], ["arrive"], ["arrive", "A1", "B2"], ["arrive", "A1", "--pla", "2"],
        ["status", "--language", "fr"],
        ["staff"], ["staff", "add", "李四"], ["demo", "kitchen"], ["demo", "--speed", "0"],
        ["replay", "x", "--speed", "nan"],
        ["acknowledge"], ["acknowledge", "one"], ["acknowledge", "0"], ["tell", "-1"], ["act", "1"],
        ["explain", "1"], ["explain", "1", "brief", "left"], ["done"], ["done", "1_0"],
        ["tickets", "eat"], ["tickets", "call"], ["tickets", "call", "B7"], ["tickets", "call", "9" * 30],
        ["duty", "set", "deputy", "李强"], ["duty", "end"],
        ["complaints"], ["complaints", "add"], ["complaints", "show", "one"], ["complaints", "import"],
        ["complaints", "step", "1"], ["complaints", "step", "one", "note"], ["complaints", "amend"],
        ["complaints", "print", "1", "poem", "x.html"], ["complaints", "print", "1", "form"],
        ["complaints", "templates", "set", "x"], ["complaints", "templates", "eat"],
        ["penalties", "fine"], ["penalties", "propose"], ["penalties", "propose", "1"], ["penalties", "sign", "x"],
        ["penalties", "appeal", "1"], ["penalties", "counter", "1", "--words"],
        ["escalations", "1", "2"], ["escalations", "\u202e"], ["watch", "1"],
        ["service"], ["service", "install"], ["service", "install", "gate"], ["settings"], ["completion", "fish"],
        ["serve", "--port", "0"], ["serve", "--port", "65536"], ["serve", "--port", "８４２０"], ["serve", "eat"],
        ["serve", "unpair"], ["serve", "unpair", "one"],
    ],
    ids=" ".join,
)  # fmt: skip


@WRONG
def test_wrong_usage_is_2(run: Any, arguments: list[str], database: Path) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: frontdesk")
    assert not database.exists()


@WRONG
def test_wrong_usage_is_said_in_chinese(run: Any, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each Python says some of it in words of its own: none may be missing in the catalogue."""
    monkeypatch.setenv("FRONTDESK_LANGUAGE", "zh")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")  # in force where the language asked for is none
    before, _error, said = run(*arguments).err.rpartition("错误：")
    assert before.startswith("用法：frontdesk")
    assert not re.search(r"[a-z]+ [a-z]+", said)


def test_the_version(start: Any) -> None:
    ran = start("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"frontdesk {__version__}\n", "")


@pytest.mark.parametrize("command", ["guard", "demo", None])
def test_a_station_needs_a_terminal(start: Any, command: str | None, database: Path) -> None:
    ran = start(*([command] if command else []))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "A station needs a terminal, and this is none. For scripts: frontdesk status.\n"
    assert not database.exists()


def test_a_station_does_not_answer_in_json(run: Any) -> None:
    assert run("guard", "--json").code == 2


@pytest.mark.parametrize("arguments", [["--version"], ["status", "--json"], ["undo"]], ids=" ".join)
def test_nothing_slow_is_loaded(store: Path, config: Path, arguments: list[str]) -> None:
    config.write_text('station = "guard"\nlanguage = "en"\n')
    code = (
        "import sys; from frontdesk.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "slow = {'pydantic', 'sqlite_utils', 'textual', 'rich.console', 'chinese_calendar', 'logging', 'shtab'}\n"
        "slow |= {'aiohttp', 'asyncio'}\n"
        "sys.exit(', '.join(slow & set(sys.modules)) or 0)"
    )
    if arguments != ["--version"]:
        arguments = [*arguments, "--database", str(store)]
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_reader_that_goes_away(database: Path, start: Any) -> None:
    start("arrive", "A12345")
    done = subprocess.run(
        f"'{sys.executable}' -m frontdesk policy show | true", shell=True, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
