import type { Generated } from 'kysely';

/** The tables of the surveys. */
export interface SurveyTables {
  statement_set: {
    county_id: string;
    id: string;
    code: string;
    version: number;
    respondents: Generated<string[]>;
    minimum_age: number | null;
    source: Generated<string>;
    origin: Generated<string>;
    valid_from: string;
    valid_to: string | null;
  };
  statement: { county_id: string; set_id: string; code: string; position: number; theme: string };
  statement_text: {
    county_id: string;
    set_id: string;
    statement_code: string;
    language: string;
    text: string;
    official: Generated<boolean>;
  };
  survey: { county_id: string; id: string; code: string };
  survey_version: {
    county_id: string;
    id: string;
    survey_id: string;
    number: number;
    status: string;
    set_id: string;
    asks_recommendation: Generated<boolean>;
    asks_comment: Generated<boolean>;
    created_at: Generated<Date>;
  };
  survey_text: {
    county_id: string;
    survey_version_id: string;
    field: string;
    language: string;
    text: string;
    official: Generated<boolean>;
  };
  redirection: { county_id: string; code: string; position: number; url: string | null };
  redirection_text: {
    county_id: string;
    redirection_code: string;
    language: string;
    title: string;
    text: string;
  };
}
