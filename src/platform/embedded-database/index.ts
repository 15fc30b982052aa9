export { connectToRunning, isHeld, joinEmbeddedDatabase } from './join.ts';
export { openEmbeddedDatabase } from './open.ts';
export type { EmbeddedDatabase } from './open.ts';
export { resolveDataDir } from './data-dir.ts';
export { watchRoom } from './free-space.ts';
