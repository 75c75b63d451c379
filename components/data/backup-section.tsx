import { type ReactNode, useId, useState } from 'react';
import type { PictureProblem } from '../../utils/cases/case.ts';
import { ProblemLine } from '../controls/problem-line.tsx';
import { useText } from '../controls/text-context.ts';
import { DataSection } from './data-section.tsx';

/** How far a backup or a restore is, or how it ended. */
export type BackupState =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly work: 'backup' | 'restore'; readonly doneFraction: number }
  | { readonly state: 'backed-up'; readonly caseCount: number }
  | { readonly state: 'restored'; readonly addedCount: number; readonly keptCount: number }
  | { readonly state: 'failed'; readonly problem: PictureProblem };

interface BackupSectionProps {
  readonly state: BackupState;
  /** Characters that a passphrase has at least. */
  readonly minPassphraseLength: number;
  readonly onBackUp: (passphrase: string) => void;
  readonly onRestore: (file: File, passphrase: string) => void;
}

/** Everything into one encrypted file, and back. */
export function BackupSection({ state, minPassphraseLength, onBackUp, onRestore }: BackupSectionProps) {
  const text = useText();
  const id = useId();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [opening, setOpening] = useState('');
  const isWorking = state.state === 'working';
  const isLong = [...passphrase].length >= minPassphraseLength;
  return (
    <DataSection title={text.t('data.backup.title')}>
      <p className="muted">{text.t('data.backup.note')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onBackUp(passphrase);
        }}
      >
        <Passphrase
          id={`${id}new`}
          label={text.t('data.backup.passphrase')}
          value={passphrase}
          onChange={setPassphrase}
          isNew
        >
          {text.t('data.backup.length', { count: minPassphraseLength })}
        </Passphrase>
        <Passphrase id={`${id}again`} label={text.t('data.backup.again')} value={again} onChange={setAgain} isNew>
          {again !== '' && again !== passphrase ? text.t('data.backup.differs') : ''}
        </Passphrase>
        <button type="submit" className="button is-primary" disabled={isWorking || !isLong || again !== passphrase}>
          {text.t('data.backup.make')}
        </button>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (file) onRestore(file, opening);
        }}
      >
        <label htmlFor={`${id}file`}>
          {text.t('data.backup.file')}
          <input id={`${id}file`} type="file" onChange={({ target }) => setFile(target.files?.[0] ?? null)} />
        </label>
        <Passphrase
          id={`${id}open`}
          label={text.t('data.backup.passphraseOfFile')}
          value={opening}
          onChange={setOpening}
        />
        <button type="submit" className="button" disabled={isWorking || !file || opening === ''}>
          {text.t('data.backup.restore')}
        </button>
        <p className="muted">{text.t('data.backup.merge')}</p>
      </form>
      <BackupStateLine state={state} />
    </DataSection>
  );
}

interface PassphraseProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNew?: boolean;
  readonly children?: ReactNode;
}

function Passphrase({ id, label, value, onChange, isNew = false, children }: PassphraseProps) {
  return (
    <label htmlFor={id}>
      {label}
      <input
        id={id}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {children}
    </label>
  );
}

function BackupStateLine({ state }: { readonly state: BackupState }) {
  const text = useText();
  switch (state.state) {
    case 'idle':
      return null;
    case 'working':
      return <progress aria-label={text.t(`data.backup.working.${state.work}`)} value={state.doneFraction} />;
    case 'backed-up':
      return <p role="status">{text.t('data.backup.made', { count: state.caseCount })}</p>;
    case 'restored':
      return <p role="status">{text.t('data.backup.restored', { added: state.addedCount, kept: state.keptCount })}</p>;
    case 'failed':
      return (
        <div role="alert">
          <ProblemLine problem={state.problem} />
        </div>
      );
  }
}
