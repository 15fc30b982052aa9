-- Moving, closing and merging nodes. What was counted stays where the node stood on that day.

-- A closed node may go on in another one: its address leads there, and so do its feedback points.
alter table node add column successor_id uuid;
alter table node add foreign key (county_id, successor_id) references node (county_id, id);
alter table node add check (successor_id is null or (closed_at is not null and successor_id <> id));
create index node_successor on node (county_id, successor_id) where successor_id is not null;

-- The first day whose answers count to this ancestor: a node that has never moved has always stood there. Who may reach
-- a node asks for the rows alone, so it follows at once; figures ask for the day, too.
alter table node_ancestor add column since date not null default '-infinity';
-- The few that have moved.
create index node_ancestor_moved on node_ancestor (county_id, ancestor_id) where depth = 1 and since > '-infinity';

-- Where nodes stood before: the days, both included, whose answers count to an ancestor that they have left.
create table former_ancestor (
  county_id uuid not null,
  node_id uuid not null,
  ancestor_id uuid not null,
  depth integer not null check (depth > 0),
  since date not null,
  until date not null check (since <= until),
  primary key (county_id, node_id, ancestor_id, until),
  foreign key (county_id, node_id) references node (county_id, id) on delete cascade,
  foreign key (county_id, ancestor_id) references node (county_id, id) on delete cascade
);
create index former_ancestor_down on former_ancestor (county_id, ancestor_id, depth);
