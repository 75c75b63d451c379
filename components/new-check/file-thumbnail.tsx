import { useEffect, useRef, useState } from 'react';
import type { HandedFile } from '../../utils/cases/handed-file.ts';
import { formatBytes } from '../../utils/text/format-bytes.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { useText } from '../controls/text-context.ts';
import { decodeThumbnail } from './decode-thumbnail.ts';

const MAX_NAME_CHARACTERS = 28;

interface FileThumbnailProps {
  readonly file: HandedFile;
  readonly onRemove: (sha256: string) => void;
}

/** One file of a well: what it looks like, its name and size, and the way out. */
export function FileThumbnail({ file, onRemove }: FileThumbnailProps) {
  const text = useText();
  const name = plainLine(file.name, MAX_NAME_CHARACTERS);
  return (
    <li className="file-thumbnail">
      {file.media === 'video' ? (
        <span className="file-thumbnail-empty">{text.t('newCheck.video')}</span>
      ) : (
        <Thumbnail file={file} />
      )}
      <bdi title={plainLine(file.name, 300)}>{name}</bdi>
      <span className="muted">{formatBytes(file.blob.size, text.language)}</span>
      <button
        type="button"
        className="button is-quiet"
        aria-label={text.t('newCheck.removeNamed', { name })}
        onClick={() => onRemove(file.sha256)}
      >
        {text.t('newCheck.remove')}
      </button>
    </li>
  );
}

function Thumbnail({ file }: { readonly file: HandedFile }) {
  const text = useText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [state, setState] = useState<'loading' | 'shown' | 'none'>('loading');

  useEffect(() => {
    let isWanted = true;
    void decodeThumbnail(file.blob).then((bitmap) => {
      if (isWanted && bitmap && canvas.current) {
        canvas.current.width = bitmap.width;
        canvas.current.height = bitmap.height;
        canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0);
      }
      if (isWanted) setState(bitmap ? 'shown' : 'none');
      bitmap?.close();
    });
    return () => {
      isWanted = false;
    };
  }, [file.blob]);

  if (state === 'none') return <span className="file-thumbnail-empty">{text.t('picture.noPreview')}</span>;
  return <canvas ref={canvas} data-loading={state === 'loading'} />;
}
