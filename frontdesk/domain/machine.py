"""Reasons for a refusal: this machine's services, and its place in the network."""

from frontdesk.domain.values.errors import Detail, Reason


class MachineReason(Reason):
    """Why a service of this machine was not installed or removed, or its network is not served."""

    NO_SUPERVISOR = "no_supervisor"
    NO_SERVICE = "no_service"
    FOREIGN_SERVICE = "foreign_service"
    CANNOT_WRITE_FILE = "cannot_write_file"
    NO_LAN_PARTS = "no_lan_parts"
    BAD_CERTIFICATE = "bad_certificate"
    ONLY_FOR_SERVE = "only_for_serve"
    ONLY_WITH_LAN = "only_with_lan"


class MachineDetail(Detail):
    """Where a setting of this machine stands, or what would be right for it."""

    ENVIRONMENT = "environment"
    PRINTERS = "printers"
    FOLDERS = "folders"
    PUBLIC_PART = "public_part"
    FORECASTS = "forecasts"
    DEGREES = "degrees"


class Unreached(Detail):
    """Why something elsewhere was not reached."""

    REFUSED = "connection_refused"
    NO_ANSWER = "no_answer"
    UNKNOWN_NAME = "unknown_host"
    NO_NETWORK = "no_network"
    NOT_SECURE = "not_secure"
    CUT_OFF = "cut_off"
