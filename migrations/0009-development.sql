-- What a unit does because of feedback (kehittämistoimi), and what it tells the public of it.
create table discussion (
  county_id uuid not null references county,
  id uuid not null,
  node_id uuid not null,
  period_from date not null,
  period_to date not null,
  agreed text not null,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  primary key (county_id, id),
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, created_by) references account (county_id, id)
);
create index discussion_node on discussion (county_id, node_id, created_at desc);

create table development_action (
  county_id uuid not null references county,
  id uuid not null,
  node_id uuid not null,
  title text not null check (title <> ''),
  reason text not null,
  -- Who answers for it: a role or a name as the unit writes it.
  owner text not null check (owner <> ''),
  due date not null,
  status text not null check (status in ('proposed', 'decided', 'in-progress', 'done', 'rejected')),
  path_id uuid,
  anchor text,
  discussion_id uuid,
  created_at timestamptz not null default now(),
  created_by uuid not null,
  updated_at timestamptz not null default now(),
  done_at timestamptz,
  revision integer not null default 1,
  primary key (county_id, id),
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, path_id, anchor) references path_anchor (county_id, path_id, anchor),
  foreign key (county_id, discussion_id) references discussion (county_id, id),
  foreign key (county_id, created_by) references account (county_id, id),
  check ((path_id is null) = (anchor is null)),
  check ((status = 'done') = (done_at is not null))
);
create index development_action_node on development_action (county_id, node_id, status);
create index development_action_path on development_action (county_id, path_id, anchor);

create table action_source (
  county_id uuid not null,
  action_id uuid not null,
  answer_id uuid not null,
  primary key (county_id, action_id, answer_id),
  foreign key (county_id, action_id) references development_action (county_id, id) on delete cascade,
  foreign key (county_id, answer_id) references answer (county_id, id) on delete cascade
);
create index action_source_answer on action_source (county_id, answer_id);

create table action_event (
  county_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  at timestamptz not null,
  account_id uuid,
  kind text not null check (kind in ('created', 'edited', 'status', 'reply-written', 'reply-published', 'reply-withdrawn')),
  detail jsonb not null default '{}',
  primary key (county_id, id),
  foreign key (county_id, action_id) references development_action (county_id, id) on delete cascade,
  foreign key (county_id, account_id) references account (county_id, id)
);
create index action_event_action on action_event (county_id, action_id, at);

-- Kerroit – teimme: published by someone who did not write it.
create table public_reply (
  county_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  node_id uuid not null,
  path_id uuid,
  anchor text,
  status text not null check (status in ('draft', 'published', 'withdrawn')),
  written_by uuid not null,
  written_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (county_id, id),
  unique (county_id, action_id),
  foreign key (county_id, action_id) references development_action (county_id, id) on delete cascade,
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, written_by) references account (county_id, id),
  foreign key (county_id, published_by) references account (county_id, id),
  check (status = 'draft' or published_at is not null),
  check (published_by is null or published_by <> written_by)
);
create index public_reply_node on public_reply (county_id, node_id, published_at desc) where status = 'published';
create index public_reply_path on public_reply (county_id, path_id, anchor) where status = 'published';

create table public_reply_text (
  county_id uuid not null,
  reply_id uuid not null,
  language text not null,
  you_said text not null check (you_said <> ''),
  we_did text not null check (we_did <> ''),
  primary key (county_id, reply_id, language),
  foreign key (county_id, reply_id) references public_reply (county_id, id) on delete cascade
);
