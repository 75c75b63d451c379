import type { Container } from '../containers/container.ts';
import { aviBlocks } from './avi-blocks.ts';
import { bmffBlocks } from './bmff-blocks.ts';
import { gifBlocks } from './gif-blocks.ts';
import { jpegBlocks } from './jpeg-blocks.ts';
import { matroskaBlocks } from './matroska-blocks.ts';
import type { MetadataBlocks } from './metadata-block.ts';
import { pngBlocks } from './png-blocks.ts';
import { tiffBlocks } from './tiff-blocks.ts';
import { webpBlocks } from './webp-blocks.ts';

/** The metadata of a file from every place where its format defines it, within the limits of metadata-block.ts. */
export function readMetadataBlocks(bytes: Uint8Array, container: Container): MetadataBlocks {
  switch (container.type) {
    case 'jpeg':
      return jpegBlocks(bytes, container);
    case 'png':
      return pngBlocks(bytes, container);
    case 'webp':
      return webpBlocks(bytes, container);
    case 'gif':
      return gifBlocks(bytes, container);
    case 'tiff':
      return tiffBlocks(bytes, container);
    case 'heic':
    case 'avif':
    case 'mp4':
      return bmffBlocks(bytes, container);
    case 'matroska':
      return matroskaBlocks(bytes, container);
    case 'avi':
      return aviBlocks(bytes, container);
  }
}
