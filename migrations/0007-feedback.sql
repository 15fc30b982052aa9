-- Answers as received. No name, number or address of a person or a machine in any column.
create table answer (
  county_id uuid not null references county,
  id uuid not null,
  node_id uuid not null,
  survey_version_id uuid not null,
  set_id uuid not null,
  channel text not null check (channel in ('sms', 'device', 'kiosk', 'qr', 'web', 'paper', 'oral', 'phone')),
  respondent text not null default 'customer' check (respondent in ('customer', 'close-one', 'supported', 'child', 'did-not-get-in')),
  language text not null,
  path_id uuid,
  anchor text,
  received_at timestamptz not null,
  -- The day in Europe/Helsinki on which it counts.
  day date not null,
  recommendation smallint check (recommendation between 0 and 10),
  -- In the order of the statement set: 1–5, 0 = cannot say, null = not answered.
  scores smallint[] not null,
  receipt text not null,
  -- SHA-256 of the masked content: the same again gets the same receipt, other content is refused.
  content_hash bytea not null,
  primary key (county_id, id),
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, survey_version_id) references survey_version (county_id, id),
  foreign key (county_id, set_id) references statement_set (county_id, id),
  check (0 <= all (scores) and 5 >= all (scores))
);
create index answer_node_day on answer (county_id, node_id, day);

create table answer_text (
  county_id uuid not null,
  answer_id uuid not null,
  -- Copied from the answer, so that a unit's texts are read from one index.
  node_id uuid not null,
  received_at timestamptz not null,
  text text not null check (text <> ''),
  -- How many identifiers were masked before storing; the original was not kept.
  masked integer not null default 0,
  primary key (county_id, answer_id),
  foreign key (county_id, answer_id) references answer (county_id, id) on delete cascade
);
create index answer_text_node on answer_text (county_id, node_id, received_at desc);

create table danger_sign (
  county_id uuid not null references county,
  stem text not null check (stem = lower(stem)),
  kind text not null,
  -- Phrases in which the sign means nothing of the kind ("the system fell down").
  unless text[] not null default '{}',
  primary key (county_id, stem)
);

-- Kiireellinen palaute: an answer that tells of danger or harm, raised to a person with a due time (A8).
create table concern (
  county_id uuid not null,
  id uuid not null,
  answer_id uuid not null,
  node_id uuid not null,
  kinds text[] not null,
  raised_at timestamptz not null,
  due_at timestamptz not null,
  status text not null default 'open' check (status in ('open', 'handled')),
  handled_at timestamptz,
  handled_by uuid,
  note text,
  primary key (county_id, id),
  unique (county_id, answer_id),
  foreign key (county_id, answer_id) references answer (county_id, id) on delete cascade,
  foreign key (county_id, node_id) references node (county_id, id),
  foreign key (county_id, handled_by) references account (county_id, id),
  check ((status = 'handled') = (handled_at is not null))
);
create index concern_node on concern (county_id, node_id, status);
