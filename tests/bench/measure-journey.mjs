// Times a seller's click in the built extension on the demo's claims: `node tests/bench/measure-journey.mjs [runs]`.
// Cold is the first claim after the browser's start, when OpenCV and text recognition are loaded; warm is any later one.
import { ensureGrantedBuild } from '../../scripts/build-if-needed.mjs';
import { launchWithExtension } from '../../scripts/launch-browser.mjs';
import { ensureBrowser } from '../../scripts/setup/ensure-browser.mjs';
import { CLAIMS, claimUrl } from '../demo/claims.mjs';
import { serveDemo } from '../demo/serve.mjs';
import { drivePanel } from '../e2e/panel-driver.mjs';

const RUNS = Number(process.argv[2] ?? 5);
const ANALYSIS_TIMEOUT_MS = 120_000;
/** The first claim of each run is the cold one. */
const ORDER = ['c', 'a', 'b', 'earlier'];

const times = new Map();
for (let run = 0; run < RUNS; run++) {
  const server = await serveDemo();
  const { context, close } = await launchWithExtension({
    executablePath: ensureBrowser(),
    extensionDir: ensureGrantedBuild(),
    hostPort: server.port,
    headless: true,
  });
  const page = await context.newPage();
  for (const [place, name] of ORDER.entries()) {
    await page.goto(claimUrl(CLAIMS[name]));
    const panel = await drivePanel(page);
    await panel.waitForPanel(({ buttons }) => buttons.includes('分析'));
    const clickedAt = performance.now();
    await panel.clickInPanel('分析');
    let firstFindingMs = null;
    const { pictures } = await panel.waitForPanel(
      (state) => {
        if (state.pictures.some(({ findings }) => findings.length > 0))
          firstFindingMs ??= performance.now() - clickedAt;
        return state.status === 'done';
      },
      { timeoutMs: ANALYSIS_TIMEOUT_MS },
    );
    const allMs = performance.now() - clickedAt;
    const key = `${name}, ${pictures.length} picture(s), ${place === 0 ? 'cold' : 'warm'}`;
    times.set(key, [...(times.get(key) ?? []), { firstFindingMs, allMs }]);
    await panel.close();
  }
  await close();
  await server.close();
}

for (const [key, measured] of times) {
  const first = medianOf(measured.map(({ firstFindingMs }) => firstFindingMs).filter((value) => value !== null));
  console.log(
    `${key}: first finding ${first === null ? 'none to find' : `${first} ms`}, all checks ${medianOf(measured.map(({ allMs }) => allMs))} ms (median of ${measured.length})`,
  );
}

function medianOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? null : Math.round(sorted[Math.floor(sorted.length / 2)]);
}
