interface FileButtonProps {
  readonly label: string;
  /** As the `accept` attribute of a file input. */
  readonly accept: string;
  readonly isQuiet?: boolean;
  /** The same file can be chosen again. */
  readonly onFile: (file: File) => void;
}

/** A button that opens the browser's own dialog for one file; the input in it has the focus and the name. */
export function FileButton({ label, accept, isQuiet = false, onFile }: FileButtonProps) {
  return (
    <label className={`button file-button ${isQuiet ? 'is-quiet' : ''}`}>
      {label}
      <input
        type="file"
        accept={accept}
        className="visually-hidden"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
