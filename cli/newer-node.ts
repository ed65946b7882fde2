import { createRequire } from 'node:module';

/**
 * The Node that comes with the package on Linux. npm and npx put it first on PATH; who starts the command by its path, from a global
 * install or with another package manager gets an older one.
 */
export function newerNode(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`);
  } catch {
    return undefined;
  }
}
