-- The texts of channels in easy language stand beside the others, as 'fi-simple' and so on, and say what they were written from:
-- when that has been changed since, they are behind.
alter table channel_text add column made_from text;
alter table channel_text add check ((language like '%-simple') = (made_from is not null));
