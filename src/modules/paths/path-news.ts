import type { AnyContext } from '#platform/context.ts';
import { tell } from '#platform/news.ts';

/** Tells whoever has the path open that something of it was stored. */
export const tellPath = (ctx: AnyContext, path: string): Promise<void> => tell(ctx, 'path', [path]);
