import { joinEmbeddedDatabase, openEmbeddedDatabase } from './index.ts';

// Started by the tests as a process of its own: `holder-for-tests.ts open|join <folder>`. Tells on
// standard output, a line of JSON, what came of it; stops the database at SIGTERM.
const [how, dataDir = ''] = process.argv.slice(2);
const begin = how === 'join' ? joinEmbeddedDatabase : openEmbeddedDatabase;

function tell(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

try {
  const asked = performance.now();
  const database = await begin({ dataDir, defaultDir: dataDir, holder: `test ${how}` });
  const ms = Math.round(performance.now() - asked);
  process.on('SIGTERM', () => void database.stop());
  tell({ outcome: 'open', url: database.url, adopted: database.adopted, ms });
} catch (error) {
  tell({ outcome: 'refused', name: (error as Error).name, message: (error as Error).message });
  process.exitCode = 1;
}
