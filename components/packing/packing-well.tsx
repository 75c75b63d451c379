import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import { filesOfDrop } from '../controls/files-of-drop.ts';
import { useText } from '../controls/text-context.ts';
import type { PackingProps } from './packing-props.ts';

interface PackingWellProps {
  /** Why files cannot be taken at present; null where they can. */
  readonly closedBecause: string | null;
  readonly isBusy: boolean;
  readonly onAdd: PackingProps['onAdd'];
}

/** A place for photos and videos of packing: by picking, dropping, or pasting while it has the focus. */
export function PackingWell({ closedBecause, isBusy, onAdd }: PackingWellProps) {
  const text = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const isOpen = closedBecause === null && !isBusy;
  const add = (files: readonly File[], unread: readonly RefusedFile[] = []): void => {
    if (isOpen && files.length + unread.length > 0) onAdd(files, unread);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    void filesOfDrop(event.dataTransfer).then(({ files, refused }) => add(files, refused));
  };
  const paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    add(files);
  };
  return (
    <section
      className="file-well packing-well"
      aria-label={text.t('packing.add')}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={paste}
    >
      <p className="muted">{text.t('packing.hint')}</p>
      <div className="button-row">
        <button type="button" className="button" disabled={!isOpen} onClick={() => picker.current?.click()}>
          {text.t('packing.choose')}
        </button>
        <span className="muted">{closedBecause ?? text.t('packing.drop')}</span>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept="image/*,video/*,.heic,.heif,.avif"
        data-picker="packing"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file picked again has to be heard too.
          currentTarget.value = '';
          add(files);
        }}
      />
      <p role="status">{isBusy ? text.t('packing.adding') : ''}</p>
    </section>
  );
}
