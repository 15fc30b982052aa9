-- Notes on hours in easy language, by variant: each with the text that it was written from. Beside the hours, so that a fetch of
-- copied hours leaves them alone.
alter table channel add column easy_notes jsonb not null default '{}';

-- What a limit of a promise says in words is said in every language; what was written so far was written in Finnish.
update handbook_entry
set properties = jsonb_set(
  properties,
  '{thresholds}',
  (
    select jsonb_agg(
      case
        when jsonb_typeof(told.limit_) = 'object' then told.limit_ || (
          select coalesce(jsonb_object_agg(said.key, jsonb_build_object('fi', said.value)), '{}')
          from jsonb_each(told.limit_) said
          where said.key in ('startEvent', 'endEvent', 'population') and jsonb_typeof(said.value) = 'string'
        )
        else told.limit_
      end
      order by told.place
    )
    from jsonb_array_elements(properties -> 'thresholds') with ordinality as told (limit_, place)
  )
)
where kind = 'promise' and jsonb_typeof(properties -> 'thresholds') = 'array' and properties -> 'thresholds' <> '[]';
