import type { PictureMetadata } from './picture-metadata.ts';

/** Programs whose name in a file says that it passed through an editor, which honest people do every day. */
const EDITORS =
  /photoshop|lightroom|gimp|snapseed|picsart|capcut|meitu|美图|醒图|剪映|retouch|pixelmator|affinity|canva|paint\.net|vsco|facetune|beautyplus|b612|krita|photoscape|polarr|figma|美颜|黄油相机|轻颜/i;
const MAX_EDITORS = 4;

/** Editors named in EXIF Software, PNG Software or XMP CreatorTool. */
export function findEditorSoftware(metadata: PictureMetadata): { readonly place: string; readonly software: string }[] {
  const named = [
    ...metadata.texts
      .filter(({ source, field }) => source !== 'app' && /^Software$/i.test(field))
      .map(({ place, text }) => ({ place, software: text.trim() })),
    ...metadata.xmp.flatMap(({ place, properties }) =>
      properties
        .filter(({ name, within }) => name === 'CreatorTool' && within.length === 0)
        .map(({ value }) => ({ place: `${place} CreatorTool`, software: value.trim() })),
    ),
  ].filter(({ software }) => EDITORS.test(software));
  return named
    .filter((entry, index) => named.findIndex((other) => other.software === entry.software) === index)
    .slice(0, MAX_EDITORS);
}
