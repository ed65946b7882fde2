import { quote } from '../../../model/issue.ts';
import { joinPath } from '../../../model/shape.ts';
import { isMountPath } from '../../../workload/mounted-files.ts';
import type { OptionRule } from '../../rule.ts';
import type { WorkloadUse } from './workload-use.ts';

export const mountPath: OptionRule<WorkloadUse> = {
  code: 'FL1924',
  title: 'What is mounted has a place of its own',
  why: 'The API server refuses two mounts at one path, and a path with ":" or ".."; a relative path depends on the image',
  fix: 'write an absolute path such as "/etc/shop/app.yaml"',
  *options(use) {
    const owners = new Map<string, string>();
    for (const [mounted, path] of mounts(use)) {
      const problem = pathProblem(mounted);
      const other = owners.get(mounted);
      if (problem !== undefined) yield { path, problem: `${quote(mounted)} ${problem}` };
      else if (other !== undefined && other !== path)
        yield { path, problem: `${quote(mounted)} is mounted by ${other} too`, fix: 'use another path' };
      owners.set(mounted, path);
    }
  },
};

function pathProblem(path: string): string | undefined {
  if (!path.startsWith('/')) return 'is no absolute path';
  if (path === '/') return 'is the whole file system of the container';
  if (/[:\p{Cc}]/u.test(path)) return 'has a ":" or a control character';
  const parts = path.slice(1).split('/');
  return parts.some((part) => part === '' || part === '.' || part === '..')
    ? 'has an empty part, "." or ".."'
    : undefined;
}

function* mounts({ props, path, variants }: WorkloadUse): Iterable<readonly [mounted: string, path: string]> {
  for (const [name, volume] of Object.entries(props.volumes ?? {}))
    yield [volume.mountPath, joinPath(path, ['volumes', name, 'mountPath'])];
  for (const [i, folder] of (props.writable ?? []).entries()) yield [folder, joinPath(path, ['writable', i])];
  for (const target of Object.keys(props.secrets ?? {}))
    if (isMountPath(target)) yield [target, joinPath(path, ['secrets', target])];
  // The same file in two environments is one file.
  const files = new Map(
    variants.flatMap(({ settings, at }) =>
      Object.keys(settings.config ?? {}).map((file) => [file, at('config', file)]),
    ),
  );
  yield* files;
}
