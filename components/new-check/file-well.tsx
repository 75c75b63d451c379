import { type DragEvent, useId, useRef, useState } from 'react';
import type { PictureRole } from '../../utils/cases/case.ts';
import type { HandedFile, RefusedFile } from '../../utils/cases/handed-file.ts';
import { filesOfDrop, inOrderOfNames } from '../controls/files-of-drop.ts';
import { useText } from '../controls/text-context.ts';
import { FileThumbnail } from './file-thumbnail.tsx';

interface FileWellProps {
  readonly role: PictureRole;
  readonly files: readonly HandedFile[];
  /** Whether a paste goes here. */
  readonly isPasteTarget: boolean;
  readonly onTarget: (role: PictureRole) => void;
  readonly onAdd: (role: PictureRole, files: readonly File[], unread?: readonly RefusedFile[]) => void;
  readonly onRemove: (role: PictureRole, sha256: string) => void;
}

/** A place to put pictures into: by picking files or a folder, by dropping, by pasting. */
export function FileWell({ role, files, isPasteTarget, onTarget, onAdd, onRemove }: FileWellProps) {
  const text = useText();
  const heading = useId();
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const add = (added: FileList | null): void => {
    if (!added || added.length === 0) return;
    const files = [...added];
    // A folder's files come as its disk has them; chosen ones as they were chosen, without a path.
    onAdd(
      role,
      files.sort((a, b) => inOrderOfNames(a.webkitRelativePath, b.webkitRelativePath)),
    );
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    void filesOfDrop(event.dataTransfer).then(({ files, refused }) => onAdd(role, files, refused));
  };
  return (
    <section
      className="file-well"
      aria-labelledby={heading}
      data-role={role}
      data-over={isOver}
      data-paste-target={isPasteTarget}
      onFocus={() => onTarget(role)}
      onPointerDown={() => onTarget(role)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3 id={heading}>{text.t(`newCheck.${role}`, { count: files.length })}</h3>
      <p className="muted">{text.t(`newCheck.${role}.hint`)}</p>
      <div className="button-row">
        <button type="button" className="button" onClick={() => fileInput.current?.click()}>
          {text.t(`newCheck.${role}.pick`)}
        </button>
        <button type="button" className="button" onClick={() => folderInput.current?.click()}>
          {text.t('newCheck.pickFolder')}
        </button>
        <span className="muted">{text.t(isPasteTarget ? 'newCheck.dropOrPaste' : 'newCheck.drop')}</span>
      </div>
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        accept={role === 'evidence' ? 'image/*,video/*,.heic,.heif,.avif' : 'image/*,.heic,.heif,.avif'}
        data-picker={role}
        onChange={(event) => {
          add(event.target.files);
          // The same file picked again has to be heard too.
          event.target.value = '';
        }}
      />
      <input
        ref={folderInput}
        type="file"
        hidden
        {...{ webkitdirectory: '' }}
        onChange={(event) => {
          add(event.target.files);
          event.target.value = '';
        }}
      />
      {files.length > 0 && (
        <ul className="file-thumbnails">
          {files.map((file) => (
            <FileThumbnail key={file.sha256} file={file} onRemove={(sha256) => onRemove(role, sha256)} />
          ))}
        </ul>
      )}
    </section>
  );
}
