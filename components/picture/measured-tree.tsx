import type { JsonObject, JsonValue } from '../../utils/checks/json.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { useText } from '../controls/text-context.ts';

/** Metadata is hostile input: what is shown of it is bounded in every direction. */
const MAX_DEPTH = 5;
const MAX_ENTRIES = 100;
const MAX_VALUE_CHARACTERS = 300;

/** Everything that the checks measured on a picture, as it is stored, behind a fold. */
export function MeasuredTree({ measured }: { readonly measured: JsonObject }) {
  const text = useText();
  if (Object.keys(measured).length === 0) return null;
  return (
    <details className="fold">
      <summary>{text.t('picture.measured')}</summary>
      <Entries value={measured} depth={0} />
    </details>
  );
}

function Entries({ value, depth }: { readonly value: JsonObject; readonly depth: number }) {
  const entries = Object.entries(value);
  return (
    <dl className="measured-tree" lang="en">
      {entries.slice(0, MAX_ENTRIES).map(([name, entry]) => (
        <div key={name}>
          <dt>{plainLine(name, MAX_VALUE_CHARACTERS)}</dt>
          <dd>{isObject(entry) && depth < MAX_DEPTH ? <Entries value={entry} depth={depth + 1} /> : written(entry)}</dd>
        </div>
      ))}
      {entries.length > MAX_ENTRIES && <div>… {entries.length - MAX_ENTRIES}</div>}
    </dl>
  );
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(value: JsonValue): string {
  return plainLine(typeof value === 'string' ? value : JSON.stringify(value), MAX_VALUE_CHARACTERS);
}
