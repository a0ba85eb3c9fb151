"""Scripts of the closed loop: whatever comes on record was expected, and whatever was expected comes (Z5, Z6, Z4a)."""

from collections.abc import Callable

import pytest
from attended import hire
from script import Script
from store_checks import assert_whole

from frontdesk.desk.desk import Desk
from frontdesk.desk.people import staff
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.clock import ManualClock

FOUR = "> 10:00:00 guard arrive 苏A00001 苏A00002 苏A00003 苏A00004"
CALLED_AT_ONCE = """
10:00:00.000 over_count zone called guard L1
10:00:00.000 over_count zone called manager 王芳 L1
"""

SCRIPTS = {
    "nobody answers: up to the director, and again every minute": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager 王芳 L1
        10:03:00.000 over_count zone called deputy 孙磊 L2
        10:04:00.000 over_count zone repeated deputy 孙磊 L2
        10:05:00.000 over_count zone called director 李建国 L3
        10:06:00.000 over_count zone repeated director 李建国 L3
        10:07:00.000 over_count zone repeated director 李建国 L3
        10:08:00.000 over_count zone repeated director 李建国 L3
        > 10:08:30 guard leave 苏A00001
        10:08:30.000 over_count zone cleared 张三 unhandled
        > 10:09:00 manager explain over_count taken
        10:09:00.000 over_count zone explained 王芳 taken
        > 10:12:00 all nothing
    """,
    "told by the guard: the chain runs on until somebody has it": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:30 guard tell over_count
        10:00:30.000 over_count zone told manager 张三 L1
        > 10:00:31 reception tell over_count ! already_handled
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        > 10:01:30 guard tell over_count
        10:01:30.000 over_count zone told manager 张三 L1
        > 10:01:40 manager acknowledge over_count
        10:01:40.000 over_count zone acknowledged 王芳
        > 10:01:50 guard tell over_count ! already_handled
        > 10:04:39.999 all nothing
    """,
    "acknowledged a millisecond before the deputy is due; no action for three minutes": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager 王芳 L1
        > 10:02:59.999 manager acknowledge over_count
        10:02:59.999 over_count zone acknowledged 王芳
        10:05:59.999 over_count zone not_acted deputy 孙磊 L2
        10:06:59.999 over_count zone repeated deputy 孙磊 L2
        > 10:07:10 reception acknowledge over_count
        10:07:10.000 over_count zone acknowledged 李四
        10:10:10.000 over_count zone not_acted director 李建国 L3
        > 10:10:20 manager acknowledge over_count
        10:10:20.000 over_count zone acknowledged 王芳
        10:13:20.000 over_count zone not_acted director 李建国 L3
        10:14:20.000 over_count zone repeated director 李建国 L3
    """,
    "acknowledged when the deputy is due: the deputy was called": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager 王芳 L1
        > 10:03:00.000 manager acknowledge over_count
        10:03:00.000 over_count zone called deputy 孙磊 L2
        10:03:00.000 over_count zone acknowledged 王芳
        > 10:05:59 manager act over_count workshop_bay 苏A00001
        10:05:59.000 over_count zone acted 王芳 workshop_bay
        > 10:08:00 all nothing
    """,
    "acted on and carried out in time": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:20 manager act over_count workshop_bay 苏A00001
        10:00:20.000 over_count zone acted 王芳 workshop_bay
        > 10:05:19.999 reception done drive 苏A00001
        10:05:19.999 over_count zone done 李四 drive
        10:05:19.999 over_count zone cleared 李四 cleared
        > 10:05:30 reception done drive 苏A00001 ! no_task
        > 10:08:00 all nothing
    """,
    "carried out when the check is due: raised again, then over": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:20 manager act over_count workshop_bay 苏A00001
        10:00:20.000 over_count zone acted 王芳 workshop_bay
        > 10:05:20.000 reception done drive 苏A00001
        10:05:20.000 over_count zone not_solved deputy 孙磊 L2
        10:05:20.000 over_count zone done 李四 drive
        10:05:20.000 over_count zone cleared 李四 cleared
        > 10:08:00 all nothing
    """,
    "not solved, and not solved again: one step up each time, in the end the top again": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:20 manager act over_count workshop_bay 苏A00001
        10:00:20.000 over_count zone acted 王芳 workshop_bay
        10:05:20.000 over_count zone not_solved deputy 孙磊 L2
        > 10:05:30 manager act over_count repair 苏A00002
        10:05:30.000 over_count zone acted 王芳 repair
        10:10:30.000 over_count zone not_solved director 李建国 L3
        10:11:30.000 over_count zone repeated director 李建国 L3
        > 10:11:40 manager act over_count divert 苏A00003
        10:11:40.000 over_count zone acted 王芳 divert
        10:16:40.000 over_count zone not_solved director 李建国 L3
        > 10:16:50 guard done park 苏A00003
        10:16:50.000 over_count zone done 张三 park
        10:16:50.000 over_count zone cleared 张三 cleared
        > 10:17:00 reception done lounge 苏A00003
        10:17:00.000 over_count zone done 李四 lounge
    """,
    "re-ordered jobs have as long as they were promised": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:20 manager act over_count reorder 苏A00001
        10:00:20.000 over_count zone acted 王芳 reorder
        > 10:00:50 reception done reorder 苏A00001
        10:00:50.000 over_count zone done 李四 reorder
        10:10:20.000 over_count zone not_solved deputy 孙磊 L2
    """,
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
    "no station at all: every stage is called in vain, and nobody twice": f"""
        > 09:50:00 all off manager
        > 09:50:00 all off guard
        > 09:50:00 all off reception
        {FOUR}
        10:00:00.000 over_count zone called guard L1 undelivered no_station
        10:00:00.000 over_count zone called manager 王芳 L1 undelivered no_station
        10:00:00.000 over_count zone called deputy 孙磊 L2 undelivered no_station
        10:02:00.000 over_count zone called director 李建国 L3 undelivered no_station
        > 10:10:00 all nothing
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
    "three, four, three, four: within the hold time the prompt goes on": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 guard leave 苏A00001
        10:00:10.000 over_count zone cleared 张三 unhandled
        > 10:00:39.999 guard arrive 苏A00005
        10:00:39.999 over_count zone again 张三
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        > 10:01:10 manager acknowledge over_count
        10:01:10.000 over_count zone acknowledged 王芳
        > 10:01:20 guard leave 苏A00002
        10:01:20.000 over_count zone cleared 张三 unhandled
        > 10:01:40 guard arrive 苏A00006
        10:01:40.000 over_count zone again 张三
        10:04:10.000 over_count zone not_acted deputy 孙磊 L2
    """,
    "four again after thirty seconds: a prompt of its own": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 guard leave 苏A00001
        10:00:10.000 over_count zone cleared 张三 unhandled
        > 10:00:40.000 guard arrive 苏A00005
        10:00:40.000 over_count zone called guard L1
        10:00:40.000 over_count zone called manager 王芳 L1
        10:01:40.000 over_count zone repeated guard L1
        10:01:40.000 over_count zone repeated manager 王芳 L1
    """,
    "four again after thirty seconds and a millisecond": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 guard leave 苏A00001
        10:00:10.000 over_count zone cleared 张三 unhandled
        > 10:00:40.001 guard arrive 苏A00005
        10:00:40.001 over_count zone called guard L1
        10:00:40.001 over_count zone called manager 王芳 L1
        > 10:00:50 guard leave 苏A00005
        10:00:50.000 over_count zone cleared 张三 unhandled
        > 10:01:00 manager explain over_count brief
        10:01:00.000 over_count zone explained 王芳 brief
    """,
    "what the flapping skips is not made up for": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:50 guard leave 苏A00001
        10:00:50.000 over_count zone cleared 张三 unhandled
        > 10:01:10 guard arrive 苏A00005
        10:01:10.000 over_count zone again 张三
        10:01:10.000 over_count zone repeated guard L1
        10:01:10.000 over_count zone repeated manager 王芳 L1
        10:02:10.000 over_count zone repeated guard L1
        10:02:10.000 over_count zone repeated manager 王芳 L1
        10:03:00.000 over_count zone called deputy 孙磊 L2
    """,
    "the flapping of a prompt has one reason": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 guard leave 苏A00001
        10:00:10.000 over_count zone cleared 张三 unhandled
        > 10:00:30 guard arrive 苏A00005
        10:00:30.000 over_count zone again 张三
        > 10:00:40 guard leave 苏A00002
        10:00:40.000 over_count zone cleared 张三 unhandled
        > 10:00:45 manager explain over_count brief
        10:00:45.000 over_count zone explained 王芳 brief
        10:00:45.000 over_count zone explained 王芳 brief
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
    "a late reception: the desk, and the manager when it still stands at three minutes": """
        > 10:00:00 guard arrive 苏A12345 unreceived
        10:01:00.001 late_reception 苏A12345 called advisor L1 late 1
        > 10:02:00 reception acknowledge late_reception
        10:02:00.000 late_reception 苏A12345 acknowledged 李四
        10:03:00.000 late_reception 苏A12345 called manager 王芳 L2
        > 10:04:00 reception receive 苏A12345
        10:04:00.000 late_reception 苏A12345 cleared 李四 cleared
    """,
    "received when a minute is over: in time": """
        > 10:00:00 guard arrive 苏A12345 unreceived
        > 10:01:00.000 reception receive 苏A12345
        > 10:04:00 all nothing
    """,
    "an over-stay begins a millisecond after twenty minutes; what a chain of seconds says": """
        > 10:00:00 guard arrive 苏A12345
        10:20:00.001 over_stay 苏A12345 called guard L1 late 1
        10:20:00.001 over_stay 苏A12345 called manager 王芳 L1 late 1
        10:21:00.000 over_stay 苏A12345 repeated guard L1
        10:21:00.000 over_stay 苏A12345 repeated manager 王芳 L1
        > 10:21:30 manager act over_stay repair 苏A12345
        10:21:30.000 over_stay 苏A12345 acted 王芳 repair
        > 10:22:00 guard move 苏A12345 repair
        10:22:00.000 over_stay 苏A12345 done 张三 drive
        10:22:00.000 over_stay 苏A12345 cleared 张三 cleared
    """,
    "a diversion expires, is renewed, and expires again": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 manager act over_count divert 苏A00004
        10:00:10.000 over_count zone acted 王芳 divert
        > 10:00:20 guard done park 苏A00004
        10:00:20.000 over_count zone done 张三 park
        10:00:20.000 over_count zone cleared 张三 cleared
        > 10:00:30 reception done lounge 苏A00004
        10:00:30.000 over_count zone done 李四 lounge
        > 10:01:00 guard leave 苏A00001 苏A00002 苏A00003
        10:30:10.001 diversion_expired 苏A00004 called advisor L1 late 1
        10:33:10.000 diversion_expired 苏A00004 called manager 王芳 L2
        > 10:35:00 reception renew 1
        10:35:00.000 diversion_expired 苏A00004 cleared 李四 cleared
        > 11:00:00 reception renew 1
        11:30:00.001 diversion_expired 苏A00004 called advisor L1 late 1
        > 11:30:30 reception call 1
        > 11:30:40 reception bring_back 1
        11:30:40.000 diversion_expired 苏A00004 cleared 李四 cleared
    """,
    "a ticket is called twice, a no-show, restored as it was, and comes back": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:10 manager act over_count divert 苏A00004
        10:00:10.000 over_count zone acted 王芳 divert
        > 10:00:20 guard done park 苏A00004
        10:00:20.000 over_count zone done 张三 park
        10:00:20.000 over_count zone cleared 张三 cleared
        > 10:00:30 reception done lounge 苏A00004
        10:00:30.000 over_count zone done 李四 lounge
        > 10:00:40 reception call 1 ! no_free_bay
        > 10:00:50 reception no_show 1 ! not_called
        > 10:01:00 guard leave 苏A00001
        > 10:01:10 reception call 1
        > 10:01:20 guard arrive 苏A00005
        > 10:02:10 reception call 1
        > 10:02:20 reception call 1 ! called_twice
        > 10:03:00 reception no_show 1
        > 10:03:10 reception no_show 1 ! ticket_no_show
        > 10:03:20 reception call 1 ! ticket_no_show
        > 10:03:30 reception restore 1
        > 10:03:40 reception restore 1 ! no_no_show
        > 10:03:50 reception call 1 ! called_twice
        > 10:04:00 guard leave 苏A00002
        > 10:04:10 reception bring_back 1
        > 10:04:20 reception bring_back 1 ! no_ticket
        > 10:04:30 reception call 2 ! no_ticket
    """,
    "a decision is taken back: as if it had not been made": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:20 manager act over_count divert 苏A00004
        10:00:20.000 over_count zone acted 王芳 divert
        > 10:00:50 manager undo
        10:00:50.000 over_count zone undone 王芳
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
        > 10:01:10 guard done park 苏A00004 ! no_task
        > 10:01:20 reception call 1 ! no_ticket
        10:02:00.000 over_count zone repeated guard L1
        10:02:00.000 over_count zone repeated manager 王芳 L1
        10:03:00.000 over_count zone called deputy 孙磊 L2
    """,
    "a decision that was carried out is not taken back": f"""
        {FOUR}
        {CALLED_AT_ONCE}
        > 10:00:20 manager act over_count divert 苏A00004
        10:00:20.000 over_count zone acted 王芳 divert
        > 10:00:30 guard done park 苏A00004
        10:00:30.000 over_count zone done 张三 park
        10:00:30.000 over_count zone cleared 张三 cleared
        > 10:00:40 manager undo ! changed_since
        > 10:00:50 guard undo
        10:00:50.000 over_count zone undone 张三
        > 10:01:00 manager undo
        10:01:00.000 over_count zone undone 王芳
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
    """,
}


@pytest.fixture
def script(open_desk: Callable[..., Desk], clock: ManualClock) -> Script:
    made = Script(open_desk, clock)
    hire(made.desks["manager"])
    staff.add(made.desks["manager"], "赵敏", Post.ADVISOR)
    return made


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
        10:04:00.000 over_count zone repeated deputy L2 undelivered nobody
        10:05:00.000 over_count zone called director L3 undelivered nobody
    """)
    assert found == expected


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("> 10:02:00 all nothing", "what comes and is not expected"),
        (
            "10:00:30.000 over_count zone told manager 张三 L1\n> 10:00:59 all nothing",
            "what is expected and does not come",
        ),
    ],
)
def test_a_script_can_fail(script: Script, line: str, why: str) -> None:
    expected, found = script.play(f"{FOUR}\n{CALLED_AT_ONCE}\n{line}")
    assert found != expected, why
