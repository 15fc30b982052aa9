// `npm start`: prepares what is missing, then runs the server on the project's own Node.

import { prepare, runNode, serverCommand } from './prepare.mjs';

await prepare();
process.exitCode = await runNode(...serverCommand, ...process.argv.slice(2));
