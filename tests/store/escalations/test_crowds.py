"""The hold time spares a second sound, never a decision: other cars are another crowd (issue 11.10, Z5)."""

import pytest
from at_desk import act, arrive
from attended import sign
from script import CALLED_AT_ONCE, FOUR, Script
from store_checks import assert_whole

from frontdesk.desk import undo, zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.escalations import handling
from frontdesk.domain.escalations.terms import Action, State
from frontdesk.domain.values.clock import ManualClock
from frontdesk.domain.values.plates import Plate

CALLED_ANEW = """
10:00:23.000 over_count zone called guard L1
10:00:23.000 over_count zone called manager 王芳 L1
"""
OTHERS = "> 10:00:23 guard arrive 苏A00005 苏A00006 苏A00007 苏A00008 苏A00009"
ALL_LEAVE = """
> 10:00:20 guard leave 苏A00001 苏A00002 苏A00003 苏A00004
10:00:20.000 over_count zone cleared 张三 {outcome}
"""

SCRIPTS = {
    "five new cars three seconds after a decided crowd has left: called at once, decided by nobody": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 manager act over_count divert 苏A00001
        10:00:10.000 over_count zone acted 王芳 divert
        {ALL_LEAVE.format(outcome="cleared")}
        {OTHERS}
        {CALLED_ANEW}
        10:01:23.000 over_count zone repeated guard L1
        10:01:23.000 over_count zone repeated manager 王芳 L1
        10:02:23.000 over_count zone repeated guard L1
        10:02:23.000 over_count zone repeated manager 王芳 L1
        10:03:23.000 over_count zone called deputy 孙磊 L2
        > 10:03:30 guard leave 苏A00005 苏A00006
        10:03:30.000 over_count zone cleared 张三 unhandled
    """,
    "taken on and not decided: other cars are called for all the same": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 manager acknowledge over_count
        10:00:10.000 over_count zone acknowledged 王芳
        {ALL_LEAVE.format(outcome="unhandled")}
        {OTHERS}
        {CALLED_ANEW}
    """,
    "one car of the decided crowd is still here: its decision stands, and nobody is called twice": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 manager act over_count divert 苏A00001
        10:00:10.000 over_count zone acted 王芳 divert
        > 10:00:20 guard leave 苏A00002 苏A00003 苏A00004
        10:00:20.000 over_count zone cleared 张三 cleared
        > 10:00:23 guard arrive 苏A00005 苏A00006 苏A00007
        10:00:23.000 over_count zone again 张三
        > 10:02:30 all nothing
    """,
    "car by car all are others in the end: those who were decided on are gone": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 manager act over_count divert 苏A00001
        10:00:10.000 over_count zone acted 王芳 divert
        > 10:00:12 guard leave 苏A00001 苏A00002 苏A00003
        10:00:12.000 over_count zone cleared 张三 cleared
        > 10:00:14 guard arrive 苏A00005 苏A00006 苏A00007
        10:00:14.000 over_count zone again 张三
        > 10:00:20 guard leave 苏A00004
        10:00:20.000 over_count zone cleared 张三 cleared
        > 10:00:23 guard arrive 苏A00008
        {CALLED_ANEW}
    """,
    "a car that is back in the zone from temporary parking was of that crowd": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 manager acknowledge over_count
        10:00:10.000 over_count zone acknowledged 王芳
        > 10:00:12 guard move 苏A00001 temporary
        10:00:12.000 over_count zone cleared 张三 unhandled
        > 10:00:13 guard leave 苏A00002 苏A00003 苏A00004
        > 10:00:14 guard arrive 苏A00005 苏A00006 苏A00007
        > 10:00:23 guard move 苏A00001 lane
        10:00:23.000 over_count zone again 张三
    """,
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script(script: Script, name: str) -> None:
    expected, found = script.play(SCRIPTS[name])
    assert found == expected
    assert_whole(script.desks["guard"].connection)


@pytest.mark.parametrize("after", [0, 1, 3_000, 29_999])
def test_another_crowd_is_a_prompt_of_its_own_with_nobody_s_name_on_it(
    desk: Desk, clock: ManualClock, after: int
) -> None:
    sign(desk, clock.at)
    arrive(desk, 1, 2, 3, 4)
    clock.at += 1_000
    act(desk, Action.DIVERT, Plate("苏A00001"))
    clock.at += 1_000
    for number in (1, 2, 3, 4):
        zone.leave(desk, Plate(f"苏A0000{number}"))
    clock.at += after
    arrive(desk, 5, 6, 7, 8)
    (new,) = desk.snapshot().escalations
    assert (new.continues, new.state, new.level, new.calls) == (None, State.RAISED, 1, 1)
    assert (new.acknowledged_by, new.acted_by, new.action, new.told_by) == ("", "", None, "")
    assert new.called_at == clock.at


def test_whoever_takes_back_the_leaving_has_the_decided_crowd_again(desk: Desk, clock: ManualClock) -> None:
    arrive(desk, 1, 2, 3, 4)
    clock.at += 1_000
    act(desk, Action.DIVERT, Plate("苏A00001"))
    (decided,) = desk.snapshot().escalations
    zone.leave(desk, Plate("苏A00002"))
    clock.at += 1_000
    undo.undo(desk)
    assert desk.snapshot().escalations == (decided,)
    assert handling.evaluate(desk) is None
