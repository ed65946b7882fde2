import type { Document } from 'yaml';

/** A file in the secrets folder that was read as one YAML map. */
export interface SopsFile {
  readonly path: string;
  readonly text: string;
  readonly document: Document.Parsed;
  /** The map as plain data. No aliases are in it, so each part occurs once. */
  readonly object: Readonly<Record<string, unknown>>;
}
