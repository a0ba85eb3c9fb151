-- Who is to be told what, by which channel, and what came of each try: sent is not told.

create table messages (
    id integer primary key autoincrement,
    matter_id integer references matters (id),
    escalation_id integer references escalations (id),
    about text not null default '',
    purpose text not null check (purpose <> ''),
    replaces integer references messages (id),
    audience text not null check (audience in ('customer', 'staff', 'partner', 'authority', 'public')),
    name text not null default '',
    plate text not null default '',
    role text not null default '',
    phone_id integer references phones (id),
    channel text not null check (channel <> ''),
    text text not null check (text <> ''),
    urgent integer not null default 0 check (urgent in (0, 1)),
    made_at integer not null,
    made_by text not null,
    not_before integer,
    expires_at integer,
    try_at integer not null,
    tries integer not null default 0 check (tries >= 0),
    state text not null check (state in ('drafted', 'owed', 'sending', 'told', 'sent', 'uncertain', 'not_reached',
        'refused', 'failed', 'expired', 'replaced', 'withdrawn')),
    ended_at integer,
    ended_by text not null default '',
    check (state not in ('drafted', 'owed', 'sending') or ended_at is null),
    check (state not in ('told', 'sent', 'refused', 'replaced', 'withdrawn') or ended_at is not null)
) strict;
create index messages_open on messages (try_at, id) where ended_at is null;
create index messages_expire on messages (expires_at) where state in ('drafted', 'owed') and expires_at is not null;
create index messages_sending on messages (try_at) where state = 'sending';
create index messages_by_matter on messages (matter_id) where matter_id is not null;
create index messages_by_escalation on messages (escalation_id) where escalation_id is not null;
create index messages_by_about on messages (about, purpose) where about <> '';
create index messages_by_phone on messages (phone_id) where phone_id is not null;
create index messages_by_plate on messages (plate) where plate <> '';

-- Added to, never changed.
create table message_tries (
    id integer primary key autoincrement,
    message_id integer not null references messages (id),
    at integer not null,
    who text not null,
    channel text not null,
    result text not null check (result in ('told', 'sent', 'no_answer', 'wrong_number', 'refused', 'failed',
        'uncertain', 'expired', 'withdrawn', 'not_reached')),
    words text not null default '',
    receipt text not null default ''
) strict;
create index message_tries_by_message on message_tries (message_id, id);

-- What somebody with a number wishes: they hold for every row of that number.
create table contact_wishes (
    id integer primary key autoincrement,
    phone_id integer not null references phones (id),
    no_texts integer not null default 0 check (no_texts in (0, 1)),
    no_survey integer not null default 0 check (no_survey in (0, 1)),
    prefers text not null default '',
    set_at integer not null,
    set_by text not null
) strict;
create index contact_wishes_by_phone on contact_wishes (phone_id);

-- Which role or channel goes out where: what the settings of the sending process say, for those who owe a message.
create table message_routes (
    name text not null,
    channel text not null check (channel <> ''),
    primary key (name, channel)
) strict, without rowid;

-- A template with a purpose is what a message of that purpose says.
alter table templates add column purpose text not null default '';
create unique index templates_by_purpose on templates (purpose) where purpose <> '' and active = 1;
