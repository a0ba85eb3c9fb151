"""Two stations on one store: what one does, the other shows."""

from frontdesk.desk import store_time, zone
from frontdesk.desk.cases import register
from frontdesk.desk.people import staff
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.people.staff import Post
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.domain.values.store_time import StoreTime


async def test_what_one_station_does_the_other_shows_without_time_passing(at_station):
    async with at_station("guard") as guard, at_station("reception") as reception:
        await guard.press(*"b12345", "f2")
        await reception.reads("to be received 1", "F6 苏B·12345", "zone 1/4")
        # Nobody is received whose name could not be read yet.
        await reception.later(700)
        await reception.press("f6")
        await guard.reads("received 李四")
        await guard.press(*"b12345", "f4")
        await guard.says_why("1")
        await reception.reads("zone 0/4", "everybody is received")
        assert "arrived" not in reception.show("Feedback")


async def test_two_guards_let_the_same_car_arrive_and_one_is_told(at_station):
    async with at_station("guard") as one, at_station("reception") as two:
        await one.press(*"b12345")
        await two.press(*"b12345")
        await one.press("f2")
        await two.press("f2")
        await two.reads("苏B·12345 is already here: bay 1 since 10:00:00")
        await two.cars("苏B12345")


async def test_only_the_station_that_did_it_takes_it_back(at_station):
    async with at_station("guard") as guard, at_station("manager") as manager:
        await guard.press(*"b12345", "f2")
        await manager.cars("苏B12345")
        await manager.press("f9")
        await manager.reads("Nothing to undo")
        await guard.press("f9")
        await manager.cars()


async def test_a_bay_that_is_taken_meanwhile_is_said_and_another_can_be_chosen(at_station, staffed, arrive):
    arrive("苏A11111", "苏A22222")
    async with at_station("reception") as reception:
        await reception.press(*"222", "f3")
        await reception.dialog("MoveDialog")
        arrive("苏A33333", place="bay3")
        await reception.cars("苏A11111", "苏A22222", "苏A33333")
        await reception.press("3")
        await reception.reads("bay 3 is taken by 苏A·33333")
        await reception.press("4")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A22222").place.key == "lane")


async def test_a_command_of_a_script_shows_on_the_stations(at_station, staffed):
    async with at_station("manager") as manager:
        zone.arrive(staffed, Plate("苏A12345"))
        await manager.reads("苏A·12345")
        register.register(staffed, NewCase(
            channel=Channel.PHONE, kind=CaseKind.PRICE, severity=Severity.MAJOR, customer="周女士", phone="",
            plate=NO_PLATE, words="漏油",
        ))  # fmt: skip
        await manager.reads("周女士", "head informed in 30:00")
        staff.add(staffed, "赵六", Post.DIRECTOR)
        await manager.picture(lambda snapshot: len(snapshot.staff) == 4)
        await manager.press("ctrl+o")
        await manager.dialog("OperatorDialog")
        await manager.reads("赵六", "service director")


async def test_a_replay_or_a_demo_is_visibly_one_and_runs_at_its_own_pace(at_station, staffed, arrive, clock):
    arrive("苏A12345")
    store_time.set_to(staffed, StoreTime(clock.at, clock.at, 20.0, "replay"))
    async with at_station("guard") as guard:
        await guard.reads("REPLAY ×20")
        await guard.later(30_000)
        await guard.reads("苏A·12345         10:00", "─ normal ─")


async def test_a_database_that_is_moved_away_is_noticed_and_never_begun_anew(at_station, arrive, staffed):
    arrive("苏A12345")
    path = staffed.path
    async with at_station("guard") as guard:
        await guard.cars("苏A12345")
        moved = path.with_name("moved.db")
        path.rename(moved)
        await guard.press(*"b12345", "f2")
        await guard.until(lambda: guard.app.live.stale_since is not None)
        await guard.reads("NO DATA since")
        assert not path.exists()
        moved.rename(path)
        await guard.until(lambda: guard.app.live.stale_since is None)


async def test_one_undoes_what_one_did_oneself(at_station, arrive, desk):
    arrive("苏A12345")
    async with at_station("reception") as reception:
        await reception.press("f6")
        await reception.picture(lambda snapshot: snapshot.floor.car("苏A12345").received_at)
        reception.app.sign_in(reception.app.station, "赵六")
        await reception.press("f9")
        await reception.reads("Nothing to undo")
