import type { ContainerPart } from '../containers/container.ts';
import {
  type BlockProblem,
  MAX_BLOCK_BYTES,
  MAX_BLOCKS,
  MAX_TOTAL_BLOCK_BYTES,
  type MetadataBlock,
  type MetadataBlocks,
} from './metadata-block.ts';

/** Gathers the blocks of one file within the limits; what does not fit is a problem, never an error. */
export class BlockCollector {
  readonly #blocks: MetadataBlock[] = [];
  readonly #problems = new Set<BlockProblem>();
  #spentBytes = 0;

  add(block: MetadataBlock): void {
    // A manifest store is not read here, only its place, so its size costs nothing.
    this.addJoined(block.kind === 'c2pa' ? 0 : block.bytes.length, () => block);
  }

  /** Adds a block of `sizeBytes` that is only made when it fits. */
  addJoined(sizeBytes: number, make: () => MetadataBlock): void {
    if (this.#blocks.length === MAX_BLOCKS) this.addProblem('too-many-blocks');
    else if (sizeBytes > this.allowedBytes()) this.addProblem('text-too-large');
    else {
      this.#spentBytes += sizeBytes;
      this.#blocks.push(make());
    }
  }

  /** The largest block that still fits. */
  allowedBytes(): number {
    return Math.min(MAX_BLOCK_BYTES, MAX_TOTAL_BLOCK_BYTES - this.#spentBytes);
  }

  /** Counts work that came to nothing, so that a thousand bombs cost no more than one. */
  spend(sizeBytes: number): void {
    this.#spentBytes = Math.min(MAX_TOTAL_BLOCK_BYTES, this.#spentBytes + sizeBytes);
  }

  addProblem(problem: BlockProblem): void {
    this.#problems.add(problem);
  }

  finish(): MetadataBlocks {
    return { blocks: this.#blocks, problems: [...this.#problems] };
  }
}

/** The range of a part from the start of its header to the end of its content. */
export function rangeOf(part: ContainerPart): readonly [number, number] {
  return [part.offset, part.dataOffset + part.sizeBytes - part.offset];
}
