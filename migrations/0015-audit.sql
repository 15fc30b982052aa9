-- The audit log shows tampering. A request only appends; a job gives each entry its number and a hash over its content
-- and the former entry's hash. Nothing else may be changed, and only the retention job may remove what is old.
alter table audit_entry
  add column number bigint check (number > 0),
  add column hash bytea,
  add check ((number is null) = (hash is null));
create unique index audit_entry_number on audit_entry (county_id, number) where number is not null;
create index audit_entry_unchained on audit_entry (county_id, at, id) where number is null;
drop index audit_entry_at;
create index audit_entry_at on audit_entry (county_id, at, id);

-- Where the chain ends, and where it begins since the oldest entries were removed. Its row is the lock of the job.
create table audit_chain (
  county_id uuid primary key references county,
  head_number bigint not null default 0,
  head_hash bytea not null default decode(repeat('00', 32), 'hex'),
  head_at timestamptz not null default now(),
  start_number bigint not null default 0,
  start_hash bytea not null default decode(repeat('00', 32), 'hex'),
  check (start_number <= head_number)
);

create function keep_audit_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.number is null and new.number is not null
    and to_jsonb(new) - 'number' - 'hash' = to_jsonb(old) - 'number' - 'hash' then
    return new;
  end if;
  if tg_op = 'DELETE' and current_setting('polku.removes_audit', true) = 'on' then
    return old;
  end if;
  raise exception 'the audit log is append-only';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function keep_audit_entry();
create trigger audit_entry_never_emptied before truncate on audit_entry
  for each statement execute function keep_audit_entry();
