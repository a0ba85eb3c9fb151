"""Reasons for a refusal: this machine's services."""

from frontdesk.domain.values.errors import Reason


class MachineReason(Reason):
    """Why a service of this machine was not installed or removed."""

    NO_SUPERVISOR = "no_supervisor"
    NO_SERVICE = "no_service"
    FOREIGN_SERVICE = "foreign_service"
    CANNOT_WRITE_FILE = "cannot_write_file"
