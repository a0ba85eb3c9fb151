-- Since when an appointment from outside is as the desk has said: moved or called off here, it stays so until its
-- source gives a newer version.
alter table appointments add column held_at integer;
