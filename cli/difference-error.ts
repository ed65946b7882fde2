/** `dist/` is not what the definitions render to. The command has said how. */
export class DifferenceError extends Error {
  override readonly name = 'DifferenceError';
}
