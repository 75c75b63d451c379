/** The verifier that goes into a pack's `verify.html`; it is built as one of the extension's own files. */
export async function readVerifierScript(): Promise<string> {
  const answer = await fetch('/verify-pack.js');
  if (!answer.ok) throw new Error('The verifier is not part of this build');
  return answer.text();
}
