"""People who sign in by PIN: given, chosen, tried, and what the store refuses without it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from at_desk import CAR, MINUTE, SECOND, arrive, refusal
from attended import hire

from data.backup import back_up
from data.people import pin_key
from data.proof.chain import broken_link
from frontdesk.desk import policy, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import pins, staff
from frontdesk.domain.people.pins import DIGITS, SIGNED_IN_FOR, SignIn
from frontdesk.domain.people.reasons import PeopleReason
from frontdesk.domain.people.staff import Actor, Post, Proof
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

PIN, OTHER = "482913", "073519"
SHELL = Actor("command", "", Proof.SHELL)


@pytest.fixture
def manager(desk: Desk) -> Desk:
    """The manager's desk, at a store where people sign in by PIN; nobody is signed in yet."""
    desk.actor = SHELL
    for name, post in (("王芳", Post.MANAGER), ("李四", Post.ADVISOR), ("张三", Post.GUARD)):
        staff.add(desk, name, post)
    _, given = pins.give(desk, "王芳")
    desk.actor = Actor("manager", "王芳")
    pins.choose(desk, "王芳", given, PIN)
    policy.load(desk, Policy(sign_in=SignIn.PINS))
    return desk


def sign_in(desk: Desk, pin: str = PIN) -> None:
    desk.actor = Actor(desk.actor.station, desk.actor.who, sign_in=pins.prove(desk, desk.actor.who, pin))


def proofs(desk: Desk) -> list[str | None]:
    return [proof for (proof,) in desk.connection.execute("select proof from events order by seq")]


def test_the_record_says_how_it_is_known(manager: Desk) -> None:
    assert proofs(manager) == ["shell"] * 4 + ["station"] * 2
    zone.arrive(manager, CAR)
    sign_in(manager)
    zone.receive(manager, CAR)
    manager.actor = SHELL
    zone.leave(manager, CAR)
    assert proofs(manager)[6:] == ["station", "pin", "shell"]
    assert broken_link(manager.connection, lambda done, of: None) is None


@pytest.mark.forged
def test_a_proof_that_was_changed_is_found(manager: Desk) -> None:
    manager.connection.execute("drop trigger events_stay")
    manager.connection.execute("update events set proof = 'pin' where seq = 5")
    link = broken_link(manager.connection, lambda done, of: None)
    assert link is not None
    assert link.seq == 5


def test_what_counts_needs_the_pin_and_a_car_does_not(manager: Desk, clock: ManualClock) -> None:
    zone.arrive(manager, CAR)
    changed = Policy(sign_in=SignIn.PINS, undo_s=60)
    assert refusal(lambda: policy.load(manager, changed)) is PeopleReason.SIGN_IN_FIRST
    # Nor is it switched off without one.
    assert refusal(lambda: policy.load(manager, Policy())) is PeopleReason.SIGN_IN_FIRST
    sign_in(manager)
    clock.at += MINUTE + 1
    assert refusal(lambda: policy.load(manager, changed)) is PeopleReason.PIN_AGAIN
    assert manager.snapshot().policy.undo_s == 120
    sign_in(manager)
    policy.load(manager, changed)
    clock.at += SIGNED_IN_FOR
    assert refusal(lambda: policy.load(manager, Policy())) is PeopleReason.SIGN_IN_FIRST
    manager.actor = Actor("manager", "李四")
    assert refusal(lambda: policy.load(manager, Policy())) is PeopleReason.NOT_YOUR_POST
    manager.actor = Actor("manager", "路人")
    assert refusal(lambda: zone.receive(manager, CAR)) is PeopleReason.UNKNOWN_PERSON


def test_nobody_signs_in_for_somebody_else_or_elsewhere(manager: Desk) -> None:
    sign_in(manager)
    number = manager.actor.sign_in
    for actor in (Actor("manager", "李四", sign_in=number), Actor("reception", "王芳", sign_in=number)):
        manager.actor = actor
        assert refusal(lambda: staff.remove(manager, "张三")) in {
            PeopleReason.SIGN_IN_FIRST,
            PeopleReason.NOT_YOUR_POST,
        }
    manager.actor = Actor("manager", "王芳", sign_in=number)
    pins.sign_out(manager, number)
    assert refusal(lambda: staff.remove(manager, "张三")) is PeopleReason.SIGN_IN_FIRST


@pytest.mark.parametrize(("who", "pin"), [("王芳", OTHER), ("王芳", ""), ("路人", PIN), ("", "")])
def test_the_same_words_for_a_wrong_name_and_a_wrong_pin(manager: Desk, who: str, pin: str) -> None:
    assert refusal(lambda: pins.prove(manager, who, pin)) is PeopleReason.PIN_WRONG


def test_a_try_counts_before_it_is_looked_at(
    manager: Desk, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever pulls the plug while it is looked at has used the try."""

    def killed(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(pins, "_is_right", killed)
        for _ in range(5):
            with pytest.raises(KeyboardInterrupt):
                pins.prove(manager, "王芳", PIN)
    assert refusal(lambda: pins.prove(manager, "王芳", PIN)) is PeopleReason.PIN_WAIT
    clock.at += 5 * MINUTE - 1
    assert refusal(lambda: pins.prove(manager, "王芳", PIN)) is PeopleReason.PIN_WAIT
    clock.at += 1
    pins.prove(manager, "王芳", PIN)
    assert refusal(lambda: pins.prove(manager, "王芳", OTHER)) is PeopleReason.PIN_WRONG


def test_a_pin_that_was_given_is_changed_first(manager: Desk) -> None:
    sign_in(manager)
    given = pins.give(manager, "李四")[1]
    assert given.isdigit()
    assert len(given) == DIGITS
    manager.actor = Actor("reception", "李四")
    assert refusal(lambda: pins.prove(manager, "李四", given)) is PeopleReason.PIN_FIRST
    assert refusal(lambda: pins.choose(manager, "李四", given, "123456")) is PeopleReason.PIN_WEAK
    assert refusal(lambda: pins.choose(manager, "李四", given, given)) is PeopleReason.PIN_SAME
    assert refusal(lambda: pins.choose(manager, "李四", OTHER, PIN)) is PeopleReason.PIN_WRONG
    pins.choose(manager, "李四", given, OTHER)
    sign_in(manager, OTHER)


def test_a_right_pin_is_no_guess(manager: Desk) -> None:
    """Also one that was given, and that nothing better was chosen for yet."""
    given = pins.give(manager_by_shell(manager), "李四")[1]
    manager.actor = Actor("reception", "李四")
    for _ in range(7):
        assert refusal(lambda: pins.prove(manager, "李四", given)) is PeopleReason.PIN_FIRST
        assert refusal(lambda: pins.choose(manager, "李四", given, "123456")) is PeopleReason.PIN_WEAK
    pins.choose(manager, "李四", given, OTHER)


def test_to_a_director_only_a_director_gives_one(manager: Desk) -> None:
    staff.add(manager_by_shell(manager), "李建国", Post.DIRECTOR)
    manager.actor = Actor("manager", "王芳")
    sign_in(manager)
    assert refusal(lambda: pins.give(manager, "李建国")) is PeopleReason.NOT_FOR_YOU
    given = pins.give(manager_by_shell(manager), "李建国")[1]
    manager.actor = Actor("manager", "李建国")
    pins.choose(manager, "李建国", given, OTHER)
    sign_in(manager, OTHER)
    pins.give(manager, "王芳")


def test_a_forgotten_pin_is_given_anew_and_locks_nobody_out(manager: Desk) -> None:
    sign_in(manager)
    signed = manager.actor
    for _ in range(5):
        assert refusal(lambda: pins.prove(manager, "王芳", OTHER)) is PeopleReason.PIN_WRONG
    assert refusal(lambda: pins.prove(manager, "王芳", PIN)) is PeopleReason.PIN_WAIT
    manager.actor = SHELL
    given = pins.give(manager, "王芳")[1]
    manager.actor = signed
    # Whoever was signed in by the old one is not any more.
    assert refusal(lambda: staff.remove(manager, "张三")) is PeopleReason.SIGN_IN_FIRST
    pins.choose(manager, "王芳", given, OTHER)
    sign_in(manager, OTHER)
    staff.remove(manager, "张三")


def test_whoever_is_gone_has_no_pin_any_more(manager: Desk) -> None:
    manager.actor = SHELL
    given = pins.give(manager, "李四")[1]
    staff.remove(manager, "李四")
    staff.add(manager, "李四", Post.ADVISOR)
    manager.actor = Actor("reception", "李四")
    assert refusal(lambda: pins.choose(manager, "李四", given, OTHER)) is PeopleReason.PIN_NONE


def test_no_pin_stands_in_the_log_or_in_a_copy(manager: Desk, tmp_path: Path) -> None:
    given = pins.give(manager_by_shell(manager), "李四")[1]
    told = json.dumps(manager.connection.execute("select * from events").fetchall(), ensure_ascii=False)
    assert PIN not in told
    assert given not in told
    assert "argon2" not in told
    copy = tmp_path / "copy.db"
    back_up(manager.connection, copy)
    assert pin_key.path_of(manager.path).stat().st_mode & 0o777 == 0o600
    with Desk.open(copy, Actor("manager", "王芳"), manager.clock) as restored:
        assert refusal(lambda: pins.prove(restored, "王芳", PIN)) is PeopleReason.PIN_GONE
        pins.give(manager_by_shell(restored), "王芳")
        restored.actor = Actor("manager", "王芳")
        assert refusal(lambda: pins.prove(restored, "王芳", PIN)) is PeopleReason.PIN_WRONG


def manager_by_shell(desk: Desk) -> Desk:
    desk.actor = SHELL
    return desk


def test_nobody_is_locked_out_by_the_policy(desk: Desk) -> None:
    desk.actor = SHELL
    staff.add(desk, "王芳", Post.MANAGER)
    staff.add(desk, "李四", Post.ADVISOR)
    by_pin = Policy(sign_in=SignIn.PINS)
    assert refusal(lambda: policy.load(desk, by_pin)) is PeopleReason.NO_PINS_YET
    pins.give(desk, "李四")
    assert refusal(lambda: policy.load(desk, by_pin)) is PeopleReason.NO_PINS_YET
    pins.give(desk, "王芳")
    policy.load(desk, by_pin)
    # The one way back, on the store's own machine.
    policy.load(desk, Policy())
    assert desk.snapshot().policy.sign_in == SignIn.NAMES


def test_by_names_nothing_is_asked(desk: Desk, open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    hire(desk)
    arrive(desk, 1)
    clock.at += SECOND
    zone.leave(open_desk("guard", "路人"), Plate("苏A00001"))
    assert proofs(desk)[-1] == "station"


@pytest.mark.parametrize(("typed", "found"), [("wf", ["王芳"]), ("ls", ["李四"]), ("xx", []), ("", [])])
def test_who_is_meant_by_first_letters(manager: Desk, typed: str, found: list[str]) -> None:
    assert [person.name for person in pins.meant(manager, typed)] == found
