// `npm start`: prepares what is missing, then runs the server on the project's own Node.

import { prepare, runServer } from './prepare.mjs';

await prepare();
process.exitCode = await runServer(...process.argv.slice(2));
