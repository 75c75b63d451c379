import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseStatus } from '../../../../utils/cases/case.ts';
import { type ClaimQueue, newQueue, type QueuedClaim } from '../../../../utils/claims/claim-queue.ts';
import { QueueRunner, type QueueWorld } from '../../../../utils/engine/queue/queue-runner.ts';
import { CLAIM_PAGE_TIMEOUT_SECONDS, PAUSE_BETWEEN_CLAIMS_SECONDS } from '../../../../utils/limits.ts';

/** A browser of this test: tabs are numbers, time stands still until it is moved. */
class World implements QueueWorld {
  queue: ClaimQueue | null = null;
  nowMs = 1_000_000;
  nextTab = 1;
  readonly tabs = new Map<number, string>();
  readonly opened: string[] = [];
  readonly cases = new Map<string, CaseStatus>();
  readonly resumed: string[] = [];
  /** Tabs whose page was asked to be read. */
  readonly asked: number[] = [];
  isStepping = false;

  async change(change: (queue: ClaimQueue | null) => Promise<ClaimQueue | null>): Promise<void> {
    // As through the browser's storage: nothing of the object itself survives.
    const next = await change(structuredClone(this.queue));
    this.queue = structuredClone(next);
  }
  now = () => this.nowMs;
  async openTab(url: string): Promise<number> {
    this.opened.push(url);
    this.tabs.set(this.nextTab, url);
    return this.nextTab++;
  }
  readTab = async (tabId: number) => void this.asked.push(tabId);
  isTabOpen = async (tabId: number) => this.tabs.has(tabId);
  closeTab = async (tabId: number) => void this.tabs.delete(tabId);
  statusOf = async (caseId: string) => this.cases.get(caseId) ?? null;
  resume = async (caseId: string) => void this.resumed.push(caseId);
  cancelCase = async (caseId: string) => void this.cases.set(caseId, 'cancelled');
  keepStepping = async (isOn: boolean) => {
    this.isStepping = isOn;
  };
}

const claim = (number: number): QueuedClaim => ({
  claimId: `c${number}`,
  orderId: `o${number}`,
  link: `https://shop/claim/${number}`,
});

let world: World;
let runner: QueueRunner;

const states = () => world.queue?.rows.map(({ state, problem }) => problem?.reason ?? state);
const start = (...claims: QueuedClaim[]) => runner.start(newQueue('shop', 'https://shop/list', claims, world.now()));
const pass = async (seconds: number) => {
  world.nowMs += seconds * 1000;
  await runner.step();
};
/** The content script of the newest tab reads its claim and has it analysed; the worker is done with it. */
async function pageShows(number: number): Promise<void> {
  const tabId = world.nextTab - 1;
  if (!(await runner.wants(tabId, { claimId: `c${number}`, orderId: `o${number}` }))) return;
  world.cases.set(`shop:c${number}`, 'running');
  await runner.heardAnalysis(tabId, `shop:c${number}`);
}

beforeEach(() => {
  world = new World();
  runner = new QueueRunner(world);
});

describe('a queue of claims', () => {
  it('is gone on with where the background is ended as soon as it is stored, begun or gone on with', async () => {
    const endAtFirstStore = new (class extends World {
      override async change(change: Parameters<World['change']>[0]): Promise<void> {
        await super.change(change);
        throw new Error('The background was ended');
      }
    })();
    const queue = newQueue('shop', 'https://shop/list', [claim(1)], world.now());
    await expect(new QueueRunner(endAtFirstStore).start(queue)).rejects.toThrow('ended');
    expect(endAtFirstStore.queue?.status).toBe('running');
    expect(endAtFirstStore.isStepping).toBe(true);
    endAtFirstStore.isStepping = false;
    endAtFirstStore.queue = { ...queue, status: 'paused' };
    await expect(new QueueRunner(endAtFirstStore).goOn()).rejects.toThrow('ended');
    expect(endAtFirstStore.isStepping).toBe(true);
  });

  it('opens one page at a time, closes it when it was read, and pauses before the next', async () => {
    await start(claim(1), claim(2));
    expect([...world.tabs.values()]).toEqual(['https://shop/claim/1']);
    await pass(1);
    expect(world.asked).toEqual([1]);
    await pageShows(1);
    expect(world.tabs.size).toBe(0);
    expect(states()).toEqual(['analysing', 'waiting']);
    await pass(1);
    expect(world.opened).toHaveLength(1);
    world.cases.set('shop:c1', 'done');
    await pass(1);
    expect(states()).toEqual(['done', 'waiting']);
    await pass(PAUSE_BETWEEN_CLAIMS_SECONDS - 1);
    expect(world.opened).toHaveLength(1);
    await pass(2);
    expect([...world.tabs.values()]).toEqual(['https://shop/claim/2']);
    await pageShows(2);
    world.cases.set('shop:c2', 'done');
    await pass(1);
    await pass(10);
    expect(world.queue?.status).toBe('done');
    expect(world.isStepping).toBe(false);
  });

  it('goes on from its stored state after the background was ended, with the claim at hand', async () => {
    await start(claim(1), claim(2));
    await pageShows(1);
    runner = new QueueRunner(world);
    await pass(30);
    expect(world.resumed).toEqual(['shop:c1']);
    world.cases.set('shop:c1', 'done');
    await pass(1);
    await pass(10);
    expect(world.opened).toHaveLength(2);
  });

  it('leaves alone the page of a claim that has its result', async () => {
    world.cases.set('shop:c1', 'done');
    await start(claim(1));
    await pass(1);
    expect(states()).toEqual(['done']);
    expect(world.opened).toEqual([]);
  });

  it('gives a claim without an address its line, and goes on', async () => {
    await start({ ...claim(1), link: null }, claim(2));
    await pass(10);
    expect(states()).toEqual(['claim-without-link', 'opening']);
  });

  it('gives up a page that shows nothing in time, one that is closed, one that is not ready, and one of another claim', async () => {
    await start(claim(1), claim(2), claim(3), claim(4));
    await pass(CLAIM_PAGE_TIMEOUT_SECONDS + 1);
    await pass(10);
    world.tabs.clear();
    await pass(1);
    await pass(10);
    await runner.heardNotReady(world.nextTab - 1);
    await pass(10);
    await pageShows(9);
    expect(states()).toEqual(['claim-page-not-ready', 'claim-page-closed', 'claim-page-not-ready', 'other-claim']);
    expect(world.tabs.size).toBe(0);
  });

  it('takes no word from a tab that it has not opened', async () => {
    await start(claim(1));
    expect(await runner.wants(77, { claimId: 'c1', orderId: 'o1' })).toBe(false);
    await runner.heardNotReady(77);
    await runner.heardAnalysis(77, 'shop:c1');
    expect(states()).toEqual(['opening']);
  });

  it('finishes the claim at hand when it is paused, and opens no other until it goes on', async () => {
    await start(claim(1), claim(2));
    await runner.pause();
    await pageShows(1);
    world.cases.set('shop:c1', 'done');
    await pass(60);
    await pass(60);
    expect(states()).toEqual(['done', 'waiting']);
    expect(world.isStepping).toBe(false);
    await runner.goOn();
    expect(world.opened).toHaveLength(2);
  });

  it('closes its tab and ends its claim when it is cancelled', async () => {
    await start(claim(1), claim(2));
    await runner.cancel();
    expect(world.tabs.size).toBe(0);
    await pass(60);
    expect(world.opened).toHaveLength(1);
    expect(world.queue?.status).toBe('cancelled');
  });
});
