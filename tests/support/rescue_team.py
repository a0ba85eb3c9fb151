"""Everybody a rescue needs, and a customer who calls from the road; how far a rescue is brought."""

from dataclasses import replace
from typing import NamedTuple

from frontdesk.desk import approvals, parts
from frontdesk.desk.desk import Desk
from frontdesk.desk.rescues import calls, planning, rescues, road
from frontdesk.domain.parts.part import Needed, PartState
from frontdesk.domain.people.staff import Actor, Post
from frontdesk.domain.rescues.checks import PlanTyped
from frontdesk.domain.rescues.rescue import CallForm, Rescue
from frontdesk.domain.rescues.terms import Hurt, Stands
from frontdesk.domain.values.clock import MINUTE
from frontdesk.domain.values.plates import Plate

CAR = Plate("苏E7K521")
PHONE = "13900018000"
PEOPLE = {
    "王芳": Post.MANAGER, "孙磊": Post.SUPERVISOR, "陈静": Post.ADVISOR, "李建国": Post.DIRECTOR,
    "刘军": Post.TECHNICIAN, "何伟": Post.TECHNICIAN,
}  # fmt: skip
FORM = CallForm("G25 南京方向 1184K", Stands.SHOULDER, Hurt.NOBODY, CAR, "大通V80", 86_000, "高先生", "离合器踩下无力")
PLAN = PlanTyped(30, 90, "刘军", ("何伟",), "更换离合总成", 800, 1500, (Needed("离合总成"), Needed("机油", 2)))


class Team(NamedTuple):
    """The store's desk, with whoever is named at it."""

    desk: Desk

    def by(self, who: str) -> Desk:
        self.desk.actor = Actor("manager" if who in {"王芳", "李建国"} else "reception", who)
        return self.desk

    def called(self) -> int:
        return calls.take(self.by("陈静"), FORM, PHONE).number

    def planned(self, **other: object) -> int:
        number = self.called()
        planning.plan(self.by("孙磊"), number, replace(PLAN, **other))  # type: ignore[arg-type]
        return number

    def agreed(self, **other: object) -> int:
        number = self.planned(**other)
        planning.consent(self.by("王芳"), number, "好")
        return number

    def signed(self, **other: object) -> int:
        number = self.agreed(**other)
        approvals.sign(self.by("李建国"), number)
        return number

    def on_the_road(self, **other: object) -> int:
        number = self.signed(**other)
        for part in self.rescue(number).missing:
            parts.step(self.by("陈静"), part.id, PartState.HANDED)
        desk = self.by("陈静")
        road.depart(desk, number, "已出发", eta=desk.now() + 30 * MINUTE, vehicle="救援车2")
        return number

    def rescue(self, number: int) -> Rescue:
        return rescues.shown(self.desk, number)
