"""The file that says which group the store belongs to: its token is told nobody, and nobody else may read it."""

from pathlib import Path

import pytest

from frontdesk.domain.files import FileReason
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.share import Share
from frontdesk.domain.values.errors import InputError
from frontdesk.machine.group.group_file import Group, load, remove, write

RIGHT = Group("https://group.example.com:8430", "SH-003", "geheim", Share.MASKED, "/etc/ca.pem")


def test_what_was_written_is_read_again_by_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "group.toml"
    assert load(file) is None
    write(RIGHT, file)
    assert (load(file), file.stat().st_mode & 0o077) == (RIGHT, 0)
    file.chmod(0o640)
    with pytest.raises(InputError) as refused:
        load(file)
    assert refused.value.reason is GroupReason.GROUP_OPEN
    remove(file)
    remove(file)
    assert load(file) is None


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("", "group"),
        ("group = 3", "group"),
        ("[group]\nurl = 3", "url"),
        ('[group]\nurl = "https://a.b"\ncode = "A"', "token"),
        ('[group]\nurl = "http://a.b"\ncode = "A"\ntoken = "geheim"', "url"),
        ('[group]\nurl = "https://x:y@a.b"\ncode = "A"\ntoken = "geheim"', "url"),
        ('[group]\nurl = "https://a.b/?x"\ncode = "A"\ntoken = "geheim"', "url"),
        ('[group]\nurl = "https://a.b"\ncode = "../A"\ntoken = "geheim"', "code"),
        ('[group]\nurl = "https://a.b"\ncode = "A"\ntoken = "geheim"\nshare = "all"', "share"),
        ('[group]\nurl = "https://a.b"\ncode = "A"\ntoken = "geheim"\nshort = "x"', "group"),
    ],
)
def test_what_is_not_right_is_named_without_the_token(tmp_path: Path, said: str, key: str) -> None:
    file = tmp_path / "group.toml"
    file.touch(0o600)
    file.write_text(said)
    with pytest.raises(InputError) as refused:
        load(file)
    assert (refused.value.reason, refused.value.facts["key"]) == (FileReason.BAD_SETTING, key)
    assert "geheim" not in str(refused.value.facts)
