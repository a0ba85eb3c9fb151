"""A station over an older store, and under a newer program."""

import sqlite3
from pathlib import Path

import version_two
from terminal import Open


def test_a_store_of_an_older_version_is_brought_up_to_date_and_that_is_said(frontdesk: Open, database: Path) -> None:
    version_two.make(database)
    station = frontdesk("manager", "--by", "王芳")
    station.reads("bay 1", "The database was brought up to this version")
    assert station.end("Ctrl+Q") == 0
    assert len(list(database.parent.glob("desk-before-update-*.db"))) == 1


def test_a_newer_version_under_an_open_station_is_said(frontdesk: Open, database: Path) -> None:
    station = frontdesk("manager", "--by", "王芳")
    station.reads("bay 1")
    newer = sqlite3.connect(database)
    newer.execute("PRAGMA user_version = 99")
    newer.commit()
    station.reads("NEW VERSION: close this, open it again")
    station.press("A12345", "F2")
    station.reads("Nothing is saved here any more")
    assert station.end("Ctrl+Q") == 0
    assert newer.execute("select count(*) from visits").fetchone() == (0,)
    newer.close()
