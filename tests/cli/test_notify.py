"""On the command line: which channels there are, whether one takes a text, and what is sent at once (Z5, P4)."""

import json
from pathlib import Path
from typing import Any

import pytest

from frontdesk.commands.messages import notify
from frontdesk.domain.messages.delivery import Answer, Delivery
from frontdesk.domain.values.clock import MINUTE, ManualClock


@pytest.fixture
def channels(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that calls for the manager and texts to customers go to."""
    folder = home / "sent"
    folder.mkdir()
    file = home / "notify.toml"
    file.touch(0o600)
    file.write_text(f'[notify]\nmanager = ["folder:{folder}"]\nsms = ["folder:{folder}"]\n')
    monkeypatch.setenv("FRONTDESK_CONFIG", str(home / "settings.toml"))
    return folder


def test_a_text_goes_from_its_template_to_the_channel(run: Any, channels: Path, machine: ManualClock) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    run("staff", "add", "赵敏", "--post", "advisor")
    assert run("messages", "send").code == 0
    assert "never tried" in run("notify", "list").out
    added = run("messages", "add", "车好了", "--phone", "13800138000", "--channel", "sms", "--by", "赵敏")
    assert added.code == 0, added.err
    assert "to be released" in run("messages").out
    assert run("messages", "release", "1", "--by", "赵敏").code == 0
    assert run("messages", "send").code == 0
    (file,) = channels.iterdir()
    said = json.loads(file.read_text(encoding="utf-8"))
    assert (said["phone"], said["text"], said["numbers"]) == ("13800138000", "车好了", [1])
    shown = run("messages", "show", "1", "--json").json
    assert (shown["state"], shown["phone"], shown["tries"][0]["result"]) == ("sent", "138****8000", "sent")
    assert run("messages", "send").code == 0
    assert len(list(channels.iterdir())) == 1
    last = run("notify", "list", "--json").json["routes"]
    assert [(each["name"], each["last"] and each["last"]["result"]) for each in last] == [
        ("manager", None),
        ("sms", "sent"),
    ]
    told = run("messages", "told", "1", "--by", "赵敏")
    assert "nothing is left to do" in told.err
    assert "was told" not in run("messages", "list").out


def test_who_is_told_is_somebody(run: Any) -> None:
    run("staff", "add", "赵敏", "--post", "advisor")
    run("arrive", "苏A33333", "--new", "--by", "赵敏")
    assert "Who is to be told?" in run("messages", "add", "车好了", "--by", "赵敏").err
    assert "99999 is not at the store" in run("messages", "add", "车好了", "--plate", "99999", "--by", "赵敏").err
    assert run("messages", "add", "车好了", "--plate", "33333", "--by", "赵敏").code == 0
    assert "苏A·33333" in run("messages").out


def test_a_channel_is_tried(run: Any, channels: Path) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    assert run("notify", "test", f"folder:{channels}").code == 0
    ran = run("notify", "test", "folder:/no/such/folder")
    assert (ran.code, "It was not sent." in ran.err) == (1, True)
    assert "is no channel of" in run("notify", "test", "wecom:store").err


def test_what_nothing_sends_is_told(run: Any, channels: Path, machine: ManualClock) -> None:
    run("staff", "add", "王芳", "--post", "manager")
    run("messages", "send")
    for number in range(1, 6):
        run("arrive", f"A1234{number}", "--new", "--by", "王芳")
    run("status")
    machine.at += 20 * MINUTE
    assert "nothing sends it" in run("doctor").out
    (channels.parent / "notify.toml").chmod(0o644)
    assert "chmod 600" in run("messages", "send").err


@pytest.mark.parametrize("words", ["{name}您好", "您好{"])
def test_a_template_with_a_placeholder_that_is_none(run: Any, words: str) -> None:
    ran = run("complaints", "templates", "set", "取车", "--words", words, "--purpose", "ready")
    assert (ran.code, "{customer}" in ran.err) == (1, True)
    assert run("complaints", "templates", "set", "取车", "--words", words).code == 0
    ran = run("complaints", "templates", "set", "取车", "--words", "{customer}，车好了", "--purpose", "ready")
    assert ran.code == 0, ran.err
    assert "取车 · car is ready" in run("complaints", "templates").out


def test_what_a_person_told_says_nothing_of_the_channel(run: Any, channels: Path) -> None:
    run("staff", "add", "赵敏", "--post", "advisor")
    run("messages", "send")
    run("messages", "add", "车好了", "--phone", "13800138000", "--channel", "sms", "--by", "赵敏")
    assert run("messages", "told", "1", "--by", "赵敏").code == 0
    assert [each["last"] for each in run("notify", "list", "--json").json["routes"]] == [None, None]


def test_what_may_have_been_sent_is_not_said_not_to_be(
    run: Any, channels: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def uncertain(*given: object) -> Delivery:
        return Delivery(Answer.UNCERTAIN, "no answer in time")

    monkeypatch.setattr(notify, "deliver", uncertain)
    run("staff", "add", "王芳", "--post", "manager")
    ran = run("notify", "test", f"folder:{channels}")
    assert (ran.code, "It may have been sent" in ran.err, "not sent" in ran.err) == (1, True, False)
