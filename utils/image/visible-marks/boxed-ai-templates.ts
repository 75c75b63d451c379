/** One template: width by height of its box, and 20 rows of 40 cells, four to a hexadecimal digit, 1 for the box's ink. */
export interface BoxedAiTemplate {
  readonly aspect: number;
  readonly bits: string;
}

export const TEMPLATE_COLUMNS = 40;
export const TEMPLATE_ROWS = 20;

/** Drawn by scripts/draw-boxed-ai-templates.mjs; not to be edited by hand. */
export const BOXED_AI_TEMPLATES: readonly BoxedAiTemplate[] = [
  {
    aspect: 1,
    bits: '01ffffff800ffffffff03ffffffffc7ffffffffefffffffffffffc3fc3fffff81fc3fffff11fc3fffff18fc3ffffe387c3ffffc3c7c3ffffc003c3ffff87e1c3ffff0fe1c3ffff1ff1e3ffffffffffff7ffffffffe3ffffffffc0ffffffff001ffffff80',
  },
  {
    aspect: 1,
    bits: '01ffffff800ffffffff03ffffffffc7ffffffffeffe03ff07fffc01ff07fffc21ff07fff860ff07fff070ff07fff0f07f07ffe0f83f07ffc0003f07ffc0001f07ff83fe0f07ff07fe0f07ff07ff0707f7ffffffffe3ffffffffc0ffffffff001ffffff80',
  },
  {
    aspect: 1.35,
    bits: '03ffffffc01ffffffff83ffffffffc7ffffffffefffffffffffffe3f9ffffffe1f9ffffffc0f9ffffffccf9ffffff8c79ffffff8c79ffffff0039ffffff1e39fffffe3f19fffffe7f39fffffffffffff7ffffffffe3ffffffffc1ffffffff803ffffffc0',
  },
  {
    aspect: 1.35,
    bits: '03ffffffc01ffffffff83ffffffffc7ffffffffefff83fc3fffff81fc3fffff11fc3fffff18fc3ffffe18fc3ffffe387c3ffffc3c7c3ffffc003c3ffff8003c3ffff87e1c3ffff0fe1c3ffff0ff0c3ff7ffffffffe3ffffffffc1ffffffff803ffffffc0',
  },
  {
    aspect: 1.8,
    bits: '0ffffffff01ffffffff87ffffffffe7ffffffffeffffffffffffff9f7fffffff1e3fffffff4e7ffffffe4e7ffffffe6e7ffffffe667ffffffc067ffffffce67ffffffcf23ffffffdf37fffffffffffff7ffffffffe7ffffffffc1ffffffff80ffffffff0',
  },
  {
    aspect: 1.8,
    bits: '0ffffffff01ffffffff87ffffffffe7ffffffffefffe1f9ffffffe1f9ffffffc0f9ffffffc8f9ffffffccf9ffffff8c79ffffff9c79ffffff8079ffffff0039ffffff1e39fffffe3f39fffffe3f19fff7ffffffffe7ffffffffc1ffffffff80ffffffff0',
  },
  {
    aspect: 2.3,
    bits: '1ffffffff83ffffffffc7ffffffffe7ffffffffeffffffffffffff9effffffff9effffffff8effffffff2effffffff6effffffff66ffffffff06fffffffe66fffffffe76fffffffef6ffffffffffffff7ffffffffe7ffffffffe3ffffffffc1ffffffff8',
  },
  {
    aspect: 2.3,
    bits: '1ffffffff83ffffffffc7ffffffffe7ffffffffeffff1f3fffffff1f3ffffffe0f3ffffffe4f3ffffffe4f3ffffffe473ffffffce73ffffffc073ffffffc073ffffffce33ffffff9f33ffffff9f33fff7ffffffffe7ffffffffe3ffffffffc1ffffffff8',
  },
  {
    aspect: 1,
    bits: '01ffffff800ffffffff03ffffffffc7ffffffffefffffffffffff83ff0fffff01fe0ffffe00fe0ffffc10fe0ffff8387e0ffff8783e0ffff0001e0fffe0001e0fffc1fe0e0fffc3ff0f0ffffffffffff7ffffffffe3ffffffffc0ffffffff001ffffff80',
  },
  {
    aspect: 1,
    bits: '01ffffff800ffffffff03ffffffffc7ffffffffeff803ffc0fff801ffc0fff001ffc0ffe040ffc0ffc0e07fc0ffc0f03fc0ff81f03fc0ff01f81fc0fe00000fc0fe000007c0fc0ffe07c0f80fff03c0f7ffffffffe3ffffffffc0ffffffff001ffffff80',
  },
  {
    aspect: 1.35,
    bits: '03ffffffc01ffffffff83ffffffffc7ffffffffefffffffffffffe3fc7fffffc1f87fffff80f87fffff88f87fffff0c787fffff1c787ffffe00387ffffe00187ffffc7f187ffffc7f1c7ffffffffffff7ffffffffe3ffffffffc1ffffffff803ffffffc0',
  },
  {
    aspect: 1.35,
    bits: '03ffffffc01ffffffff83ffffffffc7ffffffffefff03fe0fffff01fe0ffffe00fe0ffffc10fe0ffffc307e0ffff8387e0ffff8783e0ffff0783e0ffff0001e0fffe0001e0fffe1fe0e0fffc1ff060ff7ffffffffe3ffffffffc1ffffffff803ffffffc0',
  },
  {
    aspect: 1.8,
    bits: '0ffffffff01ffffffff87ffffffffe7ffffffffeffffffffffffff1f3ffffffe1f1ffffffe0f1ffffffe4f1ffffffc471ffffffce71ffffff8071ffffff8031ffffff1f31ffffff9f33fffffffffffff7ffffffffe7ffffffffc1ffffffff80ffffffff0',
  },
  {
    aspect: 1.8,
    bits: '0ffffffff01ffffffff87ffffffffe7ffffffffefffc1f87fffffc1f87fffff80f87fffff88f87fffff88787fffff1c787fffff1c787ffffe1c387ffffe00387ffffc00187ffffc3e187ffffc7f187ff7ffffffffe7ffffffffc1ffffffff80ffffffff0',
  },
  {
    aspect: 2.3,
    bits: '1ffffffff83ffffffffc7ffffffffe7ffffffffeffffffffffffff9f7fffffff0e7fffffff0e7fffffff0e7ffffffe667ffffffe667ffffffe067ffffffc027ffffffcf27ffffffdf37fffffffffffff7ffffffffe7ffffffffe3ffffffffc1ffffffff8',
  },
  {
    aspect: 2.3,
    bits: '1ffffffff83ffffffffc7ffffffffe7ffffffffefffe1f1ffffffe1f1ffffffe0f1ffffffc0f1ffffffc4f1ffffffcc71ffffff8c71ffffff8c71ffffff8031ffffff0031ffffff1f31ffffff1f11fff7ffffffffe7ffffffffe3ffffffffc1ffffffff8',
  },
  {
    aspect: 1,
    bits: '03ffffffc01ffffffff83c0000003c700000000ee000000007e003c03c07e007e03c07e00ee03c07e00e703c07e01c783c07e03c383c07e03ffc3c07e0781e3c07e0f01e3c07e0e00e1c07e000000007700000000e3c0000003c1ffffffff803ffffffc0',
  },
  {
    aspect: 1,
    bits: '03ffffffc01ffffffff83c0000003c700000000ee01fc00f87e03fe00f87e03de00f87e079f00f87e0f8f00f87e0f0f80f87e1f07c0f87e3fffc0f87e3fffe0f87e7c01f0f87ef801f0f87ef800f8f87700000000e3c0000003c1ffffffff803ffffffc0',
  },
  {
    aspect: 1.35,
    bits: '07ffffffe03ffffffffc700000000e6000000006e000000007c001c06003c001e06003c003f06003c003306003c007386003c007386003c00ffc6003c00e1c6003c01c0e6003c0180c6003e0000000076000000006700000000e3ffffffffc07ffffffe0',
  },
  {
    aspect: 1.35,
    bits: '07ffffffe03ffffffffc700000000e6000000006e007c03c07c007e03c03c00ee03c03c00e703c03c01e703c03c01c783c03c03c383c03c03ffc3c03c07ffc3c03c0781e3c03c0f01e3c03e0f00f3c076000000006700000000e3ffffffffc07ffffffe0',
  },
  {
    aspect: 1.8,
    bits: '0ffffffff03ffffffffc6000000006c000000003c000000003c000608003c000e1c003c000b18003c001b18003c001918003c001998003c003f98003c003198003c0030dc003c0020c8003c000000003c00000000260000000063ffffffffc0ffffffff0',
  },
  {
    aspect: 1.8,
    bits: '0ffffffff03ffffffffc6000000006c000000003c001e06003c001e06003c003f06003c003706003c003306003c007386003c006386003c007f86003c00ffc6003c00e1c6003c01c0c6003c01c0e6003c00000000260000000063ffffffffc0ffffffff0',
  },
  {
    aspect: 2.3,
    bits: '1ffffffff87ffffffffe6000000006c000000003c0000000038000610001800061000180007100018000d10001800091000180009900018000f90001800199000180018900018001090001c000000003c00000000360000000067ffffffffe1ffffffff8',
  },
  {
    aspect: 2.3,
    bits: '1ffffffff87ffffffffe6000000006c000000003c000e0c0038000e0c0018001f0c0018001b0c0018001b0c0018001b8c001800318c0018003f8c0018003f8c00180031cc00180060cc001c0060cc003c00000000360000000067ffffffffe1ffffffff8',
  },
  {
    aspect: 1,
    bits: '03ffffffc01ffffffff83c0000003c700000000ee000000007e007c00f07e00fe01f07e01ff01f07e03ef01f07e07c781f07e0787c1f07e0fffe1f07e1fffe1f07e3e01f1f07e3c00f0f07e000000007700000000e3c0000003c1ffffffff803ffffffc0',
  },
  {
    aspect: 1,
    bits: '03ffffffc01ffffffff83c0000003c700000000ee07fc003ffe07fe003f7e0ffe003f7e1fbf003f7e3f1f803f7e3f0fc03f7e7e0fc03f7efe07e03f7ffffff03f7ffffff83f7ff001f83f7ff000fc3ff700000000e3c0000003c1ffffffff803ffffffc0',
  },
  {
    aspect: 1.35,
    bits: '07ffffffe03ffffffffc700000000e6000000006e000000007c001c03803c003e07803c007f07803c007707803c00f387803c00e387803c01ffc7803c01ffe7803c0380e7803c0380e3803e0000000076000000006700000000e3ffffffffc07ffffffe0',
  },
  {
    aspect: 1.35,
    bits: '07ffffffe03ffffffffc700000000e6000000006e00fc01f07c00fe01f03c01ff01f03c03ef01f03c03cf81f03c07c781f03c0787c1f03c0f87c1f03c0fffe1f03c1fffe1f03c1e01f1f03e3e00f9f076000000006700000000e3ffffffffc07ffffffe0',
  },
  {
    aspect: 1.8,
    bits: '0ffffffff03ffffffffc6000000006c000000003c000000003c000e0c003c001e0e003c001f0e003c001b0e003c003b8e003c00318e003c007f8e003c007fce003c00e0ce003c0060cc003c000000003c00000000260000000063ffffffffc0ffffffff0',
  },
  {
    aspect: 1.8,
    bits: '0ffffffff03ffffffffc6000000006c000000003c003e07803c003e07803c007f07803c007707803c007787803c00e387803c00e387803c01e3c7803c01ffc7803c03ffe7803c03c1e7803c0380e7803c00000000260000000063ffffffffc0ffffffff0',
  },
  {
    aspect: 2.3,
    bits: '1ffffffff87ffffffffe6000000006c000000003c00000000380006080018000f180018000f180018000f18001800199800180019980018001f980018003fd800180030d800180020c8001c000000003c00000000360000000067ffffffffe1ffffffff8',
  },
  {
    aspect: 2.3,
    bits: '1ffffffff87ffffffffe6000000006c000000003c001e0e0038001e0e0018001f0e0018003f0e0018003b0e001800338e001800738e001800738e0018007fce001800ffce001800e0ce001c00e0ee003c00000000360000000067ffffffffe1ffffffff8',
  },
];
