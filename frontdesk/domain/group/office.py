"""Head office, which keeps the logs of many stores: how it stands with each, and why something is not done there."""

from enum import StrEnum

from frontdesk.domain.values.clock import HOUR, Millis
from frontdesk.domain.values.errors import Reason

CODE_LIMIT = 32
"""A store's code stands in addresses and tables."""
SILENT_AFTER: Millis = 24 * HOUR
"""A store that was not heard of for so long is silent."""


class OfficeReason(Reason):
    """Why something was not done at head office."""

    NO_GROUP_PARTS = "no_group_parts"
    NO_POSTGRESQL = "no_postgresql"
    POSTGRESQL_FAILED = "postgresql_failed"
    OLD_POSTGRESQL = "old_postgresql"
    TEXTS_NOT_UTF8 = "texts_not_utf8"
    NO_HEAD_OFFICE = "no_head_office"
    NEWER_HEAD_OFFICE = "newer_head_office"
    BAD_STORE_CODE = "bad_store_code"
    NO_STORE_NAME = "no_name_of_group_store"
    STORE_CODE_TAKEN = "store_code_taken"
    STORE_HEARD = "group_store_heard"
    UNKNOWN_STORE = "unknown_store"
    READER_TAKEN = "reader_taken"
    UNKNOWN_READER = "unknown_reader"
    NO_READER_NAME = "no_reader_name"
    WRONG_ACCESS_CODE = "wrong_access_code"
    BAD_OFFICE_ADDRESS = "bad_office_address"
    ADDRESS_OR_LAN = "address_or_lan"
    BAD_TEMPLATE_NAME = "bad_group_template_name"
    UNKNOWN_TEMPLATE = "unknown_group_template"
    TEMPLATE_WITHDRAWN = "group_template_withdrawn"
    TEMPLATE_AS_BEFORE = "group_template_as_before"
    """The newest version says the same."""


class StoreState(StrEnum):
    """How head office stands with a store."""

    REFUSED = "refused"
    """Something of what it sends is not taken: a person has to look."""
    NEVER_HEARD = "never_heard"
    SILENT = "silent"
    CURRENT = "current"


class Trouble(StrEnum):
    """Why what a store sends is not taken."""

    CHAIN = "chain"
    GAP = "gap"
    BODY = "body"
    FORK = "fork"
    NEWER = "newer"
    FORMAT = "format"
    TOO_MANY = "too_many"
    TOO_LARGE = "too_large"
    NOT_UNDERSTOOD = "not_understood"


def state_of(heard_at: Millis | None, trouble: str | None, now: Millis) -> StoreState:
    """Return how head office stands with a store that was heard then; silence of a night is none yet."""
    if trouble is not None:
        return StoreState.REFUSED
    if heard_at is None:
        return StoreState.NEVER_HEARD
    return StoreState.SILENT if now - heard_at >= SILENT_AFTER else StoreState.CURRENT
