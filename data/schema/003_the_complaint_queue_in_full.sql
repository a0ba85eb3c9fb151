-- The complaint queue in full: inquiries and disputes, pauses, quality's part, promises, closing, penalties.

create table cases (
    id integer primary key autoincrement,
    received_at integer not null,
    registered_at integer not null,
    nature text not null default 'complaint' check (nature in ('complaint', 'dispute', 'inquiry')),
    channel text not null check (channel in ('person', 'phone', 'email', 'online', 'letter')),
    kind text not null check (kind in ('service', 'product', 'price', 'return', 'waiting')),
    severity text not null check (severity in ('ordinary', 'major')),
    stage text not null check (stage in ('registered', 'assigned', 'answered', 'resolved', 'confirmed', 'closed')),
    drill integer not null default 0 check (drill in (0, 1)),
    customer text not null,
    phone_id integer references phones (id),
    plate text not null,
    visit_id integer references visits (id),
    words text not null check (words <> ''),
    wants text not null default '',
    assigned_to text not null default '',
    reported_to text not null default '' check (reported_to in ('', 'manager', 'director')),
    next_due integer,
    follow_up_at integer,
    followed_up_at integer,
    satisfaction integer check (satisfaction between 1 and 5),
    check (followed_up_at is null or follow_up_at is not null)
) strict;
insert into cases (id, received_at, registered_at, channel, kind, severity, stage, customer, phone_id, plate, visit_id,
    words, assigned_to, next_due)
    select id, received_at, registered_at, channel, kind, severity, stage, customer, phone_id, plate, visit_id, words,
    assigned_to, iif(stage = 'closed', null, next_due) from complaints;

create table case_clocks (
    id integer primary key autoincrement,
    complaint_id integer not null references cases (id),
    name text not null check (
        name in ('first_answer', 'head_informed', 'quality_answer', 'on_site', 'full_answer', 'promised')
    ),
    started_at integer not null,
    due_at integer not null check (due_at >= started_at),
    met_at integer check (met_at >= started_at),
    provisional integer not null default 0 check (provisional in (0, 1)),
    lifted_at integer check (lifted_at >= started_at),
    agreed_at integer,
    what text not null default '',
    check (met_at is null or lifted_at is null),
    check ((agreed_at is null) = (name <> 'promised'))
) strict;
-- What a closed case still owed was lifted when it was closed.
insert into case_clocks (id, complaint_id, name, started_at, due_at, met_at, provisional, lifted_at)
    select k.id, complaint_id, name, started_at, due_at, met_at, provisional,
    iif(c.stage = 'closed' and met_at is null, max(started_at, coalesce((
        select max(at) from notes n where n.complaint_id = c.id and n.step = 'close'), started_at)), null)
    from clocks k join complaints c on c.id = complaint_id;

create table case_notes (
    id integer primary key autoincrement,
    complaint_id integer not null references cases (id),
    at integer not null,
    who text not null,
    step text not null,
    words text not null,
    form text not null default 'written' check (form in ('written', 'spoken')),
    written_up_at integer,
    satisfaction integer check (satisfaction between 1 and 5),
    check (written_up_at is null or form = 'spoken')
) strict;
insert into case_notes (id, complaint_id, at, who, step, words)
    select id, complaint_id, at, who, step, words from notes;

-- No number is ever given twice.
delete from sqlite_sequence where name in ('cases', 'case_clocks', 'case_notes');
insert into sqlite_sequence (name, seq) select 'cases', seq from sqlite_sequence where name = 'complaints';
insert into sqlite_sequence (name, seq) select 'case_clocks', seq from sqlite_sequence where name = 'clocks';
insert into sqlite_sequence (name, seq) select 'case_notes', seq from sqlite_sequence where name = 'notes';
drop table clocks;
drop table notes;
drop table complaints;
alter table cases rename to complaints;
alter table case_clocks rename to clocks;
alter table case_notes rename to notes;

create index complaints_open on complaints (next_due is null, next_due, id) where stage <> 'closed';
create index complaints_closed on complaints (id) where stage = 'closed';
create index complaints_to_follow_up on complaints (follow_up_at, id)
    where follow_up_at is not null and followed_up_at is null;
create index complaints_reported on complaints (id) where reported_to <> '' and stage <> 'closed';
create index complaints_drills on complaints (id) where drill = 1;
create index complaints_by_plate on complaints (plate);
create index complaints_by_phone on complaints (phone_id);
create index complaints_by_receipt on complaints (received_at);
create index complaints_by_visit on complaints (visit_id) where visit_id is not null;
create index clocks_by_complaint on clocks (complaint_id);
create index clocks_running on clocks (due_at) where met_at is null and lifted_at is null;
create index notes_by_complaint on notes (complaint_id, at);
create index notes_to_write_up on notes (complaint_id) where form = 'spoken' and written_up_at is null;

create table pauses (
    id integer primary key autoincrement,
    clock_id integer not null references clocks (id),
    since integer not null,
    until integer not null check (until >= since),
    reason text not null check (reason <> ''),
    who text not null check (who <> '')
) strict;
create index pauses_by_clock on pauses (clock_id, since);
create trigger pauses_apart before insert on pauses
when exists (select 1 from pauses where clock_id = new.clock_id and since < new.until and until > new.since)
begin
    select raise(abort, 'pauses of a clock do not overlap');
end;
create trigger pauses_apart_again before update of until on pauses
when exists (
    select 1 from pauses
    where clock_id = new.clock_id and id <> new.id and since < new.until and until > new.since
)
begin
    select raise(abort, 'pauses of a clock do not overlap');
end;

create table quality (
    id integer primary key autoincrement,
    complaint_id integer not null references complaints (id),
    handed_at integer not null,
    handed_by text not null,
    question text not null check (question <> ''),
    answered_at integer check (answered_at >= handed_at),
    answered_by text not null default '',
    answer text not null default '',
    investigation text not null default '',
    analysis text not null default '',
    measure text not null default '',
    passed_on_at integer check (passed_on_at >= answered_at),
    passed_on_by text not null default '',
    check ((answered_at is null) = (answer = '')),
    check (passed_on_at is null or answered_at is not null)
) strict;
create index quality_by_complaint on quality (complaint_id);
create unique index one_at_quality on quality (complaint_id) where passed_on_at is null;

create table closing_reports (
    id integer primary key autoincrement,
    complaint_id integer not null references complaints (id),
    at integer not null,
    who text not null,
    cause text not null,
    measures text not null,
    result text not null,
    improvement text not null
) strict;
create index closing_reports_by_complaint on closing_reports (complaint_id);

create table penalties (
    id integer primary key autoincrement,
    complaint_id integer not null references complaints (id),
    escalation_id integer not null references escalations (id),
    visit_id integer not null references visits (id),
    plate text not null,
    person text not null check (person <> ''),
    amount integer not null check (amount > 0),
    proposed_at integer not null,
    proposed_by text not null check (proposed_by <> ''),
    countered_at integer
) strict;
create unique index one_penalty_per_car on penalties (visit_id) where countered_at is null;
create index penalties_by_complaint on penalties (complaint_id);

create table ledger (
    id integer primary key autoincrement,
    penalty_id integer not null references penalties (id),
    at integer not null,
    who text not null check (who <> ''),
    entry text not null check (entry in ('proposed', 'signed', 'appealed', 'upheld', 'countered')),
    amount integer not null,
    words text not null
) strict;
create index ledger_by_penalty on ledger (penalty_id, id);
create index ledger_by_time on ledger (at);
create trigger ledger_stays before update on ledger
begin
    select raise(abort, 'the ledger is append-only');
end;
create trigger ledger_kept before delete on ledger
begin
    select raise(abort, 'the ledger is append-only');
end;

create table templates (
    id integer primary key autoincrement,
    name text not null unique check (name <> ''),
    words text not null check (words <> ''),
    active integer not null default 1 check (active in (0, 1))
) strict;

create table drafts (
    owner text primary key,
    at integer not null,
    fields text not null check (json_valid(fields)),
    phone_id integer references phones (id)
) strict;

-- What a case is found by: each part of its plate and name, initials, the last digits of its phone, its number.
create table case_terms (
    term text not null,
    complaint_id integer not null references complaints (id) on delete cascade,
    primary key (term, complaint_id)
) strict, without rowid;
create index case_terms_by_case on case_terms (complaint_id);

-- The over-counts a visit met: those over after it came, those crossed before it left.
create index escalations_crowded on escalations (cleared_at, crossed_at) where kind = 'over_count';

-- Thousands of clocks may be missed at once: which of them to show first, and of those alike which one is due first.
create index escalations_due on escalations (state <> 'raised', crossed_at, id)
    where kind = 'complaint_due' and cleared_at is null;
create index escalations_waiting on escalations (
    plan, level, state, iif(state = 'raised', based_at, iif(state = 'acknowledged', acknowledged_at, verify_at)), id
) where kind = 'complaint_due' and cleared_at is null;
