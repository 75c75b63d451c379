import { describe, expect, it } from 'vitest';
import { parametersOf } from '../../../../utils/checks/metadata/generator-parameters.ts';

const of = (text: string, field = 'UserComment') =>
  parametersOf({ source: 'exif', field, place: `EXIF ${field}`, text });
const JOB = 'Job ID: 0f8fad5b-d9cb-469f-a165-70867728950e';

describe('generator parameters', () => {
  it.each([
    [
      'WebUI',
      'a cup\nNegative prompt: x\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1',
      'Stable Diffusion',
      'a cup',
    ],
    [
      'SD.Next',
      'a cup\nNegative prompt: x\nSteps: 20, Size: 1024x1024, Sampler: Euler a, Seed: 5',
      'Stable Diffusion',
      'a cup',
    ],
    ['no prompt', 'Steps: 20, Sampler: Euler a, CFG scale: 7', 'Stable Diffusion', ''],
    ['Midjourney', `a cup on a table --ar 3:2 --v 5.2 ${JOB}`, 'Midjourney', 'a cup on a table'],
    ['SwarmUI', '{"sui_image_params":{"prompt":"a cup","steps":20,"seed":1,"cfgscale":7}}', 'SwarmUI', 'a cup'],
    [
      'quoted JSON',
      '{"Comment":"{\\"prompt\\":\\"a cup\\",\\"steps\\":28,\\"seed\\":1}"}',
      'Stable Diffusion',
      'a cup',
    ],
    [
      'InvokeAI',
      '{"positive_prompt":"a cup","negative_prompt":"","seed":2,"cfg_scale":7.5,"steps":30}',
      'Stable Diffusion',
      'a cup',
    ],
    ['Draw Things', '{"c":"a cup","uc":"bad","sampler":"DPM++ 2M","scale":5,"steps":20}', 'Stable Diffusion', 'a cup'],
    ['Fooocus', '{"base_model_hash":"a","prompt":"a cup","sampler":"x","steps":30}', 'Fooocus', 'a cup'],
    [
      'ComfyUI',
      'prompt:{"3":{"class_type":"KSampler","inputs":{"cfg":NaN,"positive":["6",0]}},"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a cup"}}}',
      'ComfyUI',
      'a cup',
    ],
    [
      'ComfyUI editor',
      '{"nodes":[{"type":"KSampler","widgets_values":[1]},{"type":"CLIPTextEncode","widgets_values":["a cup"]}],"links":[]}',
      'ComfyUI',
      'a cup',
    ],
  ])('of %s are read', (_name, text, tool, prompt) => {
    expect(of(text)).toMatchObject({ tool, prompt, isGeneration: true });
  });

  it.each([
    'ImageScale',
    'ImageResampler',
    'LoadImageNode',
    'SaveImageNamed',
    'LumaKeyMask',
    'ImageEditCropNode',
    'InpaintCropImproved',
    'GeminiNode',
    'ImageUpscaleWithModel',
    'StabilityUpscaleConservativeNode',
    'RecraftRemoveBackgroundNode',
    'DalleCaption',
  ])('of a graph that puts a photo through %s are no generation', (type) => {
    const graph = `{"1":{"class_type":"LoadImage","inputs":{}},"2":{"class_type":"${type}","inputs":{}}}`;
    expect(of(graph)).toMatchObject({ tool: 'ComfyUI', isGeneration: false });
  });

  it.each([
    'KSamplerAdvanced',
    'SamplerCustom',
    'ImagenTextToImage',
    'Imagen4Node',
    'GeminiImageNode',
    'LumaImageNode',
    'InpaintModelConditioning',
  ])('of a graph with %s are generation', (type) =>
    expect(of(`{"1":{"class_type":"${type}","inputs":{}}}`)).toMatchObject({ isGeneration: true }),
  );

  it.each([
    ['a recipe', 'Steps: 3\nSize: large, serves four'],
    ['a print job', JOB],
    ['a camera app', '{"model":"M2102","scale":1.0,"filter":"none","seed":0}'],
    ['a node list of something else', '{"nodes":[{"type":"KSampler"}]}'],
    ['a description', 'Cup with a crack. Model: X200, Size: 30x40, bought in May'],
    ['a recipe with sizes', 'Cake\nSteps: 5, Size: 20x20, Model: baking tin'],
    ['a print job with options', `flyer.pdf --copies 2 ${JOB}`],
    ['an order with options', `"Mug" --large order ${JOB}`],
    ['a fitness app', '{"steps":6412,"model":"Band 8","scale":1,"seed":3}'],
    ['a washing machine', '{"steps":3,"model":"W-12","cfg":"eco","scheduler":"night"}'],
    ['megabytes of line breaks', '\n '.repeat(2_000_000)],
    ['megabytes of options', ' -s 1'.repeat(800_000)],
    ['nothing', ''],
  ])('are not seen in %s', (_name, text) => {
    expect(of(text)).toBeNull();
    expect(of(text, 'Dream')).toBeNull();
  });
});
