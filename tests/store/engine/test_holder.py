"""Who holds a store is said where the system tells it (issue 12.2, B14)."""

import os
import signal
import subprocess
import sys
import textwrap

import pytest

from data.engine import turns
from data.engine.connection import connect
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.file import writing
from frontdesk.domain.stations.presence import Holder
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.errors import StoreError
from frontdesk.domain.values.plates import Plate
from frontdesk.words.refusals.sentence import sentence

HOLDS = """
    import sys
    from pathlib import Path
    from data.engine.connection import connect
    from data.engine.turns import begin
    held = connect(Path(sys.argv[1]))
    begin(held)
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lists its locks")
def test_the_process_that_holds_the_store_is_named(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "BUSY_MS", 50)
    program = [sys.executable, "-c", textwrap.dedent(HOLDS), str(desk.path)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        os.kill(other.pid, signal.SIGSTOP)
        os.waitid(os.P_PID, other.pid, os.WSTOPPED | os.WNOWAIT)
        with pytest.raises(StoreError) as refused:
            zone.arrive(desk, Plate("苏A12345"))
        found = writing(desk)
        os.kill(other.pid, signal.SIGCONT)
        other.communicate()
    assert refused.value.reason is StoreReason.HELD
    holder = refused.value.facts["holder"]
    assert isinstance(holder, Holder)
    assert (holder.pid, holder.is_stopped) == (other.pid, True)
    assert f"process {other.pid}, running since" in sentence(refused.value)
    assert "stopped" in sentence(refused.value)
    assert (found.name, found.level.value) == ("refused", "problem")
    assert zone.arrive(desk, Plate("苏A12345")).plate == "苏A12345"


def test_this_very_process_is_named_to_nobody(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "BUSY_MS", 20)
    other = connect(desk.path)
    turns.begin(other)
    with pytest.raises(StoreError) as refused:
        zone.arrive(desk, Plate("苏A12345"))
    assert refused.value.reason is StoreReason.BUSY
    other.execute("rollback")
    other.close()
