"""The sentences of refusals about this machine's services."""

from frontdesk.domain.machine import MachineDetail, MachineReason, Unreached
from frontdesk.domain.values.errors import Detail, Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    MachineReason.NO_SUPERVISOR: N_("Services can be installed on Linux, macOS and Windows, not on {system}."),
    MachineReason.NO_SERVICE: N_("There is no service {name}. To have one: frontdesk service install {name}."),
    MachineReason.FOREIGN_SERVICE: N_(
        "{path} was not written by Frontdesk. It was left as it is; whoever wrote it removes it."
    ),
    MachineReason.CANNOT_WRITE_FILE: N_("{path} cannot be written or deleted: {detail}"),
    MachineReason.NO_LAN_PARTS: N_(
        "For --lan parts are missing that are installed on request ({names}): pip install 'frontdesk[lan]'"
    ),
    MachineReason.BAD_CERTIFICATE: N_("The certificate {path} cannot be used with its key: {detail}"),
    MachineReason.ONLY_FOR_SERVE: N_("--port, --lan, --plain, --cert and --key are for the service serve."),
    MachineReason.ONLY_WITH_LAN: N_(
        "--plain, --cert and --key go with serve --lan: --cert and --key together, or --plain, or none of them."
    ),
}

DETAILS: dict[Detail, str] = {
    MachineDetail.ENVIRONMENT: N_("environment"),
    MachineDetail.PRINTERS: N_("a folder, tcp://192.168.1.50:9100 or /dev/usb/lp0"),
    MachineDetail.FOLDERS: N_("up to three whole paths of folders, with semicolons between"),
    MachineDetail.FORECASTS: N_("folder:/path, open-meteo, or open-meteo:https://your.own.address"),
    MachineDetail.DEGREES: N_("latitude and longitude in degrees: 31.23, 121.47"),
    MachineDetail.PUBLIC_PART: N_("what frontdesk backup key writes there: age1…"),
    Unreached.REFUSED: N_("nothing answers at this address"),
    Unreached.NO_ANSWER: N_("no answer in time"),
    Unreached.UNKNOWN_NAME: N_("its name is not known"),
    Unreached.NO_NETWORK: N_("no way there through the network"),
    Unreached.NOT_SECURE: N_("no encrypted connection"),
    Unreached.CUT_OFF: N_("the connection broke off"),
}

REFUSALS = Refusals(SENTENCES, details=DETAILS)
