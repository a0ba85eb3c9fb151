-- Why a customer left whom nobody had received; unknown of those who left before this was asked.

alter table visits add column left_why text
    check (left_why in ('no_wait', 'wrong_place', 'comes_back', 'other', 'unknown'));
create index visits_left_unreceived on visits (left_at, left_why) where received_at is null and ended = 'left';
