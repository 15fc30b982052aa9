-- Staff accounts, their roles on nodes, their sessions. Readers and respondents have none of these.
create table account (
  county_id uuid not null references county,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null check (name <> ''),
  language text not null default 'fi',
  password_hash text not null,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (county_id, id),
  unique (county_id, email)
);

create table account_role (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  node_id uuid not null,
  role text not null check (role in ('viewer', 'collector', 'supervisor', 'editor', 'publisher', 'experience-team', 'management', 'administrator')),
  granted_at timestamptz not null default now(),
  primary key (county_id, id),
  unique (county_id, account_id, node_id, role),
  foreign key (county_id, account_id) references account (county_id, id) on delete cascade,
  foreign key (county_id, node_id) references node (county_id, id) on delete cascade
);
create index account_role_node on account_role (county_id, node_id);

create table session (
  county_id uuid not null,
  -- SHA-256 of the cookie's value: a copy of the table opens no session.
  token_hash bytea not null,
  account_id uuid not null,
  created_at timestamptz not null default now(),
  rotated_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (county_id, token_hash),
  foreign key (county_id, account_id) references account (county_id, id) on delete cascade
);
create index session_account on session (county_id, account_id);
