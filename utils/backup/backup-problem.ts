/** Why a file is not restored; the texts are `problem.<reason>.*`. */
export type BackupReason =
  | 'backup-not-one'
  | 'backup-newer'
  | 'backup-wrong-passphrase'
  | 'backup-truncated'
  | 'backup-tampered';

/** Ends the reading of a backup from deep inside it; `restoreBackup` turns it into data. */
export class BackupProblem extends Error {
  readonly reason: BackupReason;

  constructor(reason: BackupReason) {
    super(reason);
    this.name = 'BackupProblem';
    this.reason = reason;
  }
}
