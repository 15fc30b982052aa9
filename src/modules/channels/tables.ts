import type { Generated } from 'kysely';

/** The tables of the channels. */
export interface ChannelTables {
  channel: {
    county_id: string;
    id: string;
    code: string;
    kind: string;
    url: string | null;
    phone: string | null;
    created_at: Generated<Date>;
    updated_at: Date;
    closed_at: Date | null;
    /** JSON of `OpeningHours`. */
    opening: Generated<string>;
    /** JSON of `Channel['easyNotes']`. */
    easy_notes: Generated<string>;
    origin: Generated<'own' | 'ptv'>;
    outside_id: Generated<string | null>;
    fetched_at: Generated<Date | null>;
    source_hash: Generated<Buffer | null>;
  };
  channel_source: {
    county_id: string;
    origin: 'ptv';
    organisation_id: string;
    address: string;
    started_at: Date | null;
    done: Generated<number>;
    total: number | null;
    fetched_at: Date | null;
    full_at: Date | null;
    failure: string | null;
    failing_since: Date | null;
  };
  channel_text: {
    county_id: string;
    channel_id: string;
    language: string;
    field: string;
    text: string;
    /** Of easy language: the text that it was written from. */
    made_from: string | null;
  };
}
