import type { BenchCase } from '../bench-case.ts';
import { emit, stringify } from './emit.ts';
import { helm } from './helm.ts';
import { kustomize } from './kustomize.ts';
import { renderAndWrite } from './render-and-write.ts';
import { stockPerFolder, stockPerResource } from './stock.ts';

/** Every case, in the order of the table's rows. A new one is a file here and a line in this list. */
export const cases: readonly BenchCase[] = [
  renderAndWrite,
  stockPerResource,
  stockPerFolder,
  emit,
  stringify,
  kustomize,
  helm,
];
