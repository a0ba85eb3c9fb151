-- The little that stands in no event and that a lost store is made again with; as it came, in JSON.
alter table stores add column beside text;
