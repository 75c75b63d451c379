// Turns a real page into a fixture without personal data: `npm run save-page -- --page FILE --url URL` or `--open URL`;
// see docs/command-line.md.
import { ensureDependencies } from './setup/ensure-dependencies.mjs';

ensureDependencies();
const { savePageFromCommandLine } = await import('./save-page/command.mjs');
process.exitCode = await savePageFromCommandLine(process.argv.slice(2));
