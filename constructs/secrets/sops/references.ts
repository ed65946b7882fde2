/** Templates and variables of Kubernetes, shells, Helm, Argo CD (`$secret:key`), CI systems; paths; secret managers; SOPS itself; placeholders. */
const REFERENCES = [
  /\$[A-Za-z_][\w.:/-]*$/,
  /\$[({]/,
  /%?\{\{/,
  /%[A-Za-z_]\w*%$/,
  /<[^<>]*>$/,
  /(?:op|vault|file|secret|awssm|gcpsm|env):/,
  /ref\+/,
  /\.{0,2}\/[\w./-]*$/,
  /ENC\[AES256_GCM,/,
  /[*x.•]+$/,
];
const REFERENCE = new RegExp(`^(?:${REFERENCES.map(({ source }) => source).join('|')})`, 'i');
/** Switches, durations and the like, which no one uses as a secret. */
const SETTING =
  /^(?:true|false|yes|no|on|off|none|null|nil|undefined|enabled?|disabled?|required|optional|auto|\d{0,5}|\d+(?:\.\d+)?(?:ms|[smhdw]))$/i;
/** Words in lower case or in capitals, joined by dashes, dots or underscores: `argocd-secret`, `tls.key`, `API_KEY`. */
const OBJECT_NAME = /^(?:[a-z]+\d{0,2}(?:[-._][a-z\d]{1,12})*|[A-Z]+(?:_[A-Z\d]{1,12})*)$/;

/** Whether a value stands for a secret instead of being one, or could not be one. */
export function isReference(value: string): boolean {
  return SETTING.test(value) || REFERENCE.test(value);
}

/** Whether a value could well be the name of a Secret or of a key in one. */
export function looksLikeName(value: string): boolean {
  return value.length <= 63 && OBJECT_NAME.test(value);
}
