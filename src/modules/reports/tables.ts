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
  uncounted_answer: { county_id: string; answer_id: string };
  published_month: { county_id: string; month: string; published_at: Date };
  published_figure: {
    county_id: string;
    month: string;
    node_id: string;
    set_id: string;
    figures: unknown;
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
