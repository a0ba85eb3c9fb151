"""A disk with little room: a store is made whole, or not at all, and what was refused is done once there is room."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

IN_A_NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")
ON_SMALL_DISKS = """
import contextlib, subprocess, sys
from pathlib import Path
from data.restore import restore
from data.engine.connection import connect
from data.engine.full_check import problems_in_full
from data.opening import create, open_store
from frontdesk.domain.values.errors import StoreError

disk, backup, kind = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
store = disk / "desk.db"
make = {"create": lambda: create(store), "restore": lambda: restore(backup, store, stamp="x")}[kind]
for size in range(int(sys.argv[4]), int(sys.argv[5]), 40):
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", str(disk)], check=True)
    try:
        make()
    except StoreError as error:
        print(error.reason, *(each.name for each in disk.iterdir()))
    else:
        print("made")
    subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
    if not store.exists():
        make()
    with contextlib.closing(open_store(store)) as connection:
        assert not problems_in_full(connection)
    subprocess.run(["umount", str(disk)], check=True)
"""


def can_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    tried = subprocess.run([*IN_A_NAMESPACE, "mount", "-t", "tmpfs", "none", "/mnt"], check=False, capture_output=True)
    return tried.returncode == 0


@pytest.mark.skipif(not can_mount(), reason="no small disk can be made here")
@pytest.mark.parametrize("kind", ["create", "restore"])
def test_it_is_made_whole_or_not_at_all(kind: str, template: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = [*IN_A_NAMESPACE, sys.executable, "-c", ON_SMALL_DISKS, str(disk), str(template), kind, "100", "1500"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert set(done.stdout.splitlines()) == {"disk_full", "made"}
