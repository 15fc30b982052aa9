import { join } from 'node:path';
import {
  type EmbeddedDatabase,
  joinEmbeddedDatabase,
  openEmbeddedDatabase,
  watchRoom,
} from '#platform/embedded-database/index.ts';
import type { Settings } from './settings.ts';

type Server = Pick<EmbeddedDatabase, 'url' | 'stop'>;
/** A server whose disk this process looks after, where it is its own. */
type HeldServer = Server & { hasRoom(): boolean };
type Choice = Pick<Settings, 'databaseUrl' | 'dataDir'>;

/** The database server: the county's own when DATABASE_URL names one, else the embedded one, held by this process. */
export async function openServer(
  settings: Choice,
  root: string,
  holder: string,
  onLost: (reason: Error) => void,
): Promise<HeldServer> {
  if (settings.databaseUrl !== undefined)
    return { url: settings.databaseUrl, hasRoom: () => true, stop: async () => undefined };
  const database = await openEmbeddedDatabase({
    dataDir: settings.dataDir,
    defaultDir: join(root, 'data'),
    holder,
    onLost,
  });
  const room = watchRoom(database.dir);
  return {
    url: database.url,
    hasRoom: room,
    async stop() {
      room.stop();
      await database.stop();
    },
  };
}

/** The same for a command: it joins the server of a running Polku, else starts one for its own time. */
export async function joinServer(settings: Choice, root: string, holder: string): Promise<Server> {
  if (settings.databaseUrl !== undefined)
    return { url: settings.databaseUrl, stop: async () => undefined };
  return joinEmbeddedDatabase({
    dataDir: settings.dataDir,
    defaultDir: join(root, 'data'),
    holder,
  });
}
