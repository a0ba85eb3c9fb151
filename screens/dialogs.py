"""The dialogs of the stations, all in one place: they are loaded once the first picture stands."""

from screens.case_browser import CaseBrowser
from screens.complaint_case import ComplaintCase
from screens.complaint_form import ComplaintForm
from screens.decide import DecideDialog
from screens.duty import DutyDialog
from screens.explain import ExplainDialog
from screens.help import HelpDialog
from screens.ledger import LedgerDialog
from screens.move import MoveDialog
from screens.operator import OperatorDialog
from screens.palette import Palette
from screens.penalty import PenaltyDialog
from screens.province import ProvinceDialog
from screens.record import RecordList, RecordPage
from screens.tickets import TicketsDialog

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
