"""Who may look at the dashboard in a browser: by an access code, of which head office keeps a hash only."""

import hashlib
import secrets
from typing import Any

from psycopg import Connection, errors

from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.group.readers import ACCESS_CODE_LENGTH, SIGNED_IN_FOR, Reader
from frontdesk.domain.stations.devices import CODE_SIGNS, NAME_LIMIT, read_code
from frontdesk.domain.values.clock import Millis
from frontdesk.domain.values.errors import Refused
from frontdesk.domain.values.text import clean_line, whole_line

_TOKEN_BYTES = 32


def add(connection: Connection[Any], name: str, now: Millis) -> str:
    """Let somebody look; return their code, which is kept nowhere. Raises `Refused`: NO_READER_NAME, READER_TAKEN."""
    code, name = _new_code(), whole_line(name, NAME_LIMIT)
    if not name:
        raise Refused(OfficeReason.NO_READER_NAME)
    try:
        connection.execute(
            "insert into readers (name, code_hash, added_at) values (%s, %s, %s)", (name, _hashed(code), now)
        )
    except errors.UniqueViolation as error:
        raise Refused(OfficeReason.READER_TAKEN, text=name) from error
    return code


def new_code(connection: Connection[Any], name: str) -> str:
    """Give somebody another code; the one they had counts no more, in no browser. Raises `Refused(UNKNOWN_READER)`."""
    code = _new_code()
    with connection.transaction():
        changed = "update readers set code_hash = %s where name = %s returning id"
        found = connection.execute(changed, (_hashed(code), clean_line(name))).fetchone()
        if found is None:
            raise Refused(OfficeReason.UNKNOWN_READER, text=clean_line(name, NAME_LIMIT))
        connection.execute("delete from reader_browsers where reader = %s", found)
    return code


def remove(connection: Connection[Any], name: str) -> None:
    """Let somebody look no more, in no browser. Raises `Refused(UNKNOWN_READER)`."""
    if connection.execute("delete from readers where name = %s", (clean_line(name),)).rowcount != 1:
        raise Refused(OfficeReason.UNKNOWN_READER, text=clean_line(name, NAME_LIMIT))


def every(connection: Connection[Any], now: Millis) -> list[Reader]:
    """Return all who may look, by their names."""
    query = (
        "select name, added_at, count(b.id) filter (where b.signed_in_at > %s), max(b.signed_in_at) from readers"
        " left join reader_browsers b on b.reader = readers.id group by readers.id order by name"
    )
    return [Reader(*row) for row in connection.execute(query, (now - SIGNED_IN_FOR,)).fetchall()]


def sign_in(connection: Connection[Any], typed: str, browser: str, now: Millis) -> str:
    """Sign a browser in by the code typed there; return its cookie. Raises `Refused(WRONG_ACCESS_CODE)`."""
    code, token = read_code(typed, ACCESS_CODE_LENGTH), secrets.token_urlsafe(_TOKEN_BYTES)
    connection.execute("delete from reader_browsers where signed_in_at <= %s", (now - SIGNED_IN_FOR,))
    done = connection.execute(
        "insert into reader_browsers (reader, token_hash, browser, signed_in_at)"
        " select id, %s, %s, %s from readers where code_hash = %s",
        (_hashed(token), clean_line(browser, NAME_LIMIT), now, _hashed(code)),
    )
    if done.rowcount != 1:
        raise Refused(OfficeReason.WRONG_ACCESS_CODE, length=ACCESS_CODE_LENGTH)
    return token


def with_cookie(connection: Connection[Any], token: str, now: Millis) -> int | None:
    """Return the number of the browser that has this cookie; None for any other, or one from too long ago."""
    query = "select id from reader_browsers where token_hash = %s and signed_in_at > %s"
    found = connection.execute(query, (_hashed(token), now - SIGNED_IN_FOR)).fetchone()
    return None if found is None else int(found[0])


def signed_in(connection: Connection[Any], now: Millis) -> set[int]:
    """Return the numbers of all browsers that are signed in."""
    query = "select id from reader_browsers where signed_in_at > %s"
    return {number for (number,) in connection.execute(query, (now - SIGNED_IN_FOR,)).fetchall()}


def _new_code() -> str:
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(ACCESS_CODE_LENGTH))


def _hashed(secret: str) -> str:
    # 80 random bits, and 256: nobody finds them by trying, however quick a hash is.
    return hashlib.sha256(secret.encode()).hexdigest()
