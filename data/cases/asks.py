"""What cases ask of others: records, legal advice, a plan on site, the part (C11, C15–C18)."""

from data.engine.connection import Connection
from data.engine.transaction import Row, Transaction
from frontdesk.domain.cases.asks import Ask, Asked, AskKind, LegalMatter, Remedy
from frontdesk.domain.cases.step_inputs import Given


def of(connection: Connection, number: int) -> tuple[Ask, ...]:
    """Return what was asked for in a case, oldest first."""
    rows = connection.execute(
        "select kind, asked_at, asked_by, words, remedy, people, state, ended_at, ended_by, answer, needless,"
        " matter, reference, not_understood, not_content from asks where complaint_id = ? order by id",
        (number,),
    )
    return tuple(
        Ask(
            AskKind(kind), at, by, words, Remedy(remedy) if remedy else None, people,
            Asked(state) if ended_at is None else None, ended_at, ended_by, answer, bool(needless),
            LegalMatter(matter) if matter else None, reference, bool(not_understood), bool(not_content),
        )
        for kind, at, by, words, remedy, people, state, ended_at, ended_by, answer, needless,
            matter, reference, not_understood, not_content in rows
    )  # fmt: skip


def ask(transaction: Transaction, number: int, kind: AskKind, words: str, given: Given) -> None:
    """Put on record what is asked for."""
    row: Row = {"complaint_id": number, "kind": kind, "state": Asked(kind.value), "words": words}
    row |= {"asked_at": transaction.now, "asked_by": transaction.actor.who}
    is_onsite = kind is AskKind.ONSITE
    row |= {"remedy": given.remedy or "" if is_onsite else "", "people": given.people if is_onsite else ""}
    if kind is AskKind.LEGAL:
        row |= {"matter": given.matter or LegalMatter.ADVICE, "reference": given.reference}
    transaction.insert("asks", row)


def set_reference(transaction: Transaction, number: int, reference: str) -> None:
    """What the legal adviser has is called otherwise from now on: the court has given it a number (C18)."""
    row, _ = _present(transaction, number, AskKind.LEGAL)
    transaction.update("asks", row, {"reference": reference}, where={"ended_at": None})


def reference(connection: Connection, number: int) -> str:
    """Return what the matter is called that the legal adviser has in a case; "" where it has no name."""
    row = connection.execute(
        "select reference from asks where complaint_id = ? and kind = 'legal' and ended_at is null", (number,)
    ).fetchone()
    return "" if row is None else str(row[0])


def move(transaction: Transaction, number: int, before: Asked, after: Asked) -> None:
    """What was asked for has come one step nearer."""
    transaction.update("asks", _present(transaction, number, before.kind)[0], {"state": after}, where={"state": before})


def end(
    transaction: Transaction,
    number: int,
    kind: AskKind,
    answer: str,
    *,
    is_needless: bool = False,
    left: Row | None = None,
) -> None:
    """What was asked for is there, or not needed any more. `left`: what the customer lacked as people left a site."""
    row, asked_at = _present(transaction, number, kind)
    values: Row = {"ended_at": max(transaction.now, asked_at), "ended_by": transaction.actor.who, "answer": answer}
    transaction.update("asks", row, {**values, "needless": int(is_needless), **(left or {})}, where={"ended_at": None})


def _present(transaction: Transaction, number: int, kind: AskKind) -> tuple[int, int]:
    """Return the row of what is asked for, and when that was: it ends no earlier, whatever the clock says."""
    row: tuple[int, int] = transaction.connection.execute(
        "select id, asked_at from asks where complaint_id = ? and kind = ? and ended_at is null", (number, kind)
    ).fetchone()
    return row
