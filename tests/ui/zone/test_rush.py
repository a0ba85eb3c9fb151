"""The rush: every car that came is on record once, and none that did not, whatever was mistyped, doubled or held."""

import asyncio
import random
import shutil
import time

import pytest
import rush
from textual.screen import Screen
from textual.widgets import Static

from data import journal
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.plates import Plate
from screens.kit.lines import Lines

SIZES = (16, 24, 40, 64, 100, 200)
PATIENCE_S = 60.0
PAINTED = 10
"""In every such rush of a campaign the screens are painted; in the others only the lines that are read are made."""
VISITS = "select plate, received_at is not null, left_at is not null, coalesce(left_why, '') from visits where id > ?"


def wrong_in(dialog):
    return "".join(part.text for part in dialog.query("Trouble"))


def asked_in(dialog):
    said = " ".join(str(part.content) for part in dialog.query(Static))
    return f"{dialog.query_one('.dialog').border_title} {said} {wrong_in(dialog)}"


class AtKeyboard:
    """One person of the rush at a station."""

    def __init__(self, station, store):
        self._station = station
        self._store = store
        self._keys_are_taken = True
        self._feedback = station.screen.query_one("Feedback")
        self._say, self._feedback.say = self._feedback.say, self._hear
        self._heard, self._act, self._before = "", rush.Act(), self._state()
        self.keys = 0
        """How many keys were pressed."""

    def press(self, act):
        """Type and press all of it at once."""
        self._heard, self._act, self._before = "", act, self._state()
        self._keys_are_taken = False
        self._station.burst(act.text, *act.keys)
        self._station.app.call_later(self._take)
        self.keys += len(act.text) + len(act.keys)

    async def answered(self):
        """Wait for what comes of it, and return what is read then."""
        # A dialog is up before the keys behind the one that opened it are done: time must not pass between them.
        await self._until(self._is_done)
        # A hurried reader took what had been done before for the answer.
        await self._until(self._is_up_to_date)
        await self._until(self._is_answered)
        trouble, done = self._feedback.trouble, "".join(span.text for span in self._feedback.build(80)[0])
        up = self._station.app.screen
        title = "" if up is self._station.screen else asked_in(up)
        floor = self._station.app.snapshot.floor
        following = next((car.plate for car in floor.cars if car.received_at is None), "")
        return rush.Seen(title or trouble, "" if title or trouble else done, following)

    async def _until(self, seen):
        # Not the pilot's way, which sends a message through every widget before each look and waits for an idle moment.
        ends, app = time.monotonic() + PATIENCE_S, self._station.app
        while not seen():
            assert time.monotonic() < ends, (
                f"never answered: {self._act}; before {self._before}; now {self._state()}; {vars(app.input_queue)}"
                f"\n{app.snapshot.recent}\n{self._station.text}"
            )
            await asyncio.sleep(0.004)

    def _take(self):
        self._keys_are_taken = True

    def _is_done(self):
        return self._keys_are_taken and self._station.app.input_queue.is_empty

    def _is_up_to_date(self):
        me, last = self._station.app.desk.actor, self._feedback._last()
        mine = (each for each in journal.recent(self._store) if (each.station, each.who) == (me.station, me.who))
        return getattr(next(mine, None), "seq", None) == (last and last.seq)

    def _hear(self, trouble, done=""):
        self._say(trouble, done)
        self._heard = trouble or self._heard

    def _state(self):
        last = self._feedback._last()
        up = self._station.app.screen
        return up, last and last.seq, "" if up is self._station.screen else wrong_in(up)

    def _is_answered(self):
        keys = self._act.keys
        up = self._station.app.screen
        if not keys or up is not self._before[0]:
            return True
        if up is not self._station.screen:
            return keys != ("escape",) and wrong_in(up) != self._before[2]
        if keys == ("escape",):
            return not self._station.entry
        return self._heard or self._state() != self._before


async def play(at_station, clock, path, rng, count):
    """Let so many cars come; return the account of it."""
    account, plates = rush.Account(), rush.cars(rng, count)
    with Desk.open(path, Actor("guard", "张三"), clock) as desk:
        for plate in plates:
            if rng.random() < 0.6:
                zone.arrive(desk, Plate(plate), place="lane")
                zone.leave(desk, Plate(plate))
        before = desk.connection.execute("select coalesce(max(id), 0) from visits").fetchone()[0]
    *shares, both = rush.shares(rng, plates)
    clock.at += 60_000
    store = Desk.open(path, Actor("guard", "张三"), clock)
    async with (
        at_station("guard", path=path) as guard,
        at_station("reception", path=path) as reception,
    ):
        stations = (guard, reception)
        people = [AtKeyboard(station, store.connection) for station in stations]
        shifts = [rush.shift(rng, account, mine, both, at_desk=mine is shares[1]) for mine in shares]
        acts = [shift.begins() for shift in shifts]
        while any(acts):
            account.step += 1
            if wait := max(act.wait for act in acts if act):
                clock.at += wait
                for station in stations:
                    await station.app.tick()
            for person, act in zip(people, acts, strict=True):
                if act:
                    person.press(act)
            seen = [await person.answered() if act else None for person, act in zip(people, acts, strict=True)]
            acts = [shift.goes_on(said) if said else None for shift, said in zip(shifts, seen, strict=True)]
    with store:
        rows = store.connection.execute(VISITS, (before,)).fetchall()
    return account, rows, sum(person.keys for person in people)


def nobody_looks(patch):
    """Let the screens take keys and pictures as ever, but paint nothing, and be laid out only as they come up."""
    lay_out = Screen._refresh_layout
    patch.setattr(Lines, "redraw", lambda _lines: None)
    patch.setattr(Screen, "_refresh_layout", lambda screen, size=None, **_more: size and lay_out(screen, size))
    patch.setattr(Screen, "_compositor_refresh", lambda screen: screen._dirty_widgets.clear())


@pytest.fixture
def let_them_come(at_station, clock, template, tmp_path):
    """Return what plays one rush in a new store."""

    async def come(rng, count):
        path = tmp_path / "rush.db"
        shutil.copy(template, path)
        played = await play(at_station, clock, path, rng, count)
        for each in tmp_path.glob("rush.db*"):
            each.unlink()
        return played

    return come


async def test_every_car_that_came_is_on_record_once_and_no_other(request, let_them_come, seeds, monkeypatch):
    campaign, began = request.config.getoption("--campaign"), time.process_time()
    rushes = arrivals = keys = 0
    for seed in seeds(1, 100_000):
        print(f"the rush of seed {seed}: ", end="", flush=True)
        rng = random.Random(seed)
        with monkeypatch.context() as patch:
            if seed % PAINTED:
                nobody_looks(patch)
            account, rows, pressed = await let_them_come(rng, rng.choice(SIZES) if campaign else SIZES[0])
        found = {plate: (bool(received), why if left else None) for plate, received, left, why in rows}
        assert len(rows) == len(found), seed
        assert found == account.visits(), seed
        rushes, arrivals, keys = rushes + 1, arrivals + len(found), keys + pressed
        spent = time.process_time() - began
        print(f"{rushes} rushes, {arrivals} arrivals, {keys} keys so far, {spent:.0f} s of processor time")
