"""What a case asks of others, each step taken by a plain model too: records, a plan on site, the adviser (C15–C18)."""

from collections.abc import Callable

from case_draws import given, longs, people, picks
from cases_compared import Compared
from hypothesis import strategies as st
from hypothesis.stateful import rule
from model_rows import Record

from frontdesk.desk.cases import steps as case_steps
from frontdesk.domain.cases.asks import AskKind, LegalMatter, Remedy
from frontdesk.domain.cases.case import Form, Severity
from frontdesk.domain.cases.clocks import ClockName
from frontdesk.domain.cases.step_inputs import Given
from frontdesk.domain.cases.steps import CaseStep


class AsksOthers(Compared):
    def take(self, who: str, number: int, step: str, said: str, given: Record) -> None:
        expected = self.model.take(who, number, step, said, given)
        found = "查明" if given["findings"] else ""
        handed = Given(
            at=given["at"], promise=given["promise"], clock=given["clock"] and ClockName(given["clock"]),
            severity=given["severity"] and Severity(given["severity"]), satisfaction=given["satisfaction"],
            form=Form.SPOKEN if given["spoken"] else Form.WRITTEN,
            investigation=found, analysis=found, measure=found, remedy=Remedy.EXCHANGE if found else None, people=found,
            understood=given["understood"], content=given["content"], ask=given["ask"] and AskKind(given["ask"]),
            matter=given["matter"] and LegalMatter(given["matter"]), reference="民初123号" if given["findings"] else "",
        )  # fmt: skip
        self.give(who, lambda desk: case_steps.take(desk, number, CaseStep(step), said, given=handed), expected, step)

    def a_case(self, pick: int, fits: Callable[[Record], object] = lambda case: True) -> Record | None:
        """Mostly one the step could be about, now and then any."""
        there = self.model.all("case")
        fitting = [case for case in there if fits(case)] or there
        chosen = fitting if pick < 8 else there
        return chosen[pick % len(chosen)] if chosen else None

    @rule(who=st.sampled_from(["王五", "赵六"]), pick=picks, ahead=longs, findings=st.booleans())
    def people_leave_a_site(self, who: str, pick: int, ahead: int, findings: bool) -> None:
        """Records are asked for, people go there, and leave before the customer is satisfied."""
        case = self.a_case(pick, lambda case: self.model.is_possible(case, "onsite"))
        if case:
            for step in ["ask_material", "onsite"] if findings else ["onsite", "ask_material"]:
                self.take(who, case["id"], step, "换油封", given(findings=True))
            self.take(who, case["id"], "onsite_done", "先走", given(understood=True, content=False))
            self.take(who, case["id"], "promise", "再去", given(at=self.clock.at + ahead))

    @rule(who=people, pick=picks, ahead=longs, matter=st.sampled_from(["contract", "lawsuit", "advice"]))
    def the_adviser_goes_on(self, who: str, pick: int, ahead: int, matter: str) -> None:
        """From the first date to the next, and to the result."""
        case = self.a_case(pick, lambda case: self.model.is_possible(case, "ask_legal"))
        if case:
            dated = given(at=self.clock.at + ahead, findings=pick < 9, matter=matter)
            for step in ("ask_legal", "legal_next", "legal_next", "legal")[: 1 + pick % 4]:
                self.take(who, case["id"], step, "退车", dated)

    @rule(who=people, pick=picks)
    def what_is_asked_for_comes(self, who: str, pick: int) -> None:
        for step in ("material", "ask_sample", "sample_here", "sample_sent", "sample"):
            case = self.a_case(pick, lambda case, step=step: self.model.is_possible(case, step))  # type: ignore[misc]
            if case and self.model.is_possible(case, step):
                self.take(who, case["id"], step, "已到", given())
