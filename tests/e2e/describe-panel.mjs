/**
 * @typedef {object} PanelState what the panel shows
 * @property {string} status `idle`, `running` or `done`
 * @property {string} text all visible text
 * @property {string[]} buttons names of the buttons that can be pressed
 * @property {{ index: number, verdict: string, text: string, problem: string | null, findings: string[] }[]} pictures
 *   `problem` is why a picture could not be read, `findings` the titles of what was found
 */

/**
 * What the panel shows. Runs in the page with the panel's shadow root as `this`, so it uses nothing from outside itself.
 * @returns {PanelState}
 */
export function describePanel() {
  const textOf = (node) => (node.innerText ?? node.textContent ?? '').trim();
  const visible = [...this.children].filter((child) => !['STYLE', 'LINK', 'SCRIPT'].includes(child.tagName));
  return {
    status: this.querySelector('[data-status]')?.getAttribute('data-status') ?? '',
    text: visible.map(textOf).join('\n').trim(),
    buttons: [...this.querySelectorAll('button:not([disabled])')].map(
      (button) => button.getAttribute('aria-label') ?? textOf(button),
    ),
    pictures: [...this.querySelectorAll('[data-picture-index]')].map((card) => ({
      index: Number(card.getAttribute('data-picture-index')),
      verdict: card.getAttribute('data-verdict') ?? '',
      text: textOf(card),
      problem: card.querySelector('.problem-line strong')?.textContent ?? null,
      findings: [...card.querySelectorAll('[data-kind]')].map((finding) => {
        return textOf(finding.querySelector('h3, h4, h5') ?? finding).split('\n')[0];
      }),
    })),
  };
}
