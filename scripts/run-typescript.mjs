// Runs one TypeScript file of the project in Node: `node scripts/run-typescript.mjs FILE [argument…]`.
// The file sees its own arguments from process.argv[3] on.
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

await runnerImport(resolve(process.argv[2]), { configFile: false, logLevel: 'warn' });
