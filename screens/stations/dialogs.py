"""The dialogs of the stations, all in one place: they are loaded once the first picture stands."""

from screens.cases.browser import CaseBrowser
from screens.cases.case_page import ComplaintCase
from screens.cases.new_case_form import ComplaintForm
from screens.escalations.decide import DecideDialog
from screens.escalations.explain import ExplainDialog
from screens.escalations.record import RecordList, RecordPage
from screens.lounge.tickets import TicketsDialog
from screens.penalties.ledger import LedgerDialog
from screens.penalties.propose import PenaltyDialog
from screens.people.duty import DutyDialog
from screens.people.operator import OperatorDialog
from screens.stations.help import HelpDialog
from screens.stations.palette import Palette
from screens.zone.move import MoveDialog
from screens.zone.province import ProvinceDialog

__all__ = [
    "CaseBrowser",
    "ComplaintCase",
    "ComplaintForm",
    "DecideDialog",
    "DutyDialog",
    "ExplainDialog",
    "HelpDialog",
    "LedgerDialog",
    "MoveDialog",
    "OperatorDialog",
    "Palette",
    "PenaltyDialog",
    "ProvinceDialog",
    "RecordList",
    "RecordPage",
    "TicketsDialog",
]
