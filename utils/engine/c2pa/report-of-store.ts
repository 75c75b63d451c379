import type { C2paAction, C2paManifest, C2paReport } from '../../checks/c2pa-reader.ts';
import { shownText } from '../../checks/metadata/shown-text.ts';
import {
  bindingOf,
  type Codes,
  certificateOf,
  codesIn,
  isTrusted,
  revisedCodes,
  signatureOf,
} from './validation-codes.ts';

/** Records that are followed; real files have a handful. */
const MAX_MANIFESTS = 24;
const MAX_ACTIONS = 40;
const MAX_TEXT_CHARACTERS = 120;
const MAX_CODES = 60;
/** IPTC NewsCodes and the C2PA's own additions (C2PA 2.2, 18.16.4). */
const SOURCE_TYPE = /^https?:\/\/(?:cv\.iptc\.org\/newscodes|c2pa\.org)\/digitalsourcetype\/([A-Za-z]{1,60})$/;

interface Found {
  readonly label: string;
  readonly role: C2paManifest['role'];
  readonly namedBy: number | null;
  readonly codes: Codes;
}

/**
 * What is kept of the manifest store that the library read, in its JSON form. Assertions in it have whatever shape
 * their author gave them, so nothing in them is taken for granted.
 * @returns null when the store has no active manifest
 */
export function reportOfStore(store: unknown): C2paReport | null {
  const activeLabel = field(store, 'active_manifest');
  const manifests = field(store, 'manifests');
  const results = field(store, 'validation_results');
  if (typeof activeLabel !== 'string' || field(manifests, activeLabel) === undefined) return null;
  const codes = codesIn(field(results, 'activeManifest'));
  const found: Found[] = [{ label: activeLabel, role: 'active', namedBy: null, codes }];
  const deltas = listOf(field(results, 'ingredientDeltas'));
  for (let index = 0; index < found.length; index++) {
    for (const ingredient of ingredientsOf(found[index] as Found, index, manifests, deltas)) {
      // A record may name itself, or be named twice.
      const isKnown = found.some(({ label }) => label === ingredient.label);
      if (!isKnown && found.length < MAX_MANIFESTS) found.push(ingredient);
    }
  }
  return {
    manifests: found.map((one) => manifestOf(one, field(manifests, one.label))),
    codes: { success: shown(codes.success), informational: shown(codes.informational), failure: shown(codes.failure) },
  };
}

function ingredientsOf(owner: Found, ownerIndex: number, manifests: unknown, deltas: readonly unknown[]): Found[] {
  return listOf(field(field(manifests, owner.label), 'ingredients')).flatMap((ingredient) => {
    const label = field(ingredient, 'active_manifest');
    const relationship = field(ingredient, 'relationship');
    const isPart = relationship === 'parentOf' || relationship === 'componentOf';
    // What served as input to a generator (`inputTo`) is not in the picture.
    if (!isPart || typeof label !== 'string' || field(manifests, label) === undefined) return [];
    const isParent = relationship === 'parentOf' && owner.role !== 'component';
    const uri = `self#jumbf=/c2pa/${owner.label}/c2pa.assertions/${String(field(ingredient, 'label'))}`;
    const delta = deltas.find((one) => field(one, 'ingredientAssertionURI') === uri);
    return [
      {
        label,
        role: isParent ? ('parent' as const) : ('component' as const),
        namedBy: ownerIndex,
        // The owner recorded what it saw when it took the ingredient in; the delta is what is different today.
        codes: revisedCodes(
          codesIn(field(field(ingredient, 'validation_results'), 'activeManifest'), {
            failure: field(ingredient, 'validation_status'),
          }),
          codesIn(field(delta, 'validationDeltas')),
        ),
      },
    ];
  });
}

function manifestOf({ role, namedBy, codes }: Found, manifest: unknown): C2paManifest {
  const signature = field(manifest, 'signature_info');
  return {
    role,
    namedBy,
    generator: generatorOf(manifest),
    signerName: text(field(signature, 'common_name')),
    signerOrganisation: text(field(signature, 'issuer')),
    signedAt: text(field(signature, 'time')),
    binding: bindingOf(codes),
    signature: signatureOf(codes),
    isSignerTrusted: isTrusted(codes),
    certificateAtSigning: certificateOf(codes),
    actions: actionsOf(manifest).slice(0, MAX_ACTIONS),
    ingredientCount: listOf(field(manifest, 'ingredients')).length,
  };
}

function generatorOf(manifest: unknown): string | null {
  const [info] = listOf(field(manifest, 'claim_generator_info'));
  return text(field(info, 'name')) ?? text(field(manifest, 'claim_generator'));
}

function actionsOf(manifest: unknown): C2paAction[] {
  return listOf(field(manifest, 'assertions'))
    .filter((assertion) => /^c2pa\.actions(\.v\d+)?(__\d+)?$/.test(String(field(assertion, 'label'))))
    .flatMap((assertion) => {
      const data = field(assertion, 'data');
      const agents = listOf(field(data, 'softwareAgents'));
      return listOf(field(data, 'actions')).map((action) => ({
        action: text(field(action, 'action')) ?? '',
        sourceType: SOURCE_TYPE.exec(String(field(action, 'digitalSourceType')).trim())?.[1] ?? null,
        agent: agentOf(field(action, 'softwareAgent') ?? agents[Number(field(action, 'softwareAgentIndex'))]),
        description: text(field(action, 'description')),
      }));
    });
}

/** Version 1 gives a text, version 2 an object (C2PA 2.2, 18.16.5). */
function agentOf(agent: unknown): string | null {
  return text(agent) ?? text(field(agent, 'name'));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? shownText(value, MAX_TEXT_CHARACTERS) || null : null;
}

function shown(codes: ReadonlySet<string>): string[] {
  return [...codes].slice(0, MAX_CODES).map((code) => text(code) ?? '');
}
