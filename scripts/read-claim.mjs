// The command line: `npm run -s read-claim -- --url URL --page FILE.html [--assets DIR]`. Standard output is one JSON
// object and nothing else; see docs/command-line.md.
import { ensureDependencies } from './setup/ensure-dependencies.mjs';

ensureDependencies();
const { readClaimFromCommandLine } = await import('./read-claim/command.mjs');
process.exitCode = await readClaimFromCommandLine(process.argv.slice(2));
