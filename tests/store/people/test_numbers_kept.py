"""A phone number is in the file while somebody has it or an undo may bring it back; after that no byte of it is."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from at_desk import MINUTE, SECOND
from rounds import Rounds

from data import stations
from data.backup import back_up
from data.engine.connection import clean_file, connect
from data.proof.settings import unlike_phones
from frontdesk.desk import undo, unowned_numbers
from frontdesk.desk.cases import amending, drafts, register
from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import NO_PLATE

WINDOW = 2 * MINUTE


def case(phone: str, words: str = "等了一个小时") -> NewCase:
    return NewCase(
        channel=Channel.PHONE,
        kind=CaseKind.SERVICE,
        severity=Severity.ORDINARY,
        customer="张先生",
        phone=phone,
        plate=NO_PLATE,
        words=words,
    )


def numbers(desk: Desk) -> set[str]:
    return {number for (number,) in desk.connection.execute("select number from phones where number <> ''")}


def in_files(store: Path, number: str) -> list[str]:
    """Return the files beside the store, and a backup made now, that hold a number."""
    with closing(connect(store)) as source:
        back_up(source, store.with_name("copy.db"))
    files = [store, *(Path(f"{store}{suffix}") for suffix in ("-wal", "-journal")), store.with_name("copy.db")]
    found = [each.name for each in files if each.exists() and number.encode() in each.read_bytes()]
    store.with_name("copy.db").unlink()
    return found


@pytest.mark.forged
def test_a_draft_that_names_an_empty_number_stops_nothing(desk: Desk, clock: ManualClock) -> None:
    desk.connection.execute("insert into phones (id, number, masked) values (7, '', '')")
    desk.connection.execute("insert into drafts (owner, at, fields, phone_id) values ('x', 1, '{}', 7)")
    desk.connection.execute("insert into phones_let_go (phone_id, at) values (7, 1)")
    unowned_numbers.delete_due(desk.connection, clock)
    assert not desk.connection.execute("select 1 from phones_let_go").fetchall()


def test_what_is_undone_is_gone_at_once(desk: Desk, store: Path) -> None:
    register.register(desk, case("13811110001"))
    assert in_files(store, "13811110001")
    undo.undo(desk)
    assert numbers(desk) == set()
    assert in_files(store, "13811110001") == []


@pytest.mark.parametrize(
    "let_go",
    [
        lambda desk: amending.amend(desk, 1, phone="13811110009"),
        lambda desk: amending.amend(desk, 1, phone=""),
    ],
)
def test_what_was_corrected_is_kept_as_long_as_it_can_be_undone(
    let_go: Callable[[Desk], object], desk: Desk, store: Path, clock: ManualClock
) -> None:
    register.register(desk, case("13811110001"))
    old = numbers(desk)
    let_go(desk)
    for wait in (WINDOW, 1):
        assert old <= numbers(desk)
        clock.at += wait
        unowned_numbers.delete_due(desk.connection, clock)
    (gone,) = old - numbers(desk)
    assert in_files(store, gone) == []
    assert unlike_phones(desk.connection).found == []


@pytest.mark.parametrize(
    "let_go",
    [lambda desk: staff.change(desk, "王芳", phone="13811110009"), lambda desk: staff.remove(desk, "王芳")],
)
def test_a_change_of_the_staff_list_cannot_be_undone(let_go: Callable[[Desk], object], desk: Desk, store: Path) -> None:
    staff.add(desk, "王芳", Post.MANAGER, "13811110002")
    let_go(desk)
    assert in_files(store, "13811110002") == []
    assert unlike_phones(desk.connection).found == []


def test_an_undo_brings_the_number_back(desk: Desk, clock: ManualClock, store: Path) -> None:
    register.register(desk, case("13811110001"))
    amending.amend(desk, 1, phone="13811110003")
    clock.at += WINDOW
    undo.undo(desk)
    assert numbers(desk) == {"13811110001"}
    assert in_files(store, "13811110003") == []
    clock.at += MINUTE
    register.register(desk, case("13811110004"))
    assert numbers(desk) == {"13811110001", "13811110004"}


def test_whoever_comes_back_to_the_staff_has_one_number(desk: Desk, clock: ManualClock) -> None:
    staff.add(desk, "王芳", Post.MANAGER, "13811110001")
    staff.remove(desk, "王芳")
    staff.add(desk, "王芳", Post.MANAGER, "13811110002")
    clock.at += WINDOW + SECOND
    staff.add(desk, "李强", Post.SUPERVISOR)
    assert numbers(desk) == {"13811110002"}
    assert desk.connection.execute("select count(*) from phones").fetchone() == (1,)


def test_a_dropped_draft_leaves_nothing(desk: Desk, store: Path) -> None:
    drafts.keep(desk, {"words": "等了一个小时"}, "13811110005")
    drafts.keep(desk, {"words": "等了一个小时"}, "13811110006")
    assert in_files(store, "13811110005") == []
    drafts.keep(desk, {"words": ""}, "")
    assert in_files(store, "13811110006") == []


def test_who_keeps_a_number(
    desk: Desk, open_desk: Callable[..., Desk], store: Path, clock: ManualClock, rounds: Rounds
) -> None:
    """Against a plain model: each number with whoever has it, and until when an undo may bring it back."""
    rng, office = random.Random(12), open_desk("manager", "李建国")
    has: dict[str, str] = {}
    until: dict[str, int] = {}
    last: tuple[str, str | None, int] | None = None
    for step in rounds(120, 5000):
        number = f"138{step:08}"
        what = rng.choice(("register", "amend", "undo", "hire", "change", "leave", "wait"))
        cases = [who for who in has if who.startswith("case")]
        people = [who for who in has if who.startswith("person")]
        if what == "register":
            who = f"case {register.register(desk, case(number)).number}"
            last, has[who] = (who, None, clock.at), number
        elif what == "amend" and cases:
            who = rng.choice(cases)
            amending.amend(desk, int(who.split()[1]), phone=number)
            last, until[has[who]] = (who, has[who], clock.at), clock.at + WINDOW
            has[who] = number
        elif what == "undo" and last is not None and clock.at <= last[2] + WINDOW:
            undo.undo(desk)
            who, before, _at = last
            last = None
            del has[who]
            if before is not None:
                has[who] = before
                until.pop(before)
        elif what == "hire":
            who = f"person{step}"
            staff.add(office, who, Post.GUARD, number)
            has[who] = number
        elif what == "change" and people:
            who = rng.choice(people)
            staff.change(office, who, phone=number)
            has[who] = number
        elif what == "leave" and people:
            who = rng.choice(people)
            staff.remove(office, who)
            del has[who]
        elif what == "wait":
            clock.at += rng.choice((SECOND, 50 * SECOND, WINDOW, WINDOW + 1, 2 * WINDOW))
        unowned_numbers.delete_due(desk.connection, clock)
        until = {number: end for number, end in until.items() if end >= clock.at}
        assert numbers(desk) == {*has.values(), *until}, (step, what)
    file, kept = store.read_bytes() + Path(f"{store}-wal").read_bytes(), {*has.values(), *until}
    assert [n for n in (f"138{step:08}" for step in range(step)) if n not in kept and n.encode() in file] == []


def test_a_station_deletes_it_without_any_command(desk: Desk, clock: ManualClock) -> None:
    register.register(desk, case("13811110001"))
    amending.amend(desk, 1, phone="")
    clock.at += WINDOW + 1
    stations.seen(desk.connection, [], clock.at)
    unowned_numbers.delete_due(desk.connection, clock)
    assert numbers(desk) == set()


def test_what_an_older_version_deleted_goes_when_the_file_is_written_anew(desk: Desk, store: Path) -> None:
    """An update, the restore of an older backup, and `forget` do that."""
    desk.connection.execute("PRAGMA secure_delete = OFF")
    drafts.keep(desk, {"words": "等了一个小时"}, "13811110005")
    drafts.keep(desk, {"words": ""}, "")
    assert in_files(store, "13811110005")
    assert clean_file(desk.connection)
    assert in_files(store, "13811110005") == []
