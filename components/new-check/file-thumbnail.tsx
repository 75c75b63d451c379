import type { HandedFile } from '../../utils/cases/handed-file.ts';
import { formatBytes } from '../../utils/text/format-bytes.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { FilePicture } from '../controls/file-picture.tsx';
import { useText } from '../controls/text-context.ts';

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
        <FilePicture blob={file.blob} />
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
