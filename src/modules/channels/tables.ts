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
    origin: Generated<'own' | 'ptv'>;
    outside_id: Generated<string | null>;
    fetched_at: Generated<Date | null>;
    source_hash: Generated<Buffer | null>;
  };
  channel_text: {
    county_id: string;
    channel_id: string;
    language: string;
    field: string;
    text: string;
  };
}
