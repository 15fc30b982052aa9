-- Every answer is held against what it refers to as it comes in, so each check is made once: the unit's own row knows
-- the county, and the survey's version knows its set of statements.
alter table survey_version add unique (county_id, id, set_id);
alter table answer
  drop constraint answer_county_id_fkey,
  drop constraint answer_county_id_set_id_fkey,
  drop constraint answer_county_id_survey_version_id_fkey,
  add foreign key (county_id, survey_version_id, set_id) references survey_version (county_id, id, set_id);

-- Most reading is of all channels together: the rows of the single channels lie between them in the key.
create index node_day_together on node_day (county_id, node_id, day, set_id) where channel = 'all';
create index node_month_together on node_month (county_id, node_id, month, set_id) where channel = 'all';
