export { listMigrations, listSequences, listTables, setSequences } from './catalog.ts';
export type { Migration, Table } from './catalog.ts';
export { copyDifference } from './difference.ts';
export { fillTables } from './fill.ts';
export { countRows, differing, takeFingerprints } from './fingerprint.ts';
export { columnsOf, readRows, writeRows } from './pump.ts';
export { findSeal, holdWriting, refuseWriting, removeSeal, setSeal } from './seal.ts';
export { beginSnapshot, inTransaction, openSession } from './session.ts';
export type { Snapshot } from './session.ts';
