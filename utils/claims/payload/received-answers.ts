import { MAX_ANSWER_LENGTH, MAX_ANSWERS, MAX_ANSWERS_LENGTH } from '../../limits.ts';

/**
 * The JSON that a page has received since it was loaded: text, bounded, the oldest goes first. It is as little to be
 * trusted as anything else a page shows.
 */
export interface ReceivedAnswers {
  /** Newest first. */
  readonly texts: readonly string[];
  add(text: string): void;
}

/** Runs on every page of a seller center: what is not needed to keep texts is in `answers-about.ts`. */
export function receivedAnswers(): ReceivedAnswers {
  const texts: string[] = [];
  let length = 0;
  const drop = (at: number) => {
    length -= texts.splice(at, 1)[0]?.length ?? 0;
  };
  return {
    texts,
    add(text) {
      if (text.length > MAX_ANSWER_LENGTH) return;
      const known = texts.indexOf(text);
      if (known >= 0) drop(known);
      texts.unshift(text);
      length += text.length;
      while (texts.length > MAX_ANSWERS || length > MAX_ANSWERS_LENGTH) drop(texts.length - 1);
    },
  };
}
