"""Completion, as real shells do it: of a command, a value, a file; in Chinese too."""

import json
import os
import re
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from frontdesk.commands.machine.completion import walk
from frontdesk.commands.machine.parser import SHELLS
from frontdesk.commands.parser import build
from frontdesk.words import i18n

PATIENCE_S = 30
CASES = [
    (("arr",), {"arrive"}),
    (("service", "st"), {"status"}),
    (("service", "install", ""), {"watch", "serve"}),
    (("--language", ""), {"en", "zh"}),
    (("complaints", "templates", "re"), {"remove"}),
    (("completion", "p"), {"powershell"}),
    (("arrive", "--oper"), {"--operation"}),
]
each_case = pytest.mark.parametrize(
    ("words", "offered"), CASES, ids=[" ".join(words) or "nothing" for words, _ in CASES]
)


def bash(script: str, words: tuple[str, ...], folder: Path) -> set[str]:
    typed = " ".join(f"'{word}'" for word in ("frontdesk", *words))
    code = (
        f"{script}\nCOMP_WORDS=({typed}); COMP_CWORD={len(words)}\n"
        "_call=$(complete -p frontdesk | sed 's/.*-F //; s/ .*//'); $_call frontdesk\n"
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    command = ["bash", "--norc", "--noprofile"]
    done = subprocess.run(command, input=code, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return {line for line in done.stdout.splitlines() if line}


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize("language", sorted(i18n.LANGUAGES))
@each_case
def test_bash(run: Any, tmp_path: Path, words: tuple[str, ...], offered: set[str], language: str) -> None:
    script = run("completion", "bash", "--language", language).out
    assert bash(script, words, tmp_path) == offered


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_bash_offers_files(run: Any, tmp_path: Path) -> None:
    (tmp_path / "policy-neu.toml").write_text("")
    script = run("completion", "bash").out
    for words in (("policy", "load", "policy-"), ("status", "--database", "policy-")):
        assert bash(script, words, tmp_path) == {"policy-neu.toml"}


def zsh(script: Path, typed: str) -> str:
    """Type something with Tabs into an interactive zsh whose `frontdesk` only says what it was given."""
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8", "PS1": "", "HOME": str(script.parent)}
    with subprocess.Popen(
        ["zsh", "-f", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    ) as process:
        os.close(theirs)
        begin = 'autoload -U compinit && compinit -D -u; frontdesk() { print -r -- "got<$*>" }'
        seen = b""
        try:
            os.write(ours, f"{begin}; eval \"$(<{script})\"; print rea''dy\n".encode())
            for wanted, answer in ((rb"ready", f"frontdesk {typed}\n".encode()), (rb"got<([^>$]*)>", b"")):
                ends = time.monotonic() + PATIENCE_S
                while not (found := re.search(wanted, seen)):
                    assert select.select([ours], [], [], max(0.0, ends - time.monotonic()))[0], seen.decode()
                    seen += os.read(ours, 65536)
                os.write(ours, answer)
        finally:
            process.kill()
            os.close(ours)
    assert found
    return found[1].decode()


@pytest.mark.skipif(not shutil.which("zsh"), reason="there is no zsh here")
@pytest.mark.parametrize("language", sorted(i18n.LANGUAGES))
@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("arr\t", "arrive"),
        ("service st\t", "service status"),
        ("service install \t", "service install watch"),
        ("complaints templates re\t", "complaints templates remove"),
        ("completion p\t", "completion powershell"),
        ("arrive --oper\t", "arrive --operation"),
    ],
)
def test_zsh(run: Any, tmp_path: Path, typed: str, given: str, language: str) -> None:
    script = tmp_path / "script"
    script.write_text(run("completion", "zsh", "--language", language).out, encoding="utf-8")
    assert zsh(script, typed).strip() == given


def table(run: Any, language: str) -> Any:
    script = run("completion", "powershell", "--language", language).out
    assert script.isascii()
    found = re.search(r"^\$global:FrontdeskWords = '([^']*)' \| ConvertFrom-Json$", script, re.MULTILINE)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("language", sorted(i18n.LANGUAGES))
def test_powershell_knows_every_command(run: Any, language: str) -> None:
    known = table(run, language)
    assert known.keys() == {path for _, path in walk(build())}
    assert {"arrive", "service", "completion"} <= known["frontdesk"]["words"].keys()
    assert known["frontdesk service install"]["words"].keys() == {"watch", "serve"}
    assert known["frontdesk service install"]["options"].keys() >= {"--dry-run", "--database", "--help"}
    assert known["frontdesk status"]["values"]["--language"] == ["en", "zh"]
    assert known["frontdesk status"]["values"]["--database"] == []
    assert "--json" not in known["frontdesk status"]["values"]
    assert ("车" in known["frontdesk"]["words"]["arrive"]) is (language == "zh")
    assert not any("%(" in said for each in known.values() for said in each["options"].values())


@pytest.mark.skipif(not shutil.which("pwsh"), reason="there is no PowerShell here")
@each_case
def test_powershell(run: Any, words: tuple[str, ...], offered: set[str]) -> None:
    line = " ".join(("frontdesk", *words))
    script = run("completion", "powershell", "--language", "zh").out
    code = f"{script}\n(TabExpansion2 '{line}' {len(line)}).CompletionMatches.CompletionText"
    command = ["pwsh", "-NoProfile", "-NonInteractive", "-Command", "-"]
    done = subprocess.run(command, input=code, capture_output=True, encoding="utf-8", check=False)
    assert set(done.stdout.split()) == offered, done.stderr


@pytest.mark.parametrize("shell", SHELLS)
def test_it_needs_neither_settings_nor_a_database(run: Any, config: Path, database: Path, shell: str) -> None:
    config.write_text("[[[")
    ran = run("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert run("completion", shell, "--json").json["script"] + "\n" == ran.out
    assert not database.exists()
