import type { JsonObject } from '../json.ts';
import { readComfyGraph } from './comfy-graph.ts';
import { isObject, parseJsonObject } from './liberal-json.ts';
import { JPEG_COMMENT, type PictureMetadata, type PlacedText } from './picture-metadata.ts';

/** Parameters of an image generator, as the file holds them. */
export interface GeneratorParameters {
  readonly tool: string;
  readonly place: string;
  /** The text that the picture was asked for; empty where it is not told apart. */
  readonly prompt: string;
  /** False for a graph without a generating node: it may only have resized or cut out a photo. */
  readonly isGeneration: boolean;
}

/**
 * The line that Stable Diffusion WebUI, Forge and SD.Next write under the prompt; the order of its fields differs.
 * Patterns repeat within bounds only, since a text is up to megabytes and made by anyone.
 */
const STEPS_FIELD = /(^|[\n,])[ \t]{0,8}Steps: \d/;
const OTHER_FIELDS = [/\bSampler: \w/, /\bCFG scale: [\d.]/i, /\bSeed: -?\d/, /\bModel( hash)?: \S/, /\bSize: \d+x\d+/];
const NEEDED_OTHER_FIELDS = 2;
/** One of them: a recipe and a set of instructions have steps, a size and a model as well. */
const SAMPLING_FIELD = /\b(Sampler: \w|CFG scale: [\d.]|Model hash: \S)/i;
/** Parameters of the JSON writers (NovelAI, Fooocus and its forks, InvokeAI, Draw Things), each with its names; three make a record. */
const JSON_PARAMETERS = [
  ['prompt', 'positiveprompt', 'fullprompt', 'c'],
  ['negativeprompt', 'negative', 'uc', 'fullnegativeprompt'],
  ['steps', 'numinferencesteps'],
  ['sampler', 'samplername', 'scheduler'],
  ['seed', 'noiseseed'],
  ['cfg', 'cfgscale', 'scale', 'guidancescale', 'guidance'],
  ['basemodel', 'basemodelname', 'model', 'modelweights', 'modelhash'],
];
const NEEDED_JSON_PARAMETERS = 3;
/** Camera and fitness apps write JSON with a model, a scale or steps; only generators have words beside them. */
const WORDS = ['prompt', 'positiveprompt', 'fullprompt', 'negativeprompt', 'uc', 'fullnegativeprompt'];
/** Only generators count steps or name a sampler. */
const GENERATOR_ONLY = ['steps', 'numinferencesteps', 'sampler', 'samplername', 'scheduler'];
/** InvokeAI's oldest form is a command line: `"prompt" -s 50 -S 2785 -W 512 …`. */
const DREAM_OPTIONS = [/ -s ?\d/, / -S ?\d/];
/** Midjourney: options of its own after the prompt, then the job's id; a print job has an id and options too. */
const MIDJOURNEY_JOB = /\bJob ID: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/i;
const MIDJOURNEY_OPTION =
  /\s--(v|version|niji|ar|aspect|s|stylize|style|q|quality|c|chaos|w|weird|iw|sref|sw|sv|cref|cw|oref|ow|p|profile|raw|tile|seed|stop|no|exp|hd|draft)\b/;
/** Names of XMP for EXIF's UserComment and ImageDescription (Exif in XMP, CIPA DC-010). */
const XMP_COMMENTS = ['UserComment', 'description', 'ImageDescription'];
const MAX_NESTING = 3;

/**
 * Generation records in the texts of a file: parameters of the Stable Diffusion family, ComfyUI, SwarmUI, InvokeAI,
 * Fooocus, NovelAI and Midjourney. A record is recognised by its content and not by the name of its field, since
 * writers put the same text into PNG chunks, EXIF comments and camera fields.
 */
export function findGeneratorParameters(metadata: PictureMetadata): GeneratorParameters[] {
  const texts = [
    ...metadata.texts.filter(({ source, place }) => source !== 'app' && place !== JPEG_COMMENT),
    ...xmpComments(metadata),
  ];
  const isNovelAi = texts.some(({ text }) => /^NovelAI\b/.test(text));
  return texts.map((placed) => parametersOf(placed, isNovelAi)).filter((found) => found !== null);
}

/** EXIF's comment and description as XMP has them: Draw Things writes only these, and editors copy the one into the other. */
function xmpComments({ xmp }: PictureMetadata): PlacedText[] {
  return xmp.flatMap(({ place, properties }) =>
    properties
      .filter(({ name, within }) => within.length === 0 && XMP_COMMENTS.includes(name))
      .map(({ name, value }) => ({ source: 'exif' as const, field: name, place: `${place} ${name}`, text: value })),
  );
}

/** The record that one text holds; null for any other text. */
export function parametersOf(placed: PlacedText, isNovelAi = false): GeneratorParameters | null {
  const { place, text, field } = placed;
  const found = (tool: string, prompt: string, isGeneration = true): GeneratorParameters => ({
    tool,
    place,
    prompt,
    isGeneration,
  });
  const otherFields = STEPS_FIELD.test(text) ? OTHER_FIELDS.filter((pattern) => pattern.test(text)).length : 0;
  if (otherFields >= NEEDED_OTHER_FIELDS && SAMPLING_FIELD.test(text))
    return found('Stable Diffusion', promptBefore(text));
  if (MIDJOURNEY_JOB.test(text) && MIDJOURNEY_OPTION.test(text))
    return found('Midjourney', text.split(/\s--|\sJob ID:/)[0] ?? '');
  if (field === 'Dream' && DREAM_OPTIONS.every((option) => option.test(text)))
    return found('InvokeAI', text.split(/"\s-/)[0]?.replace(/^"/, '') ?? '');
  const json = text.includes('{') ? parseJsonObject(text) : null;
  if (!json) return null;
  const graph = readComfyGraph(json);
  if (graph?.isGeneration) return found('ComfyUI', graph.prompt);
  const record = samplingRecord(json, 0);
  if (record) return found(graph ? 'ComfyUI' : toolOf(field, json, isNovelAi), record.prompt);
  return graph && found('ComfyUI', graph.prompt, false);
}

/** The prompt stands before its negative, or before the line of parameters. */
function promptBefore(text: string): string {
  return (text.split(/\n?Negative prompt: |(?:^|\n)[ \t]{0,8}Steps: \d/)[0] ?? '').trim();
}

function toolOf(field: string, json: JsonObject, isNovelAi: boolean): string {
  if ('sui_image_params' in json) return 'SwarmUI';
  if (isNovelAi) return 'NovelAI';
  if (/^(invokeai_|sd-metadata)/.test(field)) return 'InvokeAI';
  if (json.software === 'RuinedFooocus') return 'RuinedFooocus';
  return 'base_model_hash' in json || 'adm_guidance' in json ? 'Fooocus' : 'Stable Diffusion';
}

/** An object with enough of the parameters, at the top or inside (SwarmUI and old InvokeAI wrap it, NovelAI quotes it). */
function samplingRecord(json: JsonObject, nesting: number): { prompt: string } | null {
  const names = new Map(
    Object.entries(json).map(([name, value]) => [name.toLowerCase().replace(/[\s_-]/g, ''), value]),
  );
  const present = JSON_PARAMETERS.filter((aliases) => aliases.some((alias) => names.has(alias))).length;
  const hasAny = (wanted: readonly string[]): boolean => wanted.some((name) => names.has(name));
  if (present >= NEEDED_JSON_PARAMETERS && hasAny(GENERATOR_ONLY) && hasAny(WORDS)) {
    const [promptNames] = JSON_PARAMETERS;
    const prompt = promptNames?.map((name) => names.get(name)).find((value) => value !== undefined);
    return { prompt: typeof prompt === 'string' ? prompt : '' };
  }
  if (nesting === MAX_NESTING) return null;
  for (const value of Object.values(json)) {
    const inner = typeof value === 'string' && value.startsWith('{') ? parseJsonObject(value) : value;
    const record = isObject(inner ?? undefined) ? samplingRecord(inner as JsonObject, nesting + 1) : null;
    if (record) return record;
  }
  return null;
}
