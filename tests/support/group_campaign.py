"""Stores that send a real day while senders and head office are killed, answers are lost, and events are tampered with.

Run: group_campaign.py OFFICE FOLDER STORES SEED. OFFICE is the address of an empty head office. Prints one JSON object.
Processes are forked from this one, which has everything loaded and no connection open, so that a kill costs little.
"""

import asyncio
import json
import os
import random
import shutil
import signal
import socket
import sys
import time
import traceback
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch

import psycopg
import real_day
from folded_rows import differences, every_row
from shipping import events

from frontdesk.commands.group.asking import ask
from frontdesk.commands.group.sending import send_all
from frontdesk.desk import zone
from frontdesk.desk.desk import Desk
from frontdesk.desk.group import batches, belonging
from frontdesk.domain.group.answer import Position
from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.group.share import Share
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.values.clock import HOUR, ManualClock
from frontdesk.domain.values.errors import InputError
from frontdesk.domain.values.plates import Plate
from frontdesk.group import stores, tables
from frontdesk.group.serving import serve
from frontdesk.machine.group import office
from frontdesk.machine.group.group_file import Group
from frontdesk.machine.group.office import Office
from frontdesk.web.reach import Reach

AT_ONCE = 6
KILLS = 4
"""How often a store's sender is killed at most."""
DAYS = 10
"""So many days of the month the stores had; a few stores had the beginnings of theirs."""
MOST = 100_000

Json = dict[str, Any]


class BadNetwork(Office):
    """Head office behind a network that loses answers and changes what goes by; what it lived through it counts."""

    chance: random.Random
    met: Counter[str]

    async def send(self, payload: Mapping[str, Any]) -> Position:
        """Send as the store does; now and then spoiled before, twice, or without hearing the answer."""
        fault = self.chance.random()
        if 0.1 <= fault < 0.3 and payload["events"]:
            await self._spoiled(payload)
        answer = await super().send(payload)
        if fault < 0.1:
            self.met["answers lost"] += 1
            raise InputError(GroupReason.UNREACHABLE, detail="lost")
        if fault > 0.85 and payload["events"]:
            self.met["sent again"] += 1
            assert await super().send(payload) == answer
        return answer

    async def _spoiled(self, payload: Mapping[str, Any]) -> None:
        """One event is changed on the way, or left out: it is refused at that one."""
        spoiled = json.loads(json.dumps(payload))
        number = self.chance.randrange(len(spoiled["events"]))
        event = spoiled["events"][number]
        if number + 1 < len(spoiled["events"]) and self.chance.random() < 0.3:
            named, _ = "gap", spoiled["events"].pop(number)
        else:
            where, name, value = self.chance.choice(_CHANGED)
            of = event[where] if where else event
            if of[name] == value:
                return
            named, of[name] = "chain", value
        try:
            position = await super().send(spoiled)
        except InputError as error:
            if error.reason in _NETWORKS:
                raise
            assert error.reason is GroupReason.CHAIN, error.reason
            assert error.facts["number"] == event["seq"], (error.facts, event["seq"])
            self.met[named] += 1
        else:
            # An answer was lost before, and the event was there already: this one is not looked at.
            assert position.seq >= event["seq"]


_NETWORKS = {GroupReason.UNREACHABLE, GroupReason.BUSY}
_BODY = [("body", "detail", "…"), ("body", "who", "别人"), ("body", "changes", "[]")]
_CHANGED = [*_BODY, ("", "at", 1), ("", "kind", "x")]


class Sender:
    """A store's own program, which sends until everything is there, however often it has to begin anew."""

    def __init__(self, group: Group, path: Path, seed: int) -> None:
        self._group, self._path = group, path
        self._chance, self.met = random.Random(seed), Counter[str]()

    def send_all(self) -> None:
        """Send all there is; where another copy of the store is known there, this one counts from then on."""
        network = type("Network", (BadNetwork,), {"chance": self._chance, "met": self.met})
        with Desk.open(self._path, Actor("command", "张三")) as desk, patch.object(office, "Office", network):
            ends = time.monotonic() + 240
            while time.monotonic() < ends:
                batches.MOST = self._chance.randint(1, 40)
                try:
                    asyncio.run(send_all(desk, self._group))
                except InputError as error:
                    self._tried(desk, error)
                else:
                    return
        raise TimeoutError

    def _tried(self, desk: Desk, error: InputError) -> None:
        """What the store says is in the way: another copy, or the network, which is tried again."""
        if error.reason is GroupReason.FORK:
            self.met["forks"] += 1
            belonging.open_epoch(desk, self._position())
        else:
            assert error.reason in _NETWORKS, error.reason
            self.met["head office away"] += error.facts.get("detail") != "lost"
            time.sleep(0.05)

    def _position(self) -> Position:
        ends = time.monotonic() + 120
        while time.monotonic() < ends:
            with suppress(InputError):
                return ask(self._group, lambda there: there.position())
            time.sleep(0.05)
        raise TimeoutError


class Campaign:
    """Everything that is done to a few stores, and what came of it."""

    def __init__(self, office: str, folder: Path, seed: int) -> None:
        self._office, self._folder, self._chance = office, folder, random.Random(seed)
        self.met = Counter[str]()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = int(free.getsockname()[1])
        self._door = 0

    def run(self, count: int) -> Json:
        tokens = self._stores(count)
        self._open_door()
        try:
            self._send(tokens)
        finally:
            self._close_door()
        return {"differences": self._compared(tokens), **self.met, **self._told()}

    def _send(self, tokens: dict[str, str]) -> None:
        waiting = [(code, token, 1) for code, token in tokens.items()]
        at_work: dict[int, tuple[str, str, int]] = {}
        killed = Counter[str]()
        while waiting or at_work:
            while waiting and len(at_work) < AT_ONCE:
                work = waiting.pop(0)
                at_work[self._begin(*work)] = work
            ended, how = os.waitpid(-1, os.WNOHANG)
            if ended == self._door and ended:
                raise AssertionError("head office ended by itself")
            if ended:
                code, token, epoch = at_work.pop(ended)
                if os.WIFSIGNALED(how):
                    waiting.append((code, token, epoch))
                else:
                    assert how == 0, code
                    waiting += [(code, token, 2)] if epoch == 1 and self._restored(code).exists() else []
                continue
            time.sleep(self._chance.uniform(0.005, 0.03))
            if at_work and self._chance.random() < 0.2:
                victim, (code, *_rest) = self._chance.choice(list(at_work.items()))
                if killed[code] < KILLS:
                    killed[code] += 1
                    os.kill(victim, signal.SIGKILL)
            if self._chance.random() < (0.02 if len(tokens) <= DAYS else 0.002):
                self._close_door()
                self.met["head office killed"] += 1
                self._open_door()
        self.met["senders killed"] = killed.total()

    def _stores(self, count: int) -> dict[str, str]:
        made: list[Path] = []
        for number in range(min(count, DAYS)):
            cars = None if count > DAYS else 16 + 3 * number
            made.append(real_day.make(self._folder / f"made{number}.db", number, cars))
        with psycopg.connect(self._office, autocommit=True) as connection:
            tables.bring_up_to_date(connection)
            tokens = {f"S{number:03}": "" for number in range(count)}
            for number, code in enumerate(tokens):
                tokens[code] = stores.add(connection, code, f"{number} 店", "江苏", 0)
                path = Path(shutil.copy(made[number % len(made)], self._folder / f"{code}.db"))
                with Desk.open(path, Actor("command", "张三")) as desk:
                    belonging.join(desk, code, Share.FULL, Position(1))
                if number % 3 == 0:
                    # A copy of it is restored later, and it goes on otherwise.
                    shutil.copy(path, self._restored(code))
                    _arrive(path, f"苏A6{number:04}", f"苏A7{number:04}")
                    _arrive(self._restored(code), f"苏A8{number:04}")
        return tokens

    def _restored(self, code: str) -> Path:
        return self._folder / f"{code}-restored.db"

    def _begin(self, code: str, token: str, epoch: int) -> int:
        seed, path = self._chance.random(), self._folder / f"{code}.db" if epoch == 1 else self._restored(code)
        process = os.fork()
        if process:
            return process
        ends = 1
        try:
            sender = Sender(Group(f"http://127.0.0.1:{self._port}", code, token), path, hash(seed))
            sender.send_all()
            with (self._folder / "met.jsonl").open("a") as file:
                file.write(json.dumps(sender.met) + "\n")
            ends = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(ends)

    def _open_door(self) -> None:
        reads, writes = os.pipe()
        self._door = os.fork()
        if self._door == 0:
            os.close(reads)

            def ready() -> None:
                os.write(writes, b".")

            try:
                asyncio.run(serve(self._office, Reach(self._port), asyncio.Event(), ready))
            finally:
                os._exit(1)
        os.close(writes)
        assert os.read(reads, 1) == b"."
        os.close(reads)

    def _close_door(self) -> None:
        os.kill(self._door, signal.SIGKILL)
        os.waitpid(self._door, 0)

    def _compared(self, tokens: dict[str, str]) -> list[str]:
        wrong: list[str] = []
        with psycopg.connect(self._office, autocommit=True) as connection:
            for store in stores.every(connection):
                paths = [
                    self._folder / f"{store.code}.db",
                    *([p] if (p := self._restored(store.code)).exists() else []),
                ]
                for epoch, path in enumerate(paths, 1):
                    wrong += [f"{store.code}: {each}" for each in differences(path, connection, store.id, epoch)]
                    self.met["rows"] += sum(map(len, every_row(path).values()))
                    own = [(each["seq"], each["hash"]) for each in events(path, 0, MOST)]
                    here = connection.execute(
                        "select seq, hash from events where store = %s and epoch = %s order by seq", (store.id, epoch)
                    ).fetchall()
                    wrong += [] if here == own else [f"{store.code}: events of epoch {epoch}"]
                    self.met["events"] += len(own)
                wrong += [] if store.epoch == len(paths) and store.code in tokens else [f"{store.code}: epoch"]
                self.met["epochs"] += len(paths)
        return wrong

    def _told(self) -> Counter[str]:
        told = Counter[str]()
        for line in (self._folder / "met.jsonl").read_text().splitlines():
            told.update(json.loads(line))
        return told


def _arrive(path: Path, *plates: str) -> None:
    with Desk.open(path, Actor("guard", "张三"), ManualClock(real_day.evening(DAYS) + HOUR)) as desk:
        for plate in plates:
            zone.arrive(desk, Plate(plate))


if __name__ == "__main__":
    print(json.dumps(Campaign(sys.argv[1], Path(sys.argv[2]), int(sys.argv[4])).run(int(sys.argv[3]))))
