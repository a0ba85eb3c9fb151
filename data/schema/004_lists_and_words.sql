-- 0.4: a promise that was entered wrongly is withdrawn; channels and kinds are the store's own list.

alter table clocks add column withdrawn integer not null default 0
    check (withdrawn in (0, 1) and (withdrawn = 0 or (name = 'promised' and lifted_at is not null)));
