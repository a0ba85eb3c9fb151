-- A closing report is open until the head has read it (C9); those from before are not asked for.

alter table closing_reports add column to_read integer not null default 0 check (to_read in (0, 1));
alter table closing_reports add column read_at integer;
alter table closing_reports add column read_by text not null default '';
create index closing_reports_to_read on closing_reports (complaint_id) where to_read = 1;
