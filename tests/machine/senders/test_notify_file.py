"""The file that says what sends what: faults are named without telling a secret, and others may not read it."""

import sys
from pathlib import Path

import pytest

from frontdesk.domain.files import FileReason
from frontdesk.domain.messages.reasons import MessageReason
from frontdesk.domain.values.errors import InputError
from frontdesk.machine.senders.notify_file import NOTHING, load
from frontdesk.words.refusals.sentence import sentence

RIGHT = """
[notify]
manager = ["wecom:store", "mail:boss"]
sms = ["folder:/srv/sms"]
[wecom.store]
url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=geheim"
[mail.boss]
host = "smtp.example.com"
from = "desk@example.com"
to = ["boss@example.com"]
password = "geheim"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    named = tmp_path / "notify.toml"
    named.touch(0o600)
    return named


def test_what_it_says(file: Path, tmp_path: Path) -> None:
    file.write_text(RIGHT)
    found = load(file)
    assert found.routes == {"manager": ("wecom:store", "mail:boss"), "sms": ("folder:/srv/sms",)}
    assert found.mailboxes["mail:boss"].port == 465
    assert load(tmp_path / "none.toml") == NOTHING


@pytest.mark.skipif(sys.platform == "win32", reason="its modes say nothing")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_others_may_not_read_it(file: Path, mode: int) -> None:
    file.write_text(RIGHT)
    file.chmod(mode)
    with pytest.raises(InputError) as refused:
        load(file)
    assert refused.value.reason is MessageReason.NOTIFY_OPEN


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ("manager =", "manger =", "notify.manger"),
        ('["wecom:store", "mail:boss"]', '"wecom:store"', "notify.manager"),
        ("wecom:store", "wecom:other", "notify.manager"),
        ("folder:/srv/sms", "folder:sms", "notify.sms"),
        ("folder:/srv/sms", "carrier:/pigeon", "notify.sms"),
        ("https://qyapi", "http://qyapi", "wecom.store.url"),
        ("url =", "adress =", "wecom.store"),
        ('host = "smtp.example.com"', 'host = ""', "mail.boss.host"),
        ('to = ["boss@example.com"]', 'to = ["boss"]', "mail.boss.to"),
        ('password = "geheim"', "password = 1", "mail.boss.password"),
        ('password = "geheim"', "port = 0", "mail.boss.port"),
        ('password = "geheim"', 'security = "yes"', "mail.boss.security"),
        ("[mail.boss]", "[letters.boss]", "letters"),
        ("[notify]", "", "manager"),
    ],
)
def test_a_fault_is_named(file: Path, was: str, becomes: str, key: str) -> None:
    file.write_text(RIGHT.replace(was, becomes))
    with pytest.raises(InputError) as refused:
        load(file)
    assert (refused.value.reason, refused.value.facts["key"]) == (FileReason.BAD_SETTING, key)
    assert "geheim" not in sentence(refused.value)
