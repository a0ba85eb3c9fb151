"""Scripts of the chain where stations are silent, duties change, or the policy does (Z5, Z6)."""

from collections.abc import Callable

import pytest
from script import CALLED_AT_ONCE, FOUR, Script
from store_checks import assert_whole

from frontdesk.desk.desk import Desk
from frontdesk.domain.values.clock import ManualClock

SCRIPTS = {
    "no manager console when it is raised: the deputy at once, the director two minutes later": f"""
        > 09:50:00 all off manager
        {FOUR}
        10:00:00.000 over_count zone called guard L1
        10:00:00.000 over_count zone called manager 王芳 L1 undelivered no_station
        10:00:00.000 over_count zone called deputy 孙磊 L2
        10:01:00.000 over_count zone repeated deputy 孙磊 L2
        10:02:00.000 over_count zone called director 李建国 L3
        10:03:00.000 over_count zone repeated director 李建国 L3
    """,
    "the manager console falls silent later: heard of at 10:00:30 for the last time": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:31 all off manager
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        10:01:30.001 over_count zone called deputy 孙磊 L2 late 1
        > 10:01:40 all on manager
        10:02:30.000 over_count zone repeated deputy 孙磊 L2
        10:03:30.000 over_count zone called director 李建国 L3
    """,
    "the manager console is silent for less than a minute": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:31 all off manager
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        > 10:01:20 all on manager
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager 王芳 L1
        10:03:00.000 over_count zone called deputy 孙磊 L2
    """,
    "a silent console of somebody who has it hands over to nobody": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:20 manager acknowledge over_count
        10:00:20.000 over_count zone acknowledged 王芳
        > 10:00:31 all off manager
        10:03:20.000 over_count zone not_acted deputy 孙磊 L2
    """,
    "no station at all: every stage is called in vain, at once, and nobody twice": f"""
        > 09:50:00 all off manager
        > 09:50:00 all off guard
        > 09:50:00 all off reception
        {FOUR}
        10:00:00.000 over_count zone called guard L1 undelivered no_station
        10:00:00.000 over_count zone called manager 王芳 L1 undelivered no_station
        10:00:00.000 over_count zone called deputy 孙磊 L2 undelivered no_station
        10:00:00.000 over_count zone called director 李建国 L3 undelivered no_station
        > 10:10:00 all nothing
    """,
    "no station but the guard's: it is the guard who is called again and again": f"""
        > 09:50:00 all off manager
        > 09:50:00 all off reception
        {FOUR}
        10:00:00.000 over_count zone called guard L1
        10:00:00.000 over_count zone called manager 王芳 L1 undelivered no_station
        10:00:00.000 over_count zone called deputy 孙磊 L2 undelivered no_station
        10:00:00.000 over_count zone called director 李建国 L3 undelivered no_station
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1 undelivered no_station
        > 10:01:30 all on reception
        10:02:00.000 over_count zone repeated director 李建国 L3
        10:03:00.000 over_count zone repeated director 李建国 L3
    """,
    "the deputy is taken off the list while called: the director at once": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager 王芳 L1
        10:03:00.000 over_count zone called deputy 孙磊 L2
        > 10:03:10 manager fire 孙磊
        10:03:10.000 over_count zone called director 李建国 L3 late 10000
        10:04:00.000 over_count zone repeated director 李建国 L3
    """,
    "a reception desk that is closed is passed: the manager at once, who then hears no more of it": """
        > 09:50:00 all off reception
        > 10:00:00 guard arrive 苏A12345 unreceived
        10:01:00.001 late_reception 苏A12345 called advisor L1 late 1 undelivered no_station
        10:01:00.001 late_reception 苏A12345 called manager 王芳 L2 late 1
        > 10:10:00 all nothing
    """,
    "a late reception that the manager does not hear: the desk again and again, also once somebody has seen it": """
        > 09:50:00 all off manager
        > 10:00:00 guard arrive 苏A12345 unreceived
        10:01:00.001 late_reception 苏A12345 called advisor L1 late 1
        10:03:00.000 late_reception 苏A12345 called manager 王芳 L2 undelivered no_station
        10:03:00.000 late_reception 苏A12345 repeated advisor L1 late 60000
        10:04:00.000 late_reception 苏A12345 repeated advisor L1
        > 10:04:30 reception acknowledge late_reception
        10:04:30.000 late_reception 苏A12345 seen 李四
        10:05:00.000 late_reception 苏A12345 repeated advisor L1
        10:06:00.000 late_reception 苏A12345 repeated advisor L1
        10:07:00.000 late_reception 苏A12345 repeated advisor L1
        10:08:00.000 late_reception 苏A12345 repeated advisor L1
        > 10:08:00 all nothing
    """,
    "who is on duty as deputy is called; when the duty is over, who stands in": f"""
        > 09:59:00 manager duty deputy 赵敏 10:02:00
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:30 manager duty manager 赵敏 11:00:00
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 赵敏 L1
        > 10:01:30 manager duty_ends manager
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager 王芳 L1
        10:03:00.000 over_count zone called deputy 孙磊 L2
        > 10:03:30 manager duty deputy 赵敏 10:30:00
        10:04:00.000 over_count zone repeated deputy 赵敏 L2
        > 10:04:10 manager duty_ends deputy
        > 10:04:20 manager duty_ends deputy ! no_duty
        10:05:00.000 over_count zone called director 李建国 L3
    """,
    "the policy is edited while one runs: it keeps its chain, the next one has the new": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:30 manager policy 20 0/manager 40/director
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager 王芳 L1
        10:03:00.000 over_count zone called deputy 孙磊 L2
        > 10:03:10 guard leave 苏A00001
        10:03:10.000 over_count zone cleared 张三 unhandled
        > 10:04:00 guard arrive 苏A00005
        10:04:00.000 over_count zone called manager 王芳 L1
        10:04:20.000 over_count zone repeated manager 王芳 L1
        10:04:40.000 over_count zone called director 李建国 L2
        10:05:00.000 over_count zone repeated director 李建国 L2
    """,
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script(script: Script, name: str) -> None:
    expected, found = script.play(SCRIPTS[name])
    assert found == expected
    assert_whole(script.desks["guard"].connection)


def test_nobody_is_the_deputy(open_desk: Callable[..., Desk], clock: ManualClock) -> None:
    expected, found = Script(open_desk, clock).play(f"""
        {FOUR}
        10:00:00.000 over_count zone called guard L1
        10:00:00.000 over_count zone called manager L1
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager L1
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager L1
        10:03:00.000 over_count zone called deputy L2 undelivered nobody
        10:03:00.000 over_count zone called director L3 undelivered nobody
        10:03:00.000 over_count zone repeated guard L1
        10:03:00.000 over_count zone repeated manager L1
        10:04:00.000 over_count zone repeated guard L1
        10:04:00.000 over_count zone repeated manager L1
        10:05:00.000 over_count zone repeated guard L1
        10:05:00.000 over_count zone repeated manager L1
        > 10:05:30 manager acknowledge over_count
        10:05:30.000 over_count zone acknowledged 王芳
        > 10:06:30 all nothing
    """)
    assert found == expected
