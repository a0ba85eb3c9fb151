"""Scripts of prompts that end and begin again within the hold time, and of limits of one car (Z4a, Z5)."""

import pytest
from script import CALLED_AT_ONCE, FOUR, Script
from store_checks import assert_whole

SCRIPTS = {
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
    "a late reception: the desk, and the manager when it still stands at three minutes": """
        > 10:00:00 guard arrive 苏A12345 unreceived
        10:01:00.001 late_reception 苏A12345 called advisor L1 late 1
        > 10:02:00 reception acknowledge late_reception
        10:02:00.000 late_reception 苏A12345 seen 李四
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
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script(script: Script, name: str) -> None:
    expected, found = script.play(SCRIPTS[name])
    assert found == expected
    assert_whole(script.desks["guard"].connection)
