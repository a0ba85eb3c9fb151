"""The stores of the group, as head office knows them: by a code and a token that only the store has."""

import hashlib
import re
import secrets
from typing import Any

from psycopg import Connection, errors
from psycopg.rows import class_row

from frontdesk.domain.group.office import CODE_LIMIT, OfficeReason
from frontdesk.domain.group.store import Store
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_line, whole_line
from frontdesk.group.batch import NotTaken

_NAME_LIMIT = 80
_TOKEN_BYTES = 32
_CODE = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,{CODE_LIMIT - 1}}}")


_COLUMNS = ", ".join(Store._fields)


def add(connection: Connection[Any], code: str, name: str, province: str, now: Millis) -> str:
    """Add a store; return its token, which is kept nowhere.

    Raises `Refused`: BAD_STORE_CODE, NO_STORE_NAME, STORE_CODE_TAKEN.
    """
    if not _CODE.fullmatch(code):
        raise Refused(OfficeReason.BAD_STORE_CODE, text=code[:CODE_LIMIT], most=CODE_LIMIT)
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    name, province = _name(code, name), whole_line(province, _NAME_LIMIT)
    try:
        connection.execute(
            "insert into stores (code, name, province, token_hash, added_at) values (%s, %s, %s, %s, %s)",
            (code, name, province, _hashed(token), now),
        )
    except errors.UniqueViolation as error:
        raise Refused(OfficeReason.STORE_CODE_TAKEN, text=code) from error
    return token


def new_token(connection: Connection[Any], code: str) -> str:
    """Give a store another token; the one it had counts no more. Raises `Refused(UNKNOWN_STORE)`."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    done = connection.execute("update stores set token_hash = %s where code = %s", (_hashed(token), code))
    if done.rowcount != 1:
        raise Refused(OfficeReason.UNKNOWN_STORE, text=code[:CODE_LIMIT])
    return token


def rename(connection: Connection[Any], code: str, name: str, province: str | None) -> None:
    """Call a store something else, and its province where one is said. Refused: NO_STORE_NAME, UNKNOWN_STORE."""
    province = None if province is None else whole_line(province, _NAME_LIMIT)
    done = connection.execute(
        "update stores set name = %s, province = coalesce(%s, province) where code = %s",
        (_name(code, name), province, code),
    )
    if done.rowcount != 1:
        raise Refused(OfficeReason.UNKNOWN_STORE, text=code[:CODE_LIMIT])


def remove(connection: Connection[Any], code: str) -> None:
    """Take a store out that never sent anything. Raises `Refused`: STORE_HEARD, UNKNOWN_STORE."""
    done = connection.execute("delete from stores where code = %s and heard_at is null", (code,))
    if done.rowcount == 1:
        return
    known = connection.execute("select 1 from stores where code = %s", (code,)).fetchone()
    raise Refused(OfficeReason.STORE_HEARD if known else OfficeReason.UNKNOWN_STORE, text=code[:CODE_LIMIT])


def every(connection: Connection[Any]) -> list[Store]:
    """Return all stores by their codes."""
    with connection.cursor(row_factory=class_row(Store)) as cursor:
        return cursor.execute(f"select {_COLUMNS} from stores order by code").fetchall()


def with_token(connection: Connection[Any], token: str) -> Store | None:
    """Return the store that has a token."""
    with connection.cursor(row_factory=class_row(Store)) as cursor:
        return cursor.execute(f"select {_COLUMNS} from stores where token_hash = %s", (_hashed(token),)).fetchone()


def taken_in_turn(connection: Connection[Any], number: int) -> Store:
    """Return a store as it is now; until the transaction ends nobody else can change what is known of it.

    Raises `NotTaken` where it was removed since it was asked who it is.
    """
    with connection.cursor(row_factory=class_row(Store)) as cursor:
        found = cursor.execute(f"select {_COLUMNS} from stores where id = %s for update", (number,)).fetchone()
    if found is None:
        raise NotTaken(401, "token")
    return found


def note_trouble(connection: Connection[Any], number: int, reason: str, seq: int | None, now: Millis) -> None:
    """Note why a store's events are not taken, since when, and from which on."""
    connection.execute(
        "update stores set heard_at = %(now)s, trouble = %(reason)s, trouble_seq = %(seq)s,"
        " trouble_at = case when trouble is not distinct from %(reason)s then trouble_at else %(now)s end"
        " where id = %(id)s",
        {"id": number, "reason": reason, "seq": seq, "now": now},
    )


def _name(code: str, name: str) -> str:
    if not clean_line(name):
        raise Refused(OfficeReason.NO_STORE_NAME, text=code[:CODE_LIMIT])
    return whole_line(name, _NAME_LIMIT)


def _hashed(token: str) -> str:
    # A token is 256 random bits: nobody finds it by trying, however quick a hash is.
    return hashlib.sha256(token.encode()).hexdigest()
