"""The roster in words: shifts, needs with their arithmetic, gaps with the reason for each person (S2, S8)."""

from collections.abc import Iterator
from datetime import date

from frontdesk.domain.rosters.absence import Absence
from frontdesk.domain.rosters.board import Board, Gap
from frontdesk.domain.rosters.fairness import Cost
from frontdesk.domain.rosters.need import BUSY, Basis, Need
from frontdesk.domain.rosters.proposal import Proposal, Step
from frontdesk.domain.rosters.reasons import RosterReason
from frontdesk.domain.rosters.rules import Why
from frontdesk.domain.rosters.shift import A_DAY, Shift, UsualShift, clock_text
from frontdesk.domain.rosters.version import Version
from frontdesk.domain.values.text import clean_line
from frontdesk.words.i18n import _
from frontdesk.words.lookup import word
from frontdesk.words.phrases import case_number, labelled
from frontdesk.words.refusals.sentence import why as in_a_word
from frontdesk.words.times import days_of_the_week
from frontdesk.words.trainings import certificate_word

_TOLD = 4
"""So many gaps are told of where there is little room."""


def shift_name(shift: Shift) -> str:
    """Return what a shift is called: as the store calls it, else by its usual name."""
    if shift.name:
        return clean_line(shift.name)
    return word(UsualShift(shift.key)) if shift.key in set(UsualShift) else shift.key


def shift_sign(shift: Shift) -> str:
    """Return a shift in one sign, for where a day has little room: 早, E."""
    return shift_name(shift)[:1].upper()


def shift_times(shift: Shift) -> str:
    """Return from when until when a shift goes: 20:00–07:00 +1."""
    over = " +1" if shift.ends > A_DAY else ""
    return f"{clock_text(shift.begins)}–{clock_text(shift.ends)}{over}"


def version_line(version: Version) -> str:
    """Return a version in a line: its number, its days, how far it has come."""
    return f"{case_number(version.id)} {version.first} – {version.last} · {word(version.state)}"


def day_name(day: date) -> str:
    """Return a day with that of its week: Tue 02-17."""
    return f"{days_of_the_week()[day.weekday()]} {day:%m-%d}"


def need_post(need: Need) -> str:
    """Return in which post somebody is needed, with the certificate that is asked for (S12)."""
    if not need.certificate:
        return word(need.post)
    return _("{post} with {certificate}").format(post=word(need.post), certificate=certificate_word(need.certificate))


def need_line(need: Need) -> str:
    """Return why a shift needs so many, with the arithmetic where it is told from past days."""
    if need.basis in {Basis.HOLIDAY, Basis.CLASS}:
        sum_ = _("busiest hour {peak} cars × {minutes} min ÷ 60 ÷ {busy}").format(
            peak=f"{need.peak:.1f}", minutes=f"{need.minutes:.1f}", busy=BUSY
        )
        return f"{sum_} · {word(need.basis)} ({need.why})"
    return clean_line(need.why) or word(need.basis)


def why_text(why: Why) -> str:
    """Return why somebody cannot come, in a word or two."""
    if why.reason is RosterReason.ABSENT:
        return clean_line(str(why.facts.get("why", "")))
    certificate = certificate_word(str(why.facts.get("certificate", "")))
    if why.reason is RosterReason.NO_CERTIFICATE:
        return _("no {certificate}").format(certificate=certificate)
    if why.reason is RosterReason.CERTIFICATE_ENDED:
        return _("{certificate} until {day} only").format(certificate=certificate, day=why.facts["day"])
    return in_a_word(why.reason)


def gap_line(gap: Gap, shift: Shift) -> str:
    """Return a gap: the day, how many are missing, and the reason for each who could have come."""
    missing = _("{day} {shift} {post}: {count} missing").format(
        day=day_name(gap.need.day), shift=shift_name(shift), post=need_post(gap.need), count=gap.missing
    )
    reasons = " · ".join(f"{name} {why_text(why)}" for name, why in gap.why)
    return labelled(missing, reasons or _("nobody on the staff list has this post"))


def gap_lines(board: Board) -> Iterator[str]:
    """Give every gap of a version in a line."""
    shifts = {shift.key: shift for shift in board.shifts}
    return (gap_line(gap, shifts[gap.need.shift]) for gap in board.gaps())


def to_sign(board: Board) -> str:
    """Return what whoever signs a roster reads first: its days, and who is missing, with the reason for each person."""
    told = list(gap_lines(board))
    more = [_("and {count} more gaps").format(count=len(told) - _TOLD)] if len(told) > _TOLD else []
    return "\n".join((version_line(board.version), *(f"! {each}" for each in told[:_TOLD]), *more))


def absence_line(absence: Absence) -> str:
    """Return an absence or a wish in a line."""
    days = str(absence.first) if absence.first == absence.last else f"{absence.first} – {absence.last}"
    kind = _("wish") if absence.is_wish else _("absence")
    return f"{case_number(absence.id)} {kind} · {absence.person} · {days} · {clean_line(absence.why)}"


def cost_lines(cost: Cost) -> Iterator[str]:
    """Give what a roster falls short of, in the order that counts; nothing where it falls short of nothing."""
    if cost.missing:
        yield _("{count} shifts without anybody").format(count=cost.missing)
    if cost.holidays:
        yield _("holiday shifts uneven by {count}").format(count=cost.holidays)
    if cost.weekends:
        yield _("weekend shifts uneven by {count}").format(count=cost.weekends)
    if cost.shifts:
        yield _("shifts uneven by {count}").format(count=cost.shifts)
    if cost.wishes:
        yield _("{count} wishes not met").format(count=cost.wishes)
    if cost.stand_ins:
        yield _("{count} times somebody stands in").format(count=cost.stand_ins)


def proposal_line(proposal: Proposal) -> str:
    """Return how good a proposal is, and whether a better one can exist."""
    short = " · ".join(cost_lines(proposal.cost)) or _("everybody is there, everything is even, every wish is met")
    best = _("there is no better one") if proposal.is_best else _("a better one may exist")
    return f"{short} · {best} · {_('{seconds} s').format(seconds=f'{proposal.seconds:.1f}')}"


def step_line(step: Step) -> str:
    """Return how far a proposal has come: whose shifts are shared out, how many are missing so far, after how long."""
    whose = _(", ").join(map(word, step.posts)) or _("a first one is there")
    part = f"{step.part}/{step.of} {whose}"
    missing = _("{count} missing").format(count=step.missing)
    return " · ".join((part, missing, _("{seconds} s").format(seconds=f"{step.seconds:.1f}")))
