import type { JsonObject, JsonValue } from '../json.ts';
import { isObject, parseJsonObject } from './liberal-json.ts';

export interface ComfyGraph {
  /** The text behind a sampler's positive input, else the first text that a node encodes; empty where there is none. */
  readonly prompt: string;
  /** A node samples a diffusion model or calls a generating service. */
  readonly isGeneration: boolean;
}

/**
 * Node types that generate. A graph without one may have scaled, cut out or saved a photo, which is no generation. Names
 * that are part of ordinary ones are bounded: resampler, ImageNode (imagen), LumaKey, a chat with Gemini.
 */
const GENERATING_NODE =
  /(?<!re)sampler|checkpoint|unet|diffusion|flux|txt2img|img2img|text.?to.?image|image.?edit(?!or|crop)|inpaint(?!.?(mask|crop))|dall.?e|gemini.{0,8}image|gpt.?image|ideogram|imagen(?![a-z])|imagen.?\d|kling|luma.?(image|video|photon)|recraft|runway|seedream|stability|qwen.?image|wan.?image|hunyuan/i;
/** Services also enlarge, cut out and trace; that is no generation. */
const SERVICE_TOOL = /upscale|remove.?(background|bg)|vectori[sz]e|describe|caption/i;

/**
 * Recognises a ComfyUI graph: in API form (`{id: {class_type, inputs}}`) or as saved by the editor (`{nodes: [{type}]}`),
 * bare or under `prompt` and `workflow`.
 */
export function readComfyGraph(json: JsonObject): ComfyGraph | null {
  for (const candidate of [json, nested(json.prompt), nested(json.workflow)]) {
    const nodes = candidate ? nodesOf(candidate) : [];
    if (!candidate || nodes.length === 0) continue;
    return {
      prompt: positivePrompt(candidate) || (nodes.find(({ text }) => text !== '')?.text ?? ''),
      isGeneration: nodes.some(({ type }) => GENERATING_NODE.test(type) && !SERVICE_TOOL.test(type)),
    };
  }
  return null;
}

function nested(value: JsonValue | undefined): JsonObject | null {
  if (typeof value === 'string') return parseJsonObject(value);
  return isObject(value) ? value : null;
}

function nodesOf(graph: JsonObject): { type: string; text: string }[] {
  if (Array.isArray(graph.nodes)) {
    const nodes = (graph.nodes as readonly JsonValue[]).filter(isObject);
    const isGraph = 'links' in graph || 'last_node_id' in graph;
    return isGraph ? nodes.map((node) => ({ type: textOf(node.type), text: firstText(node.widgets_values) })) : [];
  }
  return Object.values(graph)
    .filter(isObject)
    .filter((node) => typeof node.class_type === 'string')
    .map((node) => ({ type: textOf(node.class_type), text: isObject(node.inputs) ? textOf(node.inputs.text) : '' }));
}

/** Follows `positive: [node id, output]` of a sampler in API form; a negative prompt is what was *not* asked for. */
function positivePrompt(graph: JsonObject): string {
  for (const node of Object.values(graph)) {
    const link = isObject(node) && isObject(node.inputs) ? node.inputs.positive : undefined;
    const source = Array.isArray(link) ? graph[String((link as readonly JsonValue[])[0])] : undefined;
    const text = isObject(source) && isObject(source.inputs) ? textOf(source.inputs.text) : '';
    if (text) return text;
  }
  return '';
}

function firstText(widgets: JsonValue | undefined): string {
  return Array.isArray(widgets) ? textOf((widgets as readonly JsonValue[])[0]) : '';
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
