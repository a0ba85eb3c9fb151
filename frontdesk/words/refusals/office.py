"""The sentences of refusals at head office."""

from frontdesk.domain.group.office import OfficeReason
from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_
from frontdesk.words.refusals.refusals import Refusals

SENTENCES: dict[Reason, str] = {
    OfficeReason.NO_GROUP_PARTS: N_(
        "For head office parts are missing that are installed on request ({names}): pip install 'frontdesk[group]'"
    ),
    OfficeReason.NO_POSTGRESQL: N_(
        "Head office's database cannot be reached: {detail}. Where it is: --group-database postgresql://…, or the"
        " variable FRONTDESK_GROUP_DATABASE."
    ),
    OfficeReason.POSTGRESQL_FAILED: N_("Head office's database did not do it: {detail}"),
    OfficeReason.OLD_POSTGRESQL: N_("Head office's database is PostgreSQL {version}; right would be {right} or newer."),
    OfficeReason.TEXTS_NOT_UTF8: N_(
        "Head office's database keeps its texts as {encoding}; right would be UTF8 (createdb --encoding UTF8)."
    ),
    OfficeReason.NO_HEAD_OFFICE: N_(
        "This database is not set up as head office, or by an older program. Once, where it can be written:"
        " frontdesk group serve"
    ),
    OfficeReason.NEWER_HEAD_OFFICE: N_("A newer program has set up head office's database. Please update this one."),
    OfficeReason.BAD_STORE_CODE: N_(
        "“{text}” is no code for a store; right would be up to {most} letters and digits, like SH-003."
    ),
    OfficeReason.NO_STORE_NAME: N_("Say what store {text} is called, after its code: {text} Pudong"),
    OfficeReason.STORE_HEARD: N_(
        "{text} has sent something, so it stays. Should it send nothing any more: frontdesk group stores token {text},"
        " and the new token is given to nobody."
    ),
    OfficeReason.STORE_CODE_TAKEN: N_(
        "There is a store {text} already. Another token for it: frontdesk group stores token {text}"
    ),
    OfficeReason.BAD_TEMPLATE_NAME: N_("A template is called something, in at most {most} characters."),
    OfficeReason.UNKNOWN_TEMPLATE: N_("There is no template “{name}”. All of them: frontdesk group templates list"),
    OfficeReason.TEMPLATE_WITHDRAWN: N_("“{name}”, version {version}, was withdrawn {at} already."),
    OfficeReason.TEMPLATE_AS_BEFORE: N_(
        "“{name}”, version {version}, says just that and is on offer: nothing was added."
    ),
    OfficeReason.READER_TAKEN: N_(
        "{text} has an access code already. Another one: frontdesk group readers code {text}"
    ),
    OfficeReason.UNKNOWN_READER: N_(
        "Nobody called {text} has an access code. All of them: frontdesk group readers list"
    ),
    OfficeReason.NO_READER_NAME: N_("An access code is somebody's: name who is to have it."),
    OfficeReason.WRONG_ACCESS_CODE: N_(
        "That is no access code, or it counts no more. It has {length} letters and digits, like ABCD-2345-EFGH-6789."
    ),
    OfficeReason.BAD_OFFICE_ADDRESS: N_(
        "“{text}” is no address that browsers reach head office by; right would be https://group.example.com."
    ),
    OfficeReason.ADDRESS_OR_LAN: N_("Behind a proxy (--address) it answers this machine alone: without --lan."),
    OfficeReason.UNKNOWN_STORE: N_("There is no store {text}. All of them: frontdesk group status"),
}

REFUSALS = Refusals(SENTENCES)
