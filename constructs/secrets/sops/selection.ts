/** The selection that Fairlead writes into `.sops.yaml`: values of a Secret, and nothing that a reviewer needs to read. */
export const defaultEncryptedRegex = '^(data|stringData)$';

/**
 * Whether SOPS encrypts the value at these keys: one match on the way to it is enough. Undefined for an expression that Go reads otherwise
 * than JavaScript, or not at all; SOPS takes that as "matches nothing", silently.
 */
export function selectionOf(encryptedRegex: string): ((path: readonly string[]) => boolean) | undefined {
  if (/\(\?|\\[^dDwWsSb.\-|()[\]{}+*?^$\\]/.test(encryptedRegex)) return undefined;
  try {
    const expression = new RegExp(encryptedRegex);
    return (path) => path.some((key) => expression.test(key));
  } catch {
    return undefined;
  }
}

/** Whether the selection names both places where a Secret keeps values. */
export function coversSecret(selects: (path: readonly string[]) => boolean): boolean {
  return selects(['data']) && selects(['stringData']);
}
