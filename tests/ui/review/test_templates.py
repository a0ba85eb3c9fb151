"""A template of head office at a station: among the matters, number by number, accepted by PIN or declined (G1)."""

import pytest
from with_pins import PIN, sign_in_by_pin

from frontdesk.desk.group import templates
from frontdesk.desk.people import staff
from frontdesk.domain.group.templates import OfferState, Template, state_of
from frontdesk.domain.people.staff import Post

OFFERED = {"over_count": 5, "over_stay_s": 1200, "bays": ["1", "2", "[b]3"]}


@pytest.fixture
def offered(staffed):
    """A store with a director, to which a template is offered."""
    staff.add(staffed, "李建国", Post.DIRECTOR, "13700137001")
    templates.keep(staffed, Template(7, "接待[b]标准", 3, "春节[/]前", "陈总", OFFERED))
    return staffed


async def open_template(station):
    await station.press("ctrl+a")
    await station.reads("group template", "接待[b]标准, version 3")
    await station.later(700)
    await station.press("enter")
    await station.dialog("TemplateDialog")
    await station.reads(
        "waits for the director", "added by 陈总", "春节[/]前", "4 cars → 5 cars", "20 min, as it is now", "[b]3",
    )  # fmt: skip
    await station.later(700)


def state(desk):
    (offer,) = templates.offered(desk)
    return state_of(offer.approval.state), desk.snapshot().policy.over_count


async def test_the_director_accepts_it_with_one_key(at_station, offered):
    async with at_station("manager", who="王五") as manager:
        await open_template(manager)
        await manager.press("f2")
        await manager.reads("signed by the service director; 王五 is not")
        assert state(offered) == (OfferState.OFFERED, 4)
    async with at_station("manager", who="李建国") as director:
        await open_template(director)
        await director.press("f2", "f2")
        await director.reads("group template accepted, in force", "李建国: approved")
        await director.later(700)
        assert state(offered) == (OfferState.ACCEPTED, 5)
        await director.press("f3")
        await director.reads("✗")
        assert state(offered) == (OfferState.ACCEPTED, 5)
    assert len(offered.connection.execute("select 1 from events where kind = 'policy_template'").fetchall()) == 1


async def test_where_people_have_pins_it_takes_the_directors(at_station, offered):
    sign_in_by_pin(offered, "王五", "李建国")
    async with at_station("manager", who="王五") as manager:
        await open_template(manager)
        for name, said in (("ww", "signed by the service director; 王五 is not"), ("ljg", "accepted, in force")):
            await manager.press("f2")
            await manager.dialog("PinDialog")
            await manager.press(*f"{name}{PIN}", "enter")
            await manager.reads(said)
            await manager.later(700)
    assert state(offered) == (OfferState.ACCEPTED, 5)
    who, proof = offered.connection.execute("select who, proof from events where kind = 'policy_template'").fetchone()
    assert (who, proof) == ("李建国", "pin")


async def test_it_is_declined_with_words(at_station, offered):
    async with at_station("manager", who="李建国") as director:
        await open_template(director)
        await director.press("f3")
        await director.reads("Say why matter No. 1 is rejected")
        assert state(offered) == (OfferState.OFFERED, 4)
        await director.press(*"two bays", "f3")
        await director.reads("declined", "two bays")
    assert state(offered) == (OfferState.DECLINED, 4)
