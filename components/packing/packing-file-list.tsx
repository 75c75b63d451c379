import type { PackingFile } from '../../utils/cases/packing-files.ts';
import { formatBytes } from '../../utils/text/format-bytes.ts';
import { formatTime } from '../../utils/text/format-time.ts';
import { plainLine } from '../../utils/text/plain-line.ts';
import { ConfirmButton } from '../controls/confirm-button.tsx';
import { FilePicture } from '../controls/file-picture.tsx';
import { useText } from '../controls/text-context.ts';

const MAX_NAME_CHARACTERS = 40;

interface PackingFileListProps {
  readonly files: readonly PackingFile[];
  /** Hands the file out again, byte for byte. */
  readonly onSave: (file: PackingFile) => void;
  readonly onDelete: (file: PackingFile) => void;
}

/** Packing files of one order, each with its time of arrival and its hash. */
export function PackingFileList({ files, onSave, onDelete }: PackingFileListProps) {
  const text = useText();
  return (
    <ul className="packing-files">
      {files.map((file) => {
        const name = plainLine(file.name, MAX_NAME_CHARACTERS);
        return (
          <li key={file.sha256} className="packing-file">
            <div className="packing-file-picture">
              {file.media === 'video' ? (
                <span className="file-thumbnail-empty">{text.t('newCheck.video')}</span>
              ) : (
                <FilePicture blob={file.image.blob} />
              )}
            </div>
            <div className="packing-file-facts">
              <bdi title={plainLine(file.name, 300)}>{name}</bdi>
              <span className="muted">
                {text.t('packing.arrivedAt', { time: formatTime(file.image.receivedAt, text.language) })} ·{' '}
                {formatBytes(file.image.sizeBytes, text.language)}
              </span>
              <code className="hash">SHA-256 {file.sha256}</code>
              <div className="button-row">
                <button
                  type="button"
                  className="button is-quiet"
                  aria-label={text.t('packing.saveNamed', { name })}
                  onClick={() => onSave(file)}
                >
                  {text.t('packing.save')}
                </button>
                <ConfirmButton
                  label={text.t('packing.delete')}
                  warning={text.t('packing.deleteConfirm')}
                  onConfirm={() => onDelete(file)}
                />
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
