import type { C2paAction, C2paManifest, C2paReport } from './c2pa-reader.ts';

/** What the signed records of an intact file say about how its picture came to be. */
export interface C2paOrigin {
  readonly kind: 'ai-generated' | 'ai-edited' | 'camera-capture';
  /** The action that says so. */
  readonly action: C2paAction;
  /** The record that it stands in. */
  readonly statedIn: C2paManifest;
  /** Whose signature the statement rests on: the stating record's signer or, with one not known, the first of these. */
  readonly signedBy: C2paManifest;
  /** The record and every one from it to the file are signed by known signers with certificates valid at signing. */
  readonly isTrusted: boolean;
}

/** IPTC Digital Source Type NewsCodes, read 2026-11. `algorithmicMedia` and `compositeSynthetic` need no trained model. */
const GENERATED = 'trainedAlgorithmicMedia';
const EDITED_BY_AI = 'compositeWithTrainedAlgorithmicMedia';
const CAPTURED = ['digitalCapture', 'computationalCapture'];
/** Microsoft's Image Creator gives no source type but this description (file of 2024-03-08). */
const GENERATED_DESCRIPTION = 'AI Generated Image';
const CREATED = 'c2pa.created';

/**
 * What the records say, the first of each kind: of the file itself and of those that it was made from. A record that
 * is not what was signed says nothing, nor does one that it hangs on. A picture that was put into another makes that
 * one an edit, never a generated picture.
 */
export function originsOf(report: C2paReport): C2paOrigin[] {
  if (report.manifests[0]?.binding !== 'intact') return [];
  const origins: C2paOrigin[] = [];
  for (const manifest of report.manifests) {
    const path = pathToFile(report, manifest);
    if (path.some(({ signature, binding }) => signature !== 'valid' || binding === 'broken')) continue;
    const unknown = path.findLast((one) => !isSignerKnown(one));
    for (const action of manifest.actions) {
      const kind = kindOf(action, manifest.role);
      if (kind) {
        const signedBy = unknown ?? manifest;
        origins.push({ kind, action, statedIn: manifest, signedBy, isTrusted: unknown === undefined });
      }
    }
  }
  const ofKind = (kind: C2paOrigin['kind']) => {
    const same = origins.filter((origin) => origin.kind === kind);
    return same.find(({ isTrusted }) => isTrusted) ?? same[0];
  };
  const generated = ofKind('ai-generated');
  return [generated ?? ofKind('ai-edited'), ofKind('camera-capture')].filter((origin) => origin !== undefined);
}

function isSignerKnown({ isSignerTrusted, certificateAtSigning }: C2paManifest): boolean {
  return isSignerTrusted && certificateAtSigning === 'valid';
}

/** A record and those through which it belongs to the file, up to the active one. */
function pathToFile({ manifests }: C2paReport, manifest: C2paManifest): C2paManifest[] {
  const path = [manifest];
  for (let { namedBy } = manifest; namedBy !== null; ) {
    const owner = manifests[namedBy];
    if (!owner || path.length > manifests.length) throw new Error('A C2PA record is named by none');
    path.push(owner);
    namedBy = owner.namedBy;
  }
  return path;
}

function kindOf(action: C2paAction, role: C2paManifest['role']): C2paOrigin['kind'] | null {
  const { sourceType } = action;
  const isCreation = action.action === CREATED;
  if (isCreation && role !== 'component') {
    if (sourceType !== null && CAPTURED.includes(sourceType)) return 'camera-capture';
    if (sourceType === GENERATED || (sourceType === null && action.description === GENERATED_DESCRIPTION)) {
      return 'ai-generated';
    }
  }
  return sourceType === GENERATED || sourceType === EDITED_BY_AI ? 'ai-edited' : null;
}
