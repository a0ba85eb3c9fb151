"""Head office on a PostgreSQL of the tests' own, and a store that had a real day."""

import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import postgres
import pytest

from frontdesk.cli import main
from frontdesk.words import i18n

WHY_NOT = postgres.why_not()
if TYPE_CHECKING:
    from psycopg import Connection

pytest.register_assert_rewrite("shipping", "folded_rows")


class _NotHere(pytest.Module):
    """A file of tests that need what this machine has not got."""

    def collect(self) -> Any:
        pytest.skip(WHY_NOT, allow_module_level=True)


def pytest_pycollect_makemodule(module_path: Path, parent: pytest.Collector) -> pytest.Module | None:
    return _NotHere.from_parent(parent, path=module_path) if WHY_NOT else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A server with one database in which head office's tables stand."""
    import psycopg

    from frontdesk.group.tables import bring_up_to_date

    with postgres.running() as address:
        with psycopg.connect(f"{address} dbname=postgres", autocommit=True) as connection:
            connection.execute("create database made_once")
        with psycopg.connect(f"{address} dbname=made_once", autocommit=True) as connection:
            bring_up_to_date(connection)
        yield address


_numbers = count()


@pytest.fixture
def office(server: str) -> Iterator[str]:
    """The address of a head office of the test's own."""
    import psycopg

    name = f"office_{next(_numbers)}"
    with psycopg.connect(f"{server} dbname=postgres", autocommit=True) as connection:
        connection.execute(f"create database {name} template made_once")
    yield f"{server} dbname={name}"
    with psycopg.connect(f"{server} dbname=postgres", autocommit=True) as connection:
        connection.execute(f"drop database {name} with (force)")


@pytest.fixture
def connection(office: str) -> "Iterator[Connection[Any]]":
    import psycopg

    with psycopg.connect(office, autocommit=True) as connection:
        yield connection


@pytest.fixture
def one(connection: "Connection[Any]") -> int:
    """The number of the first store."""
    from frontdesk.group import stores

    stores.add(connection, "S1", "一店", "江苏", 0)
    return stores.every(connection)[0].id


@pytest.fixture(scope="session")
def _day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import real_day

    return real_day.make(tmp_path_factory.mktemp("day") / "day.db")


@pytest.fixture
def day(_day: Path, tmp_path: Path) -> Path:
    """A store of the test's own that had a real day."""
    return Path(shutil.copy(_day, tmp_path / "day.db"))


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(
    office: str, config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Ran]]:
    """Run a command line at head office."""
    monkeypatch.setenv("FRONTDESK_GROUP_DATABASE", office)

    def run_one(*arguments: str) -> Ran:
        capsys.readouterr()
        code = main(["group", *arguments])
        return Ran(code, *capsys.readouterr())

    yield run_one
    i18n.use("en")
