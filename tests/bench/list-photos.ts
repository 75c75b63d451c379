import { basePhotos, type Half } from './base-photos.ts';

// The photographs of one half, a path a line: `node scripts/run-typescript.mjs tests/bench/list-photos.ts DIR tune|report`.
for (const { path } of basePhotos(process.argv[3] ?? '', process.argv[4] as Half)) console.log(path);
