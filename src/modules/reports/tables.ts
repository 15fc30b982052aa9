/** The roll-up: what was counted, per day and per calendar month. See `counts.ts` for what stands where. */
export interface ReportTables {
  node_day: {
    county_id: string;
    node_id: string;
    day: string;
    set_id: string;
    channel: string;
    respondent: string;
    counts: number[];
  };
  node_month: {
    county_id: string;
    node_id: string;
    month: string;
    set_id: string;
    channel: string;
    respondent: string;
    counts: number[];
  };
}
