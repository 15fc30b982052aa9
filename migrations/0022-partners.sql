-- Partners of a county, and what they have said of what its paths tell of them (promise P15).
create table partner (
  county_id uuid not null references county,
  id uuid not null,
  name text not null check (name <> ''),
  created_at timestamptz not null,
  created_by uuid,
  primary key (county_id, id),
  unique (county_id, name)
);

-- Whose service a link or a service on a path tells of. It is bound to the anchor, so it holds through all versions.
create table partner_part (
  county_id uuid not null,
  path_id uuid not null,
  anchor text not null,
  partner_id uuid not null,
  named_at timestamptz not null,
  named_by uuid,
  primary key (county_id, path_id, anchor),
  foreign key (county_id, path_id) references service_path (county_id, id),
  foreign key (county_id, partner_id) references partner (county_id, id)
);
create index partner_part_partner on partner_part (county_id, partner_id);

-- An address at which a partner reads and answers without signing in. Its token is stored as a hash alone.
create table partner_address (
  county_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null check (expires_at > made_at),
  revoked_at timestamptz,
  primary key (county_id, id),
  unique (county_id, token_hash),
  foreign key (county_id, partner_id) references partner (county_id, id)
);
create index partner_address_partner on partner_address (county_id, partner_id);

-- What a partner answered. It holds for exactly what was read: the hash of that is in the row.
create table partner_answer (
  county_id uuid not null,
  id uuid not null,
  partner_id uuid not null,
  address_id uuid not null,
  path_id uuid not null,
  anchor text not null,
  -- The version of the path that was public then, for people to look it up.
  version_number integer not null,
  said_hash bytea not null check (length(said_hash) = 32),
  verdict text not null check (verdict in ('right', 'change')),
  words text not null default '',
  -- The role of who answered, if they told it. Never a name that we ask for.
  role text not null default '',
  answered_at timestamptz not null,
  primary key (county_id, id),
  foreign key (county_id, partner_id) references partner (county_id, id),
  foreign key (county_id, address_id) references partner_address (county_id, id),
  foreign key (county_id, path_id) references service_path (county_id, id),
  check (verdict = 'right' or words <> '')
);
create index partner_answer_part on partner_answer (county_id, path_id, anchor, answered_at);
create index partner_answer_partner on partner_answer (county_id, partner_id);

create function keep_partner_answer() returns trigger language plpgsql as $$
begin
  raise exception 'the answers of partners are append-only' using errcode = 'restrict_violation';
end $$;
create trigger partner_answer_append_only before update or delete on partner_answer
  for each row execute function keep_partner_answer();
create trigger partner_answer_never_emptied before truncate on partner_answer
  for each statement execute function keep_partner_answer();
