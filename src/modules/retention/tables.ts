/** The tables of retention. */
export interface RetentionTables {
  retention_setting: { county_id: string; kind: string; days: number; changed_at: Date };
}
