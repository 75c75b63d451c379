/** A buyer's name with its middle replaced by `**`; a name that the seller center has masked stays as it is. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (name.includes('*') || characters.length === 0) return name.trim();
  if (characters.length <= 2) return `${characters[0]}**`;
  return `${characters[0]}**${characters.at(-1)}`;
}
