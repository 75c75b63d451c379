import type { JsonObject, JsonValue } from '../checks/json.ts';
import { BackupProblem } from './backup-problem.ts';
import { decodeRecord, encodeRecord } from './record-codec.ts';

/** Bytes of a Blob that are read at a time. */
const DATA_BYTES = 1024 * 1024;
/** One byte for the kind, four for the length, big-endian. */
const FRAME_HEADER_BYTES = 5;
const KINDS = { head: 0x48, record: 0x52, data: 0x44, end: 0x45 } as const;
type Kind = keyof typeof KINDS;

interface Frame {
  readonly kind: Kind;
  readonly payload: Uint8Array<ArrayBuffer>;
}

export type Write = (bytes: Uint8Array) => Promise<void>;

/** Writes the first frame: what the backup is of. */
export async function writeHead(write: Write, head: JsonObject): Promise<void> {
  await writeFrame(write, 'head', new TextEncoder().encode(JSON.stringify(head)));
}

/** Writes one record: its JSON, then the bytes of its Blobs in order. */
export async function writeRecord(write: Write, store: string, value: unknown): Promise<void> {
  const { json, blobs } = encodeRecord(value);
  const record = { store, json, sizes: blobs.map(({ size }) => size) };
  await writeFrame(write, 'record', new TextEncoder().encode(JSON.stringify(record)));
  for (const blob of blobs) {
    for (let at = 0; at < blob.size; at += DATA_BYTES)
      await writeFrame(write, 'data', new Uint8Array(await blob.slice(at, at + DATA_BYTES).arrayBuffer()));
  }
}

/** Writes the last frame. */
export async function writeEnd(write: Write, counts: JsonObject): Promise<void> {
  await writeFrame(write, 'end', new TextEncoder().encode(JSON.stringify(counts)));
}

export type BackupPart =
  | { readonly kind: 'head'; readonly head: JsonObject }
  | { readonly kind: 'record'; readonly store: string; readonly value: unknown }
  | { readonly kind: 'end'; readonly counts: JsonObject };

/**
 * What `writeHead`, `writeRecord` and `writeEnd` wrote.
 * @throws BackupProblem where frames do not follow each other as they are written
 */
export async function* readParts(plain: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<BackupPart> {
  const frames = readFrames(plain);
  for (;;) {
    const frame = await nextFrame(frames);
    if (frame.kind === 'head') yield { kind: 'head', head: parse(frame) as JsonObject };
    else if (frame.kind === 'end') {
      yield { kind: 'end', counts: parse(frame) as JsonObject };
      return;
    } else if (frame.kind === 'record') {
      const { store, json, sizes } = parse(frame) as { store: string; json: JsonValue; sizes: readonly number[] };
      const blobs: Blob[] = [];
      for (const size of sizes) blobs.push(await readBlob(frames, size));
      yield { kind: 'record', store, value: decodeRecord({ json, blobs }) };
    } else throw new BackupProblem('backup-tampered');
  }
}

async function readBlob(frames: AsyncGenerator<Frame>, size: number): Promise<Blob> {
  // Each part becomes a Blob of its own at once, which the browser may keep on disk.
  const parts: Blob[] = [];
  for (let read = 0; read < size; ) {
    const { kind, payload } = await nextFrame(frames);
    if (kind !== 'data') throw new BackupProblem('backup-tampered');
    parts.push(new Blob([payload]));
    read += payload.length;
  }
  return new Blob(parts);
}

async function nextFrame(frames: AsyncGenerator<Frame>): Promise<Frame> {
  const { value, done } = await frames.next();
  if (done) throw new BackupProblem('backup-truncated');
  return value;
}

async function* readFrames(plain: AsyncIterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Frame> {
  let rest = new Uint8Array(0);
  for await (const chunk of plain) {
    const bytes = rest.length === 0 ? chunk : joined(rest, chunk);
    let at = 0;
    for (;;) {
      if (bytes.length - at < FRAME_HEADER_BYTES) break;
      const length = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(1);
      const end = at + FRAME_HEADER_BYTES + length;
      if (end > bytes.length) break;
      const kind = (Object.keys(KINDS) as Kind[]).find((name) => KINDS[name] === bytes[at]);
      if (!kind) throw new BackupProblem('backup-tampered');
      yield { kind, payload: bytes.slice(at + FRAME_HEADER_BYTES, end) };
      at = end;
    }
    rest = bytes.slice(at);
  }
}

async function writeFrame(write: Write, kind: Kind, payload: Uint8Array): Promise<void> {
  const header = new Uint8Array(FRAME_HEADER_BYTES);
  header[0] = KINDS[kind];
  new DataView(header.buffer).setUint32(1, payload.length);
  await write(header);
  await write(payload);
}

function parse({ payload }: Frame): JsonValue {
  return JSON.parse(new TextDecoder().decode(payload)) as JsonValue;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
