import type { PathWorld } from '#modules/paths';
import type { Context } from '#platform/context.ts';
import type { DevelopmentTables } from './tables.ts';

/** The context of a function that asks other modules through their doors. */
export type DevelopmentContext = Context<DevelopmentTables & PathWorld>;
