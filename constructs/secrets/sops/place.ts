import { quote } from '../../model/issue.ts';

/** `spec.env[0]["odd key"]`: the place one step below `parent`, as people write it. */
export function placeBelow(parent: string, step: string | number): string {
  if (typeof step === 'number') return `${parent}[${step}]`;
  if (!/^[A-Za-z_][\w-]*$/.test(step)) return `${parent}[${quote(step)}]`;
  return parent === '' ? step : `${parent}.${step}`;
}

/** `apps/x.enc.yaml#stringData.token`: a place in a file, as the `path` of an issue. */
export function placeInFile(file: string, place: string): string {
  return place === '' ? file : `${file}#${place}`;
}
