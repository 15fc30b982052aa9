-- Roll-up: what was counted of one node (a unit or any ancestor of one) on one day. A cache: it can be rebuilt from
-- the answers and always equals them. counts, in this order: answers, answers with a text, a block for the
-- recommendation (its n, 0–10), and for each statement of the set a block (its n, cannot say, 1 … 5). One row instead
-- of one per statement, because an answer touches them all at once. Beside the rows per channel
-- and respondent stands their sum ('all', 'all'), because nearly every report asks for just that.
create table node_day (
  county_id uuid not null,
  node_id uuid not null,
  day date not null,
  set_id uuid not null,
  channel text not null,
  respondent text not null,
  counts integer[] not null,
  primary key (county_id, node_id, day, set_id, channel, respondent),
  foreign key (county_id, node_id) references node (county_id, id)
);

-- The same per calendar month, so that a year's figures and line cost twelve rows instead of 365.
create table node_month (
  county_id uuid not null,
  node_id uuid not null,
  month date not null check (extract(day from month) = 1),
  set_id uuid not null,
  channel text not null,
  respondent text not null,
  counts integer[] not null,
  primary key (county_id, node_id, month, set_id, channel, respondent),
  foreign key (county_id, node_id) references node (county_id, id)
);
