"""The lounge's second page: masked plates, one word, a time; it turns every ten seconds and covers no fresh call."""

from dataclasses import replace

import pytest
from waiting import divert

from frontdesk.desk import lounge as tickets
from frontdesk.desk import policy, zone
from frontdesk.desk.people import staff
from frontdesk.desk.progress import findings, jobs, promises
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.progress.terms import FoundKind, JobKind, Waits
from frontdesk.domain.values.clock import HOUR, SECOND
from frontdesk.domain.values.plates import Plate
from screens.stations.lounge_drawing import draw

CAR, AWAY = Plate("苏BD8832"), Plate("苏A2F618")


def read(desk, now, size=(80, 24)):
    return "\n".join("".join(span.text for span in row) for row in draw(desk.snapshot(), now, *size))


@pytest.fixture
def shop(staffed):
    staff.add(staffed, "赵敏", Post.SUPERVISOR, "13700137009")
    staffed.actor = Actor("manager", "王五")
    policy.load(staffed, replace(Policy(), progress="all"))
    staffed.actor = Actor("reception", "李四")
    for car in (CAR, AWAY):
        zone.arrive(staffed, car, compared=None)
        zone.receive(staffed, car)
        zone.make_work_order(staffed, car)
        zone.hand_over(staffed, car)
    promises.promise(staffed, CAR, staffed.now() + HOUR)
    promises.wait(staffed, AWAY, Waits.AWAY)
    jobs.assign(staffed, CAR, JobKind.REPAIR, "刘军", title="离合器")
    jobs.start(staffed, CAR)
    findings.find(staffed, CAR, FoundKind.HIDDEN, "制动盘磨损")
    return staffed


def test_it_says_no_more_than_a_word_and_a_time(shop, size):
    said = read(shop, shop.now(), size)
    assert "苏B·***32" in said
    assert "in work" in said
    assert "about 11:00" in said
    for secret in ("D8832", "离合器", "制动盘", "刘军", "618", "waits for the customer"):
        assert secret not in said
    assert len(said.split("\n")) == size[1]


def test_it_turns_every_ten_seconds_and_covers_no_call_that_is_fresh(shop, clock):
    divert(shop, clock, Plate("沪C77A01"))
    shop.actor = Actor("reception", "李四")
    begin = clock.at - clock.at % (20 * SECOND)
    shown = ["苏B·***32" in read(shop, begin + second * SECOND) for second in range(0, 40, 10)]
    assert shown == [False, True, False, True]
    tickets.call(shop, shop.snapshot().tickets[0].id)
    now = clock.at
    assert not any("苏B·***32" in read(shop, now + second * SECOND) for second in range(10))
    assert any("苏B·***32" in read(shop, now + second * SECOND) for second in range(10, 30))
