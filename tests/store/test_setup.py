"""A store is made out of the answers: whole, with its policy before its people, or not at all."""

from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.desk import setup
from frontdesk.desk.desk import Desk
from frontdesk.desk.doctor.examination import examine
from frontdesk.desk.doctor.finding import Level
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.setup.answers import policy_of
from frontdesk.domain.setup.draft import Draft, Newcomer
from frontdesk.domain.setup.reasons import SetupReason
from frontdesk.domain.stations.station import StationKind
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.errors import Refused

ACTOR = Actor("command", "李工")
PEOPLE = (Newcomer("王芳", Post.MANAGER, "13800010031"), Newcomer("张三", Post.GUARD))
DRAFT = Draft(store_name="粤东", province="广东", bays="东 西", people=PEOPLE, station=StationKind.GUARD)


def test_the_store_has_what_was_answered(tmp_path: Path, clock: ManualClock) -> None:
    path = tmp_path / "new" / "desk.db"
    # More events than are noted in the log at once.
    many = (*PEOPLE, *(Newcomer(f"顾问{number}", Post.ADVISOR) for number in range(12)))
    setup.set_up(path, replace(DRAFT, people=many), ACTOR, clock)
    with Desk.open(path, ACTOR, clock, create=False) as desk:
        assert desk.snapshot().policy == policy_of(DRAFT)
        assert {(each.name, each.post, each.phone) for each in desk.snapshot().staff} == {
            (each.name, each.post, each.phone) for each in many
        }
        kinds = [kind for (kind,) in desk.connection.execute("select kind from events order by seq")]
        assert kinds == ["policy", *["staff_add"] * len(many)]
        assert desk.connection.execute("select distinct who, station from events").fetchall() == [("李工", "command")]
    assert [each.name for each in path.parent.iterdir()] == ["desk.db"]
    assert path.stat().st_mode & 0o077 == 0
    assert not [found for found in examine(path, ACTOR, clock) if found.level is Level.PROBLEM]


@pytest.mark.parametrize("wrong", [{"province": "江南"}, {"people": ()}, {"station": None}, {"hours": ("",) * 7}])
def test_a_wrong_answer_makes_no_store(tmp_path: Path, wrong: dict[str, object]) -> None:
    with pytest.raises(Refused):
        setup.set_up(tmp_path / "desk.db", replace(DRAFT, **wrong), ACTOR)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_another_made_meanwhile_is_left_as_it_is(store: Path, clock: ManualClock) -> None:
    before = store.read_bytes()
    with pytest.raises(Refused) as refused:
        setup.set_up(store, DRAFT, ACTOR, clock)
    assert refused.value.reason is SetupReason.ALREADY_SET_UP
    assert store.read_bytes() == before
    assert [each.name for each in store.parent.iterdir() if each.name.startswith(".")] == []


def test_one_that_breaks_off_in_the_midst_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("frontdesk.desk.setup.keep_on_disk", no_room)
    with pytest.raises(Exception, match="disk_full"):
        setup.set_up(tmp_path / "desk.db", DRAFT, ACTOR)
    assert list(tmp_path.iterdir()) == []
