import type { JsonObject, JsonValue } from '../../utils/checks/json.ts';
import type { Region } from '../../utils/image/region.ts';

/** One line of text that was read in a picture. */
export interface TextLine {
  readonly text: string;
  readonly region: Region;
}

/** The lines that `picture-text` stored; null where the picture's text was not read. */
export function readTextOf(measured: JsonObject): readonly TextLine[] | null {
  const lines = isObject(measured.pictureText) ? measured.pictureText.lines : undefined;
  if (!Array.isArray(lines)) return null;
  return lines.flatMap((line): TextLine[] => {
    if (!isObject(line) || typeof line.text !== 'string' || !Array.isArray(line.box)) return [];
    const [x, y, width, height] = line.box.map(Number);
    if (x === undefined || y === undefined || width === undefined || height === undefined) return [];
    return [{ text: line.text, region: { x, y, width, height } }];
  });
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
