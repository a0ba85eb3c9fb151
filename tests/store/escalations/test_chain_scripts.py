"""Scripts of the chain: whatever comes on record was expected, and whatever was expected comes (Z5, Z6)."""

import pytest
from script import CALLED_AT_ONCE, FOUR, Script
from store_checks import assert_whole

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
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script(script: Script, name: str) -> None:
    expected, found = script.play(SCRIPTS[name])
    assert found == expected
    assert_whole(script.desks["guard"].connection)


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
