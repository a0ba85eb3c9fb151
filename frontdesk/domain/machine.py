"""Reasons for a refusal: this machine's services."""

from frontdesk.domain.values.errors import Detail, Reason


class MachineReason(Reason):
    """Why a service of this machine was not installed or removed."""

    NO_SUPERVISOR = "no_supervisor"
    NO_SERVICE = "no_service"
    FOREIGN_SERVICE = "foreign_service"
    CANNOT_WRITE_FILE = "cannot_write_file"


class MachineDetail(Detail):
    """Where a setting of this machine stands, or what would be right for it."""

    ENVIRONMENT = "environment"
    PRINTERS = "printers"
