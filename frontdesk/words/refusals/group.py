"""The sentences of refusals about the group that a store belongs to."""

from frontdesk.domain.group.reasons import GroupReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Facts, Refusals, Said

SENTENCES: dict[Reason, str] = {
    GroupReason.NO_GROUP: N_("This store belongs to no group. To join one: frontdesk group join ADDRESS CODE."),
    GroupReason.GROUP_OPEN: N_("{path} holds a token, and others can read it. Right: chmod 600."),
    GroupReason.BAD_TOKEN: N_("That is no token: it is one word of letters, digits and signs, shown by head office."),
    GroupReason.BAD_ADDRESS: N_(
        "“{text}” is no address of head office. Right is https://group.example.com:8430, without anything after it."
    ),
    GroupReason.BAD_CODE: N_("“{text}” is no code of a store. Right are letters, digits, - and _, like SH-003."),
    GroupReason.NOT_JOINED: N_(
        "The settings name a group, but this store has not joined it as {text}. To join: frontdesk group join."
    ),
    GroupReason.ALREADY_JOINED: N_("This store has joined as {text} already."),
    GroupReason.OTHER_STORE: N_(
        "Head office has events of another store as {text}, or of a later copy of this one. Not joined. Where that is"
        " so, ask there for the right code; to have the lost store here in place of what is here: frontdesk restore"
        " --from-group."
    ),
    GroupReason.NOT_FORKED: N_("Head office and this store agree up to event {number}: there is nothing to decide."),
    GroupReason.FILE_OR_GROUP: N_(
        "Restored from what? Right is frontdesk restore FILE, or frontdesk restore --from-group."
    ),
    GroupReason.NOT_FULL: N_(
        "Head office does not have everything of event {number}: only a store that shared everything can be made"
        " again from its log."
    ),
    GroupReason.NOTHING_THERE: N_("Head office has no event of {text}."),
    GroupReason.NOT_WHOLE: N_(
        "What head office has does not follow at event {number}: no store is made of it. A store that did not share"
        " everything cannot be made again from its log."
    ),
    GroupReason.UNREACHABLE: N_(
        "Head office was not reached ({detail}). Nothing is lost: once the store has joined, watch and serve try again."
    ),
    GroupReason.UNTRUSTED: N_(
        "Head office's certificate is none that this machine trusts. Where it is its own: --ca FILE with the"
        " certificate, as you join."
    ),
    GroupReason.NO_CA: N_("{path} is no certificate that can be read."),
    GroupReason.NOT_UNDERSTOOD: N_("What answered is no head office, or another version of it ({status})."),
    GroupReason.FORK: N_(
        "Head office knows event {number} otherwise: another copy of this store has gone on, or an old backup was"
        " restored. Nothing is sent until somebody decides: frontdesk group epoch lets this copy count, frontdesk"
        " restore --from-group takes the one at head office."
    ),
    GroupReason.CHAIN: N_(
        "Head office does not take event {number}: it does not follow from the one before it. frontdesk doctor"
        " --thorough says what was changed."
    ),
    GroupReason.TOKEN: N_("Head office does not know the token. Ask there for a new one, then frontdesk group join."),
    GroupReason.CODE: N_("Head office knows the token as another store's. Ask there for the right code and token."),
    GroupReason.OLD_PROGRAM: N_("Head office needs a newer version of the program here."),
    GroupReason.OLD_OFFICE: N_(
        "Head office has an older version of the program. Nothing is lost: it goes on once that is brought up to date."
    ),
    GroupReason.TOO_LARGE: N_("Head office does not take so much at once."),
    GroupReason.TEMPLATE_EMPTY: N_("The file names no number. Right is over_count = 4, as in frontdesk policy show."),
    GroupReason.TEMPLATE_OF_STORE: N_(
        "These are each store's own and stand in no template: {keys}. Take them out of the file."
    ),
    GroupReason.TEMPLATE_NEWER: N_("This program does not know these numbers: {keys}. Bring it up to date."),
    GroupReason.TEMPLATE_UNFITTING: N_(
        "With the template {key} would be {text}, which does not fit the other numbers here. Right would be: {right}."
        " Change those first, or decline with words."
    ),
    GroupReason.NO_OFFER: N_("Head office has offered nothing under No. {number}. See frontdesk group offered."),
    GroupReason.BUSY: N_("Head office could not keep it just now. Nothing is lost: it is tried again."),
}


def _right(facts: Facts, _said: Said) -> str:
    from frontdesk.words.policy.form import right  # noqa: PLC0415 - seldom said

    return right(str(facts["key"]), facts.get("most")) if "key" in facts else "—"


REFUSALS = Refusals(SENTENCES, facts={GroupReason.TEMPLATE_UNFITTING: ("right", _right)})
