"""`frontdesk serve --lan`: what is refused before anything is served, and what its service is told."""

import sys
from pathlib import Path
from typing import Any

import pytest

from frontdesk.commands.web import reached
from frontdesk.machine import certificates
from frontdesk.machine.network import Called
from frontdesk.web.reach import InNetwork


@pytest.mark.parametrize("command", [["serve"], ["service", "install", "serve", "--dry-run"]])
def test_without_its_parts_it_says_how_to_have_them(
    run: Any, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography", None)
    ran = run(*command, "--lan")
    assert (ran.code, ran.out) == (1, "")
    assert "(cryptography): pip install 'frontdesk[lan]'" in ran.err


@pytest.mark.parametrize(
    "options",
    [
        ["--plain"], ["--cert", "a"], ["--key", "a"], ["--cert", "a", "--key", "b"], ["--lan", "--cert", "a"],
        ["--lan", "--key", "a"], ["--lan", "--plain", "--cert", "a", "--key", "b"],
    ],
    ids=" ".join,
)  # fmt: skip
@pytest.mark.parametrize("command", [["serve"], ["service", "install", "serve", "--dry-run"]], ids=" ".join)
def test_options_that_do_not_go_together(run: Any, command: list[str], options: list[str]) -> None:
    ran = run(*command, *options)
    assert (ran.code, ran.out) == (1, "")
    assert "--plain, --cert and --key go with serve --lan" in ran.err


def test_a_certificate_that_is_none(run: Any, tmp_path: Path) -> None:
    assert run("arrive", "A12345").code == 0
    ran = run("serve", "--lan", "--cert", str(tmp_path / "no.pem"), "--key", str(tmp_path / "no.key"))
    assert ran.code == 1
    assert f"The certificate {tmp_path / 'no.pem'} cannot be used with its key" in ran.err


@pytest.mark.parametrize("is_plain", [False, True])
def test_what_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str], is_plain: bool) -> None:
    made = None if is_plain else (lambda called: certificates.own(tmp_path, called))
    reach = InNetwork(8420, made, lambda: Called(("desk",), ("192.168.1.5", "10.0.0.3")))
    addresses = [reach.address_at(host) for host in reach.called.addresses]
    reached.tell(reach, addresses)
    said = capsys.readouterr().err
    scheme = "http" if is_plain else "https"
    for host in ("192.168.1.5", "10.0.0.3", "desk"):
        assert f"{scheme}://{host}:8420/" in said
    assert "frontdesk serve pair guard" in said
    assert ("NOT ENCRYPTED" in said) == is_plain
    assert ("192.168.1.5:8420/trust" in said) != is_plain
    if reach.authority is not None:
        assert certificates.thumbprint(reach.authority) in said
    assert "localport=8420 remoteip=localsubnet" in reached.firewall_line(8420)
