-- What the legal adviser is asked for, what it is called; who left a site before the customer was satisfied (C16, C18).

alter table asks add column matter text not null default ''
    check (matter in ('', 'advice', 'contract', 'lawsuit') and (matter = '' or kind = 'legal'));
alter table asks add column reference text not null default '' check (reference = '' or kind = 'legal');
alter table asks add column not_understood integer not null default 0
    check (not_understood in (0, 1) and (not_understood = 0 or kind = 'onsite'));
alter table asks add column not_content integer not null default 0
    check (not_content in (0, 1) and (not_content = 0 or kind = 'onsite'));
