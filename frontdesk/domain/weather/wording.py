"""What those are told whom a decision touches, in the words of a call (I7)."""

from frontdesk.domain.weather.affected import Of
from frontdesk.domain.weather.decision import Choice, Decision

_WHAT = {Of.APPOINTMENT: "到店预约", Of.REPAIR: "交车", Of.RUN: "外出"}


def spoken(decision: Decision, of_what: Of, time: str) -> str:
    """Return what is said of a booking, a promised car or something under way: 因天气原因，您今天 9:00的到店预约…"""
    whose = "" if of_what is Of.RUN else f"您{time}的"
    if decision.choice is Choice.CHANGE:
        return f"因天气原因，{whose}{_WHAT[of_what]}改为：{decision.place}。"
    after = "" if of_what is Of.RUN else "恢复后我们与您另约时间。"
    return f"因天气原因，{whose}{_WHAT[of_what]}暂停。{after}"
