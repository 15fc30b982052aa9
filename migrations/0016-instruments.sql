-- Several instruments live side by side. Only a national set has an official wording; a county's own has its own words.
alter table statement_set add column origin text not null default 'national' check (origin in ('national', 'own'));
