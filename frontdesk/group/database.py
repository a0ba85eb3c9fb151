"""Head office's PostgreSQL: how it is reached, and its errors in words."""

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.values.errors import InputError, StoreError

if TYPE_CHECKING:
    from psycopg import Connection as Connection  # noqa: PLC0414 - commands annotate by it

DATABASE = "FRONTDESK_GROUP_DATABASE"
"""The variable that says where it is."""
OLDEST = 15
_WAITS_S = 10
_PARTS = ("psycopg", "psycopg_pool")


def require_parts() -> None:
    """Raise `InputError(NO_GROUP_PARTS)` if what speaks with PostgreSQL is missing."""
    missing = [name for name in _PARTS if importlib.util.find_spec(name) is None]
    if missing:
        raise InputError(OfficeReason.NO_GROUP_PARTS, names=", ".join(missing))


@contextmanager
def connected(address: str, *, read_only: bool = False) -> "Iterator[Connection[Any]]":
    """Give a connection; what PostgreSQL has against what is done with it is a `StoreError`.

    `address` is PostgreSQL's own (`postgresql://…`, `service=…`); what it leaves out stands in PG… variables.
    """
    require_parts()
    import psycopg  # noqa: PLC0415 - of the extra `group`

    try:
        connection = psycopg.connect(address, autocommit=True, **options())
    except psycopg.Error as error:
        raise StoreError(OfficeReason.NO_POSTGRESQL, detail=_first_line(error)) from error
    with connection:
        connection.read_only = read_only
        _check(connection)
        try:
            yield connection
        except psycopg.Error as error:
            raise StoreError(OfficeReason.POSTGRESQL_FAILED, detail=_first_line(error)) from error


@contextmanager
def at_one_instant(connection: "Connection[Any]", within_s: int = 0) -> Iterator[None]:
    """Let all that is read be of one instant, and nothing be changed; a question that takes longer is given up."""
    with connection.transaction():
        connection.execute("set transaction isolation level repeatable read, read only")
        connection.execute(f"set local statement_timeout = '{within_s}s'")
        yield


def options() -> dict[str, Any]:
    """Return what each of our connections is opened with: one whose other end is gone is given up, too."""
    kept = {"keepalives_idle": _WAITS_S, "keepalives_interval": 5, "keepalives_count": 2, "tcp_user_timeout": 20_000}
    return {"connect_timeout": _WAITS_S, "application_name": "frontdesk", **kept}


def _check(connection: "Connection[Any]") -> None:
    version = connection.info.server_version // 10_000
    if version < OLDEST:
        raise StoreError(OfficeReason.OLD_POSTGRESQL, version=version, right=OLDEST)
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StoreError(OfficeReason.TEXTS_NOT_UTF8, encoding=encoding)


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


@contextmanager
def in_one_go(connection: "Connection[Any]") -> Iterator[None]:
    """A transaction whose statements go to PostgreSQL together, until the answer to one of them is asked for.

    psycopg's own waits for its beginning and before its end.
    """
    try:
        with connection.pipeline():
            connection.execute("begin")
            yield
            connection.execute("commit")
    except BaseException:
        connection.rollback()
        raise
