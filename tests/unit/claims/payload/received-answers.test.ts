import { expect, test } from 'vitest';
import { joinChannel, offerChannel } from '../../../../utils/claims/payload/answer-channel.ts';
import { answersAbout } from '../../../../utils/claims/payload/answers-about.ts';
import { receivedAnswers } from '../../../../utils/claims/payload/received-answers.ts';

test('gives the answers about an id, newest first, with long ids exact', () => {
  const answers = receivedAnswers();
  answers.add('{"orderId":6912345678901234567,"status":"old"}');
  answers.add('{"orderId":1}');
  answers.add('{"orderId":6912345678901234567,"status":"new"}');
  answers.add('{"orderId":6912345678901234567,');
  expect(answersAbout(answers.texts, ['6912345678901234567'])).toEqual([
    { orderId: '6912345678901234567', status: 'new' },
    { orderId: '6912345678901234567', status: 'old' },
  ]);
  expect(answersAbout(answers.texts, [])).toHaveLength(3);
});

test('keeps the newest where a page receives without end', () => {
  const answers = receivedAnswers();
  for (let count = 0; count < 500; count++) answers.add(`{"orderId":"order-${count}","x":"${'x'.repeat(900_000)}"}`);
  expect(answersAbout(answers.texts, ['order-499'])).toHaveLength(1);
  expect(answersAbout(answers.texts, ['order-490'])).toEqual([]);
  answers.add(`{"orderId":"huge","x":"${'x'.repeat(3_000_000)}"}`);
  expect(answersAbout(answers.texts, ['huge'])).toEqual([]);
});

test.each(['page first', 'extension first'])('the channel carries texts and nothing else: %s', (order) => {
  const target = new EventTarget();
  const texts: string[] = [];
  const join = () => joinChannel(target, (text) => texts.push(text));
  if (order === 'extension first') join();
  const send = offerChannel(target, 'secret');
  if (order === 'page first') join();
  send('one');
  target.dispatchEvent(new CustomEvent('secret', { detail: { toString: () => 'two' } }));
  expect(texts).toEqual(['one']);
});

test('a page that asks later is not told the channel', () => {
  const target = new EventTarget();
  const send = offerChannel(target, 'secret');
  joinChannel(target, () => undefined);
  const heard: unknown[] = [];
  target.addEventListener('refund-lens:channel', (event) => heard.push((event as CustomEvent).detail));
  target.dispatchEvent(new CustomEvent('refund-lens:which-channel'));
  send('one');
  expect(heard).toEqual([]);
});
