"""`frontdesk settings`: every fault at once, in whatever encoding the file is, and where each setting comes from."""

import re
from pathlib import Path
from typing import Any

import pytest

PRINTERS = "Right would be: a folder, tcp://192.168.1.50:9100 or /dev/usb/lp0."
UTF8 = "Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."


def test_every_fault_at_once(run: Any, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('statoin = "guard"\nlanguage = "fr"\nby = 3\nprinter = "lp"\ndatabse = "x"\ndatabase = "."\n')
    monkeypatch.setenv("FRONTDESK_STATION", "gaurd")
    monkeypatch.setenv("FRONTDESK_DATABSE", "x")
    ran = run("settings", "check")
    assert (ran.code, ran.err) == (1, "Faults found: 8.\n")
    assert ran.out.splitlines() == [
        f"{config}: there is no setting “statoin”. Did you mean “station”?",
        f"{config}: there is no setting “databse”. Did you mean “database”?",
        f'{config}: language = "fr" is not right. Right would be: "auto", "zh", "en".',
        f'{config}: by = 3 is not right. Right would be: "…".',
        f'{config}: printer = "lp" is not right. {PRINTERS}',
        f"{config.parent} is a folder. Name a file in it.",
        "environment: there is no setting “FRONTDESK_DATABSE”. Did you mean “FRONTDESK_DATABASE”?",
        "environment: FRONTDESK_STATION = gaurd is not right."
        " Right would be: guard, reception, manager, workshop, lounge.",
    ]
    answer = run("settings", "check", "--json")
    assert answer.code == 1
    assert '"ok": false' in answer.out
    assert answer.out.count('"error"') == 8


def test_a_file_that_is_named_is_looked_at_alone(run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDESK_STATION", "gaurd")
    file = tmp_path / "new.toml"
    assert run("settings", "check", file).out == f"There is no file {file}.\n"
    file.write_text('language = "zh"\n')
    ran = run("settings", "check", file)
    assert (ran.code, ran.out, ran.err) == (0, f"Nothing is wrong with {file}.\n", "")


def test_no_file_is_no_fault_unless_it_was_named(run: Any, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("settings", "check").out == f"There is no file {config}.\n"
    monkeypatch.delenv("FRONTDESK_CONFIG")
    ran = run("settings", "check")
    assert ran.code == 0
    assert ran.out.startswith("There is no settings file ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('by = "a"\nstation\n', "line 2, “station”; right would be a line like by = \"王芳\""),
        (
            'database = "C:\\Users\\x.db"',
            "line 1, “database = \"C:\\Users\\x.db\"”: where there is a \\, right would be single quotes,"
            " like 'C:\\desk.db'",
        ),
        ('by = "a"\nby = "b"\n', "line 2, “by = \"b\"”, says something a second time; right would be once"),
        ('by = """a', "it ends in the middle of something; right would be a line like by = \"王芳\""),
    ],
)  # fmt: skip
def test_what_is_no_toml_is_said_by_its_line(run: Any, config: Path, text: str, said: str) -> None:
    config.write_text(text)
    assert run("settings", "check").out == f"{config} is not readable as TOML: {said}\n"
    chinese = run("settings", "check", "--language", "zh").out
    assert chinese.startswith(f"{config} 不是有效的 TOML：")
    assert not re.search("[a-z]{3,}", chinese.removeprefix(str(config)).replace("TOML", "").split("“")[0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk"])
def test_files_of_windows_are_read(run: Any, config: Path, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FRONTDESK_LANGUAGE")
    config.write_bytes('language = "zh"\r\nby = "王芳"\r\n'.encode(encoding))
    assert run("settings", "check").out == f"{config} 没有错误。\n"
    assert run("settings", "show", "--json").json["settings"]["by"] == {"value": "王芳", "from": "file"}


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        # One that may as well be UTF-8 of which a byte was lost: nothing is guessed.
        ('by = "妗毛"\n'.encode("gbk"), f"is not in UTF-8 (it looks like GBK). {UTF8}"),
        (b'by = "\xff\xff"\n', f"is not in UTF-8. {UTF8}"),
    ],
)
def test_other_encodings_are_refused(run: Any, config: Path, raw: bytes, said: str) -> None:
    config.write_bytes(raw)
    assert run("settings", "check").out == f"{config} {said}\n"
    assert run("status").err == f"{config} {said}\n"


def test_a_file_in_no_sure_encoding_is_refused_in_the_language_it_asks_for(
    run: Any, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FRONTDESK_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    config.write_bytes('by = "妗毛"\nlanguage = "zh"\n'.encode("gbk"))
    said = f"{config} 的编码不是 UTF-8（看起来是 GBK）。请另存为 UTF-8（记事本：另存为，编码选 UTF-8）。\n"
    assert run("settings", "check").out == said


def test_a_policy_that_powershell_wrote_is_read(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    run("arrive", "A12345")
    file.write_bytes(run("policy", "show").out.encode("utf-16"))
    assert run("policy", "load", file).code == 0


def test_where_each_setting_comes_from(run: Any, config: Path, database: Path) -> None:
    config.write_text('station = "guard"\nby = "王芳"\n')
    ran = run("settings", "show", "--by", "夜班")
    assert ran.out.splitlines() == [
        f"Settings file: {config}",
        'station = "guard" (from the file)',
        f'database = "{database}" (from the environment)',
        'language = "en" (from the environment)',
        'by = "夜班" (from the command line)',
        "printer = — (by default)",
        'theme = "dark" (by default)',
        "backup_to = — (by default)",
        "backup_key = — (by default)",
        "forecast_from = — (by default)",
        "forecast_at = — (by default)",
    ]
    listed = run("settings", "show", "--json", "--database", "x.db", "--language", "zh").json
    assert (listed["file"], listed["exists"]) == (str(config), True)
    assert listed["settings"] == {
        "station": {"value": "guard", "from": "file"},
        "database": {"value": "x.db", "from": "command line"},
        "language": {"value": "zh", "from": "command line"},
        "by": {"value": "王芳", "from": "file"},
        "printer": {"value": None, "from": "default"},
        "theme": {"value": "dark", "from": "default"},
        "backup_to": {"value": None, "from": "default"},
        "backup_key": {"value": None, "from": "default"},
        "forecast_from": {"value": None, "from": "default"},
        "forecast_at": {"value": None, "from": "default"},
    }


def test_settings_that_are_wrong_are_not_shown(run: Any, config: Path) -> None:
    config.write_text("by = 3\n")
    ran = run("settings", "show")
    assert (ran.code, ran.out) == (1, "")
    assert "by = 3 is not right" in ran.err
