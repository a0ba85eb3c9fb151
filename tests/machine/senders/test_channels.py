"""A channel that refused, hung or broke off is never called sent; what came of it is told without any secret."""

import asyncio
import json
import socket
import sys
from pathlib import Path

import pytest
from robot_server import OK, robot

from frontdesk.domain.messages.delivery import Answer, Parcel
from frontdesk.machine.senders import robots
from frontdesk.machine.senders.deliver import deliver
from frontdesk.machine.senders.notify_file import Mailbox, Notify
from frontdesk.machine.senders.notify_file import Robot as Named

PARCEL = Parcel((7,), "店: 超时停留 · 苏A·12345 · 23m · No. 7", at=1)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({}, Answer.SENT),
        ({"says": '{"code": 0, "msg": "success"}'}, Answer.SENT),
        ({"says": '{"StatusCode": 0, "StatusMessage": "success"}'}, Answer.SENT),
        ({"says": '{"errcode": 93000, "errmsg": "invalid webhook url"}'}, Answer.REFUSED),
        ({"says": '{"errcode": 310000, "errmsg": "keywords not in content"}'}, Answer.REFUSED),
        ({"says": '{"code": 19021, "msg": "sign match fail"}'}, Answer.REFUSED),
        ({"says": '{"errcode": 40058, "errmsg": "too long"}'}, Answer.REFUSED),
        ({"says": '{"errcode": 45009, "errmsg": "api freq out of limit"}'}, Answer.LATER),
        ({"says": '{"errcode": -1, "errmsg": "busy"}'}, Answer.LATER),
        ({"says": '{"code": 11232, "msg": "frequency limited"}'}, Answer.LATER),
        ({"says": '{"errcode": "0"}'}, Answer.UNCERTAIN),
        ({"says": '{"errcode": false}'}, Answer.UNCERTAIN),
        ({"says": "{}"}, Answer.UNCERTAIN),
        ({"says": "[0]"}, Answer.UNCERTAIN),
        ({"says": "<html>ok</html>"}, Answer.UNCERTAIN),
        ({"says": ""}, Answer.UNCERTAIN),
        ({"status": 500}, Answer.LATER),
        ({"status": 429}, Answer.LATER),
        ({"status": 502}, Answer.UNCERTAIN),
        ({"status": 504}, Answer.UNCERTAIN),
        ({"status": 403}, Answer.REFUSED),
        ({"status": 404}, Answer.REFUSED),
        ({"status": 204, "says": ""}, Answer.REFUSED),
        ({"status": 302}, Answer.REFUSED),
        ({"status": 307}, Answer.REFUSED),
        ({"behaves": "hangs"}, Answer.UNCERTAIN),
        ({"behaves": "drips", "says": OK + " " * 400}, Answer.UNCERTAIN),
        ({"behaves": "breaks off"}, Answer.UNCERTAIN),
        ({"behaves": "closes"}, Answer.UNCERTAIN),
        ({"behaves": "endless"}, Answer.UNCERTAIN),
    ],
)
async def test_what_a_robot_answers(said: dict[str, object], answer: Answer) -> None:
    async with robot(**said) as there:
        notify = Notify({}, {"wecom:store": Named("wecom", there.url)}, {})
        found = await deliver("wecom:store", PARCEL, notify, within_s=0.4)
        assert found.answer is answer, found
        assert "geheim" not in found.receipt
        assert there.told == [{"msgtype": "text", "text": {"content": PARCEL.text}}]


async def test_where_nobody_listens_it_was_not_handed_over() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    notify = Notify({}, {"wecom:store": Named("wecom", f"http://127.0.0.1:{port}/geheim")}, {})
    found = await deliver("wecom:store", PARCEL, notify, within_s=0.4)
    assert (found.answer, "geheim" in found.receipt) == (Answer.LATER, False)
    assert (await deliver("wecom:other", PARCEL, notify)).answer is Answer.REFUSED


def test_each_is_signed_as_its_maker_says() -> None:
    """By the examples' way of signing, reckoned by hand with the same key and time."""
    ding = robots.dingtalk("https://x/send?access_token=t", "SECabc", "hi", 1_700_000_000)
    assert ding.url == ("https://x/send?access_token=t&timestamp=1700000000000&sign=" + ding.url.partition("&sign=")[2])
    lark = robots.feishu("https://x/hook/t", "abc", "hi", 1_700_000_000)
    assert lark.body["timestamp"] == "1700000000"
    assert len(lark.body["sign"]) == 44
    assert "sign" not in robots.feishu("https://x", "", "hi", 1).body
    assert robots.dingtalk("https://x", "", "hi", 1).url == "https://x"


def test_a_long_text_is_cut_where_the_robot_would_refuse_it() -> None:
    said = robots.cut("超时停留" * 400, "wecom")
    assert (len(said.encode()) <= 2000, said[-1]) == (True, "…")
    assert robots.cut("short", "wecom") == "short"


async def test_a_folder_has_a_whole_file_that_others_cannot_read(tmp_path: Path) -> None:
    parcel = PARCEL._replace(phone="13800138000", name="陈先生", purpose="ready")
    found = await deliver(f"folder:{tmp_path}", parcel, Notify({}, {}, {}))
    (file,) = tmp_path.iterdir()
    assert (found.answer, found.receipt) == (Answer.SENT, file.name)
    said = json.loads(file.read_text(encoding="utf-8"))
    assert (said["phone"], said["text"], said["numbers"]) == ("13800138000", PARCEL.text, [7])
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    gone = await deliver(f"folder:{tmp_path / 'gone'}", parcel, Notify({}, {}, {}))
    assert gone.answer is Answer.LATER


@pytest.mark.skipif(sys.platform == "win32", reason="a program of the shell")
@pytest.mark.parametrize(
    ("script", "answer"),
    [
        ("cat > $0.said", Answer.SENT),
        ("exit 3", Answer.LATER),
        ("sleep 30", Answer.UNCERTAIN),
        ("kill -9 $$", Answer.LATER),
    ],
)
async def test_a_program_has_sent_it_where_it_ends_with_0(tmp_path: Path, script: str, answer: Answer) -> None:
    program = tmp_path / "sms"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    found = await deliver(f"command:{program}", PARCEL, Notify({}, {}, {}), within_s=0.5)
    assert found.answer is answer, found
    if answer is Answer.SENT:
        assert json.loads((tmp_path / "sms.said").read_text(encoding="utf-8"))["text"] == PARCEL.text
    missing = await deliver("command:/no/such", PARCEL, Notify({}, {}, {}))
    assert missing.answer is Answer.LATER


@pytest.mark.parametrize(
    ("script", "answer"),
    [
        ({}, Answer.SENT),
        ({"RCPT": "550 no such box"}, Answer.REFUSED),
        ({"DATA.": "451 try again"}, Answer.LATER),
        ({"DATA.": "554 spam"}, Answer.REFUSED),
        ({"DATA.": ""}, Answer.UNCERTAIN),
        ({"MAIL": "421 busy"}, Answer.LATER),
        ({"": ""}, Answer.UNCERTAIN),
    ],
)
async def test_what_a_mail_server_answers(script: dict[str, str], answer: Answer) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def say(words: str) -> None:
            if not words:
                await asyncio.sleep(5)
            writer.write(f"{words}\r\n".encode())
            await writer.drain()

        try:
            await say(script.get("", "220 ready"))
            in_data = False
            while row := (await reader.readline()).decode().strip("\r\n"):
                verb = row[:4].upper()
                if in_data or verb == "DATA":
                    if not in_data:
                        await say("354 go on")
                    in_data = True
                    while (await reader.readline()) != b".\r\n":
                        pass
                    in_data = False
                    await say(script.get("DATA.", "250 taken"))
                else:
                    await say(script.get(verb, "250 ok"))
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    box = Mailbox("127.0.0.1", port, "desk@example.com", ("wang@example.com",), security="none")
    found = await deliver("mail:store", PARCEL, Notify({}, {}, {"mail:store": box}), within_s=0.5)
    server.close()
    assert found.answer is answer, found
