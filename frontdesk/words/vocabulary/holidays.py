"""The names of the values and events of holidays."""

from collections.abc import Mapping

from frontdesk.domain.holidays.events import HolidayEvent
from frontdesk.domain.holidays.names import HolidayName
from frontdesk.domain.holidays.notice import NoticeChannel
from frontdesk.domain.holidays.points import Lack
from frontdesk.words.i18n import N_
from frontdesk.words.vocabulary.vocabulary import Vocabulary

VALUES: tuple[tuple[object, str], ...] = (
    (HolidayName.NEW_YEAR, N_("New Year's Day")),
    (HolidayName.SPRING, N_("Spring Festival")),
    (HolidayName.QINGMING, N_("Tomb-Sweeping Day")),
    (HolidayName.LABOUR, N_("Labour Day")),
    (HolidayName.DRAGON_BOAT, N_("Dragon Boat Festival")),
    (HolidayName.MID_AUTUMN, N_("Mid-Autumn Festival")),
    (HolidayName.NATIONAL, N_("National Day")),
    (HolidayName.OTHER, N_("closed days")),
    (NoticeChannel.TEXT, N_("text message")),
    (NoticeChannel.PHONE, N_("phone script")),
    (NoticeChannel.WEBSITE, N_("website")),
    (NoticeChannel.SOCIAL, N_("WeChat and social media")),
    (NoticeChannel.DOOR, N_("notice on the door")),
    (Lack.UNROSTERED, N_("in no published roster: {which}")),
    (Lack.NOBODY_ON, N_("nobody on duty or on call: {which}")),
    (Lack.GAPS, N_("somebody is missing: {which}")),
    (Lack.CHECK_OFF, N_("this check does not come by itself: say in words that it was made")),
    (Lack.UNCHECKED, N_("not checked yet: {which}")),
    (Lack.NO_BACKUP, N_("no backup supplier is on the contact list")),
    (Lack.BACKUP_UNCALLED, N_("not rung yet: {which}")),
    (Lack.UNCALLED, N_("not reached yet: {which}")),
    (Lack.NO_NOTICE, N_("no notice is written")),
    (Lack.STALE, N_("the store's calendar was changed since the notice was written")),
    (Lack.UNSIGNED, N_("the notice is not signed")),
    (Lack.UNPOSTED, N_("not posted yet: {which}")),
    (Lack.NOT_OVER, N_("the holiday is not over before {which}")),
    (Lack.UNASKED, N_("whoever came on the last day is asked the morning after")),
    (Lack.NO_SURVEY, N_("no survey is in force: say in words how customers were asked")),
)

EVENTS: Mapping[str, str] = {
    HolidayEvent.PLAN: N_("plan of a holiday opened"),
    HolidayEvent.NOTICE: N_("notice of a holiday written"),
    HolidayEvent.SUBMIT: N_("notice of a holiday to be signed"),
    HolidayEvent.POST: N_("notice of a holiday posted"),
    HolidayEvent.SEND: N_("notice of a holiday sent"),
}

VOCABULARY = Vocabulary(values=VALUES, events=EVENTS)
