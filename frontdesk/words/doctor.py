"""The sentences for the doctor's findings."""

from frontdesk.words.i18n import N_

SENTENCES = {
    "terminal": N_("The terminal has {columns}×{lines} characters."),
    "small_terminal": N_("The terminal has {columns}×{lines} characters; a station needs 80×24."),
    "no_terminal": N_("This is not a terminal: commands work, stations need one."),
    "encoding": N_("The terminal's encoding is {encoding}: Chinese is shown as it is."),
    "bad_encoding": N_("The terminal's encoding is {encoding}; Chinese needs UTF-8. Set LANG to zh_CN.UTF-8."),
    "language": N_("The language is {language}."),
    "sound": N_("Prompts sound through {player}."),
    "sound_played": N_("Prompts sound through {player}, which has just played one. Nothing heard? Turn the volume up."),
    "sound_fails": N_(
        "The sound player {player} cannot play; the terminal's bell rings instead. Is there a loudspeaker?"
    ),
    "no_sound": N_(
        "No sound player was found; the terminal's bell rings instead. On Debian: alsa-utils or pulseaudio-utils."
    ),
    "sound_elsewhere": N_("Over ssh a sound would play at the other machine; your terminal's bell rings instead."),
    "service": N_("The watch service runs: whoever is due is called, also with no station open."),
    "service_stopped": N_(
        "The watch service is installed but does not run ({detail}): with no station open nobody is called."
        " See frontdesk service status watch."
    ),
    "service_unasked": N_("The watch service is installed; whether it runs could not be asked ({detail})."),
    "no_service": N_(
        "There is no watch service: with no station open nobody is called. To have it: frontdesk service install watch."
    ),
    "plain_service": N_(
        "The service serve encrypts nothing (--plain): whoever is in the store's network can read names, numbers and"
        " PINs. Encrypted: frontdesk service install serve --lan."
    ),
    "no_folder": N_(
        "There is no database at {path} yet, nor a folder {folder}. If the name is right, the first command makes both."
    ),
    "no_database": N_("There is no database at {path} yet; the first command makes one."),
    "database": N_("The database {path} opens, and only you can read it."),
    "open_to_others": N_("Others on this machine can read {path} (mode {mode}). Right would be 600."),
    "shared_with_group": N_("The database {path} opens. It is shared with the accounts of its group (mode {mode})."),
    "maybe_open_to_others": N_(
        "The database {path} opens. It is not in your own folder: others on this machine may be able to read it."
    ),
    "writable": N_("The database can be written."),
    "not_writable": N_("The database {path} cannot be written ({detail}): nothing can be saved."),
    "folder_not_writable": N_("The folder {folder} cannot be written: the database in it cannot either."),
    "whole": N_("SQLite's own check finds nothing wrong with the file."),
    "damaged": N_("SQLite's own check finds the file damaged: {detail}. Restore a backup: frontdesk restore BACKUP."),
    "unbroken": N_("The chain of events is unbroken."),
    "broken": N_("The chain of events is broken at event {number}: a record was changed after it was written."),
    "taken_out": N_("Event {number} is missing from the chain: records were taken out after they were written."),
    "schema": N_("Tables, indexes and triggers are as this version makes them, word for word."),
    "part_missing": N_("Of the database's own guards one is missing: {part}. Somebody took it out."),
    "part_added": N_("The database holds what Frontdesk never made: {part}. Somebody put it in."),
    "part_changed": N_("The database was built differently from how Frontdesk builds it: {part}. Somebody changed it."),
    "redacted": N_(
        "Events that a customer was taken out of (frontdesk forget): {count}. They stand where they stood, and the"
        " forgetting recorded what they say since; nothing proves any more what they said before."
    ),
    "shortened": N_(
        "The events up to {number} were made shorter (frontdesk compact). They stand where they stood, with the hashes"
        " that they had, and what they say since was recorded."
    ),
    "rows": N_("Rows compared with what the events left: {rows}. All agree."),
    "figures": N_("Days kept in figures: {count}. All are what the records say."),
    "wrong_figures": N_(
        "The figures kept of {day} are not what the records say: they were changed past the record."
        " The records themselves are right; the figures are reckoned anew once anything of that day is entered."
    ),
    "row_differs": N_(
        "{table} {id} is not as event {event}, the last one about it, left it ({columns}):"
        " it was changed past the record."
    ),
    "row_missing": N_("{table} {id} is gone, though event {event}, the last one about it, left it there."),
    "row_unexplained": N_("{table} {id} is there, but no event put it there (last event about it: {event})."),
    "row_contradicts": N_(
        "Event {event} contradicts the events before it about {table} {id} ({columns}): the events were rewritten."
    ),
    "more_rows": N_("More rows like these: {count}."),
    "older_rows": N_("Rows from before an update: {count}. In the columns that the update added nothing proves them."),
    "policies": N_("Each policy was put in force by an event, with nothing else in it."),
    "begun_otherwise": N_(
        "The first policy does not say what every version so far began with ({names}): it was changed past the record."
    ),
    "passed_over": N_(
        "The policy on record says what this version does not understand ({names}): it is passed over."
        " Update Frontdesk."
    ),
    "places": N_("The places are not those that the policy in force lays down."),
    "pace": N_("This database's clock does not run as the machine's: right for a demonstration or a replay only."),
    "phones": N_(
        "Phone numbers: {count}; each agrees with its masked form and with the digits its case is found by."
        " Nothing proves the digits between."
    ),
    "phone": N_("Phone number {number} does not agree with its masked form or with the digits its case is found by."),
    "phone_of_nobody": N_("Phone number {number} is nobody's: no command let it go, it was put in past the record."),
    "search": N_("Cases: {count}. Each is found by its plate, its customer and what was said, and by nothing else."),
    "not_found": N_(
        "Complaint No. {number} is not found by all that is on record of it, or by what is not: the search index was"
        " changed past the record."
    ),
    "more_not_found": N_("More complaints like these: {count}."),
    "strays": N_("Words in the search index that no case has said: {count}. They were put in past the record."),
    "wrong_plates": N_(
        "Entries by which a typed plate is found that are missing, or put in past the record: {count}. The cars"
        " themselves are right."
    ),
    "strange_value": N_("The database keeps a value that Frontdesk never made: {name}. Somebody put it in."),
    "shown": N_("Every record was read as the screens read it: each can be shown."),
    "not_shown": N_("{table} {id} cannot be shown as it is on record: {detail}."),
    "more_not_shown": N_("More records that cannot be shown: {count}."),
    "proved_all": N_(
        "Looked at in full: the file with its indexes and references, {events} events, {rows} rows of {tables} tables."
    ),
    "proved_part": N_(
        "The database is large ({megabytes} MB). Looked at: the last {events} events, the rows they touched, the"
        " figures of a week. Not looked at: the {left} events before, the other rows, the file's pages, indexes,"
        " references. Everything, with the time left: frontdesk doctor --thorough."
    ),
    "not_provable": N_(
        "No event tells of drafts, signs of life and whole phone numbers: nothing proves them."
        " The chain has no key: whoever can write the database can reckon all of it anew."
        " Only what was noted elsewhere shows that: the log, backups, paper."
    ),
    "head": N_("The chain of events ends at {number}-{hash}."),
    "ends_agree": N_("Ends of the chain noted in the log and in backups: {count}. All agree."),
    "no_ends": N_(
        "No end of the chain is noted in the log or in a backup: whether events were cut off cannot be told."
    ),
    "cut_off": N_(
        "{path} knows event {number}, but the chain ends at {last}: what came after was cut off, lost with its"
        " journal, or an older copy was put in its place."
    ),
    "rewritten": N_(
        "{path} knows another event {number} than stands here: the events were rewritten, or this or that is a copy"
        " that was worked on by itself."
    ),
    "rewritten_from": N_(
        "The backup {path} agrees up to event {number} and differs from event {since} on: the events were rewritten,"
        " or it is of a copy that was worked on by itself."
    ),
    "two_histories": N_(
        "{path} and this database are the same up to event {number}; from event {since} on each has a history of its"
        " own: one of them is a copy that was worked on by itself. Use one of them and put the other aside."
    ),
    "other_store": N_(
        "The log knows another database at {path}, up to event {number}: it was begun anew, or replaced."
    ),
    "set_aside": N_("Ends noted before a restore that is on record: {count}. They were set aside with it."),
    "unknown_end": N_(
        "{path} is unknown to this record: it stands neither here, nor in the log, nor in a file that a restore set"
        " aside and that is still there."
    ),
    "backup": N_("The last backup is {path}, of {at}. It was not looked into: frontdesk doctor --thorough."),
    "whole_backup": N_("The last backup is {path}, of {at}. It is whole."),
    "bad_backup": N_("The last backup, {path} of {at}, is damaged: {detail}. Make another: frontdesk backup FILE."),
    "no_backup": N_("No backup was found beside the database or in the log: frontdesk backup FILE."),
    "past_term": N_(
        "Records past their term that still hold a name, a number or words: {count}. To clear them, with the"
        " director's signature: frontdesk retention purge {kind} --before {before}."
    ),
    "copies_not_planned": N_(
        "No copies are made by themselves. To have one each evening: frontdesk backup --schedule FOLDER."
    ),
    "copies": N_("The last copy that was made by itself is of {at}; it was looked through."),
    "copies_late": N_(
        "No good copy was made by itself since {at}. Why: frontdesk backup. At once: frontdesk backup now."
    ),
    "copy_gone": N_(
        "{path} is not there any more: was it deleted, or is another disk or an empty folder in its share's place?"
    ),
    "drill_passed": N_("The restore drill of {at} passed."),
    "drill_failed": N_("The restore drill of {at} did not pass. Do it now: frontdesk backup drill."),
    "leftover": N_(
        "A half-made file was left behind: {path} ({megabytes} MB). It may hold phone numbers. The next command that"
        " makes a file there deletes it; delete one of an older version yourself."
    ),
    "times": N_("No time on record lies ahead of the clock, or too long ago to be right."),
    "wrong_time": N_(
        "{column} says {at}, which cannot be (such times: {count}). Was the clock wrong when it was entered?"
    ),
    "unreadable": N_("This cannot be read: {detail}. The file is damaged, or somebody wrote into it."),
    "calls": N_("Manager, deputy and director are named, each with a phone."),
    "no_manager": N_("Nobody is named as manager: frontdesk staff add NAME --post manager --phone NUMBER."),
    "no_deputy": N_(
        "Nobody stands in as deputy: the chain of calls has a gap."
        " frontdesk staff add NAME --post supervisor --phone NUMBER."
    ),
    "no_director": N_("Nobody is named as director: frontdesk staff add NAME --post director --phone NUMBER."),
    "no_phone": N_("{name} would be called, but no phone number is on the staff list."),
    "no_store_name": N_("The store has no name: documents carry none. Set store_name with frontdesk policy load FILE."),
    "given_up": N_(
        "No channel took these calls or texts: {count}. They stand in the queue at reception; frontdesk messages lists"
        " them, frontdesk notify test tries a channel."
    ),
    "nothing_sends": N_(
        "A text or call waits since {at} and nothing sends it: frontdesk watch or frontdesk serve has to run."
    ),
    "group_silent": N_(
        "Head office has not been heard of since {at}. Nothing is lost: what is new is sent once it answers again."
        " frontdesk group status says more."
    ),
    "by_names": N_(
        'People say who they are by choosing their name: anybody can sign as anybody. With sign_in = "pins" in the'
        " policy what counts needs the person's own PIN."
    ),
    "by_pins": N_("People sign in by PIN; everybody on the staff list has one."),
    "pins_of_nobody": N_(
        "People sign in by PIN; nobody is on the staff list yet: frontdesk staff add NAME --post manager."
    ),
    "without_pin": N_("People sign in by PIN. Without one: {names}. To give one: frontdesk staff pin NAME."),
    "no_pin_key": N_(
        "The key of the PINs is not at {path}: nobody can sign in. Put it back, or give new PINs: frontdesk staff pin"
        " NAME."
    ),
    "other_account": N_(
        "Another account of this machine has a database too: {path}. Two of them are two truths; use one."
    ),
    "sqlite": N_("SQLite is {version}."),
    "old_sqlite": N_("SQLite is {version}; before {right} its journal can damage the file. Install pysqlite3."),
    "disk": N_("The disk has {megabytes} MB free at {folder}."),
    "little_disk": N_("The disk has only {megabytes} MB free at {folder}. Make room."),
    "clock": N_("The clock says {now}, not before the last record."),
    "clock_behind": N_("The clock says {now}, but the last record is of {since}. Set the machine's clock."),
    "clock_set_back": N_("The clock was set back at {at}, by {seconds} s: times noted before may be off."),
    "clock_set_forward": N_("The clock was set forward at {at}, by {seconds} s: times noted before may be off."),
    "clock_was_wrong": N_(
        "The clock was wrong from {since} to {at}, by {seconds} s: times noted in between may be off."
    ),
    "hours": N_("Open today from {opens} to {closes}."),
    "closed_today": N_("The store is closed today."),
    "due": N_("The next complaint is due at {at}."),
    "nothing_due": N_("No complaint is due."),
    "calendar": N_("Working days are known for {first}–{last}."),
    "no_calendar": N_("Working days are known for {first}–{last}, not for {year}. Update Frontdesk."),
}
