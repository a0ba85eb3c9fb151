-- A store may share its log with head office: whether it does, and of which epoch the log is, stands in few events.
create index events_of_group on events (seq)
    where kind in ('group_joined', 'group_left', 'group_epoch', 'group_told');
