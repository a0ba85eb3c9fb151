"""Three processes try everything at random; what is on record then passes no gate (I9, I12, R8, S3).

`python tests/support/gate_breakers.py FOLDER 20000 SEED` is the same with more.
"""

from pathlib import Path

import pytest
from gate_breakers import main, violations

from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor


@pytest.mark.forged
def test_no_gate_is_passed(tmp_path: Path) -> None:
    came = main(tmp_path, 90, 1)
    assert (came["violations"], int(str(came["done"])) > 10) == ([], True), came
    with Desk.open(tmp_path / "store.db", Actor("manager", "王芳")) as desk:
        # Whoever judges sees what was put there past every command.
        desk.connection.execute("update rescues set departed_at = called_at, vehicle = 'x'")
        assert {each.partition(":")[0] for each in desk.read(violations)} >= {"left without a signature"}
