"""A newer version has changed the store under an open station: it says so as long as it is so, and writes nothing."""

import pytest

from data.engine.version import SCHEMA_VERSION
from frontdesk.app.live import tell_first
from frontdesk.desk import zone
from frontdesk.domain.values.plates import Plate
from frontdesk.words import i18n

WORDS = {
    "en": ("NEW VERSION: close this, open it again", "Nothing is saved here any more: a newer Frontdesk"),
    "zh": ("程序已更新：请关闭后重新打开", "此处不再保存任何内容"),
}


def put_schema(desk, version):
    desk.connection.execute(f"PRAGMA user_version = {version}")


@pytest.mark.parametrize("station", ["guard", "reception", "manager"])
@pytest.mark.parametrize("language", WORDS)
async def test_it_says_to_close_and_open_it_and_stops_writing(at_station, arrive, desk, station, language):
    lasting, said = WORDS[language]
    arrive("苏A12345")
    async with at_station(station) as person:
        await person.reads("苏A·12345")
        i18n.use(language)
        before = desk.connection.execute("select count(*) from events").fetchone()
        put_schema(desk, SCHEMA_VERSION + 1)
        desk.poke()
        await person.reads(lasting)
        await person.press(*"b12345", "f2")
        await person.reads(said)
        await person.press("escape")
        await person.later(30 * 60_000)
        await person.reads(lasting)
        assert desk.connection.execute("select count(*) from events").fetchone() == before
        put_schema(desk, SCHEMA_VERSION)
        desk.poke()
        await person.until(lambda: lasting not in person.text)
        zone.arrive(desk, Plate("苏C12345"))
        await person.cars("苏A12345", "苏C12345")
        i18n.use("en")


async def test_the_lounge_says_it_too(at_station, desk):
    async with at_station("lounge") as lounge:
        put_schema(desk, SCHEMA_VERSION + 1)
        desk.poke()
        await lounge.reads("NEW VERSION: close this, open it again")


async def test_a_dialog_does_not_hide_it(at_station, desk):
    async with at_station("manager") as manager:
        await manager.press("ctrl+n")
        await manager.dialog("NewCaseForm")
        put_schema(desk, SCHEMA_VERSION + 1)
        desk.poke()
        await manager.reads("NEW VERSION: close this, open it again")


async def test_what_was_done_before_it_opened_is_said_first(at_station):
    async with at_station("manager") as manager:
        tell_first(manager.app, "It is kept as /tmp/copy.db.")
        await manager.reads("✓ It is kept as /tmp/copy.db.")
