-- Ways in. A feedback point is open to anyone; an invitation gives at most one answer.
create table feedback_point (
  county_id uuid not null references county,
  id uuid not null,
  -- The short address /p/<code>.
  code text not null check (code ~ '^[a-z0-9]{4,12}$'),
  survey_id uuid not null,
  -- Without a unit the form asks which of the path's units it was.
  node_id uuid,
  path_id uuid,
  anchor text,
  channel text not null check (channel in ('web', 'qr')),
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (county_id, id),
  unique (county_id, code),
  foreign key (county_id, survey_id) references survey (county_id, id),
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, path_id, anchor) references path_anchor (county_id, path_id, anchor),
  check (node_id is not null or path_id is not null),
  check ((path_id is null) = (anchor is null))
);
create index feedback_point_node on feedback_point (county_id, node_id);
create index feedback_point_path on feedback_point (county_id, path_id, anchor);
create index feedback_point_survey on feedback_point (county_id, survey_id);

create table invitation (
  county_id uuid not null references county,
  -- SHA-256 of the token in the address /a/<token>; the token itself is never stored.
  token_hash bytea not null,
  survey_version_id uuid not null,
  node_id uuid not null,
  path_id uuid,
  anchor text,
  channel text not null check (channel in ('sms', 'device', 'kiosk', 'qr', 'web', 'paper', 'oral', 'phone')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  -- Only whether, never when: a time would join the invitation to its answer.
  used boolean not null default false,
  primary key (county_id, token_hash),
  foreign key (county_id, survey_version_id) references survey_version (county_id, id),
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, path_id, anchor) references path_anchor (county_id, path_id, anchor)
) with (fillfactor = 80);
create index invitation_node on invitation (county_id, node_id, created_at);
create index invitation_expiry on invitation (county_id, expires_at);
