import { join } from 'node:path';
import { checkTree, type Difference } from '../constructs/files/check-tree.ts';
import { type WriteResult, writeTree } from '../constructs/files/write-tree.ts';
import { ConfigError, type Issue } from '../constructs/model/issue.ts';
import { type Rendered, render } from './gitops.ts';
import { load } from './load.ts';
import { unmeantRemovals } from './removals.ts';

export interface SynthOptions {
  /** Folder with `apps/` in it. */
  readonly root: string;
  /** @default every platform */
  readonly names?: readonly string[];
  /** Lets a service disappear that has no tombstone. @default false */
  readonly allowDelete?: boolean;
}

/** What became of one platform. */
export interface Synthesized {
  readonly name: string;
  readonly warnings: readonly Issue[];
  readonly result: WriteResult;
  readonly milliseconds: number;
}

/** How `dist/` differs from what one platform renders to. */
export interface Checked {
  readonly name: string;
  readonly warnings: readonly Issue[];
  readonly differences: readonly Difference[];
}

/** Renders platforms and writes `dist/<name>/`. One mistake in any of them, and none is written: it throws a `ConfigError` with all. */
export async function synth(options: SynthOptions): Promise<Synthesized[]> {
  return writeAll(await renderAll(options.root, options.names), options);
}

function writeAll(rendered: readonly RenderedPlatform[], { root, allowDelete = false }: SynthOptions): Synthesized[] {
  // Everything that can be refused is, for every platform, before the first is written.
  const removals = rendered.flatMap(({ name, output }) => unmeantRemovals(targetOf(root, name), output, root));
  if (removals.length > 0 && !allowDelete) throw new ConfigError(removals);
  return rendered.map(({ name, output, milliseconds }) => {
    const start = performance.now();
    const result = writeTree(targetOf(root, name), output.tree, { within: root });
    return {
      name,
      warnings: output.warnings,
      result,
      milliseconds: Math.round(milliseconds + performance.now() - start),
    };
  });
}

/**
 * The same from within `cdk8s synth`, which has emptied its own output folder (CDK8S_OUTDIR) and lists what it finds there afterwards:
 * that folder gets a copy, once `dist/` is written.
 */
export async function synthForCdk8s(options: SynthOptions): Promise<Synthesized[]> {
  const rendered = await renderAll(options.root, options.names);
  const done = writeAll(rendered, options);
  const outdir = process.env.CDK8S_OUTDIR;
  for (const { name, output } of outdir === undefined ? [] : rendered) writeTree(join(outdir ?? '', name), output.tree);
  return done;
}

/** Renders platforms and compares with `dist/<name>/`; writes nothing. */
export async function check({ root, names }: SynthOptions): Promise<Checked[]> {
  const rendered = await renderAll(root, names);
  return rendered.map(({ name, output }) => ({
    name,
    warnings: output.warnings,
    differences: checkTree(targetOf(root, name), output.tree, { within: root }),
  }));
}

interface RenderedPlatform {
  readonly name: string;
  readonly output: Rendered;
  readonly milliseconds: number;
}

function targetOf(root: string, name: string): string {
  return join(root, 'dist', name);
}

async function renderAll(root: string, names?: readonly string[]): Promise<RenderedPlatform[]> {
  const loaded = await load(root, names);
  const issues: Issue[] = loaded.flatMap((platform) => platform.issues);
  const rendered = loaded.flatMap(({ name, props, inputs }) => {
    const start = performance.now();
    try {
      return { name, output: render(props, inputs), milliseconds: performance.now() - start };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      issues.push(
        ...error.issues.map((issue) => (loaded.length > 1 ? { ...issue, path: `${name}: ${issue.path}` } : issue)),
      );
      return [];
    }
  });
  if (issues.length > 0) throw new ConfigError(issues);
  return rendered;
}
