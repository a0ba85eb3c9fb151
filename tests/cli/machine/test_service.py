"""`frontdesk service`: what is written, run and said on each kind of machine, at one whose commands only pretend."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from private import is_private
from service_machine import NO_BUS, UNIT, USER, Machine

from frontdesk.machine.services.service import Ran

Refusal = Callable[..., str]


def test_install(run: Any, here: Machine, unit: Path, database: Path, config: Path) -> None:
    ran = run("service", "install", "watch")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"Written: {unit}.",
        "Ran: loginctl enable-linger",
        "Ran: systemctl --user daemon-reload",
        f"Ran: systemctl --user enable {UNIT}",
        f"Ran: systemctl --user restart {UNIT}",
        "It runs now, and after every start of the machine, with nobody logged in.",
        f"How it is: frontdesk service status watch. More: journalctl --user -u {UNIT} -f."
        " To end it for good: frontdesk service remove watch.",
    ]
    lines = unit.read_text().splitlines()
    assert f'ExecStart="{sys.executable}" "-P" "-m" "frontdesk" "watch"' in lines
    assert f'Environment="FRONTDESK_DATABASE={database}"' in lines
    assert f'Environment="FRONTDESK_CONFIG={config}"' in lines
    assert 'Environment="FRONTDESK_LANGUAGE=en"' in lines
    assert "RestartSteps=4" in lines
    assert is_private(unit)


def test_options_and_places_go_with_it(
    run: Any, here: Machine, unit: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = config.parent
    config.write_text('by = "file"\nstation = "guard"\n')
    monkeypatch.chdir(home)
    monkeypatch.setenv("FRONTDESK_STATION", "guard")
    run("service", "install", "watch", "--database", "other.db", "--by", "夜班", "--language", "zh")
    said = {line for line in unit.read_text().splitlines() if line.startswith("Environment=")}
    assert said == {
        f'Environment="FRONTDESK_DATABASE={home / "other.db"}"',
        f'Environment="FRONTDESK_CONFIG={config}"',
        'Environment="FRONTDESK_BY=夜班"',
        'Environment="FRONTDESK_LANGUAGE=zh"',
        *(f'Environment="XDG_{name}_HOME={home / name.lower()}"' for name in ("CONFIG", "DATA", "STATE")),
    }


def test_where_the_server_listens_goes_with_it(run: Any, here: Machine, unit: Path, config: Path) -> None:
    file = unit.with_name(f"{unit.name.replace('watch', 'serve')}")
    home = config.parent
    for typed, kept in (
        ([], ""),
        (["--port", "8420"], ""),
        (["--lan", "--port", "443"], ' "--port" "443" "--lan"'),
        (["--lan", "--plain"], ' "--lan" "--plain"'),
        (
            ["--lan", "--cert", str(home / "a.pem"), "--key", str(home / "a.key")],
            f' "--lan" "--cert" "{home / "a.pem"}" "--key" "{home / "a.key"}"',
        ),
    ):
        assert run("service", "install", "serve", *typed).code == 0
        assert f'ExecStart="{sys.executable}" "-P" "-m" "frontdesk" "serve"{kept}' in file.read_text().splitlines()
        says = run("doctor").out
        assert ("encrypts nothing (--plain)" in says) == ("--plain" in typed)
    ran = run("service", "install", "watch", "--lan")
    assert (ran.code, ran.out) == (1, "")
    assert "are for the service serve" in ran.err


def test_a_language_of_the_file_stays_the_files(
    run: Any, here: Machine, unit: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FRONTDESK_LANGUAGE")
    config.write_text('language = "zh"\n')
    run("service", "install", "watch")
    assert "FRONTDESK_LANGUAGE" not in unit.read_text()


@pytest.mark.parametrize("arguments", [["install"], ["remove"]])
def test_a_dry_run_changes_nothing(run: Any, here: Machine, unit: Path, arguments: list[str]) -> None:
    if arguments == ["remove"]:
        run("service", "install", "watch")
    before = unit.read_bytes() if unit.exists() else None
    here.ran.clear()
    ran = run("service", *arguments, "watch", "--dry-run")
    assert ran.code == 0
    assert str(unit) in ran.out
    assert "systemctl --user daemon-reload\n" in ran.out
    looking = {("loginctl", "show-user"), ("systemctl", "--version")}
    assert {command[:2] for command in here.ran} <= looking
    assert (unit.read_bytes() if unit.exists() else None) == before
    would = run("service", *arguments, "watch", "--dry-run", "--json").json
    assert would["would"] == arguments[0]
    assert [*USER, "daemon-reload"] in would["commands"]


def test_without_systemd_it_says_what_was_written_and_what_could_not_be_started(
    run: Any, here: Machine, unit: Path, database: Path
) -> None:
    here.answers[USER] = NO_BUS
    here.answers[("loginctl",)] = Ran(127, err="loginctl: No such file or directory")
    ran = run("service", "install", "watch")
    assert ran.code == 1
    assert unit.exists()
    assert "Failed: systemctl --user daemon-reload" in ran.out
    assert ran.err.splitlines() == [
        "It ends when you log out: loginctl: No such file or directory."
        f" So that it does not: sudo loginctl enable-linger {_me()}.",
        f"{unit} is written, but the service was not started."
        " systemctl --user daemon-reload says: Failed to connect to bus: No medium found.",
        f"There is no database at {database} yet; the first command makes one.",
        f"To start it once that is put right: systemctl --user daemon-reload ; systemctl --user enable {UNIT} ;"
        f" systemctl --user restart {UNIT}",
    ]
    assert (*USER, "enable", UNIT) not in here.ran
    answer = run("service", "install", "watch", "--json")
    assert answer.code == 1
    assert '"started": false' in answer.out


def test_in_chinese(run: Any, here: Machine) -> None:
    assert "开机后无人登录也会运行" in run("service", "install", "watch", "--language", "zh").out
    here.answers[USER] = NO_BUS
    assert "但服务没有启动" in run("service", "install", "watch", "--language", "zh").err


def test_remove_undoes_exactly_what_was_done(run: Any, here: Machine, unit: Path, refused: Refusal) -> None:
    run("service", "install", "watch")
    here.answers[("loginctl", "show-user")] = Ran(0, "yes\n")
    run("service", "install", "watch")  # once more: who turned lingering on is not forgotten
    assert here.ran.count(("loginctl", "enable-linger")) == 1
    here.ran.clear()
    ran = run("service", "remove", "watch")
    assert (ran.code, ran.err) == (0, "")
    assert not unit.exists()
    assert here.ran == [
        (*USER, "disable", "--now", UNIT), (*USER, "daemon-reload"), ("loginctl", "disable-linger"),
    ]  # fmt: skip
    assert refused("service", "remove", "watch").startswith("There is no service watch.")


def test_lingering_that_was_there_before_stays(run: Any, here: Machine, unit: Path) -> None:
    here.answers[("loginctl", "show-user")] = Ran(0, "yes\n")
    run("service", "install", "watch")
    run("service", "remove", "watch")
    assert not [command for command in here.ran if command[1] in {"enable-linger", "disable-linger"}]


def test_a_unit_of_ones_own_is_kept_aside_and_never_removed(
    run: Any, here: Machine, unit: Path, refused: Refusal
) -> None:
    unit.parent.mkdir(parents=True)
    unit.write_text("[Service]\nExecStart=frontdesk watch\n")
    assert refused("service", "remove", "watch").startswith(f"{unit} was not written by Frontdesk.")
    assert unit.exists()
    aside = unit.with_name(f"{unit.name}.before")
    assert f"The file that was there is kept as {aside}." in run("service", "install", "watch").out
    assert aside.read_text() == "[Service]\nExecStart=frontdesk watch\n"


def test_a_removal_that_cannot_stop_it_says_so(run: Any, here: Machine, unit: Path) -> None:
    run("service", "install", "watch")
    here.answers[USER] = NO_BUS
    ran = run("service", "remove", "watch")
    assert ran.code == 1
    assert ran.err.startswith(f"It may still be running. systemctl --user disable --now {UNIT} says: Failed to connect")
    assert not unit.exists()


def test_a_folder_that_cannot_be_written(refused: Refusal, here: Machine, home: Path) -> None:
    (home / "config").write_text("")
    assert "cannot be written or deleted" in refused("service", "install", "watch")


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (None, 1, "There is no service watch. To have one: frontdesk service install watch."),
        (
            Ran(0, "ActiveState=active\nSubState=running\nActiveEnterTimestamp=Fri 2026-05-29 10:00:00 CST\n"),
            0,
            "The service watch is installed and runs since Fri 2026-05-29 10:00:00 CST.\n| Watching x",
        ),
        (
            Ran(0, "ActiveState=activating\nSubState=auto-restart\nActiveEnterTimestamp=\n"),
            1,
            "The service watch is installed but does not run: activating / auto-restart.\n| Watching x",
        ),
        (NO_BUS, 1, "The service watch is installed; whether it runs could not be asked: Failed to connect to bus"),
    ],
)
def test_status(run: Any, here: Machine, answer: Ran | None, code: int, said: str) -> None:
    if answer:
        run("service", "install", "watch")
        here.answers[(*USER, "show")] = answer
        here.answers[("journalctl",)] = Ran(0, "Watching x\n")
    ran = run("service", "status", "watch")
    assert (ran.code, ran.out.startswith(said)) == (code, True), ran.out
    assert run("service", "status", "watch", "--json").code == code


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (None, "warning: There is no watch service: with no station open nobody is called."),
        ("active", "ok: The watch service runs"),
        ("failed", "warning: The watch service is installed but does not run (failed): with no station open"),
        ("", "warning: The watch service is installed; whether it runs could not be asked (Failed to"),
    ],
)
def test_the_doctor_looks_for_it(run: Any, here: Machine, state: str | None, said: str) -> None:
    if state is not None:
        run("service", "install", "watch")
        here.answers[(*USER, "show")] = Ran(0, f"ActiveState={state}\n") if state else NO_BUS
    assert said in run("doctor").out


def _me() -> str:
    import getpass

    return getpass.getuser()
