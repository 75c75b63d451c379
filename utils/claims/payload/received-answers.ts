import { MAX_ANSWER_LENGTH, MAX_ANSWERS, MAX_ANSWERS_LENGTH } from '../../limits.ts';
import { parseJson } from './inline-json.ts';

interface Answer {
  readonly text: string;
  json?: unknown;
}

/**
 * The JSON that a page has received since it was loaded: text, bounded, the oldest goes first. Parsed only when a claim
 * is read, and only what holds one of its ids. It is as little to be trusted as anything else a page shows.
 */
export class ReceivedAnswers {
  #answers: Answer[] = [];

  add(text: string): void {
    if (text.length > MAX_ANSWER_LENGTH) return;
    this.#answers = this.#answers.filter((answer) => answer.text !== text);
    this.#answers.unshift({ text });
    while (this.#answers.length > MAX_ANSWERS || this.#length > MAX_ANSWERS_LENGTH) this.#answers.pop();
  }

  /** The answers that hold one of these ids, newest first; all of them where no id is known. */
  about(ids: readonly string[]): unknown[] {
    return this.#answers
      .filter(({ text }) => ids.length === 0 || ids.some((id) => text.includes(id)))
      .map((answer) => {
        if (!('json' in answer)) answer.json = parseJson(answer.text);
        return answer.json;
      })
      .filter((json) => typeof json === 'object' && json !== null);
  }

  get #length(): number {
    return this.#answers.reduce((sum, { text }) => sum + text.length, 0);
  }
}
