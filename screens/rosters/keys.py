"""The keys of the roster's page (S2)."""

from frontdesk.domain.rosters.version import Version
from frontdesk.words.i18n import N_
from screens.kit.keys import Key

KEYS = (
    Key("f2", "new", N_("new roster"), ""),
    Key("f3", "swap", N_("swap with"), ""),
    Key("f4", "propose", N_("propose it"), ""),
    Key("f5", "absence", N_("absence"), ""),
    Key("f6", "need", N_("people needed"), ""),
    Key("f7", "gap", N_("next gap"), ""),
    Key("f8", "publish", N_("publish"), ""),
    Key("f9", "undo", N_("undo"), ""),
    Key("f10", "print", N_("print"), ""),
)
_OF_DRAFTS = frozenset({"propose", "need", "publish", "undo"})
"""What cannot be done any more once a roster is published."""


def offered(version: Version) -> tuple[Key, ...]:
    """Return the keys that do something with a version."""
    return KEYS if version.is_planned else tuple(key for key in KEYS if key.action not in _OF_DRAFTS)
