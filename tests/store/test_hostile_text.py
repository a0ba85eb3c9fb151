"""Whatever a customer, a gate camera or a keyboard sends: kept cleaned, or refused; never anything else."""

import json
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_checks import assert_whole

from frontdesk.desk import penalties, zone
from frontdesk.desk.cases import register, steps
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import decisions
from frontdesk.desk.people import duty, staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.cases.steps import CaseStep
from frontdesk.domain.escalations.terms import Action
from frontdesk.domain.people.roles import Role
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.values.errors import FrontdeskError
from frontdesk.domain.values.plates import NO_PLATE, Plate, parse_plate

HOSTILE = [
    "[/b]", "[@click=app.quit]x[/]", "[red]x", "[[", "\\[", "{plate}", "%s%n",
    "\x1b[31mred\x1b[0m", "\x1b]52;c;aGFja2Vk\x07", "\x1b]0;title\x07", "\x9b31m", "\r\roverwritten",
    "\u202eevil\u202c", "\u2066a\u2069", "\u200b\u200d\ufeff", "a\x00b", "\x00", "\ud800", "\udc00x\ud83d",
    "\ue000", "\U000e0041", "\u2028\u2029", "x" * 10_000, "字" * 10_000, "e\u0301" * 5_000, "a" + "\u0301" * 10_000,
    "👨\u200d👩\u200d👧\u200d👦", "🏳\ufe0f\u200d🌈", "'; drop table visits; --", '"', "NULL",
    "١٢٣", "１２３", "ﷺ" * 200, "", " ", "\n\n", "\t",
]  # fmt: skip
FORBIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def new_case(said: dict[str, Any]) -> NewCase:
    """The case that somebody registers who says this."""
    plate = parse_plate(said.pop("plate"))
    return NewCase(channel=Channel.PHONE, kind=CaseKind.PRICE, severity=Severity.MAJOR, plate=plate, **said)


def through_every_field(text: str) -> list[Callable[[Desk], object]]:
    """Each command that takes text, with this text in each of its fields."""
    case = {"customer": "李四", "phone": "13812348000", "plate": "苏A12345", "words": "等太久"}
    commands: list[Callable[[Desk], object]] = [
        lambda desk, field=field: register.register(desk, new_case({**case, field: text})) for field in case
    ]
    commands += [lambda desk, step=step: steps.take(desk, 1, step, text) for step in CaseStep]
    commands += [
        lambda desk: zone.arrive(desk, parse_plate(text)),
        lambda desk: zone.arrive(desk, Plate("苏A99999"), place=text),
        lambda desk: zone.receive(desk, parse_plate(text)),
        lambda desk: zone.receive(desk, Plate("苏A12345"), advisor=text),
        lambda desk: zone.make_work_order(desk, parse_plate(text)),
        lambda desk: zone.move(desk, parse_plate(text), "lane"),
        lambda desk: zone.move(desk, Plate("苏A12345"), text),
        lambda desk: zone.hand_over(desk, parse_plate(text)),
        lambda desk: decisions.act(desk, 1, Action.DIVERT, (parse_plate(text),), seen=None),
        lambda desk: duty.hand_over(desk, Role.DEPUTY, text, desk.now() + 60_000),
        lambda desk: penalties.propose(desk, 1, text, words=text),
        *(lambda desk, act=act: act(desk, 1, text) for act in (penalties.appeal, penalties.uphold, penalties.counter)),
        lambda desk: zone.leave(desk, parse_plate(text)),
        lambda desk: zone.turn_away(desk, parse_plate(text)),
        lambda desk: zone.known_plates(desk, text),
        lambda desk: zone.timeline(desk, parse_plate(text)),
        lambda desk: staff.add(desk, text, Post.ADVISOR),
        lambda desk: staff.add(desk, "赵六", Post.ADVISOR, text),
        lambda desk: staff.remove(desk, text),
    ]
    return commands


def give_all(desk: Desk, text: str) -> None:
    actor = desk.actor
    for command in through_every_field(text):
        for who in (actor, Actor(text, text)):
            desk.actor = who
            try:
                command(desk)
            except FrontdeskError as error:
                for fact in error.facts.values():
                    assert_clean(fact)
    desk.actor = actor


def assert_clean(value: object) -> None:
    if isinstance(value, str):
        assert not {unicodedata.category(c) for c in value if c != "\n"} & FORBIDDEN, value
        assert len(value) <= 4000


def assert_nothing_hostile_is_kept(desk: Desk) -> None:
    names = [name for (name,) in desk.connection.execute("select name from sqlite_schema where type = 'table'")]
    for name in names:
        for row in desk.connection.execute(f"select * from {name}"):
            for value in row:
                if isinstance(value, str) and name in {"events", "policies", "_sqlite_migrations"}:
                    assert not {unicodedata.category(c) for c in value} & FORBIDDEN
                else:
                    assert_clean(value)
    for (changes,) in desk.connection.execute("select changes from events"):
        assert json.loads(changes) is not None
        assert "13812348000" not in changes
    assert_whole(desk.connection)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_in_every_field(desk: Desk, text: str) -> None:
    for number in range(4):
        zone.arrive(desk, Plate(f"苏A1234{number + 2}"))
    give_all(desk, text)
    assert_nothing_hostile_is_kept(desk)


@settings(max_examples=12, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(), max_size=60))
def test_any_text_in_every_field(desk: Desk, text: str) -> None:
    give_all(desk, text)
    assert_nothing_hostile_is_kept(desk)


def test_what_a_customer_says_is_kept_word_for_word(desk: Desk) -> None:
    said = "[b]等太久[/b]\n  “第三次了”  {plate} \\[x] 👍"
    register.register(desk, NewCase(
        channel=Channel.PERSON, kind=CaseKind.WAITING, severity=Severity.ORDINARY, customer="[李]四", phone="",
        plate=NO_PLATE, words=said,
    ))  # fmt: skip
    (case,) = desk.snapshot().complaints
    assert case.words == said
    assert case.customer == "[李]四"
