-- Tokens of other systems: each acts in one role on one node until it expires or is revoked.
create table api_token (
  county_id uuid not null references county,
  id uuid not null,
  -- SHA-256 of the token, whose 192 bits are random: a copy of the table opens nothing.
  token_hash bytea not null,
  -- The token's last four characters, by which people tell one from another.
  ending text not null check (length(ending) = 4),
  name text not null check (name <> ''),
  purpose text not null default '',
  role text not null check (role in ('viewer', 'collector', 'supervisor', 'editor', 'publisher', 'experience-team', 'management', 'administrator')),
  node_id uuid not null,
  created_at timestamptz not null default now(),
  -- Nobody's, when the command line made it.
  created_by uuid,
  expires_at timestamptz not null,
  -- Written at most once a minute.
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (county_id, id),
  unique (county_id, token_hash),
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, created_by) references account (county_id, id)
);

-- The audit log tells another system from a person.
alter table audit_entry
  drop constraint audit_entry_actor_kind_check,
  add constraint audit_entry_actor_kind_check check (actor_kind in ('account', 'token', 'system', 'public'));
