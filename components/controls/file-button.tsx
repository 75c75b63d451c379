interface FileButtonProps {
  readonly label: string;
  /** As the `accept` attribute of a file input. */
  readonly accept: string;
  readonly isQuiet?: boolean;
  /** Whether several can be chosen at once. */
  readonly isMultiple?: boolean;
  /** What was chosen, at least one; the same file can be chosen again. */
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the browser's own dialog for files; the input in it has the focus and the name. */
export function FileButton({ label, accept, isQuiet = false, isMultiple = false, onFiles }: FileButtonProps) {
  return (
    <label className={`button file-button ${isQuiet ? 'is-quiet' : ''}`}>
      {label}
      <input
        type="file"
        accept={accept}
        multiple={isMultiple}
        className="visually-hidden"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
