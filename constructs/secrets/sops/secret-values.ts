import { isMap } from './leaves.ts';
import { placeBelow } from './place.ts';

const KEY = /^[-._a-zA-Z0-9]{1,253}$/;

/** One entry under `data` or `stringData`. */
export interface SecretValue {
  /** `stringData.token`; by number where the key could be a value that slipped: `stringData: {hunter2}` makes a key of a secret. */
  readonly place: string;
  readonly keyIsValid: boolean;
  readonly value: unknown;
}

/** All entries of a Secret, in the order of the document. */
export function secretValues({ data, stringData }: Readonly<Record<string, unknown>>): SecretValue[] {
  return Object.entries({ data, stringData }).flatMap(([field, map]) => {
    return Object.entries(isMap(map) ? map : {}).map(([key, value], i) => {
      const keyIsValid = KEY.test(key);
      const place = keyIsValid && value !== null ? placeBelow(field, key) : `${field}, entry ${i + 1}`;
      return { place, keyIsValid, value };
    });
  });
}
