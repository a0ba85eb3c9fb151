"""When something breaks: the picture says that it is old, a failed command says so, and no secret is on the screen."""

import pytest

from frontdesk.desk import policy
from frontdesk.desk.cases import register
from frontdesk.domain.cases.case import CaseKind, Channel, Severity
from frontdesk.domain.cases.new_case import NewCase
from frontdesk.domain.policy.policy import Policy
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.plates import NO_PLATE, Plate
from frontdesk.domain.values.reasons import ValueReason


def styles(person):
    """How many ways of drawing the board has: one alone when it is dimmed."""
    return {
        segment.style for strip in person.screen.query_one("Board")._strips for segment in strip if segment.text.strip()
    }


@pytest.mark.parametrize("station", ["guard", "reception", "manager"])
async def test_a_store_that_cannot_be_read_dims_the_picture_and_says_since_when(at_station, arrive, desk, station):
    arrive("苏A12345")
    async with at_station(station) as person:
        await person.reads("苏A·12345")
        desk.connection.execute("begin immediate")
        desk.connection.execute("alter table stays rename to lost")
        desk.connection.execute("commit")
        desk.poke()
        await person.reads("NO DATA since 10:00:00", "苏A·12345")
        await person.until(lambda: len(styles(person)) == 1)
        await person.later(65_000)
        await person.reads("NO DATA since 10:00:00", "10:01:05")
        desk.connection.execute("alter table lost rename to stays")
        desk.poke()
        await person.until(lambda: "NO DATA" not in person.text)
        await person.until(lambda: len(styles(person)) > 1)
        arrive("苏A22222")
        await person.cars("苏A12345", "苏A22222")


async def test_a_command_on_an_unreadable_store_says_a_sentence(at_station, desk):
    async with at_station("guard") as guard:
        desk.connection.execute("alter table visits rename to lost")
        await guard.press(*"b98765", "f2")
        await guard.reads("Not saved: the database cannot be written")
        assert guard.entry == "b98765"
        assert guard.app.is_running


async def test_a_read_only_store_is_said_and_the_board_stays_up(at_station, arrive):
    arrive("苏A12345")
    async with at_station("reception") as reception:
        await reception.app.desk.do(lambda desk: desk.connection.execute("PRAGMA query_only = ON").fetchall())
        await reception.press("f6")
        await reception.reads("Not saved: the database is read-only")
        await reception.press(*"b98765", "f2")
        await reception.reads("Not saved: the database is read-only", "zone 1/4", "苏A·12345")
        assert reception.entry == "b98765"
        await reception.press("f9", "f4", "f5", "f7", "f10")
        await reception.pilot.pause()
        await reception.later(20 * 60_000 + 1)
        await reception.reads("苏A·12345         20:00", "─ over limit ─")
        await reception.app.desk.do(lambda desk: desk.connection.execute("PRAGMA query_only = OFF").fetchall())
        await reception.app.tick()
        await reception.until(lambda: "over_stay" in {e.kind for e in reception.app.snapshot.escalations})
        await reception.press("escape", *"b98765", "f2")
        await reception.cars("苏A12345", "苏B98765")


async def test_a_full_disk_is_said_and_the_form_keeps_every_word(at_station):
    async with at_station("manager") as manager:
        await manager.app.desk.do(
            lambda desk: desk.connection.execute(
                f"PRAGMA max_page_count = {desk.connection.execute('PRAGMA page_count').fetchone()[0]}"
            ).fetchall()
        )
        await manager.press("ctrl+n")
        await manager.dialog("NewCaseForm")
        await manager.paste("漏油" * 1900)
        await manager.press("f10")
        await manager.reads("Not saved: the disk is full")
        assert manager.app.screen.query_one("#words").text == "漏油" * 1900
        await manager.app.desk.do(lambda desk: desk.connection.execute("PRAGMA max_page_count = 100000").fetchall())
        await manager.press("f10")
        await manager.closed()
        await manager.reads("complaints 1")


async def test_a_dialog_on_a_store_that_fails_says_it(at_station, staffed, desk):
    register.register(staffed, NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="陈先生",
        phone="13812348000", plate=NO_PLATE, words="漏油",
    ))  # fmt: skip
    async with at_station("reception") as reception:
        await reception.press("tab", "enter")
        await reception.dialog("CaseDialog")
        await reception.app.desk.do(lambda desk: desk.connection.execute("PRAGMA query_only = ON").fetchall())
        await reception.press("f12")
        await reception.reads("Not saved: the database is read-only")
        await reception.later(700)
        await reception.press("f2")
        await reception.dialog("StepForm")
        await reception.later(700)
        await reception.paste("王五")
        await reception.press("f10")
        await reception.reads("Not saved: the database is read-only")
        assert reception.app.screen.query_one("#words").value == "王五"


@pytest.mark.parametrize("keys", [("tab", "enter"), ("ctrl+r",), ("3", "4"), ("3", "4", "f2")])
async def test_no_look_at_an_unreadable_store_ends_the_station(at_station, staffed, desk, keys):
    register.register(staffed, NewCase(
        channel=Channel.PHONE, kind=CaseKind.SERVICE, severity=Severity.ORDINARY, customer="陈先生",
        phone="13812348000", plate=Plate("苏A12345"), words="漏油",
    ))  # fmt: skip
    async with at_station("reception") as reception:
        await reception.reads("complaints 1")
        desk.connection.execute("alter table complaints rename to lost_complaints")
        desk.connection.execute("alter table visits rename to lost_visits")
        desk.poke()
        await reception.reads("NO DATA since")
        await reception.press(*keys)
        await reception.pilot.pause()
        await reception.pilot.pause()
        assert reception.app.is_running
        assert reception.app._exception is None


async def test_an_error_of_the_program_ends_in_one_sentence_without_its_values(at_station, capsys):
    def breaks():
        phone = "13812348000"
        raise RuntimeError(phone[:3])

    with pytest.raises(RuntimeError):
        async with at_station("guard") as guard:
            guard.app.call_later(breaks)
            await guard.until(lambda: guard.app._exception and not guard.app.is_running)
    said = " ".join(capsys.readouterr().err.split())
    assert said.endswith("Frontdesk had to stop because of an error of its own. All records are kept; start it again.")
    assert "Traceback" not in said
    assert "138" not in said


@pytest.mark.parametrize(
    "opened", [{"ctrl+n": "NewCaseForm"}, {"ctrl+o": "OperatorDialog", "f2": "PersonDialog"}], ids=["case", "person"]
)
async def test_what_is_wrong_is_said_in_the_time_of_the_store(at_station, staffed, clock, opened):
    policy.load(staffed, Policy(time_zone="Europe/Berlin"))
    async with at_station("reception") as reception:
        for key, dialog in opened.items():
            await reception.press(key)
            await reception.dialog(dialog)
            await reception.later(700)
        reception.app.screen.complain(Refused(ValueReason.IN_FUTURE, at=clock.at + 60_000, now=clock.at))
        await reception.reads("is in the future: it is 04:00:0")


async def test_a_screen_that_nobody_could_see_still_looks_but_signs_for_nobody(at_station, arrive, desk, monkeypatch):
    monkeypatch.setattr("frontdesk.app.app.FrontdeskApp.can_be_seen", lambda app: False)
    arrive("苏A12345")
    async with at_station("manager") as manager:
        await manager.cars("苏A12345")
        await manager.later(21 * 60_000)
        await manager.picture(lambda snapshot: "over_stay" in {each.kind for each in snapshot.escalations})
        assert desk.connection.execute("select * from stations").fetchall() == []
