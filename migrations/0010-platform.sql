-- What every module needs: the audit log and the rate limits that hold over several processes.
create table audit_entry (
  county_id uuid not null references county,
  id uuid not null,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('account', 'system', 'public')),
  actor_id uuid,
  action text not null,
  thing text,
  node_id uuid,
  request_id text,
  detail jsonb not null default '{}',
  primary key (county_id, id)
);
create index audit_entry_at on audit_entry (county_id, at);

-- A window's use of one key. Keys are keyed hashes: no address, no token.
create table rate_limit (
  county_id uuid not null references county,
  key bytea not null,
  window_end timestamptz not null,
  used integer not null,
  primary key (county_id, key)
);
create index rate_limit_window on rate_limit (window_end);

-- Keys that all processes of an installation share.
create table secret (
  name text primary key,
  value bytea not null,
  created_at timestamptz not null default now()
);
