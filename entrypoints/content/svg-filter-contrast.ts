/** Rec. 709 weights of red, green and blue in lightness. */
const LIGHTNESS = [0.2126, 0.7152, 0.0722];
/** Of the space between black and white; words on the panel need about a third of it. */
const MIN_CONTRAST = 0.35;
const MIN_ALPHA = 0.5;
const MATRIX_NUMBERS = 20;
const PLACES = ['x', 'y', 'width', 'height'] as const;
const WIDEST_WINDOW_PX = 8000;
/** An address in a computed `filter`: its first group where it is quoted, its second where it is not. */
const ADDRESS = /url\((?:"((?:[^"\\]|\\.)*)"|([^)]*))\)/g;

type Colour = readonly number[];

/**
 * Whether words stay readable through the SVG filters that a computed `filter` refers to. Pages in gray on days of mourning and
 * extensions for dark colours use such filters, and change colours only; whatever else a filter does counts as unreadable.
 * @param filter computed value; its other functions are not looked at
 */
export function keepsContrast(filter: string, document: Document): boolean {
  const addresses = [...filter.matchAll(ADDRESS)];
  return addresses.every(([, quoted, bare]) => {
    const address = (quoted ?? bare ?? '').replace(/\\(.)/g, '$1');
    const effects = filterAt(address, document);
    if (effects === null) return false;
    const through = effects.reduce<readonly Colour[] | null>(
      (colours, effect) => colours && changed(colours, effect),
      [
        [0, 0, 0, 1],
        [1, 1, 1, 1],
      ],
    );
    const [black, white] = through ?? [];
    if (!black || !white || Math.min(black[3] ?? 0, white[3] ?? 0) < MIN_ALPHA) return false;
    return Math.abs(lightnessOf(white) - lightnessOf(black)) >= MIN_CONTRAST;
  });
}

/** A computed `filter` without the addresses in it: what stands in them is no function. */
export function withoutAddresses(filter: string): string {
  return filter.replace(ADDRESS, '');
}

/**
 * The effects of the filter at an address; none where the document lacks it, which draws as if nothing were asked for. Null
 * where it cannot be looked at, or draws a part of the page only.
 */
function filterAt(address: string, document: Document): readonly Element[] | null {
  const id = address.slice(address.indexOf('#') + 1);
  if (address.startsWith('#')) return effectsOf(document.getElementById(id));
  // Other files cannot be looked into.
  const [, encoding, content] = /^data:image\/svg\+xml([^,]*),([^#]*)#/.exec(address) ?? [];
  if (content === undefined || /base64/i.test(encoding ?? '')) return null;
  const svg = new DOMParser().parseFromString(unescaped(content), 'image/svg+xml');
  return effectsOf(svg.getElementById(id));
}

function effectsOf(filter: Element | null): readonly Element[] | null {
  if (!filter) return [];
  const effects = [...filter.children];
  const isPartial = effects.some((effect, place) => {
    const from = effect.getAttribute('in');
    return (
      PLACES.some((name) => effect.hasAttribute(name)) || (from !== null && (from !== 'SourceGraphic' || place > 0))
    );
  });
  return isPartial || !coversPage(filter) ? null : effects;
}

/** Whether a filter's region leaves nothing of the page out. */
function coversPage(filter: Element): boolean {
  const whole = filter.getAttribute('filterUnits') === 'userSpaceOnUse' ? WIDEST_WINDOW_PX : 1;
  return PLACES.every((name) => {
    const value = filter.getAttribute(name);
    if (value === null) return true;
    const share = Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1);
    return name === 'x' || name === 'y' ? share <= 0 : share >= whole;
  });
}

/** A page may write its address with or without escapes. */
function unescaped(content: string): string {
  return content.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}

/** What becomes of gray colours in one effect; null where that cannot be told. */
function changed(colours: readonly Colour[], effect: Element): readonly Colour[] | null {
  if (effect.localName.toLowerCase() !== 'fecolormatrix') return null;
  const type = effect.getAttribute('type') ?? 'matrix';
  // Both leave gray as it is.
  if (type === 'saturate' || type === 'hueRotate') return colours;
  const values = (effect.getAttribute('values') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (type !== 'matrix' || values.length !== MATRIX_NUMBERS || values.some(Number.isNaN)) return null;
  return colours.map((colour) =>
    [0, 1, 2, 3].map((row) => {
      const factors = values.slice(row * 5, row * 5 + 5);
      const sum = factors.reduce((all, factor, place) => all + factor * (colour[place] ?? 1), 0);
      return Math.min(1, Math.max(0, sum));
    }),
  );
}

function lightnessOf(colour: Colour): number {
  return LIGHTNESS.reduce((sum, weight, channel) => sum + weight * (colour[channel] ?? 0), 0);
}
