"""The sentence for each reason why something was not done; `frontdesk.words.refusals.sentence` fills it in."""

from frontdesk.domain.values.errors import Reason
from frontdesk.words.i18n import N_

SENTENCES: dict[Reason, str] = {
    Reason.ALREADY_HERE: N_("{plate} is already here: {place} since {since}."),
    Reason.NOT_HERE: N_("{plate} is not at the store. Check the plate, or let it arrive first (F2)."),
    Reason.PLACE_FULL: N_("{place} is full: {cars}. Free now: {free}."),
    Reason.UNKNOWN_PLACE: N_("There is no place “{text}”. Places: {places}."),
    Reason.SAME_PLACE: N_("{plate} already stands there: {place} since {since}."),
    Reason.ALREADY_RECEIVED: N_("{plate} was received at {at} by {who}."),
    Reason.NOT_RECEIVED: N_("{plate} has not been received yet. Receive the customer first (F6)."),
    Reason.ALREADY_WORK_ORDER: N_("{plate} has had its work order since {at}."),
    Reason.NO_WORK_ORDER: N_(
        "{plate} has no work order yet; only cars with one go to the workshop. Make it first (F7)."
    ),
    Reason.NO_PLATE: N_("Which car? Type its plate, or part of it."),
    Reason.TOO_SOON: N_("Nothing was done: that key came right behind F8. Look at the board, then press it again."),
    Reason.AMBIGUOUS_PLATE: N_("“{text}” fits several cars: {plates}. Type more of the plate."),
    Reason.IN_FUTURE: N_("{at} is in the future: it is {now} now."),
    Reason.BEFORE_LAST_CHANGE: N_("{at} is too early for {plate}: its last change was at {since}."),
    Reason.UNREADABLE_TIME: N_("“{text}” is not a time. Right would be 10:05, 10:05:30 or 2026-03-02T10:05."),
    Reason.TIME_FAR: N_("“{text}” is too far away. Right would be a time in the years {first} to {last}."),
    Reason.UNREADABLE_DATE: N_(
        "“{text}” is not a day. Right would be 16:30, tomorrow, 3d, 3-5, 2026-03-05 or 2026-03-05T10:05."
    ),
    Reason.UNKNOWN_PURPOSE: N_(
        "“{text}” is not maintenance or repair: such a car may not stop in the zone. Turn it away (F5)."
    ),
    Reason.NOTHING_TO_UNDO: N_("Nothing to undo: {who} did nothing at this station in the last {seconds} seconds."),
    Reason.CHANGED_SINCE: N_("Not done: something changed in the meantime. Look at the board and try again."),
    Reason.ALREADY_HANDLED: N_("{who} was first, at {at}."),
    Reason.ESCALATION_CLOSED: N_("This escalation is closed already: {who} {at}"),
    Reason.NOTHING_POSSIBLE: N_("“{action}” is not possible for {plate}: {why}."),
    Reason.NOT_THIS_CAR: N_("This car cannot be chosen for it now. Look at the board, then choose again."),
    Reason.NOT_ALL_ORDERS: N_("Only cars with a work order go to the workshop, and not all of these have one."),
    Reason.NOT_ALL_RECEIVED: N_("Not all of these customers have been received yet. Receive them first (F6)."),
    Reason.UNDER_WAY: N_("Something was decided on this car already, and is under way."),
    Reason.STILL_STANDS: N_("Escalation No. {number} still stands: it is explained once it is over."),
    Reason.NO_ESCALATION: N_("There is no escalation No. {number}. See frontdesk escalations."),
    Reason.NOTHING_TO_EXPLAIN: N_(
        "Escalation No. {number} needs no reason: only a crowding that nobody acted on does."
    ),
    Reason.NO_TASK: N_("Nothing was asked for under No. {number}. See frontdesk tasks."),
    Reason.TASK_ENDED: N_("No. {number} is done already: {who} {at}"),
    Reason.NO_TICKET: N_("No ticket No. {number} is in force. See frontdesk tickets."),
    Reason.TICKET_NO_SHOW: N_("{ticket} has been a no-show since {at}. Restore it first."),
    Reason.CALLED_TWICE: N_("{ticket} was called twice, last at {at}: bring the car back, or make it a no-show."),
    Reason.NOT_CALLED: N_("{ticket} was not called yet: call it first."),
    Reason.NO_NO_SHOW: N_("{ticket} is no no-show: there is nothing to restore."),
    Reason.NO_FREE_BAY: N_("No bay is free for {ticket}. Wait until one is, then call."),
    Reason.NOT_CROWDING: N_("The four actions are for an over-count or an over-stay."),
    Reason.WORDS_MISSING: N_("What did the customer say? A complaint needs words."),
    Reason.TEXT_TOO_LONG: N_("The text has {count} characters. Right would be {right} at most: shorten it."),
    Reason.LONG_AGO: N_("{at} is more than ten years ago. Type again when the case came in."),
    Reason.NO_COMPLAINT: N_("There is no complaint No. {number}."),
    Reason.NOT_ALLOWED: N_("“{step}” is for the manager on duty, the deputy or the director. Sign in as one of them."),
    Reason.CANNOT_CLOSE: N_(
        "Complaint No. {number} cannot be closed yet: {why}. The manager may close it anyway, and says why."
    ),
    Reason.SAME_SEVERITY: N_("Complaint No. {number} is {severity} already. Choose the other one."),
    Reason.QUALITY_INCOMPLETE: N_(
        "Quality's answer needs what was found, why it came to it, and the measure that keeps it from coming back."
    ),
    Reason.REPORT_INCOMPLETE: N_("The closing report needs a cause, the measures and the result."),
    Reason.DATE_MISSING: N_("By when? Type a time like 16:30, or a day like 2026-03-02T10:05."),
    Reason.DATE_PAST: N_("{at} is not in the future: it is {now} now. Right would be a later time."),
    Reason.DATE_FAR: N_("{at} is too far away. Type it again."),
    Reason.NO_CLOCK: N_("Complaint No. {number} has no such clock running."),
    Reason.CLOCK_MISSED: N_("“{clock}” was due at {at} and is missed: a pause would only hide it."),
    Reason.PAUSED_ALREADY: N_("“{clock}” is paused until {at} already. Let it run on first."),
    Reason.NOT_PAUSED: N_("That clock of complaint No. {number} is not paused."),
    Reason.BAD_SATISFACTION: N_("How satisfied is the customer? Right would be a number from 1 to 5."),
    Reason.NOTHING_TO_AMEND: N_("Nothing of complaint No. {number} would change."),
    Reason.NO_TEMPLATE: N_("There is no template “{name}”."),
    Reason.TEMPLATE_EMPTY: N_("A template needs a name and words."),
    Reason.DAY_CLOSED: N_("The store is closed on {day}. Right would be a day it opens, or a time on that day."),
    Reason.WHICH_CLOCK: N_("Which clock? Right would be one of: {choices}."),
    Reason.NOT_TAKEN: N_("“{step}” takes no {text}. It takes: {choices}."),
    Reason.BAD_DOCUMENT: N_("{path}: a document is a page for the browser. Right would be a name that ends in .html."),
    Reason.WRONG_STATE: N_("Complaint No. {number} is {stage}: “{step}” is not possible now."),
    Reason.NOTE_MISSING: N_("“{step}” needs a few words: write them, then try again."),
    Reason.BAD_PHONE: N_("“{text}” is not a phone number. Right would be 138 0013 8000 (11 digits) or 0512-6280 0000."),
    Reason.UNKNOWN_CHOICE: N_("“{text}” is not known here. Possible: {choices}."),
    Reason.NO_PENALTY: N_("There is no penalty No. {number}. See frontdesk penalties."),
    Reason.PENALTY_DRILL: N_("Complaint No. {number} is a drill: a drill costs nobody anything."),
    Reason.PENALTY_INQUIRY: N_("No. {number} is an inquiry: only a complaint or a dispute can lead to a penalty."),
    Reason.NO_VISIT: N_("Complaint No. {number} is linked to no visit: there is no car to charge a penalty for."),
    Reason.NO_CROWDING: N_(
        "The car of complaint No. {number} met no over-count and no over-stay at that visit: there is no evidence."
    ),
    Reason.PENALTY_STANDS: N_(
        "{plate} has a penalty for that visit already: No. {number}, proposed by {who} {when}. One per car."
    ),
    Reason.NO_RESPONSIBLE: N_("Who is responsible? Choose somebody on the staff list."),
    Reason.NOT_EVIDENCE: N_("Which escalation is the evidence? Right would be one that the car met: {choices}."),
    Reason.PENALTY_STATE: N_("Penalty No. {number} is {state} since {when} ({who}): “{act}” is not possible now."),
    Reason.OWN_PROPOSAL: N_("{who} proposed penalty No. {number}: somebody else on the staff list signs it."),
    Reason.EVIDENCE_GONE: N_(
        "Penalty No. {number} has no evidence any more: escalation No. {escalation} was taken back or corrected."
        " Counter the penalty."
    ),
    Reason.HAS_PENALTY: N_(
        "Penalty No. {penalty} stands on complaint No. {number}: its plate and nature stay unless that is countered."
    ),
    Reason.OWN_PENALTY: N_("Penalty No. {number} charges {who}: “{act}” is for somebody else."),
    Reason.NOT_OWN_APPEAL: N_(
        "Penalty No. {number} charges {person}, who may appeal, or the manager on duty, the deputy or the director for"
        " them."
    ),
    Reason.APPEAL_AGAINST_OWN: N_(
        "{who} proposed penalty No. {number}: another manager or the director decides on the appeal."
    ),
    Reason.BAD_MONTH: N_("“{text}” is not a month. Right would be 2026-11."),
    Reason.MONTH_FAR: N_("“{text}” is too far away. Right would be a month like 2026-11."),
    Reason.BAD_TABLE: N_("{path} is not a table of complaints: {detail}"),
    Reason.BAD_ENDING: N_("{path}: the ending says the format. Right would be .csv, .xlsx or .json."),
    Reason.LINE_UNREADABLE: N_(
        "The line cannot be read as CSV. Right would be a cell for each column, in quotation marks whole or not at all."
    ),
    Reason.LINE_OPEN_QUOTE: N_(
        "A quotation mark in the line has no other half. Right would be one before and one after the cell."
    ),
    Reason.LINE_NOT_TEXT: N_("The line holds bytes that are no text. Right would be letters, digits and signs only."),
    Reason.LINE_TOO_SHORT: N_("The line has too few cells: {count}. Right would be {right}, one for each column."),
    Reason.LINE_TOO_LONG: N_(
        "The line has too many cells: {count}. Right would be {right};"
        " a cell that holds “{text}” stands in quotation marks."
    ),
    Reason.CELL_EMPTY: N_("“{column}” is empty. Right would be {right}."),
    Reason.CELL_TOO_LONG: N_("“{column}” has {count} characters. Right would be {right} at most."),
    Reason.CELL_UNKNOWN: N_("“{column}” is “{text}”. Right would be one of: {choices}."),
    Reason.CELL_NO_PHONE: N_(
        "“{column}” is “{text}”, which is no phone number. Right would be 138 0013 8000 (11 digits) or 0512-6280 0000."
    ),
    Reason.CELL_NO_PLATE: N_("“{column}” is “{text}”, which is no plate. Right would be {right}."),
    Reason.CELL_NO_TIME: N_("“{column}” is “{text}”, which is no date with a time. Right would be {right}."),
    Reason.CELL_IN_FUTURE: N_("“{column}” is “{text}”, which is in the future. Right would be {right} or before."),
    Reason.CELL_LONG_AGO: N_(
        "“{column}” is “{text}”, which is more than ten years ago. Right would be {right} or later."
    ),
    Reason.NO_NAME: N_("A person needs a name."),
    Reason.NO_OPERATOR: N_("Who does this? Choose the operator first (Ctrl+O, or --by NAME)."),
    Reason.UNKNOWN_PERSON: N_("{name} is not on the staff list."),
    Reason.ALREADY_STAFF: N_("{name} is on the staff list already."),
    Reason.BAD_SHIFT: N_("A duty ends after it starts, and within 31 days. Right would be an end like 18:00."),
    Reason.NO_DUTY: N_("Nobody is set as {role} now; whoever has the post by the staff list stands in."),
    Reason.BAD_SETTING: N_("{file}: {key} = {value} is not right. Right would be: {right}."),
    Reason.UNKNOWN_SETTING: N_("{file}: there is no setting “{key}”. Did you mean “{right}”?"),
    Reason.BAD_TOML: N_("{file} is not readable as TOML: {detail}"),
    Reason.NOT_UTF8: N_(
        "{file} is not in UTF-8{guess}. Save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."
    ),
    Reason.NO_SUPERVISOR: N_("Services can be installed on Linux, macOS and Windows, not on {system}."),
    Reason.NO_SERVICE: N_("There is no service {name}. To have one: frontdesk service install {name}."),
    Reason.FOREIGN_SERVICE: N_(
        "{path} was not written by Frontdesk. It was left as it is; whoever wrote it removes it."
    ),
    Reason.CANNOT_WRITE_FILE: N_("{path} cannot be written or deleted: {detail}"),
    Reason.MISSING_FILE: N_("There is no file {path}."),
    Reason.NO_FILE: N_("{path} cannot be read: {detail}"),
    Reason.IS_FOLDER: N_("{path} is a folder. Name a file in it."),
    Reason.NO_FOLDER: N_("There is no folder {path}. Make it first, or choose another."),
    Reason.OPERATION_USED: N_("This operation id was used for something else: {what}."),
    Reason.BAY_IN_USE: N_("{place} cannot go away or shrink now: {plate} stands there."),
    Reason.CANNOT_PRINT: N_("The ticket was not printed: {detail}. The number stays valid; print again."),
    Reason.BAD_PRINTER: N_("“{text}” is no printer. Right would be a folder, tcp://192.168.1.50:9100 or /dev/usb/lp0."),
    Reason.BAD_LOG: N_("{path} is not a visit log: {detail}"),
    Reason.BAD_DATE: N_("“{text}” is not a date. Right would be 2026-03-02."),
    Reason.BAD_CALENDAR: N_(
        "{path} is no year of working days: {where} = {text}. Right would be as holiday-cn publishes it:"
        " {{“year”: 2027, “days”: [{{“date”: “2027-01-01”, “isOffDay”: true}}]}}."
    ),
    Reason.EMPTY_YEAR: N_(
        "{path} names no day of {year}: its holidays are not published yet. {year} stays provisional; import the file"
        " again once they are."
    ),
    Reason.STORE_IN_USE: N_("{path} holds a store's own records. A replay needs a database of its own."),
    Reason.NOT_OURS: N_(
        "{path} is not a Frontdesk database. It was left as it is. Choose another file with --database."
    ),
    Reason.EMPTY_FILE: N_(
        "{path} is empty, though there should be records in it. It was left as it is. Restore a backup"
        " (frontdesk restore), or move the file away to begin anew."
    ),
    Reason.DAMAGED: N_("{path} is damaged. It was left as it is. Restore a backup: frontdesk restore BACKUP."),
    Reason.NEWER: N_(
        "{path} was written by a newer Frontdesk (schema {version}, this one knows {known}). Update Frontdesk."
    ),
    Reason.OLDER: N_(
        "{path} was written by an older Frontdesk (schema {version}, this one knows {known}). It was left as it is."
        " Open a station: that brings it up to date, after a copy."
    ),
    Reason.OUTDATED: N_(
        "Nothing is saved here any more: a newer Frontdesk works on the database now. Close this and open it again."
    ),
    Reason.UPDATE_IN_USE: N_(
        "{path} has to be brought up to this version, and is still open: {who}. Nothing was changed. Close it there,"
        " then try again."
    ),
    Reason.UPDATE_NO_ROOM: N_(
        "{path} has to be brought up to this version, after a copy: that takes {needed} MB, and the disk has {free} MB"
        " free. Nothing was changed. Make room, then try again."
    ),
    Reason.UPDATE_NO_COPY: N_(
        "{path} has to be brought up to this version, after a copy beside it, and that cannot be written ({detail})."
        " Nothing was changed. Let this user write in the folder, then try again."
    ),
    Reason.ORPHAN_JOURNAL: N_(
        "{path} is missing, but its journal {path}-wal is there. Put the database back, or restore a backup."
    ),
    Reason.CANNOT_OPEN: N_("{path} cannot be opened: {detail}"),
    Reason.CANNOT_WRITE: N_("Not saved: the database cannot be written ({detail})."),
    Reason.DISK_FULL: N_("Not saved: the disk is full. Make room, then do it again; the board stays up."),
    Reason.READ_ONLY: N_("Not saved: the database is read-only ({detail})."),
    Reason.BUSY: N_("Not saved: the database was busy for ten seconds. Try again."),
    Reason.REPLACED: N_(
        "{path} was moved or replaced while it was in use. Put it back, or close all stations and open them again."
    ),
    Reason.FILE_EXISTS: N_("{path} exists already. Choose another name."),
    Reason.BAD_FILE_NAME: N_(
        "A file cannot be called “{name}” on Windows. Right would be a name like desk-1005.db, without a colon."
    ),
    Reason.IN_USE: N_("{path} is in use. Close every station first, then restore again."),
}
LEFT_BEFORE = N_("{plate} is not at the store: it left at {left_at}.")
FOR_DIRECTOR = N_("“{step}” is for the director: the case was reported up to them. Sign in as the director.")
NOT_POSSIBLE = N_("“{action}” is not possible now: {why}.")

WHY = {
    Reason.NO_WORK_ORDER: N_("no car in the zone has a work order"),
    Reason.NOT_RECEIVED: N_("no car in the zone has been received"),
    Reason.PLACE_FULL: N_("no place is free"),
    Reason.NOT_HERE: N_("no car is in the zone"),
    Reason.NOT_THIS_CAR: N_("not with the cars chosen"),
    Reason.NOT_ALL_ORDERS: N_("not all of them have a work order"),
    Reason.NOT_ALL_RECEIVED: N_("not all of them have been received"),
    Reason.UNDER_WAY: N_("decided already, and under way"),
    Reason.PENALTY_DRILL: N_("a drill costs nobody anything"),
    Reason.PENALTY_INQUIRY: N_("an inquiry costs nobody anything"),
    Reason.NO_VISIT: N_("linked to no visit"),
    Reason.NO_CROWDING: N_("the car met no over-count and no over-stay"),
    Reason.PENALTY_STANDS: N_("that visit has one already"),
    Reason.NOT_CROWDING: N_("the four actions are for an over-count or an over-stay"),
}
"""Why an action is not possible, in a few words."""
