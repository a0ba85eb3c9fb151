"""Scripts of tickets and of decisions taken back (Z6)."""

import pytest
from script import CALLED_AT_ONCE, FOUR, Script
from store_checks import assert_whole

SCRIPTS = {
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
        > 10:00:40 manager undo ! built_on
        > 10:00:50 guard undo
        10:00:50.000 over_count zone undone 张三
        > 10:01:00 manager undo
        10:01:00.000 over_count zone undone 王芳
        10:01:00.000 over_count zone repeated guard L1
        10:01:00.000 over_count zone repeated manager 王芳 L1
    """,
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script(script: Script, name: str) -> None:
    expected, found = script.play(SCRIPTS[name])
    assert found == expected
    assert_whole(script.desks["guard"].connection)
