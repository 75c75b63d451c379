import type { ClipboardEvent, DragEvent, ReactNode } from 'react';
import { FileButton } from './file-button.tsx';

interface PictureDropProps {
  /** What may be handed over here. */
  readonly children: ReactNode;
  readonly choose: string;
  /** What became of the files that were handed over last. */
  readonly status: ReactNode;
  readonly takesVideos?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A place that takes files: chosen, dropped or pasted. */
export function PictureDrop({ children, choose, status, takesVideos = false, onFiles }: PictureDropProps) {
  const take = (files: readonly File[]): void => {
    if (files.length > 0) onFiles(files);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
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
      <FileButton label={choose} accept={takesVideos ? 'image/*,video/*' : 'image/*'} isMultiple onFiles={onFiles} />
      <p role="status">{status}</p>
    </div>
  );
}
