"""A backup is put back while gate cameras write: the store is whole after each, and nothing acknowledged is nowhere."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from rounds import Rounds
from store_checks import assert_whole

from data.backup import back_up
from data.engine.connection import connect
from data.restore import restore
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.store import StoreReason
from frontdesk.domain.values.plates import Plate

GATE = Path(__file__).parents[2] / "support" / "busy_gate.py"


def plates(path: Path) -> set[str]:
    with closing(connect(path)) as connection:
        assert_whole(connection)
        return {plate for (plate,) in connection.execute("select plate from events where kind = 'turn_away'")}


def test_nothing_is_lost_and_nothing_is_damaged(desk: Desk, store: Path, tmp_path: Path, rounds: Rounds) -> None:
    zone.turn_away(desk, Plate("苏A00000"))
    copy = tmp_path / "copy.db"
    back_up(desk.connection, copy)
    desk.close()
    gates = [
        subprocess.Popen([sys.executable, GATE, store, name], stdout=subprocess.PIPE, encoding="utf-8") for name in "BC"
    ]
    acknowledged: set[str] = set()
    kept: set[str] = set()
    for number in rounds(4, 50_000):
        for gate in gates:
            assert gate.stdout is not None
            acknowledged |= {gate.stdout.readline().strip() for _ in range(2)}
        aside = restore(copy, store, stamp=f"{number:05}")
        assert aside
        kept |= plates(aside)
        aside.unlink()
    for gate in gates:
        gate.terminate()
        acknowledged |= set(gate.communicate()[0].split("\n")[:-1])
    refused = {line for line in acknowledged if line.startswith("-")}
    assert acknowledged - refused <= plates(store) | kept
    assert {line.split()[1] for line in refused} <= {StoreReason.BUSY}
    rounds.also["acknowledged"] += len(acknowledged - refused)


def test_who_has_it_open_goes_on_in_what_was_put_back(desk: Desk, store: Path, tmp_path: Path) -> None:
    """It is the same file: nobody writes into one that was put aside."""
    zone.turn_away(desk, Plate("苏A00001"))
    back_up(desk.connection, tmp_path / "copy.db")
    zone.turn_away(desk, Plate("苏A00002"))
    aside = restore(tmp_path / "copy.db", store, stamp="x")
    zone.turn_away(desk, Plate("苏A00003"))
    assert plates(store) == {"苏A00001", "苏A00003"}
    assert aside
    assert plates(aside) == {"苏A00001", "苏A00002"}
