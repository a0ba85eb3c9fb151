"""A station on pipes, as a browser has it: it ends when its input ends or its server is killed."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from stations_record import ENDS_WITHIN_S, HUNG_UP, until

from data.opening import create

ON_PIPES = """
import sys
from pathlib import Path
from frontdesk.app.first import Opening, read_first
from frontdesk.app.run import run_station
from frontdesk.domain.people.staff import Actor
from frontdesk.domain.stations.station import StationKind
store, station, by = Path(sys.argv[1]), StationKind.MANAGER, "王芳"
begun = Opening(read_first(store, Actor(station.value, by)), None)
sys.exit(run_station(store, station, begun, by=by))
"""
WEB = {"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}
SERVER = f"""
import os, subprocess, sys
command = [sys.executable, "-P", "-c", {ON_PIPES!r}, sys.argv[1]]
station = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
print(station.pid, flush=True)
station.wait()
"""


def on_pipes(python: tuple[str, ...], database: Path) -> subprocess.Popen[bytes]:
    command = [*python, "-c", ON_PIPES, str(database)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env={**os.environ, **WEB})


@pytest.fixture
def founded(database: Path) -> Path:
    create(database)
    return database


def test_the_input_of_a_station_on_pipes_ends(python: Any, founded: Any, record: Any) -> None:
    station = on_pipes(python, founded)
    until(record.is_there)
    assert station.stdin is not None
    station.stdin.close()
    assert station.wait(ENDS_WITHIN_S) == HUNG_UP
    record.nothing_was_done()


def test_the_server_of_a_station_on_pipes_is_killed(python: Any, founded: Any, record: Any) -> None:
    command = [*python, "-c", SERVER, str(founded)]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **WEB})
    assert server.stdout is not None
    station = int(server.stdout.readline())
    until(record.is_there)
    server.kill()
    server.wait()
    until(lambda: not runs(station), within_s=ENDS_WITHIN_S)
    record.nothing_was_done()


def runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # Whoever takes in orphans on this machine may be slow to bury them.
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
