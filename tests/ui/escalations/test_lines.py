"""One line for one kind, what was seen is gone, all of it is shown by key and touch, and who was first is said."""

import pytest
from deciding import FOUR, MINUTE, act_first, decide

from frontdesk.desk import zone
from frontdesk.desk.escalations import handling, tasks
from frontdesk.desk.people import staff
from frontdesk.domain.escalations.terms import Action, Kind, State
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n

NINE = tuple(Plate(f"苏A9000{number}") for number in range(1, 10))


@pytest.fixture
def nine(arrive, desk, clock, attended):
    """Nine customers whom nobody has received, for five minutes."""
    for number, plate in enumerate(NINE):
        arrive(plate)
        clock.at += 1_000 * number
    clock.at += 5 * MINUTE
    handling.evaluate(desk)


@pytest.mark.parametrize(
    ("speaks", "said"), [("en", "9 late, longest 5:36: 苏A·90001 bay 1"), ("zh", "接待超时 9 辆，最久 5:36")]
)
async def test_nine_late_receptions_are_one_line(at_station, nine, speaks, said):
    i18n.use(speaks)
    async with at_station("reception") as reception:
        await reception.reads(said, "F6")
        # The over-count, which has come up to the deputy, is the other line.
        assert len(reception.show("PromptPanel").split("\n")) == 2


async def test_the_over_count_is_first_at_the_manager_whoever_has_it(at_station, nine):
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press("f2")
        await manager.closed()
        await manager.reads("王五: divert", "late, longest")
        assert manager.prompts()[0] == "over_count"
        assert "over-count 9/4" in manager.show("PromptPanel").split("\n")[0]
        # F8 is for what asks for something.
        await manager.later(700)
        await manager.press("f8")
        await manager.reads("✓ Seen. 8 still wait")
        assert "late, longest" not in manager.text


async def test_what_was_seen_is_gone_from_the_line_of_whoever_saw_it(at_station, nine, desk):
    async with at_station("reception") as one, at_station("reception", who="赵六") as two:
        await one.reads("9 late")
        await two.reads("9 late")
        await one.later(700)
        # The over-count is told of first.
        await one.press("f8")
        await one.reads("李四 told the")
        await one.press("f8")
        await one.until(lambda: "late_reception" not in one.prompts())
        snapshot = desk.snapshot()
        assert {each.who for each in snapshot.seen} == {"李四"}
        late = [each for each in snapshot.escalations if each.kind is Kind.LATE_RECEPTION]
        assert {(each.state, each.acknowledged_by) for each in late} == {(State.RAISED, "")}
        await two.later(0)
        assert "9 late" in two.text
        # The next customer who is late is a line again.
        zone.arrive(desk, Plate("苏A77777"))
        await one.later(MINUTE + 1)
        await one.reads("late reception: 苏A·77777")


@pytest.mark.parametrize("by", ["key", "touch"])
async def test_all_of_it_is_shown_by_key_and_by_touch(at_station, nine, desk, by):
    async with at_station("manager") as manager:
        await manager.until(manager.prompts)
        zone.receive(desk, NINE[0])
        await manager.later(20 * MINUTE)
        # Over-count, nine late, nine too long: the third line is left for the list.
        await manager.reads("and ")
        if by == "key":
            await manager.press("f12")
        else:
            await manager.touch("F12 shows all")
        await manager.dialog("PromptList")
        await manager.reads("over-count 9/4", "苏A·90009", "prompts 18", "(1–")
        await manager.later(700)
        marked = manager.app.screen.query_one("AllPrompts")
        await manager.press(*["down"] * 10)
        await manager.until(lambda: marked.item is not None and marked.item.kind is Kind.LATE_RECEPTION)
        await manager.press("enter")
        await manager.closed()
        await manager.reads("✓ Seen. ")
        assert len(desk.snapshot().seen) == 1


async def test_the_list_answers_nothing_at_once(at_station, nine, desk):
    async with at_station("reception") as reception:
        await reception.until(reception.prompts)
        await reception.press("f12", "enter")
        await reception.reads("Read it first, then press the key again")
        assert desk.snapshot().seen == ()
        await reception.press("escape")
        await reception.closed()


async def test_there_is_nothing_to_list(at_station):
    async with at_station("guard") as guard:
        await guard.press("f12")
        await guard.reads("There is no prompt to answer")


async def test_whoever_is_second_with_f8_reads_who_was_first_and_when(at_station, full, open_desk):
    other = open_desk("guard", "赵六")
    async with at_station("guard") as guard:
        await guard.until(guard.prompts)
        await guard.later(700)
        handling.tell(other, next(e.id for e in other.snapshot().escalations if e.kind is Kind.OVER_COUNT))
        await guard.until(lambda: not guard.prompts())
        await guard.press("f8")
        await guard.reads("· 10:00 over-count: told by 赵六")


async def test_who_has_it_by_now_is_said_and_not_who_had_it_before(at_station, full, open_desk):
    boss = open_desk("manager", "王五")
    async with at_station("guard") as guard:
        await guard.until(guard.prompts)
        handling.acknowledge(boss, next(e.id for e in boss.snapshot().escalations if e.kind is Kind.OVER_COUNT))
        await guard.reads("over-count: 王五 is on it since 10:00")
        act_first(boss, Action.REORDER, FOUR[0])
        await guard.reads("王五 acted at 10:00: ")
        assert "is on it" not in guard.text


async def test_f8_again_after_telling_is_no_error_and_what_is_over_is_said_no_longer(at_station, full, desk):
    async with at_station("guard") as guard:
        await guard.until(guard.prompts)
        await guard.later(700)
        await guard.press("f8")
        await guard.until(lambda: not guard.prompts())
        await guard.press("f8")
        await guard.reads("· 10:00 over-count: told by 张三")
        assert "10:00 over-count: told by" in guard.show("PromptPanel")
        zone.leave(desk, FOUR[0])
        await guard.until(lambda: "told by" not in guard.show("PromptPanel"))


async def test_reception_that_has_told_is_told_so(at_station, nine):
    async with at_station("reception") as reception:
        await reception.reads("9 late")
        await reception.later(700)
        for said in ("李四 told the", "Seen.", "over-count: told by 李四"):
            await reception.press("f8")
            await reception.reads(said)
        assert "✗" not in reception.text


async def test_the_header_and_the_list_count_alike(at_station, nine, desk):
    async with at_station("manager") as manager:
        await decide(manager)
        await manager.press("f2")
        await manager.closed()
        await manager.reads("prompts 8")
        await manager.press("f12")
        await manager.dialog("PromptList")
        await manager.reads("prompts 8 · 1 more need no answer")


async def test_an_errand_that_another_has_done_says_who(at_station, full, open_desk):
    other = open_desk("reception", "赵六")
    async with at_station("reception") as reception, at_station("manager") as manager:
        await decide(manager)
        await manager.press("f4")
        await manager.closed()
        await reception.reads("drive 苏A·11111")
        await reception.later(700)
        tasks.done(other, other.snapshot().tasks[0].id)
        await reception.until(lambda: "drive 苏A·11111" not in reception.text)
        await reception.press("f8")
        await reception.reads("✗ 10:00 苏A·11111 done as asked", "赵六")


async def test_f8_does_not_do_what_has_only_just_come_to_the_top(at_station, full, desk, open_desk):
    """The errand stood second for long; the prompt above it was answered elsewhere a moment ago."""
    other = open_desk("guard", "赵六")
    zone.leave(desk, FOUR[1])
    zone.arrive(desk, Plate("苏A55555"), place="lane")
    async with at_station("guard") as guard:
        await guard.reads("over-count", "bay 2 free")
        await guard.later(5_000)
        handling.tell(other, next(e.id for e in other.snapshot().escalations if e.kind is Kind.OVER_COUNT))
        await guard.until(lambda: not guard.prompts())
        await guard.press("f8")
        await guard.reads("told by 赵六", "only just come up")
        assert desk.snapshot().floor.car(FOUR[3]).place.key == "lane"
        await guard.press("f8")
        await guard.picture(lambda snapshot: snapshot.floor.car(FOUR[3]).place.key == "bay2")


async def test_an_undone_arrival_gives_nobody_credit(at_station, desk, attended):
    async with at_station("guard") as guard, at_station("reception") as reception:
        await guard.press(*"a12345", "f2")
        await reception.cars("苏A12345")
        await reception.later(MINUTE + 1)
        await reception.until(reception.prompts)
        await guard.press("f9")
        await reception.cars()
        await reception.reads("ended after 0:00 · undone")
        assert "cleared by" not in reception.text


async def test_a_short_crossing_is_only_counted(at_station, full, desk):
    for plate in FOUR[2:]:
        zone.receive(desk, plate)
    async with at_station("manager") as manager:
        await manager.until(manager.prompts)
        await manager.later(119_000)
        zone.leave(desk, FOUR[3])
        await manager.picture(lambda snapshot: snapshot.floor.count == 3)
        await manager.later(30_000)
        await manager.later(61_000)
        await manager.reads("no prompts")
        await manager.press("f8")
        await manager.reads("There is no prompt to answer")
        await manager.press("ctrl+y")
        await manager.dialog("RecordList")
        await manager.reads("1 short")
        # Each has the number that its page has, beside the one to press.
        assert f" 1 No. {desk.snapshot().closed[0].id} " in manager.text


@pytest.mark.parametrize("station", ["reception", "manager"])
async def test_in_the_list_no_key_is_named_that_does_nothing_there(at_station, nine, clock, station):
    clock.at += 10 * 60_000
    async with at_station(station) as person:
        await person.later(0)
        await person.reads("late, longest", "F6 receive now")
        await person.press("f12")
        await person.dialog("PromptList")
        await person.reads("F8 seen")
        assert "F6 receive now" not in person.show("PromptList .dialog")


async def test_nobody_is_named_as_called_where_no_staff_is_known(at_station, desk):
    for person in desk.snapshot().staff:
        staff.remove(desk, person.name)
    async with at_station("guard") as guard:
        await guard.reads("no prompts")
