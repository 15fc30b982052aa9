-- Every answer is held against what it refers to as it comes in, so each check is made once: the unit's own row knows
-- the county, and the survey's version knows its set of statements.
alter table survey_version add unique (county_id, id, set_id);
alter table answer
  drop constraint answer_county_id_fkey,
  drop constraint answer_county_id_set_id_fkey,
  drop constraint answer_county_id_survey_version_id_fkey,
  add foreign key (county_id, survey_version_id, set_id) references survey_version (county_id, id, set_id);
