import type { CheckInput, Tool } from '../../checks/check.ts';
import type { runCheck } from '../run-check.ts';
import type { LoadedTool } from './load-tools.ts';

type Answer = Awaited<ReturnType<typeof runCheck>>;

/** Runs a check with its tools; where one cannot be loaded the check has failed, and the answer says which. */
export async function runWithTools(
  tools: readonly Tool[],
  load: (tool: Tool) => Promise<LoadedTool<Tool>>,
  run: (tools: Partial<Pick<CheckInput, Tool>>) => Promise<Answer>,
): Promise<Answer> {
  const loaded: Partial<Record<Tool, unknown>> = {};
  for (const tool of tools) {
    const answer = await load(tool);
    if ('problem' in answer) {
      const outcome = { status: 'failed', reason: `no-${tool}`, params: { detail: answer.problem } } as const;
      return { outcome, elapsedMs: 0 };
    }
    loaded[tool] = answer.tool;
  }
  return run(loaded as Partial<Pick<CheckInput, Tool>>);
}
