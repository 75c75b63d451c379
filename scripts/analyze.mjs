// The command line: `npm run -s analyze -- [--listing FILE]… [--seen FILE]… [--claim FILE.json] [--checks id,…] FILE…`
// or `--batch FILE.jsonl`. Standard output is one JSON object a picture and nothing else; see docs/command-line.md.
import { ensureDependencies } from './setup/ensure-dependencies.mjs';

ensureDependencies();
const { analyzeFromCommandLine } = await import('./analyze/command.mjs');
process.exitCode = await analyzeFromCommandLine(process.argv.slice(2));
