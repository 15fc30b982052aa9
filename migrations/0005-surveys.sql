-- The instrument is versioned data: wording can be corrected, meaning makes a new statement.
create table statement_set (
  county_id uuid not null references county,
  id uuid not null,
  code text not null,
  version integer not null check (version > 0),
  respondents text[] not null default '{customer}',
  minimum_age integer,
  source text not null default '',
  valid_from date not null,
  valid_to date,
  primary key (county_id, id),
  unique (county_id, code, version)
);

create table statement (
  county_id uuid not null,
  set_id uuid not null,
  code text not null,
  position integer not null check (position > 0),
  theme text not null,
  primary key (county_id, set_id, code),
  unique (county_id, set_id, position),
  foreign key (county_id, set_id) references statement_set (county_id, id) on delete cascade
);

create table statement_text (
  county_id uuid not null,
  set_id uuid not null,
  statement_code text not null,
  language text not null,
  text text not null check (text <> ''),
  -- Whether this is the instrument's official wording; a working translation says so on the form.
  official boolean not null default false,
  primary key (county_id, set_id, statement_code, language),
  foreign key (county_id, set_id, statement_code) references statement (county_id, set_id, code) on delete cascade
);

create table survey (
  county_id uuid not null references county,
  id uuid not null,
  code text not null,
  primary key (county_id, id),
  unique (county_id, code)
);

create table survey_version (
  county_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  number integer not null check (number > 0),
  status text not null check (status in ('draft', 'tested', 'in-use', 'retired')),
  set_id uuid not null,
  asks_recommendation boolean not null default true,
  asks_comment boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (county_id, id),
  unique (county_id, survey_id, number),
  foreign key (county_id, survey_id) references survey (county_id, id) on delete cascade,
  foreign key (county_id, set_id) references statement_set (county_id, id)
);
create unique index survey_version_in_use on survey_version (county_id, survey_id) where status = 'in-use';
create index survey_version_set on survey_version (county_id, set_id);

create table survey_text (
  county_id uuid not null,
  survey_version_id uuid not null,
  field text not null check (field in ('name', 'recommendation', 'comment', 'thanks')),
  language text not null,
  text text not null check (text <> ''),
  official boolean not null default false,
  primary key (county_id, survey_version_id, field, language),
  foreign key (county_id, survey_version_id) references survey_version (county_id, id) on delete cascade
);

-- "This form is not the place for …": where else a matter belongs. The county's own data.
create table redirection (
  county_id uuid not null references county,
  code text not null,
  position integer not null,
  url text check (url ~ '^(https?://|tel:)'),
  primary key (county_id, code)
);

create table redirection_text (
  county_id uuid not null,
  redirection_code text not null,
  language text not null,
  title text not null check (title <> ''),
  text text not null,
  primary key (county_id, redirection_code, language),
  foreign key (county_id, redirection_code) references redirection (county_id, code) on delete cascade
);
