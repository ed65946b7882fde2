const BASE64 = '[A-Za-z0-9+/]+={0,2}';
const FORM = new RegExp(`^ENC\\[AES256_GCM,data:(${BASE64}),iv:(${BASE64}),tag:(${BASE64}),type:([a-z]+)\\]$`);
const IV_BYTES = 32;
const TAG_BYTES = 16;
const TYPES = ['str', 'int', 'float', 'bool', 'time', 'bytes', 'comment'];

/** A value that SOPS encrypted, taken apart. */
export interface EncValue {
  readonly data: Buffer;
  readonly iv: Buffer;
  readonly tag: Buffer;
  /** What the value was before: `str`, `int`, `float`, `bool` and others. */
  readonly type: string;
}

/** Whether somebody meant this to be an encrypted value, well-formed or not. */
export function looksEncrypted(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('ENC[');
}

/** The parts of an encrypted value, or what is wrong with it, in words that do not quote it. */
export function parseEncValue(text: string): EncValue | string {
  const [matched, ...parts] = FORM.exec(text) ?? [];
  if (matched === undefined) return 'is not of the form ENC[AES256_GCM,data:..,iv:..,tag:..,type:..]';
  const [data, iv, tag] = parts.slice(0, 3).map(decodeBase64);
  const type = parts[3] ?? '';
  if (!data || !iv || !tag) return 'has a part that is not base64';
  if (iv.length !== IV_BYTES) return `has an iv of ${iv.length} bytes, where SOPS writes ${IV_BYTES}`;
  if (tag.length !== TAG_BYTES) return `has a tag of ${tag.length} bytes, where SOPS writes ${TAG_BYTES}`;
  if (!TYPES.includes(type)) return `has a type that SOPS does not know`;
  return { data, iv, tag, type };
}

/** The text that SOPS would write. */
export function formatEncValue({ data, iv, tag, type }: EncValue): string {
  const [d, i, t] = [data, iv, tag].map((part) => part.toString('base64'));
  return `ENC[AES256_GCM,data:${d},iv:${i},tag:${t},type:${type}]`;
}

/** Node skips what is not base64; that it gives back the same text shows that nothing was skipped. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
