import type { ClipboardEvent, DragEvent, ReactNode } from 'react';
import type { RefusedFile } from '../../utils/cases/handed-file.ts';
import { FileButton } from './file-button.tsx';
import { filesOfDrop } from './files-of-drop.ts';

interface PictureDropProps {
  /** What may be handed over here. */
  readonly children: ReactNode;
  readonly choose: string;
  /** What became of the files that were handed over last. */
  readonly status: ReactNode;
  readonly takesVideos?: boolean;
  /** `unread`: what else was handed over, and could not be read. */
  readonly onFiles: (files: readonly File[], unread: readonly RefusedFile[]) => void;
}

/** What browsers on Windows know no type for. */
const NEWER_PICTURES = '.heic,.heif,.avif';

/** A place that takes files: chosen, dropped or pasted. */
export function PictureDrop({ children, choose, status, takesVideos = false, onFiles }: PictureDropProps) {
  const take = (files: readonly File[], unread: readonly RefusedFile[] = []): void => {
    if (files.length + unread.length > 0) onFiles(files, unread);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void filesOfDrop(event.dataTransfer).then(({ files, refused }) => take(files, refused));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop and paste; the button in it does the same
    <div
      className="listing-drop"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: pasting needs the focus
      tabIndex={0}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onPaste={(event: ClipboardEvent) => take([...event.clipboardData.files])}
    >
      <p className="muted">{children}</p>
      <FileButton
        label={choose}
        accept={`${takesVideos ? 'image/*,video/*' : 'image/*'},${NEWER_PICTURES}`}
        isMultiple
        onFiles={take}
      />
      <p role="status">{status}</p>
    </div>
  );
}
