// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { PictureStrip } from '../../../../components/teach/picture-strip.tsx';
import { showPart } from '../render.tsx';

it('shows a background as one, and the number of what has no pixels yet', () => {
  const page = document.createElement('main');
  page.innerHTML = `<div style="background-image: url(&quot;https://att.test/1.jpg&quot;)"></div><img data-src="https://att.test/2.jpg">`;
  document.body.append(page);
  const { screen } = showPart(<PictureStrip elements={[...page.children]} />);
  const [background, late] = screen.getAllByRole('img', { name: /图/ });
  expect(background?.style.backgroundImage).toContain('https://att.test/1.jpg');
  expect(background?.textContent).toBe('');
  expect(late?.textContent).toBe('2');
});
