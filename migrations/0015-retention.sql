-- For how long each kind of data is kept, where the county has chosen otherwise than the product does.
create table retention_setting (
  county_id uuid not null references county,
  kind text not null check (kind in ('texts', 'invitations', 'audit', 'sessions', 'limits', 'jobs')),
  days integer not null check (days > 0),
  changed_at timestamptz not null,
  primary key (county_id, kind)
);
