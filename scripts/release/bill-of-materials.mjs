import { spawnSync } from 'node:child_process';
import { bundledPackages } from '../bundled-packages.mjs';

/**
 * The software bill of materials of the extension (CycloneDX 1.5): every package whose code is in it, with version,
 * licence and hash. npm writes it; what changes from run to run (time, serial number, folder name) is taken out.
 * @param {string} root the project's folder
 * @returns {string} JSON
 * @throws Error when npm cannot read the lock file
 */
export function billOfMaterials(root) {
  const { status, stdout, stderr } = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`npm sbom failed: ${stderr}`);
  const { serialNumber, metadata, components, dependencies, ...bill } = JSON.parse(stdout);
  const { timestamp, ...kept } = metadata;
  const bundled = new Set(bundledPackages(root));
  const listed = components.filter(({ group, name }) => bundled.has(group ? `${group}/${name}` : name));
  const references = new Set([kept.component['bom-ref'], ...listed.map((component) => component['bom-ref'])]);
  return `${JSON.stringify(
    {
      ...bill,
      metadata: { ...kept, component: { ...kept.component, name: 'refund-lens' } },
      components: listed,
      dependencies: dependencies
        .filter(({ ref }) => references.has(ref))
        .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((target) => references.has(target)) })),
    },
    null,
    2,
  )}\n`;
}
