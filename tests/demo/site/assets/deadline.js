import { element } from './element.js';

const TIME_TO_ANSWER_MS = 36 * 3600 * 1000;
const DEMO_NOW = Date.parse('2026-11-21T10:00:00+08:00');
const openedAt = Date.now();

/** The countdown of a claim; the demo's clock starts on 21 November 2026 at ten. The text changes every second. */
export function createDeadline(createdAt) {
  const due = Math.max(Date.parse(`${createdAt.replace(' ', 'T')}+08:00`), DEMO_NOW - 3600 * 1000) + TIME_TO_ANSWER_MS;
  const node = element('p', { className: 'deadline_text__1' });
  const update = () => {
    const seconds = Math.max(0, Math.round((due - DEMO_NOW - (Date.now() - openedAt)) / 1000));
    const [days, hours] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24];
    node.textContent = `剩余 ${days}天${hours}时${Math.floor(seconds / 60) % 60}分${seconds % 60}秒 未处理，系统将自动退款`;
    if (timer !== null && !node.isConnected) clearInterval(timer);
  };
  let timer = null;
  update();
  timer = setInterval(update, 1000);
  return node;
}
